#include "counts/rounding/placing.h"

#include <stdlib.h>

#include "tool/memory.h"

static void
price(struct placing *placing, size_t cell)
{
	const struct goal *goal = &placing->goal[cell];
	int64_t number = placing->number[cell], base = placing->bounds.base;
	int64_t now = goals_cost(goal, number);

	if (cell == placing->tables->all)
		return; /* stands for no cell: costs nothing */
	placing->up[cell] = goals_cost(goal, number + base) - now;
	placing->down[cell] = goals_cost(goal, number - base) - now;
}

static void
change(struct placing *placing, uint32_t candidate, int64_t by)
{
	const uint32_t *slot = placing->candidates.slot[candidate];

	placing->changes++;
	for (size_t i = 0; i < SLOTS; i++) {
		placing->number[slot[i]] += by;
		price(placing, slot[i]);
	}
}

static void
take(struct placing *placing, uint32_t candidate)
{
	placing->place_in_taken[candidate] = placing->count;
	placing->taken[placing->count++] = candidate;
	change(placing, candidate, placing->bounds.base);
}

static void
drop(struct placing *placing, uint32_t candidate)
{
	size_t place = placing->place_in_taken[candidate];
	uint32_t last = placing->taken[--placing->count];

	placing->taken[place] = last;
	placing->place_in_taken[last] = place;
	placing->place_in_taken[candidate] = SIZE_MAX;
	change(placing, candidate, -(int64_t)placing->bounds.base);
}

/* No two slots of a candidate are the same cell, so that their prices add up. */
static int64_t
price_of(const int64_t *prices, const uint32_t slot[SLOTS])
{
	int64_t sum = 0;

	for (size_t i = 0; i < SLOTS; i++)
		sum += prices[slot[i]];
	return sum;
}

static int64_t
price_of_leaving(struct placing *placing, uint32_t candidate)
{
	if (placing->priced[candidate] != placing->changes) {
		placing->leave[candidate] =
		    price_of(placing->down, placing->candidates.slot[candidate]);
		placing->priced[candidate] = placing->changes;
	}
	return placing->leave[candidate];
}

/* A candidate that is not taken, with what it would cost: by itself, and what of that falls away
 * for each slot that it shares with a unit that goes. */
struct entry {
	uint32_t candidate;
	int64_t price, shared[SLOTS];
};

static struct entry
entry_of(const struct placing *placing, uint32_t candidate)
{
	const uint32_t *slot = placing->candidates.slot[candidate];
	struct entry entry = {.candidate = candidate, .price = price_of(placing->up, slot)};

	for (size_t i = 0; i < SLOTS; i++)
		entry.shared[i] = placing->up[slot[i]] + placing->down[slot[i]];
	return entry;
}

/* Whether it lowers the cost to put a unit there instead of at old. Without branches, since most
 * of the time of the search goes here. */
static bool
swap_helps(struct placing *placing, const struct entry *entry, uint32_t old)
{
	const uint32_t *in = placing->candidates.slot[entry->candidate];
	const uint32_t *out = placing->candidates.slot[old];
	int64_t sum = 0;

	placing->work++;
	for (size_t i = 0; i < SLOTS; i++)
		sum += entry->shared[i] & -(int64_t)(in[i] == out[i]);
	return entry->price + price_of_leaving(placing, old) < sum;
}

static void
swap(struct placing *placing, uint32_t new, uint32_t old)
{
	drop(placing, old);
	take(placing, new);
}

static bool
try_swap(struct placing *placing, const struct entry *entry)
{
	for (size_t i = 0; i < placing->count; i++)
		if (swap_helps(placing, entry, placing->taken[i])) {
			swap(placing, entry->candidate, placing->taken[i]);
			return true;
		}
	return false;
}

bool
placing_try(struct placing *placing, uint32_t candidate)
{
	const uint32_t *slot = placing->candidates.slot[candidate];

	if (placing->place_in_taken[candidate] == SIZE_MAX) {
		struct entry entry = entry_of(placing, candidate);

		if (entry.price >= 0)
			return try_swap(placing, &entry);
		take(placing, candidate);
		return true;
	}
	if (price_of(placing->down, slot) >= 0)
		return false;
	drop(placing, candidate);
	return true;
}

