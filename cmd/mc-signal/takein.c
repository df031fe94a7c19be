#include "takein.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics.h"
#include "fault.h"
#include "memory.h"
#include "options.h"
#include "suggest.h"

static bool
has_log(const struct takein *takein)
{
	return takein->settings->log != NULL;
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
takein_open(struct takein *takein, const struct settings *settings)
{
	*takein = (struct takein){.settings = settings};
	if (settings->log != NULL && settings->rejects != NULL
	    && is_same_file(settings->log, settings->rejects))
		options_misused(&settings_tool, _("--log and --rejects name the same file"));
	if (!encoding_open(&takein->encoding, settings->encoding))
		options_misused(&settings_tool, _("the system does not know encoding \"%s\""),
		    settings->encoding != NULL ? settings->encoding : "WINDOWS-1252");
	intake_open(&takein->intake, settings->school, settings->by, settings->allowed);
	rejects_open(&takein->rejects, settings->rejects);
	if (has_log(takein)) {
		/* Looked at now, so that a log that will not do is told at once; held only when
		 * all is read, since what is fed may come from a run that changes the log. */
		log_open(&takein->log, settings->log, false);
		log_close(&takein->log);
		additions_open(&takein->additions);
		takein->line = memory_allocate(LINE_MAX_LENGTH);
	} else {
		writer_open(&takein->output, STDOUT_FILENO, _("standard output"));
		writer_line(&takein->output, bytes_of(record_header));
	}
}

/* Gives a record on; false when it would be too long. */
static bool
give_on(struct takein *takein, const struct record *record, bool is_as_it_stood)
{
	char *end;

	if (!has_log(takein) && is_as_it_stood) {
		writer_line(&takein->output, record->line);
		return true;
	}
	if (!has_log(takein))
		return writer_record(&takein->output, record->column);
	end = writer_format(takein->line, &record->column[COLUMN_FIRST], RECORD_COLUMNS, ',');
	if (end != NULL)
		additions_add(
		    &takein->additions, (struct bytes){takein->line, (size_t)(end - takein->line)});
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
refuse_row(struct takein *takein, const struct sheet *sheet, const struct row *row,
    const struct record *record, const struct faults *faults)
{
	char reasons[FAULTS_MAX * FAULT_TEXT_SIZE] = "";
	size_t used = 0;

	takein->refused++;
	for (size_t i = 0; i < faults->count; i++) {
		char text[FAULT_TEXT_SIZE];

		explain(&faults->list[i], text);
		fault_tell(sheet->name, row->line, record, text);
		used += (size_t)snprintf(
		    reasons + used, sizeof(reasons) - used, "%s%s", used > 0 ? "; " : "", text);
	}
	rejects_add(&takein->rejects, sheet, row, true, reasons);
}

/* Refuses a line that is no row; the cells before the fault may say whose it is. */
static void
refuse_line(struct takein *takein, const struct sheet *sheet, const struct row *row, bool has_cells,
    const char *what)
{
	struct record record = {.school = 0};
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	takein->refused++;
	if (has_cells)
		intake_take(&takein->intake, sheet, row, &record, &faults, &is_as_it_stood);
	fault_tell(sheet->name, row->line, &record, what);
	rejects_add(&takein->rejects, sheet, row, false, what);
}

/* Whether the row is the header of records once more, as after cat of several logs. */
static bool
is_header_again(const struct sheet *sheet, const struct row *row)
{
	return sheet->is_canonical && bytes_equal(row->raw, bytes_of(record_header));
}

static void
take_row(struct takein *takein, const struct sheet *sheet, const struct row *row)
{
	struct record record;
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	intake_take(&takein->intake, sheet, row, &record, &faults, &is_as_it_stood);
	if (faults.count > 0 && is_header_again(sheet, row))
		return;
	takein->read++;
	if (faults.count == 0 && !give_on(takein, &record, is_as_it_stood))
		faults_add(&faults, fault_in(FAULT_TOO_LONG, WORD_NONE, (struct bytes){"", 0}));
	if (faults.count > 0)
		refuse_row(takein, sheet, row, &record, &faults);
}

/* False, and told, when not all of them could be read. */
static bool
take_rows(struct takein *takein, struct sheet *sheet)
{
	struct row row;

	for (;;) {
		switch (rows_next(&sheet->rows, &row)) {
		case ROWS_ROW:
			take_row(takein, sheet, &row);
			break;
		case ROWS_NO_CSV:
			takein->read++;
			refuse_line(takein, sheet, &row, true, fault_of_row(row.fault));
			break;
		case ROWS_TOO_LONG:
			takein->read++;
			refuse_line(
			    takein, sheet, &row, false, _("the line is longer than 64 KiB"));
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
takein_file(struct takein *takein, const struct operand *file)
{
	struct sheet sheet;
	struct sheet_source source = {
	    file, &takein->encoding, has_log(takein) ? NULL : writer_idle, &takein->output};
	bool is_all_taken_in = false;

	if (sheet_open(&sheet, &source, &takein->settings->sheet)) {
		is_all_taken_in =
		    rejects_start(&takein->rejects, &sheet) && take_rows(takein, &sheet);
		sheet_close(&sheet);
	}
	rejects_finish(&takein->rejects, file->descriptor, is_all_taken_in);
}

void
takein_close(struct takein *takein)
{
	bool has_arrived;

	if (has_log(takein)) {
		log_open(&takein->log, takein->settings->log, false);
		has_arrived = log_append(&takein->log, &takein->additions);
		log_close(&takein->log);
		additions_close(&takein->additions);
		free(takein->line);
	} else {
		writer_flush(&takein->output);
		has_arrived = !takein->output.has_failed;
		writer_close(&takein->output);
	}
	rejects_close(&takein->rejects, has_arrived);
	intake_close(&takein->intake);
	encoding_close(&takein->encoding);
	if (takein->refused > 0)
		diagnostics_note(_("%lu rows read, %lu accepted, %lu refused"), takein->read,
		    takein->read - takein->refused, takein->refused);
}
