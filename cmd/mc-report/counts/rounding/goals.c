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

static int64_t
greater(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* The two largest schools of a cell. */
struct largest {
	int64_t first, second;
};

static void
take_school(struct goals *goals, struct largest *largest, size_t school)
{
	int64_t truth = goals->truth[school];

	for (size_t slot = 0; slot < goals->cells.slots; slot++) {
		size_t cell = goals->cells.of_school[school][slot];
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

/* What must be left open to one school, and to two, of a number that is so far from the truth at
 * most. */
static int64_t
need_of(const struct largest *largest, int64_t distance)
{
	int64_t to_one = largest->first + OPEN_TO_ONE;
	int64_t to_two = largest->first + largest->second + OPEN_TO_TWO;

	return greater(to_one, to_two) - distance;
}

/* Takes the true and the printed numbers of the schools. largest is of each cell. */
static void
take_schools(struct goals *goals, enum count_kind kind, const struct year *year,
    const struct year *truth, struct largest *largest)
{
	for (size_t i = 0; i < goals->schools; i++) {
		goals->truth[i] = year_numbers(truth, truth->months - 1, i)[kind];
		goals->before[i] = year_numbers(year, year->months - 1, i)[kind];
		take_school(goals, largest, i);
	}
}

/* Whoever is left knows their own, and so how much the numbers of which it is the difference are
 * rounded against each other: not all of what is possible. */
static void
take_left(struct goals *goals, size_t cell, const struct largest *largest)
{
	const struct left *left = &goals->cells.left[cell - goals->cells.printed];
	struct goal *goal = &goals->goal[cell];
	int64_t distance = (int64_t)left->parts * goals->base;
	int64_t open = left->schools == 1 ? OPEN_TO_ONE : OPEN_TO_TWO;

	goal->need = greater(need_of(largest, distance), goal->truth - distance + open);
	goal->most = greater(goal->truth + distance - open, goal->before);
	goal->near = no_limit;
}

/* The jitter of a cell: the lesser of two numbers in the school year's first months, the greater
 * from a month on that the key chooses, which may lie after the year. */
static int64_t
jitter_of(const struct goals *goals, const struct key *key, const char *purpose, month_number month,
    const char *name)
{
	uint32_t most = (uint32_t)(goals->base - (goals->base - 1) / 2);
	month_number begin = month_of_school_year(month);
	struct stream stream;

	stream_open_named(&stream, key, purpose, begin, name);
	uint32_t one = stream_below(&stream, 2 * most + 1);
	uint32_t other = stream_below(&stream, 2 * most + 1);
	uint32_t shift = 1 + stream_below(&stream, SHIFTS);
	stream_close(&stream);
	uint32_t early = one < other ? one : other, late = one < other ? other : one;
	return (int64_t)(month - begin < shift ? early : late) - most;
}

/* What a month added to the printed numbers of a group: at least so many were active in it, but for
 * the base by which each of the two standings may be off. In August there is one; and of a ledger
 * that begins later in the year nobody knows what its first month added. */
static void
take_added(struct goals *goals, const struct year *year, enum count_kind kind)
{
	size_t groups = year->units.groups, month = year->months - 1;
	bool is_august = month_of_school_year(year_last(year)) == year_last(year);
	int64_t off = is_august ? goals->base : 2 * goals->base;

	if (month == 0 && !is_august)
		return;
	uint64_t *now = memory_allocate_zero(groups + 1, sizeof(*now));
	uint64_t *before = memory_allocate_zero(groups + 1, sizeof(*before));

	year_add_up(year, month, kind, now);
	if (month > 0)
		year_add_up(year, month - 1, kind, before);
	for (size_t i = 0; i < groups; i++) {
		struct goal *goal = &goals->goal[goals->cells.of_group[i]];
		int64_t added = (int64_t)(now[i] - before[i]) - off;

		goal->need = greater(goal->need, added);
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
		goals->goal[goals->cells.of_group[i]].most = (int64_t)cases[i] + goals->base;
	free(cases);
}

static void
take_groups(struct goals *goals, enum count_kind kind, const struct year *year,
    const struct key *key, const struct largest *largest)
{
	char name[GROUP_TEXT_SIZE];

	for (size_t i = 0; i < year->units.groups; i++) {
		const struct group *group = &year->units.group[i];
		struct goal *goal = &goals->goal[goals->cells.of_group[i]];

		if (goals->cells.of_group[i] == goals->cells.count || group->same_as != i)
			continue;
		goal->need = group->schools == 1
		    ? 0
		    : need_of(&largest[goals->cells.of_group[i]], goals->base);
		goal->most = no_limit;
		goal->near = goals->base;
		goal->weight = group->kind == GROUP_ALL ? WEIGHT_OF_ALL : 1;
		goal->aim = goal->truth
		    + jitter_of(goals, key, kinds[kind].token, year_last(year),
			units_group_name(&year->units, i, name));
	}
}

/* What everybody knows of the kinds binds them to each other. */
static void
take_relations(struct goals *goals, enum count_kind kind, const struct year *year)
{
	if (kinds[kind].is_of_cases)
		take_cases(goals, year);
	for (enum count_kind of = 0; of < COUNT_STANDINGS && kind == COUNT_ACTIVE; of++)
		if (of == COUNT_CASES || kinds[of].is_of_cases)
			take_added(goals, year, of);
}

void
goals_make(struct goals *goals, enum count_kind kind, const struct year *year,
    const struct year *truth, const struct key *key, unsigned base)
{
	size_t schools = year->units.schools + 1, cells;

	*goals = (struct goals){.base = base, .schools = year->units.schools};
	cells_make(&goals->cells, kind, &year->units);
	cells = goals->cells.count + 1;
	goals->truth = memory_allocate_zero(schools, sizeof(*goals->truth));
	goals->before = memory_allocate_zero(schools, sizeof(*goals->before));
	goals->goal = memory_allocate_zero(cells, sizeof(*goals->goal));
	struct largest *largest = memory_allocate_zero(cells, sizeof(*largest));
	take_schools(goals, kind, year, truth, largest);
	take_groups(goals, kind, year, key, largest);
	for (size_t cell = goals->cells.printed; cell < goals->cells.count; cell++)
		take_left(goals, cell, &largest[cell]);
	take_relations(goals, kind, year);
	free(largest);
}

void
goals_free(struct goals *goals)
{
	cells_free(&goals->cells);
	free(goals->goal);
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

	if (cell == goals->cells.count)
		return 0;
	return FAR * excess(llabs(number - goal->truth) - goal->near)
	    + UNSAFE * (excess(goal->need - number) + excess(number - goal->most));
}

int64_t
goals_cost(const struct goals *goals, size_t cell, int64_t number)
{
	const struct goal *goal = &goals->goal[cell];
	int64_t off = number - goal->aim;

	return goal->weight * off * off + goals_penalty(goals, cell, number);
}

void
goals_lift(struct goal *goal)
{
	*goal = (struct goal){.need = -no_limit, .most = no_limit, .near = no_limit};
}

bool
goals_is_safe(const struct goal *goal, int64_t number)
{
	return number >= goal->need && number <= goal->most;
}
