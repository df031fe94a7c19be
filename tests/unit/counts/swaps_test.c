/*
 * Goal: a swap is judged, and found, as if each were done, paid for in full and
 * undone: whatever the schools share, and whatever was moved before.
 */

#include "support/check.h"

#include "counts/rounding/swaps.h"

enum { AUGUST = 25 * MONTHS_IN_YEAR + 8, SCHOOLS = 40, MOVES = 60 };

/* One kind of one month of schools, of which some have units. */
struct state {
	struct chance chance;
	struct year year, truth;
	struct goals goals;
	struct prices prices;
	struct swaps swaps;
	uint32_t units[SCHOOLS], place[SCHOOLS]; /* places are all different, in any order */
};

/* How schools lie: of as many boards and regions at most, 0 for none; the boards may lie across the
 * regions. So many of a hundred are small, and so many have no board. */
struct shape {
	const char *name;
	uint32_t boards, regions, small, alone;
	bool is_across;
};

static const struct shape shapes[] = {
    {"all alone", 0, 0, 0, 0, false},
    {"boards", 6, 0, 20, 0, false},
    {"regions", 0, 5, 20, 0, false},
    {"boards in regions", 8, 3, 20, 0, false},
    {"boards across regions", 4, 3, 10, 0, true},
    {"some schools are left", 4, 2, 0, 4, false},
    {"boards of small schools across regions", 6, 3, 90, 0, true},
};

/* One of so many names, or none. */
static struct bytes
name_of(uint32_t number, uint32_t names)
{
	static const char letters[] = "ABCDEFGHI";

	return names == 0 ? (struct bytes){"", 0} : (struct bytes){&letters[number % names], 1};
}

static void
add_schools(struct state *state, const struct shape *shape)
{
	struct units *units = &state->year.units;

	for (uint32_t i = 0; i < SCHOOLS; i++) {
		uint32_t board = chance_below(&state->chance, 10);
		bool is_alone = chance_is(&state->chance, shape->alone);
		uint32_t region = shape->is_across ? chance_below(&state->chance, 10) : board;

		units_add(units,
		    &(struct school){
			.code = (school_code)(i + 1),
			.pupils = chance_is(&state->chance, shape->small) ? 140 : 200,
			.board = name_of(board, is_alone ? 0 : shape->boards),
			.region = name_of(region, shape->regions),
		    });
	}
	units_qualify(units);
}

/* Numbers of any month: what is printed lies near the truth, or far from it. */
static void
tell(struct state *state, enum count_kind kind)
{
	uint32_t far = chance_is(&state->chance, 50) ? 3 : 12;

	state->year.first = state->truth.first = AUGUST;
	state->truth.units = state->year.units;
	year_grow(&state->year, AUGUST);
	year_grow(&state->truth, AUGUST);
	for (size_t i = 0; i < SCHOOLS; i++) {
		uint32_t printed = 5 * chance_below(&state->chance, 4);

		year_numbers(&state->year, 0, i)[kind] = printed;
		year_numbers(&state->year, 0, i)[COUNT_CASES] =
		    printed + 5 * chance_below(&state->chance, 3);
		year_numbers(&state->truth, 0, i)[kind] =
		    printed + chance_below(&state->chance, far);
	}
}

static void
open_state(struct state *state, const struct shape *shape, enum count_kind kind, unsigned fill)
{
	struct key key = {.bytes = {(unsigned char)fill}};

	*state = (struct state){.chance = {fill * 7919 + 1}};
	add_schools(state, shape);
	tell(state, kind);
	goals_make(&state->goals, kind, &state->year, &state->truth, &key, 5);
	prices_open(&state->prices, &state->goals);
	prices_begin(&state->prices);
	for (uint32_t i = 0; i < SCHOOLS; i++)
		state->place[i] = i * 7 % SCHOOLS;
	swaps_open(&state->swaps, &state->prices, state->units, state->place);
}

