#include "rules/case.h"

#include "rules/done.h"

/* The voices of each question stand together; those of WORD_NONE are all. */
static const struct {
	uint8_t first, end;
} voices_of[QUESTION_END] = {
    [WORD_NONE] = {0, VOICES},
    [QUESTION_SUSPICION] = {SUSPICION_YES, SUSPICION_NO + 1},
    [QUESTION_CONCERN] = {CONCERN_WORRY, CONCERN_NO + 1},
    [QUESTION_UNSAFE] = {UNSAFE_ASKS, UNSAFE_NO + 1},
    [QUESTION_CAN_HELP] = {CAN_HELP_NO, CAN_HELP_YES + 1},
    [QUESTION_ACCEPTS] = {ACCEPTS_NO, ACCEPTS_YES + 1},
    [QUESTION_RESULT] = {RESULT_NO, RESULT_YES + 1},
};

enum { QUESTIONS = QUESTION_END - QUESTION_FIRST, ANSWERS = ANSWER_END - ANSWER_FIRST };

/* Which voice an answer is. Only unsafe has more answers than yes, no and doubt. */
static const uint8_t voice_of[QUESTIONS][ANSWERS] = {
#define SAYS(question, answer, voice)                                                              \
	[QUESTION_##question - QUESTION_FIRST][ANSWER_##answer - ANSWER_FIRST] = voice
    SAYS(SUSPICION, YES, SUSPICION_YES),
    SAYS(SUSPICION, DOUBT, SUSPICION_DOUBT),
    SAYS(SUSPICION, NO, SUSPICION_NO),
    SAYS(CONCERN, YES, CONCERN_WORRY),
    SAYS(CONCERN, DOUBT, CONCERN_WORRY),
    SAYS(CONCERN, NO, CONCERN_NO),
    SAYS(UNSAFE, ACUTE, UNSAFE_ASKS),
    SAYS(UNSAFE, DISCLOSURE, UNSAFE_ASKS),
    SAYS(UNSAFE, STRUCTURAL, UNSAFE_ASKS),
    SAYS(UNSAFE, YES, UNSAFE_ASKS),
    SAYS(UNSAFE, DOUBT, UNSAFE_ASKS),
    SAYS(UNSAFE, NO, UNSAFE_NO),
    SAYS(CAN_HELP, NO, CAN_HELP_NO),
    SAYS(CAN_HELP, DOUBT, CAN_HELP_DOUBT),
    SAYS(CAN_HELP, YES, CAN_HELP_YES),
    SAYS(ACCEPTS, NO, ACCEPTS_NO),
    SAYS(ACCEPTS, DOUBT, ACCEPTS_DOUBT),
    SAYS(ACCEPTS, YES, ACCEPTS_YES),
    SAYS(RESULT, NO, RESULT_NO),
    SAYS(RESULT, DOUBT, RESULT_DOUBT),
    SAYS(RESULT, YES, RESULT_YES),
#undef SAYS
};

/* The answers to unsafe that ask for a report, and the talks, the most protective first. */
static const uint8_t unsafe_ranks[ANSWERS] = {
#define RANK(answer, rank) [ANSWER_##answer - ANSWER_FIRST] = rank
    RANK(ACUTE, 1),
    RANK(DISCLOSURE, 2),
    RANK(STRUCTURAL, 3),
    RANK(YES, 4),
    RANK(DOUBT, 5),
#undef RANK
};

static const uint8_t talk_ranks[TALK_END - TALK_FIRST] = {
#define RANK(talk, rank) [TALK_##talk - TALK_FIRST] = rank
    RANK(SKIPPED_SAFETY, 1),
    RANK(SKIPPED_EXPERT, 2),
    RANK(SKIPPED_CONTACT, 3),
    RANK(NO_CONCERN, 4),
    RANK(NO_HELP, 5),
    RANK(DIVIDED, 6),
    RANK(OPEN, 7),
    RANK(WANTS_HELP, 8),
#undef RANK
};

/* The topics that needs have, one more than their slot. */
static const uint8_t need_slots[TOPIC_COUNT] = {[TOPIC_SOCIAL] = 1, [TOPIC_PARENTING] = 2};

static void
add_topic(struct case_state *state, enum topic topic)
{
	if (topic != TOPIC_NONE)
		state->topics |= (uint8_t)(1u << topic);
}

/* The set of the signals of a class; NULL for a class that asks nothing by itself. */
static struct span_history *
set_of_class(struct case_state *state, enum signal_class class, struct blocks *rests)
{
	switch (class) {
	case CLASS_URGENT:
		return &state->safety;
	case CLASS_EXPERT:
		return &state->expert;
	case CLASS_STAFF:
		return &case_own_rest(state, rests)->staff;
	case CLASS_PUPIL:
		return &case_own_rest(state, rests)->pupil;
	case CLASS_NOTICE:
		return &state->notice;
	default:
		return NULL;
	}
}

static bool is_about_home(enum signal_class class)
{
	return class != CLASS_STAFF && class != CLASS_PUPIL && class != CLASS_NOTICE;
}

static void
take_absence(struct case_state *state, enum word signal, struct span when)
{
	span_history_add(&state->absence, when);
	state->has_absence_signal |= signal == SIGNAL_ABSENCE;
}

static void
take_signal(struct case_state *state, enum word signal, struct span when, struct blocks *rests)
{
	const struct word_entry *entry = vocabulary_entry(signal);
	struct span_history *of_class = set_of_class(state, entry->class, rests);

	if (entry->class == CLASS_POSITIVE || entry->class == CLASS_NOTE)
		return;
	span_history_add(&state->signals, when);
	add_topic(state, entry->topic);
	state->has_home_signal |= is_about_home(entry->class);
	if (of_class != NULL)
		span_history_add(of_class, when);
	if (entry->topic == TOPIC_ABSENCE)
		take_absence(state, signal, when);
	if (signal == SIGNAL_INJURY || signal == SIGNAL_INJURY_PATTERN)
		span_set_add(&state->injuries, when);
}

/* Somebody was asked for advice, or told: C, and of Veilig Thuis and an expert V and X. */
static void
set_asked(struct case_state *state, enum word partner, struct span when)
{
	span_set_add(&state->somebody_asked, when);
	if (partner == PARTNER_VEILIG_THUIS)
		span_set_add(&state->veilig_thuis_asked, when);
	if (partner == PARTNER_VEILIG_THUIS || partner == PARTNER_EXPERT)
		span_set_add(&state->expert_asked, when);
}

/* Social work and the youth nurse of the school are there as those of the kernteam. */
static bool
speaks_for_kernteam(enum word partner)
{
	return vocabulary_is_member(partner) || partner == PARTNER_SMW || partner == PARTNER_NURSE;
}

/* A consultation counts as done for the partner's discussion and every advice of it. */
static void
take_consult(struct case_state *state, enum word partner, struct span when, struct blocks *rests)
{
	span_set_add(&state->consults, when);
	set_asked(state, partner, when);
	done_set(state, partner, ACTION_DISCUSS, when, rests);
	done_set(state, partner, ACTION_ADVISE, when, rests);
	if (speaks_for_kernteam(partner))
		done_set(state, PARTNER_KERNTEAM, ACTION_DISCUSS, when, rests);
	if (vocabulary_entry(partner)->sort == SORT_COLLEAGUE)
		done_set(state, PARTNER_AF, ACTION_DISCUSS, when, rests);
	if (partner == PARTNER_BOARD)
		done_set(state, PARTNER_BOARD, ACTION_INFORM, when, rests);
	if (partner == PARTNER_LPA)
		done_set(state, PARTNER_LPA, ACTION_ABSENCE, when, rests);
}

static void
take_action(struct case_state *state, enum word partner, enum word action, struct span when,
    struct blocks *rests)
{
	done_set(state, partner, action, when, rests);
	if (partner == PARTNER_VEILIG_THUIS && vocabulary_is_report(action)) {
		span_history_add(&state->reports, when);
		set_asked(state, partner, when);
	}
	if (vocabulary_is_advice(action))
		set_asked(state, partner, when);
	if (action == ACTION_DISCUSS)
		span_set_add(&state->somebody_asked, when);
	if (partner == PARTNER_VEILIG_THUIS && action == ACTION_FINAL_FEEDBACK)
		done_set(state, partner, ACTION_FEEDBACK, when, rests);
}

static bool
is_withdrawal(enum word talk)
{
	return talk == TALK_NO_HELP || talk == TALK_NO_CONCERN || talk == TALK_DIVIDED;
}

/* Only parents take or refuse help. */
static void
take_talk_with_parents(struct case_state *state, enum word talk, struct span when)
{
	newest_least_add(&state->talk, when, talk_ranks[talk - TALK_FIRST]);
	span_history_add(talk == TALK_WANTS_HELP ? &state->wants_help : &state->other_talks, when);
	if (is_withdrawal(talk))
		span_history_add(&state->withdrawals, when);
}

/* A talk that was not held tells by its reason what is to be judged first, with whatever party
 * it was to be; one for which nobody was reached tells nothing. */
static void
take_talk(struct case_state *state, enum word party, enum word talk, struct span when)
{
	if (talk == TALK_UNREACHED)
		return;
	if (talk == TALK_SKIPPED_SAFETY)
		span_history_add(&state->safety, when);
	if (talk == TALK_SKIPPED_EXPERT || talk == TALK_SKIPPED_CONTACT)
		span_history_add(&state->expert, when);
	if (party != PARTY_CHILD)
		take_talk_with_parents(state, talk, when);
	if (party == PARTY_PARENTS || party == PARTY_FAMILY)
		span_set_add(&state->with_parents, when);
	if (party == PARTY_CHILD || party == PARTY_FAMILY)
		span_set_add(&state->with_child, when);
}

static void
take_answer(struct case_state *state, enum word question, enum word answer, struct span when)
{
	unsigned number = answer - ANSWER_FIRST;

	span_history_add(&state->voice[voice_of[question - QUESTION_FIRST][number]], when);
	if (question == QUESTION_UNSAFE && unsafe_ranks[number] != 0)
		newest_least_add(&state->unsafe, when, unsafe_ranks[number]);
	if (question == QUESTION_CONCERN && answer == ANSWER_YES)
		span_set_add(&state->concern_yes, when);
}

static void
take_agreement(struct case_rest *rest, const struct case_fact *fact)
{
	switch (fact->code) {
	case PLAN_TERM:
		newest_least_add(&rest->term, fact->when, fact->due);
		rest->first_term = newest_least_of(rest->first_term, fact->due);
		break;
	case PLAN_MONITOR:
		newest_least_add(&rest->monitor, fact->when, fact->due);
		break;
	case PLAN_REVIEW:
		newest_least_add(&rest->review, fact->when, fact->due);
		rest->first_review = newest_least_of(rest->first_review, fact->due);
		break;
	case PLAN_CASEMANAGER:
		newest_least_add(&rest->casemanager, fact->when, fact->value);
		break;
	default:
		break;
	}
}

static void
take_plan(struct case_state *state, const struct case_fact *fact, struct blocks *rests)
{
	if (fact->code == PLAN_GOAL)
		span_set_add(&state->goal, fact->when);
	else
		take_agreement(case_own_rest(state, rests), fact);
}

static void
take_consent(struct case_rest *rest, enum word partner, enum word answer, struct span when)
{
	enum { NO = 1 };
	struct case_consent *consent = &rest->consent[partner - PARTNER_FIRST];
	struct newest_least newest = {.when = consent->when,
	    .of_day = consent->no_of_day,
	    .of_minute = consent->no_of_minute};

	newest_least_add(&newest, when, answer == ANSWER_NO ? NO : 0);
	consent->when = newest.when & LAST_WHEN;
	consent->no_of_day = newest.of_day == NO;
	consent->no_of_minute = newest.of_minute == NO;
}

static void
take_need(struct case_state *state, enum word need, struct span when, struct blocks *rests)
{
	enum topic topic = vocabulary_entry(need)->topic;

	add_topic(state, topic);
	if (need_slots[topic] > 0)
		span_history_add(&case_own_rest(state, rests)->needs[need_slots[topic] - 1], when);
}

void
case_take_fact(struct case_state *state, const struct case_fact *fact, struct blocks *rests)
{
	struct span when = fact->when;

	switch (fact->kind) {
	case KIND_SIGNAL:
		take_signal(state, fact->code, when, rests);
		break;
	case KIND_CONSULT:
		take_consult(state, fact->code, when, rests);
		break;
	case KIND_TALK:
		take_talk(state, fact->code, fact->value, when);
		break;
	case KIND_CONSENT:
		take_consent(case_own_rest(state, rests), fact->code, fact->value, when);
		state->has_consent = true;
		break;
	case KIND_ANSWER:
		take_answer(state, fact->code, fact->value, when);
		break;
	case KIND_PLAN:
		take_plan(state, fact, rests);
		break;
	case KIND_NEED:
		take_need(state, fact->code, when, rests);
		break;
	case KIND_DONE:
		take_action(state, fact->code, fact->value, when, rests);
		break;
	default:
		return;
	}
	span_history_add(&state->all, when);
}

/* Where a signal of the vocabulary is kept beside the first line. */
static size_t
signal_at(const struct word_entry *signal)
{
	bool is_simple = (signal->class == CLASS_NONE) & (signal->topic != TOPIC_ABSENCE);

	return is_simple ? 0 : offsetof(struct case_state, safety);
}

size_t
case_fact_at(const struct case_fact *fact)
{
	switch (fact->kind) {
	case KIND_SIGNAL:
		return signal_at(vocabulary_entry(fact->code));
	case KIND_TALK:
		return offsetof(struct case_state, talk);
	case KIND_CONSULT:
	case KIND_DONE:
		return offsetof(struct case_state, consults);
	case KIND_ANSWER:
		return offsetof(struct case_state, voice)
		    + voices_of[fact->code].first * sizeof(struct span_history);
	default:
		return 0;
	}
}

enum voice
case_first_voice(enum word question)
{
	return voices_of[question].first;
}

enum voice
case_end_voice(enum word question)
{
	return voices_of[question].end;
}

struct span_history
case_answers(const struct case_state *state, enum word question)
{
	struct span_history all = {0};

	for (enum voice voice = case_first_voice(question); voice < case_end_voice(question);
	     voice++)
		all = span_history_union(all, state->voice[voice]);
	return all;
}

struct span_set
case_newest_answers(const struct case_state *state, enum word question)
{
	struct span_set newest = {0};

	for (enum voice voice = case_first_voice(question); voice < case_end_voice(question);
	     voice++)
		newest = span_set_union(newest, state->voice[voice].newest);
	return newest;
}

struct span_history
case_talks(const struct case_state *state)
{
	return span_history_union(state->wants_help, state->other_talks);
}

struct span_history
case_needs(const struct case_state *state, enum topic topic)
{
	return need_slots[topic] > 0 ? case_rest(state)->needs[need_slots[topic] - 1]
				     : (struct span_history){0};
}
