/*
 * The cells of one kind: the numbers that are printed, each once.
 *
 * A cell is a group of schools of which the kind is printed; groups of the same
 * schools are one cell. Behind them come cells that are not printed: what units
 * leave of a larger one. A last one stands for no cell.
 */

#ifndef CELLS_H
#define CELLS_H

#include "counts/areas/kinds.h"
#include "counts/areas/units.h"
#include "counts/rounding/left.h"

enum { CELLS_SLOTS = GROUP_SLOTS + LEFT_SLOTS };

struct cells {
	size_t printed; /* the first ones */
	size_t count;	/* and those that are not; the number of the one that stands for none */
	size_t slots;	/* that are used of those of a school */
	uint32_t (*of_school)[CELLS_SLOTS]; /* no cell twice */
	uint32_t *of_group;
	struct left *left; /* of each cell that is not printed */
};

/* Ends the program when memory is out. To be freed. */
void cells_make(struct cells *cells, enum count_kind kind, const struct units *units);
void cells_free(struct cells *cells);

#endif
