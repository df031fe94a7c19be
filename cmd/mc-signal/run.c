#include "run.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "records/fault.h"
#include "tool/memory.h"
#include "tool/options.h"
#include "sheet/suggest.h"

static bool
has_log(const struct run *run)
{
	return run->settings->log != NULL;
}

/* Whether the records wait until all are read, to be held against a log. */
static bool
is_added(const struct run *run)
{
	return has_log(run) || run->settings->new_to != NULL;
}

static void
open_encoding(struct encoding *encoding, const char *name)
{
	if (encoding_open(encoding, name))
		return;
	if (errno == EINVAL)
		options_misused(&settings_tool, _("the system does not know encoding \"%s\""),
		    options_show(name));
	if (errno == ELIBBAD)
		diagnostics_stop(
		    _("encoding \"%s\" of this system is for another C library than this "
		      "program has in it: make it UTF-8 first with iconv -f %s -t UTF-8"),
		    options_show(name), options_show(name));
	diagnostics_stop(_("encoding \"%s\": %s"), options_show(name), language_error(errno));
}

void
run_open(struct run *run, const struct settings *settings)
{
	*run = (struct run){.settings = settings};
	open_encoding(&run->encoding, settings->encoding);
	row_record_open(&run->row_record, settings->school, settings->by, settings->allowed);
	rejects_open(&run->rejects, settings->rejects);
	cases_open(&run->cases);
	if (settings->new_to != NULL)
		elsewhere_open(&run->elsewhere, settings->new_to);
}

void
run_begin(struct run *run)
{
	if (has_log(run)) {
		/* Looked at now, so that a log that will not do is told at once; held only when
		 * all is read, since what is fed may come from a run that changes the log. */
		log_open(&run->log, run->settings->log, false);
		log_close(&run->log);
	} else {
		writer_open(&run->output, STDOUT_FILENO, _("standard output"));
	}
	if (is_added(run)) {
		additions_open(&run->additions);
		run->line = memory_allocate(LINE_MAX_LENGTH);
	} else {
		writer_line(&run->output, bytes_of(record_header));
	}
}

void
run_idle(struct run *run)
{
	if (!has_log(run))
		writer_flush(&run->output);
}

/* Gives a record on; false when it would be too long. */
static bool
give_on(struct run *run, const struct record *record, bool is_as_it_stood)
{
	char *end;

	if (!is_added(run) && is_as_it_stood) {
		writer_pass(&run->output, record);
		return true;
	}
	if (!is_added(run))
		return writer_record(&run->output, record->column);
	end = writer_format(run->line, &record->column[COLUMN_FIRST], RECORD_COLUMNS, ',');
	return end != NULL
	    && additions_add(
		&run->additions, (struct bytes){run->line, (size_t)(end - run->line)}, record);
}

/* The fault in words, with the words that were perhaps meant. */
static void
explain(const struct fault *fault, char text[FAULT_TEXT_SIZE])
{
	fault_describe(fault, text);
	if (fault->kind == FAULT_UNKNOWN || fault->kind == FAULT_BY)
		suggest_add(text, FAULT_TEXT_SIZE, fault->list, fault->value);
}

/* Refuses a row: one message a fault, and all of them as reasons. */
static void
refuse_row(struct run *run, const struct sheet *sheet, const struct row *row,
    const struct record *record, const struct faults *faults)
{
	char reasons[FAULTS_MAX * FAULT_TEXT_SIZE] = "";
	size_t used = 0;

	run->refused++;
	for (size_t i = 0; i < faults->count; i++) {
		char text[FAULT_TEXT_SIZE];

		explain(&faults->list[i], text);
		fault_tell(sheet->name, row->line, record, text);
		used += (size_t)snprintf(
		    reasons + used, sizeof(reasons) - used, "%s%s", used > 0 ? "; " : "", text);
	}
	rejects_add(&run->rejects, sheet, row, true, reasons);
}

/* Refuses a line that is no row; the cells before the fault may say whose it is. */
static void
refuse_line(struct run *run, const struct sheet *sheet, const struct row *row, const char *what)
{
	struct record record = {.school = 0};
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	run->refused++;
	row_record_take(&run->row_record, sheet, row, &record, &faults, &is_as_it_stood);
	fault_tell(sheet->name, row->line, &record, what);
	rejects_add(&run->rejects, sheet, row, false, what);
}

/* Of records that only pass by, which may be those of a whole region, so many cases are remembered:
 * more than any school has. */
enum { PASSING_CASES_MAX = 4096 };

static struct cases *
cases_of(struct run *run)
{
	return is_added(run) ? &run->additions.cases : &run->cases;
}

/* Names a signal that was put below or behind an answer that the school gave later. One behind it
 * that goes to a log is settled there, as if the answer had gone before it in a run of its own. */
