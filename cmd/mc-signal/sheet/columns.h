/*
 * The columns of a sheet, by the names in its header.
 *
 * A name is a word of the vocabulary, in whatever form, less what stands in
 * brackets, or one that the command line maps to such a word.
 */

#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdint.h>

#include "records/fields.h"
#include "records/vocabulary.h"

/* OLD=NEW: what a sheet calls a column, and which one it is. */
struct column_map {
	struct bytes name; /* as the command line has it */
	enum word column;
};

/* How many columns every sheet needs: case, date, kind and code. */
enum { COLUMNS_NEEDED = 4 };

struct columns {
	size_t count;
	uint8_t word[FIELDS_MAX]; /* COLUMN_* or SHEET_* by place; WORD_NONE is passed over */
	size_t reasons;		  /* the place of the column of reasons; count for none */
};

/* What a person says of columns. */
struct columns_options {
	bool ignore_unknown; /* pass over columns that are not known */
	const struct column_map *map;
	size_t map_count;
};

/* Reads OLD=NEW; false when NEW is no column, or something lacks. */
bool columns_read_map(const char *text, struct column_map *map);

/* Which column a header calls by this name; WORD_NONE for none. */
enum word columns_recognise(const struct columns_options *options, struct bytes name);

/* How well a row would do as a header: the more columns it names, the more. *is_header says whether
 * it has case, date, kind and code. */
size_t columns_rate(
    const struct columns_options *options, const struct fields *row, bool *is_header);

/* Whether a row is a header with the same columns in the same places. */
bool columns_are_again(
    const struct columns *columns, const struct columns_options *options, const struct fields *row);

/* Takes the columns from the header row. False, and told as trouble in one message, when one is
 * unknown, missing, or there twice. */
bool columns_read(struct columns *columns, const struct columns_options *options,
    const struct fields *header, const char *file);

#endif
