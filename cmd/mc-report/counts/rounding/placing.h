/*
 * A placing under construction: which candidates have a unit, and what each
 * further move would cost.
 *
 * For each cell the price of a unit more and of one less is kept, so a move is
 * judged by adding up the prices of the few cells that it touches.
 */

#ifndef PLACING_H
#define PLACING_H

#include "counts/rounding/candidates.h"
#include "counts/rounding/goals.h"
#include "counts/rounding/stream.h"

struct placing {
	const struct tables *tables;
	struct search_bounds bounds;
	struct candidates candidates;
	struct goal *goal;  /* of each cell */
	int64_t *number;    /* of each cell, as it stands */
	int64_t *up, *down; /* what a unit more, or less, in the cell adds to the cost */
	int64_t *leave;	    /* the price of taking away the unit of a candidate, when it was ... */
	uint64_t *priced;   /* ... worked out: at the change of this number */
	uint64_t changes;
	uint32_t *taken; /* candidates that have a unit, the first count of them */
	size_t count;
	size_t *place_in_taken; /* of each candidate; SIZE_MAX when it has none */
	uint32_t *order;	/* the candidates, in the order in which they are tried */
	uint64_t work;		/* swaps that were priced */
};

/* A placing without units; tables must outlive it. Ends the program when memory is out. To be
 * closed. */
void placing_open(struct placing *placing, const struct base *base, const struct tables *tables,
    const struct key *key, struct search_bounds bounds);
void placing_close(struct placing *placing);

/* Begins anew with as many units as the truth asks for, at candidates that the stream chooses. */
void placing_begin(struct placing *placing, struct stream *stream);

/* Puts the candidates in a new order. */
void placing_shuffle(struct placing *placing, struct stream *stream);

/* Each makes the first move that lowers the cost, if there is one: with a candidate, one that
 * brings a unit into a cell, or one that takes a unit out of it. */
bool placing_try(struct placing *placing, uint32_t candidate);
bool placing_bring_into(struct placing *placing, size_t cell);
bool placing_take_out_of(struct placing *placing, size_t cell);

/* Makes the penalties of a cell count once more. */
void placing_press(struct placing *placing, size_t cell);

#endif
