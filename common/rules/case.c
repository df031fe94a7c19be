#include "rules/case.h"

/* Where each question's sets begin; unsafe has three answers more and stands last. */
static const uint8_t answer_base[QUESTION_END] = {
    [QUESTION_SUSPICION] = 0,
    [QUESTION_CONCERN] = 3,
    [QUESTION_CAN_HELP] = 6,
    [QUESTION_ACCEPTS] = 9,
    [QUESTION_RESULT] = 12,
    [QUESTION_UNSAFE] = 15,
};

static const uint8_t consent_slots[PARTNER_END] = {
    /* One more than the slot, so that a partner that is not here has none. */
    [PARTNER_KERNTEAM] = CONSENT_KERNTEAM + 1,
    [PARTNER_SOCIUS] = CONSENT_SOCIUS + 1,
    [PARTNER_GGD] = CONSENT_GGD + 1,
    [PARTNER_CJG] = CONSENT_CJG + 1,
    [PARTNER_LPA] = CONSENT_LPA + 1,
    [PARTNER_SOCIAL_BASE] = CONSENT_SOCIAL_BASE + 1,
    [PARTNER_COLLEAGUE] = CONSENT_COLLEAGUE + 1,
    [PARTNER_EXPERT] = CONSENT_EXPERT + 1,
};

/* The pairs that rules ask about, one more than their slot. A joint talk counts whoever held
 * it, so it has one slot; help by a partner that is no case manager elsewhere has the last. */
enum { PARTNERS = PARTNER_END - PARTNER_FIRST, ACTIONS = ACTION_END - ACTION_FIRST };

#define PAIR(partner, action) [PARTNER_##partner - PARTNER_FIRST][ACTION_##action - ACTION_FIRST]

enum { SLOT_JOINT_TALK = 15, SLOT_HELP_BY_OTHER = 24 };

static const uint8_t done_slots[PARTNERS][ACTIONS] = {
    PAIR(BOARD, INFORM) = 1,
    PAIR(AF, TELL_PARENTS) = 2,
    PAIR(VEILIG_THUIS, FEEDBACK) = 3,
    PAIR(VEILIG_THUIS, FINAL_FEEDBACK) = 4,
    PAIR(VEILIG_THUIS, ADVISE_NOW) = 5,
    PAIR(VEILIG_THUIS, ADVISE_EXPERT) = 6,
    PAIR(VEILIG_THUIS, ADVISE) = 7,
    PAIR(BOARD, STAFF_DUTY) = 8,
    PAIR(INSPECTOR, ADVISE) = 9,
    PAIR(BOARD, PEER_PROTOCOL) = 10,
    PAIR(AF, COMFORT) = 11,
    PAIR(AF, WEIGH) = 12,
    PAIR(AF, DISCUSS) = 13,
    PAIR(KERNTEAM, DISCUSS) = 14,
    PAIR(KERNTEAM, HELP) = 16,
    PAIR(COLLEAGUE, HELP) = 17,
    PAIR(SOCIUS, HELP) = 18,
    PAIR(GGD, HELP) = 19,
    PAIR(CJG, HELP) = 20,
    PAIR(LPA, HELP) = 21,
    PAIR(SOCIAL_BASE, HELP) = 22,
    PAIR(EXPERT, HELP) = 23,
    PAIR(AF, HELP) = SLOT_HELP_BY_OTHER,
    PAIR(BOARD, HELP) = SLOT_HELP_BY_OTHER,
    PAIR(VEILIG_THUIS, HELP) = SLOT_HELP_BY_OTHER,
    PAIR(INSPECTOR, HELP) = SLOT_HELP_BY_OTHER,
    PAIR(KERNTEAM, EXPLORE_GREY) = 25,
    PAIR(KERNTEAM, BEAR_AND_NORMALISE) = 26,
    PAIR(KERNTEAM, THINK_ALONG) = 27,
    PAIR(SOCIUS, PRACTICAL_HELP) = 28,
    PAIR(GGD, PRACTICAL_HELP) = 29,
    PAIR(CJG, PRACTICAL_HELP) = 30,
    PAIR(LPA, PRACTICAL_HELP) = 31,
    PAIR(KERNTEAM, PRACTICAL_HELP) = 32,
    PAIR(LPA, ABSENCE) = 33,
    PAIR(KERNTEAM, ABSENCE) = 34,
};

/* One more than the pair's slot, or 0. */
static unsigned
done_slot(enum word partner, enum word action)
{
	if (action == ACTION_JOINT_TALK)
		return SLOT_JOINT_TALK;
	return done_slots[partner - PARTNER_FIRST][action - ACTION_FIRST];
}

