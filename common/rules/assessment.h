/*
 * How a case stands: what its answers, talks and plan are worth today.
 *
 * The rules by which an answer counts, lapses, goes stale or may not be taken
 * back stand in mc-meldcode(7), "HOW ANSWERS COUNT"; assessment.c follows them
 * in that order. Missing, doubtful or outdated answers never reassure.
 */

#ifndef ASSESSMENT_H
#define ASSESSMENT_H

#include "rules/case.h"

/* Since when a duty stands: what sets it, and the latest end of what ends it (0 is nothing). */
struct stand {
	struct span_history set;
	moment ended;
};

/* How one question of the framework stands. */
struct standing {
	enum word value;  /* ANSWER_*; WORD_NONE when not given */
	bool is_stale;	  /* it reassured once, and no longer does */
	bool asks;	  /* for a report to Veilig Thuis */
	bool is_reported; /* of one that asks: a report since, or just before it was written down */
	bool is_advised;  /* of one that asks: Veilig Thuis was asked since, or it is reported */
	enum voice voice; /* of its value; VOICES when it has no answer */
	struct span_set newest; /* the newest of its answers that count */
	struct stand stand;	/* its answers that say the same as its value */
};

enum { QUESTIONS = QUESTION_END - QUESTION_FIRST };

struct assessment {
	const struct case_state *state;
	day_number today;
	struct standing standing[QUESTIONS]; /* use assessment_question() */
	bool is_answered;		     /* any answer was ever given to any question */
	enum word talk;		/* the newest of T, the most protective; WORD_NONE when none */
	bool talk_has_lapsed;	/* a wants-help that is not since S */
	struct span_set talks;	/* T */
	struct span_set rounds; /* N */
	struct span_set earlier_round; /* O */
	bool safety_is_called;	       /* V since D */
	bool safety_is_answered;       /* unsafe since D: any answer that counts */
	bool expert_is_open;
	bool help_runs;
	bool has_goal;
	day_number term, monitor, review; /* NO_DAY when not given */
	enum word casemanager;		  /* PARTNER_* or ROLE_*; WORD_NONE when not given */
};

/* Assesses a case as of today; the state must outlive the assessment. */
void assessment_make(
    struct assessment *assessment, const struct case_state *state, day_number today);

static inline const struct standing *
assessment_question(const struct assessment *assessment, enum word question)
{
	return &assessment->standing[question - QUESTION_FIRST];
}

/* Whether the question has this value and it is not stale. */
static inline bool
assessment_holds(const struct assessment *assessment, enum word question, enum word answer)
{
	const struct standing *standing = assessment_question(assessment, question);

	return standing->value == answer && !standing->is_stale;
}

/* What came after a reassuring answer, so that it no longer reassures. */
enum overtaken_by {
	BY_SIGNALS = 1 << 0,	 /* S */
	BY_REPORTS = 1 << 1,	 /* R */
	BY_WITHDRAWALS = 1 << 2, /* U */
	BY_SUSPICION = 1 << 3	 /* for concern: a later answer to suspicion */
};

/* The sets that a question's newest answers are not since, as far as they overtake its value. */
unsigned assessment_overtaken_by(const struct assessment *assessment, enum word question);

/* Whether a report is asked for by this question, reported or not: unsafe always, another when
 * suspicion is yes or Veilig Thuis was not asked about it. */
static inline bool
assessment_asks(const struct assessment *assessment, enum word question)
{
	const struct standing *standing = assessment_question(assessment, question);

	return standing->asks
	    && (question == QUESTION_UNSAFE || !standing->is_advised
		|| assessment_holds(assessment, QUESTION_SUSPICION, ANSWER_YES));
}

#endif
