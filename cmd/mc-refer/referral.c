#include "referral.h"

#include "manner.h"
#include "rules/situation.h"

/* The rule of a case of which nothing is due. */
enum { NOTHING_DUE = 36 };

struct referrals {
	const struct situation *situation;
	const struct partners *partners;
	struct referral *list;
	size_t count;
};

/* When the partner, or whoever stands in for it, did what the row asks. Rows by topic count
 * whoever did it. */
static struct span_set
done_for(const struct referrals *referrals, const struct table_row *row, enum word partner,
    bool by_topic)
{
	const struct case_state *state = referrals->situation->assessment->state;

	if (by_topic)
		return case_done(state, PARTNER_END, row->action);
	return span_set_union(case_done(state, partner, row->action),
	    case_done(state, partners_address(referrals->partners, partner), row->action));
}

/* Adds a referral; one of the same partner and action that stands already takes the earlier due,
 * and is anonymous when either is. */
static void
add(struct referrals *referrals, struct referral new)
{
	for (size_t i = 0; i < referrals->count; i++) {
		struct referral *old = &referrals->list[i];

		if (old->partner != new.partner || old->action != new.action)
			continue;
		if (new.due < old->due)
			old->due = new.due;
		old->is_anonymous |= new.is_anonymous;
		return;
	}
	if (referrals->count < REFERRALS_MAX)
		referrals->list[referrals->count++] = new;
}

static void
ask(struct referrals *referrals, const struct table_row *row, enum word partner, enum topic topic,
    bool by_topic)
{
	const struct situation *situation = referrals->situation;
	struct span_set done = done_for(referrals, row, partner, by_topic);

	if (situation_is_done(situation, row, topic, done))
		return;
	add(referrals,
	    (struct referral){
		.rule = row->rule,
		.partner = partners_address(referrals->partners, partner),
		.action = row->action,
		.due = situation_due(situation, row, topic, done),
		.is_anonymous = manner_is_anonymous(situation->assessment, partner, row->action),
	    });
}

/* One partner for each topic of the case; the attendance officer for absence alone, and the
 * kernteam when there is no topic. */
static void
ask_by_topic(struct referrals *referrals, const struct table_row *row)
{
	unsigned topics = referrals->situation->assessment->state->topics;

	if (topics == 0)
		ask(referrals, row, PARTNER_KERNTEAM, TOPIC_NONE, true);
	if (topics == 1u << TOPIC_ABSENCE)
		ask(referrals, row, PARTNER_LPA, TOPIC_NONE, true);
	for (enum topic topic = TOPIC_SOCIAL; topic < TOPIC_ABSENCE; topic++)
		if (topics & 1u << topic)
			ask(referrals, row, vocabulary_partner_for(topic), TOPIC_NONE, true);
}

/* A case manager who is a partner that can give help does so itself. */
static bool
casemanager_helps(enum word casemanager)
{
	return casemanager >= PARTNER_FIRST && casemanager < PARTNER_END
	    && casemanager != PARTNER_AF && casemanager != PARTNER_BOARD
	    && casemanager != PARTNER_VEILIG_THUIS && casemanager != PARTNER_INSPECTOR;
}

static void
ask_row(struct referrals *referrals, const struct table_row *row)
{
	const struct assessment *assessment = referrals->situation->assessment;

	switch (row->partner) {
	case BY_TOPIC:
		ask_by_topic(referrals, row);
		break;
	case CASEMANAGER_OR_TOPIC:
		if (casemanager_helps(assessment->casemanager))
			ask(referrals, row, assessment->casemanager, TOPIC_NONE, false);
		else
			ask_by_topic(referrals, row);
		break;
	case BY_NEED:
		for (enum topic topic = TOPIC_SOCIAL; topic < TOPIC_COUNT; topic++)
			if (!span_set_is_empty(assessment->state->needs[topic]))
				ask(referrals, row, vocabulary_partner_for(topic), topic, false);
		break;
	default:
		ask(referrals, row, (enum word)row->partner, TOPIC_NONE, false);
		break;
	}
}

size_t
referral_list(const struct assessment *assessment, const struct weighing *weighing,
    const struct partners *partners, struct referral list[REFERRALS_MAX])
{
	struct situation situation = situation_of(assessment, weighing);
	struct referrals referrals = {&situation, partners, list, 0};

	for (size_t i = 0; i < table_row_count; i++)
		if (situation_meets(&situation, &table_rows[i]))
			ask_row(&referrals, &table_rows[i]);
	if (referrals.count == 0)
		add(&referrals,
		    (struct referral){NOTHING_DUE, PARTNER_AF, ACTION_NONE, NO_DAY, false});
	return referrals.count;
}
