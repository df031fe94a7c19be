/*
 * A small table that people keep beside the records, such as the school's
 * partners: a CSV file with a header. All such files are read in one manner:
 *
 * - The header is the first line that is not blank. It names the columns, in
 *   any order, by their names or their Dutch names, compared as words of the
 *   vocabulary are: by letters and digits, in any case. The separator is the
 *   first comma, semicolon or tab in it.
 * - A row stands on one line, quoted as RFC 4180 has it, and has as many cells
 *   as the header. Lines and rows that are blank are passed over; so are a byte
 *   order mark, a CR at the end of a line and blanks around a cell.
 * - A column that may be left out and is, has empty cells. A column without a
 *   name, such as spreadsheets leave at the right, must be empty.
 * - Anything else ends the program with status 2 and one message, "program:
 *   file:line: column: what is wrong": an unknown, missing or double column, a
 *   row of more or fewer cells, a row that is no CSV, NUL, text that is not
 *   UTF-8, a line over 64 KiB, a file that cannot be read.
 *
 *	enum { PARTNER, NAME, COLUMNS };
 *	static const struct table_column columns[COLUMNS] = {
 *	    [PARTNER] = {"partner", "partner", true},
 *	    [NAME] = {"name", "naam", false},
 *	};
 *	struct table_file table;
 *
 *	table_file_open(&table, file, descriptor, columns, COLUMNS);
 *	while (table_file_next(&table))
 *		take(table.cell[PARTNER], table.cell[NAME]);
 *	table_file_close(&table);
 */

#ifndef TABLE_FILE_H
#define TABLE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "records/fields.h"
#include "records/lines.h"
#include "tool/diagnostics.h"

enum { TABLE_COLUMNS_MAX = 16 };

struct table_column {
	const char *name;
	const char *dutch; /* what the header may have in its place; the same when there is none */
	bool is_needed;	   /* else the file may do without */
};

struct table_file {
	char name[SHOWN_SIZE]; /* of the file, as messages show it */
	unsigned long line;    /* of the current row */
	struct bytes raw;      /* that row as it stands, CR included; stays until the next */
	size_t end;	       /* the bytes up to and with its LF; one too many when it has none */
	struct bytes cell[TABLE_COLUMNS_MAX]; /* by the number of the column; stay as raw does */

	/* What follows is the reader's own. */
	struct lines lines;
	struct fields fields;
	const struct table_column *columns;
	size_t count;			       /* of columns */
	const char *called[TABLE_COLUMNS_MAX]; /* each column in this header; NULL: it has none */
	size_t places;			       /* cells of a row */
	size_t column_at[FIELDS_MAX];	       /* the column of each place; count: without a name */
};

/* Opens the file and reads nothing of it, so that the tool can be confined first. Ends the program
 * when it cannot be opened, or the output goes to it. */
int table_file_descriptor(const char *file);

/* Begins to read the open file, which stays the caller's: its header. columns, of which there are
 * at most TABLE_COLUMNS_MAX, must stay until the table is closed. Ends the program when the header
 * will not do. */
void table_file_open(struct table_file *table, const char *file, int descriptor,
    const struct table_column columns[], size_t count);

/* Takes the next row that is not blank; false at the end. Ends the program when it is wrong. */
bool table_file_next(struct table_file *table);

/* Ends the program over a cell of the current row: "file:line: column: ", and the rest as by
 * printf. The column is called what the header of this file calls it. */
_Noreturn void table_file_stop(const struct table_file *table, size_t column, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

void table_file_close(struct table_file *table);

#endif
