#include "row_record.h"

#include "records/fault.h"
#include "sheet/ids.h"
#include "text/identifying/identifying.h"
#include "text/text.h"

static const struct bytes nothing = {"", 0};

void
row_record_open(
    struct row_record *row_record, struct bytes school, struct bytes by, unsigned allowed)
{
	*row_record = (struct row_record){
	    .school = school, .by = by, .allowed = allowed, .today = span_today()};
	characters_open(&row_record->characters);
	fault_show_sheet_words();
}

void
row_record_close(struct row_record *row_record)
{
	characters_close(&row_record->characters);
}

/* The columns of records and those of sheets are one row of numbers. */
_Static_assert(COLUMN_END == SHEET_FIRST, "the columns of sheets follow those of records");

/* A row on its way to a record: the cells by column, those that sheets have besides too, and what
 * was found to be wrong with them. */
struct cells {
	struct bytes cell[SHEET_END];
	enum dates_order order;
	enum dates_flaw date_flaw, due_flaw;
	bool is_broken[SHEET_END]; /* by a fault that says all there is to say */
};

static void
add_fault(struct cells *cells, struct faults *faults, enum fault_kind kind, enum word column)
{
	struct fault fault = fault_in(kind, column, cells->cell[column]);

	if (kind == FAULT_DATE_DAY)
		fault.number = dates_month(fault.value, cells->order);
	faults_add(faults, fault);
	cells->is_broken[column] = true;
}

/* Puts the row's cells into their columns. */
static void
take_cells(const struct sheet *sheet, struct cells *cells, struct faults *faults)
{
	const struct fields *fields = &sheet->rows.fields;

	for (enum word column = COLUMN_FIRST; column < SHEET_END; column++)
		cells->cell[column] = nothing;
	for (size_t i = 0; i < fields->count && i < FIELDS_MAX; i++) {
		if (i < sheet->columns.count && sheet->columns.word[i] != WORD_NONE)
			cells->cell[sheet->columns.word[i]] = fields->field[i];
		else if (sheet_must_be_empty(sheet, i) && !text_is_blank(fields->field[i]))
			faults_add(faults, fault_in(FAULT_NO_COLUMN, WORD_NONE, fields->field[i]));
	}
}

