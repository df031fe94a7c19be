#include "sheet/rows.h"

#include <stdio.h>
#include <stdlib.h>

#include "records/plain.h"
#include "text/text.h"
#include "tool/memory.h"

void
rows_open(struct rows *rows, struct lines *lines, char delimiter)
{
	rows->lines = lines;
	rows->of_records = false;
	rows->quoted = memory_allocate(LINE_MAX_LENGTH);
	fields_open(&rows->fields, delimiter);
}

void
rows_close(struct rows *rows)
{
	fields_close(&rows->fields);
	free(rows->quoted);
	rows->quoted = NULL;
}

static size_t
count_quotes(struct bytes text)
{
	const char *at = text.at, *end = text.at + text.length;
	size_t count = 0;

	while (at < end && (at = memchr(at, '"', (size_t)(end - at))) != NULL) {
		count++;
		at++;
	}
	return count;
}

/* Joins lines to the row until its quotes come in pairs; only then a quoted cell is closed. */
static bool
close_quotes(struct lines *lines, struct bytes *line)
{
	size_t quotes = count_quotes(*line);

	while (quotes % 2 != 0) {
		size_t before = line->length;

		if (!lines_extend(lines, line))
			return false;
		quotes += count_quotes((struct bytes){line->at + before, line->length - before});
	}
	return true;
}

static bool
is_blank(const struct rows *rows)
{
	for (size_t i = 0; i < rows->fields.count && i < FIELDS_MAX; i++)
		if (!text_is_blank(rows->fields.field[i]))
			return false;
	return true;
}

/* Whether the line is the last, and all of what marked the end of a text before files had a length,
 * or of what a disk left behind it. */
static bool
is_end_mark(struct rows *rows, struct bytes *line)
{
	if (line->length == 0 || (line->at[0] != 0x1A && line->at[0] != '\0'))
		return false;
	for (size_t i = 1; i < line->length; i++)
		if (line->at[i] != 0x1A && line->at[i] != '\0' && line->at[i] != '\r')
			return false;
	return lines_is_last(rows->lines, line);
}

/* The length of ="..." at the start of text, when the cell ends behind it; else 0. */
static size_t
formula_length(struct bytes text, char delimiter)
{
	const char *quote;
	size_t length;

	if (text.length < 3 || text.at[0] != '=' || text.at[1] != '"')
		return 0;
	quote = memchr(text.at + 2, '"', text.length - 2);
	if (quote == NULL)
		return 0;
	length = (size_t)(quote + 1 - text.at);
	return length == text.length || text.at[length] == delimiter ? length : 0;
}

/* The row with each cell ="..." in quotes; as it is when there is none, or no room. */
static struct bytes
quote_formulas(struct rows *rows, struct bytes raw)
{
	bool in_quotes = false, at_start = true;
	size_t used = 0;

	for (size_t i = 0; i < raw.length && used + 8 < LINE_MAX_LENGTH; i++) {
		struct bytes rest = {raw.at + i, raw.length - i};
		size_t length =
		    at_start && !in_quotes ? formula_length(rest, rows->fields.delimiter) : 0;

		if (length + used + 8 >= LINE_MAX_LENGTH)
			return raw;
		if (length > 0) {
			used += (size_t)sprintf(
			    rows->quoted + used, "\"=\"\"%.*s\"\"\"", (int)length - 3, rest.at + 2);
			i += length - 1;
		} else {
			in_quotes ^= raw.at[i] == '"';
			rows->quoted[used++] = raw.at[i];
		}
		at_start = raw.at[i] == rows->fields.delimiter;
	}
	return (struct bytes){rows->quoted, used};
}

/* Splits the row; one that is no CSV by its formulas alone is split with these in quotes. */
static enum fields_fault
split(struct rows *rows, struct bytes raw)
{
	enum fields_fault fault = fields_split(&rows->fields, raw, FIELDS_SHEET);

	if (fault != FIELDS_QUOTE_STRAY)
		return fault;
	if (fields_split(&rows->fields, quote_formulas(rows, raw), FIELDS_SHEET) == FIELDS_FINE)
		return FIELDS_FINE;
	return fields_split(&rows->fields, raw, FIELDS_SHEET);
}

static struct bytes
bare(struct bytes line)
{
	return text_without_return(text_without_mark(line));
}

/* The row's cells, when it is CSV; else its first line becomes the row. */
static enum rows_event
read_row(struct rows *rows, struct row *row, struct bytes line)
{
	enum fields_fault alone;
	size_t length = line.length;
	bool is_closed = close_quotes(rows->lines, &line);

	row->goes_on = !is_closed && !lines_is_last(rows->lines, &line);
	row->raw = bare(line);
	row->has_feed =
	    !rows->lines->is_unended && row->raw.at + row->raw.length == line.at + length;
	row->fault = is_closed ? split(rows, row->raw) : FIELDS_QUOTE_OPEN;
	if (row->fault == FIELDS_FINE)
		return ROWS_ROW;
	lines_retreat(rows->lines, &line);
	row->raw = bare(line);
	/* Its cells before the fault may tell whose row it is. Where the quotes are at fault the
	 * line by itself shows it best: one in a plain cell closes nothing. */
	alone = fields_split(&rows->fields, row->raw, FIELDS_SHEET);
	if (row->fault == FIELDS_QUOTE_OPEN && alone != FIELDS_FINE)
		row->fault = alone;
	return ROWS_NO_CSV;
}

/* Splits the beginning of a line that is too long, so that its cells may tell whose row it is. The
 * last is cut off, and another id when it is one; but in a quote that is left open it is not there.
 */
static void
split_beginning(struct rows *rows, struct bytes beginning)
{
	enum fields_fault fault =
	    fields_split(&rows->fields, text_without_mark(beginning), FIELDS_SHEET);

	if (fault != FIELDS_QUOTE_OPEN && fault != FIELDS_QUOTE_STRAY && rows->fields.count > 0)
		rows->fields.count--;
}

/* The quick way for a row that is a plain line of a record, and not blank. */
static bool
take_plain(struct rows *rows, struct row *row)
{
	struct bytes ahead = lines_ahead(rows->lines);

	row->raw.at = ahead.at;
	if (!plain_split(&rows->fields, rows->fields.field, ahead, &row->raw.length)
	    || text_is_blank(rows->fields.field[0]))
		return false;
	row->has_feed = true;
	lines_take(rows->lines, row->raw.length);
	row->line = rows->lines->number;
	return true;
}

enum rows_event
rows_next(struct rows *rows, struct row *row)
{
	struct bytes line;

	for (;;) {
		if (rows->of_records && take_plain(rows, row))
			return ROWS_ROW;
		enum lines_event event = lines_next(rows->lines, &line);

		if (event == LINES_END)
			return ROWS_END;
		if (event == LINES_TROUBLE)
			return ROWS_TROUBLE;
		row->line = rows->lines->number;
		if (event == LINES_LINE && is_end_mark(rows, &line))
			continue;
		row->raw = line;
		if (event == LINES_TOO_LONG) {
			split_beginning(rows, line);
			return ROWS_TOO_LONG;
		}
		if (read_row(rows, row, line) == ROWS_NO_CSV)
			return ROWS_NO_CSV;
		if (!is_blank(rows))
			return ROWS_ROW;
	}
}
