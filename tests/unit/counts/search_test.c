/*
 * Goal: the units of any month keep every number near the truth, and no school
 * learns the others by taking off its own; who has the key gets the same units
 * again, on every machine, and another key gives others.
 */

#include "support/check.h"

#include "counts/rounding/goals.h"
#include "counts/rounding/search.h"
#include "counts/rounding/stream.h"

/* These cases are wilder than those of a real year, which the smallest base cannot follow for
 * long. */
enum {
	SCHOOLS = 5,
	MONTHS = 10,
	MONTHS_OF_BASE_3 = 3,
	MONTH = 25 * MONTHS_IN_YEAR + 8,
	ROUNDS = 12
};

/* Five schools that all stand in rows, of a board that is published. */
static void
make_units(struct units *units)
{
	static struct unit_school schools[SCHOOLS];

	*units = (struct units){.school = schools, .schools = SCHOOLS};
	for (size_t i = 0; i < SCHOOLS; i++)
		schools[i] = (struct unit_school){.code = (school_code)(i + 1),
		    .name = "",
		    .board = "B",
		    .region = "",
		    .pupils = 200};
	units_qualify(units);
}

static void
free_units(struct units *units)
{
	units->school = NULL;
	units_free(units);
}

static void
make_key(struct key *key, unsigned char fill)
{
	memset(key, 0, sizeof(*key));
	memset(key->bytes, fill, sizeof(key->bytes));
}

/* Some cases in some base cells, of which a few are frequent. */
static void
make_cases(struct base *base, struct chance *chance)
{
	for (unsigned i = chance_below(chance, 40); i > 0; i--) {
		size_t school = chance_below(chance, SCHOOLS);
		unsigned profile = chance_is(chance, 50) ? chance_below(chance, 8)
							 : chance_below(chance, PROFILES);

		base->cell[school * PROFILES + profile].cases++;
	}
}

static void
next_month(struct base *base)
{
	base->month++;
	for (size_t i = 0; i < base->count; i++) {
		struct base_cell *cell = &base->cell[i];

		cell->cases_before += cell->cases;
		cell->units_before += cell->units;
		cell->cases = cell->units = 0;
	}
}

/* The number of a cell, by adding up the base cells one by one. */
static int64_t
number_of(const struct base *base, const struct tables *tables, size_t cell, unsigned rounding_base)
{
	uint32_t slot[SLOTS];
	int64_t number = 0;

	for (size_t i = 0; i < base->count; i++) {
		tables_slots(tables, i / PROFILES, (unsigned)(i % PROFILES), slot);
		for (size_t j = 0; j < SLOTS; j++)
			if (slot[j] == cell)
				number += base->cell[i].units
				    + (tables_is_of_month(tables, cell)
					    ? 0
					    : base->cell[i].units_before);
	}
	return number * rounding_base;
}

static void
check_numbers(const struct base *base, const struct tables *tables, const struct key *key,
    struct search_bounds bounds, struct search_record *record)
{
	struct goal *goals = goals_make(base, tables, key, bounds);
	char name[TABLES_NAME_SIZE];

	for (size_t cell = 0; cell < tables->all; cell++) {
		int64_t number = number_of(base, tables, cell, bounds.base);
		int64_t off = llabs(number - goals[cell].truth);

		if (off > 2 * bounds.distance || number < goals[cell].need)
			fail_msg("%s is %ld, the truth %ld, needed %ld",
			    tables_name(tables, cell, base->month, name), (long)number,
			    (long)goals[cell].truth, (long)goals[cell].need);
		if (cell < tables->count) {
			record->numbers++;
			record->beyond += off > bounds.distance;
		}
	}
	assert_true(record->beyond * 100 <= record->numbers);
	free(goals);
}

static void
test_numbers_stay_near_the_truth(void **state)
{
	static const unsigned bases[] = {3, 5, 10};
	struct chance chance = {11};
	struct units units;
	struct key key;

	(void)state;
	make_units(&units);
	for (size_t round = 0; round < ROUNDS; round++) {
		struct tables tables = tables_of(&units);
		struct search_bounds bounds = search_bounds_of(bases[round % COUNT_OF(bases)]);
		struct search_record record = {0, 0};
		struct base base;

		make_key(&key, (unsigned char)round);
		base_open(&base, &units, MONTH);
		for (size_t month = 0; month < (bounds.base == 3 ? MONTHS_OF_BASE_3 : MONTHS);
		     month++) {
			make_cases(&base, &chance);
			assert_int_equal(
			    search_place(&base, &tables, &key, bounds, record), tables.all);
			check_numbers(&base, &tables, &key, bounds, &record);
			next_month(&base);
		}
		base_close(&base);
	}
	free_units(&units);
}

/* The units of one month with a key. */
static void
place(struct base *base, const struct units *units, unsigned char fill)
{
	struct tables tables = tables_of(units);
	struct chance chance = {5};
	struct key key;

	make_key(&key, fill);
	base_open(base, units, MONTH);
	for (size_t i = 0; i < 5; i++)
		make_cases(base, &chance);
	assert_int_equal(
	    search_place(base, &tables, &key, search_bounds_of(5), (struct search_record){0, 0}),
	    tables.all);
}

static void
test_the_key_decides(void **state)
{
	struct units units;
	struct base one, same, other;

	(void)state;
	make_units(&units);
	place(&one, &units, 1);
	place(&same, &units, 1);
	place(&other, &units, 2);
	assert_memory_equal(one.cell, same.cell, one.count * sizeof(*one.cell));
	assert_memory_not_equal(one.cell, other.cell, one.count * sizeof(*one.cell));
	base_close(&one);
	base_close(&same);
	base_close(&other);
	free_units(&units);
}

/* A school alone has its own row; nothing needs guarding. With most cases at one school, each
 * number of several schools is at least what that school has, less D, plus w. */
static void
test_need_follows_the_largest_school(void **state)
{
	struct units units;
	struct base base;
	struct key key;

	(void)state;
	make_units(&units);
	struct tables tables = tables_of(&units);
	make_key(&key, 1);
	base_open(&base, &units, MONTH);
	base.cell[0].cases = 9;
	base.cell[PROFILES].cases = 4;
	struct goal *goals = goals_make(&base, &tables, &key, search_bounds_of(5));
	size_t of_all = tables_unit_cell(0, CELLS_OF_YEAR + PART_TOTAL);
	assert_int_equal(goals[of_all].truth, 13);
	assert_int_equal(goals[of_all].need, 9 - 5 + 2);
	assert_int_equal(goals[tables_row_cell(&tables, 0, SCHOOL_GROUPS)].need, 0);
	assert_int_equal(goals[tables_row_cell(&tables, 0, SCHOOL_GROUPS)].truth, 9);
	assert_true(llabs(goals[of_all].aim - 13) <= 2);
	free(goals);
	base_close(&base);
	free_units(&units);
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
	stream_open(&stream, &key, "start", MONTH, 3);
	assert_int_equal(stream_below(&stream, UINT32_MAX), UINT32_C(3578164143));
	assert_int_equal(stream_below(&stream, UINT32_MAX), UINT32_C(1802120175));
	for (size_t i = 0; i < 6000; i++)
		seen[stream_below(&stream, 6)]++;
	for (size_t i = 0; i < 6; i++)
		assert_in_range(seen[i], 850, 1150);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_numbers_stay_near_the_truth),
	    cmocka_unit_test(test_the_key_decides),
	    cmocka_unit_test(test_need_follows_the_largest_school),
	    cmocka_unit_test(test_the_stream_is_the_same_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
