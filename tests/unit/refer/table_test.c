/*
 * Goal: the referral's table as a whole. Each rule is one row, in the order of
 * mc-refer(1), and none is dead; a rule of the weighing holds beside a duty
 * about staff as it does alone; and what each row asks after each rule of the
 * weighing is the reviewed function of tests/data/referral.golden, so that a
 * row that is changed shows in review as exactly what it moves.
 *
 *   table_test --write    writes the golden file anew
 *
 * referral_print.h says how the file is to be read.
 */

#include "support/check.h"

#include "rules/situation.h"
#include "support/golden.h"
#include "support/referral_print.h"

#define GOLDEN_FILE "tests/data/referral.golden"

/* The parents are told, or not, before anybody reports; what was newly found stands beside what is
 * like it. R36 is what is left. */
static const unsigned order[] = {1, 4, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 38, 14, 15, 16, 17, 18,
    19, 20, 21, 22, 37, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 39};

static void
test_rules_are_in_order(void **state)
{
	(void)state;
	assert_int_equal(table_row_count, COUNT_OF(order));
	for (size_t i = 0; i < table_row_count; i++) {
		const struct table_row *row = &table_rows[i];
		char name[32];

		snprintf(name, sizeof(name), "row %zu", i + 1);
		check_number(name, "rule", row->rule, order[i]);
		check_number(
		    name, "action", row->action >= ACTION_FIRST && row->action < ACTION_END, true);
		check_number(name, "partner",
		    (row->partner >= PARTNER_FIRST && row->partner < PARTNER_END)
			|| (row->partner >= ONE_PARTNER && row->partner <= BY_NEED),
		    true);
	}
}

/* What a row counts from, and its last due, hold whatever the rule, or there is one for each rule
 * after which it can hold. */
static void
test_every_row_has_its_columns(void **state)
{
	char name[64];

	(void)state;
	for (size_t i = 0; i < table_row_count; i++)
		for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
			const struct table_row *row = &table_rows[i];
			char text[REFERRAL_TEXT];

			describe_row(text, row, rule);
			/* Of no facts there is no set: the first day of the case. */
			snprintf(name, sizeof(name), "R%02u after W%02u", row->rule, rule);
			check_number(name, "counts from nothing",
			    strstr(text, "from nothing") != NULL,
			    row->rule == 18 && rule == WEIGHING_RULES);
		}
	for (size_t i = 0; i < table_row_count; i++) {
		const struct due_column *last = table_rows[i].due;

		while (last + 1 < table_rows[i].due + DUES && last[1].kind != NO_MORE)
			last++;
		snprintf(name, sizeof(name), "R%02u", table_rows[i].rule);
		check_number(
		    name, "last due asks", last->rules != 0 || last->conditions != 0, false);
	}
}

static void
test_no_row_is_dead(void **state)
{
	char name[64];

	(void)state;
	for (size_t i = 0; i < table_row_count; i++)
		for (size_t j = 0; j < WHENS; j++) {
			const struct when *when = &table_rows[i].when[j];
			bool may_hold = false;

			for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++)
				may_hold |= situations_may_meet(when, rule);
			snprintf(name, sizeof(name), "R%02u, when %zu", table_rows[i].rule, j + 1);
			check_number(name, "can hold", may_hold,
			    when->rules != 0 || when->outcomes != 0 || when->conditions != 0);
		}
}

static bool
meets(const struct table_row *row, unsigned rule, unsigned also, uint32_t conditions)
{
	const struct weighing weighing = {
	    .rule = rule, .also = also, .outcome = weighing_outcome_of(rule)};
	const struct situation situation = {.weighing = &weighing, .conditions = conditions};

	return situation_meets(&situation, row);
}

/* Under whatever conditions: a row holds after W08 with another when it holds after either. */
static void
test_a_rule_beside_a_duty_about_staff(void **state)
{
	enum { STAFF_DUTY = 8, MASKS = 2000 };
	struct chance chance = {8};

	(void)state;
	for (unsigned i = 0; i < MASKS; i++) {
		uint32_t conditions = chance_next(&chance) | chance_next(&chance);

		for (size_t j = 0; j < table_row_count; j++)
			for (unsigned also = STAFF_DUTY + 1; also < WEIGHING_RULES; also++) {
				const struct table_row *row = &table_rows[j];

				if (meets(row, STAFF_DUTY, also, conditions)
				    != (meets(row, STAFF_DUTY, 0, conditions)
					|| meets(row, also, 0, conditions)))
					fail_msg("R%02u after W08 also W%02u", row->rule, also);
			}
	}
}

static void
test_function_is_the_reviewed_one(void **state)
{
	(void)state;
	golden_check(GOLDEN_FILE, print_table);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rules_are_in_order),
	    cmocka_unit_test(test_every_row_has_its_columns),
	    cmocka_unit_test(test_no_row_is_dead),
	    cmocka_unit_test(test_a_rule_beside_a_duty_about_staff),
	    cmocka_unit_test(test_function_is_the_reviewed_one),
	};

	if (golden_is_written(argc, argv))
		return golden_write(GOLDEN_FILE, print_table);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
