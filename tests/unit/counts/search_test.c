/*
 * Goal: every month of any year can be published, and its numbers stay near the
 * truth and safe; who has the key gets the same units again, on every machine,
 * and another key gives others.
 */

#include "support/check.h"

#include "counts/rounding/check.h"
#include "counts/rounding/goals.h"
#include "counts/rounding/placing.h"
#include "counts/rounding/search.h"
#include "counts/rounding/stream.h"

enum { AUGUST = 25 * MONTHS_IN_YEAR + 8, SCHOOLS_MAX = 12, GROUPS_MAX = 32 };

static void
make_key(struct key *key, unsigned fill)
{
	memset(key, 0, sizeof(*key));
	memcpy(key->bytes, &fill, sizeof(fill));
}

/* Schools of equal size, so many to each board; the regions go across the boards. */
static void
make_units(struct units *units, size_t schools, size_t of_board, size_t regions)
{
	static const char *const names[] = {"A", "B", "C", "D", "E"};

	*units = (struct units){.schools = 0};
	for (size_t i = 0; i < schools; i++)
		units_add(units,
		    &(struct school){
			.code = (school_code)(i + 1),
			.pupils = 200,
			.board = bytes_of(names[i / of_board]),
			.region = bytes_of(names[i % regions]),
		    });
	units_qualify(units);
	assert_in_range(units->groups, 1, GROUPS_MAX);
}

/* How the cases of a year come. In the first four a standing never falls. */
enum story { EVEN, ONE_LARGE, QUIET_SUMMER, WILD, LATE_LOG, FORGOTTEN, STORIES };

/* How many new cases a school has at most in a month. */
static uint32_t
most_new(enum story story, struct chance *chance, size_t month, size_t school)
{
	switch (story) {
	case ONE_LARGE:
		return school == 0 ? 12 : chance_is(chance, 5);
	case QUIET_SUMMER:
		return month < 2 || month > 9 ? 0 : 3;
	case WILD:
		return chance_is(chance, 15) ? 40 : 0;
	default:
		return 3;
	}
}

static void
add_to_school(uint32_t number[COUNT_KINDS], struct chance *chance, uint32_t most)
{
	uint32_t new = chance_below(chance, most + 1), cases = number[COUNT_CASES] += new;

	number[COUNT_NEW] += chance_below(chance, new + 1);
	for (enum count_kind kind = COUNT_CONSULTED; kind <= COUNT_CLOSED; kind++)
		number[kind] += chance_below(chance, cases - number[kind] + 1) / 2;
	number[COUNT_ADVICE] += chance_below(chance, 2);
	number[COUNT_REPORT] += chance_is(chance, 20);
	number[COUNT_ACTIVE] = new + chance_below(chance, cases - new + 1);
}

/* What the logs tell in a month. kept is what they hold. */
static void
tell(const struct year *truth, enum story story, struct chance *chance, size_t month,
    uint32_t kept[SCHOOLS_MAX][COUNT_KINDS])
{
	for (size_t school = 0; school < truth->units.schools; school++) {
		uint32_t *number = year_numbers(truth, 0, school);

		add_to_school(kept[school], chance, most_new(story, chance, month, school));
		if (story == FORGOTTEN && chance_is(chance, 10))
			memset(kept[school], 0, sizeof(kept[school]));
		if (story != LATE_LOG || school != 1 || month < 3 || month > 7)
			memcpy(number, kept[school], sizeof(kept[school]));
	}
}

struct figures {
	size_t refused, numbers, beyond;
	int64_t sum, largest;
};

static void
take_number(struct figures *figures, uint64_t printed, uint64_t true_number, unsigned base)
{
	int64_t off = llabs((int64_t)printed - (int64_t)true_number);

	figures->numbers++;
	figures->sum += off;
	figures->beyond += off > base;
	if (off > figures->largest)
		figures->largest = off;
}

