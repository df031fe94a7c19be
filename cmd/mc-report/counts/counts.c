#include "counts/counts.h"

#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "counts/begin.h"
#include "counts/cells/tally.h"
#include "counts/keep/ledger.h"
#include "counts/options.h"
#include "counts/print/print.h"
#include "counts/rounding/check.h"
#include "counts/rounding/search.h"
#include "paper/render_html.h"
#include "paper/render_text.h"
#include "records/input.h"
#include "records/table_file.h"
#include "tool/diagnostics.h"

struct counts {
	struct counts_order order;
	struct units known; /* what the units file names */
	struct year year;   /* what is printed */
	day_number today;
	int units_descriptor, key_descriptor;
	struct key key;
	struct ledger ledger;
	struct tally tally;
	struct input input;
	struct writer output;
};

bool
counts_are_meant(int argc, char *argv[])
{
	return counts_options_are_meant(argc, argv);
}

static void
print(struct counts *counts)
{
	struct document document = {
	    .language = counts->order.language,
	    .lacks_lines = counts->tally.has_refused || diagnostics_status() != STATUS_DONE,
	};
	const struct page page = {
	    .year = &counts->year,
	    .base = counts->ledger.base,
	    .is_internal = counts->order.is_internal,
	};

	if (counts->order.format == COUNTS_CSV) {
		print_csv(&page, counts->order.language, &counts->output);
		return;
	}
	print_document(&page, &document);
	if (counts->order.format == COUNTS_HTML)
		render_html(&document, &counts->output);
	else
		render_text(&document, &counts->output);
	document_free(&document);
}

/* A later record would say what was not known in the month. */
static void
check_day(const struct counts *counts, const struct record *record)
{
	char text[TALLY_PIPELINE_SIZE], day[DAY_TEXT_SIZE], month[MONTH_TEXT_SIZE];

	if (tally_day(record) > month_last_day(counts->tally.last))
		diagnostics_stop(_("a record of %s lies after the month %s: use %s"),
		    span_write_day(tally_day(record), day), month_write(counts->tally.last, month),
		    tally_pipeline(counts->tally.last, text));
}

/* Reads all records. False when they cannot be counted. */
static bool
read_records(struct counts *counts)
{
	struct record record;

	for (enum input_event event; (event = input_next(&counts->input, &record)) != INPUT_END;) {
		if (event != INPUT_RECORD)
			continue;
		if (!counts->order.is_internal)
			check_day(counts, &record);
		tally_take(&counts->tally, &record);
	}
	return tally_is_complete(&counts->tally) && diagnostics_status() != STATUS_TROUBLE;
}

/* A school that neither the year nor the units file has may be a slip in its BRIN. */
static bool
check_schools(const struct counts *counts)
{
	const struct units *seen = &counts->tally.schools;
	bool is_right = true;
	char text[SCHOOL_TEXT_SIZE];

	for (size_t i = 0; i < seen->schools; i++) {
		school_code code = seen->school[i].code;

		if (units_find(&counts->year.units, code) != UNITS_NONE
		    || units_find(&counts->known, code) != UNITS_NONE)
			continue;
		is_right = false;
		diagnostics_trouble(_("school %s stands in the records and in no list of schools: "
				      "mend its BRIN, or add it to the units file (it then counts "
				      "from August on)"),
		    record_write_school(code, text));
	}
	return is_right;
}

static bool
may_lack(const struct counts *counts, school_code school)
{
	for (size_t i = 0; i < counts->order.without_count; i++)
		if (counts->order.without[i] == school)
			return true;
	return false;
}

/* Whether each school of the year delivered records, or may do without; who did not is marked. A
 * school without a case says so by a record of kind school, so that what is printed does not
 * follow from whether it has any. */
static bool
check_deliveries(struct counts *counts)
{
	struct year *year = &counts->year;
	bool is_right = true;
	char text[SCHOOL_TEXT_SIZE];

	for (size_t i = 0; i < year->units.schools; i++) {
		const struct school *school = &year->units.school[i];
		bool lacks = units_find(&counts->tally.schools, school->code) == UNITS_NONE;

		*year_without(year, year->months - 1, i) = lacks;
		if (!lacks || may_lack(counts, school->code))
			continue;
		is_right = false;
		record_write_school(school->code, text);
		diagnostics_trouble(
		    _("school %s (%.*s) has no record at all: put its log there, with a record of "
		      "kind school where there is no case; or publish without it, by --without %s "
		      "(meldcode-counts: MELDCODE_WITHOUT=%s), which the page then tells"),
		    text, (int)school->name.length, school->name.at, text, text);
	}
	return is_right;
}

