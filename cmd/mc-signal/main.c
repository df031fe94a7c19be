/*
 * mc-signal: from what people write down to records.
 *
 * Takes a school's sheet, or records, and writes canonical records. A row that
 * breaks a rule is refused with what would be right, and kept apart to be
 * mended; every other row goes on.
 */

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "confine.h"
#include "diagnostics.h"
#include "fault.h"
#include "intake.h"
#include "options.h"
#include "rejects.h"
#include "sheet.h"
#include "writer.h"

static const struct tool_option options[] = {
    {'b', "by", "ROLE", N_("who says it, for rows that do not say so")},
    {'d', "delimiter", "CHAR", N_("what separates cells: , ; or tab (found from the header)")},
    {'D', "dates", "ORDER", N_("order of day, month and year: dmy, mdy or ymd")},
    {'i', "ignore-unknown", NULL, N_("pass over columns that are not known")},
    {'r', "rejects", "FILE", N_("keep refused rows in FILE, with the reasons")},
    {'s', "school", "BRIN", N_("the school, for rows that do not say so (or MC_SCHOOL)")},
    {0, NULL, NULL, NULL},
};

static const struct tool tool = {
    "mc-signal",
    "[-i] [-b ROLE] [-d CHAR] [-D ORDER] [-r FILE] [-s BRIN] [file ...]",
    N_("Turn sheets of observations into case records; refuse what is wrong, row by row."),
    options,
};

struct mc_signal {
	struct sheet_options sheet_options;
	const char *rejects_path;
	struct intake intake;
	struct rejects rejects;
	struct writer output;
};

/* Refuses a row: one message a fault, and all of them as reasons. */
static void
refuse_row(struct mc_signal *signal, const struct sheet *sheet, const struct row *row,
    const struct record *record, const struct faults *faults)
{
	char reasons[FAULTS_MAX * FAULT_TEXT_SIZE] = "";
	size_t used = 0;

	for (size_t i = 0; i < faults->count; i++) {
		char text[FAULT_TEXT_SIZE];

		fault_describe(&faults->list[i], text);
		fault_tell(sheet->name, row->line, record, text);
		used += (size_t)snprintf(
		    reasons + used, sizeof(reasons) - used, "%s%s", used > 0 ? "; " : "", text);
	}
	rejects_add(&signal->rejects, sheet, row, true, reasons);
}

/* Refuses a line that is no row; the cells before the fault may say whose it is. */
static void
refuse_line(struct mc_signal *signal, const struct sheet *sheet, const struct row *row,
    bool has_cells, const char *what)
{
	struct record record = {.school = 0};
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	if (has_cells)
		intake_take(&signal->intake, sheet, row, &record, &faults, &is_as_it_stood);
	fault_tell(sheet->name, row->line, &record, what);
	rejects_add(&signal->rejects, sheet, row, false, what);
}

/* Whether the row is the header of records once more, as after cat of several logs. */
static bool
is_header_again(const struct sheet *sheet, const struct row *row)
{
	return sheet->is_canonical && bytes_equal(row->raw, bytes_of(record_header));
}

static void
take_row(struct mc_signal *signal, const struct sheet *sheet, const struct row *row)
{
	struct record record;
	struct faults faults = {.count = 0};
	bool is_as_it_stood;

	intake_take(&signal->intake, sheet, row, &record, &faults, &is_as_it_stood);
	if (faults.count > 0) {
		if (!is_header_again(sheet, row))
			refuse_row(signal, sheet, row, &record, &faults);
	} else if (is_as_it_stood) {
		writer_line(&signal->output, row->raw);
	} else if (!writer_record(&signal->output, record.column)) {
		faults_add(&faults, (struct fault){.kind = FAULT_TOO_LONG});
		refuse_row(signal, sheet, row, &record, &faults);
	}
}

static void
take_sheet(struct mc_signal *signal, struct sheet *sheet)
{
	struct row row;

	if (!rejects_start(&signal->rejects, sheet))
		return;
	for (;;) {
		switch (rows_next(&sheet->rows, &row)) {
		case ROWS_ROW:
			take_row(signal, sheet, &row);
			break;
		case ROWS_NO_CSV:
			refuse_line(signal, sheet, &row, true, fault_of_row(row.fault));
			break;
		case ROWS_TOO_LONG:
			refuse_line(signal, sheet, &row, false, _("the line is longer than 64 KiB"));
			break;
		case ROWS_TROUBLE:
			diagnostics_trouble_errno("%s", sheet->name);
			return;
		case ROWS_END:
			return;
		}
	}
}

static struct bytes
school_option(const char *text)
{
	if (record_read_school(bytes_of(text)) == 0)
		options_misused(&tool, _("school \"%s\" is no BRIN with location (03AB00)"), text);
	return bytes_of(text);
}

static struct bytes
role_option(const char *text)
{
	enum word role = vocabulary_recognise(LIST_ROLE, bytes_of(text));

	if (role == WORD_NONE)
		options_misused(&tool, _("unknown role \"%s\" (see mc-record(5))"), text);
	return bytes_of(vocabulary_token(role));
}

static char
delimiter_option(const char *text)
{
	if (strcmp(text, "tab") == 0 || strcmp(text, "\t") == 0)
		return '\t';
	if (strcmp(text, ",") != 0 && strcmp(text, ";") != 0)
		options_misused(&tool, _("delimiter \"%s\" is none of , ; tab"), text);
	return text[0];
}

static void
parse_options(struct mc_signal *signal, int argc, char *argv[])
{
	const char *school = getenv("MC_SCHOOL");

	for (char letter; (letter = options_next(&tool, argc, argv)) != 0;) {
		if (letter == 'b')
			signal->intake.by = role_option(optarg);
		if (letter == 'd')
			signal->sheet_options.delimiter = delimiter_option(optarg);
		if (letter == 'D' && !dates_read_order(optarg, &signal->sheet_options.order))
			options_misused(&tool, _("order \"%s\" is none of dmy, mdy, ymd"), optarg);
		if (letter == 'i')
			signal->sheet_options.ignore_unknown = true;
		if (letter == 'r')
			signal->rejects_path = optarg;
		if (letter == 's')
			school = optarg;
	}
	if (school != NULL && school[0] != '\0')
		signal->intake.school = school_option(school);
}

int
main(int argc, char *argv[])
{
	struct mc_signal signal = {0};
	struct operands operands;

	diagnostics_start(tool.name);
	parse_options(&signal, argc, argv);
	signal.intake.today = span_today();
	intake_open(&signal.intake);
	writer_open(&signal.output, STDOUT_FILENO, _("standard output"));
	operands_open(&operands, argv + optind);
	rejects_open(&signal.rejects, signal.rejects_path);
	confine_self();

	writer_line(&signal.output, bytes_of(record_header));
	for (size_t i = 0; i < operands.count; i++) {
		struct sheet sheet;

		if (sheet_open(&sheet, &operands.file[i], &signal.sheet_options, writer_idle,
			&signal.output)) {
			take_sheet(&signal, &sheet);
			sheet_close(&sheet);
		}
		operands_close_file(&operands.file[i]);
	}

	rejects_close(&signal.rejects);
	operands_close(&operands);
	intake_close(&signal.intake);
	writer_close(&signal.output);
	return diagnostics_status();
}
