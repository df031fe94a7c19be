/*
 * Placing the units of rounding of a month.
 *
 * A unit belongs to a school, a kind and a month, and is never moved; each
 * published number is the base times the units in its group. So all pages
 * tabulate the same units. Which of the many good placings is taken follows
 * from the key, and from nothing that a reader can know. Integers only, in a
 * fixed order: the same truth, ledger and key give the same units.
 * (mc-counts(7), "HOW IT IS DONE")
 */

#ifndef SEARCH_H
#define SEARCH_H

#include "counts/areas/year.h"
#include "counts/keep/key.h"

/* Places the units of every kind in the last month of the year, in which the numbers of the month
 * before stand, for the true numbers of the last month of truth. A placing is always found; what
 * gives way where nothing better is possible is the distance from the truth. Ends the program when
 * memory is out. */
void search_place(
    struct year *year, const struct year *truth, const struct key *key, unsigned base);

#endif
