/*
 * Where a case stands: its facts read from the log, and what the framework says
 * of them.
 */

#ifndef ASK_STANDING_H
#define ASK_STANDING_H

#include "ask/dialog.h"
#include "rules/assessment.h"
#include "rules/weighing.h"

struct standing_case {
	struct case_state state;
	struct assessment assessment; /* of state: a standing_case must not be copied */
	struct weighing weighing;
	unsigned long signals;	    /* S: not of class positive */
	unsigned long open_signals; /* of these, since the answers that were given */
};

/* Reads the facts of a case from a log and assesses them as of today. A log that does not exist
 * has none. False, and told as trouble, when it cannot be read. */
bool standing_read(struct standing_case *standing, const char *log, struct case_key key);

/* Shows in one screen where the case stands: signals, what is missing, each answer, outcome. */
void standing_say(struct dialog *dialog, const struct standing_case *standing);

/* Shows the outcome alone, and the steps that were not recorded yet. */
void standing_say_outcome(struct dialog *dialog, const struct standing_case *standing);

/* The first question of the framework that is open: not given, stale, or in doubt; WORD_NONE when
 * the framework asks none now. */
enum word standing_open_question(const struct standing_case *standing);

#endif
