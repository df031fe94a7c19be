#include "sheet/sheet.h"

#include <stdlib.h>

#include "records/record.h"
#include "sheet/characters.h"
#include "sheet/evidence.h"
#include "sheet/header.h"
#include "text/text.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* The line without byte order marks and CR. */
static struct bytes
bare_line(struct bytes line)
{
	return text_without_return(text_without_mark(line));
}

/* Whether the row may name columns: where the kind stands, a column's name does. */
static bool
may_be_header(const struct sheet *sheet)
{
	const struct fields *fields = &sheet->rows.fields;

	return sheet->kind_place < fields->count
	    && columns_recognise(&sheet->options->columns, fields->field[sheet->kind_place])
	    != WORD_NONE;
}

/* Whether the row names the columns again, as after cat of several sheets. */
static bool
is_header_again(const struct sheet *sheet)
{
	return may_be_header(sheet)
	    && columns_are_again(&sheet->columns, &sheet->options->columns, &sheet->rows.fields);
}

enum rows_event
sheet_next(struct sheet *sheet, struct row *row)
{
	enum rows_event event;

	/* In records the exact header alone is told, at no cost for the others. */
	do
		event = rows_next(&sheet->rows, row);
	while (event == ROWS_ROW
	    && (sheet->is_canonical ? bytes_equal(row->raw, sheet->header)
				    : is_header_again(sheet)));
	return event;
}

static bool
is_date_column(enum word column)
{
	return column == COLUMN_DATE || column == COLUMN_DUE || column == SHEET_KNOWN;
}

/* Takes the dates of one row into account. */
static void
add_dates(const struct sheet *sheet, const struct row *row, struct characters *characters,
    struct evidence *evidence)
{
	const struct fields *fields = &sheet->rows.fields;

	characters_start_row(characters);
	for (size_t i = 0; i < fields->count && i < sheet->columns.count; i++) {
		enum word column = sheet->columns.word[i];
		struct dated_cell cell = {
		    fields->field[i], row->line, column, column == COLUMN_DUE};

		if (is_date_column(column) && characters_of_column(characters, &cell.value))
			evidence_add(evidence, &cell);
	}
}

/* Whether the row is a header with the columns in other places: what follows belongs to that. */
static bool
is_other_header(const struct sheet *sheet)
{
	bool is_header = false;

	if (may_be_header(sheet))
		(void)columns_rate(&sheet->options->columns, &sheet->rows.fields, &is_header);
	return is_header;
}

/* Says what the dates show; false when they cannot be trusted. */
static bool
tell_evidence(const struct sheet *sheet, const struct evidence *evidence)
{
	const struct witness *against = evidence_against(evidence);
	char shown[SHOWN_SIZE];

	if (against != NULL) {
		diagnostics_trouble(
		    _("%s:%lu: %s: \"%s\" fits another order than day, month, year, "
		      "so no date of this sheet can be trusted: say the order with "
		      "--dates dmy, mdy or ymd"),
		    sheet->name, against->line, vocabulary_name(against->column),
		    diagnostics_show((struct bytes){against->text, against->length}, shown));
		return false;
	}
	if (evidence_is_ambiguous(evidence))
		diagnostics_note(_("%s: each date may have its day or its month first and is read "
				   "with the day first (--dates mdy reads the month first)"),
		    sheet->name);
	if (evidence->old_line != 0)
		diagnostics_note(_("%s:%lu: a date of this sheet lies more than 14 years back"),
		    sheet->name, evidence->old_line);
	return true;
}

/* Goes through all rows once, for what concerns the sheet as a whole; false, and told, when it
 * cannot be taken in. */
