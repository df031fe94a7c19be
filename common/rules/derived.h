/* Derived records: what a tool computes from a case's facts. */

#ifndef DERIVED_H
#define DERIVED_H

#include "rules/case.h"
#include "records/rule.h"
#include "records/writer.h"

/* Room for a referral's rule and manner and a NUL. */
enum { MANNER_TEXT_SIZE = sizeof("R00 anonymous") };

/* Writes the text of a refer record, as "R22 anonymous". Returns text. */
const char *derived_write_manner(unsigned rule, bool is_anonymous, char text[MANNER_TEXT_SIZE]);

/* Reads the same; false when text is none. */
bool derived_read_manner(struct bytes text, unsigned *rule, bool *is_anonymous);

/* No column of one needs quotes: all are made of letters, digits, blanks, dashes and the like. */
struct derived {
	enum word kind, code;
	day_number date;   /* the case's; of a referral the day from which it counts */
	const char *value; /* a rule or an action */
	day_number due;	   /* NO_DAY for none */
	const char *by;	   /* the tool */
	const char *text;  /* less than FLAGS_TEXT_SIZE bytes (rules/weighing.h) */
};

/* Writes one derived record of a case. */
void derived_write(
    struct writer *writer, const struct case_state *state, const struct derived *derived);

#endif
