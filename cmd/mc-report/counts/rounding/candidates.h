/* Where a month's units may be placed: the candidates of the search. */

#ifndef CANDIDATES_H
#define CANDIDATES_H

#include "counts/cells/base.h"
#include "counts/areas/tables.h"

struct candidates {
	uint32_t *base;		 /* of each: its base cell */
	uint32_t (*slot)[SLOTS]; /* of each: the cells in which it counts */
	size_t count;
	size_t wanted; /* how many the truth asks for */
};

/* Lists the candidates: as many for each base cell with cases as bring it up to the base above
 * its truth, and besides, of base cells without anything, max(60, the month's cases) that the
 * key chooses. Schools of which nothing is published have none. Ends the program when memory is
 * out. To be freed. */
void candidates_make(struct candidates *candidates, const struct base *base,
    const struct tables *tables, const struct key *key, unsigned rounding_base);

void candidates_free(struct candidates *candidates);

#endif
