#include "sheet/sheet.h"

#include <stdint.h>
#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"
#include "records/record.h"
#include "text/text.h"

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
read_columns(struct sheet *sheet)
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
			sheet->is_reasons[i] = true;
		} else if (column == WORD_NONE && text_trim(name).length > 0
		    && !sheet->ignores_unknown) {
			diagnostics_trouble(_("%s: unknown column \"%s\" (%s; --ignore-unknown "
					      "passes it over)"),
			    sheet->name, diagnostics_show(name, shown),
			    _("case,date,school,kind,code,value,due,by,text"));
			return false;
		} else if (column != WORD_NONE && has[column]) {
			diagnostics_trouble(_("%s: column %s stands twice, in whatever language"),
			    sheet->name, vocabulary_name(column));
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
			    vocabulary_name(column), _("case, date, kind, code"));
			return false;
		}
	}
	return true;
}

/* The line without byte order mark and CR. */
static struct bytes
bare_line(struct bytes line)
{
	return text_without_return(text_without_mark(line));
}

/* Back to the header; the line before it that tells Excel the separator is passed over. */
static void
rewind_to_header(struct sheet *sheet)
{
	struct bytes line;

	lines_rewind(&sheet->lines);
	if (sheet->has_separator_line)
		lines_next(&sheet->lines, &line);
}

/* Back to the first row after the header. */
static void
rewind_rows(struct sheet *sheet)
{
	struct row header;

	rewind_to_header(sheet);
	rows_next(&sheet->rows, &header);
}

/* Reads a first line such as "sep=;", which makes Excel split at that. The separator, or 0 for
 * none. */
static char
read_separator_line(struct sheet *sheet)
{
	static const char start[] = "sep=";
	const size_t length = sizeof(start) - 1;
	struct bytes line;

	rewind_to_header(sheet);
	if (lines_next(&sheet->lines, &line) != LINES_LINE)
		return 0;
	line = bare_line(line);
	sheet->has_separator_line = line.length == length + 1
	    && text_equal_ignoring_case((struct bytes){line.at, length}, bytes_of(start))
	    && memchr(",;\t", line.at[length], 3) != NULL;
	return sheet->has_separator_line ? line.at[length] : 0;
}

/* How well the header splits at delimiter: the more known columns the better, and of as many the
 * more columns. A sheet that is blank then splits best of all. */
static size_t
rate_delimiter(struct sheet *sheet, char delimiter)
{
	struct rows rows;
	struct row row;
	enum rows_event event;
	size_t rate = 0;

	rewind_to_header(sheet);
	rows_open(&rows, &sheet->lines, delimiter);
	event = rows_next(&rows, &row);
	if (event == ROWS_END)
		rate = SIZE_MAX;
	if (event == ROWS_ROW)
		rate = rows.fields.count;
	for (size_t i = 0; event == ROWS_ROW && i < rows.fields.count; i++)
		if (vocabulary_recognise(LIST_COLUMN, rows.fields.field[i]) != WORD_NONE)
			rate += FIELDS_MAX;
	rows_close(&rows);
	return rate;
}

static char
find_delimiter(struct sheet *sheet)
{
	static const char candidates[] = {',', ';', '\t'};
	char best = candidates[0];
	size_t most = 0;

	for (size_t i = 0; i < sizeof(candidates); i++) {
		size_t rate = rate_delimiter(sheet, candidates[i]);

		if (rate > most) {
			most = rate;
			best = candidates[i];
		}
	}
	return best;
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
			bool is_date =
			    sheet->column[i] == COLUMN_DATE || sheet->column[i] == COLUMN_DUE;

			if (!is_date || !dates_is_month_first(fields->field[i]))
				continue;
			diagnostics_trouble(
			    _("%s:%lu: %s: \"%s\" has its month first, so no date of this sheet "
			      "can "
			      "be trusted: say the order with --dates dmy, mdy or ymd"),
			    sheet->name, row.line, vocabulary_name(sheet->column[i]),
			    diagnostics_show(fields->field[i], shown));
			return false;
		}
	}
	rewind_rows(sheet);
	return true;
}

