/*
 * Goal: the referral's table as a whole. Rules are numbered in order, no row
 * is dead, and what each row asks, after each rule of the weighing and under
 * which conditions, is the reviewed function of tests/data/referral.golden, so
 * that a row that is changed shows in review as exactly what it moves.
 *
 *   refer_table_test --write    writes the golden file anew
 *
 * The file has each row with what it asks, and below it the rules of the
 * weighing after which it can hold, behind the conditions that must hold then
 * (none: always). A condition that always holds after that rule, or whenever
 * another one holds, is left out, so it is the same however a row is written.
 */

#include "support/check.h"

#include "rules/situation.h"
#include "support/golden.h"
#include "support/situations.h"

#define GOLDEN_FILE "tests/data/referral.golden"

enum { ROWS_MAX = 64 };

/* What is common to all situations that lead to a rule of the weighing. */
static struct seen {
	unsigned long count;
	unsigned always;		      /* the conditions that always hold */
	unsigned with[CONDITIONS];	      /* ... whenever this one does */
	unsigned long row_count[ROWS_MAX];    /* how often the row holds */
	unsigned row_always[ROWS_MAX];	      /* the conditions that then always hold */
	unsigned long row_possible[ROWS_MAX]; /* how often those hold */
	unsigned twice;			      /* a rule of which two rows held at once */
} seen[WEIGHING_RULES + 1];

/* The conditions of every situation that leads to the rule at hand. */
static unsigned situations[FACTS_COUNT];

static void
find_common(struct seen *rule, const struct weighing *weighing)
{
	for (unsigned long i = 0; i < rule->count; i++) {
		struct situation situation = {.conditions = situations[i], .weighing = weighing};

		unsigned latest = 0;

		rule->always &= situations[i];
		for (unsigned rest = situations[i]; rest != 0; rest &= rest - 1)
			rule->with[__builtin_ctz(rest)] &= situations[i];
		for (size_t row = 0; row < table_row_count; row++)
			if (situation_meets(&situation, &table_rows[row])) {
				rule->row_count[row]++;
				rule->row_always[row] &= situations[i];
				if (table_rows[row].rule == latest)
					rule->twice = latest;
				latest = table_rows[row].rule;
			}
	}
}

static void
count_possible(struct seen *rule)
{
	for (size_t row = 0; row < table_row_count; row++)
		for (unsigned long i = 0; rule->row_count[row] > 0 && i < rule->count; i++)
			rule->row_possible[row] += (rule->row_always[row] & ~situations[i]) == 0;
}

/* Every situation, once. */
static int
look_at_all(void **state)
{
	static struct facts coherent[FACTS_COUNT];
	size_t count = 0;

	(void)state;
	assert_true(table_row_count <= ROWS_MAX);
	for (unsigned number = 0; number < FACTS_COUNT; number++) {
		coherent[count] = facts_numbered(number);
		count += is_coherent(&coherent[count]);
	}
	for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
		struct weighing weighing = {.rule = rule, .outcome = rule_outcomes[rule]};

		seen[rule] = (struct seen){.always = ~0u};
		memset(seen[rule].with, 0xFF, sizeof(seen[rule].with));
		memset(seen[rule].row_always, 0xFF, sizeof(seen[rule].row_always));
		for (size_t i = 0; i < count; i++)
			if (leads_to(&coherent[i], rule))
				situations[seen[rule].count++] = conditions_of(&coherent[i]);
		find_common(&seen[rule], &weighing);
		count_possible(&seen[rule]);
	}
	return 0;
}

/* What the row asks beside its rule of the weighing: no condition that another one brings. */
static unsigned
needed_by(const struct seen *rule, size_t row)
{
	unsigned needed = rule->row_always[row] & ~rule->always;

	for (unsigned one = 0; one < CONDITIONS; one++)
		for (unsigned other = 0; other < CONDITIONS; other++)
			if (other != one && (needed & 1u << one) != 0 && (needed & 1u << other) != 0
			    && (rule->with[other] & 1u << one) != 0)
				needed &= ~(1u << one);
	return needed;
}

static const char *const basis_names[] = {[CASE] = "the case",
    [UNSAFE_ANSWER] = "unsafe",
    [UNREPORTED_QUESTION] = "the unreported question",
    [ASKING_QUESTION] = "the asking question",
    [R] = "R",
    [D] = "D",
    [E] = "E",
    [F] = "F",
    [P] = "P",
    [H] = "H",
    [A] = "A",
    [S] = "S",
    [FIRST_OF_S] = "the first of S",
    [Q] = "Q",
    [Q_ELSE_S] = "Q, else S",
    [S_R_AND_U] = "S, R and U",
    [THE_TALK] = "the talk",
    [ACCEPTS_ANSWER] = "accepts",
    [SUSPICION_ANSWER] = "suspicion",
    [SUSPICION_AND_CONCERN] = "suspicion and concern",
    [RESULT_ANSWER] = "result",
    [NEEDS] = "the partner's needs"};

static const char *
partner_name(unsigned partner)
{
	switch (partner) {
	case BY_TOPIC:
		return "(by topic)";
	case CASEMANAGER_OR_TOPIC:
		return "(case manager, or by topic)";
	case BY_NEED:
		return "(by need)";
	default:
		return vocabulary_token((enum word)partner);
	}
}

static void
print_due(FILE *file, const struct table_row *row)
{
	static const char *const patterns[] = {[WORKDAYS] = "+%u",
	    [MONITOR_WHEN_EARLIER] = "+%u, or the monitor date when earlier",
	    [MONITOR_ELSE] = "the monitor date, else +%u",
	    [REVIEW_ELSE] = "the review date, else +%u",
	    [TERM_DATE] = "the term",
	    [REVIEW_DATE] = "the review date"};

	fprintf(file, patterns[row->due.kind], row->due.workdays);
}

