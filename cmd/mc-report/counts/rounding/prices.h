/*
 * What each further move would cost, of the numbers of one kind as they stand.
 *
 * For each cell the price of a unit more and of one less is kept, so a move is
 * judged by adding up the prices of the few cells that it touches.
 */

#ifndef PRICES_H
#define PRICES_H

#include "counts/rounding/goals.h"

struct prices {
	const struct goals *goals;
	int64_t *number;    /* of each cell, as it stands */
	int64_t *up, *down; /* what a unit more, or less, in the cell adds to the cost */
};

/* Prices of no numbers yet; goals must outlive them. Ends the program when memory is out. To be
 * closed. */
void prices_open(struct prices *prices, const struct goals *goals);
void prices_close(struct prices *prices);

/* Begins anew with the numbers as they stand without a new unit. */
void prices_begin(struct prices *prices);

/* The school gets so many more cases or events in each of its cells: the base for a unit. */
void prices_change(struct prices *prices, size_t school, int64_t by);

/* What a unit more (up) or less (down) costs at a school. No two cells of a school are the same,
 * so that their prices add up. */
static inline int64_t
prices_of(const struct prices *prices, const int64_t *of_cell, uint32_t school)
{
	const uint32_t *cell = prices->goals->cells.of_school[school];
	int64_t sum = 0;

	for (size_t i = 0; i < prices->goals->cells.slots; i++)
		sum += of_cell[cell[i]];
	return sum;
}

/* What a unit costs at a school, in the place of one at another: what they share stays as it
 * is. adding is what it costs besides those that are there. */
static inline int64_t
prices_of_swap(const struct prices *prices, int64_t adding, uint32_t school, uint32_t old)
{
	const uint32_t *in = prices->goals->cells.of_school[school],
		       *out = prices->goals->cells.of_school[old];
	int64_t sum = adding;

	for (size_t i = 0; i < prices->goals->cells.slots; i++)
		sum += in[i] == out[i] ? -prices->up[in[i]] : prices->down[out[i]];
	return sum;
}

#endif
