#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
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

/* Whether two paths lead to the same file, or will. */
static bool
is_same_file(const char *a, const char *b)
{
	struct stat of_a, of_b;

	if (stat(a, &of_a) == -1 || stat(b, &of_b) == -1)
		return strcmp(a, b) == 0;
	return of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino;
}

void
run_open(struct run *run, const struct settings *settings)
{
	*run = (struct run){.settings = settings};
	if (settings->log != NULL && settings->rejects != NULL
	    && is_same_file(settings->log, settings->rejects))
		options_misused(&settings_tool, _("--log and --rejects name the same file"));
	if (!encoding_open(&run->encoding, settings->encoding))
		options_misused(&settings_tool, _("the system does not know encoding \"%s\""),
		    options_show(settings->encoding != NULL ? settings->encoding : "WINDOWS-1252"));
	row_record_open(&run->row_record, settings->school, settings->by, settings->allowed);
	rejects_open(&run->rejects, settings->rejects);
	if (has_log(run)) {
		/* Looked at now, so that a log that will not do is told at once; held only when
		 * all is read, since what is fed may come from a run that changes the log. */
		log_open(&run->log, settings->log, false);
		log_close(&run->log);
		additions_open(&run->additions);
		run->line = memory_allocate(LINE_MAX_LENGTH);
	} else {
		writer_open(&run->output, STDOUT_FILENO, _("standard output"));
		writer_line(&run->output, bytes_of(record_header));
	}
}

/* Gives a record on; false when it would be too long. */
static bool
give_on(struct run *run, const struct record *record, bool is_as_it_stood)
{
	char *end;

	if (!has_log(run) && is_as_it_stood) {
		writer_line(&run->output, record->line);
		return true;
	}
	if (!has_log(run))
		return writer_record(&run->output, record->column);
	end = writer_format(run->line, &record->column[COLUMN_FIRST], RECORD_COLUMNS, ',');
	if (end != NULL)
		additions_add(
		    &run->additions, (struct bytes){run->line, (size_t)(end - run->line)});
	return end != NULL;
}

/* The fault in words, with the word that was perhaps meant. */
static void
explain(const struct fault *fault, char text[FAULT_TEXT_SIZE])
{
	const char *meant = fault->kind == FAULT_UNKNOWN || fault->kind == FAULT_BY
	    ? suggest_word(fault->list, fault->value)
	    : NULL;

	fault_describe(fault, text);
	if (meant != NULL) {
		size_t used = strlen(text);

		snprintf(text + used, FAULT_TEXT_SIZE - used, _("; did you mean \"%s\"?"), meant);
	}
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
refuse_line(struct run *run, const struct sheet *sheet, const struct row *row, bool has_cells,
    const char *what)
{
	struct record record = {.school = 0};
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	run->refused++;
	if (has_cells)
		row_record_take(&run->row_record, sheet, row, &record, &faults, &is_as_it_stood);
	fault_tell(sheet->name, row->line, &record, what);
	rejects_add(&run->rejects, sheet, row, false, what);
}

/* Whether the row is the header of records once more, as after cat of several logs. */
static bool
is_header_again(const struct sheet *sheet, const struct row *row)
{
	return sheet->is_canonical && bytes_equal(row->raw, bytes_of(record_header));
}

static void
take_row(struct run *run, const struct sheet *sheet, const struct row *row)
{
	struct record record;
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	row_record_take(&run->row_record, sheet, row, &record, &faults, &is_as_it_stood);
	if (faults.count > 0 && is_header_again(sheet, row))
		return;
	run->read++;
	if (faults.count == 0 && !give_on(run, &record, is_as_it_stood))
		faults_add(&faults, fault_in(FAULT_TOO_LONG, WORD_NONE, (struct bytes){"", 0}));
	if (faults.count > 0)
		refuse_row(run, sheet, row, &record, &faults);
}

/* False, and told, when not all of them could be read. */
static bool
take_rows(struct run *run, struct sheet *sheet)
{
	struct row row;

	for (;;) {
		switch (rows_next(&sheet->rows, &row)) {
		case ROWS_ROW:
			take_row(run, sheet, &row);
			break;
		case ROWS_NO_CSV:
			run->read++;
			refuse_line(run, sheet, &row, true, fault_of_row(row.fault));
			break;
		case ROWS_TOO_LONG:
			run->read++;
			refuse_line(run, sheet, &row, false, _("the line is longer than 64 KiB"));
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
	struct sheet_source source = {
	    file, &run->encoding, has_log(run) ? NULL : writer_idle, &run->output};
	bool is_all_taken_in = false;

	if (sheet_open(&sheet, &source, &run->settings->sheet)) {
		is_all_taken_in = rejects_start(&run->rejects, &sheet) && take_rows(run, &sheet);
		sheet_close(&sheet);
	}
	rejects_finish(&run->rejects, file->descriptor, is_all_taken_in);
}

void
run_close(struct run *run)
{
	bool has_arrived;

	if (has_log(run)) {
		log_open(&run->log, run->settings->log, false);
		has_arrived = log_append(&run->log, &run->additions);
		log_close(&run->log);
		additions_close(&run->additions);
		free(run->line);
	} else {
		writer_flush(&run->output);
		has_arrived = !run->output.has_failed;
		writer_close(&run->output);
	}
	rejects_close(&run->rejects, has_arrived);
	row_record_close(&run->row_record);
	encoding_close(&run->encoding);
	if (run->refused > 0)
		diagnostics_note(_("%lu rows read, %lu accepted, %lu refused"), run->read,
		    run->read - run->refused, run->refused);
}
