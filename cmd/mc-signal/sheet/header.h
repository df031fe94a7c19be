/*
 * The header of a sheet: which of its first lines it is, and how they are split.
 *
 * A spreadsheet may print a title and a date above it; a first line such as
 * "sep=;" tells Excel where to split.
 */

#ifndef HEADER_H
#define HEADER_H

#include "sheet/columns.h"
#include "sheet/rows.h"

struct header {
	char delimiter;
	unsigned long line;	   /* on which it stands; 0 when no line can be one */
	size_t known;		   /* how many of its columns are known */
	bool is_blank;		   /* there is nothing in the sheet at all */
	bool has_separator;	   /* the first line names the delimiter */
	unsigned long broken_line; /* that may be a header and cannot be read; 0 for none */
	bool is_too_long;	   /* that line; else it is no CSV */
};

/* Looks for the header in lines of memory, and goes back to the first of them. delimiter is 0 for
 * one that is to be found. What is found need not be a header that will do. */
void header_find(struct header *header, struct lines *lines, char delimiter,
    const struct columns_options *options);

/* Takes rows from their first line to the header; its cells are rows->fields then. *has_above says
 * whether something stands above it that is no row of the sheet. */
void header_go_to(const struct header *header, struct rows *rows, struct row *row, bool *has_above);

/* From the first line on: the line of the first row above the header that is plainly a record, as
 * where a sheet was sorted with its header; 0 for none. columns are those of the header. */
unsigned long header_record_above(
    const struct header *header, const struct columns *columns, struct rows *rows);

#endif
