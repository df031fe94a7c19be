#include "sheet.h"

#include <stdlib.h>

#include "diagnostics.h"
#include "memory.h"
#include "record.h"
#include "text.h"

/* The column of reasons that a file of rejects has. */
static bool
is_reasons(struct bytes name)
{
	name = text_trim(name);
	return text_equal_ignoring_case(name, bytes_of("reasons"))
	    || text_equal_ignoring_case(name, bytes_of("redenen"));
}

/* Reads the columns' names from the header row; false, and told, when they will not do. */
static bool
read_columns(struct sheet *sheet, bool ignore_unknown)
{
	const struct fields *fields = &sheet->rows.fields;
	bool has[COLUMN_END] = {false};
	char shown[SHOWN_SIZE];

	sheet->columns = sheet->reasons = fields->count;
	for (size_t i = 0; i < fields->count; i++) {
		struct bytes name = fields->field[i];
		enum word column = vocabulary_recognise(LIST_COLUMN, name);

		sheet->column[i] = (uint8_t)column;
		if (column == WORD_NONE && is_reasons(name)) {
			sheet->reasons = i;
		} else if (column == WORD_NONE && text_trim(name).length > 0 && !ignore_unknown) {
			diagnostics_trouble(_("%s: unknown column \"%s\" (%s; --ignore-unknown "
					      "passes it over)"),
			    sheet->name, diagnostics_show(name, shown), record_header);
			return false;
		} else if (column != WORD_NONE && has[column]) {
			diagnostics_trouble(_("%s: column %s stands twice, in whatever language"),
			    sheet->name, vocabulary_token(column));
			return false;
		}
		has[column] = true;
	}
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++) {
		bool is_needed = column == COLUMN_CASE || column == COLUMN_DATE
		    || column == COLUMN_KIND || column == COLUMN_CODE;

		if (is_needed && !has[column]) {
			diagnostics_trouble(
			    _("%s: the first line has no column %s (%s are needed)"), sheet->name,
			    vocabulary_token(column), "case, date, kind, code");
			return false;
		}
	}
	return true;
}

/* How many columns a header has that are known, when it is split at delimiter. */
static size_t
known_columns(struct bytes header, char delimiter)
{
	struct fields fields;
	size_t known = 0;

	fields_open(&fields, delimiter);
	if (fields_split(&fields, header, true) == FIELDS_FINE)
		for (size_t i = 0; i < fields.count; i++)
			known += vocabulary_recognise(LIST_COLUMN, fields.field[i]) != WORD_NONE;
	fields_close(&fields);
	return known;
}

static char
find_delimiter(struct bytes header)
{
	static const char candidates[] = {',', ';', '\t'};
	char best = candidates[0];
	size_t most = 0;

	for (size_t i = 0; i < sizeof(candidates); i++) {
		size_t known = known_columns(header, candidates[i]);

		if (known > most) {
			most = known;
			best = candidates[i];
		}
	}
	return best;
}

/* Back to the first row after the header. */
static void
rewind_rows(struct sheet *sheet)
{
	struct row header;

	sheet->lines.next = 0;
	sheet->lines.next_number = 1;
	rows_next(&sheet->rows, &header);
}

/* Whether no date of the sheet fits month-first alone; told when one does. */
static bool
dates_can_be_trusted(struct sheet *sheet)
{
	struct row row;
	enum rows_event event;
	char shown[SHOWN_SIZE];

	while ((event = rows_next(&sheet->rows, &row)) != ROWS_END && event != ROWS_TROUBLE) {
		const struct fields *fields = &sheet->rows.fields;

		if (event != ROWS_ROW)
			continue;
		for (size_t i = 0; i < fields->count && i < sheet->columns; i++) {
			bool is_date = sheet->column[i] == COLUMN_DATE
			    || sheet->column[i] == COLUMN_DUE;

			if (!is_date || !dates_is_month_first(fields->field[i]))
				continue;
			diagnostics_trouble(
			    _("%s:%lu: %s: \"%s\" has its month first, so no date of this sheet can "
			      "be trusted: say the order with --dates dmy, mdy or ymd"),
			    sheet->name, row.line, vocabulary_token(sheet->column[i]),
			    diagnostics_show(fields->field[i], shown));
			return false;
		}
	}
	rewind_rows(sheet);
	return true;
}

/* The line without byte order mark and CR. */
static struct bytes
bare_line(struct bytes line)
{
	if (line.length >= 3 && memcmp(line.at, "\xEF\xBB\xBF", 3) == 0)
		line = (struct bytes){line.at + 3, line.length - 3};
	if (line.length > 0 && line.at[line.length - 1] == '\r')
		line.length--;
	return line;
}

static void
keep_header(struct sheet *sheet, struct bytes header)
{
	sheet->header_copy = memory_allocate(header.length + 1);
	memcpy(sheet->header_copy, header.at, header.length);
	sheet->header = (struct bytes){sheet->header_copy, header.length};
}

static void
open_canonical(struct sheet *sheet)
{
	rows_open(&sheet->rows, &sheet->lines, ',');
	sheet->is_canonical = true;
	sheet->columns = sheet->reasons = RECORD_COLUMNS;
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		sheet->column[i] = (uint8_t)(COLUMN_FIRST + i);
}

/* A sheet: all of it in memory, its columns in any order. */
static bool
open_whole(struct sheet *sheet, struct bytes header, const struct sheet_options *options)
{
	char delimiter = options->delimiter != 0 ? options->delimiter : find_delimiter(header);
	struct row row;

	rows_open(&sheet->rows, &sheet->lines, delimiter);
	if (!lines_read_all(&sheet->lines)) {
		diagnostics_trouble_errno("%s", sheet->name);
		return false;
	}
	if (rows_next(&sheet->rows, &row) != ROWS_ROW) {
		diagnostics_trouble(_("%s: the first line is no CSV"), sheet->name);
		return false;
	}
	keep_header(sheet, row.raw);
	if (!read_columns(sheet, options->ignore_unknown))
		return false;
	return sheet->order != DATES_FOUND || dates_can_be_trusted(sheet);
}

bool
sheet_open(struct sheet *sheet, const struct operand *file, const struct sheet_options *options,
    lines_idle *idle, void *idle_argument)
{
	struct bytes line;
	bool is_open = true;

	*sheet = (struct sheet){.name = file->name, .order = options->order};
	lines_open(&sheet->lines, file->descriptor, idle, idle_argument);
	switch (lines_next(&sheet->lines, &line)) {
	case LINES_TROUBLE:
		diagnostics_trouble_errno("%s", sheet->name);
		is_open = false;
		break;
	case LINES_END:
		diagnostics_note(_("%s is empty"), sheet->name);
		is_open = false;
		break;
	default:
		if (bytes_equal(bare_line(line), bytes_of(record_header))) {
			keep_header(sheet, bare_line(line));
			open_canonical(sheet);
		} else {
			is_open = open_whole(sheet, bare_line(line), options);
		}
	}
	if (!is_open)
		sheet_close(sheet);
	return is_open;
}

void
sheet_close(struct sheet *sheet)
{
	if (sheet->rows.lines != NULL)
		rows_close(&sheet->rows);
	lines_close(&sheet->lines);
	free(sheet->header_copy);
}
