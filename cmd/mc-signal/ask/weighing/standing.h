/*
 * Where a case stands: its facts read from the log, weighed as of today.
 */

#ifndef ASK_STANDING_H
#define ASK_STANDING_H

#include "ask/dialog.h"
#include "rules/assessment.h"
#include "rules/weighing.h"

struct standing_case {
	struct case_alone alone;
	struct assessment assessment; /* of alone: a standing_case must not be copied */
	struct weighing weighing;
	unsigned long signals;	    /* S: not of class positive or note */
	unsigned long open_signals; /* of these, since the answers that were given */
};

/* Reads the facts of a case from a log and assesses them as of today. A log that does not exist
 * has none. False, and told as trouble, when it cannot be read. */
bool standing_read(struct standing_case *standing, const char *log, struct case_key key);

/* Shows what the log holds of the case, and how each question was answered. */
void standing_say_facts(struct dialog *dialog, const struct standing_case *standing);
void standing_say_answers(struct dialog *dialog, const struct standing_case *standing);

#endif
