#include "rules/assessment.h"

/* The answers to each question, the most protective first. */
static const uint8_t protective_order[QUESTIONS][7] = {
#define ORDER(question) [QUESTION_##question - QUESTION_FIRST]
    ORDER(SUSPICION) = {ANSWER_YES, ANSWER_DOUBT, ANSWER_NO},
    ORDER(CONCERN) = {ANSWER_YES, ANSWER_DOUBT, ANSWER_NO},
    ORDER(UNSAFE) = {ANSWER_ACUTE, ANSWER_DISCLOSURE, ANSWER_STRUCTURAL, ANSWER_YES, ANSWER_DOUBT,
	ANSWER_NO},
    ORDER(CAN_HELP) = {ANSWER_NO, ANSWER_DOUBT, ANSWER_YES},
    ORDER(ACCEPTS) = {ANSWER_NO, ANSWER_DOUBT, ANSWER_YES},
    ORDER(RESULT) = {ANSWER_NO, ANSWER_DOUBT, ANSWER_YES},
#undef ORDER
};

static const uint8_t protective_talks[TALK_SETS] = {TALK_SKIPPED_SAFETY, TALK_SKIPPED_EXPERT,
    TALK_SKIPPED_CONTACT, TALK_NO_CONCERN, TALK_NO_HELP, TALK_DIVIDED, TALK_OPEN, TALK_WANTS_HELP,
    TALK_UNREACHED};

/* Whether an answer to the question asks for a report. */
static bool
answer_asks(enum word question, enum word answer)
{
	switch (question) {
	case QUESTION_UNSAFE:
		return answer != WORD_NONE && answer != ANSWER_NO;
	case QUESTION_CAN_HELP:
	case QUESTION_ACCEPTS:
	case QUESTION_RESULT:
		return answer == ANSWER_NO;
	default:
		return false;
	}
}

static bool
reassures(enum word question, enum word answer)
{
	switch (question) {
	case QUESTION_CAN_HELP:
	case QUESTION_ACCEPTS:
	case QUESTION_RESULT:
		return answer == ANSWER_YES;
	default:
		return answer == ANSWER_NO;
	}
}

static struct standing *
standing_of(struct assessment *assessment, enum word question)
{
	return &assessment->standing[question - QUESTION_FIRST];
}

/* Whether records of the set are among the newest of all. */
static bool
is_newest(struct span_set set, struct span_set all)
{
	return !span_set_is_empty(set) && span_set_end(set) >= span_set_begin(all);
}

/* The answers to unsafe that ask for a report. */
static struct span_set
dangers(const struct case_state *state)
{
	struct span_set set = {0};

	for (enum word answer = ANSWER_FIRST; answer < ANSWER_END; answer++)
		if (answer_asks(QUESTION_UNSAFE, answer))
			set = span_set_union(set, case_answers(state, QUESTION_UNSAFE, answer));
	return set;
}

/* The newest answers and the most protective of them. A danger once seen is not taken back
 * before Veilig Thuis was asked: until then the answers that saw it are the only ones. */
static void
read_answers(struct assessment *assessment, enum word question)
{
	const struct case_state *state = assessment->state;
	struct standing *standing = standing_of(assessment, question);
	const uint8_t *order = protective_order[question - QUESTION_FIRST];
	struct span_set seen = question == QUESTION_UNSAFE ? dangers(state) : (struct span_set){0};
	bool dangers_alone =
	    !span_set_is_empty(seen) && !span_set_since(assessment->veilig_thuis, seen);

	standing->newest = dangers_alone ? seen : assessment_answers(assessment, question);
	for (; *order != WORD_NONE; order++) {
		if (dangers_alone && !answer_asks(question, *order))
			continue;
		if (is_newest(case_answers(state, question, *order), standing->newest)) {
			standing->value = *order;
			return;
		}
	}
}

/* Takes away a value that is not since the others, unless it asks for a report and Veilig Thuis
 * was not asked since: nobody closes a due report away alone. */
static void
drop_unless_since(struct assessment *assessment, enum word question, struct span_set others)
{
	struct standing *standing = standing_of(assessment, question);
	bool stays = answer_asks(question, standing->value)
	    && !span_set_since(assessment->veilig_thuis, standing->newest);

	if (!span_set_since(standing->newest, others) && !stays)
		standing->value = WORD_NONE;
}

/* A suspicion answered no ends a round: what was answered before it no longer counts. */
static void
drop_earlier_rounds(struct assessment *assessment)
{
	drop_unless_since(assessment, QUESTION_UNSAFE, assessment->rounds);
	drop_unless_since(assessment, QUESTION_CAN_HELP, assessment->rounds);
	drop_unless_since(assessment, QUESTION_ACCEPTS, assessment->rounds);
	drop_unless_since(assessment, QUESTION_RESULT, assessment->rounds);
	/* A result is the result of help that was accepted. */
	drop_unless_since(
	    assessment, QUESTION_RESULT, assessment_answers(assessment, QUESTION_ACCEPTS));
}

