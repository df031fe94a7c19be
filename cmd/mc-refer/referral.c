#include "referral.h"

#include "rules/manner.h"
#include "rules/consent.h"
#include "rules/done.h"
#include "rules/situation.h"

struct referrals {
	const struct situation *situation;
	const struct partners *partners;
	struct referral *list;
	size_t count;
};

static day_number
earlier(day_number a, day_number b)
{
	return a < b ? a : b;
}

/* Adds a referral; one of the same partner and action that stands already takes the earlier days.
 * A named and an anonymous one, which the kernteam can have for two of its members, both stand. */
static void
add(struct referrals *referrals, struct referral new)
{
	for (size_t i = 0; i < referrals->count; i++) {
		struct referral *old = &referrals->list[i];

		if (old->partner != new.partner || old->action != new.action
		    || old->is_anonymous != new.is_anonymous)
			continue;
		old->since = earlier(old->since, new.since);
		old->due = earlier(old->due, new.due);
		return;
	}
	if (referrals->count < REFERRALS_MAX)
		referrals->list[referrals->count++] = new;
}

/* When the partner did the action, or who stands in for it; help of the kernteam is help of its
 * members. */
static struct span_set
done_for(const struct referrals *referrals, enum word partner, enum word action)
{
	const struct case_state *state = referrals->situation->assessment->state;
	enum word address = partners_address(referrals->partners, partner);
	struct span_set done =
	    span_set_union(done_by(state, partner, action), done_by(state, address, action));

	if (action == ACTION_HELP && vocabulary_is_member(partner))
		done = span_set_union(done, done_by(state, PARTNER_KERNTEAM, action));
	return done;
}

static void
ask(struct referrals *referrals, const struct table_row *row, enum word partner, enum topic topic)
{
	const struct situation *situation = referrals->situation;
	enum word action = situation_action(situation, row);
	enum word address = partners_address(referrals->partners, partner);
	struct demand demand;

	if (!situation_demands(
		situation, row, topic, done_for(referrals, partner, action), &demand))
		return;
	add(referrals,
	    (struct referral){
		.rule = row->rule,
		.partner = address,
		.action = action,
		.since = demand.since,
		.due = demand.due,
		.is_anonymous =
		    manner_is_anonymous_to(situation->assessment, partner, address, action),
	    });
}

/* The partners for the topics of the case, in their order: the attendance officer for absence
 * alone, the kernteam when there is no topic. Returns how many. */
static size_t
partners_by_topic(unsigned topics, enum word partner[TOPIC_COUNT])
{
	size_t count = 0;

	for (enum topic topic = TOPIC_SOCIAL; topic < TOPIC_ABSENCE; topic++)
		if (topics & 1u << topic)
			partner[count++] = vocabulary_partner_for(topic);
	if (count == 0)
		partner[count++] = topics == 0 ? PARTNER_KERNTEAM : PARTNER_LPA;
	return count;
}

static void
ask_by_topic(struct referrals *referrals, const struct table_row *row)
{
	enum word partner[TOPIC_COUNT];
	size_t count = partners_by_topic(referrals->situation->assessment->state->topics, partner);

	for (size_t i = 0; i < count; i++)
		ask(referrals, row, partner[i], TOPIC_NONE);
}

/* The first member of the kernteam that the family said yes to, else the first by topic. */
static enum word
one_partner(const struct case_state *state)
{
	enum word by_topic[TOPIC_COUNT];

	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (vocabulary_is_member(partner) && consent_own(state, partner) == CONSENT_GIVEN)
			return partner;
	(void)partners_by_topic(state->topics, by_topic);
	return by_topic[0];
}

/* A case manager who is a partner that can give help does so itself. */
static bool
casemanager_helps(enum word casemanager)
{
	return casemanager >= PARTNER_FIRST && casemanager < PARTNER_END
	    && done_can_help(casemanager);
}

static void
ask_for_needs(struct referrals *referrals, const struct table_row *row)
{
	const struct case_state *state = referrals->situation->assessment->state;

	for (enum topic topic = TOPIC_SOCIAL; topic < TOPIC_COUNT; topic++)
		if (!span_history_is_empty(case_needs(state, topic)))
			ask(referrals, row, vocabulary_partner_for(topic), topic);
}

static void
ask_row(struct referrals *referrals, const struct table_row *row)
{
	const struct assessment *assessment = referrals->situation->assessment;

	switch (row->partner) {
	case ONE_PARTNER:
		ask(referrals, row, one_partner(assessment->state), TOPIC_NONE);
		break;
	case CASEMANAGER_OR_TOPIC:
		if (casemanager_helps(assessment->casemanager))
			ask(referrals, row, assessment->casemanager, TOPIC_NONE);
		else
			ask_by_topic(referrals, row);
		break;
	case BY_NEED:
		ask_for_needs(referrals, row);
		break;
	default:
		ask(referrals, row, (enum word)row->partner, TOPIC_NONE);
		break;
	}
}

size_t
referral_list(const struct assessment *assessment, const struct weighing *weighing, day_number date,
    const struct partners *partners, struct referral list[REFERRALS_MAX])
{
	const struct span_history *all = &assessment->state->all;
	bool has_facts = !span_history_is_empty(*all);
	struct situation situation =
	    situation_of(assessment, weighing, has_facts ? all->first >> MINUTE_BITS : date);
	struct referrals referrals = {&situation, partners, list, 0};

	for (size_t i = 0; i < table_row_count; i++)
		if (situation_meets(&situation, &table_rows[i]))
			ask_row(&referrals, &table_rows[i]);
	if (referrals.count == 0)
		add(&referrals,
		    (struct referral){.rule = RULE_OF_NOTHING,
			.partner = PARTNER_AF,
			.action = ACTION_NONE,
			.since = date});
	return referrals.count;
}
