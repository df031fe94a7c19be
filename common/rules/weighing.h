/*
 * The weighing: which row of the framework's table (weighing_table.h) holds for
 * a case, what its record says besides, and how much that protects.
 */

#ifndef WEIGHING_H
#define WEIGHING_H

#include "rules/assessment.h"

/* Flags of an outcome, in the order in which they are written; what is missing. */
enum weighing_flag {
	FLAG_WITH_VT = 1 << 0, /* weighings 3 to 5 are gone through with Veilig Thuis */
	FLAG_CONSULT = 1 << 1,
	FLAG_TALK = 1 << 2,
	FLAG_OTHER_PARENT = 1 << 3, /* talked with one parent alone */
	FLAG_CHILD = 1 << 4,
	FLAG_QUESTION = 1 << 5, /* the first of six: see weighing_question_flag() */
	FLAG_GOAL = 1 << 11,
	FLAG_TERM = 1 << 12,
	FLAG_CASEMANAGER = 1 << 13,
	FLAG_REVIEW = 1 << 14,
	FLAG_MONITOR = 1 << 15,
	FLAG_REFUSED = 1 << 16, /* a line of the case was refused: the outcome may lack something */
	FLAGS_OF_PLAN = FLAG_GOAL | FLAG_TERM | FLAG_CASEMANAGER | FLAG_REVIEW | FLAG_MONITOR,
	FLAGS_OF_QUESTIONS = 63 * FLAG_QUESTION
};

/* The flag of a question that must be answered (anew). */
static inline unsigned
weighing_question_flag(enum word question)
{
	return (unsigned)FLAG_QUESTION << (question - QUESTION_FIRST);
}

struct weighing {
	unsigned rule;	   /* 1 for W01 */
	unsigned also;	   /* with W08: the first row below that holds; 0 for none */
	enum word outcome; /* OUTCOME_*, of the rule */
	day_number due;	   /* NO_DAY when the rule has none; of also where there is one */
	unsigned flags;	   /* weighing_flag */
};

/* The whole weighing of a case, with due and flags. */
struct weighing weighing_of(const struct assessment *assessment);

/* The flags of a row that holds for a case. */
struct weighing_row;
unsigned weighing_flags_of(const struct assessment *assessment, const struct weighing_row *row);

/* Keeps what the stream's weigh record of a case tells, its rule, also and flags, and its date; of
 * several the last, and that there are. */
void weighing_record(struct case_state *state, const struct weighing *weighing, day_number date);

/* The weighing that the stream's weigh record of a case told. */
struct weighing weighing_recorded(const struct case_state *state);

/* Room for any flags as text. */
enum { FLAGS_TEXT_SIZE = 320 };

/* Writes the flags with one blank between, also before them. Returns text. */
const char *weighing_write_flags(const struct weighing *weighing, char text[FLAGS_TEXT_SIZE]);

/* Reads flags as weighing_write_flags() writes them; false when a word is none. */
bool weighing_read_flags(struct bytes text, struct weighing *weighing);

/* The rule of a case of which every line was refused. */
enum { RULE_WITHOUT_FACTS = 35 };

/* The rule by which the case stands beside a duty about staff: also, else the rule itself. */
static inline unsigned
weighing_rule_at_home(const struct weighing *weighing)
{
	return weighing->also != 0 ? weighing->also : weighing->rule;
}

/* The outcome that a rule gives; WORD_NONE when there is no such rule. */
enum word weighing_outcome_of(unsigned rule);

/* The question that a rule is about; WORD_NONE for a rule before the weighings. */
enum word weighing_question_of(unsigned rule);

/* How much a weighing protects, the rule or also: 0 (close) to 6 (report now). */
unsigned weighing_protection(const struct weighing *weighing);

#endif
