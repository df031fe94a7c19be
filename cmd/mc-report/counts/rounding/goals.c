#include "counts/rounding/goals.h"

#include <stdlib.h>

#include "tool/memory.h"
#include "counts/rounding/stream.h"

enum { PENALTY = 10000, SMALL_PENALTY = 1000, GRAND_TOTAL_WEIGHT = 4 };

static bool
is_used(const struct base_cell *cell)
{
	return cell->cases_before + cell->cases + cell->units_before > 0;
}

static void
add_truth(struct goal *goals, const struct base *base, const struct tables *tables,
    const bool *is_of_month, unsigned rounding_base)
{
	uint32_t slot[SLOTS];

	for (size_t i = 0; i < base->count; i++) {
		const struct base_cell *cell = &base->cell[i];

		if (!is_used(cell))
			continue;
		tables_slots(tables, i / PROFILES, (unsigned)(i % PROFILES), slot);
		for (size_t j = 0; j < SLOTS; j++) {
			struct goal *goal = &goals[slot[j]];

			goal->truth += cell->cases;
			if (is_of_month[slot[j]])
				continue;
			goal->truth += cell->cases_before;
			goal->before += (int64_t)cell->units_before * rounding_base;
		}
	}
}

/* What one school has in each cell: own[], touched[] lists the cells. */
static size_t
add_school(const struct base *base, const struct tables *tables, const bool *is_of_month,
    size_t school, int64_t *own, uint32_t *touched)
{
	uint32_t slot[SLOTS];
	size_t count = 0;

	for (unsigned profile = 0; profile < PROFILES; profile++) {
		const struct base_cell *cell = &base->cell[school * PROFILES + profile];

		if (!is_used(cell))
			continue;
		tables_slots(tables, school, profile, slot);
		for (size_t j = 0; j < SLOTS; j++) {
			if (slot[j] == tables->all)
				continue;
			touched[count++] = slot[j];
			own[slot[j]] += cell->cases;
			if (!is_of_month[slot[j]])
				own[slot[j]] += cell->cases_before;
		}
	}
	return count;
}

/* The school with most cases in a cell must not learn the others by taking off its own. */
static void
add_needs(struct goal *goals, const struct base *base, const struct tables *tables,
    const bool *is_of_month, struct search_bounds bounds)
{
	int64_t *own = memory_allocate_zero(tables->all + 1, sizeof(*own));
	uint32_t *touched = memory_allocate_zero((size_t)PROFILES * SLOTS, sizeof(*touched));

	for (size_t school = 0; school < base->units->schools; school++) {
		size_t count = add_school(base, tables, is_of_month, school, own, touched);

		for (size_t i = 0; i < count; i++) {
			size_t cell = touched[i];
			int64_t need = own[cell] - bounds.distance + bounds.insider;

			if (need > goals[cell].need && tables_has_schools(tables, cell))
				goals[cell].need = need;
			own[cell] = 0;
		}
	}
	free(own);
	free(touched);
}

static int64_t
jitter_of(const struct tables *tables, size_t cell, const struct base *base, const struct key *key,
    struct search_bounds bounds)
{
	char name[TABLES_NAME_SIZE];

	tables_name(tables, cell, base->month, name);
	return (int64_t)stream_of_name(key, base->month, name, (uint32_t)(2 * bounds.jitter + 1))
	    - bounds.jitter;
}

struct goal *
goals_make(const struct base *base, const struct tables *tables, const struct key *key,
    struct search_bounds bounds)
{
	struct goal *goals = memory_allocate_zero(tables->all + 1, sizeof(*goals));
	bool *is_of_month = memory_allocate_zero(tables->all + 1, sizeof(*is_of_month));

	for (size_t cell = 0; cell < tables->all; cell++)
		is_of_month[cell] = tables_is_of_month(tables, cell);
	add_truth(goals, base, tables, is_of_month, bounds.base);
	add_needs(goals, base, tables, is_of_month, bounds);
	for (size_t cell = 0; cell < tables->count; cell++) {
		struct goal *goal = &goals[cell];

		goal->aim = goal->truth + jitter_of(tables, cell, base, key, bounds);
		goal->near = bounds.distance;
		goal->limit = is_of_month[cell] ? 2 * bounds.distance : bounds.distance;
		goal->pressure = 1;
		goal->weight = tables_is_grand_total(tables, cell) ? GRAND_TOTAL_WEIGHT : 1;
	}
	for (size_t cell = tables->count; cell < tables->all; cell++) {
		goals[cell].aim = goals[cell].truth;
		goals[cell].near = goals[cell].limit = 2 * bounds.distance - bounds.insider;
		goals[cell].pressure = 1;
	}
	free(is_of_month);
	return goals;
}

static int64_t
excess(int64_t number)
{
	return number > 0 ? number : 0;
}

static int64_t
distance_of(const struct goal *goal, int64_t number)
{
	return number > goal->truth ? number - goal->truth : goal->truth - number;
}

int64_t
goals_cost(const struct goal *goal, int64_t number)
{
	int64_t off = number - goal->aim;
	int64_t distance = distance_of(goal, number);

	return goal->weight * off * off
	    + goal->pressure
	    * (SMALL_PENALTY * excess(distance - goal->near)
		+ PENALTY * excess(distance - goal->limit) + PENALTY * excess(goal->need - number));
}

bool
goals_is_broken(const struct goal *goal, int64_t number)
{
	return distance_of(goal, number) > goal->limit || number < goal->need;
}

bool
goals_is_near(const struct goal *goal, int64_t number)
{
	return distance_of(goal, number) <= goal->near;
}
