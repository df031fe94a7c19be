/*
 * Goal: over random cases, at schools with and without some of the partners,
 * the order of the records makes no difference to what is referred; every case
 * has something, in the order of the table, each action of a partner once; no
 * row is dead, and no case is in a situation that refer_situations.h has not.
 */

#include "support/check.h"

#include "support/story.h"

#include "rules/situation.h"
#include "support/situations.h"
#include "support/referred.h"

enum { CASES = 150000, REFERRING_RULES = 36, ROWS_MAX = 64 };

/* A case with what is referred in it. */
struct referred_case {
	struct case_state state;
	struct assessment assessment;
	struct weighing weighing;
	size_t count;
	struct referral list[REFERRALS_MAX];
};

static void
refer(struct referred_case *referred, const struct story *story, const struct partners *partners,
    day_number today)
{
	struct assessment weighed;

	referred->state = story_state(story);
	assessment_make(&weighed, &referred->state, STORY_TODAY);
	referred->weighing = weighing_of(&weighed);
	assessment_make(&referred->assessment, &referred->state, today);
	referred->count =
	    referral_list(&referred->assessment, &referred->weighing, partners, referred->list);
}

/* The partners of every other school, each member there or not. */
static struct partners
partners_of(uint64_t seed)
{
	struct partners partners = {.is_given = seed % 2 == 1};

	partners.is_listed[PARTNER_SOCIUS] = (seed & 2) != 0;
	partners.is_listed[PARTNER_GGD] = (seed & 4) != 0;
	partners.is_listed[PARTNER_CJG] = (seed & 8) != 0;
	partners.is_listed[PARTNER_LPA] = (seed & 16) != 0;
	return partners;
}

static bool
is_same(const struct referred_case *one, const struct referred_case *other)
{
	if (one->count != other->count || one->weighing.rule != other->weighing.rule)
		return false;
	for (size_t i = 0; i < one->count; i++) {
		const struct referral *a = &one->list[i], *b = &other->list[i];

		if (a->rule != b->rule || a->partner != b->partner || a->action != b->action
		    || a->due != b->due || a->is_anonymous != b->is_anonymous)
			return false;
	}
	return true;
}

static void
check_same(const struct referred_case *one, const struct referred_case *other, uint64_t seed,
    const char *why)
{
	char want[REFERRED_SIZE], got[REFERRED_SIZE], name[32];

	if (is_same(one, other))
		return;
	snprintf(name, sizeof(name), "seed %lu", (unsigned long)seed);
	referred_write(one->weighing.rule, one->list, one->count, want);
	referred_write(other->weighing.rule, other->list, other->count, got);
	check_string(name, why, got, want);
}

static void
test_order_makes_no_difference(void **state)
{
	static struct story story;
	static struct referred_case before, after;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		struct partners partners = partners_of(seed);

		story_make(&story, seed);
		refer(&before, &story, &partners, LAST_DAY);
		for (unsigned i = 0; i < 2; i++) {
			story_shuffle(&story);
			refer(&after, &story, &partners, LAST_DAY);
			check_same(&before, &after, seed, "in another order, what is referred");
		}
		/* Nor does the day on which the records are referred. */
		refer(&after, &story, &partners, STORY_TODAY);
		check_same(&before, &after, seed, "on another day, what is referred");
	}
}

/* What holds for the records of any case. */
static const char *
fault_of(const struct referred_case *referred, const struct partners *partners)
{
	if (referred->count == 0)
		return "nothing is referred";
	for (size_t i = 0; i < referred->count; i++) {
		const struct referral *one = &referred->list[i];

		if (one->rule < 1 || one->rule > REFERRING_RULES)
			return "there is no such rule";
		if (i > 0 && one->rule < one[-1].rule)
			return "not in the order of the table";
		if (one->rule == REFERRING_RULES && referred->count > 1)
			return "nothing is due beside something";
		if ((one->due == NO_DAY) != (one->rule == REFERRING_RULES))
			return "a due is missing, or there is one for nothing";
		if (partners_address(partners, one->partner) != one->partner)
			return "a partner that the school does not have";
		if (one->is_anonymous && one->partner == PARTNER_VEILIG_THUIS
		    && !vocabulary_is_advice(one->action))
			return "an anonymous report";
		for (size_t j = 0; j < i; j++)
			if (referred->list[j].partner == one->partner
			    && referred->list[j].action == one->action)
				return "a partner is asked the same twice";
	}
	return NULL;
}

