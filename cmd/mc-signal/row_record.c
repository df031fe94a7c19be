#include "row_record.h"

#include <stdlib.h>

#include "records/fault.h"
#include "text/identifying/identifying.h"
#include "tool/memory.h"
#include "text/text.h"

/* How a line break in a cell is kept on one line: LINE SEPARATOR, U+2028. */
static const char line_separator[] = "\xE2\x80\xA8";

enum { SEPARATOR_LENGTH = sizeof(line_separator) - 1 };

void
row_record_open(
    struct row_record *row_record, struct bytes school, struct bytes by, unsigned allowed)
{
	*row_record = (struct row_record){
	    .school = school, .by = by, .allowed = allowed, .today = span_today()};
	/* A line break of one byte becomes three. */
	row_record->text = memory_allocate(SEPARATOR_LENGTH * LINE_MAX_LENGTH);
	fault_show_sheet_words();
}

void
row_record_close(struct row_record *row_record)
{
	free(row_record->text);
	row_record->text = NULL;
}

/* Puts the row's cells into the record's columns; true when they stand as they should. */
static bool
take_cells(const struct sheet *sheet, struct record *record, struct faults *faults)
{
	const struct fields *fields = &sheet->rows.fields;

	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		record->column[column] = (struct bytes){"", 0};
	for (size_t i = 0; i < fields->count && i < FIELDS_MAX; i++) {
		if (i < sheet->columns && sheet->column[i] != WORD_NONE)
			record->column[sheet->column[i]] = fields->field[i];
		else if (sheet_must_be_empty(sheet, i) && text_trim(fields->field[i]).length > 0)
			faults_add(faults, fault_in(FAULT_NO_COLUMN, WORD_NONE, fields->field[i]));
	}
	return sheet->is_canonical && fields->count == RECORD_COLUMNS;
}

/* Line breaks as one separator each, whether LF, CR LF or CR. */
static struct bytes
join_lines(struct row_record *row_record, struct bytes text)
{
	size_t used = 0;

	if (text.length == 0
	    || (memchr(text.at, '\n', text.length) == NULL
		&& memchr(text.at, '\r', text.length) == NULL))
		return text;
	for (size_t i = 0; i < text.length; i++) {
		char c = text.at[i];

		if (c == '\r' && i + 1 < text.length && text.at[i + 1] == '\n')
			continue;
		if (c == '\n' || c == '\r') {
			memcpy(row_record->text + used, line_separator, SEPARATOR_LENGTH);
			used += SEPARATOR_LENGTH;
		} else {
			row_record->text[used++] = c;
		}
	}
	return (struct bytes){row_record->text, used};
}

/* The canonical token of what a person wrote, or the same when it is no word of the list. */
static struct bytes
canonical(enum word_list list, struct bytes written)
{
	enum word word = vocabulary_find(list, written);

	if (word == WORD_NONE)
		word = vocabulary_recognise(list, written);
	return word == WORD_NONE ? written : bytes_of(vocabulary_token(word));
}

/* A plan's case manager may be a partner or a role. */
static struct bytes
canonical_value(enum word kind, enum word code, struct bytes written)
{
	struct bytes token = canonical(record_value_list(kind, code), written);

	if (code == PLAN_CASEMANAGER && vocabulary_find(LIST_PARTNER, token) == WORD_NONE)
		token = canonical(LIST_ROLE, token);
	return token;
}

static void
make_tokens_canonical(struct record *record)
{
	struct bytes *column = record->column;
	enum word kind, code;

	column[COLUMN_KIND] = canonical(LIST_KIND, column[COLUMN_KIND]);
	column[COLUMN_BY] = canonical(LIST_ROLE, column[COLUMN_BY]);
	kind = vocabulary_find(LIST_KIND, column[COLUMN_KIND]);
	if (kind == WORD_NONE)
		return;
	column[COLUMN_CODE] = canonical(record_code_list(kind), column[COLUMN_CODE]);
	code = vocabulary_find(record_code_list(kind), column[COLUMN_CODE]);
	column[COLUMN_VALUE] = canonical_value(kind, code, column[COLUMN_VALUE]);
}

