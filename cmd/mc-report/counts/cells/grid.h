/*
 * A published table as it is printed: its labels, and only the numbers that
 * stand in it.
 *
 * Every format prints the same grids in the same order, so none of them shows
 * what another does not.
 */

#ifndef GRID_H
#define GRID_H

#include "counts/cells/sums.h"
#include "counts/print/words.h"

enum { GRID_COLUMNS_MAX = ROUTE_GROUPS + 1, GRID_NAME_SIZE = 256 };

/* Stands where the rules can never give a case. */
#define GRID_NEVER UINT64_MAX

struct grid_row {
	char token[GRID_NAME_SIZE]; /* as csv has it */
	char label[GRID_NAME_SIZE];
	uint64_t number[GRID_COLUMNS_MAX];
};

struct grid {
	const char *table;	   /* its name in csv */
	char unit[GRID_NAME_SIZE]; /* as csv has it */
	char title[GRID_NAME_SIZE];
	enum words legend;
	size_t columns, rows;
	const char *token[GRID_COLUMNS_MAX];
	const char *label[GRID_COLUMNS_MAX];
	struct grid_row *row;
	bool has_chart; /* the months' totals are shown as bars too */
	bool has_never; /* some number is GRID_NEVER */
};

/* What is printed. */
struct page {
	const struct sums *sums;
	unsigned base;
	bool is_internal; /* exact counts of one month, not for publication */
	enum language language;
};

/* Calls print for every table of the page, in order; the grid is gone afterwards. Ends the
 * program when memory is out. */
typedef void grid_print(const struct page *page, const struct grid *grid, void *context);
void grid_each(const struct page *page, grid_print *print, void *context);

#endif