static void
test_every_case_has_its_records(void **state)
{
	static struct story story;
	static struct referred_case referred;
	unsigned long reached[REFERRING_RULES + 1] = {0};
	char text[REFERRED_SIZE], name[8];

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		struct partners partners = partners_of(seed);

		story_make(&story, seed);
		refer(&referred, &story, &partners, LAST_DAY);
		const char *fault = fault_of(&referred, &partners);
		if (fault != NULL)
			fail_msg("seed %lu: %s: %s", (unsigned long)seed, fault,
			    referred_write(
				referred.weighing.rule, referred.list, referred.count, text));
		for (size_t i = 0; i < referred.count; i++)
			reached[referred.list[i].rule]++;
	}
	for (unsigned rule = 1; rule <= REFERRING_RULES; rule++) {
		snprintf(name, sizeof(name), "R%02u", rule);
		check_number(name, "is reached often", reached[rule] >= 50, true);
	}
}

/* The facts of refer_situations.h behind a case's conditions. */
static struct facts
facts_behind(const struct situation *situation)
{
	unsigned is = situation->conditions;
	bool no_d = span_set_is_empty(situation->assessment->state->safety.newest);

	return (struct facts){
	    .asked = !(is & ASKED) ? NOT_ASKED
		: is & UNSAFE_ASKS ? BY_UNSAFE
				   : BY_OTHER,
	    .talk = is & NO_TALK_HELD	  ? NO_TALK_YET
		: is & TALK_OPEN	  ? IS_OPEN
		: is & TALK_LAPSED	  ? HAS_LAPSED
		: !(is & TALK_NOT_UNSAFE) ? UNSAFE_TALK
					  : OTHER_TALK_HELD,
	    .d = no_d		    ? (is & NOT_ADVISED_ON_D ? NO_D_NO_V : NO_D)
		: is & ADVISED_ON_D ? ADVISED
				    : NOT_ADVISED,
	    .unreported = is & NOT_REPORTED,
	    .unsafe_since_d = !(is & UNSAFE_NOT_SINCE_D),
	    .r = is & HAS_R,
	    .f = is & HAS_F,
	    .p = is & HAS_P,
	    .h = is & HAS_H,
	    .a = is & HAS_A,
	    .s = is & HAS_S,
	    .e = !(is & E_EMPTY),
	    .expert_open = !(is & EXPERT_NOT_OPEN),
	    .consult = !(is & NO_CONSULT),
	    .runs = is & HELP_RUNS,
	    .term = is & HAS_TERM,
	    .review = is & HAS_REVIEW,
	    .lacks = is & PLAN_LACKS,
	};
}

/* How often each row holds after each rule of the weighing, in random cases. */
static unsigned long hits[ROWS_MAX][WEIGHING_RULES + 1];

static void
test_situations_are_the_possible_ones(void **state)
{
	static struct story story;
	static struct referred_case referred;

	(void)state;
	assert_true(table_row_count <= ROWS_MAX);
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		refer(&referred, &story, &every_partner, LAST_DAY);
		struct situation situation = situation_of(&referred.assessment, &referred.weighing);
		struct facts facts = facts_behind(&situation);
		unsigned rule = referred.weighing.rule;

		check_number("rule", "outcome", referred.weighing.outcome, rule_outcomes[rule]);
		if (!is_coherent(&facts) || !leads_to(&facts, rule)
		    || conditions_of(&facts) != situation.conditions)
			fail_msg("seed %lu: W%02u with conditions %#x cannot be",
			    (unsigned long)seed, rule, situation.conditions);
		for (size_t row = 0; row < table_row_count; row++)
			hits[row][rule] += situation_meets(&situation, &table_rows[row]);
	}
}

/* Every row holds in a random case after every rule of the weighing after which it may. */
static void
test_no_row_is_dead(void **state)
{
	static bool may_hold[ROWS_MAX][WEIGHING_RULES + 1];
	char name[64];

	(void)state;
	for (unsigned number = 0; number < FACTS_COUNT; number++) {
		struct facts facts = facts_numbered(number);

		if (!is_coherent(&facts))
			continue;
		for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
			struct weighing weighing = {.rule = rule, .outcome = rule_outcomes[rule]};
			struct situation situation = {
			    .conditions = conditions_of(&facts), .weighing = &weighing};

			if (!leads_to(&facts, rule))
				continue;
			for (size_t row = 0; row < table_row_count; row++)
				may_hold[row][rule] |=
				    situation_meets(&situation, &table_rows[row]);
		}
	}
	for (size_t row = 0; row < table_row_count; row++)
		for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
			snprintf(name, sizeof(name), "row %zu (R%02u) after W%02u", row + 1,
			    table_rows[row].rule, rule);
			check_number(name, "is reached", hits[row][rule] > 0, may_hold[row][rule]);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order_makes_no_difference),
	    cmocka_unit_test(test_every_case_has_its_records),
	    cmocka_unit_test(test_situations_are_the_possible_ones),
	    cmocka_unit_test(test_no_row_is_dead),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