static bool
has_slot(const uint32_t slot[SLOTS], size_t cell)
{
	for (size_t i = 0; i < SLOTS; i++)
		if (slot[i] == cell)
			return true;
	return false;
}

bool
placing_bring_into(struct placing *placing, size_t cell)
{
	for (size_t i = 0; i < placing->candidates.count; i++) {
		uint32_t candidate = placing->order[i];

		if (placing->place_in_taken[candidate] == SIZE_MAX
		    && has_slot(placing->candidates.slot[candidate], cell)
		    && placing_try(placing, candidate))
			return true;
	}
	return false;
}

/* Takes one unit out of the cell, or puts it elsewhere, when that lowers the cost. */
static bool
try_leave(struct placing *placing, uint32_t old, size_t cell)
{
	const uint32_t(*slot)[SLOTS] = (const uint32_t(*)[SLOTS])placing->candidates.slot;

	if (price_of(placing->down, slot[old]) < 0) {
		drop(placing, old);
		return true;
	}
	for (size_t i = 0; i < placing->candidates.count; i++) {
		uint32_t candidate = placing->order[i];

		if (placing->place_in_taken[candidate] != SIZE_MAX
		    || has_slot(slot[candidate], cell))
			continue;
		struct entry entry = entry_of(placing, candidate);
		if (swap_helps(placing, &entry, old)) {
			swap(placing, candidate, old);
			return true;
		}
	}
	return false;
}

bool
placing_take_out_of(struct placing *placing, size_t cell)
{
	for (size_t i = 0; i < placing->count; i++)
		if (has_slot(placing->candidates.slot[placing->taken[i]], cell)
		    && try_leave(placing, placing->taken[i], cell))
			return true;
	return false;
}

void
placing_begin(struct placing *placing, struct stream *stream)
{
	size_t candidates = placing->candidates.count;

	placing->count = 0;
	placing->changes++;
	for (size_t cell = 0; cell <= placing->tables->all; cell++) {
		placing->number[cell] = placing->goal[cell].before;
		placing->goal[cell].pressure = 1;
		price(placing, cell);
	}
	for (size_t i = 0; i < candidates; i++) {
		placing->order[i] = (uint32_t)i;
		placing->place_in_taken[i] = SIZE_MAX;
	}
	stream_shuffle(stream, placing->order, candidates);
	for (size_t i = 0; i < placing->candidates.wanted; i++)
		take(placing, placing->order[i]);
}

void
placing_shuffle(struct placing *placing, struct stream *stream)
{
	stream_shuffle(stream, placing->order, placing->candidates.count);
}

void
placing_press(struct placing *placing, size_t cell)
{
	placing->goal[cell].pressure++;
	placing->changes++;
	price(placing, cell);
}

void
placing_open(struct placing *placing, const struct base *base, const struct tables *tables,
    const struct key *key, struct search_bounds bounds)
{
	size_t cells = tables->all + 1, count;

	*placing = (struct placing){.tables = tables, .bounds = bounds};
	candidates_make(&placing->candidates, base, tables, key, bounds.base);
	count = placing->candidates.count + 1;
	placing->goal = goals_make(base, tables, key, bounds);
	placing->number = memory_allocate_zero(cells, sizeof(*placing->number));
	placing->up = memory_allocate_zero(cells, sizeof(*placing->up));
	placing->down = memory_allocate_zero(cells, sizeof(*placing->down));
	placing->leave = memory_allocate_zero(count, sizeof(*placing->leave));
	placing->priced = memory_allocate_zero(count, sizeof(*placing->priced));
	placing->taken = memory_allocate_zero(count, sizeof(*placing->taken));
	placing->place_in_taken = memory_allocate_zero(count, sizeof(*placing->place_in_taken));
	placing->order = memory_allocate_zero(count, sizeof(*placing->order));
}

void
placing_close(struct placing *placing)
{
	candidates_free(&placing->candidates);
	free(placing->goal);
	free(placing->number);
	free(placing->up);
	free(placing->down);
	free(placing->leave);
	free(placing->priced);
	free(placing->taken);
	free(placing->place_in_taken);
	free(placing->order);
}
