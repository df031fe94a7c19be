#include "counts/counts.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "counts/cells/base.h"
#include "counts/rounding/check.h"
#include "tool/diagnostics.h"
#include "records/input.h"
#include "counts/keep/ledger.h"
#include "counts/cells/tally.h"

enum { DEFAULT_BASE = 5 };

struct counts {
	const struct counts_order *order;
	struct units units;
	struct tables tables;
	struct key key;
	struct ledger ledger;
	struct tally tally;
	struct base base;
	struct search_bounds bounds;
	struct input input;
	struct writer output;
	bool has_records; /* of any kind */
};

/* A later record would say what was not known in the month. */
static void
check_date(const struct counts *counts, const struct record *record)
{
	char text[TALLY_PIPELINE_SIZE], day[DAY_TEXT_SIZE], month[MONTH_TEXT_SIZE];

	if (span_day(record->when) > month_last_day(counts->order->month))
		diagnostics_stop(_("a record of %s lies after the month %s: use %s"),
		    span_write_day(span_day(record->when), day),
		    month_write(counts->order->month, month),
		    tally_pipeline(counts->order->month, text));
}

/* Reads all records. False when they cannot be counted. */
static bool
read_records(struct counts *counts)
{
	struct record record;

	for (enum input_event event; (event = input_next(&counts->input, &record)) != INPUT_END;) {
		if (event != INPUT_RECORD)
			continue;
		check_date(counts, &record);
		counts->has_records = true;
		if (record.kind != KIND_SCHOOL)
			tally_take(&counts->tally, &record);
	}
	return tally_is_complete(&counts->tally, counts->order->month)
	    && diagnostics_status() != STATUS_TROUBLE;
}

/* What lacks on the input and tells of a mistake, or NULL. Whether a month is printed must not
 * follow from its cases: a school without any can say so by a record of kind school. */
static const char *
missing_records(const struct counts *counts)
{
	bool has_cases = false;

	for (size_t i = 0; i < counts->ledger.rows; i++)
		has_cases |= counts->ledger.row[i].cases > 0;
	if (!counts->has_records)
		return _("there is no record at all, as after a pipeline that broke; where there "
			 "is no case yet, give a record of kind school");
	if (counts->tally.count == 0 && has_cases)
		return _("no record is of a case, and earlier months had cases");
	return NULL;
}

/* A published month can never be mended, so all of the records must be there. */
static bool
may_publish(const struct counts *counts)
{
	const char *missing;

	if (diagnostics_status() != STATUS_DONE || counts->tally.has_refused) {
		diagnostics_trouble(_("nothing is published: first mend what is refused, since a "
				      "published month never changes"));
		return false;
	}
	missing = missing_records(counts);
	if (missing != NULL)
		diagnostics_trouble(_("nothing is published: %s"), missing);
	return missing == NULL;
}

/* Names schools that had cases this year, and now have no record: perhaps a log was forgotten. */
static void
tell_missing_schools(const struct counts *counts)
{
	const struct units *units = &counts->units;
	bool *has_records = calloc(units->schools, sizeof(*has_records));
	char text[SCHOOL_TEXT_SIZE];

	for (size_t i = 0; i < counts->tally.count && has_records != NULL; i++) {
		size_t school = units_find(units, counts->tally.list[i].school);

		if (school != UNITS_NONE)
			has_records[school] = true;
	}
	for (size_t i = 0; i < counts->base.count && has_records != NULL; i++) {
		size_t school = i / PROFILES;

		if (counts->base.cell[i].cases_before == 0 || has_records[school])
			continue;
		diagnostics_note(
		    _("school %s has no record at all, and had cases before: was its log "
		      "forgotten?"),
		    record_write_school(units->school[school].code, text));
		has_records[school] = true;
	}
	free(has_records);
}

/* How near the truth the earlier months of the school year were printed. */
static struct search_record
record_before(const struct counts *counts)
{
	month_number month = counts->order->month;
	struct search_record record = {0, 0};
	struct sums published, truth;

	if (counts->ledger.first == NO_MONTH || month == month_of_school_year(month)
	    || month == counts->ledger.first)
		return record;
	sums_make(&published, &counts->tables, &counts->ledger, month - 1, SUMS_PUBLISHED);
	sums_make(&truth, &counts->tables, &counts->ledger, month - 1, SUMS_CASES);
	record = check_record(&published, &truth, counts->bounds.distance);
	sums_free(&published);
	sums_free(&truth);
	return record;
}

/* Checks the month as it stands in the ledger in memory. */
static bool
check(struct counts *counts)
{
	struct sums published, truth;

	sums_make(
	    &published, &counts->tables, &counts->ledger, counts->order->month, SUMS_PUBLISHED);
	sums_make(&truth, &counts->tables, &counts->ledger, counts->order->month, SUMS_CASES);
	bool is_right =
	    check_month(&counts->base, &counts->key, counts->bounds, &published, &truth);
	sums_free(&published);
	sums_free(&truth);
	return is_right;
}

/* Places the units of a new month, and adds it to the ledger. False, and told, when nothing may
 * be published. */
static bool
publish(struct counts *counts)
{
	struct ledger *ledger = &counts->ledger;
	month_number month = counts->order->month;
	char name[TABLES_NAME_SIZE];
	size_t first_row = ledger->rows;

	base_take_ledger(&counts->base, ledger);
	base_take_tally(&counts->base, &counts->tally);
	tell_missing_schools(counts);
	size_t failed = search_place(
	    &counts->base, &counts->tables, &counts->key, counts->bounds, record_before(counts));
	if (failed != counts->tables.all) {
		diagnostics_trouble(_("nothing is published: no rounding was found that keeps this "
				      "number near the truth: %s (table, unit, row, column)"),
		    tables_name(&counts->tables, failed, month, name));
		return false;
	}
	base_put_rows(&counts->base, ledger);
	ledger->base = counts->bounds.base;
	if (ledger->first == NO_MONTH)
		ledger->first = month;
	return check(counts) && ledger_append(ledger, month, counts->bounds.base, first_row);
}