static bool
needs_the_same(size_t row, unsigned rule, unsigned needed)
{
	return rule >= 1 && rule <= WEIGHING_RULES && seen[rule].row_count[row] > 0
	    && needed_by(&seen[rule], row) == needed;
}

/* The rules of the weighing after which the row needs the same: "W05-W07 W09". */
static void
print_rules(FILE *file, size_t row, unsigned needed)
{
	for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
		unsigned last = rule;

		if (!needs_the_same(row, rule, needed))
			continue;
		while (needs_the_same(row, last + 1, needed))
			last++;
		fprintf(file, " W%02u", rule);
		if (last > rule)
			fprintf(file, "-W%02u", last);
		rule = last;
	}
	fputc('\n', file);
}

static void
print_needs(FILE *file, size_t row, unsigned needed)
{
	const char *separator = "";

	fputs("    ", file);
	for (unsigned bit = 0; bit < CONDITIONS; bit++)
		if (needed & 1u << bit) {
			fprintf(file, "%s%s", separator, condition_names[bit]);
			separator = ", ";
		}
	fputs(needed == 0 ? "always:" : ":", file);
	print_rules(file, row, needed);
}

static void
print_row(FILE *file, size_t number)
{
	const struct table_row *row = &table_rows[number];

	fprintf(file, "R%02u%s %s %s, from %s: ", row->rule, row->is_kept ? " !" : "",
	    partner_name(row->partner), vocabulary_token(row->action), basis_names[row->basis]);
	print_due(file, row);
	fputc('\n', file);
	for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
		unsigned needed = needed_by(&seen[rule], number);
		bool is_first = seen[rule].row_count[number] > 0;

		for (unsigned earlier = 1; earlier < rule && is_first; earlier++)
			is_first = !needs_the_same(number, earlier, needed);
		if (is_first)
			print_needs(file, number, needed);
	}
}

static void
print_function(FILE *file)
{
	for (size_t row = 0; row < table_row_count; row++)
		print_row(file, row);
}

/* Every condition of every row matters or is told: a row is exactly what the file has of it. */
static void
test_rows_are_what_they_need(void **state)
{
	char name[64];

	(void)state;
	for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++) {
		snprintf(name, sizeof(name), "W%02u", rule);
		check_number(name, "can be", seen[rule].count > 0, true);
		for (size_t row = 0; row < table_row_count; row++) {
			snprintf(
			    name, sizeof(name), "R%02u after W%02u", table_rows[row].rule, rule);
			check_number(name, "situations", seen[rule].row_count[row],
			    seen[rule].row_possible[row]);
		}
	}
}

static void
test_no_row_is_dead(void **state)
{
	char name[64];

	(void)state;
	for (size_t row = 0; row < table_row_count; row++) {
		unsigned long count = 0;

		for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++)
			count += seen[rule].row_count[row];
		snprintf(name, sizeof(name), "row %zu (R%02u)", row + 1, table_rows[row].rule);
		check_number(name, "is reached", count > 0, true);
	}
}

/* Two rows of one rule, for two cases of it, ask the same partners the same. */
static void
check_one_rule(const struct table_row *one, const struct table_row *other, const char *name)
{
	check_number(name, "partner", other->partner, one->partner);
	check_number(name, "action", other->action, one->action);
	check_number(name, "is kept", other->is_kept, one->is_kept);
}

static void
test_rules_are_in_order(void **state)
{
	char name[64];

	(void)state;
	assert_int_equal(table_rows[0].rule, 1);
	for (size_t i = 0; i < table_row_count; i++) {
		const struct table_row *row = &table_rows[i];

		snprintf(name, sizeof(name), "row %zu (R%02u)", i + 1, row->rule);
		if (i > 0 && row->rule != row[-1].rule)
			check_number(name, "rule", row->rule, row[-1].rule + 1);
		if (i > 0 && row->rule == row[-1].rule)
			check_one_rule(row - 1, row, name);
		check_number(
		    name, "action", row->action >= ACTION_FIRST && row->action < ACTION_END, true);
		check_number(name, "partner",
		    (row->partner >= PARTNER_FIRST && row->partner < PARTNER_END)
			|| (row->partner >= BY_TOPIC && row->partner <= BY_NEED),
		    true);
	}
	assert_int_equal(table_rows[table_row_count - 1].rule, 35); /* R36 is what is left */
}

/* A record's due has one reason. */
static void
test_one_row_of_a_rule_holds(void **state)
{
	(void)state;
	for (unsigned rule = 1; rule <= WEIGHING_RULES; rule++)
		if (seen[rule].twice != 0)
			fail_msg(
			    "after W%02u two rows of R%02u hold at once", rule, seen[rule].twice);
}

static void
test_function_is_the_reviewed_one(void **state)
{
	(void)state;
	golden_check(GOLDEN_FILE, print_function);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rules_are_in_order),
	    cmocka_unit_test(test_no_row_is_dead),
	    cmocka_unit_test(test_rows_are_what_they_need),
	    cmocka_unit_test(test_one_row_of_a_rule_holds),
	    cmocka_unit_test(test_function_is_the_reviewed_one),
	};

	if (golden_is_written(argc, argv)) {
		look_at_all(NULL);
		return golden_write(GOLDEN_FILE, print_function);
	}
	return cmocka_run_group_tests(tests, look_at_all, NULL);
}
