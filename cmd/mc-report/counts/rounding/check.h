/*
 * The last look before a month is written: what the proof of safety rests on.
 *
 * Every number is a multiple of the base and the sum of the units in its cell;
 * none is further than 2D from the truth, and at most one in a hundred of the
 * school year so far further than D; a school that takes off its own cases
 * learns no others.
 */

#ifndef COUNTS_CHECK_H
#define COUNTS_CHECK_H

#include "counts/rounding/search.h"
#include "counts/cells/sums.h"

/* How near the truth the numbers of these months are. */
struct search_record check_record(
    const struct sums *published, const struct sums *truth, int64_t distance);

/* Whether the month may be published: its units stand in the base cells, and in the ledger's rows
 * of which the sums are made. What is wrong is told as trouble, with the table. */
bool check_month(const struct base *base, const struct key *key, struct search_bounds bounds,
    const struct sums *published, const struct sums *truth);

#endif
