#include "counts/rounding/goals.h"

#include <stdlib.h>

#include "counts/rounding/stream.h"
#include "tool/memory.h"

/* What is added to the cost for each step of distance beyond the base, and for each step under
 * need or over most. These two always give way last. */
enum { FAR = 10000, UNSAFE = 10000000 };

enum { WEIGHT_OF_ALL = 4, SHIFTS = 22 };

/* What leaves so much open about the other schools of a cell, to one school and to two together
 * that know their own numbers. */
enum { OPEN_TO_ONE = 4, OPEN_TO_TWO = 2 };

static const int64_t no_limit = INT64_MAX / 4;

/* Whether an group is printed of a kind. */
static bool
is_printed(const struct group *group, enum count_kind kind)
{
	return group_is_unit(group) || kinds[kind].is_by_school;
}

/* Gives each printed group its cell. */
static void
number_cells(struct goals *goals, enum count_kind kind, const struct units *units)
{
	for (size_t i = 0; i < units->groups; i++) {
		const struct group *group = &units->group[i];

		if (!is_printed(group, kind))
			continue;
		/* The earlier group of the same schools is printed too: units come first. */
		goals->cell_of_group[i] = group->same_as == i
		    ? (uint32_t)goals->cells++
		    : goals->cell_of_group[group->same_as];
	}
	for (size_t i = 0; i < units->groups; i++)
		if (!is_printed(&units->group[i], kind))
			goals->cell_of_group[i] = (uint32_t)goals->cells;
}

/* A cell stands in the first of the slots that lead to it. */
static void
place_school(struct goals *goals, const struct school *school, size_t number)
{
	for (size_t slot = 0; slot < GROUP_SLOTS; slot++) {
		size_t group = school->group[slot];
		uint32_t cell =
		    group == UNITS_NONE ? (uint32_t)goals->cells : goals->cell_of_group[group];

		for (size_t before = 0; before < slot; before++)
			if (goals->cell[number][before] == cell)
				cell = (uint32_t)goals->cells;
		goals->cell[number][slot] = cell;
	}
}

/* The two largest schools of a cell. */
struct largest {
	int64_t first, second;
};

static void
take_school(struct goals *goals, struct largest *largest, size_t school)
{
	for (size_t slot = 0; slot < GROUP_SLOTS; slot++) {
		size_t cell = goals->cell[school][slot];
		int64_t truth = goals->truth[school];
		struct largest *of = &largest[cell];

		goals->goal[cell].truth += truth;
		goals->goal[cell].before += goals->before[school];
		if (truth > of->first) {
			of->second = of->first;
			of->first = truth;
		} else if (truth > of->second) {
			of->second = truth;
		}
	}
}

/* Takes the true and the printed numbers of the schools, and what need follows from them. */
static void
take_schools(
    struct goals *goals, enum count_kind kind, const struct year *year, const struct year *truth)
{
	struct largest *largest = memory_allocate_zero(goals->cells + 1, sizeof(*largest));
	size_t month = year->months - 1;

	for (size_t i = 0; i < goals->schools; i++) {
		goals->truth[i] = year_numbers(truth, truth->months - 1, i)[kind];
		goals->before[i] = year_numbers(year, month, i)[kind];
		take_school(goals, largest, i);
	}
	for (size_t cell = 0; cell < goals->cells; cell++) {
		int64_t to_one = largest[cell].first + OPEN_TO_ONE;
		int64_t to_two = largest[cell].first + largest[cell].second + OPEN_TO_TWO;

		goals->goal[cell].need = (to_one > to_two ? to_one : to_two) - goals->base;
	}
	free(largest);
}

/* The jitter of a cell: the lesser of two numbers in the school year's first months, the greater
 * from a month on that the key chooses, which may lie after the year. */
static int64_t
jitter_of(
    const struct goals *goals, const struct key *key, const char *purpose, month_number month, const char *name)
{
	uint32_t most = (uint32_t)(goals->base - (goals->base - 1) / 2);
	month_number begin = month_of_school_year(month);
	struct stream stream;

	stream_open_named(&stream, key, purpose, begin, name);
	uint32_t one = stream_below(&stream, 2 * most + 1);
	uint32_t other = stream_below(&stream, 2 * most + 1);
	uint32_t shift = 1 + stream_below(&stream, SHIFTS);
	uint32_t lesser = one < other ? one : other, greater = one < other ? other : one;
	return (int64_t)(month - begin < shift ? lesser : greater) - most;
}

