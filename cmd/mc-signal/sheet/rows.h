/*
 * Rows of a sheet: like lines of records, but a quoted cell may run on.
 *
 * A row that is no CSV costs its first physical line alone; reading goes on at
 * the next, so one forgotten quote cannot swallow the rest of a sheet.
 */

#ifndef ROWS_H
#define ROWS_H

#include "records/fields.h"
#include "records/lines.h"

struct rows {
	struct lines *lines;
	struct fields fields;
	char *quoted;	 /* a row of which formulas were put in quotes */
	bool of_records; /* most rows are plain lines of records; for the caller to set */
};

enum rows_event {
	ROWS_END,
	ROWS_ROW,
	ROWS_NO_CSV,   /* see fault */
	ROWS_TOO_LONG, /* over 64 KiB */
	ROWS_TROUBLE   /* reading failed; errno says why */
};

struct row {
	unsigned long line;	 /* the physical line on which it starts */
	struct bytes raw;	 /* as it stands, without the line end; until idle is called */
	bool has_feed;		 /* an LF stands right behind it */
	enum fields_fault fault; /* of ROWS_NO_CSV */
	bool goes_on;		 /* of FIELDS_QUOTE_OPEN: more follows than one row may have */
};

/* Rows of lines that are open and stay the caller's. */
void rows_open(struct rows *rows, struct lines *lines, char delimiter);
void rows_close(struct rows *rows);

/* The next row that is not blank; its cells are rows->fields, of ROWS_NO_CSV and
 * ROWS_TOO_LONG those before the fault. Byte order marks where a row begins are passed over, and so
 * is a last line that a program of old ended the file with (0x1A, NUL). A cell of the form ="..."
 * may stand without quotes around it, as exports write what a spreadsheet must not make a number
 * of. */
enum rows_event rows_next(struct rows *rows, struct row *row);

#endif