/* Whether a reassuring answer has been overtaken. */
static bool
is_overtaken(const struct assessment *assessment, enum word question)
{
	const struct case_state *state = assessment->state;
	struct span_set newest = assessment_question(assessment, question)->newest;
	bool not_since_report = !span_set_since(newest, state->reports);

	if (!span_set_since(newest, state->signals.newest))
		return true;
	switch (question) {
	case QUESTION_SUSPICION:
	case QUESTION_RESULT:
		return not_since_report;
	case QUESTION_CONCERN:
		return not_since_report
		    || !span_set_since(
			newest, assessment_question(assessment, QUESTION_SUSPICION)->newest);
	case QUESTION_ACCEPTS:
		return !span_set_since(newest, assessment->withdrawals);
	default:
		return false;
	}
}

static void
judge_answers(struct assessment *assessment)
{
	struct standing *suspicion = standing_of(assessment, QUESTION_SUSPICION);
	bool has_suspicion;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		struct standing *standing = standing_of(assessment, question);

		standing->asks = answer_asks(question, standing->value);
		standing->is_reported =
		    span_set_since(assessment->state->reports, standing->newest);
		standing->is_stale =
		    reassures(question, standing->value) && is_overtaken(assessment, question);
	}
	/* Who sees unsafety suspects: only a no that holds says otherwise. */
	if (standing_of(assessment, QUESTION_UNSAFE)->asks
	    && !assessment_holds(assessment, QUESTION_SUSPICION, ANSWER_NO)) {
		suspicion->value = ANSWER_YES;
		suspicion->is_stale = false;
	}
	has_suspicion = suspicion->value == ANSWER_YES;
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		struct standing *standing = standing_of(assessment, question);

		standing->counts = question == QUESTION_UNSAFE || has_suspicion
		    || !span_set_since(assessment->veilig_thuis, standing->newest);
	}
}

static void
judge_talk(struct assessment *assessment)
{
	const struct case_state *state = assessment->state;

	assessment->talks = case_talks_all(state);
	assessment->talk = WORD_NONE;
	for (size_t i = 0; i < TALK_SETS && assessment->talk == WORD_NONE; i++)
		if (is_newest(case_talks(state, protective_talks[i]), assessment->talks))
			assessment->talk = protective_talks[i];
	assessment->talk_has_lapsed = assessment->talk == TALK_WANTS_HELP
	    && !span_set_since(assessment->talks, state->signals.newest);
	assessment->withdrawals = span_set_union(case_talks(state, TALK_NO_HELP),
	    span_set_union(case_talks(state, TALK_NO_CONCERN), case_talks(state, TALK_DIVIDED)));
}

/* The earliest due of the newest agreements, when they are of this round. */
static day_number
agreed(const struct assessment *assessment, const struct newest_least *least)
{
	return span_set_since(least->when, assessment->rounds) ? newest_least_value(least) : 0;
}

static void
judge_plan(struct assessment *assessment)
{
	const struct case_state *state = assessment->state;

	assessment->has_goal = span_set_since(state->goal, assessment->rounds);
	assessment->term = agreed(assessment, &state->term);
	assessment->monitor = agreed(assessment, &state->monitor);
	assessment->review = agreed(assessment, &state->review);
	if (!span_set_since(
		state->review.when, assessment_question(assessment, QUESTION_SUSPICION)->newest))
		assessment->review = NO_DAY;
	assessment->casemanager = (enum word)agreed(assessment, &state->casemanager);
}

/* yes, held or stale */
static bool
was_yes(const struct assessment *assessment, enum word question)
{
	return assessment_question(assessment, question)->value == ANSWER_YES;
}

static bool
help_runs(const struct assessment *assessment)
{
	return was_yes(assessment, QUESTION_SUSPICION) && was_yes(assessment, QUESTION_CAN_HELP)
	    && was_yes(assessment, QUESTION_ACCEPTS)
	    && !assessment_holds(assessment, QUESTION_RESULT, ANSWER_YES)
	    && !assessment_holds(assessment, QUESTION_RESULT, ANSWER_NO);
}

void
assessment_make(struct assessment *assessment, const struct case_state *state, day_number today)
{
	struct span_set answered = {0};

	*assessment = (struct assessment){.state = state, .today = today};
	assessment->veilig_thuis = case_veilig_thuis_asked(state);
	assessment->expert = span_set_union(assessment->veilig_thuis, state->expert_asked);
	assessment->expert_is_open = !span_set_is_empty(state->expert.newest)
	    && !span_set_since(assessment->expert, state->expert.newest);
	assessment->rounds = case_answers(state, QUESTION_SUSPICION, ANSWER_NO);
	judge_talk(assessment);
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		struct span_set answers = case_answers_of(state, question);

		assessment->answered[question - QUESTION_FIRST] = answers;
		answered = span_set_union(answered, answers);
		read_answers(assessment, question);
	}
	assessment->is_answered = !span_set_is_empty(answered);
	assessment->steps = span_set_union(answered, assessment->talks);
	drop_earlier_rounds(assessment);
	judge_answers(assessment);
	judge_plan(assessment);
	assessment->help_runs = help_runs(assessment);
}
