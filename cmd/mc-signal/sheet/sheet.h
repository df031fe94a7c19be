/*
 * A file of observations: which columns it has, and its rows.
 *
 * Canonical records are read as they come, in constant memory. Any other sheet
 * is read whole first, since one date can make all its dates doubtful.
 */

#ifndef SHEET_H
#define SHEET_H

#include "sheet/dates.h"
#include "sheet/encoding.h"
#include "tool/operands.h"
#include "sheet/rows.h"
#include "records/vocabulary.h"

/* What a person says of the sheets, or 0 for what is found. */
struct sheet_options {
	char delimiter;		/* 0: from the header */
	enum dates_order order; /* DATES_FOUND: from the dates */
	bool ignore_unknown;	/* pass over columns that are not known */
};

/* Where a sheet comes from. */
struct sheet_source {
	const struct operand *file;
	const struct encoding *encoding;
	lines_idle *idle; /* as in lines_open() */
	void *idle_argument;
};

struct sheet {
	const char *name; /* for messages */
	bool is_canonical;
	struct bytes header; /* its first line as it stands */
	char *header_copy;
	enum dates_order order;
	bool ignores_unknown;
	bool has_separator_line; /* such as "sep=;", before the header */
	size_t columns;
	uint8_t column[FIELDS_MAX];  /* COLUMN_* by place; WORD_NONE is passed over */
	size_t reasons;		     /* the place of the column of reasons; columns for none */
	bool is_reasons[FIELDS_MAX]; /* such columns, in either language, are passed over */
	bool wants_mark; /* a spreadsheet would not know UTF-8 without a byte order mark */
	char *converted; /* the text, when it was not UTF-8 */
	struct lines lines;
	struct rows rows;
};

/* Opens a file and reads its header. False when the file as a whole is refused, or cannot be
 * read: told as trouble (status 2); or when it is empty, which is told too and no trouble. */
bool sheet_open(
    struct sheet *sheet, const struct sheet_source *source, const struct sheet_options *options);
void sheet_close(struct sheet *sheet);

/* Whether nothing may stand in this place of a row: it has no column, or one without a name. */
bool sheet_must_be_empty(const struct sheet *sheet, size_t place);

#endif