static void
add_duty(struct duty_set *duty, struct span when)
{
	span_set_add(&duty->newest, when);
	if (duty->first == 0 || when.begin < duty->first)
		duty->first = when.begin;
}

static void
keep_least(uint32_t *least, uint32_t value)
{
	if (*least == 0 || value < *least)
		*least = value;
}

static void
add_newest_least(struct newest_least *least, struct span when, uint32_t value)
{
	struct span_set of_record = span_set_of(when);

	if (span_set_day(of_record) < span_set_day(least->when))
		return;
	if (span_set_day(of_record) > span_set_day(least->when))
		least->of_day = least->of_minute = 0;
	if (span_is_whole_day(when)) {
		keep_least(&least->of_day, value);
	} else if (when.begin >= span_set_begin(least->when)) {
		if (when.begin > span_set_begin(least->when))
			least->of_minute = 0;
		keep_least(&least->of_minute, value);
	}
	span_set_add(&least->when, when);
}

uint32_t
newest_least_value(const struct newest_least *least)
{
	uint32_t value = least->of_day;

	if (least->of_minute != 0)
		keep_least(&value, least->of_minute);
	return value;
}

static void
add_topic(struct case_state *state, enum topic topic)
{
	if (topic != TOPIC_NONE)
		state->topics |= (uint8_t)(1u << topic);
}

static void
take_signal(struct case_state *state, enum word signal, struct span when)
{
	const struct word_entry *entry = vocabulary_entry(signal);

	switch (entry->class) {
	case CLASS_POSITIVE:
	case CLASS_NOTE:
		return;
	case CLASS_URGENT:
		add_duty(&state->safety, when);
		break;
	case CLASS_EXPERT:
		add_duty(&state->expert, when);
		break;
	case CLASS_STAFF:
		add_duty(&state->staff, when);
		break;
	case CLASS_PUPIL:
		add_duty(&state->pupil, when);
		break;
	case CLASS_NOTICE:
		add_duty(&state->notice, when);
		break;
	case CLASS_NONE:
		break;
	}
	add_duty(&state->signals, when);
	add_topic(state, entry->topic);
	if (entry->topic == TOPIC_ABSENCE)
		span_set_add(&state->absence, when);
	if (entry->class != CLASS_STAFF && entry->class != CLASS_PUPIL
	    && entry->class != CLASS_NOTICE)
		state->has_home_signal = true;
}

static void
take_done(struct case_state *state, enum word partner, enum word action, struct span when)
{
	unsigned slot = done_slot(partner, action);

	if (slot > 0)
		span_set_add(&state->done[slot - 1], when);
}

/* A consultation counts as done for the partner's discussion and every advice of it. */
static void
take_consult(struct case_state *state, enum word partner, struct span when)
{
	span_set_add(&state->consults, when);
	take_done(state, partner, ACTION_DISCUSS, when);
	take_done(state, partner, ACTION_ADVISE, when);
	take_done(state, partner, ACTION_ADVISE_NOW, when);
	take_done(state, partner, ACTION_ADVISE_EXPERT, when);
	if (partner == PARTNER_EXPERT)
		span_set_add(&state->expert_asked, when);
	if (vocabulary_is_member(partner))
		take_done(state, PARTNER_KERNTEAM, ACTION_DISCUSS, when);
	if (partner == PARTNER_COLLEAGUE)
		take_done(state, PARTNER_AF, ACTION_DISCUSS, when);
}

static void
take_action(struct case_state *state, enum word partner, enum word action, struct span when)
{
	take_done(state, partner, action, when);
	if (partner == PARTNER_VEILIG_THUIS
	    && (action == ACTION_REPORT || action == ACTION_REPORT_NOW))
		span_set_add(&state->reports, when);
	if (partner == PARTNER_EXPERT && vocabulary_is_advice(action))
		span_set_add(&state->expert_asked, when);
}

/* A talk that was not held tells by its reason what is to be judged first, with whatever party
 * it was to be. Only parents and family take or refuse help. */
static void
take_talk(struct case_state *state, enum word party, enum word talk, struct span when)
{
	if (talk == TALK_SKIPPED_SAFETY)
		add_duty(&state->safety, when);
	if (talk == TALK_SKIPPED_EXPERT || talk == TALK_SKIPPED_CONTACT)
		add_duty(&state->expert, when);
	if (party == PARTY_PARENTS || party == PARTY_FAMILY)
		span_set_add(&state->talks[talk - TALK_FIRST], when);
}

