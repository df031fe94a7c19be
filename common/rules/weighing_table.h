/*
 * The weighing's table: the outcome of the framework for how a case stands.
 *
 * The table is data (weighing_table.c), row by row as mc-meldcode(7) shows it.
 * The first row that holds, from the top, gives the outcome.
 */

#ifndef WEIGHING_TABLE_H
#define WEIGHING_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "records/vocabulary.h"

/* How an answer stands, and yes or no of a fact: one bit each, so that a row can name several. */
enum {
	YES = 1 << 0,
	NO = 1 << 1,
	DOUBT = 1 << 2,
	ACUTE = 1 << 3,
	STRUCTURAL = 1 << 4,
	DISCLOSURE = 1 << 5,
	STALE = 1 << 6,
	NONE = 1 << 7
};

/* How the talk with the parents stands. */
enum { NO_TALK = 1 << 0, WANTS_HELP = 1 << 1, LAPSED = 1 << 2, OTHER_TALK = 1 << 3 };

/* What a row can ask about. */
enum weighing_fact {
	SUSPICION,
	CONCERN,
	UNSAFE,
	CAN_HELP,
	ACCEPTS,
	RESULT,
	UNSAFE_REPORTED, /* of a question that asks: a report since; the next three too */
	CAN_HELP_REPORTED,
	ACCEPTS_REPORTED,
	RESULT_REPORTED,
	CAN_HELP_ASKED, /* it asks, and suspicion is yes or Veilig Thuis was not asked about it */
	ACCEPTS_ASKED,
	RESULT_ASKED,
	SAFETY_TO_JUDGE, /* D is not empty, and unsafe (any answer that counts) or V is not since D
			  */
	EXPERT_OPEN,
	STAFF_DUTY_OPEN,  /* F is not empty, and the board has not done its duty since F */
	REPORT_ASKED,	  /* unsafe asks, or suspicion is yes and another question asks */
	NEW_SINCE_REPORT, /* S is not empty, and not R since S */
	STARTED,	  /* an answer was ever given, or a report made */
	OUTSIDE_ALONE,	  /* S is not empty, and there is no home signal */
	EXPERT_ASKED_FOR, /* E is not empty */
	TALK,
	TALK_OR_EXPERT, /* talk is anything but none or a lapsed wants-help, or E is not empty */
	REVIEW_PASSED,	/* the plan's review date is before today */
	TERM_PASSED,
	HAS_FACTS, /* no when every line of the case was refused */
	WEIGHING_FACTS
};

/* One bit of each fact. */
struct weighing_facts {
	uint8_t fact[WEIGHING_FACTS];
};

/* What a rule says of the due of its record, of the plan that it stands on, and of the answers that
 * it waits for. */
enum weighing_due { NO_DUE, DUE_REPORT, DUE_SAFETY, DUE_REVIEW, DUE_TERM };
enum weighing_plan { NO_PLAN, PLAN_WITH_REVIEW, PLAN_WITH_MONITOR };
enum weighing_missing { MISSING_NOTHING, MISSING_SAFETY, MISSING_AFTER_REPORT, MISSING_OPEN };

struct weighing_row {
	unsigned rule;
	uint8_t when[WEIGHING_FACTS]; /* a set of values; 0 is any */
	uint8_t outcome;
	uint8_t question; /* that it is about; WORD_NONE before the weighings */
	enum weighing_due due;
	enum weighing_plan plan;
	enum weighing_missing missing;
};

extern const struct weighing_row weighing_rows[];

/* The first row that holds, below a rule (0 for the whole table). Some row always does. */
const struct weighing_row *weighing_look_up(const struct weighing_facts *facts, unsigned below);

/* The row of a rule; NULL when there is no such rule. */
const struct weighing_row *weighing_row_of(unsigned rule);

#endif