static void
make_dates_canonical(struct row_record *row_record, enum dates_order order, struct record *record)
{
	struct span span;

	if (dates_read(record->column[COLUMN_DATE], order, &span))
		record->column[COLUMN_DATE] = bytes_of(dates_write(span, row_record->date));
	if (dates_read(record->column[COLUMN_DUE], order, &span) && span_is_whole_day(span))
		record->column[COLUMN_DUE] =
		    bytes_of(span_write_day(span_day(span), row_record->due));
}

static void
make_canonical(struct row_record *row_record, enum dates_order order, struct record *record)
{
	struct bytes *column = record->column;

	for (enum word i = COLUMN_FIRST; i < COLUMN_TEXT; i++)
		column[i] = text_trim(column[i]);
	if (column[COLUMN_SCHOOL].length == 0)
		column[COLUMN_SCHOOL] = row_record->school;
	if (column[COLUMN_BY].length == 0)
		column[COLUMN_BY] = row_record->by;
	column[COLUMN_TEXT] = join_lines(row_record, column[COLUMN_TEXT]);
	make_tokens_canonical(record);
	make_dates_canonical(row_record, order, record);
}

/* Every kind of identifying data in a column, once each. */
static void
check_column(const struct row_record *row_record, const struct record *record, enum word column,
    struct faults *faults)
{
	struct bytes rest = record->column[column], where;
	enum identifying kind;
	unsigned told = 0;

	while ((kind = identifying_find(rest, row_record->allowed, &where)) != IDENTIFYING_NONE) {
		struct fault fault = fault_in(FAULT_IDENTIFYING, column, where);

		fault.identifying = kind;
		if ((told & identifying_bit(kind)) == 0)
			faults_add(faults, fault);
		told |= identifying_bit(kind);
		rest.length -= (size_t)(where.at + where.length - rest.at);
		rest.at = where.at + where.length;
	}
}

/* Identifying data in a column. Once the columns that come from a list are known to be right, only
 * the pseudonym and the text can hold any. */
static void
check_identifying(
    const struct row_record *row_record, const struct record *record, struct faults *faults)
{
	if (faults->count == 0) {
		check_column(row_record, record, COLUMN_CASE, faults);
		check_column(row_record, record, COLUMN_TEXT, faults);
		return;
	}
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		check_column(row_record, record, column, faults);
}

/* What only row_record can see. */
static void
check_fact(const struct row_record *row_record, const struct record *record, struct faults *faults)
{
	check_identifying(row_record, record, faults);
	if (record_is_derived(record->kind))
		faults_add(
		    faults, fault_in(FAULT_DERIVED, COLUMN_KIND, record->column[COLUMN_KIND]));
	else if (span_day(record->when) > row_record->today)
		faults_add(
		    faults, fault_in(FAULT_FUTURE, COLUMN_DATE, record->column[COLUMN_DATE]));
}

/* In a stream of records a date that is not theirs cannot be checked against the others, so its
 * order must have been said. */
static enum dates_order
order_of(const struct sheet *sheet)
{
	return sheet->is_canonical && sheet->order == DATES_FOUND ? DATES_RECORD : sheet->order;
}

void
row_record_take(struct row_record *row_record, const struct sheet *sheet, const struct row *row,
    struct record *record, struct faults *faults, bool *is_as_it_stood)
{
	record->line = row->raw;
	*is_as_it_stood = take_cells(sheet, record, faults)
	    && (row_record->by.length == 0 || record->column[COLUMN_BY].length > 0)
	    && memchr(row->raw.at, '\n', row->raw.length) == NULL
	    && memchr(row->raw.at, '\r', row->raw.length) == NULL;
	if (*is_as_it_stood) {
		record_read(record, faults);
		*is_as_it_stood = faults->count == 0;
		faults->count = 0;
	}
	if (!*is_as_it_stood) {
		make_canonical(row_record, order_of(sheet), record);
		record_read(record, faults);
	}
	check_fact(row_record, record, faults);
}

void
row_record_take_columns(struct row_record *row_record, const struct bytes column[COLUMN_END],
    struct record *record, struct faults *faults)
{
	memcpy(record->column, column, sizeof(record->column));
	make_canonical(row_record, DATES_FOUND, record);
	record_read(record, faults);
	check_fact(row_record, record, faults);
}
