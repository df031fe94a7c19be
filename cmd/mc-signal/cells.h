/*
 * Intake: the cells of one row on their way to a record.
 *
 * Each goes to its column; what has no ink goes, names and tokens become the
 * canonical ones, dates and the times beside them too, and what the row leaves
 * out is filled in. What cannot be is kept as it is, with the reason.
 */

#ifndef CELLS_H
#define CELLS_H

#include "records/record.h"
#include "sheet/characters.h"
#include "sheet/sheet.h"

struct cells {
	struct bytes school, by; /* for rows that have none; empty for none */
	/* By column, those that sheets have besides too: as a person wrote it, and as it is now. */
	struct bytes written[SHEET_END], cell[SHEET_END];
	enum dates_order order;
	enum dates_flaw date_flaw, due_flaw;
	enum word due_column;	   /* from which its due came */
	bool is_broken[SHEET_END]; /* by a fault that says all there is to say */
	/* What the canonical cells are made of. */
	struct characters characters;
	char date[DATES_TEXT_SIZE], due[DAY_TEXT_SIZE];
};

/* school and by may be empty and must outlive it. Ends the program when memory is out. */
void cells_open(struct cells *cells, struct bytes school, struct bytes by);
void cells_close(struct cells *cells);

/* Takes the row that sheet_next() gave, with every fault of a cell by itself; all but those makes
 * the record's rules find. The bytes stay until the next call and the next row. */
void cells_take_row(struct cells *cells, const struct sheet *sheet, struct faults *faults);

/* The same of columns that a person gave one by one, in whatever form a sheet may have them. */
void cells_take_columns(
    struct cells *cells, const struct bytes column[COLUMN_END], struct faults *faults);

/* The fault of the record with the reason why a cell is no date. */
struct fault cells_explain(const struct cells *cells, struct fault fault);

#endif
