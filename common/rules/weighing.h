/*
 * The weighing: which row of the framework's table holds for a case.
 *
 * The table is data (weighing.c), row by row as mc-meldcode(7) shows it. The
 * first row that holds, from the top, gives the outcome.
 */

#ifndef WEIGHING_H
#define WEIGHING_H

#include "rules/assessment.h"

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
	UNSAFE_REPORTED, /* a report since the question; the next three too */
	CAN_HELP_REPORTED,
	ACCEPTS_REPORTED,
	RESULT_REPORTED,
	CAN_HELP_COUNTS, /* suspicion is yes, or Veilig Thuis not asked since the question */
	ACCEPTS_COUNTS,
	RESULT_COUNTS,
	SAFETY_TO_JUDGE, /* D is not empty, and unsafe (any answer) or V is not since D */
	EXPERT_OPEN,
	STAFF_DUTY_OPEN,  /* F is not empty, and the board has not done its duty since F */
	REPORT_ASKED,	  /* unsafe asks, or suspicion is yes and another question asks */
	NEW_SINCE_REPORT, /* S is not empty, and not R since S */
	STARTED,	  /* an answer was ever given, or a report made */
	OUTSIDE_ALONE,	  /* S is not empty, and there is no home signal */
	EXPERT_ASKED_FOR, /* E is not empty */
	TALK,
	REVIEW_PASSED, /* the plan's review date is before today */
	TERM_PASSED,
	WEIGHING_FACTS
};

/* One bit of each fact. */
struct weighing_facts {
	uint8_t fact[WEIGHING_FACTS];
};

/* Flags of an outcome, in the order in which they are written; what is missing. */
enum weighing_flag {
	FLAG_WITH_VT = 1 << 0, /* weighings 3 to 5 are gone through with Veilig Thuis */
	FLAG_CONSULT = 1 << 1,
	FLAG_TALK = 1 << 2,
	FLAG_QUESTION = 1 << 3, /* the first of six: see weighing_question_flag() */
	FLAG_GOAL = 1 << 9,
	FLAG_TERM = 1 << 10,
	FLAG_CASEMANAGER = 1 << 11,
	FLAG_REVIEW = 1 << 12,
	FLAG_MONITOR = 1 << 13,
	FLAG_REFUSED = 1 << 14 /* a line of the case was refused: the outcome may lack something */
};

/* The flag of a question that must be answered (anew). */
static inline unsigned
weighing_question_flag(enum word question)
{
	return (unsigned)FLAG_QUESTION << (question - QUESTION_FIRST);
}

struct weighing {
	unsigned rule;	   /* 1 for W01 */
	enum word outcome; /* OUTCOME_* */
	day_number due;	   /* NO_DAY when the rule has none */
	unsigned flags;	   /* weighing_flag */
};

/* The facts of an assessment that the table asks about. */
struct weighing_facts weighing_facts_of(const struct assessment *assessment);

/* The first row that holds: its rule and outcome. Some row always does. */
void weighing_look_up(const struct weighing_facts *facts, unsigned *rule, enum word *outcome);

/* The whole weighing of a case, with due and flags. */
struct weighing weighing_of(const struct assessment *assessment);

/* Room for any flags as text. */
enum { FLAGS_TEXT_SIZE = 256 };

/* Writes the flags with one blank between. Returns text. */
const char *weighing_write_flags(unsigned flags, char text[FLAGS_TEXT_SIZE]);

/* Reads flags as weighing_write_flags() writes them; false when a word is none. */
bool weighing_read_flags(struct bytes text, unsigned *flags);

/* The outcome that a rule gives; WORD_NONE when there is no such rule. */
enum word weighing_outcome_of(unsigned rule);

/* How much an outcome protects, 0 (close) to 6 (report now). */
unsigned weighing_protection(enum word outcome);

#endif
