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

#include "rules/weighing_table.c"
#include "support/golden.h"
#include "support/weighing_print.h"

#define GOLDEN_FILE "tests/data/weighing.golden"

/* Random states, for each test that tries them. */
enum { STATES = 300000 };

static unsigned root;

static int
grow(void **state)
{
	(void)state;
	root = grow_tree(all_values(), 0);
	return 0;
}

/* Each rule is one row, and the last, which asks about nothing, closes no case. */
static void
test_rules_are_in_order(void **state)
{
	const struct weighing_row *last = &weighing_rows[ROWS - 1];

	(void)state;
	assert_int_equal(ROWS, RULES);
	for (size_t i = 0; i < ROWS; i++) {
		const struct weighing_row *row = &weighing_rows[i];

		assert_int_equal(row->rule, i + 1);
		assert_true(row->outcome >= OUTCOME_FIRST && row->outcome < OUTCOME_END);
		assert_ptr_equal(weighing_row_of(row->rule), row);
	}
	for (size_t i = 0; i < WEIGHING_FACTS; i++)
		check_number("last row", "asks about nothing", last->when[i], 0);
	assert_int_equal(last->outcome, OUTCOME_INCOMPLETE);
	assert_null(weighing_row_of(0));
	assert_null(weighing_row_of(RULES + 1));
}

static void
test_no_row_is_dead(void **state)
{
	char name[32];

	(void)state;
	for (size_t i = 0; i < ROWS; i++) {
		snprintf(name, sizeof(name), "row %zu (W%02u)", i + 1, weighing_rows[i].rule);
		check_number(name, "is reached", row_hits[i] > 0, true);
	}
}

/* A random state: each fact once, with one value that is possible beside the others. */
static struct weighing_facts
random_state(struct chance *chance)
{
	struct weighing_facts facts = all_values();

	for (size_t place = 0; place < WEIGHING_FACTS; place++) {
		enum weighing_fact fact = fact_names[place].fact;
		uint8_t values = values_beside(&facts, fact), value;

		do
			value = (uint8_t)(1u << chance_below(chance, MOST_VALUES));
		while ((values & value) == 0);
		facts.fact[fact] = value;
	}
	return facts;
}

static void
test_tree_is_the_look_up(void **state)
{
	struct chance chance = {34};

	(void)state;
	for (unsigned i = 0; i < STATES; i++) {
		struct weighing_facts facts = random_state(&chance);
		unsigned tree = root;

		while (tree > RULES) {
			uint8_t value = facts.fact[fact_names[trees[tree].place].fact];

			tree = trees[tree].child[__builtin_ctz(value)];
		}
		check_number("random state", "rule", weighing_look_up(&facts, 0)->rule, tree);
	}
}

/* The last row is for a case of which every line was refused, and for no other. */
static void
test_last_row_is_of_no_case_with_facts(void **state)
{
	struct chance chance = {35};
	unsigned without_facts = 0;

	(void)state;
	for (unsigned i = 0; i < STATES; i++) {
		struct weighing_facts facts = random_state(&chance);
		bool is_last = weighing_look_up(&facts, 0)->rule == RULES;

		check_number("random state", "last", is_last, facts.fact[HAS_FACTS] == NO);
		without_facts += is_last;
	}
	assert_true(without_facts > 0);
}

/* A row of the weighings that is narrowed by mistake falls to one that protects more than closing:
 * what is below it never closes a case that it did not close itself, and W22 falls to the last. */
static void
test_a_narrowed_row_closes_nothing(void **state)
{
	enum { WEIGHING_1 = 15, CLOSING = 22 };
	struct chance chance = {22};
	unsigned closed = 0;

	(void)state;
	for (unsigned i = 0; i < STATES; i++) {
		struct weighing_facts facts = random_state(&chance);
		unsigned rule = weighing_look_up(&facts, 0)->rule;

		if (rule < WEIGHING_1 || rule == RULES)
			continue;
		const struct weighing_row *below = weighing_look_up(&facts, rule);

		assert_int_not_equal(below->outcome, OUTCOME_CLOSE);
		if (rule == CLOSING) {
			assert_int_equal(below->rule, RULES);
			closed++;
		}
	}
	assert_true(closed > 0);
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
	    cmocka_unit_test(test_last_row_is_of_no_case_with_facts),
	    cmocka_unit_test(test_a_narrowed_row_closes_nothing),
	    cmocka_unit_test(test_function_is_the_reviewed_one),
	};

	if (golden_is_written(argc, argv)) {
		grow(NULL);
		return golden_write(GOLDEN_FILE, print_weighing);
	}
	return cmocka_run_group_tests(tests, grow, NULL);
}
