/*
 * A placing under construction: how many new units each school has, and what
 * each further move would cost.
 *
 * For each cell the price of a unit more and of one less is kept, so a move is
 * judged by adding up the prices of the few cells that it touches.
 */

#ifndef PLACING_H
#define PLACING_H

#include "counts/rounding/goals.h"
#include "counts/rounding/stream.h"

struct placing {
	const struct goals *goals;
	int64_t *number;    /* of each cell, as it stands */
	int64_t *up, *down; /* what a unit more, or less, in the cell adds to the cost */
	uint32_t *units;    /* of each school: the new ones */
	uint32_t *taken;    /* the schools that have some, the first count of them */
	size_t count;
	uint32_t *place; /* of each school in taken */
	uint32_t *order; /* of the schools that are printed, as they are tried */
	size_t schools;	 /* so many of them */
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