static void
measure(struct figures *figures, const struct year *year, const struct year *truth, unsigned base)
{
	uint64_t printed[GROUPS_MAX], true_number[GROUPS_MAX];

	for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++) {
		year_add_up(year, year->months - 1, kind, printed);
		year_add_up(truth, 0, kind, true_number);
		for (size_t i = 0; i < year->units.groups; i++)
			if (group_is_unit(&year->units.group[i]) || kinds[kind].is_by_school)
				take_number(figures, printed[i], true_number[i], base);
	}
}

static void
run_year(const struct units *units, enum story story, unsigned fill, unsigned base,
    struct figures *figures)
{
	struct chance chance = {fill * 7919 + (unsigned)story + 1};
	struct year year = {.units = *units, .first = AUGUST};
	uint32_t kept[SCHOOLS_MAX][COUNT_KINDS] = {{0}};
	struct key key;

	make_key(&key, fill);
	for (size_t month = 0; month < MONTHS_IN_YEAR; month++) {
		struct year truth = {.units = *units, .first = AUGUST + (month_number)month};

		year_grow(&truth, truth.first);
		year_grow(&year, truth.first);
		tell(&truth, story, &chance, month, kept);
		search_place(&year, &truth, &key, base);
		figures->refused += !check_month(&year, &truth, &key, base);
		measure(figures, &year, &truth, base);
		year_free(&truth);
	}
	year_free(&year);
}

static const struct {
	const char *name;
	size_t schools, of_board, regions;
	unsigned keys, base;
} shapes[] = {
    {"one school", 1, 1, 1, 200, 5},
    {"three schools", 3, 3, 1, 200, 5},
    {"four schools", 4, 4, 1, 200, 5},
    {"five schools", 5, 5, 1, 200, 5},
    {"boards across regions", 12, 6, 3, 10, 5},
    {"boards in regions", 12, 4, 1, 10, 5},
    {"base 3", 5, 5, 1, 20, 3},
    {"base 10", 12, 6, 3, 10, 10},
};

/* What gives way in a hard month is the distance alone; but in the stories in which a standing
 * never falls, little of that. */
static void
test_every_month_is_published(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(shapes) * STORIES; i++) {
		const size_t shape = i / STORIES, story = i % STORIES;
		struct figures figures = {0};
		struct units units;

		make_units(
		    &units, shapes[shape].schools, shapes[shape].of_board, shapes[shape].regions);
		for (unsigned fill = 0; fill < shapes[shape].keys; fill++)
			run_year(&units, (enum story)story, fill, shapes[shape].base, &figures);
		units_free(&units);
		check_number(shapes[shape].name, "refused", figures.refused, 0);
		if (story > WILD || shapes[shape].base == 3)
			continue;
		assert_in_range(figures.sum, 0, figures.numbers * shapes[shape].base * 2 / 5);
		assert_in_range(figures.beyond * 100, 0, figures.numbers);
		assert_in_range(figures.largest, 0, 2 * shapes[shape].base);
	}
}

/* What all cells cost, of the units that each school has. */
static int64_t
cost_of(const struct goals *goals, const uint32_t units[])
{
	int64_t number[GROUPS_MAX], cost = 0;

	for (size_t cell = 0; cell <= goals->cells.count; cell++)
		number[cell] = goals->goal[cell].before;
	for (size_t i = 0; i < goals->schools; i++)
		for (size_t slot = 0; slot < CELLS_SLOTS; slot++)
			number[goals->cells.of_school[i][slot]] += units[i] * goals->base;
	for (size_t cell = 0; cell < goals->cells.count; cell++)
		cost += goals_cost(goals, cell, number[cell]);
	return cost;
}

/* Whether a unit more, a unit less or one elsewhere costs less. */
static bool
can_improve(const struct goals *goals, uint32_t units[])
{
	int64_t now = cost_of(goals, units);
	bool can = false;

	for (size_t in = 0; in < goals->schools; in++) {
		units[in]++;
		can |= cost_of(goals, units) < now;
		for (size_t out = 0; out < goals->schools; out++) {
			if (units[out] == 0 || out == in)
				continue;
			units[out]--;
			can |= cost_of(goals, units) < now;
			units[out]++;
		}
		units[in]--;
		if (units[in] == 0)
			continue;
		units[in]--;
		can |= cost_of(goals, units) < now;
		units[in]++;
	}
	return can;
}

