/*
 * The last look before a month is written: what the proof of safety rests on.
 * (mc-counts(7), "HOW IT IS DONE")
 */

#ifndef COUNTS_CHECK_H
#define COUNTS_CHECK_H

#include "counts/areas/year.h"
#include "counts/keep/key.h"

/* Whether the last month of the year may be published: every number is a multiple of the base, no
 * standing has become less, and each keeps to what it needs and is allowed. What is wrong is told
 * as trouble; it cannot happen unless the program is wrong. */
bool check_month(
    const struct year *year, const struct year *truth, const struct key *key, unsigned base);

#endif
