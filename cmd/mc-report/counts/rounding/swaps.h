/*
 * Finding a school whose unit costs less at another, without a look at each
 * school that has one.
 *
 * Of each circle the least is kept that taking back a unit at one of its
 * schools costs, and of each zone, and of all together, a floor to that. Most
 * searches end at the floors.
 */

#ifndef SWAPS_H
#define SWAPS_H

#include "counts/rounding/circles.h"
#include "counts/rounding/prices.h"

#define SWAPS_NONE UINT32_MAX

/* What a unit taken back costs is told without the number of all schools, which a swap leaves as
 * it is. */
struct swaps {
	const struct prices *prices;
	const uint32_t *units, *place; /* of each school; the place is among those with units */
	struct circles circles;
	int64_t *alone; /* of each circle: at its cheapest school, in what that does not share */
	int64_t *least; /* and in what it shares, but for the region */
	int64_t *floor; /* of each zone: none of its circles costs less, but for the region */
	int64_t floor_of_all; /* with the region */
};

/* Looks at prices, units and places, which are to outlive it. Ends the program when memory is out.
 * To be closed. */
void swaps_open(
    struct swaps *swaps, const struct prices *prices, const uint32_t *units, const uint32_t *place);
void swaps_close(struct swaps *swaps);

/* Begins anew with the prices and units as they are. */
void swaps_begin(struct swaps *swaps);

/* Takes over that a school got or lost a unit, and the prices that came with it. */
void swaps_follow(struct swaps *swaps, uint32_t school);

/* The school that has the first place of those whose unit costs less at this one; SWAPS_NONE when
 * there is none. adding is what a unit more costs there. */
uint32_t swaps_find(struct swaps *swaps, uint32_t school, int64_t adding);

#endif
