/*
 * The table of the referral: who does what before when.
 *
 * Row by row as mc-refer(1) shows it; a row of the page with two cases (two
 * outcomes with other dates, say) stands here as two rows of one rule.
 */

#ifndef REFERRAL_TABLE_H
#define REFERRAL_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "records/vocabulary.h"

/* Conditions of a row, all of which must hold. */
enum condition {
	ASKED = 1 << 0,		  /* a report is asked for, made or not */
	UNSAFE_ASKS = 1 << 1,	  /* ... by unsafe */
	UNSAFE_DOES_NOT = 1 << 2, /* ... by another question alone */
	NOT_REPORTED = 1 << 3,	  /* a question that asks is not reported */
	E_EMPTY = 1 << 4,
	TALK_NOT_UNSAFE = 1 << 5,  /* the talk is not skipped-safety */
	ADVISED_ON_D = 1 << 6,	   /* D is empty, or V since D */
	NOT_ADVISED_ON_D = 1 << 7, /* not V since D */
	UNSAFE_NOT_SINCE_D = 1 << 8,
	HAS_R = 1 << 9,
	HAS_F = 1 << 10,
	HAS_P = 1 << 11,
	HAS_H = 1 << 12,
	HAS_A = 1 << 13,
	HAS_S = 1 << 14,
	NO_CONSULT = 1 << 15,
	NO_TALK_HELD = 1 << 16, /* no talk with parents or family at all */
	SOME_TALK = 1 << 17,
	TALK_LAPSED = 1 << 18,	 /* wants-help from before the newest signal */
	WANTS_HELP_NOW = 1 << 19,	 /* wants-help, not lapsed */
	TALK_NOT_OPEN = 1 << 20, /* anything else */
	HELP_RUNS = 1 << 21,
	EXPERT_NOT_OPEN = 1 << 22,
	HAS_TERM = 1 << 23,
	HAS_REVIEW = 1 << 24,
	PLAN_LACKS = 1 << 25 /* the weigh record says that an agreement is missing */
};

/* The set of which the day counts. For D, E, F, P and H it is the first record's as long as the
 * partner has not done the action since: a duty grows no younger by a second signal. */
enum basis {
	CASE, /* the case's date */
	UNSAFE_ANSWER,
	UNREPORTED_QUESTION, /* the latest that asks and is not reported */
	ASKING_QUESTION,     /* unsafe when it asks, else the latest that asks */
	R,
	D,
	E,
	F,
	P,
	H,
	A,
	S,
	FIRST_OF_S,
	Q,
	Q_ELSE_S,
	S_R_AND_U,
	THE_TALK,
	ACCEPTS_ANSWER,
	SUSPICION_ANSWER,
	SUSPICION_AND_CONCERN,
	RESULT_ANSWER,
	NEEDS /* of the partner at hand */
};

/* The due date: working days after the basis, or an agreement of the plan. */
enum due_kind {
	WORKDAYS,	      /* count 0 is the day itself */
	MONITOR_WHEN_EARLIER, /* the plan's date, when it is before the working days */
	MONITOR_ELSE,	      /* the plan's date, else the working days */
	REVIEW_ELSE,
	TERM_DATE,
	REVIEW_DATE
};

/* Partners that depend on the case; behind the vocabulary's. */
enum { BY_TOPIC = WORD_COUNT, CASEMANAGER_OR_TOPIC, BY_NEED };

struct table_row {
	unsigned rule;
	uint32_t outcomes; /* a set; 0 is whatever the outcome */
	uint64_t rules;	   /* a set of the weighing's rules; 0 is any */
	unsigned conditions;
	unsigned partner;
	uint8_t action;
	enum basis basis;
	struct {
		enum due_kind kind;
		unsigned workdays;
	} due;
	bool is_kept; /* "!": never silenced, only an answer, a talk or a plan ends it */
};

extern const struct table_row table_rows[];
extern const size_t table_row_count;

#endif