/* A published month can never be mended, so all of the records must be there. */
static bool
may_publish(struct counts *counts)
{
	bool is_refused = diagnostics_status() != STATUS_DONE || counts->tally.has_refused;

	if (is_refused)
		diagnostics_trouble(_("nothing is published: first mend what is refused, since a "
				      "published month never changes"));
	return check_schools(counts) && check_deliveries(counts) && !is_refused;
}

/* Places the units of the month, and adds it to the ledger. False, and told, when nothing may be
 * published. */
static bool
publish(struct counts *counts)
{
	struct year truth = {.units = counts->year.units, .first = counts->order.month};
	unsigned base = counts->ledger.base;

	year_grow(&truth, counts->order.month);
	tally_put(&counts->tally, &truth);
	year_keep_printed(&truth, &counts->year);
	search_place(&counts->year, &truth, &counts->key, base);
	bool is_right = check_month(&counts->year, &truth, &counts->key, base)
	    && ledger_append(&counts->ledger, &counts->year);
	year_free(&truth);
	return is_right;
}

/* Reads all input and counts nothing of it, so that the programs before this one can end well. */
static void
drain(struct input *input)
{
	const struct operand *file;
	char buffer[1 << 16];

	while ((file = operands_next(&input->operands)) != NULL)
		while (
		    !isatty(file->descriptor) && read(file->descriptor, buffer, sizeof(buffer)) > 0)
			;
}

/* Ends the program unless the month is one that the ledger has, or its next one, which is over. */
static void
check_month_asked(const struct counts *counts)
{
	const struct ledger *ledger = &counts->ledger;
	month_number month = counts->order.month;
	char text[MONTH_TEXT_SIZE];

	if (month < ledger->first)
		diagnostics_stop(_("%s: begins with %s: no earlier month can be added"),
		    ledger->name, month_write(ledger->first, text));
	if (month > ledger->last + 1)
		diagnostics_stop(
		    _("%s: the next month is %s: run the missing months first, in order"),
		    ledger->name, month_write(ledger->last + 1, text));
	if (!ledger_has(ledger, month) && counts->today <= month_last_day(month))
		diagnostics_stop(
		    _("month %s is not over yet: what is published cannot change later"),
		    month_write(month, text));
}

static void
check_base(const struct counts *counts)
{
	unsigned asked = counts->order.base, has = counts->ledger.base;

	if (asked != 0 && asked != has)
		diagnostics_stop(_("%s: was begun with --base %u, which cannot change"),
		    counts->ledger.name, has);
}

/* Every school that may lack its records is one of the year: a slip in the BRIN would be lost. */
static void
check_without(const struct counts *counts)
{
	char text[SCHOOL_TEXT_SIZE];

	for (size_t i = 0; i < counts->order.without_count; i++)
		if (units_find(&counts->year.units, counts->order.without[i]) == UNITS_NONE)
			diagnostics_stop(_("--without %s: is no school of this school year"),
			    record_write_school(counts->order.without[i], text));
}

/* The schools of a school year are those of the units file in its first month. */
static void
read_year(struct counts *counts)
{
	struct year *year = &counts->year;
	char text[MONTH_TEXT_SIZE];

	ledger_read_year(&counts->ledger, counts->order.month, year);
	if (year->units.schools == 0 && counts->order.units == NULL)
		diagnostics_stop(_("%s is the first month of its school year: --units FILE must "
				   "tell the schools and their pupils"),
		    month_write(counts->order.month, text));
	for (size_t i = 0; i < counts->known.schools && year->months == 0; i++)
		units_add(&year->units, &counts->known.school[i]);
	units_qualify(&year->units);
}