/* A year of one month, of some schools with these cases. */
struct month {
	struct units units;
	struct year year, truth;
	struct key key;
};

static void
open_month(struct month *month, size_t schools, const uint32_t cases[], unsigned fill)
{
	make_units(&month->units, schools, schools, 1);
	make_key(&month->key, fill);
	month->year = month->truth = (struct year){.units = month->units, .first = AUGUST};
	year_grow(&month->year, AUGUST);
	year_grow(&month->truth, AUGUST);
	for (size_t i = 0; i < schools; i++)
		for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++)
			year_numbers(&month->truth, 0, i)[kind] = cases[i];
}

static void
close_month(struct month *month)
{
	year_free(&month->year);
	year_free(&month->truth);
	units_free(&month->units);
}

static void
test_no_move_is_left(void **state)
{
	enum { KEYS = 100 };
	struct chance chance = {3};

	(void)state;
	for (unsigned fill = 0; fill < KEYS; fill++) {
		uint32_t cases[SCHOOLS_MAX];
		struct month month;
		struct goals goals;
		struct placing placing;
		struct stream stream;
		struct units units;

		for (size_t i = 0; i < SCHOOLS_MAX; i++)
			cases[i] = chance_below(&chance, 12);
		open_month(&month, SCHOOLS_MAX, cases, fill);
		make_units(&units, SCHOOLS_MAX, 5, 3);
		units_free(&month.units);
		month.units = month.year.units = month.truth.units = units;
		goals_make(&goals, COUNT_CASES, &month.year, &month.truth, &month.key, 5);
		placing_open(&placing, &goals);
		stream_open(&stream, &month.key, "test", AUGUST, fill);
		placing_begin(&placing, &stream);
		placing_improve(&placing, &stream);
		assert_false(can_improve(&goals, placing.units));
		placing_close(&placing);
		goals_free(&goals);
		close_month(&month);
	}
}

static void
test_the_key_decides(void **state)
{
	static const uint32_t cases[] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
	static const unsigned fills[] = {1, 1, 2};
	struct month month[COUNT_OF(fills)];
	size_t size = SCHOOLS_MAX * COUNT_KINDS * sizeof(uint32_t);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(fills); i++) {
		open_month(&month[i], SCHOOLS_MAX, cases, fills[i]);
		search_place(&month[i].year, &month[i].truth, &month[i].key, 5);
	}
	assert_memory_equal(month[0].year.number, month[1].year.number, size);
	assert_memory_not_equal(month[0].year.number, month[2].year.number, size);
	for (size_t i = 0; i < COUNT_OF(fills); i++)
		close_month(&month[i]);
}

/* What is needed of four schools with these cases, so that neither the largest nor the two largest
 * together learn the others; and of one school. */
static void
test_need_follows_the_two_largest(void **state)
{
	static const struct {
		uint32_t cases[4];
		int64_t need;
	} needs[] = {
	    {{0, 0, 0, 0}, -1},
	    {{9, 1, 0, 0}, 9 - 5 + 4},
	    {{9, 4, 0, 0}, 9 + 4 - 5 + 2},
	    {{4, 0, 9, 5}, 9 + 5 - 5 + 2},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(needs); i++) {
		struct month month;
		struct goals goals;

		open_month(&month, 4, needs[i].cases, 1);
		goals_make(&goals, COUNT_CASES, &month.year, &month.truth, &month.key, 5);
		assert_int_equal(goals.goal[goals.cells.of_group[0]].need, needs[i].need);
		assert_int_equal(goals.goal[goals.cells.of_group[3]].need, 0);
		goals_free(&goals);
		close_month(&month);
	}
}

/* No kind of cases has more than the printed cases and a base; active, at least what was added to
 * them, less two bases, in August one, and nothing where the ledger begins later. All schools and
 * their one board and region are one cell. */
