#include "rules/assessment.h"

#include "records/workday.h"

/* The answers as voices say them; unsafe and concern have the words apart. */
static const uint8_t answer_of_voice[VOICES] = {
    [SUSPICION_YES] = ANSWER_YES,
    [SUSPICION_DOUBT] = ANSWER_DOUBT,
    [SUSPICION_NO] = ANSWER_NO,
    [CONCERN_WORRY] = ANSWER_DOUBT,
    [CONCERN_NO] = ANSWER_NO,
    [UNSAFE_ASKS] = ANSWER_DOUBT,
    [UNSAFE_NO] = ANSWER_NO,
    [CAN_HELP_NO] = ANSWER_NO,
    [CAN_HELP_DOUBT] = ANSWER_DOUBT,
    [CAN_HELP_YES] = ANSWER_YES,
    [ACCEPTS_NO] = ANSWER_NO,
    [ACCEPTS_DOUBT] = ANSWER_DOUBT,
    [ACCEPTS_YES] = ANSWER_YES,
    [RESULT_NO] = ANSWER_NO,
    [RESULT_DOUBT] = ANSWER_DOUBT,
    [RESULT_YES] = ANSWER_YES,
};

/* By rank: case.c. */
static const uint8_t unsafe_of_rank[] = {
    WORD_NONE, ANSWER_ACUTE, ANSWER_DISCLOSURE, ANSWER_STRUCTURAL, ANSWER_YES, ANSWER_DOUBT};
static const uint8_t talk_of_rank[] = {WORD_NONE, TALK_SKIPPED_SAFETY, TALK_SKIPPED_EXPERT,
    TALK_SKIPPED_CONTACT, TALK_NO_CONCERN, TALK_NO_HELP, TALK_DIVIDED, TALK_OPEN, TALK_WANTS_HELP};

static struct standing *
standing_of(struct assessment *assessment, enum word question)
{
	return &assessment->standing[question - QUESTION_FIRST];
}

static moment
later(moment a, moment b)
{
	return a > b ? a : b;
}

/* Whether records of the set are among the newest of all. */
static bool
is_newest(struct span_set set, struct span_set all)
{
	return !span_set_is_empty(set) && span_set_end(set) >= span_set_begin(all);
}

/* The voice of a question that asks for a report; VOICES when none does. */
static enum voice
asking_voice(enum word question)
{
	bool can_ask = question != QUESTION_SUSPICION && question != QUESTION_CONCERN;

	return can_ask ? case_first_voice(question) : VOICES;
}

/* 1. A report since the answers; or one since the signals, that was written down on its day or the
 * working day after: report first, write then. */
static bool
is_reported(const struct case_state *state, struct span_set answers)
{
	struct span_set reports = state->reports.newest;

	if (span_set_since(reports, answers))
		return true;
	return span_set_since(reports, state->signals.newest)
	    && span_set_day(answers) <= workday_after(span_set_day(reports), 1);
}

static bool
is_advised(const struct case_state *state, struct span_set answers)
{
	return span_set_since(state->veilig_thuis_asked, answers) || is_reported(state, answers);
}

/* 2. What is not taken back alone: the voice of a question that counts for nothing as long as
 * Veilig Thuis was not asked about the answers that ask for a report. VOICES for none. */
static enum voice
voice_left_out(const struct case_state *state, enum word question)
{
	enum voice asking = asking_voice(question);

	if (asking == VOICES)
		return VOICES;
	struct span_set asks = state->voice[asking].newest;
	if (span_set_is_empty(asks) || is_advised(state, asks))
		return VOICES;
	if (question == QUESTION_UNSAFE)
		return UNSAFE_NO;
	/* A doubt does not take the place of a no that is the newest otherwise. */
	struct span_set others = state->voice[case_end_voice(question) - 1].newest;
	return is_newest(asks, span_set_union(asks, others)) ? asking + 1 : VOICES;
}

/* The word of a voice that is among the newest answers. */
static enum word
word_of(const struct case_state *state, enum voice voice, struct span_set newest)
{
	if (voice == UNSAFE_ASKS)
		return unsafe_of_rank[newest_least_among(state->unsafe, newest)];
	if (voice == CONCERN_WORRY && is_newest(state->concern_yes, newest))
		return ANSWER_YES;
	return answer_of_voice[voice];
}