static void
clean_cells(struct row_record *row_record, struct cells *cells, struct faults *faults)
{
	characters_start_row(&row_record->characters);
	for (enum word column = COLUMN_FIRST; column < SHEET_END; column++) {
		struct bytes *cell = &cells->cell[column];
		bool is_clean = column == COLUMN_TEXT
		    ? characters_of_text(&row_record->characters, cell)
		    : characters_of_column(&row_record->characters, cell);

		if (!is_clean)
			add_fault(cells, faults, FAULT_CONTROL, column);
	}
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

/* A plan's case manager may be a role or a partner. */
static struct bytes
canonical_value(enum word kind, enum word code, struct bytes written)
{
	if (code == PLAN_CASEMANAGER) {
		struct bytes role = canonical(LIST_ROLE, written);

		if (vocabulary_find(LIST_ROLE, role) != WORD_NONE)
			return role;
	}
	return canonical(record_value_list(kind, code), written);
}

/* The kind, WORD_NONE when nobody knows it. */
static enum word
make_tokens_canonical(struct cells *cells)
{
	struct bytes *cell = cells->cell;
	enum word kind, code;

	cell[COLUMN_KIND] = canonical(LIST_KIND, cell[COLUMN_KIND]);
	cell[COLUMN_BY] = canonical(LIST_ROLE, cell[COLUMN_BY]);
	kind = vocabulary_find(LIST_KIND, cell[COLUMN_KIND]);
	if (kind == WORD_NONE)
		return kind;
	cell[COLUMN_CODE] = canonical(record_code_list(kind), cell[COLUMN_CODE]);
	code = vocabulary_find(record_code_list(kind), cell[COLUMN_CODE]);
	cell[COLUMN_VALUE] = canonical_value(kind, code, cell[COLUMN_VALUE]);
	return kind;
}

/* What a message says of a date that is none. */
static enum fault_kind
fault_of(enum dates_flaw flaw, enum fault_kind nonsense)
{
	static const enum fault_kind kinds[] = {
	    [DATES_NO_DAY] = FAULT_DATE_DAY,
	    [DATES_NO_YEAR] = FAULT_DATE_YEAR,
	    [DATES_BAD_YEAR] = FAULT_DATE_YEARS,
	    [DATES_NO_TIME] = FAULT_DATE_TIME,
	    [DATES_NUMBER] = FAULT_DATE_NUMBER,
	    [DATES_ZONE] = FAULT_DATE_ZONE,
	    [DATES_HALF] = FAULT_DATE_HALF,
	    [DATES_NARROW] = FAULT_DATE_NARROW,
	};

	return flaw == DATES_FINE || flaw == DATES_NONSENSE ? nonsense : kinds[flaw];
}

/* Joins the time that stands in a column of its own with the date. */
static void
join_time(struct cells *cells, struct span *span, struct faults *faults)
{
	unsigned minute;
	bool has_time;
	enum dates_flaw flaw;

	if (cells->cell[SHEET_TIME].length == 0 || cells->is_broken[SHEET_TIME])
		return;
	flaw = dates_read_time(cells->cell[SHEET_TIME], &minute, &has_time);
	if (flaw != DATES_FINE)
		add_fault(cells, faults, fault_of(flaw, FAULT_DATE_TIME), SHEET_TIME);
	else if (has_time && cells->date_flaw == DATES_FINE) {
		struct span joined = span_of_minute(span_day(*span), minute);

		if (!span_is_whole_day(*span) && span->begin != joined.begin)
			add_fault(cells, faults, FAULT_DATE_TWICE, SHEET_TIME);
		*span = joined;
	}
}

static void
make_date_canonical(struct row_record *row_record, struct cells *cells, struct faults *faults)
{
	struct span span;

	cells->date_flaw = dates_try(cells->cell[COLUMN_DATE], cells->order, &span);
	join_time(cells, &span, faults);
	if (cells->date_flaw == DATES_FINE)
		cells->cell[COLUMN_DATE] = bytes_of(dates_write(span, row_record->date));
}

/* The day on which the school came to know of a signal is its due. */
static void
take_known(struct cells *cells, enum word kind, struct faults *faults)
{
	struct bytes known = cells->cell[SHEET_KNOWN], due = cells->cell[COLUMN_DUE];
	struct span of_known, of_due;

	if (known.length == 0 || kind == WORD_NONE || cells->is_broken[SHEET_KNOWN])
		return;
	if (kind != KIND_SIGNAL) {
		struct fault fault = fault_in(FAULT_NOT_EMPTY, SHEET_KNOWN, known);

		fault.given = kind;
		faults_add(faults, fault);
		return;
	}
	enum dates_flaw flaw = dates_try(known, cells->order, &of_known);
	if (flaw != DATES_FINE)
		add_fault(cells, faults, fault_of(flaw, FAULT_DUE), SHEET_KNOWN);
	else if (due.length > 0
	    && (!dates_read(due, cells->order, &of_due)
		|| span_day(of_due) != span_day(of_known)))
		add_fault(cells, faults, FAULT_DATE_TWICE, SHEET_KNOWN);
	else
		cells->cell[COLUMN_DUE] = known;
}

static void
make_due_canonical(struct row_record *row_record, struct cells *cells)
{
	struct span span;

	if (cells->cell[SHEET_KNOWN].length > 0)
		row_record->due_column = SHEET_KNOWN;
	cells->due_flaw = dates_try(cells->cell[COLUMN_DUE], cells->order, &span);
	/* With the day of knowing a time may stand. */
	if (cells->due_flaw == DATES_FINE
	    && (row_record->due_column == SHEET_KNOWN || span_is_whole_day(span)))
		cells->cell[COLUMN_DUE] =
		    bytes_of(span_write_day(span_day(span), row_record->due));
}

/* A day as it may stand in the sheet; the year may always come first. */
static const char *
example_day(enum dates_order order)
{
	return order == DATES_FOUND || order == DATES_DMY ? "3-10-2026" : "2026-10-03";
}

static void
make_canonical(struct row_record *row_record, struct cells *cells, struct faults *faults)
{
	enum word kind;

	fault_show_day(example_day(cells->order));
	clean_cells(row_record, cells, faults);
	if (cells->cell[COLUMN_SCHOOL].length == 0)
		cells->cell[COLUMN_SCHOOL] = row_record->school;
	if (cells->cell[COLUMN_BY].length == 0)
		cells->cell[COLUMN_BY] = row_record->by;
	kind = make_tokens_canonical(cells);
	make_date_canonical(row_record, cells, faults);
	take_known(cells, kind, faults);
	make_due_canonical(row_record, cells);
}

/* The fault with the reason why a date is none, an id is spoilt. */
static struct fault
explain(const struct cells *cells, struct fault fault)
{
	enum dates_flaw flaw = fault.kind == FAULT_DATE ? cells->date_flaw : cells->due_flaw;

	if (fault.kind == FAULT_CASE && ids_is_spoilt(fault.value))
		fault.kind = FAULT_SPOILT;
	if (fault.kind == FAULT_DATE || fault.kind == FAULT_DUE)
		fault.kind = fault_of(flaw, fault.kind);
	if (fault.kind == FAULT_DATE_DAY)
		fault.number = dates_month(fault.value, cells->order);
	return fault;
}

/* Reads the record from its columns; a column of which all is said already is passed over. */
static void
read_cells(const struct cells *cells, struct record *record, struct faults *faults)
{
	struct faults found = {.count = 0};

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
		check_column(row_record, record, COLUMN_CASE, faults);
		check_column(row_record, record, COLUMN_TEXT, faults);
		return;
	}
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		check_column(row_record, record, column, faults);
}