static void
test_kinds_are_bound_to_each_other(void **state)
{
	static const uint32_t cases[] = {10, 10, 10, 10};
	struct month month;
	struct goals goals;

	(void)state;
	open_month(&month, 4, cases, 1);
	year_numbers(&month.year, 0, 0)[COUNT_CASES] = 40;
	year_numbers(&month.year, 0, 1)[COUNT_HELP] = 45;
	year_numbers(&month.year, 0, 1)[COUNT_REPORT] = 100;
	goals_make(&goals, COUNT_HELP, &month.year, &month.truth, &month.key, 5);
	assert_int_equal(goals.cells.count, 1);
	assert_int_equal(goals.goal[0].most, 45);
	assert_int_equal(goals.goal[0].weight, 4);
	assert_int_equal(goals.cells.of_group[3], goals.cells.count);
	goals_free(&goals);
	goals_make(&goals, COUNT_TALKED, &month.year, &month.truth, &month.key, 5);
	assert_int_equal(goals.cells.count, 5);
	assert_int_equal(goals.goal[goals.cells.of_group[4]].most, 5);
	goals_free(&goals);
	goals_make(&goals, COUNT_ACTIVE, &month.year, &month.truth, &month.key, 5);
	assert_int_equal(goals.goal[0].need, 45 - 5);
	assert_int_equal(goals.goal[0].most, 45);
	goals_free(&goals);
	year_grow(&month.year, AUGUST + 1);
	year_numbers(&month.year, 1, 2)[COUNT_TALKED] = 30;
	goals_make(&goals, COUNT_ACTIVE, &month.year, &month.truth, &month.key, 5);
	assert_int_equal(goals.goal[0].need, 30 - 10);
	goals_free(&goals);
	month.year.first = AUGUST + 3;
	month.year.months = 1;
	goals_make(&goals, COUNT_ACTIVE, &month.year, &month.truth, &month.key, 5);
	assert_int_equal(goals.goal[0].need, 10 + 10 - 5 + 2);
	goals_free(&goals);
	goals_make(&goals, COUNT_REPORT, &month.year, &month.truth, &month.key, 5);
	assert_true(goals_is_safe(&goals.goal[0], 1000));
	goals_free(&goals);
	close_month(&month);
}

/* One school, or two, that two boards of four leave of all schools: what is known of them keeps
 * the numbers of which it is the difference open. */
static void
test_who_is_left_learns_no_others(void **state)
{
	static const struct {
		size_t schools;
		uint32_t cases; /* of each that is left */
		int64_t need, most;
	} lefts[] = {
	    {9, 20, 20 - 15 + 4, 20 + 15 - 4},
	    {10, 10, 20 - 15 + 2, 20 + 15 - 2},
	    {10, 0, 0 - 15 + 4, 0 + 15 - 2},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lefts); i++) {
		uint32_t cases[SCHOOLS_MAX] = {0};
		struct units units;
		struct month month;
		struct goals goals;

		for (size_t school = 8; school < lefts[i].schools; school++)
			cases[school] = lefts[i].cases;
		open_month(&month, lefts[i].schools, cases, 1);
		make_units(&units, lefts[i].schools, 4, 1);
		units_free(&month.units);
		month.units = month.year.units = month.truth.units = units;
		goals_make(&goals, COUNT_HELP, &month.year, &month.truth, &month.key, 5);
		assert_int_equal(goals.cells.printed, 3);
		assert_int_equal(goals.cells.count, 3 + 1);
		assert_int_equal(goals.goal[3].need, lefts[i].need);
		assert_int_equal(goals.goal[3].most, lefts[i].most);
		assert_int_equal(goals_cost(&goals, 3, lefts[i].most), 0);
		assert_true(goals_cost(&goals, 3, lefts[i].most + 1) > 0);
		goals_free(&goals);
		close_month(&month);
	}
}

/* The jitter of one school in each month of a year. */
static void
jitters_of(unsigned fill, unsigned base, int64_t jitter[MONTHS_IN_YEAR])
{
	static const uint32_t no_cases[] = {0};
	struct month month;
	struct goals goals;

	open_month(&month, 1, no_cases, fill);
	for (size_t i = 0; i < MONTHS_IN_YEAR; i++) {
		month.year.first = AUGUST + (month_number)i;
		goals_make(&goals, COUNT_CASES, &month.year, &month.truth, &month.key, base);
		jitter[i] = goals.goal[0].aim;
		goals_free(&goals);
	}
	close_month(&month);
}