static void
close_state(struct state *state)
{
	swaps_close(&state->swaps);
	prices_close(&state->prices);
	goals_free(&state->goals);
	year_free(&state->truth);
	year_free(&state->year);
	units_free(&state->year.units);
}

static void
put(struct state *state, uint32_t school, int by)
{
	state->units[school] += (uint32_t)by;
	prices_change(&state->prices, school, by * state->goals.base);
}

/* What all numbers cost as they stand. */
static int64_t
cost_of(const struct state *state)
{
	int64_t cost = 0;

	for (size_t cell = 0; cell < state->goals.cells.count; cell++)
		cost += goals_cost(&state->goals, cell, state->prices.number[cell]);
	return cost;
}

/* What a swap costs, by doing it. */
static int64_t
price_by_doing(struct state *state, uint32_t school, uint32_t old)
{
	int64_t before = cost_of(state), after;

	put(state, old, -1);
	put(state, school, 1);
	after = cost_of(state);
	put(state, school, -1);
	put(state, old, 1);
	return after - before;
}

/* What should be found. Each price is checked on the way. */
static uint32_t
find_by_doing(struct state *state, const char *shape, uint32_t school, int64_t adding)
{
	uint32_t found = SWAPS_NONE;

	for (uint32_t old = 0; old < SCHOOLS; old++) {
		if (state->units[old] == 0 || old == school)
			continue;
		int64_t price = price_by_doing(state, school, old);

		check_number(shape, "price",
		    (unsigned long)prices_of_swap(&state->prices, adding, school, old),
		    (unsigned long)price);
		if (price < 0 && (found == SWAPS_NONE || state->place[old] < state->place[found]))
			found = old;
	}
	return found;
}

/* How often a swap was found, and how often none. */
struct outcomes {
	size_t found, none;
};

static void
check_each_school(struct state *state, const char *shape, struct outcomes *outcomes)
{
	for (uint32_t school = 0; school < SCHOOLS; school++) {
		int64_t adding = prices_of(&state->prices, state->prices.up, school);
		uint32_t want = find_by_doing(state, shape, school, adding);

		check_number(shape, "school", swaps_find(&state->swaps, school, adding), want);
		outcomes->found += want != SWAPS_NONE;
		outcomes->none += want == SWAPS_NONE;
	}
}

/* Mostly a swap that helps, as the search does it, so that these run out; else any move. */
static void
move(struct state *state)
{
	uint32_t school = chance_below(&state->chance, SCHOOLS), old = SWAPS_NONE;

	if (chance_is(&state->chance, 90))
		old = swaps_find(
		    &state->swaps, school, prices_of(&state->prices, state->prices.up, school));
	else if (state->units[school] > 0)
		old = school;
	if (old != SWAPS_NONE) {
		put(state, old, -1);
		swaps_follow(&state->swaps, old);
	}
	if (old == school || (old == SWAPS_NONE && chance_is(&state->chance, 80)))
		return;
	put(state, school, 1);
	swaps_follow(&state->swaps, school);
}

static void
run(const struct shape *shape, enum count_kind kind, unsigned fill, struct outcomes *outcomes)
{
	struct state state;

	open_state(&state, shape, kind, fill);
	for (size_t unit = 0; unit < SCHOOLS / 2; unit++)
		put(&state, chance_below(&state.chance, SCHOOLS), 1);
	swaps_begin(&state.swaps);
	for (size_t turn = 0; turn < MOVES; turn++) {
		check_each_school(&state, shape->name, outcomes);
		move(&state);
	}
	close_state(&state);
}

static void
test_each_swap_is_found(void **unused)
{
	static const enum count_kind of_kind[] = {COUNT_CASES, COUNT_TALKED, COUNT_HELP};
	enum { KEYS = 9 };

	(void)unused;
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		struct outcomes outcomes = {0};

		for (unsigned fill = 0; fill < KEYS; fill++)
			run(&shapes[i], of_kind[fill % COUNT_OF(of_kind)], fill, &outcomes);
		assert_true(outcomes.found > 0 && outcomes.none > 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_swap_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
