/*
 * One row of CSV into its fields.
 *
 * A row with a quote goes through libcsv, strictly; a plain row is split
 * directly. Both give the same fields for every row on which both are valid.
 */

#ifndef FIELDS_H
#define FIELDS_H

#include <csv.h>

#include "text/bytes.h"
#include "records/lines.h"

/* More columns than any sheet of observations has. */
enum { FIELDS_MAX = 256 };

enum fields_fault {
	FIELDS_FINE,
	FIELDS_NUL,	/* a NUL byte */
	FIELDS_RETURN,	/* a carriage return */
	FIELDS_CONTROL, /* another control character: C0, DEL or C1 */
	FIELDS_NO_UTF8,
	FIELDS_QUOTE_OPEN,  /* a quoted field is not closed at the end */
	FIELDS_QUOTE_STRAY, /* a quote in a plain field, or text after a closing quote */
	FIELDS_TOO_MANY	    /* more than FIELDS_MAX */
};

/* What a row may hold: a record no control character, a row of a sheet line breaks in its quoted
 * cells, and in its cells what intake takes off them or refuses. */
enum fields_form { FIELDS_RECORD, FIELDS_SHEET };

struct fields {
	char delimiter;
	size_t count;
	bool is_plain; /* the row is visible ASCII, but for its delimiters */
	bool is_roomy; /* each field has PLAIN_ROOM bytes behind its beginning, see plain.h */
	struct bytes field[FIELDS_MAX];
	struct csv_parser parser;
	char *unquoted; /* the fields that libcsv gave, one behind the other */
	size_t used;
};

/* Ends the program when memory is out. */
void fields_open(struct fields *fields, char delimiter);
void fields_close(struct fields *fields);

/* Splits a row of at most LINE_MAX_LENGTH bytes. The fields point into the row or into memory
 * of fields, and stay until the next call. On a fault, those before it stand, the one with the
 * fault last where it can be told. */
enum fields_fault fields_split(struct fields *fields, struct bytes row, enum fields_form form);

/* The same, always by libcsv: what the direct way is tested against. */
enum fields_fault fields_split_quoted(struct fields *fields, struct bytes row);

#endif
