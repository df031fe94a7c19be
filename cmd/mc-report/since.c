#include "since.h"

/* What a rule of mc-refer(1) counts from. */
enum basis {
	CASE,
	UNSAFE,
	UNREPORTED, /* the latest question that asks and is not reported */
	ASKING,	    /* unsafe when it asks, else the latest question that asks */
	REPORTS,
	SAFETY, /* this set and the next four: the first of it until the action is done */
	EXPERT,
	STAFF,
	PUPIL,
	NOTICE,
	STEPS,
	EXPERT_OR_STEPS,
	NEWS, /* signals, reports, withdrawals */
	STEPS_OR_SIGNALS,
	TALK_OR_SIGNALS,
	TALKS,
	ACCEPTANCE,
	JUDGEMENT, /* suspicion and concern */
	SUSPECTED,
	RESULTS,
	PLAN, /* the answer that the plan belongs to */
	PRACTICAL,
	ABSENT
};

static const uint8_t bases[] = {
    [1] = UNSAFE,
    [2] = UNREPORTED,
    [3] = ASKING,
    [4] = ASKING,
    [5] = REPORTS,
    [6] = REPORTS,
    [7] = REPORTS,
    [8] = SAFETY,
    [9] = EXPERT,
    [10] = STAFF,
    [11] = STAFF,
    [12] = PUPIL,
    [13] = NOTICE,
    [14] = STEPS,
    [15] = STEPS,
    [16] = STEPS,
    [17] = NEWS,
    [18] = STEPS_OR_SIGNALS,
    [19] = SAFETY,
    [20] = EXPERT_OR_STEPS,
    [21] = TALK_OR_SIGNALS,
    [22] = STEPS_OR_SIGNALS,
    [23] = TALKS,
    [24] = TALKS,
    [25] = ACCEPTANCE,
    [26] = ACCEPTANCE,
    [27] = SUSPECTED,
    [28] = TALKS,
    [29] = JUDGEMENT,
    [30] = JUDGEMENT,
    [31] = JUDGEMENT,
    [32] = RESULTS,
    [33] = PLAN,
    [34] = PRACTICAL,
    [35] = ABSENT,
};

static struct span_set
either(struct span_set set, struct span_set other)
{
	return span_set_is_empty(set) ? other : set;
}

static struct span_set
answers(const struct assessment *assessment, enum word question)
{
	return assessment_question(assessment, question)->newest;
}

/* The latest question that asks for a report; unreported ones alone, or unsafe first. */
static struct span_set
asking(const struct assessment *assessment, bool unreported)
{
	struct span_set latest = {0};

	if (!unreported && assessment_question(assessment, QUESTION_UNSAFE)->asks)
		return answers(assessment, QUESTION_UNSAFE);
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		struct span_set newest = answers(assessment, question);

		if (!assessment_asks(assessment, question)
		    || (unreported && assessment_question(assessment, question)->is_reported))
			continue;
		if (span_set_begin(newest) >= span_set_begin(latest))
			latest = newest;
	}
	return latest;
}

/* A duty grows no younger by a second signal: its first counts until it is done. */
static day_number
duty_day(const struct case_state *state, const struct duty_set *duty, const struct entry *refer)
{
	struct span_set done = case_done(state, refer->code, refer->value);

	if (span_set_end(done) < duty->first)
		return duty->first >> MINUTE_BITS;
	return span_set_day(duty->newest);
}

static struct span_set
needs_of(const struct case_state *state, enum word partner)
{
	enum topic topic = vocabulary_entry(partner)->topic;
	struct span_set set = {0};

	if (topic != TOPIC_NONE)
		return state->needs[topic];
	for (enum topic any = TOPIC_NONE; any < TOPIC_COUNT; any++)
		set = span_set_union(set, state->needs[any]);
	return set;
}

/* The agreements of a plan are missed since the answer that asks for them. */
static struct span_set
plan_basis(const struct assessment *assessment)
{
	if (assessment_holds(assessment, QUESTION_SUSPICION, ANSWER_NO))
		return answers(assessment, QUESTION_SUSPICION);
	if (assessment_holds(assessment, QUESTION_RESULT, ANSWER_YES))
		return answers(assessment, QUESTION_RESULT);
	return answers(assessment, QUESTION_ACCEPTS);
}

static struct span_set
set_of(const struct assessment *assessment, enum basis basis, const struct entry *refer)
{
	const struct case_state *state = assessment->state;
	struct span_set signals = state->signals.newest;

	switch (basis) {
	case UNSAFE:
		return answers(assessment, QUESTION_UNSAFE);
	case UNREPORTED:
		return asking(assessment, true);
	case ASKING:
		return asking(assessment, false);
	case REPORTS:
		return state->reports;
	case STEPS:
	case EXPERT_OR_STEPS:
		return assessment->steps;
	case NEWS:
		return span_set_union(
		    span_set_union(signals, state->reports), assessment->withdrawals);
	case STEPS_OR_SIGNALS:
		return either(assessment->steps, signals);
	case TALK_OR_SIGNALS:
		return signals;
	case TALKS:
		return assessment->talks;
	case ACCEPTANCE:
		return answers(assessment, QUESTION_ACCEPTS);
	case JUDGEMENT:
		return span_set_union(
		    answers(assessment, QUESTION_SUSPICION), answers(assessment, QUESTION_CONCERN));
	case SUSPECTED:
		return answers(assessment, QUESTION_SUSPICION);
	case RESULTS:
		return answers(assessment, QUESTION_RESULT);
	case PLAN:
		return plan_basis(assessment);
	case PRACTICAL:
		return needs_of(state, refer->code);
	case ABSENT:
		return state->absence;
	default:
		return state->all;
	}
}

static const struct duty_set *
duty_of(const struct case_state *state, enum basis basis)
{
	switch (basis) {
	case SAFETY:
		return &state->safety;
	case EXPERT:
		return &state->expert;
	case STAFF:
		return &state->staff;
	case PUPIL:
		return &state->pupil;
	case NOTICE:
		return &state->notice;
	default:
		return NULL;
	}
}

day_number
since_day(const struct assessment *assessment, const struct entry *refer)
{
	const struct case_state *state = assessment->state;
	enum basis basis = refer->rule < sizeof(bases) ? bases[refer->rule] : CASE;

	if (basis == EXPERT_OR_STEPS && assessment->expert_is_open)
		basis = EXPERT;
	if (basis == TALK_OR_SIGNALS && assessment->talk == WORD_NONE && state->signals.first != 0)
		return state->signals.first >> MINUTE_BITS;
	const struct duty_set *duty = duty_of(state, basis);
	if (duty != NULL && !span_set_is_empty(duty->newest))
		return duty_day(state, duty, refer);
	return span_set_day(either(set_of(assessment, basis, refer), state->all));
}