/* What a month added to the numbers of an group, of the kind that counts cases and added most. */
static void
take_added(struct goals *goals, const struct year *year, enum count_kind kind)
{
	size_t groups = year->units.groups, month = year->months - 1;
	uint64_t *now = memory_allocate_zero(groups + 1, sizeof(*now));
	uint64_t *before = memory_allocate_zero(groups + 1, sizeof(*before));

	year_add_up(year, month, kind, now);
	if (month > 0)
		year_add_up(year, month - 1, kind, before);
	for (size_t i = 0; i < groups; i++) {
		struct goal *goal = &goals->goal[goals->cell_of_group[i]];
		int64_t added = (int64_t)(now[i] - before[i]) - 2 * goals->base;

		if (added > goal->need)
			goal->need = added;
	}
	free(now);
	free(before);
}

/* No kind has more than the printed cases, but for a base. */
static void
take_cases(struct goals *goals, const struct year *year)
{
	uint64_t *cases = memory_allocate_zero(year->units.groups + 1, sizeof(*cases));

	year_add_up(year, year->months - 1, COUNT_CASES, cases);
	for (size_t i = 0; i < year->units.groups; i++)
		goals->goal[goals->cell_of_group[i]].most = (int64_t)cases[i] + goals->base;
	free(cases);
}

static void
take_groups(struct goals *goals, enum count_kind kind, const struct year *year,
    const struct key *key)
{
	char name[GROUP_TEXT_SIZE];

	for (size_t i = 0; i < year->units.groups; i++) {
		const struct group *group = &year->units.group[i];
		struct goal *goal = &goals->goal[goals->cell_of_group[i]];

		if (goals->cell_of_group[i] == goals->cells || group->same_as != i)
			continue;
		if (group->schools == 1)
			goal->need = 0;
		goal->most = no_limit;
		goal->weight = group->kind == GROUP_ALL ? WEIGHT_OF_ALL : 1;
		goal->aim = goal->truth
		    + jitter_of(goals, key, kinds[kind].token, year_last(year),
			units_group_name(&year->units, i, name));
	}
}

void
goals_make(struct goals *goals, enum count_kind kind, const struct year *year,
    const struct year *truth, const struct key *key, unsigned base)
{
	const struct units *units = &year->units;

	*goals = (struct goals){.base = base, .schools = units->schools};
	goals->cell_of_group = memory_allocate_zero(units->groups + 1, sizeof(*goals->cell_of_group));
	goals->cell = memory_allocate_zero(units->schools + 1, sizeof(*goals->cell));
	goals->truth = memory_allocate_zero(units->schools + 1, sizeof(*goals->truth));
	goals->before = memory_allocate_zero(units->schools + 1, sizeof(*goals->before));
	number_cells(goals, kind, units);
	goals->goal = memory_allocate_zero(goals->cells + 1, sizeof(*goals->goal));
	for (size_t i = 0; i < units->schools; i++)
		place_school(goals, &units->school[i], i);
	take_schools(goals, kind, year, truth);
	take_groups(goals, kind, year, key);
	if (kinds[kind].is_of_cases)
		take_cases(goals, year);
	for (enum count_kind of = 0; of < COUNT_STANDINGS && kind == COUNT_ACTIVE; of++)
		if (of == COUNT_CASES || kinds[of].is_of_cases)
			take_added(goals, year, of);
}

void
goals_free(struct goals *goals)
{
	free(goals->goal);
	free(goals->cell);
	free(goals->cell_of_group);
	free(goals->truth);
	free(goals->before);
}

static int64_t
excess(int64_t number)
{
	return number > 0 ? number : 0;
}

int64_t
goals_penalty(const struct goals *goals, size_t cell, int64_t number)
{
	const struct goal *goal = &goals->goal[cell];

	if (cell == goals->cells)
		return 0;
	return FAR * excess(llabs(number - goal->truth) - goals->base)
	    + UNSAFE * (excess(goal->need - number) + excess(number - goal->most));
}

int64_t
goals_cost(const struct goals *goals, size_t cell, int64_t number)
{
	const struct goal *goal = &goals->goal[cell];
	int64_t off = number - goal->aim;

	return goal->weight * off * off + goals_penalty(goals, cell, number);
}

bool
goals_is_safe(const struct goal *goal, int64_t number)
{
	return number >= goal->need && number <= goal->most;
}
