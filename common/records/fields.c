#include "records/fields.h"

#include <stdint.h>
#include <stdlib.h>

#include "records/marks.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"
#include "text/text.h"

/* RFC 4180 knows no blanks around a quoted field, and a row's end is the reader's business. */
static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

static void
start_parser(struct fields *fields)
{
	if (csv_init(&fields->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		diagnostics_stop(_("libcsv cannot start"));
	csv_set_delim(&fields->parser, (unsigned char)fields->delimiter);
	csv_set_space_func(&fields->parser, never);
	csv_set_term_func(&fields->parser, never);
}

void
fields_open(struct fields *fields, char delimiter)
{
	fields->delimiter = delimiter;
	fields->count = 0;
	fields->unquoted = memory_allocate(LINE_MAX_LENGTH);
	start_parser(fields);
}

void
fields_close(struct fields *fields)
{
	csv_free(&fields->parser);
	free(fields->unquoted);
	fields->unquoted = NULL;
}

static void
add_field(struct fields *fields, const char *at, size_t length)
{
	if (fields->count < FIELDS_MAX)
		fields->field[fields->count] = (struct bytes){at, length};
	fields->count++;
}

/* libcsv's field is its own and short-lived: it is copied. Unquoting never makes a row longer. */
static void
take_unquoted(void *field, size_t length, void *argument)
{
	struct fields *fields = argument;
	char *copy = fields->unquoted + fields->used;

	if (length > 0)
		memcpy(copy, field, length);
	fields->used += length;
	add_field(fields, copy, length);
}

static void
take_end(int terminator, void *argument)
{
	(void)terminator;
	(void)argument;
}

enum fields_fault
fields_split_quoted(struct fields *fields, struct bytes row)
{
	enum fields_fault fault = FIELDS_FINE;

	fields->count = 0;
	fields->used = 0;
	if (row.length == 0) {
		/* libcsv knows no empty row; a record has at least one field. */
		add_field(fields, row.at, 0);
		return FIELDS_FINE;
	}
	if (csv_parse(&fields->parser, row.at, row.length, take_unquoted, take_end, fields)
	    < row.length)
		fault = FIELDS_QUOTE_STRAY;
	else if (csv_fini(&fields->parser, take_unquoted, take_end, fields) != 0)
		fault = FIELDS_QUOTE_OPEN;
	if (fault != FIELDS_FINE) {
		if (csv_error(&fields->parser) == CSV_ENOMEM)
			diagnostics_stop(_("out of memory"));
		/* libcsv goes on after an error only when it is started anew. */
		csv_free(&fields->parser);
		start_parser(fields);
		return fault;
	}
	return fields->count > FIELDS_MAX ? FIELDS_TOO_MANY : FIELDS_FINE;
}

/* The marks of the row from a byte on. The last piece begins within the one before it; of a row
 * that is shorter, blanks make a piece. */
static inline struct marks
marks_from(struct bytes row, size_t from, char delimiter)
{
	size_t left = row.length - from;

	if (left >= MARKS_PIECE)
		return marks_of(row.at + from, delimiter);
	if (row.length >= MARKS_PIECE) {
		struct marks marks = marks_of(row.at + row.length - MARKS_PIECE, delimiter);

		marks.delimiters >>= MARKS_PIECE - left;
		return marks;
	}

	char piece[MARKS_PIECE];
	memset(piece, ' ', MARKS_PIECE);
	memcpy(piece, row.at, row.length);
	return marks_of(piece, delimiter);
}

/* Splits at every delimiter, as if there were no quotes, and notes what else is there. */
static void
split_plain(struct fields *fields, struct bytes row, bool *has_quote, bool *has_special)
{
	const char *start = row.at, *end = row.at + row.length;

	*has_quote = *has_special = false;
	fields->count = 0;
	for (size_t from = 0; from < row.length; from += MARKS_PIECE) {
		struct marks marks = marks_from(row, from, fields->delimiter);

		*has_quote |= marks.quotes != 0;
		*has_special |= marks.others != marks.quotes;
		for (; marks.delimiters != 0; marks.delimiters &= marks.delimiters - 1) {
			const char *comma = row.at + from + __builtin_ctzll(marks.delimiters);

			add_field(fields, start, (size_t)(comma - start));
			start = comma + 1;
		}
	}
	add_field(fields, start, (size_t)(end - start));
}

/* What no record holds, and a sheet may not have outside quotes: a carriage return. */
static bool
has_stray_return(struct bytes row)
{
	bool in_quotes = false;

	for (size_t i = 0; i < row.length; i++) {
		if (row.at[i] == '"')
			in_quotes = !in_quotes;
		else if (row.at[i] == '\r' && !in_quotes)
			return true;
	}
	return false;
}

/* The first control character of a record, in UTF-8 that is valid; 0 for none. */
static uint32_t
first_control(struct bytes row)
{
	for (size_t i = 0; i < row.length; i++) {
		unsigned char c = (unsigned char)row.at[i];

		if (c < 0x20 || c == 0x7F)
			return c;
		/* C1 are C2 80 to C2 9F. */
		if (c == 0xC2 && i + 1 < row.length && (unsigned char)row.at[i + 1] < 0xA0)
			return 0x80;
	}
	return 0;
}

/* What is wrong with the characters of a row that has some beyond visible ASCII. */
static enum fields_fault
check_characters(struct bytes row, enum fields_form form)
{
	uint32_t control;
	size_t valid;

	if (memchr(row.at, '\0', row.length) != NULL)
		return FIELDS_NUL;
	if (form == FIELDS_SHEET && has_stray_return(row))
		return FIELDS_RETURN;
	control = form == FIELDS_RECORD ? first_control(row) : 0;
	if (control == '\r')
		return FIELDS_RETURN;
	if (!text_is_utf8(row, &valid))
		return FIELDS_NO_UTF8;
	return control != 0 ? FIELDS_CONTROL : FIELDS_FINE;
}

enum fields_fault
fields_split(struct fields *fields, struct bytes row, enum fields_form form)
{
	enum fields_fault fault;
	bool has_quote, has_special;

	split_plain(fields, row, &has_quote, &has_special);
	fields->is_plain = !has_special;
	fields->is_roomy = false;
	if (has_quote && (fault = fields_split_quoted(fields, row)) != FIELDS_FINE)
		return fault;
	if (has_special && (fault = check_characters(row, form)) != FIELDS_FINE)
		return fault;
	return fields->count > FIELDS_MAX ? FIELDS_TOO_MANY : FIELDS_FINE;
}
