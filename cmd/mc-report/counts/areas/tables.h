/*
 * The published tables, as one list of cells.
 *
 * A cell is a set of cases: what stands in one place of a table of one unit.
 * Of each published unit there are the month by outcome, signal and route, the
 * same of the school year so far, and outcome by route of the year so far; of
 * each row of schools the year so far by outcome. Every case, and every unit of
 * rounding, lies in the same few cells, its slots. (mc-report(1), "COUNTS")
 */

#ifndef TABLES_H
#define TABLES_H

#include "counts/areas/groups.h"
#include "counts/areas/month.h"
#include "counts/areas/units.h"

/* Parts of the cells of one unit; each part ends with its total. */
enum {
	PART_OUTCOME = 0,
	PART_SIGNAL = PART_OUTCOME + OUTCOME_GROUPS,
	PART_ROUTE = PART_SIGNAL + SIGNAL_GROUPS,
	PART_TOTAL = PART_ROUTE + ROUTE_GROUPS,
	PART_CELLS
};

enum {
	CELLS_OF_MONTH = 0,
	CELLS_OF_YEAR = PART_CELLS,
	CELLS_OF_PAIRS = 2 * PART_CELLS,
	UNIT_CELLS = 2 * PART_CELLS + OUTCOME_GROUPS * ROUTE_GROUPS,
	ROW_CELLS = SCHOOL_GROUPS + 1,
	SLOTS_OF_UNIT = 9,
	SLOTS = (UNIT_KINDS + 1) * SLOTS_OF_UNIT + 6
};

/* The cells of the units come first, then those of the rows, then those of all rows together:
 * these are printed. Behind them stand those of guarded schools, like units and like rows,
 * and last one that stands for no cell. */
struct tables {
	const struct units *units;
	size_t count; /* that are printed */
	size_t all;   /* without the last */
};

/* The list for these units, which must outlive it. */
struct tables tables_of(const struct units *units);

/* The cell of a unit at a place (CELLS_OF_MONTH + PART_OUTCOME + group ...); of outcome by route
 * of the year so far. */
size_t tables_unit_cell(size_t unit, size_t place);
size_t tables_pair_cell(size_t unit, size_t outcome, size_t route);

/* The cell of a row of schools (row == units->rows: all of them together) by school group;
 * SCHOOL_GROUPS is the total. */
size_t tables_row_cell(const struct tables *tables, size_t row, size_t group);

/* The cells in which a case of a school lies; tables->all where there is none. */
void tables_slots(
    const struct tables *tables, size_t school, unsigned profile, uint32_t slot[SLOTS]);

/* Whether the cell is of one month alone; a grand total; of more than one school. */
bool tables_is_of_month(const struct tables *tables, size_t cell);
bool tables_is_grand_total(const struct tables *tables, size_t cell);
bool tables_has_schools(const struct tables *tables, size_t cell);

enum { TABLES_NAME_SIZE = 160 };

/* The name of a cell: its table, unit, row and column as csv has them. A long name of a unit is
 * cut short. Returns name. */
const char *tables_name(
    const struct tables *tables, size_t cell, month_number month, char name[TABLES_NAME_SIZE]);

/* What csv calls a unit: "all", "board:NAME", "region:NAME". Returns name. */
const char *tables_unit_name(const struct unit *unit, char *name, size_t size);

/* What csv calls a row of schools (row == units->rows: "total"). Returns name. */
const char *tables_row_name(const struct units *units, size_t row, char *name, size_t size);

#endif