static void
keep_header(struct sheet *sheet, struct bytes header)
{
	sheet->header_copy = memory_allocate(header.length + 1);
	memcpy(sheet->header_copy, header.at, header.length);
	sheet->header = (struct bytes){sheet->header_copy, header.length};
}

/* Nothing is lost with an empty file: that is no trouble. */
static void
tell_empty(const struct sheet *sheet)
{
	diagnostics_note(_("%s is empty"), sheet->name);
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

/* Reads all of the file into memory, as UTF-8; false, and told, when that cannot be. */
static bool
read_whole(struct sheet *sheet, const struct encoding *encoding)
{
	struct bytes text;
	unsigned long line;

	if (!lines_read_all(&sheet->lines)) {
		diagnostics_trouble_errno("%s", sheet->name);
		return false;
	}
	text = lines_rest(&sheet->lines);
	if (!encoding_to_utf8(encoding, &text, &sheet->converted, &line)) {
		diagnostics_trouble(_("%s:%lu: is not %s: say the encoding with --encoding"),
		    sheet->name, line, encoding_name(encoding, text));
		return false;
	}
	if (sheet->converted != NULL) {
		sheet->wants_mark = true;
		lines_close(&sheet->lines);
		lines_open_memory(&sheet->lines, text);
	}
	return true;
}

/* The first row that is not blank is the header. */
static bool
read_header(struct sheet *sheet, const struct sheet_options *options)
{
	struct row row;
	char delimiter = read_separator_line(sheet);

	if (options->delimiter != 0)
		delimiter = options->delimiter;
	else if (delimiter == 0)
		delimiter = find_delimiter(sheet);
	rewind_to_header(sheet);
	rows_open(&sheet->rows, &sheet->lines, delimiter);
	switch (rows_next(&sheet->rows, &row)) {
	case ROWS_ROW:
		keep_header(sheet, row.raw);
		return read_columns(sheet);
	case ROWS_END:
		tell_empty(sheet);
		return false;
	default:
		diagnostics_trouble(_("%s: the first line is no CSV"), sheet->name);
		return false;
	}
}

static bool
open_whole(
    struct sheet *sheet, const struct encoding *encoding, const struct sheet_options *options)
{
	return read_whole(sheet, encoding) && read_header(sheet, options)
	    && (sheet->order != DATES_FOUND || dates_can_be_trusted(sheet));
}

bool
sheet_open(
    struct sheet *sheet, const struct sheet_source *source, const struct sheet_options *options)
{
	struct bytes line;
	bool is_open = true;

	*sheet = (struct sheet){.name = source->file->name,
	    .order = options->order,
	    .ignores_unknown = options->ignore_unknown};
	lines_open(&sheet->lines, source->file->descriptor, source->idle, source->idle_argument);
	switch (lines_next(&sheet->lines, &line)) {
	case LINES_TROUBLE:
		diagnostics_trouble_errno("%s", sheet->name);
		is_open = false;
		break;
	case LINES_END:
		tell_empty(sheet);
		is_open = false;
		break;
	case LINES_TOO_LONG:
		diagnostics_trouble(_("%s: the first line is longer than 64 KiB"), sheet->name);
		is_open = false;
		break;
	case LINES_LINE:
		sheet->wants_mark = text_has_mark(line);
		if (source->encoding->name == NULL
		    && bytes_equal(bare_line(line), bytes_of(record_header))) {
			keep_header(sheet, bare_line(line));
			open_canonical(sheet);
		} else {
			is_open = open_whole(sheet, source->encoding, options);
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
	free(sheet->converted);
}

bool
sheet_must_be_empty(const struct sheet *sheet, size_t place)
{
	if (place >= sheet->columns)
		return true;
	/* A column that is not known and has a name is there by --ignore-unknown alone. */
	return sheet->column[place] == WORD_NONE && !sheet->is_reasons[place]
	    && !sheet->ignores_unknown;
}