/* A day that cannot be: to come, or before what it belongs to. */
static void
check_days(const struct row_record *row_record, const struct record *record, struct faults *faults)
{
	day_number day = span_day(record->when), today = row_record->today;
	const struct bytes *column = record->column;

	if (day > today)
		faults_add(faults, fault_in(FAULT_FUTURE, COLUMN_DATE, column[COLUMN_DATE]));
	if (record->kind == KIND_SIGNAL && record->due > today)
		faults_add(faults, fault_in(FAULT_FUTURE, row_record->due_column, column[COLUMN_DUE]));
	else if (record->due != NO_DAY && record->due < day)
		faults_add(faults, fault_in(FAULT_BEFORE, row_record->due_column, column[COLUMN_DUE]));
}

/* An action that its partner does not do. */
static void
check_pair(const struct record *record, struct faults *faults)
{
	struct fault fault = fault_in(FAULT_NOT_ALLOWED, COLUMN_VALUE, record->column[COLUMN_VALUE]);

	if (record->kind != KIND_DONE || record->code == WORD_NONE || record->value == WORD_NONE
	    || record_allows_value(KIND_DONE, record->code, record->value))
		return;
	fault.list = LIST_ACTION;
	fault.given = record->code;
	faults_add(faults, fault);
}

/* What only intake can see. */
static void
check_fact(const struct row_record *row_record, const struct record *record, struct faults *faults)
{
	struct bytes id = record->column[COLUMN_CASE];

	if ((faults->count == 0 || record_is_case(id)) && ids_is_spoilt(id))
		faults_add(faults, fault_in(FAULT_SPOILT, COLUMN_CASE, id));
	check_identifying(row_record, record, faults);
	check_pair(record, faults);
	if (record_is_derived(record->kind))
		faults_add(
		    faults, fault_in(FAULT_DERIVED, COLUMN_KIND, record->column[COLUMN_KIND]));
	else
		check_days(row_record, record, faults);
}

/* In a stream of records a date that is not theirs cannot be checked against the others, so its
 * order must have been said. */
static enum dates_order
order_of(const struct sheet *sheet)
{
	return sheet->is_canonical && sheet->order == DATES_FOUND ? DATES_RECORD : sheet->order;
}

/* Whether the row of a stream is its record byte for byte, which is most of them: then record is
 * read. */
static bool
is_record(
    const struct row_record *row_record, const struct sheet *sheet, struct record *record)
{
	const struct fields *fields = &sheet->rows.fields;
	struct faults faults = {.count = 0};

	if (!sheet->is_canonical || fields->count != RECORD_COLUMNS)
		return false;
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		record->column[COLUMN_FIRST + i] = fields->field[i];
	if (row_record->by.length > 0 && record->column[COLUMN_BY].length == 0)
		return false;
	if (!fields->is_plain && !characters_are_of_text(record->column[COLUMN_TEXT]))
		return false;
	record_read(record, &faults);
	return faults.count == 0;
}

/* Makes a record of a row that is none yet. */
static void
take_row(struct row_record *row_record, const struct sheet *sheet, struct record *record,
    struct faults *faults)
{
	struct cells cells = {.order = order_of(sheet)};

	take_cells(sheet, &cells, faults);
	make_canonical(row_record, &cells, faults);
	read_cells(&cells, record, faults);
}

void
row_record_take(struct row_record *row_record, const struct sheet *sheet, const struct row *row,
    struct record *record, struct faults *faults, bool *is_as_it_stood)
{
	record->line = row->raw;
	*is_as_it_stood = is_record(row_record, sheet, record);
	row_record->due_column = COLUMN_DUE;
	if (!*is_as_it_stood)
		take_row(row_record, sheet, record, faults);
	check_fact(row_record, record, faults);
}

void
row_record_take_columns(struct row_record *row_record, const struct bytes column[COLUMN_END],
    struct record *record, struct faults *faults)
{
	struct cells cells = {.order = DATES_FOUND};

	row_record->due_column = COLUMN_DUE;
	for (enum word i = COLUMN_FIRST; i < SHEET_END; i++)
		cells.cell[i] = i < COLUMN_END ? column[i] : nothing;
	make_canonical(row_record, &cells, faults);
	read_cells(&cells, record, faults);
	check_fact(row_record, record, faults);
}