/* The newest answers that count, and the most protective of them. */
static void
read_answers(struct assessment *assessment, enum word question)
{
	const struct case_state *state = assessment->state;
	const struct span_history *said = state->voice;
	struct standing *standing = standing_of(assessment, question);
	enum voice left_out = voice_left_out(state, question);
	enum voice first = case_first_voice(question), end = case_end_voice(question);

	for (enum voice voice = first; voice < end; voice++)
		if (voice != left_out)
			standing->newest = span_set_union(standing->newest, said[voice].newest);
	standing->voice = VOICES;
	for (enum voice voice = first; voice < end && standing->voice == VOICES; voice++)
		if (voice != left_out && is_newest(said[voice].newest, standing->newest))
			standing->voice = voice;
	if (standing->voice == VOICES)
		return;
	standing->value = word_of(state, standing->voice, standing->newest);
	standing->stand.set = said[standing->voice];
	for (enum voice voice = first; voice < end; voice++)
		if (voice != left_out && voice != standing->voice)
			standing->stand.ended =
			    later(standing->stand.ended, span_set_end(said[voice].newest));
}

static void
judge_asking(struct assessment *assessment, enum word question)
{
	struct standing *standing = standing_of(assessment, question);

	standing->asks = standing->voice != VOICES && standing->voice == asking_voice(question);
	if (!standing->asks)
		return;
	standing->is_reported = is_reported(assessment->state, standing->stand.set.newest);
	standing->is_advised = is_advised(assessment->state, standing->stand.set.newest);
}

/* Takes away a value that is not since the others, unless it stays. */
static void
drop_unless_since(struct standing *standing, struct span_set others, bool stays)
{
	if (span_set_since(standing->newest, others) || stays)
		return;
	standing->value = WORD_NONE;
	standing->asks = false;
}

/* 3. A suspicion answered no ends a round: what was answered before it no longer counts. But nobody
 * closes a due report away alone, and a danger is taken back by an answer to unsafe alone. */
static void
drop_earlier_rounds(struct assessment *assessment)
{
	for (enum word question = QUESTION_UNSAFE; question <= QUESTION_RESULT; question++) {
		struct standing *standing = standing_of(assessment, question);
		bool is_settled =
		    question == QUESTION_UNSAFE ? standing->is_reported : standing->is_advised;

		drop_unless_since(standing, assessment->rounds, standing->asks && !is_settled);
	}
}

/* 4. A result is the result of help that was accepted. */
static void
drop_earlier_result(struct assessment *assessment)
{
	struct standing *result = standing_of(assessment, QUESTION_RESULT);

	drop_unless_since(result, case_newest_answers(assessment->state, QUESTION_ACCEPTS),
	    result->asks && !result->is_advised);
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

unsigned
assessment_overtaken_by(const struct assessment *assessment, enum word question)
{
	const struct case_state *state = assessment->state;
	struct span_set newest = assessment_question(assessment, question)->newest;
	unsigned by = span_set_since(newest, state->signals.newest) ? 0 : BY_SIGNALS;

	if ((question == QUESTION_SUSPICION || question == QUESTION_CONCERN
		|| question == QUESTION_RESULT)
	    && !span_set_since(newest, state->reports.newest))
		by |= BY_REPORTS;
	if (question == QUESTION_CONCERN
	    && !span_set_since(newest, assessment_question(assessment, QUESTION_SUSPICION)->newest))
		by |= BY_SUSPICION;
	if (question == QUESTION_ACCEPTS && !span_set_since(newest, state->withdrawals.newest))
		by |= BY_WITHDRAWALS;
	return by;
}

/* 5. A reassuring answer that something came after no longer reassures. */
static void
judge_staleness(struct assessment *assessment)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		struct standing *standing = standing_of(assessment, question);

		standing->is_stale = reassures(question, standing->value)
		    && assessment_overtaken_by(assessment, question) != 0;
	}
}

/* 6. Who sees unsafety suspects: only a no that holds says otherwise. Who asks for a report by
 * another question does not leave it at a doubt. */
static void
imply_suspicion(struct assessment *assessment)
{
	struct standing *suspicion = standing_of(assessment, QUESTION_SUSPICION);
	bool another_asks = standing_of(assessment, QUESTION_CAN_HELP)->asks
	    || standing_of(assessment, QUESTION_ACCEPTS)->asks
	    || standing_of(assessment, QUESTION_RESULT)->asks;

	if ((standing_of(assessment, QUESTION_UNSAFE)->asks
		&& !assessment_holds(assessment, QUESTION_SUSPICION, ANSWER_NO))
	    || (another_asks && suspicion->value == ANSWER_DOUBT)) {
		suspicion->value = ANSWER_YES;
		suspicion->is_stale = false;
	}
}

