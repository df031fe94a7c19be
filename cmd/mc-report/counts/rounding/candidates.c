#include "counts/rounding/candidates.h"

#include <stdlib.h>

#include "tool/memory.h"
#include "counts/rounding/stream.h"

enum { EMPTY_AT_LEAST = 60 };

/* What the base cells come to, of schools of which something is published. */
struct census {
	uint64_t truth, published; /* of the school year so far */
	uint64_t cases;		   /* of the month */
	size_t room;		   /* for candidates at base cells with cases */
	size_t empty;		   /* base cells without anything, where a unit may stand */
};

/* How many units more a base cell with cases may have. */
static uint32_t
room_of(const struct base_cell *cell, unsigned rounding_base)
{
	uint32_t most = (cell->cases_before + cell->cases + rounding_base) / rounding_base;

	return most > cell->units_before ? most - cell->units_before : 0;
}

static bool
has_cases(const struct base_cell *cell)
{
	return cell->cases_before + cell->cases > 0;
}

/* Whether a base cell has neither cases nor units, and may have a unit. */
static bool
is_empty(const struct base *base, size_t number)
{
	const struct base_cell *cell = &base->cell[number];
	unsigned profile = (unsigned)(number % PROFILES);

	return !has_cases(cell) && cell->units_before == 0
	    && !groups_never(groups_outcome(profile), groups_route(profile))
	    && units_show(base->units, number / PROFILES);
}

static struct census
take_census(const struct base *base, unsigned rounding_base)
{
	struct census census = {0};

	for (size_t i = 0; i < base->count; i++) {
		const struct base_cell *cell = &base->cell[i];

		if (!units_show(base->units, i / PROFILES))
			continue;
		census.truth += cell->cases_before + cell->cases;
		census.published += (uint64_t)cell->units_before * rounding_base;
		census.cases += cell->cases;
		if (has_cases(cell))
			census.room += room_of(cell, rounding_base);
		else if (is_empty(base, i))
			census.empty++;
	}
	return census;
}

static void
add(struct candidates *candidates, const struct tables *tables, size_t number)
{
	candidates->base[candidates->count] = (uint32_t)number;
	tables_slots(tables, number / PROFILES, (unsigned)(number % PROFILES),
	    candidates->slot[candidates->count]);
	candidates->count++;
}

static void
add_with_cases(struct candidates *candidates, const struct base *base, const struct tables *tables,
    unsigned rounding_base)
{
	for (size_t i = 0; i < base->count; i++) {
		const struct base_cell *cell = &base->cell[i];

		if (!has_cases(cell) || !units_show(base->units, i / PROFILES))
			continue;
		for (uint32_t room = room_of(cell, rounding_base); room > 0; room--)
			add(candidates, tables, i);
	}
}

static void
add_empty(struct candidates *candidates, const struct base *base, const struct tables *tables,
    const struct key *key, size_t empty, size_t wanted)
{
	uint32_t *list = memory_allocate_zero(empty + 1, sizeof(*list));
	struct stream stream;
	size_t count = 0;

	for (size_t i = 0; i < base->count; i++)
		if (is_empty(base, i))
			list[count++] = (uint32_t)i;
	stream_open(&stream, key, "empty", base->month, 0);
	stream_shuffle(&stream, list, count);
	for (size_t i = 0; i < count && i < wanted; i++)
		add(candidates, tables, list[i]);
	free(list);
}

void
candidates_make(struct candidates *candidates, const struct base *base, const struct tables *tables,
    const struct key *key, unsigned rounding_base)
{
	struct census census = take_census(base, rounding_base);
	size_t empty = census.cases > EMPTY_AT_LEAST ? census.cases : EMPTY_AT_LEAST;

	if (empty > census.empty)
		empty = census.empty;
	*candidates = (struct candidates){.count = 0};
	candidates->base = memory_allocate_zero(census.room + empty + 1, sizeof(*candidates->base));
	candidates->slot = memory_allocate_zero(census.room + empty + 1, sizeof(*candidates->slot));
	add_with_cases(candidates, base, tables, rounding_base);
	add_empty(candidates, base, tables, key, census.empty, empty);
	if (census.truth > census.published)
		candidates->wanted =
		    (size_t)((census.truth - census.published + rounding_base / 2) / rounding_base);
	if (candidates->wanted > candidates->count)
		candidates->wanted = candidates->count;
}

void
candidates_free(struct candidates *candidates)
{
	free(candidates->base);
	free(candidates->slot);
	*candidates = (struct candidates){.count = 0};
}
