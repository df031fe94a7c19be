/*
 * A file of observations: which columns it has, and its rows.
 *
 * Canonical records are read as they come, in constant memory. Any other sheet
 * is read whole first, since one date can make all its dates doubtful.
 */

#ifndef SHEET_H
#define SHEET_H

#include "dates.h"
#include "operands.h"
#include "rows.h"
#include "vocabulary.h"

/* What a person says of the sheets, or 0 for what is found. */
struct sheet_options {
	char delimiter;		/* 0: from the header */
	enum dates_order order; /* DATES_FOUND: from the dates */
	bool ignore_unknown;	/* pass over columns that are not known */
};

struct sheet {
	const char *name; /* for messages */
	bool is_canonical;
	struct bytes header; /* its first line as it stands */
	char *header_copy;
	enum dates_order order;
	size_t columns;
	uint8_t column[FIELDS_MAX]; /* COLUMN_* by place; WORD_NONE is passed over */
	size_t reasons;		    /* the place of the column of reasons; columns for none */
	struct lines lines;
	struct rows rows;
};

/* Opens a file and reads its header. False when the file as a whole is refused, or cannot be
 * read: told as trouble (status 2); or when it is empty, which is told too and no trouble. idle as
 * in lines_open(). */
bool sheet_open(struct sheet *sheet, const struct operand *file,
    const struct sheet_options *options, lines_idle *idle, void *idle_argument);
void sheet_close(struct sheet *sheet);

#endif
