/*
 * Goal: over random cases, at schools with and without some of the partners,
 * the order of the records makes no difference to what is referred; every case
 * has something, each action of a partner once a manner, and no case is let go
 * before it is closed; the weigh record is due when the call is; no row is
 * dead, and no case is in a situation that situations.h has not.
 */

#include "support/check.h"

#include "support/story.h"

#include "rules/situation.h"
#include "support/situations.h"
#include "support/referred.h"

enum { CASES = 150000, REFERRING_RULES = 39, NOTHING_DUE = 36, ROWS_MAX = 64 };

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
	referred->count = referral_list(&referred->assessment, &referred->weighing,
	    case_date(&referred->state), partners, referred->list);
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
		    || a->since != b->since || a->due != b->due
		    || a->is_anonymous != b->is_anonymous)
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
	referred_write(&one->weighing, one->list, one->count, want);
	referred_write(&other->weighing, other->list, other->count, got);
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

/* What holds for one of the records of any case. */
static const char *
fault_of_one(const struct referral *one, const struct referred_case *referred,
    const struct partners *partners)
{
	bool is_nothing = one->rule == NOTHING_DUE;
	enum word outcome = referred->weighing.outcome;

	if (one->since == NO_DAY || (one->due == NO_DAY) != is_nothing)
		return "a day is missing, or there is a due for nothing";
	if (!is_nothing && one->due < one->since && one->action != ACTION_REVIEW)
		return "due before it counts";
	if (is_nothing && referred->count > 1)
		return "nothing is due beside something";
	if (is_nothing && outcome != OUTCOME_CLOSE && outcome != OUTCOME_OWN_PROTOCOL)
		return "nothing is due in a case that is not closed";
	if (partners_address(partners, one->partner) != one->partner)
		return "a partner that the school does not have";
	if (one->is_anonymous && one->partner == PARTNER_VEILIG_THUIS
	    && !vocabulary_is_advice(one->action))
		return "an anonymous report";
	return NULL;
}

/* Where a row stands in the table, R36 behind the last. */
static size_t
place_of(unsigned rule)
{
	size_t place = 0;

	while (place < table_row_count && table_rows[place].rule != rule)
		place++;
	return place;
}

static const char *
fault_of(const struct referred_case *referred, const struct partners *partners)
{
	if (referred->count == 0)
		return "nothing is referred";
	for (size_t i = 0; i < referred->count; i++) {
		const struct referral *one = &referred->list[i];
		const char *fault = fault_of_one(one, referred, partners);

		if (fault != NULL)
			return fault;
		if (i > 0 && place_of(one->rule) < place_of(one[-1].rule))
			return "not in the order of the table";
		for (size_t j = 0; j < i; j++)
			if (referred->list[j].partner == one->partner
			    && referred->list[j].action == one->action
			    && referred->list[j].is_anonymous == one->is_anonymous)
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
				&referred.weighing, referred.list, referred.count, text));
		for (size_t i = 0; i < referred.count; i++)
			reached[referred.list[i].rule]++;
	}
	for (unsigned rule = 1; rule <= REFERRING_RULES; rule++) {
		snprintf(name, sizeof(name), "R%02u", rule);
		check_number(name, "is reached often", reached[rule] >= 50, true);
	}
}

/* What keeps a case in the agenda: comforting a child is not, which is dropped after its day. */
static bool
stays(const struct referral *referral)
{
	return referral->due != NO_DAY && referral->action != ACTION_COMFORT;
}

/* A case is closed, or is outside the meldcode and was looked at again, or somebody has something
 * to do. */
static void
test_no_case_leaves_the_agenda(void **state)
{
	static struct story story;
	static struct referred_case referred;
	unsigned long gone = 0;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		bool does_stay = false;

		story_make(&story, seed);
		refer(&referred, &story, &every_partner, LAST_DAY);
		for (size_t i = 0; i < referred.count; i++)
			does_stay |= stays(&referred.list[i]);
		if (does_stay)
			continue;
		gone++;
		if (referred.weighing.outcome == OUTCOME_CLOSE
		    || (referred.weighing.outcome == OUTCOME_OWN_PROTOCOL
			&& span_set_since(done_by(&referred.state, PARTNER_AF, ACTION_REVIEW),
			    referred.state.signals.newest)))
			continue;
		fail_msg(
		    "seed %lu: W%02u asks nothing", (unsigned long)seed, referred.weighing.rule);
	}
	assert_true(gone > 50);
}

