#include "cells.h"

#include "records/fault.h"
#include "text/text.h"

static const struct bytes nothing = {"", 0};

/* The columns of records and those of sheets are one row of numbers. */
_Static_assert(COLUMN_END == SHEET_FIRST, "the columns of sheets follow those of records");

void
cells_open(struct cells *cells, struct bytes school, struct bytes by)
{
	*cells = (struct cells){.school = school, .by = by};
	characters_open(&cells->characters);
}

void
cells_close(struct cells *cells)
{
	characters_close(&cells->characters);
}

static void
start(struct cells *cells, enum dates_order order)
{
	for (enum word column = COLUMN_FIRST; column < SHEET_END; column++) {
		cells->cell[column] = nothing;
		cells->is_broken[column] = false;
	}
	cells->order = order;
	cells->due_column = COLUMN_DUE;
}

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

	for (size_t i = 0; i < fields->count && i < FIELDS_MAX; i++) {
		if (i < sheet->columns.count && sheet->columns.word[i] != WORD_NONE)
			cells->cell[sheet->columns.word[i]] = fields->field[i];
		else if (sheet_must_be_empty(sheet, i) && !text_is_blank(fields->field[i]))
			faults_add(faults, fault_in(FAULT_NO_COLUMN, WORD_NONE, fields->field[i]));
	}
}

static void
clean_cells(struct cells *cells, struct faults *faults)
{
	characters_start_row(&cells->characters);
	for (enum word column = COLUMN_FIRST; column < SHEET_END; column++) {
		struct bytes *cell = &cells->cell[column];
		bool is_clean = column == COLUMN_TEXT
		    ? characters_of_text(&cells->characters, cell)
		    : characters_of_column(&cells->characters, cell);

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
make_date_canonical(struct cells *cells, struct faults *faults)
{
	struct span span;

	cells->date_flaw = dates_try(cells->cell[COLUMN_DATE], cells->order, &span);
	join_time(cells, &span, faults);
	if (cells->date_flaw == DATES_FINE)
		cells->cell[COLUMN_DATE] = bytes_of(dates_write(span, cells->date));
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
	    && (!dates_read(due, cells->order, &of_due) || span_day(of_due) != span_day(of_known)))
		add_fault(cells, faults, FAULT_DATE_TWICE, SHEET_KNOWN);
	else
		cells->cell[COLUMN_DUE] = known;
}

static void
make_due_canonical(struct cells *cells)
{
	struct span span;

	if (cells->cell[SHEET_KNOWN].length > 0)
		cells->due_column = SHEET_KNOWN;
	cells->due_flaw = dates_try(cells->cell[COLUMN_DUE], cells->order, &span);
	/* With the day of knowing a time may stand. */
	if (cells->due_flaw == DATES_FINE
	    && (cells->due_column == SHEET_KNOWN || span_is_whole_day(span)))
		cells->cell[COLUMN_DUE] = bytes_of(span_write_day(span_day(span), cells->due));
}

/* A day as it may stand in the sheet; the year may always come first. */
static const char *
example_day(enum dates_order order)
{
	return order == DATES_FOUND || order == DATES_DMY ? "3-10-2026" : "2026-10-03";
}

static void
make_canonical(struct cells *cells, struct faults *faults)
{
	enum word kind;

	fault_show_day(example_day(cells->order));
	clean_cells(cells, faults);
	memcpy(cells->written, cells->cell, sizeof(cells->written));
	if (cells->cell[COLUMN_SCHOOL].length == 0)
		cells->cell[COLUMN_SCHOOL] = cells->school;
	if (cells->cell[COLUMN_BY].length == 0)
		cells->cell[COLUMN_BY] = cells->by;
	kind = make_tokens_canonical(cells);
	make_date_canonical(cells, faults);
	take_known(cells, kind, faults);
	make_due_canonical(cells);
}

/* In a stream of records a date that is not theirs cannot be checked against the others, so its
 * order must have been said. */
static enum dates_order
order_of(const struct sheet *sheet)
{
	return sheet->is_canonical && sheet->order == DATES_FOUND ? DATES_RECORD : sheet->order;
}

void
cells_take_row(struct cells *cells, const struct sheet *sheet, struct faults *faults)
{
	start(cells, order_of(sheet));
	take_cells(sheet, cells, faults);
	make_canonical(cells, faults);
}

void
cells_take_columns(
    struct cells *cells, const struct bytes column[COLUMN_END], struct faults *faults)
{
	start(cells, DATES_FOUND);
	memcpy(&cells->cell[COLUMN_FIRST], &column[COLUMN_FIRST],
	    RECORD_COLUMNS * sizeof(column[COLUMN_FIRST]));
	make_canonical(cells, faults);
}

struct fault
cells_explain(const struct cells *cells, struct fault fault)
{
	enum dates_flaw flaw = fault.kind == FAULT_DATE ? cells->date_flaw : cells->due_flaw;

	if (fault.kind == FAULT_DATE || fault.kind == FAULT_DUE)
		fault.kind = fault_of(flaw, fault.kind);
	if (fault.kind == FAULT_DATE_DAY)
		fault.number = dates_month(fault.value, cells->order);
	return fault;
}