/* The jitter has every value of -J to J, steps up at most once a year, not before September, and
 * in about half of the years not at all. */
static void
test_the_jitter_steps_once(void **state)
{
	static const struct {
		unsigned base;
		int64_t most;
	} bases[] = {{3, 2}, {5, 3}, {10, 6}};
	enum { KEYS = 1000 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bases); i++) {
		size_t steps = 0, seen[2 * 6 + 1] = {0};

		for (unsigned fill = 0; fill < KEYS; fill++) {
			int64_t jitter[MONTHS_IN_YEAR];

			jitters_of(fill, bases[i].base, jitter);
			seen[jitter[0] + bases[i].most]++;
			for (size_t month = 1, ups = 0; month < MONTHS_IN_YEAR; month++) {
				assert_true(jitter[month] >= jitter[month - 1]);
				ups += jitter[month] > jitter[month - 1];
				assert_true(ups < 2);
				steps += jitter[month] > jitter[month - 1];
			}
		}
		/* Of two values that differ, with a month 1 to 11 of 1 to 22. */
		assert_in_range(steps, KEYS * 36 / 100, KEYS * 52 / 100);
		for (int64_t j = 0; j <= 2 * bases[i].most; j++)
			assert_true(seen[j] > 0);
	}
}

/* The last look finds a number that is no multiple, that fell, or that is not safe. */
static void
test_the_check_finds_what_is_wrong(void **state)
{
	static const struct {
		const char *name;
		enum count_kind kind;
		int32_t by;
	} wrongs[] = {
	    {"one more", COUNT_CASES, 1},
	    {"less than before", COUNT_REPORT, -20},
	    {"less than needed", COUNT_CASES, -20},
	    {"more than the cases", COUNT_CONSULTED, 20},
	};
	static const uint32_t cases[] = {20, 20, 20, 20};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(wrongs); i++) {
		struct month month;

		open_month(&month, 4, cases, 1);
		search_place(&month.year, &month.truth, &month.key, 5);
		assert_true(check_month(&month.year, &month.truth, &month.key, 5));
		year_grow(&month.year, AUGUST + 1);
		month.truth.first++;
		search_place(&month.year, &month.truth, &month.key, 5);
		assert_true(check_month(&month.year, &month.truth, &month.key, 5));
		year_numbers(&month.year, 1, 0)[wrongs[i].kind] += (uint32_t)wrongs[i].by;
		check_number(wrongs[i].name, "check",
		    check_month(&month.year, &month.truth, &month.key, 5), false);
		close_month(&month);
	}
}

/* Worked out with another implementation of BLAKE2b; a change would round every ledger anew. */
static void
test_the_stream_is_the_same_everywhere(void **state)
{
	struct stream stream;
	struct key key;
	size_t seen[6] = {0};

	(void)state;
	make_key(&key, 7);
	stream_open(&stream, &key, "cases", AUGUST, 3);
	assert_int_equal(stream_below(&stream, UINT32_MAX), UINT32_C(3879398841));
	assert_int_equal(stream_below(&stream, UINT32_MAX), UINT32_C(2623718811));
	stream_open_named(&stream, &key, "cases", AUGUST, "board:B");
	assert_int_equal(stream_below(&stream, UINT32_MAX), UINT32_C(1611860892));
	for (size_t i = 0; i < 6000; i++)
		seen[stream_below(&stream, 6)]++;
	for (size_t i = 0; i < 6; i++)
		assert_in_range(seen[i], 850, 1150);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_month_is_published),
	    cmocka_unit_test(test_no_move_is_left),
	    cmocka_unit_test(test_the_key_decides),
	    cmocka_unit_test(test_need_follows_the_two_largest),
	    cmocka_unit_test(test_kinds_are_bound_to_each_other),
	    cmocka_unit_test(test_who_is_left_learns_no_others),
	    cmocka_unit_test(test_the_jitter_steps_once),
	    cmocka_unit_test(test_the_check_finds_what_is_wrong),
	    cmocka_unit_test(test_the_stream_is_the_same_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
