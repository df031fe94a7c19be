/*
 * The referral's table: who does what before when, for how a case stands.
 *
 * The table is data (referral_table.c), row by row as mc-refer(1) shows it.
 * Unlike the weighing, every row that holds gives its records, in its order.
 */

#ifndef REFERRAL_TABLE_H
#define REFERRAL_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "records/vocabulary.h"

/* What can be so of a case. "Asked": unsafe asks for a report, or another question does that
 * counts, reported or not. S, D, E and the like are the sets of mc-record(5), "TIME". */
enum condition {
	NO_REPORT_AT_ALL = 1 << 0, /* nothing is asked, and R is empty */
	UNREPORTED = 1 << 1,	   /* a question that is asked is not reported */
	ASKED_OR_R = 1 << 2,
	UNSAFE_ASKED = 1 << 3,
	SAFE_TO_TELL_TODAY = 1 << 4, /* unsafe is structural, yes or doubt, and D is empty */
	HAS_R = 1 << 5,
	LACKS_PLAN = 1 << 6, /* by the flags of the weigh record: an agreement is missing */
	R_OR_HELP = 1 << 7,  /* R is not empty, or help runs */
	NO_E = 1 << 8,
	TALK_NOT_UNSAFE = 1 << 9,  /* the talk is not skipped-safety */
	NO_D_OR_CALLED = 1 << 10,  /* D is empty, or V since D */
	CALLED_ON_D = 1 << 11,	   /* V since D */
	NOT_CALLED_ON_D = 1 << 12, /* D is not empty, and not V since D; the next likewise */
	UNSAFE_NOT_SINCE_D = 1 << 13,
	HAS_F = 1 << 14,
	HAS_P = 1 << 15,
	HAS_H = 1 << 16,
	NOT_CALLED_ON_H = 1 << 17, /* H is not empty, and not V since H */
	HAS_A = 1 << 18,
	HAS_S = 1 << 19,
	INJURY_NOT_TALKED = 1 << 20, /* I is not empty, and not T since I */
	NO_CONSULT = 1 << 21,	     /* no consult record at all */
	WANTS_HELP_LAPSED = 1 << 22,
	WANTS_HELP_NOW = 1 << 23, /* talk is wants-help, not lapsed */
	NOT_WANTS_HELP_NOW = 1 << 24,
	IN_DOUBT = 1 << 25, /* outcome consult, or W31 with result doubt */
	EXPERT_IS_OPEN = 1 << 26,
	EXPERT_NOT_OPEN = 1 << 27,
	HELP_RUNS = 1 << 28,
	LACKS_TALK = 1 << 29,	/* missing:talk */
	LACKS_CONSULT = 1 << 30 /* missing:consult */
};

/* When a row holds: all that it names. One that names nothing does not hold. */
struct when {
	uint64_t rules;	     /* a set of the weighing's rules; 0 is any */
	uint32_t outcomes;   /* a set; 0 is whatever the outcome */
	uint32_t conditions; /* a set, all of which must hold */
};

static inline bool
when_names_something(const struct when *when)
{
	return when->rules != 0 || when->outcomes != 0 || when->conditions != 0;
}

/* The sets from which a row counts; of several, the union. A stand is a question's answers that say
 * the same as its value, and ends as mc-record(5), "TIME", says. */
enum counted_set {
	FROM_S = 1 << 0,
	FROM_D = 1 << 1,
	FROM_E = 1 << 2,
	FROM_F = 1 << 3,
	FROM_P = 1 << 4,
	FROM_H = 1 << 5,
	FROM_NEWEST_H = 1 << 6,
	FROM_A = 1 << 7,
	FROM_R = 1 << 8,
	FROM_G = 1 << 9,
	FROM_T_BUT_G = 1 << 10, /* all talks but wants-help */
	FROM_ANSWERS = 1 << 11,
	FROM_NEEDS = 1 << 12,	 /* of the partner at hand */
	STAND_OF_RULE = 1 << 13, /* of the question that the weighing's rule is about */
	STAND_SUSPICION = 1 << 14,
	STAND_CONCERN = 1 << 15,
	STAND_UNSAFE = 1 << 16,
	STAND_CAN_HELP = 1 << 17,
	STAND_ACCEPTS = 1 << 18,
	STAND_RESULT = 1 << 19,
	/* Several, each of which counts for itself; no set of the above stands beside them. */
	FROM_OVERTAKING = 1 << 20,   /* what made stale the answer that the rule is about */
	STANDS_UNREPORTED = 1 << 21, /* of each question that is asked and not reported */
	STANDS_ASKED = 1 << 22,	     /* of each that is asked */
	R_WITHOUT_STAND = 1 << 23    /* R, in whole days, when none is asked or the row's action was
					never done */
};

/* What ends a row's duty besides its action being done. */
enum ending_set {
	BY_DONE_ALONE = 0,
	UNTIL_R = 1 << 0,
	UNTIL_V = 1 << 1,
	UNTIL_X = 1 << 2,
	UNTIL_S = 1 << 3,
	UNTIL_U = 1 << 4,
	UNTIL_T = 1 << 5, /* and O, when T is not empty */
	UNTIL_C = 1 << 6, /* and O, when C is not empty */
	UNTIL_ANSWERS = 1 << 7,
	UNTIL_UNSAFE = 1 << 8,	     /* the answers to unsafe that count */
	UNTIL_RULE_ANSWERS = 1 << 9, /* those to the question that the weighing's rule is about */
	UNTIL_PLAN_REVIEW = 1 << 10
};

/* The set that counts with some rules of the weighing; the first that fits. */
struct counts_from {
	uint64_t rules; /* 0 is any */
	uint32_t sets, until;
};

/* The due date: working days after the day counted from, or a day that the plan agreed. */
enum due_kind {
	NO_MORE,	   /* behind the last */
	WORKDAYS,	   /* 0 is the day itself */
	MONITOR_DATE,	   /* the plan's when it lies after that day and is earlier than the working
			      days, or monitor was done since R; else those */
	MONITOR_DATE_ELSE, /* the plan's when it lies after that day, else the working days */
	REVIEW_DATE_ELSE,
	TERM_DATE, /* the plan's, without which the row does not hold; the next too */
	REVIEW_DATE
};

struct due_column {
	enum due_kind kind;
	unsigned workdays;
	uint64_t rules;	     /* with these rules alone; 0 is any */
	uint32_t conditions; /* and when these hold */
};

/* Partners that depend on the case; behind the vocabulary's. */
enum { ONE_PARTNER = WORD_COUNT, CASEMANAGER_OR_TOPIC, BY_NEED };

/* What the row's action being done does. */
enum when_done {
	SILENCED, /* done since its set, the row gives nothing; and it ends the duty */
	KEPT,	  /* "!": nothing; only an answer, a talk or a plan ends it */
	RENEWED	  /* "~": the term begins anew */
};

enum { WHENS = 2, FROMS = 5, DUES = 3 };

struct table_row {
	unsigned rule;
	struct when when[WHENS]; /* one of them */
	unsigned partner;
	uint8_t action, action_after_report; /* the latter when R is not empty; 0 is the same */
	struct counts_from from[FROMS];
	struct due_column due[DUES]; /* the first that holds */
	enum when_done when_done;
};

extern const struct table_row table_rows[];
extern const size_t table_row_count;

/* The rule of a case of which no row asks anything. */
enum { RULE_OF_NOTHING = 36 };

#endif
