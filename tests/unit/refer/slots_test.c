/*
 * Goal: what is done is not asked again: of every row that its action ends, for
 * every partner that it can address, a done record of that partner and action
 * silences it. So each pair that a row asks is kept (done.c), and each that is
 * kept is asked for by a row; and each need that is kept is asked for too.
 */

#include "support/check.h"

#include "support/story.h"

#include "rules/done.h"
#include "rules/situation.h"
#include "support/referred.h"

enum { CASES = 60000, RULES_END = 40 };

static void
refer(struct referral list[REFERRALS_MAX], size_t *count, const struct case_state *state,
    const struct partners *partners)
{
	struct assessment assessment;

	assessment_make(&assessment, state, STORY_TODAY);
	struct weighing weighing = weighing_of(&assessment);
	*count = referral_list(&assessment, &weighing, case_date(state), partners, list);
}

static const struct table_row *
row_of(unsigned rule)
{
	for (size_t i = 0; i < table_row_count; i++)
		if (table_rows[i].rule == rule)
			return &table_rows[i];
	return NULL; /* R36, which is no row */
}

/* The day after the story: all that the case holds came before. */
enum { DONE_DAY = STORY_TODAY + 1 };

/* Fails when the action is asked of the partner though it was done, unless by a row that it does
 * not end; one that it renews counts from then. */
static void
check_silent(const struct referral *asked, const struct referral list[], size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct table_row *row = row_of(list[i].rule);

		if (list[i].partner != asked->partner || list[i].action != asked->action
		    || row->when_done == KEPT)
			continue;
		if (row->when_done == SILENCED || list[i].since != DONE_DAY)
			fail_msg("R%02u: %s %s was done, and is asked as R%02u", asked->rule,
			    vocabulary_token(asked->partner), vocabulary_token(asked->action),
			    list[i].rule);
	}
}

/* How often each action was asked of each partner by a row that it ends or renews, and by which. */
static unsigned long asked[RULES_END][PARTNER_END], pairs[PARTNER_END][ACTION_END];

static void
do_and_ask_again(
    const struct case_state *before, const struct referral *one, const struct partners *partners)
{
	struct case_state after = cases_copy(before);
	struct referral list[REFERRALS_MAX];
	size_t count;

	case_take(&after,
	    &(struct record){.kind = KIND_DONE,
		.code = one->partner,
		.value = one->action,
		.when = span_of_day(DONE_DAY)},
	    cases_rests());
	refer(list, &count, &after, partners);
	check_silent(one, list, count);
	asked[one->rule][one->partner]++;
	pairs[one->partner][one->action]++;
}

static void
test_what_is_done_is_not_asked_again(void **state)
{
	static struct story story;
	struct referral list[REFERRALS_MAX];
	size_t count;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		/* Every other school has no members of the kernteam to address. */
		struct partners partners = {.is_given = seed % 2 == 1};

		story_make(&story, seed);
		struct case_state case_state = story_state(&story);
		refer(list, &count, &case_state, &partners);
		for (size_t i = 0; i < count; i++) {
			const struct table_row *row = row_of(list[i].rule);

			if (row != NULL && row->when_done != KEPT)
				do_and_ask_again(&case_state, &list[i], &partners);
		}
	}
}

/* Who gives help as a case manager, and who is a member of the kernteam: mc-record(5). */
static const uint8_t helpers[] = {PARTNER_KERNTEAM, PARTNER_SOCIUS, PARTNER_GGD, PARTNER_CJG,
    PARTNER_LPA, PARTNER_EXPERT, PARTNER_SOCIAL_BASE, PARTNER_SUPPORT_TEAM, PARTNER_YOUTH_CARE,
    PARTNER_GUARDIAN, PARTNER_COLLEAGUE, PARTNER_SMW, PARTNER_NURSE};

static bool
is_among(const uint8_t *words, size_t count, enum word word)
{
	for (size_t i = 0; i < count; i++)
		if (words[i] == word)
			return true;
	return false;
}

static bool
is_of_kernteam(enum word partner)
{
	return partner == PARTNER_KERNTEAM || vocabulary_is_member(partner);
}

/* Whether a row can address a partner, itself or in the place of a member. */
static bool
can_address(const struct table_row *row, enum word partner)
{
	switch (row->partner) {
	case ONE_PARTNER:
		return is_of_kernteam(partner);
	case CASEMANAGER_OR_TOPIC:
		return is_among(helpers, COUNT_OF(helpers), partner);
	case BY_NEED:
		for (enum word need = NEED_FIRST; need < NEED_END; need++)
			if (vocabulary_partner_for(vocabulary_entry(need)->topic) == partner)
				return true;
		return partner == PARTNER_KERNTEAM;
	default:
		return row->partner == partner
		    || (partner == PARTNER_KERNTEAM
			&& vocabulary_is_member((enum word)row->partner));
	}
}

static void
test_every_partner_of_every_row_was_tried(void **state)
{
	char name[64];

	(void)state;
	for (size_t i = 0; i < table_row_count; i++) {
		const struct table_row *row = &table_rows[i];

		for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++) {
			snprintf(
			    name, sizeof(name), "R%02u %s", row->rule, vocabulary_token(partner));
			check_number(name, "is asked", asked[row->rule][partner] > 0,
			    row->when_done != KEPT && can_address(row, partner));
		}
	}
}

/* A pair that no row asks is none; advice and reports need none, for they end rows as sets. */
static void
test_no_pair_is_kept_for_nothing(void **state)
{
	char name[64];

	(void)state;
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		for (enum word action = ACTION_FIRST; action < ACTION_END; action++) {
			bool is_set = partner == PARTNER_VEILIG_THUIS
			    && (vocabulary_is_report(action) || action == ACTION_ADVISE_NOW
				|| action == ACTION_ADVISE_EXPERT);

			if (action == ACTION_JOINT_TALK) /* whoever held it */
				continue;
			snprintf(name, sizeof(name), "%s %s", vocabulary_token(partner),
			    vocabulary_token(action));
			check_number(name, "is kept", done_is_kept(partner, action),
			    pairs[partner][action] > 0 && !is_set);
		}
}

/* Each topic that a need has is kept apart, and is asked for. */
static void
test_every_need_is_kept(void **state)
{
	(void)state;
	for (enum word need = NEED_FIRST; need < NEED_END; need++) {
		enum topic topic = vocabulary_entry(need)->topic;
		struct case_state case_state = {0};
		struct record record = {
		    .kind = KIND_NEED, .code = need, .when = span_of_day(STORY_TODAY)};
		struct referral list[REFERRALS_MAX];
		size_t count, found = 0;

		case_take(&case_state, &record, cases_rests());
		check_number(vocabulary_token(need), "is kept",
		    span_history_is_empty(case_needs(&case_state, topic)), false);
		refer(list, &count, &case_state, &every_partner);
		for (size_t i = 0; i < count; i++)
			found += list[i].action == ACTION_PRACTICAL_HELP
			    && list[i].partner == vocabulary_partner_for(topic);
		check_number(vocabulary_token(need), "is asked for", found, 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_what_is_done_is_not_asked_again),
	    cmocka_unit_test(test_every_partner_of_every_row_was_tried),
	    cmocka_unit_test(test_no_pair_is_kept_for_nothing),
	    cmocka_unit_test(test_every_need_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
