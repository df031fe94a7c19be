/*
 * What each kind of record requires, for who checks them.
 */

#ifndef RECORD_RULES_H
#define RECORD_RULES_H

#include "records/record.h"

enum need { EMPTY, OPTIONAL, REQUIRED, BY_CODE };

/* Each kind, row by row as mc-record(5) shows it. BY_CODE: see the plan's table. */
struct kind_rule {
	enum word_list code, value;
	enum need due, text;
};

/* The agreements of a plan differ. */
struct plan_rule {
	enum word_list value;
	enum need due, text;
};

extern const struct kind_rule kind_rules[KIND_END];
extern const struct plan_rule plan_rules[PLAN_END];

/* Whether due must be empty, may be given or must be; the code may be WORD_NONE. */
static inline enum need
due_need(enum word kind, enum word code)
{
	enum need need = kind_rules[kind].due;

	if (need != BY_CODE)
		return need;
	return code == WORD_NONE ? OPTIONAL : plan_rules[code].due;
}

#endif
