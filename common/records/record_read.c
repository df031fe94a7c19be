/*
 * A record's columns into its integers: the thorough way, which says everything that is wrong. The
 * quick way is plain.c's.
 */

#include "records/record_rules.h"
#include "records/rule.h"
#include "text/text.h"

/* mc-weigh's rules, W01 to the last. */
enum { LAST_RULE = 35 };

static void
add(struct faults *faults, enum fault_kind kind, const struct record *record, enum word column,
    enum word_list list, enum word given)
{
	struct fault fault = fault_in(kind, column, record->column[column]);

	fault.list = list;
	fault.given = given;
	faults_add(faults, fault);
}

/* The word of a required field; every way in which it can be wrong is a fault. */
static enum word
read_word(const struct record *record, enum word column, enum word_list list, enum word given,
    struct faults *faults)
{
	struct bytes field = record->column[column];
	enum word word;

	if (list == NO_LIST) {
		if (field.length > 0)
			add(faults, FAULT_NOT_EMPTY, record, column, NO_LIST, given);
		return WORD_NONE;
	}
	if (field.length == 0) {
		add(faults, FAULT_MISSING, record, column, list, given);
		return WORD_NONE;
	}
	word = vocabulary_find(list, field);
	/* A case manager may be a partner or, when no partner has the name, a role. */
	if (word == WORD_NONE && given == PLAN_CASEMANAGER)
		word = vocabulary_find(LIST_ROLE, field);
	if (word == WORD_NONE)
		add(faults, FAULT_UNKNOWN, record, column, list, given);
	return word;
}

static void
read_value(struct record *record, struct faults *faults)
{
	bool is_by_code =
	    record->kind == KIND_ANSWER || record->kind == KIND_PLAN || record->kind == KIND_DONE;
	enum word given = is_by_code ? record->code : record->kind;
	enum word_list list = record_value_list(record->kind, record->code);

	/* Without its code nobody knows what the value of a plan, an answer or a deed must be. */
	if (is_by_code && record->code == WORD_NONE)
		return;
	record->value = read_word(record, COLUMN_VALUE, list, given, faults);
	/* Which partner does what is for intake to ask: a log that has other pairs is read. */
	if (record->value != WORD_NONE && record->kind != KIND_DONE
	    && !record_allows_value(record->kind, record->code, record->value))
		add(faults, FAULT_NOT_ALLOWED, record, COLUMN_VALUE, list, given);
}

static void
read_due(struct record *record, struct faults *faults)
{
	enum need need = due_need(record->kind, record->code);
	struct bytes field = record->column[COLUMN_DUE];
	enum word given = record->kind == KIND_PLAN ? record->code : record->kind;

	if (field.length == 0) {
		if (need == REQUIRED)
			add(faults, FAULT_MISSING, record, COLUMN_DUE, NO_LIST, given);
		return;
	}
	if (need == EMPTY)
		add(faults, FAULT_NOT_EMPTY, record, COLUMN_DUE, NO_LIST, given);
	else if ((record->due = span_read_day(field)) == NO_DAY)
		add(faults, FAULT_DUE, record, COLUMN_DUE, NO_LIST, given);
}

static void
read_text(const struct record *record, struct faults *faults)
{
	enum word given = record->kind == KIND_SIGNAL ? record->kind
	    : record->kind == KIND_TALK		      ? record->value
						      : record->code;

	if (record_wants_text(record->kind, record->code, record->value)
	    && text_is_blank(record->column[COLUMN_TEXT]))
		add(faults, FAULT_MISSING, record, COLUMN_TEXT, NO_LIST, given);
}

static void
read_who_and_when(struct record *record, struct faults *faults)
{
	bool of_school = record->kind == KIND_SCHOOL;

	if (of_school ? record->column[COLUMN_CASE].length > 0
		      : !record_is_case(record->column[COLUMN_CASE]))
		add(faults, of_school ? FAULT_NOT_EMPTY : FAULT_CASE, record, COLUMN_CASE, NO_LIST,
		    record->kind);
	if (!span_read(record->column[COLUMN_DATE], &record->when))
		add(faults, FAULT_DATE, record, COLUMN_DATE, NO_LIST, WORD_NONE);
	if ((record->school = record_read_school(record->column[COLUMN_SCHOOL])) == 0)
		add(faults, FAULT_SCHOOL, record, COLUMN_SCHOOL, NO_LIST, WORD_NONE);
}

static void
read_role(struct record *record, struct faults *faults)
{
	struct bytes field = record->column[COLUMN_BY];

	if (field.length > 0 && (record->by = vocabulary_find(LIST_ROLE, field)) == WORD_NONE)
		add(faults, FAULT_BY, record, COLUMN_BY, LIST_ROLE, WORD_NONE);
}

/* The rule of a weigh record: W and two digits. */
static void
read_rule(struct record *record, struct faults *faults)
{
	struct bytes field = record->column[COLUMN_VALUE];

	record->rule = rule_read('W', field);
	if (record->rule == 0 || record->rule > LAST_RULE)
		add(faults, FAULT_RULE, record, COLUMN_VALUE, NO_LIST, WORD_NONE);
}

void
record_read(struct record *record, struct faults *faults)
{
	record->code = record->value = record->by = WORD_NONE;
	record->due = NO_DAY;
	record->when = (struct span){0, 0};
	record->rule = 0;
	record->kind = read_word(record, COLUMN_KIND, LIST_KIND, WORD_NONE, faults);
	read_who_and_when(record, faults);
	if (record->kind == WORD_NONE)
		return;
	record->code =
	    read_word(record, COLUMN_CODE, record_code_list(record->kind), record->kind, faults);
	if (record->kind == KIND_WEIGH)
		read_rule(record, faults);
	else
		read_value(record, faults);
	read_due(record, faults);
	read_text(record, faults);
	if (!record_is_derived(record->kind))
		read_role(record, faults);
}
