#include "counts/rounding/placing.h"

#include <stdlib.h>

#include "tool/memory.h"

/* A school is so much more likely to get a unit for each case or event that it lacks. */
enum { CHANCE_OF_SHORTFALL = 4 };

static void
price(struct placing *placing, size_t cell)
{
	const struct goals *goals = placing->goals;
	int64_t number = placing->number[cell], now = goals_cost(goals, cell, number);

	placing->up[cell] = goals_cost(goals, cell, number + goals->base) - now;
	placing->down[cell] = goals_cost(goals, cell, number - goals->base) - now;
}

static void
change(struct placing *placing, size_t school, int64_t by)
{
	const uint32_t *cell = placing->goals->cells.of_school[school];

	for (size_t i = 0; i < placing->goals->cells.slots; i++) {
		placing->number[cell[i]] += by;
		price(placing, cell[i]);
	}
}

static void
add(struct placing *placing, uint32_t school)
{
	if (placing->units[school]++ == 0) {
		placing->place[school] = (uint32_t)placing->count;
		placing->taken[placing->count++] = school;
	}
	change(placing, school, placing->goals->base);
}

static void
take_back(struct placing *placing, uint32_t school)
{
	if (--placing->units[school] == 0) {
		uint32_t last = placing->taken[--placing->count];

		placing->taken[placing->place[school]] = last;
		placing->place[last] = placing->place[school];
	}
	change(placing, school, -placing->goals->base);
}

/* No two cells of a school are the same, so that their prices add up. */
static int64_t
price_of(const struct placing *placing, const int64_t *prices, uint32_t school)
{
	const uint32_t *cell = placing->goals->cells.of_school[school];
	int64_t sum = 0;

	for (size_t i = 0; i < placing->goals->cells.slots; i++)
		sum += prices[cell[i]];
	return sum;
}

/* What a unit costs at a school, in the place of one at another: what they share stays as it
 * is. */
static int64_t
price_of_swap(const struct placing *placing, int64_t price_of_adding, uint32_t school, uint32_t old)
{
	const uint32_t *in = placing->goals->cells.of_school[school],
		       *out = placing->goals->cells.of_school[old];
	int64_t sum = price_of_adding;

	for (size_t i = 0; i < placing->goals->cells.slots; i++)
		sum += in[i] == out[i] ? -placing->up[in[i]] : placing->down[out[i]];
	return sum;
}

static bool
try_swap(struct placing *placing, uint32_t school, int64_t price_of_adding)
{
	for (size_t i = 0; i < placing->count; i++) {
		uint32_t old = placing->taken[i];

		if (old == school || price_of_swap(placing, price_of_adding, school, old) >= 0)
			continue;
		take_back(placing, old);
		add(placing, school);
		return true;
	}
	return false;
}

/* Makes the first move with a school that lowers the cost, if there is one. */
static bool
try(struct placing *placing, uint32_t school)
{
	int64_t adding = price_of(placing, placing->up, school);

	if (adding < 0) {
		add(placing, school);
		return true;
	}
	if (placing->units[school] > 0 && price_of(placing, placing->down, school) < 0) {
		take_back(placing, school);
		return true;
	}
	return try_swap(placing, school, adding);
}

void
placing_improve(struct placing *placing, struct stream *stream)
{
	size_t in_vain = 0; /* schools tried since the last move */

	stream_shuffle(stream, placing->order, placing->schools);
	for (size_t i = 0; in_vain < placing->schools; i = (i + 1) % placing->schools)
		in_vain = try(placing, placing->order[i]) ? 0 : in_vain + 1;
}

/* How likely a school is to get the next unit. */
static uint32_t
chance_of(const struct placing *placing, uint32_t school)
{
	const struct goals *goals = placing->goals;
	int64_t lacks = goals->truth[school] - goals->before[school]
	    - (int64_t)placing->units[school] * goals->base;

	return 1 + CHANCE_OF_SHORTFALL * (uint32_t)(lacks > 0 ? lacks : 0);
}

/* Adds a unit at a school that the stream chooses. all is the sum of the chances, before and
 * after. */
static void
add_by_chance(struct placing *placing, struct stream *stream, uint32_t *all)
{
	uint32_t drawn = stream_below(stream, *all), chance;
	size_t i = 0;

	while (drawn >= (chance = chance_of(placing, placing->order[i]))) {
		drawn -= chance;
		i++;
	}
	add(placing, placing->order[i]);
	*all -= chance - chance_of(placing, placing->order[i]);
}

/* How many units bring the schools that are printed near their truth. */
static int64_t
wanted(const struct placing *placing)
{
	const struct goals *goals = placing->goals;
	int64_t lacks = 0;

	for (size_t i = 0; i < placing->schools; i++)
		lacks += goals->truth[placing->order[i]] - goals->before[placing->order[i]];
	return lacks > 0 ? (lacks + goals->base / 2) / goals->base : 0;
}

void
placing_begin(struct placing *placing, struct stream *stream)
{
	const struct goals *goals = placing->goals;
	uint32_t all = 0;

	placing->count = 0;
	for (size_t cell = 0; cell <= goals->cells.count; cell++) {
		placing->number[cell] = goals->goal[cell].before;
		price(placing, cell);
	}
	memset(placing->units, 0, goals->schools * sizeof(*placing->units));
	for (size_t i = 0; i < placing->schools; i++)
		all += chance_of(placing, placing->order[i]);
	for (int64_t i = wanted(placing); i > 0; i--)
		add_by_chance(placing, stream, &all);
}

int64_t
placing_penalty(const struct placing *placing)
{
	int64_t penalty = 0;

	for (size_t cell = 0; cell < placing->goals->cells.count; cell++)
		penalty += goals_penalty(placing->goals, cell, placing->number[cell]);
	return penalty;
}

/* Whether the school is in any printed number. */
static bool
is_printed(const struct goals *goals, size_t school)
{
	for (size_t i = 0; i < GROUP_SLOTS; i++)
		if (goals->cells.of_school[school][i] < goals->cells.printed)
			return true;
	return false;
}

void
placing_open(struct placing *placing, const struct goals *goals)
{
	size_t cells = goals->cells.count + 1, schools = goals->schools + 1;

	*placing = (struct placing){.goals = goals};
	placing->number = memory_allocate_zero(cells, sizeof(*placing->number));
	placing->up = memory_allocate_zero(cells, sizeof(*placing->up));
	placing->down = memory_allocate_zero(cells, sizeof(*placing->down));
	placing->units = memory_allocate_zero(schools, sizeof(*placing->units));
	placing->taken = memory_allocate_zero(schools, sizeof(*placing->taken));
	placing->place = memory_allocate_zero(schools, sizeof(*placing->place));
	placing->order = memory_allocate_zero(schools, sizeof(*placing->order));
	for (size_t i = 0; i < goals->schools; i++)
		if (is_printed(goals, i))
			placing->order[placing->schools++] = (uint32_t)i;
}

void
placing_close(struct placing *placing)
{
	free(placing->number);
	free(placing->up);
	free(placing->down);
	free(placing->units);
	free(placing->taken);
	free(placing->place);
	free(placing->order);
}
