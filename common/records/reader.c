#include "records/reader.h"

#include "records/plain.h"
#include "text/text.h"

void
reader_open(struct reader *reader, int descriptor, lines_idle *idle, void *idle_argument)
{
	lines_open(&reader->lines, descriptor, idle, idle_argument);
	fields_open(&reader->fields, ',');
	reader->part = (struct part){0, 0};
	reader->has_header = reader->has_others = reader->may_be_torn = false;
}

void
reader_close(struct reader *reader)
{
	lines_close(&reader->lines);
	fields_close(&reader->fields);
}

/* The columns of the record are the fields, as many as there are. */
static void
take_columns(struct record *record, const struct fields *fields)
{
	struct bytes *column = &record->column[COLUMN_FIRST];

	if (fields->count == RECORD_COLUMNS) {
		memcpy(column, fields->field, RECORD_COLUMNS * sizeof(*column));
		return;
	}
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		column[i] = i < fields->count ? fields->field[i] : (struct bytes){"", 0};
}

static bool
is_header(const struct record *record, size_t field_count)
{
	if (field_count != RECORD_COLUMNS)
		return false;
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		if (!bytes_equal(record->column[column], bytes_of(vocabulary_token(column))))
			return false;
	return true;
}

/* Fills school and case of a line that has a wrong form, as far as they can be read. */
static void
read_whose(struct record *record)
{
	record->kind = WORD_NONE;
	record->school = record_read_school(record->column[COLUMN_SCHOOL]);
}

/* The line without the CR of a CRLF. */
static struct bytes
without_return(struct bytes line)
{
	if (line.length > 0 && line.at[line.length - 1] == '\r')
		line.length--;
	return line;
}

/* Whether the line in the record is one, by its form and its fields. */
static bool
is_record(struct reader *reader, struct record *record, struct refusal *refusal)
{
	struct fields *fields = &reader->fields;
	size_t length = record->line.length;

	record->line = without_return(record->line);
	record->has_feed = record->line.length == length && !reader->lines.is_unended;
	/* A mark is told, and must not hide whose line it is. */
	refusal->form = fields_split(fields, text_without_mark(record->line), FIELDS_RECORD);
	take_columns(record, fields);
	refusal->has_mark = text_has_mark(record->line);
	refusal->field_count = fields->count;
	if (refusal->form != FIELDS_FINE || refusal->has_mark || refusal->is_too_long
	    || fields->count != RECORD_COLUMNS) {
		read_whose(record);
		return false;
	}
	record_read(record, &refusal->faults);
	return refusal->faults.count == 0;
}

/* Whether the line is one of another worker's part. */
static bool
is_of_others(const struct reader *reader, const struct record *record)
{
	return !part_holds(
	    &reader->part, record->column[COLUMN_SCHOOL], record->column[COLUMN_CASE]);
}

/* Splits the next line the quick way into the record's columns, without taking it. */
static bool
split_plain(struct reader *reader, struct record *record)
{
	struct bytes ahead = lines_ahead(&reader->lines);

	record->line.at = ahead.at;
	return plain_split(
	    &reader->fields, &record->column[COLUMN_FIRST], ahead, &record->line.length);
}

/* The quick way: passes the plain lines of other parts over, and takes the line behind them when it
 * is plain and a record. It has its end, so it is not torn. */
static bool
take_plain(struct reader *reader, struct record *record, struct refusal *refusal)
{
	while (split_plain(reader, record)) {
		bool is_other = is_of_others(reader, record);

		if (!is_other && !plain_read(record))
			return false;
		record->has_feed = true;
		lines_take(&reader->lines, record->line.length);
		if (!is_other) {
			refusal->line = reader->lines.number;
			faults_clear(&refusal->faults);
			return true;
		}
		reader->has_others = true;
	}
	return false;
}

/* Whether the line, which is no record, is a header. */
static bool
is_passed_header(const struct record *record, const struct refusal *refusal)
{
	return !refusal->is_torn && refusal->form == FIELDS_FINE && !refusal->has_mark
	    && is_header(record, refusal->field_count);
}

enum reader_event
reader_next(struct reader *reader, struct record *record, struct refusal *refusal)
{
	for (;;) {
		if (take_plain(reader, record, refusal))
			return READER_RECORD;
		enum lines_event event = lines_next(&reader->lines, &record->line);

		if (event == LINES_END)
			return READER_END;
		if (event == LINES_TROUBLE)
			return READER_TROUBLE;
		refusal->line = reader->lines.number;
		refusal->is_too_long = event == LINES_TOO_LONG;
		refusal->is_torn = reader->may_be_torn && reader->lines.is_unended;
		faults_clear(&refusal->faults);
		bool is_fine = is_record(reader, record, refusal) && !refusal->is_torn;
		if (!is_fine && is_passed_header(record, refusal))
			reader->has_header = true;
		else if (is_of_others(reader, record))
			reader->has_others = true;
		else
			return is_fine ? READER_RECORD : READER_REFUSED;
	}
}
