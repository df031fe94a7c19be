/*
 * Intake: one row of a sheet into one record.
 *
 * Names, tokens and dates become the canonical ones; what the sheet leaves out
 * is filled in from the command line; then every rule of a record is checked.
 */

#ifndef ROW_RECORD_H
#define ROW_RECORD_H

#include "cells.h"
#include "records/record.h"

struct row_record {
	unsigned allowed; /* kinds of identifying data that may pass */
	day_number today; /* nothing can have happened after it */
	struct cells cells;
};

/* school and by may be empty and must outlive it. Ends the program when memory is out. */
void row_record_open(
    struct row_record *row_record, struct bytes school, struct bytes by, unsigned allowed);
void row_record_close(struct row_record *row_record);

/* Makes a record of the row that sheet_next() gave; every fault is added. *is_as_it_stood says
 * that the row is the record already, byte for byte. The record's bytes stay until the next
 * call and the next row. */
void row_record_take(struct row_record *row_record, const struct sheet *sheet,
    const struct row *row, struct record *record, struct faults *faults, bool *is_as_it_stood);

/* The same of columns that a person gave one by one, in whatever form a sheet may have them. */
void row_record_take_columns(struct row_record *row_record, const struct bytes column[COLUMN_END],
    struct record *record, struct faults *faults);

#endif