static void
note_place(
    struct run *run, const struct sheet *sheet, const struct row *row, const struct record *record)
{
	struct cases *cases = cases_of(run);
	bool is_passing = !is_added(run) && sheet->is_canonical;
	char shown[SHOWN_SIZE];
	enum place place;

	if (is_passing && cases->count >= PASSING_CASES_MAX)
		return;
	place = cases_take_row(cases, record);
	if (place == PLACE_FINE)
		return;
	diagnostics_show(record->column[COLUMN_CASE], shown);
	if (place == PLACE_BELOW)
		diagnostics_note(
		    _("%s:%lu: this signal of case %s stands below an answer that is dated "
		      "after it: when the school came to know of it later, say so in known (in a "
		      "record: due)"),
		    sheet->name, row->line, shown);
	else if (!is_added(run))
		diagnostics_note(
		    _("%s:%lu: a file before this one has an answer of case %s that is dated after "
		      "this signal: when the school came to know of it later, say so in known (in "
		      "a record: due)"),
		    sheet->name, row->line, shown);
}

static void
take_row(struct run *run, const struct sheet *sheet, const struct row *row)
{
	struct record record;
	struct faults faults;
	bool is_as_it_stood;

	faults_clear(&faults);
	row_record_take(&run->row_record, sheet, row, &record, &faults, &is_as_it_stood);
	run->read++;
	if (faults.count == 0 && !give_on(run, &record, is_as_it_stood))
		faults_add(&faults, fault_in(FAULT_TOO_LONG, WORD_NONE, (struct bytes){"", 0}));
	if (faults.count > 0)
		refuse_row(run, sheet, row, &record, &faults);
	else
		note_place(run, sheet, row, &record);
}

/* The end of a log that something is appended to, or where that was cut off. */
static void
refuse_torn(struct run *run, const struct sheet *sheet, const struct row *row)
{
	run->read++;
	refuse_line(run, sheet, row,
	    _("the last line is torn: what appends to the log was cut off, or is still at work"));
}

static const char *
what_is_no_csv(const struct row *row)
{
	return row->fault == FIELDS_QUOTE_OPEN && row->goes_on
	    ? _("a quote is not closed within 64 KiB")
	    : fault_of_row(row->fault);
}

/* False, and told, when not all of them could be read. */
static bool
take_rows(struct run *run, struct sheet *sheet, bool may_be_torn)
{
	struct row row;

	for (;;) {
		switch (sheet_next(sheet, &row)) {
		case ROWS_ROW:
			if (may_be_torn && sheet->lines.is_unended)
				refuse_torn(run, sheet, &row);
			else
				take_row(run, sheet, &row);
			break;
		case ROWS_NO_CSV:
			run->read++;
			refuse_line(run, sheet, &row, what_is_no_csv(&row));
			break;
		case ROWS_TOO_LONG:
			run->read++;
			refuse_line(run, sheet, &row, _("the line is longer than 64 KiB"));
			break;
		case ROWS_TROUBLE:
			diagnostics_trouble_errno("%s", sheet->name);
			return false;
		case ROWS_END:
			return true;
		}
	}
}

void
run_file(struct run *run, const struct operand *file)
{
	struct sheet sheet;
	struct sheet_source source = {file, &run->encoding, has_log(run) ? NULL : writer_idle,
	    &run->output, run->row_record.today};
	bool is_all_taken_in = false;

	cases_start_sheet(cases_of(run));
	if (sheet_open(&sheet, &source, &run->settings->sheet)) {
		is_all_taken_in = rejects_start(&run->rejects, &sheet)
		    && take_rows(run, &sheet, file->has_journal);
		sheet_close(&sheet);
	}
	rejects_finish(&run->rejects, file->descriptor, is_all_taken_in);
}

/* Appends to the log; false, and told, when that cannot be. */
static bool
append_to_log(struct run *run)
{
	bool has_arrived;

	log_open(&run->log, run->settings->log, false);
	has_arrived = log_append(&run->log, &run->additions);
	log_close(&run->log);
	return has_arrived;
}

/* Writes what is new to a log elsewhere, and ends the output; false, and told, when that cannot
 * be. */
static bool
end_output(struct run *run)
{
	bool has_arrived;

	if (is_added(run)) {
		elsewhere_compare(&run->elsewhere, &run->additions);
		additions_write(&run->additions, &run->output);
	}
	writer_flush(&run->output);
	has_arrived = !run->output.has_failed;
	writer_close(&run->output);
	return has_arrived;
}

void
run_close(struct run *run)
{
	bool has_arrived = has_log(run) ? append_to_log(run) : end_output(run);

	if (is_added(run)) {
		additions_close(&run->additions);
		free(run->line);
	}
	rejects_close(&run->rejects, has_arrived);
	cases_close(&run->cases);
	row_record_close(&run->row_record);
	encoding_close(&run->encoding);
	if (run->refused > 0)
		diagnostics_note(_("%lu rows read, %lu accepted, %lu refused"), run->read,
		    run->read - run->refused, run->refused);
}
