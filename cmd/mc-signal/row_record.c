#include "row_record.h"

#include "records/fault.h"
#include "records/plain.h"
#include "sheet/ids.h"
#include "text/identifying/identifying.h"
#include "text/identifying/search.h"

void
row_record_open(
    struct row_record *row_record, struct bytes school, struct bytes by, unsigned allowed)
{
	row_record->allowed = allowed;
	row_record->today = span_today();
	cells_open(&row_record->cells, school, by);
	fault_show_sheet_words();
}

void
row_record_close(struct row_record *row_record)
{
	cells_close(&row_record->cells);
}

/* The fault with the reason why a date is none, an id is spoilt. */
static struct fault
explain(const struct cells *cells, struct fault fault)
{
	if (fault.kind == FAULT_CASE && ids_is_spoilt(fault.value))
		fault.kind = FAULT_SPOILT;
	return cells_explain(cells, fault);
}

/* Reads the record from its columns; a column of which all is said already is passed over. */
static void
read_cells(const struct cells *cells, struct record *record, struct faults *faults)
{
	struct faults found;

	faults_clear(&found);
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		record->column[column] = cells->cell[column];
	record_read(record, &found);
	for (size_t i = 0; i < found.count; i++)
		if (!cells->is_broken[found.list[i].column])
			faults_add(faults, explain(cells, found.list[i]));
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
		if (!identifying_is_short_id(record->column[COLUMN_CASE]))
			check_column(row_record, record, COLUMN_CASE, faults);
		check_column(row_record, record, COLUMN_TEXT, faults);
		return;
	}
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		check_column(row_record, record, column, faults);
}

/* A day that cannot be: to come, or before what it belongs to. Told in the form in which it was
 * written, by column, in which the record's due was found. */
static void
check_days(const struct row_record *row_record, const struct record *record,
    const struct bytes *written, enum word due_column, struct faults *faults)
{
	day_number day = span_day(record->when), today = row_record->today;

	if (day > today)
		faults_add(faults, fault_in(FAULT_FUTURE, COLUMN_DATE, written[COLUMN_DATE]));
	if (record->kind == KIND_SIGNAL && record->due > today)
		faults_add(faults, fault_in(FAULT_FUTURE, due_column, written[due_column]));
	else if (record->due != NO_DAY && record->due < day)
		faults_add(faults, fault_in(FAULT_BEFORE, due_column, written[due_column]));
}

/* An action that its partner does not do. */
static void
check_pair(const struct record *record, struct faults *faults)
{
	struct fault fault =
	    fault_in(FAULT_NOT_ALLOWED, COLUMN_VALUE, record->column[COLUMN_VALUE]);

	if (record->kind != KIND_DONE || record->code == WORD_NONE || record->value == WORD_NONE
	    || record_allows_value(KIND_DONE, record->code, record->value))
		return;
	fault.list = LIST_ACTION;
	fault.given = record->code;
	faults_add(faults, fault);
}

/* What only intake can see. */
static void
check_fact(const struct row_record *row_record, const struct record *record, bool is_as_it_stood,
    struct faults *faults)
{
	const struct cells *cells = &row_record->cells;
	struct bytes id = record->column[COLUMN_CASE];

	if ((faults->count == 0 || record_is_case(id)) && ids_is_spoilt(id))
		faults_add(faults, fault_in(FAULT_SPOILT, COLUMN_CASE, id));
	check_identifying(row_record, record, faults);
	check_pair(record, faults);
	if (record_is_derived(record->kind))
		faults_add(
		    faults, fault_in(FAULT_DERIVED, COLUMN_KIND, record->column[COLUMN_KIND]));
	else if (is_as_it_stood)
		check_days(row_record, record, record->column, COLUMN_DUE, faults);
	else
		check_days(row_record, record, cells->written, cells->due_column, faults);
}

/* Whether the text of a row is that of a record as it stands. */
static bool
is_text(const struct fields *fields, struct bytes text)
{
	if (fields->is_plain)
		return true;
	return fields->is_roomy ? characters_stand_alone(text) : characters_are_of_text(text);
}

/* Whether the row of a stream is its record byte for byte, which is most of them: then record is
 * read. */
static bool
is_record(const struct row_record *row_record, const struct sheet *sheet, struct record *record)
{
	const struct fields *fields = &sheet->rows.fields;
	struct faults faults;

	if (!sheet->is_canonical || fields->count != RECORD_COLUMNS)
		return false;
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		record->column[COLUMN_FIRST + i] = fields->field[i];
	if (row_record->cells.by.length > 0 && record->column[COLUMN_BY].length == 0)
		return false;
	if (!is_text(fields, record->column[COLUMN_TEXT]))
		return false;
	if (fields->is_roomy && plain_read(record))
		return true;
	faults_clear(&faults);
	record_read(record, &faults);
	return faults.count == 0;
}

void
row_record_take(struct row_record *row_record, const struct sheet *sheet, const struct row *row,
    struct record *record, struct faults *faults, bool *is_as_it_stood)
{
	struct cells *cells = &row_record->cells;

	record->line = row->raw;
	record->has_feed = row->has_feed;
	*is_as_it_stood = is_record(row_record, sheet, record);
	if (!*is_as_it_stood) {
		cells_take_row(cells, sheet, faults);
		read_cells(cells, record, faults);
	}
	check_fact(row_record, record, *is_as_it_stood, faults);
}

void
row_record_take_columns(struct row_record *row_record, const struct bytes column[COLUMN_END],
    struct record *record, struct faults *faults)
{
	cells_take_columns(&row_record->cells, column, faults);
	read_cells(&row_record->cells, record, faults);
	check_fact(row_record, record, false, faults);
}
