/*
 * Goal: no placing at all costs less for its distance than is said to be the
 * least; and where boards lie within regions, one costs just that.
 */

#include "support/check.h"

#include "counts/rounding/least.h"
#include "counts/rounding/placing.h"

enum { AUGUST = 25 * MONTHS_IN_YEAR + 8, CELLS_MAX = 24, UNITS_MAX = 3 };

/* How schools lie: a letter for the board of each, one for its region, a space for none; and an s
 * for who is small. What is said is the least exactly for so many of the keys: for all where one
 * search with all goals finds it; with fewer goals, for no more. */
struct shape {
	const char *name, *boards, *regions, *small;
	unsigned keys, exact;
};

static const struct shape shapes[] = {
    {"one board", "AAAAA", "     ", "     ", 60, 60},
    {"two boards in one region", "AAAABBBB", "RRRRRRRR", "        ", 60, 60},
    {"two boards, one in a region", "AAAABBBB", "RRRR    ", "        ", 60, 60},
    {"a board within a region", "AAAA      ", "RRRRRRR   ", "          ", 10, 10},
    {"small schools of a board", "AAAABBBB", "RRRRRRRR", "    ssss", 60, 60},
    {"two boards across two regions", "AAAABBBB", "RRSSRRSS", "        ", 100, 33},
    {"small schools across two regions", "AAAABBBB", "RRSSRRSS", "sss     ", 100, 32},
    {"one school is left", "AAAABBBB ", "RRRRRRRRR", "         ", 20, 20},
    {"two schools are left", "AAAABBBB  ", "RRRRSSSSRS", "          ", 30, 29},
};

static struct bytes
letter_of(const char *letters, size_t school)
{
	return letters[school] == ' ' ? BYTES("") : (struct bytes){&letters[school], 1};
}

static void
add_schools(struct units *units, const struct shape *shape)
{
	for (size_t i = 0; i < strlen(shape->boards); i++)
		units_add(units,
		    &(struct school){
			.code = (school_code)(i + 1),
			.pupils = shape->small[i] == ' ' ? 200 : 140,
			.board = letter_of(shape->boards, i),
			.region = letter_of(shape->regions, i),
		    });
	units_qualify(units);
}

/* A hard month: what is printed is above the truth at some schools, and far below it at others; and
 * the log of the first, a very large one, may be away. */
static void
tell(struct year *year, struct year *truth, enum count_kind kind, struct chance *chance)
{
	uint32_t away = chance_is(chance, 30) ? 5000 : 0;

	year->first = truth->first = AUGUST;
	truth->units = year->units;
	year_grow(year, AUGUST);
	year_grow(truth, AUGUST);
	for (size_t i = 0; i < year->units.schools; i++) {
		uint32_t printed = 10 + 5 * chance_below(chance, 2);

		year_numbers(truth, 0, i)[kind] = printed - 6 + chance_below(chance, 14);
		printed += i == 0 ? away : 0;
		year_numbers(year, 0, i)[kind] = printed;
		year_numbers(year, 0, i)[COUNT_CASES] = printed + 5 * chance_below(chance, 3);
	}
}

/* Every placing, of up to so many units at each school. */
struct all {
	const struct goals *goals;
	int64_t number[CELLS_MAX];
	int64_t least;
};

static void
take_placing(struct all *all)
{
	int64_t penalty = 0;

	for (size_t cell = 0; cell < all->goals->cells.count; cell++)
		penalty += goals_penalty(all->goals, cell, all->number[cell]);
	if (penalty < all->least)
		all->least = penalty;
}

static void
put(struct all *all, size_t school, int64_t by)
{
	for (size_t slot = 0; slot < CELLS_SLOTS; slot++)
		all->number[all->goals->cells.of_school[school][slot]] += by;
}

static void
try_all(struct all *all, size_t school)
{
	if (school == all->goals->schools) {
		take_placing(all);
		return;
	}
	for (int units = 0; units <= UNITS_MAX; units++) {
		try_all(all, school + 1);
		put(all, school, all->goals->base);
	}
	put(all, school, -(UNITS_MAX + 1) * all->goals->base);
}

static int64_t
least_of_all(const struct goals *goals)
{
	struct all all = {.goals = goals, .least = INT64_MAX};

	assert_in_range(goals->cells.count, 1, CELLS_MAX - 1);
	for (size_t cell = 0; cell < goals->cells.count; cell++)
		all.number[cell] = goals->goal[cell].before;
	try_all(&all, 0);
	return all.least;
}

/* What is said to be the least, and what it is. */
struct answer {
	int64_t said, is;
};

static struct answer
ask(const struct shape *shape, enum count_kind kind, unsigned fill)
{
	struct year year = {.first = AUGUST}, truth = {.first = AUGUST};
	struct key key = {.bytes = {(unsigned char)fill}};
	struct chance chance = {fill * 7919 + 1};
	struct stream stream;
	struct goals goals;

	add_schools(&year.units, shape);
	tell(&year, &truth, kind, &chance);
	goals_make(&goals, kind, &year, &truth, &key, 5);
	stream_open(&stream, &key, "test", AUGUST, 0);
	struct answer answer = {least_penalty(&goals, &stream), least_of_all(&goals)};
	stream_close(&stream);
	goals_free(&goals);
	year_free(&truth);
	year_free(&year);
	units_free(&year.units);
	return answer;
}

static void
check_shape(const struct shape *shape)
{
	static const enum count_kind of_kind[] = {COUNT_CASES, COUNT_TALKED, COUNT_HELP};
	unsigned hard = 0, exact = 0;

	for (unsigned fill = 0; fill < shape->keys; fill++) {
		struct answer answer = ask(shape, of_kind[fill % COUNT_OF(of_kind)], fill);

		hard += answer.is > 0;
		exact += answer.said == answer.is;
		if (answer.said > answer.is)
			fail_msg("%s, key %u: said to be %ld, is %ld", shape->name, fill,
			    (long)answer.said, (long)answer.is);
	}
	assert_true(hard > 0);
	check_number(shape->name, "exact", exact, shape->exact);
}

static void
test_no_placing_costs_less(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		check_shape(&shapes[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_no_placing_costs_less),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
