/* Records and faults that two ways of reading the same bytes gave, member by member. */

#ifndef SAME_RECORD_H
#define SAME_RECORD_H

#include "support/check.h"

#include "records/record.h"

/* What a record was read as; its columns are for who knows where they stay. */
static inline void
check_same_record(const char *row, const struct record *record, const struct record *wanted)
{
	check_number(row, "kind", record->kind, wanted->kind);
	check_number(row, "code", record->code, wanted->code);
	check_number(row, "value", record->value, wanted->value);
	check_number(row, "by", record->by, wanted->by);
	check_number(row, "rule", record->rule, wanted->rule);
	check_number(row, "school", record->school, wanted->school);
	check_number(row, "beginning", record->when.begin, wanted->when.begin);
	check_number(row, "end", record->when.end, wanted->when.end);
	check_number(row, "due", record->due, wanted->due);
}

/* What a fault is and where; its value is for who knows where that stays. */
static inline void
check_same_fault(const char *row, const struct fault *fault, const struct fault *wanted)
{
	check_number(row, "fault", fault->kind, wanted->kind);
	check_number(row, "column", fault->column, wanted->column);
	check_number(row, "list", fault->list, wanted->list);
	check_number(row, "given", fault->given, wanted->given);
}

#endif
