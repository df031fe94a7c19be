#include "sheet/rows.h"

#include "text/text.h"

void
rows_open(struct rows *rows, struct lines *lines, char delimiter)
{
	rows->lines = lines;
	fields_open(&rows->fields, delimiter);
}

void
rows_close(struct rows *rows)
{
	fields_close(&rows->fields);
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
		if (text_trim(rows->fields.field[i]).length > 0)
			return false;
	return true;
}

enum rows_event
rows_next(struct rows *rows, struct row *row)
{
	struct bytes line;

	for (;;) {
		enum lines_event event = lines_next(rows->lines, &line);
		enum fields_fault alone;
		bool is_closed;

		if (event == LINES_END)
			return ROWS_END;
		if (event == LINES_TROUBLE)
			return ROWS_TROUBLE;
		row->line = rows->lines->number;
		row->raw = line;
		if (event == LINES_TOO_LONG)
			return ROWS_TOO_LONG;
		is_closed = close_quotes(rows->lines, &line);
		row->raw = text_without_return(row->line == 1 ? text_without_mark(line) : line);
		row->fault =
		    is_closed ? fields_split(&rows->fields, row->raw, true) : FIELDS_QUOTE_OPEN;
		if (row->fault == FIELDS_FINE) {
			if (is_blank(rows))
				continue;
			return ROWS_ROW;
		}
		lines_retreat(rows->lines, &line);
		row->raw = text_without_return(line);
		/* Its cells before the fault may tell whose row it is. Where the quotes are at
		 * fault the line by itself shows it best: one in a plain cell closes nothing. */
		alone = fields_split(&rows->fields, row->raw, true);
		if (row->fault == FIELDS_QUOTE_OPEN && alone != FIELDS_FINE)
			row->fault = alone;
		return ROWS_NO_CSV;
	}
}
