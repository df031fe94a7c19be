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

/* How one question of the framework stands. */
struct standing {
	enum word value;  /* ANSWER_*; WORD_NONE when not given */
	bool is_stale;	  /* it reassured once, and no longer does */
	bool asks;	  /* for a report to Veilig Thuis */
	bool is_reported; /* a report since the question was answered */
	bool
	    counts; /* unsafe: always; else suspicion is yes, or Veilig Thuis was not asked since */
	struct span_set newest; /* its newest answers */
};

enum { QUESTIONS = QUESTION_END - QUESTION_FIRST };

struct assessment {
	const struct case_state *state;
	day_number today;
	struct standing standing[QUESTIONS]; /* use assessment_question() */
	struct span_set answered[QUESTIONS]; /* all answers ever given; assessment_answers() */
	bool is_answered;		     /* any answer was ever given to any question */
	enum word talk;			     /* with parents or family; WORD_NONE when none */
	bool talk_has_lapsed;		     /* a wants-help from before the newest signal */
	struct span_set talks;		     /* the newest of all talks with parents or family */
	struct span_set veilig_thuis;	     /* V */
	struct span_set expert;		     /* X */
	struct span_set rounds;		     /* N */
	struct span_set steps;		     /* Q */
	struct span_set withdrawals;	     /* U */
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

/* All answers ever given to a question, of whatever round. */
static inline struct span_set
assessment_answers(const struct assessment *assessment, enum word question)
{
	return assessment->answered[question - QUESTION_FIRST];
}

/* Whether the question has this value and it is not stale. */
static inline bool
assessment_holds(const struct assessment *assessment, enum word question, enum word answer)
{
	const struct standing *standing = assessment_question(assessment, question);

	return standing->value == answer && !standing->is_stale;
}

/* Whether a report is asked for by this question and must count: reported or not. */
static inline bool
assessment_asks(const struct assessment *assessment, enum word question)
{
	const struct standing *standing = assessment_question(assessment, question);

	return standing->asks && standing->counts;
}

#endif
