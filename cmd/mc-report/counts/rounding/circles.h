/*
 * The circles of schools: those of a circle share the same printed numbers, of
 * their region, their board and whatever else has more schools than one.
 *
 * So what a move changes in these is the same for each school of a circle, and
 * a question about each two schools can be asked of each two circles.
 */

#ifndef CIRCLES_H
#define CIRCLES_H

#include "counts/rounding/cells.h"

/* What schools share, but for the number of all schools, which tells none apart: cells, or the one
 * that stands for none. */
struct share {
	uint32_t region;
	uint32_t cell[CELLS_SLOTS]; /* in the slots of the others */
};

struct circle {
	struct share share;
	uint32_t zone;
	uint32_t first, schools; /* of circles.school */
};

/* The circles of a region, or those of none. */
struct zone {
	uint32_t region;
	uint32_t first, circles;
};

struct circles {
	struct circle *circle; /* zone by zone */
	struct zone *zone;
	uint32_t count, zones;
	uint32_t *school;    /* circle by circle */
	uint32_t *of_school; /* the circle of each */
	/* The circles that share a cell besides their region, as a chain of their slots: the first
	 * of each cell, and the next of each slot of each circle. */
	uint32_t *first, *next;
};

/* Ends a chain. */
#define CIRCLES_END UINT32_MAX

/* Ends the program when memory is out. To be freed. */
void circles_make(struct circles *circles, const struct cells *cells, size_t schools);
void circles_free(struct circles *circles);

/* The circle of a slot in a chain. */
static inline uint32_t
circles_at(uint32_t link)
{
	return link / CELLS_SLOTS;
}

#endif