static void
take_plan(struct case_state *state, const struct case_fact *fact)
{
	switch (fact->code) {
	case PLAN_GOAL:
		span_set_add(&state->goal, fact->when);
		break;
	case PLAN_TERM:
		add_newest_least(&state->term, fact->when, fact->due);
		break;
	case PLAN_MONITOR:
		add_newest_least(&state->monitor, fact->when, fact->due);
		break;
	case PLAN_REVIEW:
		add_newest_least(&state->review, fact->when, fact->due);
		break;
	case PLAN_CASEMANAGER:
		add_newest_least(&state->casemanager, fact->when, fact->value);
		break;
	default:
		break;
	}
}

static void
take_consent(struct case_state *state, enum word partner, enum word answer, struct span when)
{
	enum consent_slot slot = case_consent_slot(partner);

	if (slot < CONSENT_SLOTS)
		span_set_add(
		    answer == ANSWER_YES ? &state->consent[slot].yes : &state->consent[slot].no,
		    when);
}

static void
take_need(struct case_state *state, enum word need, struct span when)
{
	enum topic topic = vocabulary_entry(need)->topic;

	add_topic(state, topic);
	span_set_add(&state->needs[topic], when);
}

void
case_take_fact(struct case_state *state, const struct case_fact *fact)
{
	struct span when = fact->when;

	switch (fact->kind) {
	case KIND_SIGNAL:
		take_signal(state, fact->code, when);
		break;
	case KIND_CONSULT:
		take_consult(state, fact->code, when);
		break;
	case KIND_TALK:
		take_talk(state, fact->code, fact->value, when);
		break;
	case KIND_CONSENT:
		take_consent(state, fact->code, fact->value, when);
		break;
	case KIND_ANSWER:
		span_set_add(
		    &state->answers[answer_base[fact->code] + fact->value - ANSWER_FIRST], when);
		break;
	case KIND_PLAN:
		take_plan(state, fact);
		break;
	case KIND_NEED:
		take_need(state, fact->code, when);
		break;
	case KIND_DONE:
		take_action(state, fact->code, fact->value, when);
		break;
	default:
		return;
	}
	span_set_add(&state->all, when);
}

struct span_set
case_answers(const struct case_state *state, enum word question, enum word answer)
{
	unsigned offset = answer - ANSWER_FIRST;

	/* Only unsafe has more than yes, no and doubt. */
	if (offset > ANSWER_DOUBT - ANSWER_FIRST && question != QUESTION_UNSAFE)
		return (struct span_set){0};
	return state->answers[answer_base[question] + offset];
}

struct span_set
case_answers_of(const struct case_state *state, enum word question)
{
	struct span_set all = {0};

	for (enum word answer = ANSWER_FIRST; answer < ANSWER_END; answer++)
		all = span_set_union(all, case_answers(state, question, answer));
	return all;
}

struct span_set
case_talks(const struct case_state *state, enum word talk)
{
	return state->talks[talk - TALK_FIRST];
}

struct span_set
case_talks_all(const struct case_state *state)
{
	struct span_set all = {0};

	for (size_t i = 0; i < TALK_SETS; i++)
		all = span_set_union(all, state->talks[i]);
	return all;
}

static struct span_set
done_by(const struct case_state *state, enum word partner, enum word action)
{
	unsigned slot = done_slot(partner, action);

	return slot > 0 ? state->done[slot - 1] : (struct span_set){0};
}

struct span_set
case_done(const struct case_state *state, enum word partner, enum word action)
{
	struct span_set done = {0};

	if (partner == PARTNER_END)
		for (partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
			done = span_set_union(done, done_by(state, partner, action));
	else
		done = done_by(state, partner, action);
	/* An answer is a weighing that was done. */
	if (partner == PARTNER_AF && action == ACTION_WEIGH)
		for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
			done = span_set_union(done, case_answers_of(state, question));
	return done;
}

struct span_set
case_veilig_thuis_asked(const struct case_state *state)
{
	struct span_set asked = state->reports;

	asked = span_set_union(asked, done_by(state, PARTNER_VEILIG_THUIS, ACTION_ADVISE));
	asked = span_set_union(asked, done_by(state, PARTNER_VEILIG_THUIS, ACTION_ADVISE_NOW));
	return span_set_union(asked, done_by(state, PARTNER_VEILIG_THUIS, ACTION_ADVISE_EXPERT));
}

enum consent_slot
case_consent_slot(enum word partner)
{
	uint8_t slot = consent_slots[partner];

	return slot == 0 ? CONSENT_SLOTS : (enum consent_slot)(slot - 1);
}