/* Counts a new month. False when there is nothing to print. */
static bool
run_new_month(struct counts *counts)
{
	month_number month = counts->order.month;
	char shown[SHOWN_SIZE];

	if (counts->year.units.groups == 0) {
		drain(&counts->input);
		diagnostics_note(
		    _("%s: too small to publish anything: a school needs 150 pupils for "
		      "a row of its own, small schools of one board 3 schools or 300 "
		      "pupils together; for yourself there is --internal"),
		    diagnostics_show_file(counts->order.units, shown));
		return false;
	}
	check_without(counts);
	tally_open(&counts->tally, month, month);
	year_grow(&counts->year, month);
	return read_records(counts) && may_publish(counts) && publish(counts);
}

static void
run_publication(struct counts *counts)
{
	const struct counts_order *order = &counts->order;

	key_read(&counts->key, order->key, counts->key_descriptor);
	ledger_verify(&counts->ledger, &counts->key);
	check_base(counts);
	check_month_asked(counts);
	bool is_old = ledger_has(&counts->ledger, order->month);
	read_year(counts);
	if (is_old)
		drain(&counts->input);
	if (is_old || run_new_month(counts))
		print(counts);
	ledger_close(&counts->ledger);
	key_forget(&counts->key);
}

/* The month, or the months of the school year so far. */
static void
open_internal(struct counts *counts)
{
	month_number today = month_of_day(counts->today), first = counts->order.month, last = first;
	char text[MONTH_TEXT_SIZE];

	if (counts->order.year != NO_MONTH) {
		first = counts->order.year;
		last = first + MONTHS_IN_YEAR - 1 < today ? first + MONTHS_IN_YEAR - 1 : today;
	}
	if (first > today)
		diagnostics_stop(_("%s has not begun yet"), month_write(first, text));
	counts->year.first = first;
	tally_open(&counts->tally, first, last);
}

/* Whom the counts are about stands in the units file, or else in the records. */
static void
run_internal(struct counts *counts)
{
	const struct units *schools;
	struct year *year = &counts->year;

	open_internal(counts);
	if (!read_records(counts))
		return;
	if (counts->tally.schools.schools == 0) {
		diagnostics_trouble(_("there is no record at all, as after a pipeline that broke"));
		return;
	}
	if (counts->order.units != NULL && !check_schools(counts))
		return;
	schools = counts->order.units != NULL ? &counts->known : &counts->tally.schools;
	for (size_t i = 0; i < schools->schools; i++)
		units_add(&year->units, &schools->school[i]);
	units_take_all(&year->units);
	year_grow(year, counts->tally.last);
	tally_put(&counts->tally, year);
	print(counts);
}

/* Opens all files, and reads none before the tool is confined; nor can the time zone be read then.
 */
static void
open_files(struct counts *counts, char *const operands[])
{
	const struct counts_order *order = &counts->order;

	counts->today = span_today();
	input_open(&counts->input, operands, NULL, NULL);
	if (order->units != NULL)
		counts->units_descriptor = table_file_descriptor(order->units);
	if (!order->is_internal) {
		counts->key_descriptor = key_open(&counts->key, order->key);
		ledger_open(&counts->ledger, order->ledger);
	}
	input_confine(&counts->input);
}

static void
run(struct counts *counts, char *const operands[])
{
	const struct counts_order *order = &counts->order;

	writer_open(&counts->output, STDOUT_FILENO, _("standard output"));
	options_tell_awaited(&counts_tool, operands);
	open_files(counts, operands);
	if (order->units != NULL) {
		units_read(&counts->known, order->units, counts->units_descriptor);
		close(counts->units_descriptor);
	}
	if (order->is_internal)
		run_internal(counts);
	else
		run_publication(counts);
	tally_close(&counts->tally);
	units_free(&counts->known);
	units_free(&counts->year.units);
	year_free(&counts->year);
	input_close(&counts->input);
	writer_close(&counts->output);
}

/* Apart, so that other papers need no room for it. */
__attribute__((noinline)) void
counts_run(int argc, char *argv[])
{
	struct counts counts = {.known = {.schools = 0}};

	counts_options_read(&counts.order, argc, argv);
	if (counts.order.new_key != NULL)
		begin_key(&counts.order);
	else if (counts.order.new_ledger != NULL)
		begin_ledger(&counts.order);
	else
		run(&counts, argv + optind);
	free(counts.order.without);
}