/* The earliest day from which one of two rows counts; NO_DAY when neither stands. */
static day_number
since_of(const struct referred_case *referred, unsigned rule, unsigned other)
{
	day_number since = NO_DAY;

	for (size_t i = 0; i < referred->count; i++) {
		const struct referral *one = &referred->list[i];

		if ((one->rule == rule || one->rule == other)
		    && (since == NO_DAY || one->since < since))
			since = one->since;
	}
	return since;
}

/* The weigh record is due on the day from which the call to Veilig Thuis counts, or of that and the
 * answer to unsafe the earlier. */
static void
test_due_of_the_weighing(void **state)
{
	static struct story story;
	static struct referred_case referred;
	unsigned long calls = 0, checks = 0;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		refer(&referred, &story, &every_partner, LAST_DAY);
		unsigned rule = referred.weighing.rule;

		if (rule <= 2)
			check_number(
			    "W01, W02", "due", referred.weighing.due, since_of(&referred, 1, 1));
		if (rule == 3)
			check_number(
			    "W03", "due", referred.weighing.due, since_of(&referred, 8, 19));
		calls += rule <= 2;
		checks += rule == 3;
	}
	assert_true(calls > 1000 && checks > 1000);
}

/* Cases that chance seldom makes. */
static const char *const rare_cases[] = {
    /* a report on the day on which a round ended, before that */
    "03-01T08:00 done veilig-thuis report; 03-01 answer unsafe acute; "
    "03-01T12:00 answer suspicion no; 03-02 answer suspicion yes",
    "03-01T08:00 done veilig-thuis report; 03-01 answer unsafe acute; "
    "03-01T12:00 answer suspicion no; 03-02 answer suspicion yes; 03-03 signal fear seen",
};

/* How often each row holds after each rule of the weighing. */
static unsigned long hits[ROWS_MAX][WEIGHING_RULES + 1];

static void
count_hits(const struct case_state *state)
{
	struct assessment assessment;

	assessment_make(&assessment, state, STORY_TODAY);
	struct weighing weighing = weighing_of(&assessment);
	struct situation situation = situation_of(&assessment, &weighing, 1);
	const struct rule_conditions *conditions = &rule_conditions[weighing.rule];

	if (weighing.also != 0)
		return;
	if ((conditions->always & ~situation.conditions) != 0
	    || (conditions->never & situation.conditions) != 0)
		fail_msg(
		    "W%02u with conditions %#x cannot be", weighing.rule, situation.conditions);
	for (size_t row = 0; row < table_row_count; row++)
		hits[row][weighing.rule] += situation_meets(&situation, &table_rows[row]);
}

static void
test_situations_are_the_possible_ones(void **state)
{
	static struct story story;
	struct case_state case_state;

	(void)state;
	assert_true(table_row_count <= ROWS_MAX);
	for (size_t i = 0; i < COUNT_OF(rare_cases); i++) {
		case_state = cases_state_of(rare_cases[i]);
		count_hits(&case_state);
	}
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		case_state = story_state(&story);
		count_hits(&case_state);
	}
}

/* Every row holds in some case after every rule of the weighing after which it may. */
static void
test_no_row_is_dead(void **state)
{
	char name[64];

	(void)state;
	for (size_t row = 0; row < table_row_count; row++)
		for (unsigned rule = 1; rule < WEIGHING_RULES; rule++) {
			bool may_hold = false;

			for (size_t i = 0; i < WHENS; i++)
				may_hold |= situations_may_meet(&table_rows[row].when[i], rule);
			snprintf(name, sizeof(name), "row %zu (R%02u) after W%02u", row + 1,
			    table_rows[row].rule, rule);
			check_number(name, "is reached", hits[row][rule] > 0, may_hold);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order_makes_no_difference),
	    cmocka_unit_test(test_every_case_has_its_records),
	    cmocka_unit_test(test_no_case_leaves_the_agenda),
	    cmocka_unit_test(test_due_of_the_weighing),
	    cmocka_unit_test(test_situations_are_the_possible_ones),
	    cmocka_unit_test(test_no_row_is_dead),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
