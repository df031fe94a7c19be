/*
 * A placing under construction: how many new units each school has.
 */

#ifndef PLACING_H
#define PLACING_H

#include "counts/rounding/goals.h"
#include "counts/rounding/prices.h"
#include "counts/rounding/stream.h"
#include "counts/rounding/swaps.h"

struct placing {
	const struct goals *goals;
	struct prices prices;
	struct swaps swaps;
	uint32_t *units; /* of each school: the new ones */
	uint32_t *taken; /* the schools that have some, the first count of them */
	size_t count;
	uint32_t *place;   /* of each school in taken */
	uint32_t *order;   /* of the schools that are printed, as they are tried */
	size_t schools;	   /* so many of them */
	uint32_t *chances; /* to get the next unit: of each block of them */
};

/* A placing without units; goals must outlive it. Ends the program when memory is out. To be
 * closed. */
void placing_open(struct placing *placing, const struct goals *goals);
void placing_close(struct placing *placing);

/* Begins anew with as many units as the truth asks for, at schools that the stream chooses: those
 * that lack most are the most likely. */
void placing_begin(struct placing *placing, struct stream *stream);

/* Adds, takes back or swaps units, in an order that the stream chooses, until no such move lowers
 * the cost. */
void placing_improve(struct placing *placing, struct stream *stream);

/* What the numbers cost for being too far from the truth, or not safe. 0 is a good placing. */
int64_t placing_penalty(const struct placing *placing);

#endif
