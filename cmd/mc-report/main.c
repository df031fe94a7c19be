/*
 * mc-report: papers for people, from the records of cases.
 *
 * All operands are read first: what is asked about is kept as dossiers, texts
 * included, everything else is passed over. Each case then adds its papers to
 * one document, which is written at the end in the format that was asked for.
 */

#include <getopt.h>
#include <unistd.h>

#include "command.h"
#include "confine.h"
#include "diagnostics.h"
#include "input.h"

struct mc_report {
	struct command command;
	struct dossiers dossiers;
};

static void
refuse(struct mc_report *report, struct input *input, const struct record *record,
    enum fault_kind kind, enum word column)
{
	input_refuse(input, record,
	    (struct fault){kind, column, record->column[column], NO_LIST, WORD_NONE});
	dossiers_mark_refused(&report->dossiers, record);
}

static void
take_record(struct mc_report *report, struct input *input, const struct record *record)
{
	if (record->kind == KIND_SCHOOL || !selection_takes(&report->command.selection, record))
		return;
	if (span_day(record->when) > report->command.order.today) {
		if (!report->command.is_as_of)
			refuse(report, input, record, FAULT_FUTURE, COLUMN_DATE);
		return;
	}
	if (!dossiers_take(&report->dossiers, record))
		refuse(report, input, record,
		    record->kind == KIND_WEIGH ? FAULT_FLAGS : FAULT_MANNER, COLUMN_TEXT);
}

static void
read_records(struct mc_report *report, struct input *input)
{
	struct record record;

	for (enum input_event event; (event = input_next(input, &record)) != INPUT_END;) {
		if (event == INPUT_RECORD)
			take_record(report, input, &record);
		else if (record_names_case(&record)
		    && selection_takes(&report->command.selection, &record))
			dossiers_mark_refused(&report->dossiers, &record);
	}
	selection_tell_missing(&report->command.selection);
	dossiers_sort(&report->dossiers);
}

static void
build_papers(const struct mc_report *report, struct document *document)
{
	const struct report_type *type = report->command.type;
	size_t papers = 0;

	for (size_t i = 0; i < report->dossiers.cases.count; i++) {
		struct dossier dossier = dossiers_number(&report->dossiers, i);

		if (!type->wants_weigh || dossier_is_weighed(&dossier, type->wants_refer))
			papers += type->build(document, &dossier, &report->command.order);
	}
	if (papers == 0 && diagnostics_status() == STATUS_DONE)
		diagnostics_note("%s", _(type->nothing));
}

int
main(int argc, char *argv[])
{
	struct mc_report report;
	struct document document = {.count = 0};
	struct writer output;
	struct input input;

	diagnostics_start(command_tool.name);
	command_parse(&report.command, argc, argv);
	dossiers_open(&report.dossiers);
	writer_open(&output, STDOUT_FILENO, _("standard output"));
	input_open(&input, argv + optind, NULL, NULL);
	confine_self();

	read_records(&report, &input);
	build_papers(&report, &document);
	report.command.format->render(&document, &output);

	document_free(&document);
	input_close(&input);
	dossiers_close(&report.dossiers);
	selection_free(&report.command.selection);
	writer_close(&output);
	return (int)diagnostics_status();
}
