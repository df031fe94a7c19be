#include "sheet/header.h"

#include "records/seems.h"
#include "sheet/characters.h"
#include "sheet/dates.h"
#include "text/text.h"

/* The header is one of so many lines. */
enum { LINES_SEARCHED = 20 };

/* A row that may be the header. */
struct candidate {
	char delimiter;
	unsigned long line; /* 0: none */
	bool is_whole;
	size_t columns; /* that are known */
	size_t cells;
};

/* Whether a is the header rather than b: a whole one before one that is not, of those the first, of
 * the others the one with most columns; of one line the way to split it that gives most. */
static bool
is_better(const struct candidate *a, const struct candidate *b)
{
	if (b->line == 0 || a->is_whole != b->is_whole)
		return b->line == 0 || a->is_whole;
	if (a->is_whole && a->line != b->line)
		return a->line < b->line;
	if (a->columns != b->columns)
		return a->columns > b->columns;
	if (a->line != b->line)
		return a->line < b->line;
	return a->cells > b->cells;
}

/* Notes a line that may be a header and is no row. */
static void
note_broken(struct header *header, const struct row *row, bool is_too_long)
{
	if (header->broken_line != 0 || !(is_too_long || seems_header(row->raw)))
		return;
	header->broken_line = row->line;
	header->is_too_long = is_too_long;
}

/* Tries the first rows, split at delimiter; false when there are none at all. */
static bool
try_delimiter(struct header *header, struct lines *lines, char delimiter,
    const struct columns_options *options, struct candidate *best)
{
	struct rows rows;
	struct row row;
	enum rows_event event;
	bool has_rows = false;

	lines_rewind(lines);
	rows_open(&rows, lines, delimiter);
	while ((event = rows_next(&rows, &row)) != ROWS_END && event != ROWS_TROUBLE) {
		struct candidate candidate = {
		    .delimiter = delimiter, .line = row.line, .cells = rows.fields.count};

		/* One that stands too low to be the header is no less there. */
		has_rows = true;
		if (row.line > LINES_SEARCHED)
			break;
		if (event != ROWS_ROW) {
			note_broken(header, &row, event == ROWS_TOO_LONG);
			continue;
		}
		candidate.columns = columns_rate(options, &rows.fields, &candidate.is_whole);
		if (is_better(&candidate, best))
			*best = candidate;
		if (candidate.is_whole)
			break;
	}
	rows_close(&rows);
	return has_rows;
}

/* The separator that a first line such as "sep=;" names; 0 for none. */
static char
read_separator_line(struct lines *lines)
{
	static const char start[] = "sep=";
	const size_t length = sizeof(start) - 1;
	struct bytes line;

	lines_rewind(lines);
	if (lines_next(lines, &line) != LINES_LINE)
		return 0;
	line = text_without_return(text_without_mark(line));
	if (line.length != length + 1 || memchr(",;\t", line.at[length], 3) == NULL
	    || !text_equal_ignoring_case((struct bytes){line.at, length}, bytes_of(start)))
		return 0;
	return line.at[length];
}

void
header_find(struct header *header, struct lines *lines, char delimiter,
    const struct columns_options *options)
{
	static const char delimiters[] = {',', ';', '\t'};
	char separator = read_separator_line(lines);
	struct candidate best = {.line = 0};

	*header = (struct header){.has_separator = separator != 0};
	if (delimiter == 0)
		delimiter = separator;
	for (size_t i = 0; i < sizeof(delimiters); i++)
		if (delimiter == 0 || delimiter == delimiters[i])
			header->is_blank |=
			    !try_delimiter(header, lines, delimiters[i], options, &best);
	header->delimiter = best.delimiter;
	header->line = best.line;
	header->known = best.columns;
	lines_rewind(lines);
}

void
header_go_to(const struct header *header, struct rows *rows, struct row *row, bool *has_above)
{
	*has_above = false;
	while (rows_next(rows, row) != ROWS_END && row->line < header->line)
		*has_above |= !(row->line == 1 && header->has_separator);
}

/* What a row above the header has of a record. */
struct likeness {
	size_t filled; /* cells */
	bool has_kind, has_date;
};

/* Whether somebody meant a date: one that is wrong, such as one without a year, tells as well. */
static bool
is_meant_as_date(struct bytes cell)
{
	struct written_date written;

	return dates_take_apart(cell, &written) != DATES_NONSENSE;
}

/* Takes the cell of a column into account. */
static void
liken_cell(struct likeness *likeness, enum word column, struct bytes cell)
{
	likeness->filled += !text_is_blank(cell);
	likeness->has_kind |=
	    column == COLUMN_KIND && vocabulary_recognise(LIST_KIND, cell) != WORD_NONE;
	likeness->has_date |= column == COLUMN_DATE && is_meant_as_date(cell);
}

/* Whether the cells, of a row that cannot be read those before the fault, are plainly a record's.
 */
static bool
is_record(const struct columns *columns, const struct fields *row, struct characters *characters)
{
	struct likeness likeness = {0, false, false};

	characters_start_row(characters);
	for (size_t i = 0; i < row->count && i < columns->count; i++) {
		struct bytes cell = row->field[i];

		if (characters_of_column(characters, &cell))
			liken_cell(&likeness, columns->word[i], cell);
	}
	return likeness.filled >= COLUMNS_NEEDED && likeness.has_kind && likeness.has_date;
}

unsigned long
header_record_above(const struct header *header, const struct columns *columns, struct rows *rows)
{
	struct characters characters;
	struct row row;
	enum rows_event event;
	unsigned long line = 0;

	characters_open(&characters);
	while (line == 0 && (event = rows_next(rows, &row)) != ROWS_END && event != ROWS_TROUBLE
	    && row.line < header->line)
		if (is_record(columns, &rows->fields, &characters))
			line = row.line;
	characters_close(&characters);
	return line;
}