static void
print(struct counts *counts, const struct ledger *ledger, enum sums_what what)
{
	struct sums sums;
	struct page page = {
	    .sums = &sums,
	    .base = ledger->base,
	    .is_internal = counts->order->is_internal,
	    .language = counts->order->language,
	};

	sums_make(&sums, &counts->tables, ledger, counts->order->month, what);
	counts->order->print(&page, &counts->output);
	sums_free(&sums);
}

/* Reads standard input to its end and counts nothing of it, so that the programs before this one
 * can end well. */
static void
drain_standard_input(const struct input *input)
{
	char buffer[1 << 16];

	for (size_t i = 0; i < input->operands.count; i++)
		if (input->operands.file[i].descriptor == STDIN_FILENO && !isatty(STDIN_FILENO))
			while (read(STDIN_FILENO, buffer, sizeof(buffer)) > 0)
				;
}

/* Whether the month stands in the ledger; ends the program when it is not the next one either. */
static bool
is_published(const struct counts *counts)
{
	const struct ledger *ledger = &counts->ledger;
	month_number month = counts->order->month;
	char next[MONTH_TEXT_SIZE], first[MONTH_TEXT_SIZE];

	if (ledger->last == NO_MONTH || month == ledger->last + 1)
		return false;
	if (month > ledger->last)
		diagnostics_stop(
		    _("%s: the next month is %s: run the missing months first, in order"),
		    ledger->file, month_write(ledger->last + 1, next));
	if (month < ledger->first)
		diagnostics_stop(_("%s: begins with %s: no earlier month can be added"),
		    ledger->file, month_write(ledger->first, first));
	return true;
}

static void
check_base(const struct counts *counts)
{
	unsigned asked = counts->order->base, has = counts->ledger.base;

	if (asked != 0 && has != 0 && asked != has)
		diagnostics_stop(_("%s: was begun with --base %u, which cannot change"),
		    counts->ledger.file, has);
}

static void
open_files(struct counts *counts)
{
	const struct counts_order *order = counts->order;

	key_read(&counts->key, order->key);
	ledger_open(&counts->ledger, order->ledger, &counts->key);
	check_base(counts);
	counts->bounds = search_bounds_of(order->base != 0 ? order->base
		: counts->ledger.base != 0		   ? counts->ledger.base
							   : DEFAULT_BASE);
}

static void
run_publication(struct counts *counts)
{
	open_files(counts);
	bool is_old = is_published(counts), is_right = true;
	input_confine(&counts->input);

	base_open(&counts->base, &counts->units, counts->order->month);
	if (is_old)
		drain_standard_input(&counts->input);
	else
		is_right = read_records(counts) && may_publish(counts) && publish(counts);
	if (is_right)
		print(counts, &counts->ledger, SUMS_PUBLISHED);
	base_close(&counts->base);
	ledger_close(&counts->ledger);
	key_forget(&counts->key);
}

/* Whom the counts are about stands in the units file, or else in the records. */
static void
run_internal(struct counts *counts)
{
	struct ledger month = {.first = counts->order->month};

	input_confine(&counts->input);
	if (!read_records(counts))
		return;
	for (size_t i = 0; i < counts->tally.count && counts->order->units == NULL; i++)
		units_add(&counts->units, counts->tally.list[i].school);
	units_take_all(&counts->units);
	counts->tables = tables_of(&counts->units);
	base_open(&counts->base, &counts->units, counts->order->month);
	base_take_tally(&counts->base, &counts->tally);
	base_put_rows(&counts->base, &month);
	print(counts, &month, SUMS_CASES);
	base_close(&counts->base);
	free(month.row);
}

static void
check_month_is_over(month_number month)
{
	char text[MONTH_TEXT_SIZE];

	if (span_today() <= month_last_day(month))
		diagnostics_stop(
		    _("month %s is not over yet: what is published cannot change later"),
		    month_write(month, text));
}

static void
run(struct counts *counts)
{
	const struct counts_order *order = counts->order;

	if (order->units != NULL)
		units_read(&counts->units, order->units);
	if (order->is_internal) {
		run_internal(counts);
		return;
	}
	check_month_is_over(order->month);
	units_qualify(&counts->units);
	counts->tables = tables_of(&counts->units);
	if (units_publish(&counts->units)) {
		run_publication(counts);
		return;
	}
	diagnostics_note(
	    _("%s: too small to publish anything: a school needs 150 pupils for a row of its own, "
	      "small schools of one board 3 schools or 300 pupils together; for yourself there is "
	      "--internal"),
	    order->units);
	drain_standard_input(&counts->input);
}

void
counts_run(const struct counts_order *order, char *const operands[])
{
	struct counts counts = {.order = order};

	if (order->new_key != NULL) {
		key_make(order->new_key);
		return;
	}
	writer_open(&counts.output, STDOUT_FILENO, _("standard output"));
	input_open(&counts.input, operands, NULL, NULL);
	tally_open(&counts.tally);
	run(&counts);
	tally_close(&counts.tally);
	input_close(&counts.input);
	units_free(&counts.units);
	writer_close(&counts.output);
}
