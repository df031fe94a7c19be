#include "counts/rounding/placing.h"

#include <stdlib.h>

#include "tool/memory.h"

/* A school is so much more likely to get a unit for each case or event that it lacks. */
enum { CHANCE_OF_SHORTFALL = 4 };

/* So many schools have their chances summed up too, to step over them. */
enum { BLOCK = 64 };

static void
add(struct placing *placing, uint32_t school)
{
	if (placing->units[school]++ == 0) {
		placing->place[school] = (uint32_t)placing->count;
		placing->taken[placing->count++] = school;
	}
	prices_change(&placing->prices, school, placing->goals->base);
}

static void
take_back(struct placing *placing, uint32_t school)
{
	if (--placing->units[school] == 0) {
		uint32_t last = placing->taken[--placing->count];

		placing->taken[placing->place[school]] = last;
		placing->place[last] = placing->place[school];
	}
	prices_change(&placing->prices, school, -placing->goals->base);
}

static void
move_in(struct placing *placing, uint32_t school)
{
	add(placing, school);
	swaps_follow(&placing->swaps, school);
}

static void
move_out(struct placing *placing, uint32_t school)
{
	take_back(placing, school);
	swaps_follow(&placing->swaps, school);
}

static bool
try_swap(struct placing *placing, uint32_t school, int64_t adding)
{
	uint32_t old = swaps_find(&placing->swaps, school, adding);

	if (old == SWAPS_NONE)
		return false;
	move_out(placing, old);
	move_in(placing, school);
	return true;
}

/* Makes the first move with a school that lowers the cost, if there is one. */
static bool
try(struct placing *placing, uint32_t school)
{
	const struct prices *prices = &placing->prices;
	int64_t adding = prices_of(prices, prices->up, school);

	if (adding < 0) {
		move_in(placing, school);
		return true;
	}
	if (placing->units[school] > 0 && prices_of(prices, prices->down, school) < 0) {
		move_out(placing, school);
		return true;
	}
	return try_swap(placing, school, adding);
}

void
placing_improve(struct placing *placing, struct stream *stream)
{
	size_t in_vain = 0; /* schools tried since the last move */

	swaps_begin(&placing->swaps);
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

/* Sums up the chances of each block. Returns the sum of all. */
static uint32_t
sum_chances(struct placing *placing)
{
	uint32_t all = 0;

	memset(placing->chances, 0, (placing->schools / BLOCK + 1) * sizeof(*placing->chances));
	for (size_t i = 0; i < placing->schools; i++) {
		uint32_t chance = chance_of(placing, placing->order[i]);

		placing->chances[i / BLOCK] += chance;
		all += chance;
	}
	return all;
}

/* Adds a unit at a school that the stream chooses. all is the sum of the chances, before and
 * after. */
static void
add_by_chance(struct placing *placing, struct stream *stream, uint32_t *all)
{
	uint32_t drawn = stream_below(stream, *all), chance;
	size_t block = 0, i;

	while (drawn >= placing->chances[block])
		drawn -= placing->chances[block++];
	for (i = block * BLOCK; drawn >= (chance = chance_of(placing, placing->order[i])); i++)
		drawn -= chance;
	add(placing, placing->order[i]);
	chance -= chance_of(placing, placing->order[i]);
	placing->chances[block] -= chance;
	*all -= chance;
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
	placing->count = 0;
	prices_begin(&placing->prices);
	memset(placing->units, 0, placing->goals->schools * sizeof(*placing->units));
	uint32_t all = sum_chances(placing);
	for (int64_t i = wanted(placing); i > 0; i--)
		add_by_chance(placing, stream, &all);
}

int64_t
placing_penalty(const struct placing *placing)
{
	int64_t penalty = 0;

	for (size_t cell = 0; cell < placing->goals->cells.count; cell++)
		penalty += goals_penalty(placing->goals, cell, placing->prices.number[cell]);
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
	size_t schools = goals->schools + 1;

	*placing = (struct placing){.goals = goals};
	prices_open(&placing->prices, goals);
	placing->units = memory_allocate_zero(schools, sizeof(*placing->units));
	placing->taken = memory_allocate_zero(schools, sizeof(*placing->taken));
	placing->place = memory_allocate_zero(schools, sizeof(*placing->place));
	placing->order = memory_allocate_zero(schools, sizeof(*placing->order));
	placing->chances = memory_allocate_zero(schools, sizeof(*placing->chances));
	for (size_t i = 0; i < goals->schools; i++)
		if (is_printed(goals, i))
			placing->order[placing->schools++] = (uint32_t)i;
	swaps_open(&placing->swaps, &placing->prices, placing->units, placing->place);
}

void
placing_close(struct placing *placing)
{
	swaps_close(&placing->swaps);
	prices_close(&placing->prices);
	free(placing->units);
	free(placing->taken);
	free(placing->place);
	free(placing->order);
	free(placing->chances);
}
