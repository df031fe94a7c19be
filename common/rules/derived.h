/* Derived records: what a tool computes from a case's facts. */

#ifndef DERIVED_H
#define DERIVED_H

#include "rules/case.h"
#include "records/writer.h"

/* Room for a rule and its NUL. */
enum { RULE_TEXT_SIZE = 4 };

/* Writes a rule (1 to 99) as its table's letter and two digits. Returns text. */
const char *derived_write_rule(char table, unsigned rule, char text[RULE_TEXT_SIZE]);

struct derived {
	enum word kind, code;
	day_number date;   /* the case's; of a referral the day from which it counts */
	const char *value; /* a rule or an action */
	day_number due;	   /* NO_DAY for none */
	const char *by;	   /* the tool */
	const char *text;
};

/* Writes one derived record of a case. */
void derived_write(
    struct writer *writer, const struct case_state *state, const struct derived *derived);

#endif
