/*
 * The tables of a page, number by number: every format prints the same ones in
 * the same order, so none shows what another does not.
 */

#ifndef TABLES_H
#define TABLES_H

#include "counts/print/print.h"

enum table_kind {
	TABLE_YEAR,  /* the standings of a unit, by month */
	TABLE_MONTH, /* how many cases of a unit were active, by month */
	TABLE_SCHOOL /* the latest standings of the rows of schools */
};

/* A row: of a group in a month, by kind. */
struct table_row {
	size_t group;
	month_number month;
	uint64_t number[COUNT_KINDS];
};

struct table {
	enum table_kind kind;
	size_t group; /* the unit that it is of; TABLE_SCHOOL: the first row's */
	enum count_kind column[COUNT_KINDS];
	size_t columns, rows;
	struct table_row *row;
};

/* Calls print for each table, which is gone afterwards. Ends the program when memory is out. */
typedef void table_print(const struct page *page, const struct table *table, void *context);
void tables_each(const struct page *page, table_print *print, void *context);

#endif
