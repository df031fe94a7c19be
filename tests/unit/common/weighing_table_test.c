/*
 * Goal: the weighing's table as a whole. Every state hits a row; no row is
 * dead; rules are numbered in order; and the whole function is the reviewed
 * one of tests/data/weighing.golden, so that a row that is changed shows in
 * review as exactly the cases that it moves.
 *
 *   weighing_table_test --write    writes the golden file anew
 *
 * weighing_tree.h and weighing_print.h say how the file is to be read.
 */

#include "support/check.h"

#include "rules/weighing.c"
#include "support/golden.h"
#include "support/weighing_print.h"

#define GOLDEN_FILE "tests/data/weighing.golden"

static unsigned root;

static int
grow(void **state)
{
	(void)state;
	root = grow_tree(all_values(), 0);
	return 0;
}

static void
test_rules_are_in_order(void **state)
{
	(void)state;
	assert_int_equal(rows[0].rule, 1);
	assert_int_equal(rows[ROWS - 1].rule, RULES);
	for (size_t i = 1; i < ROWS; i++) {
		/* A rule of two rows has them together, with one outcome. */
		assert_true(rows[i].rule == rows[i - 1].rule + 1
		    || (rows[i].rule == rows[i - 1].rule
			&& rows[i].outcome == rows[i - 1].outcome));
		assert_true(rows[i].outcome >= OUTCOME_FIRST && rows[i].outcome < OUTCOME_END);
	}
	for (size_t i = 0; i < WEIGHING_FACTS; i++)
		check_number("last row", "asks about nothing", rows[ROWS - 1].when[i], 0);
}

static void
test_no_row_is_dead(void **state)
{
	char name[32];

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		snprintf(name, sizeof(name), "row %zu (W%02u)", i + 1, rows[i].rule);
		check_number(name, "is reached", row_hits[i] > 0, true);
	}
}

/* Random states, each fact once with one value that is possible beside the others. */
static void
test_tree_is_the_look_up(void **state)
{
	struct chance chance = {34};

	(void)state;
	for (unsigned i = 0; i < 1000000; i++) {
		struct weighing_facts facts = all_values();
		unsigned tree = root, rule;
		enum word outcome;

		for (size_t place = 0; place < WEIGHING_FACTS; place++) {
			enum weighing_fact fact = fact_names[place].fact;
			uint8_t values = values_beside(&facts, fact), value;

			do
				value = (uint8_t)(1u << chance_below(&chance, MOST_VALUES));
			while ((values & value) == 0);
			facts.fact[fact] = value;
		}
		while (tree > RULES) {
			uint8_t value = facts.fact[fact_names[trees[tree].place].fact];

			tree = trees[tree].child[__builtin_ctz(value)];
		}
		weighing_look_up(&facts, &rule, &outcome);
		check_number("random state", "rule", rule, tree);
	}
}

static void
print_weighing(FILE *file)
{
	print_function(file, root);
}

static void
test_function_is_the_reviewed_one(void **state)
{
	(void)state;
	golden_check(GOLDEN_FILE, print_weighing);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rules_are_in_order),
	    cmocka_unit_test(test_no_row_is_dead),
	    cmocka_unit_test(test_tree_is_the_look_up),
	    cmocka_unit_test(test_function_is_the_reviewed_one),
	};

	if (golden_is_written(argc, argv)) {
		grow(NULL);
		return golden_write(GOLDEN_FILE, print_weighing);
	}
	return cmocka_run_group_tests(tests, grow, NULL);
}
