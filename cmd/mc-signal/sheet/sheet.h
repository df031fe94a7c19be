/*
 * A file of observations: which columns it has, and its rows.
 *
 * Canonical records are read as they come, in constant memory. Any other sheet
 * is read whole first, since one date can make all its dates doubtful.
 */

#ifndef SHEET_H
#define SHEET_H

#include "records/vocabulary.h"
#include "sheet/columns.h"
#include "sheet/content.h"
#include "sheet/dates.h"
#include "sheet/encoding.h"
#include "sheet/rows.h"
#include "tool/operands.h"

/* What a person says of the sheets, or 0 for what is found. */
struct sheet_options {
	char delimiter;		/* 0: from the header */
	enum dates_order order; /* DATES_FOUND: from the dates */
	struct columns_options columns;
};

/* Where a sheet comes from. */
struct sheet_source {
	const struct operand *file;
	const struct encoding *encoding;
	lines_idle *idle; /* as in lines_open() */
	void *idle_argument;
	day_number today; /* nothing in it can have happened after it */
};

struct sheet {
	const char *name; /* for messages */
	bool is_canonical;
	struct bytes header; /* the header as it stands */
	char *header_copy;
	enum dates_order order;
	const struct sheet_options *options;
	struct columns columns;
	size_t kind_place; /* where the kind stands */
	bool wants_mark;   /* a spreadsheet would not know UTF-8 without a byte order mark */
	struct content content;
	struct lines lines;
	struct rows rows;
};

/* Opens a file and reads its header. False when the file as a whole is refused, or cannot be
 * read: told as trouble (status 2); or when it is empty, which is told too and no trouble. The
 * options must outlive it. */
bool sheet_open(
    struct sheet *sheet, const struct sheet_source *source, const struct sheet_options *options);
void sheet_close(struct sheet *sheet);

/* The next row, as rows_next() gives it; a header that stands there again is passed over. */
enum rows_event sheet_next(struct sheet *sheet, struct row *row);

/* Whether nothing may stand in this place of a row: it has no column, or one without a name. */
bool sheet_must_be_empty(const struct sheet *sheet, size_t place);

#endif