static bool
look_through(struct sheet *sheet, day_number today)
{
	struct characters characters;
	struct evidence evidence;
	struct row row;
	unsigned long other_header = 0;

	characters_open(&characters);
	evidence_start(&evidence, sheet->order, today);
	for (enum rows_event event; (event = sheet_next(sheet, &row)) != ROWS_END;) {
		if (event != ROWS_ROW)
			continue;
		if (other_header == 0 && is_other_header(sheet))
			other_header = row.line;
		add_dates(sheet, &row, &characters, &evidence);
	}
	characters_close(&characters);
	if (other_header == 0)
		return tell_evidence(sheet, &evidence);
	diagnostics_trouble(
	    _("%s:%lu: another header stands here, with its columns in other places: "
	      "feed each sheet by itself"),
	    sheet->name, other_header);
	return false;
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

static bool
open_canonical(struct sheet *sheet)
{
	struct bytes line;

	(void)lines_next(&sheet->lines, &line);
	sheet->wants_mark = text_has_mark(line);
	keep_header(sheet, bare_line(line));
	rows_open(&sheet->rows, &sheet->lines, ',');
	sheet->is_canonical = sheet->rows.of_records = true;
	sheet->columns.count = sheet->columns.reasons = RECORD_COLUMNS;
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		sheet->columns.word[i] = (uint8_t)(COLUMN_FIRST + i);
	return true;
}

/* Back to the first row behind the header. */
static void
go_to_rows(struct sheet *sheet, const struct header *header, struct row *row, bool *has_above)
{
	lines_rewind(&sheet->lines);
	header_go_to(header, &sheet->rows, row, has_above);
}

/* Whether some line can be the header; told when none can. */
static bool
can_be_read(const struct sheet *sheet, const struct header *header)
{
	if (header->is_blank)
		tell_empty(sheet);
	else if (header->known == 0 && header->is_too_long)
		diagnostics_trouble(
		    _("%s:%lu: the line is longer than 64 KiB"), sheet->name, header->broken_line);
	else if (header->known == 0 && header->broken_line != 0)
		diagnostics_trouble(
		    _("%s:%lu: the header is no CSV (a quote is never closed, or stands "
		      "in the middle of a name)"),
		    sheet->name, header->broken_line);
	else if (header->known == 0)
		diagnostics_trouble(_("%s: none of the first 20 lines names the columns %s "
				      "(--map OLD=NEW says which column one is)"),
		    sheet->name, _("case, date, kind, code"));
	return !header->is_blank && header->known > 0;
}

/* Says what stands above the header; false when it is records, of which none may be lost. */
static bool
tell_above(struct sheet *sheet, const struct header *header)
{
	unsigned long line;

	lines_rewind(&sheet->lines);
	line = header_record_above(header, &sheet->columns, &sheet->rows);
	if (line == 0) {
		diagnostics_note(
		    _("%s: the header is line %lu; what stands above it is passed over"),
		    sheet->name, header->line);
		return true;
	}
	diagnostics_trouble(_("%s:%lu: a record stands above the header, which is line %lu, as "
			      "when the header was sorted with the rows: put the header on top"),
	    sheet->name, line, header->line);
	return false;
}

/* Reads the columns of a header, and what they say of the rows; false, and told, when the sheet
 * cannot be taken in. */
static bool
read_sheet(struct sheet *sheet, const struct header *header, day_number today)
{
	struct row row;
	bool has_above;

	go_to_rows(sheet, header, &row, &has_above);
	keep_header(sheet, row.raw);
	if (!columns_read(
		&sheet->columns, &sheet->options->columns, &sheet->rows.fields, sheet->name))
		return false;
	while (sheet->columns.word[sheet->kind_place] != COLUMN_KIND)
		sheet->kind_place++;
	if (has_above) {
		if (!tell_above(sheet, header))
			return false;
		go_to_rows(sheet, header, &row, &has_above);
	}
	if (!look_through(sheet, today))
		return false;
	go_to_rows(sheet, header, &row, &has_above);
	return true;
}

static bool
open_whole(struct sheet *sheet, const struct encoding *encoding, day_number today)
{
	struct header header;

	if (!content_read(&sheet->content, &sheet->lines, encoding, sheet->name))
		return false;
	sheet->wants_mark =
	    sheet->content.was_converted || text_has_mark(lines_ahead(&sheet->lines));
	header_find(&header, &sheet->lines, sheet->options->delimiter, &sheet->options->columns);
	if (!can_be_read(sheet, &header))
		return false;
	rows_open(&sheet->rows, &sheet->lines, header.delimiter);
	return read_sheet(sheet, &header, today);
}

/* Whether a file begins with the header of records. */
static bool
is_canonical(struct bytes beginning)
{
	const char *feed = memchr(beginning.at, '\n', beginning.length);
	struct bytes line = {
	    beginning.at, feed != NULL ? (size_t)(feed - beginning.at) : beginning.length};

	return bytes_equal(bare_line(line), bytes_of(record_header));
}

bool
sheet_open(
    struct sheet *sheet, const struct sheet_source *source, const struct sheet_options *options)
{
	struct bytes beginning;
	bool is_open = false;

	*sheet =
	    (struct sheet){.name = source->file->name, .order = options->order, .options = options};
	lines_open(&sheet->lines, source->file->descriptor, source->idle, source->idle_argument);
	switch (lines_peek(&sheet->lines, &beginning)) {
	case LINES_TROUBLE:
		diagnostics_trouble_errno("%s", sheet->name);
		break;
	case LINES_END:
		tell_empty(sheet);
		break;
	case LINES_LINE:
	case LINES_TOO_LONG:
		is_open = source->encoding->name == NULL && is_canonical(beginning)
		    ? open_canonical(sheet)
		    : open_whole(sheet, source->encoding, source->today);
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
	content_free(&sheet->content);
	free(sheet->header_copy);
}

bool
sheet_must_be_empty(const struct sheet *sheet, size_t place)
{
	if (place >= sheet->columns.count)
		return true;
	/* A column that is not known and has a name is there by --ignore-unknown alone. */
	return sheet->columns.word[place] == WORD_NONE && !sheet->options->columns.ignore_unknown;
}
