/*
 * The numbers of a school year, of each school: what the tables add up.
 *
 * A standing is that of the end of a month; COUNT_ACTIVE is of the month
 * alone. What is published is a multiple of the base, what is internal the
 * truth.
 */

#ifndef YEAR_H
#define YEAR_H

#include "counts/areas/kinds.h"
#include "counts/areas/month.h"
#include "counts/areas/units.h"

/* {.first = ...} holds no month yet; to be freed, its units apart. */
struct year {
	struct units units;
	month_number first; /* the first month that is told */
	size_t months;	    /* at most MONTHS_IN_YEAR */
	uint32_t *number;   /* by month, school and kind */
	bool *is_without;   /* by month and school: it delivered nothing */
};

/* Adds months up to the last one, each with the standings of the month before and nobody active.
 * Only when all schools are there. Ends the program when memory is out. */
void year_grow(struct year *year, month_number last);

/* The last month. */
static inline month_number
year_last(const struct year *year)
{
	return year->first + (month_number)year->months - 1;
}

/* The numbers of a school in a month, by kind; month counts from the first, 0. */
uint32_t *year_numbers(const struct year *year, size_t month, size_t school);

/* Whether a school delivered nothing in a month. */
bool *year_without(const struct year *year, size_t month, size_t school);

/* Takes for each school that delivered nothing in the last month of printed what stands printed of
 * it as its numbers in truth, which has that month alone and the same schools. Counted as nothing,
 * the units that it has would be pressed out of the numbers of the others, whose reader would then
 * know more of them than in other months. Only before that month's units are placed. */
void year_keep_printed(struct year *truth, const struct year *printed);

/* Adds up the numbers of one kind in a month, by group. */
void year_add_up(const struct year *year, size_t month, enum count_kind kind, uint64_t *by_group);

void year_free(struct year *year);

#endif