/* What else than another answer ends a stand. */
static moment
end_of_stand(const struct assessment *assessment, enum word question)
{
	const struct case_state *state = assessment->state;
	const struct standing *standing = assessment_question(assessment, question);
	const struct span_history *said = state->voice;
	moment round = span_set_end(assessment->rounds);
	moment advice = span_set_end(state->veilig_thuis_asked);

	switch (question) {
	case QUESTION_SUSPICION:
		return 0;
	case QUESTION_CONCERN:
		return later(span_set_end(said[SUSPICION_YES].newest),
		    span_set_end(said[SUSPICION_DOUBT].newest));
	case QUESTION_UNSAFE:
		return standing->asks ? 0 : round;
	default:
		/* A round ends what asks for a report when Veilig Thuis was asked, too. */
		return standing->asks && advice < round ? advice : round;
	}
}

static void
judge_answers(struct assessment *assessment)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		read_answers(assessment, question);
		judge_asking(assessment, question);
	}
	drop_earlier_rounds(assessment);
	drop_earlier_result(assessment);
	judge_staleness(assessment);
	imply_suspicion(assessment);
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		struct stand *stand = &standing_of(assessment, question)->stand;

		stand->ended = later(stand->ended, end_of_stand(assessment, question));
	}
}

/* The round before: the answers no to suspicion on days before that of its newest answers. */
static void
judge_rounds(struct assessment *assessment)
{
	const struct span_history *no = &assessment->state->voice[SUSPICION_NO];
	struct span_set suspicion = case_newest_answers(assessment->state, QUESTION_SUSPICION);

	assessment->rounds = no->newest;
	assessment->earlier_round =
	    span_set_day(no->newest) < span_set_day(suspicion) ? no->newest : no->next;
}

static void
judge_talk(struct assessment *assessment)
{
	const struct case_state *state = assessment->state;

	assessment->talks = case_talks(state).newest;
	assessment->talk = talk_of_rank[newest_least_value(state->talk)];
	assessment->talk_has_lapsed = assessment->talk == TALK_WANTS_HELP
	    && !span_set_since(assessment->talks, state->signals.newest);
}

/* The earliest due of the newest agreements, when they are of this round. */
static uint32_t
agreed(const struct assessment *assessment, struct newest_least least)
{
	return span_set_since(newest_least_when(least), assessment->rounds)
	    ? newest_least_value(least)
	    : 0;
}

/* A day is put off by an answer alone: the first that was ever agreed stands until it was judged,
 * by an answer to one of the two questions since that day. */
static day_number
agreed_day(const struct assessment *assessment, struct newest_least least, day_number first,
    enum word question, enum word other)
{
	const struct case_state *state = assessment->state;
	day_number newest = agreed(assessment, least);

	if (newest == NO_DAY)
		return NO_DAY;
	struct span_set answers =
	    span_set_union(case_newest_answers(state, question), case_newest_answers(state, other));
	return span_set_end(answers) >= span_of_day(first).begin ? newest : first;
}

static void
judge_plan(struct assessment *assessment)
{
	const struct case_rest *rest = case_rest(assessment->state);

	assessment->has_goal = span_set_since(assessment->state->goal, assessment->rounds);
	assessment->term =
	    agreed_day(assessment, rest->term, rest->first_term, QUESTION_ACCEPTS, QUESTION_RESULT);
	assessment->review = agreed_day(
	    assessment, rest->review, rest->first_review, QUESTION_SUSPICION, QUESTION_CONCERN);
	assessment->monitor = agreed(assessment, rest->monitor);
	assessment->casemanager = agreed(assessment, rest->casemanager);
}

/* Since D, or since E: what is since S is so too, for a talk that is skipped on advice does not ask
 * for that advice anew. */
static bool
is_since_duty(const struct case_state *state, struct span_set set, struct span_history duty)
{
	return span_set_since(set, duty.newest) || span_set_since(set, state->signals.newest);
}

static void
judge_duties(struct assessment *assessment)
{
	const struct case_state *state = assessment->state;

	assessment->safety_is_called =
	    is_since_duty(state, state->veilig_thuis_asked, state->safety);
	assessment->safety_is_answered = is_since_duty(
	    state, assessment_question(assessment, QUESTION_UNSAFE)->newest, state->safety);
	assessment->expert_is_open = !span_history_is_empty(state->expert)
	    && !is_since_duty(state, state->expert_asked, state->expert);
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
	    && !assessment_question(assessment, QUESTION_RESULT)->asks;
}

void
assessment_make(struct assessment *assessment, const struct case_state *state, day_number today)
{
	*assessment = (struct assessment){.state = state, .today = today};
	assessment->is_answered = !span_set_is_empty(case_newest_answers(state, WORD_NONE));
	judge_rounds(assessment);
	judge_talk(assessment);
	judge_answers(assessment);
	judge_duties(assessment);
	judge_plan(assessment);
	assessment->help_runs = help_runs(assessment);
}
