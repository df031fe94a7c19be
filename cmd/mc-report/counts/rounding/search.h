/*
 * Placing the units of rounding of a month.
 *
 * A unit is a point with all groups; each published number is the base times
 * the units in its cell. Units once placed are never moved, so a month adds
 * some to those before: at places and in a number such that every number stays
 * close to the truth. Which of the many good placings is taken follows from
 * the key, and from nothing that a reader can know. Integers only, in a fixed
 * order: the same input, ledger and key give the same units.
 * (mc-report(1), "COUNTS")
 */

#ifndef SEARCH_H
#define SEARCH_H

#include "counts/cells/base.h"
#include "counts/areas/tables.h"

/* What bounds the numbers, all following from the base b. */
struct search_bounds {
	unsigned base;
	int64_t distance; /* D = b: of a running total to the truth; twice that for any number */
	int64_t jitter;	  /* J = b/2: of what is aimed at */
	int64_t insider;  /* w = 2: what a school learns of the others leaves so much open */
};

struct search_bounds search_bounds_of(unsigned base);

/* How many numbers were published before in this school year, and how many of them are further
 * from the truth than D: together with the month's they stay under 1 in 100. */
struct search_record {
	uint64_t numbers, beyond;
};

/* Places the units of the month in the base cells. Returns the number of a cell for which no
 * placing was found (the worst of the best try; nothing is placed then), or tables->all when
 * all is well. Ends the program when memory is out. */
size_t search_place(struct base *base, const struct tables *tables, const struct key *key,
    struct search_bounds bounds, struct search_record before);

#endif
