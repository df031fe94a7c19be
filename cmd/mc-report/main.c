/*
 * mc-report: papers for people, from the records of cases.
 *
 * All operands are read first: what is asked about is kept as dossiers, as deep
 * as the type of paper needs, everything else is passed over. The papers are
 * added to one document, which is written at the end in the format that was
 * asked for; a table for programs is written straight from the dossiers.
 * Counts go their own way, with options of their own.
 */

#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "command.h"
#include "counts/counts.h"
#include "tool/diagnostics.h"
#include "records/input.h"
#include "paper/render_html.h"
#include "paper/render_text.h"
#include "cases/cases.h"

struct mc_report {
	struct command command;
	struct dossiers dossiers;
	struct schools schools;
	size_t records;	  /* that were read */
	bool lacks_files; /* a file could not be read, or not whole */
	bool lacks_lines; /* a line was refused of which the case is not known */
};

static void
refuse(struct mc_report *report, struct input *input, const struct record *record,
    enum fault_kind kind, enum word column)
{
	input_refuse(input, record, fault_in(kind, column, record->column[column]));
	if (record->kind != KIND_SCHOOL)
		dossiers_mark_refused(&report->dossiers, record);
	else
		report->lacks_lines = true;
}

static void
take_record(struct mc_report *report, struct input *input, const struct record *record)
{
	bool of_school = record->kind == KIND_SCHOOL;

	report->records++;
	if (of_school && report->command.type->about != ABOUT_SCHOOLS)
		return;
	if (!selection_takes(&report->command.selection, record))
		return;
	if (span_day(record->when) > report->command.order.today) {
		if (!report->command.is_as_of)
			refuse(report, input, record, FAULT_FUTURE, COLUMN_DATE);
		return;
	}
	if (of_school)
		schools_take(&report->schools, record);
	else if (!dossiers_take(&report->dossiers, record))
		refuse(report, input, record,
		    record->kind == KIND_WEIGH ? FAULT_FLAGS : FAULT_MANNER, COLUMN_TEXT);
}

/* A school of which only cases are known is one too. */
static void
add_schools_of_cases(struct mc_report *report)
{
	const struct case_table *cases = &report->dossiers.cases;

	for (size_t i = 0; i < case_table_count(cases); i++)
		schools_add(&report->schools, case_table_number(cases, i)->key.school);
	schools_sort(&report->schools);
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
		else if (!record_names_case(&record))
			report->lacks_lines = true;
	}
	/* Until now nothing else can have been trouble. */
	report->lacks_files = diagnostics_status() == STATUS_TROUBLE;
	selection_tell_missing(&report->command.selection);
	dossiers_sort(&report->dossiers);
	if (report->command.type->about == ABOUT_SCHOOLS)
		add_schools_of_cases(report);
}

/* What was asked for when it is not there. */
static const char *
nothing_of(const struct command *command)
{
	if (command->order.partner != WORD_NONE)
		return _("nothing is asked of this partner: no referral");
	return command->type->nothing == NULL ? NULL : _(command->type->nothing);
}

static bool
is_one_paper(const struct command *command)
{
	return command->type->about != ABOUT_CASE
	    && !(command->type->about == ABOUT_FAMILY && command->selection.count < 2);
}

static void
build_papers(const struct command *command, const struct cases *cases, struct document *document)
{
	const char *nothing = nothing_of(command);

	if (is_one_paper(command)) {
		if (command->type->about == ABOUT_FAMILY) {
			cases_check_family(cases);
			for (size_t i = 0; i < cases->count; i++)
				(void)unread_build(document, &cases->dossier[i], &command->order);
		}
		command->type->build(document, cases, &command->order);
	} else {
		for (size_t i = 0; i < cases->count; i++) {
			const struct cases one = {.dossier = &cases->dossier[i], .count = 1};

			if (!unread_build(document, one.dossier, &command->order))
				command->type->build(document, &one, &command->order);
		}
	}
	if (document->count == 0 && nothing != NULL && diagnostics_status() == STATUS_DONE)
		diagnostics_note("%s", nothing);
}

static void
write_papers(const struct command *command, const struct cases *cases, struct writer *output)
{
	struct document document = {.language = command->order.language,
	    .lacks_files = cases->lacks_files,
	    .lacks_lines = cases->lacks_lines};

	if (command->type->write[command->format] != NULL) {
		command->type->write[command->format](output, cases, &command->order);
		return;
	}
	build_papers(command, cases, &document);
	if (command->format == FORMAT_HTML)
		render_html(&document, output);
	else
		render_text(&document, output);
	document_free(&document);
}

int
main(int argc, char *argv[])
{
	struct mc_report report = {.schools = {.count = 0}};
	struct cases cases;
	struct writer output;
	struct input input;

	diagnostics_start(command_tool.name);
	if (counts_are_meant(argc, argv)) {
		counts_run(argc, argv);
		return (int)diagnostics_status();
	}
	command_parse(&report.command, argc, argv);
	dossiers_open(&report.dossiers, report.command.type->depth);
	writer_open(&output, STDOUT_FILENO, _("standard output"));
	options_tell_awaited(&command_tool, argv + optind);
	input_open(&input, argv + optind, NULL, NULL);
	input_confine(&input);

	command_read_files(&report.command);
	read_records(&report, &input);
	cases_open(&cases, &report.dossiers, &report.schools, report.command.type->stage,
	    report.command.order.today);
	cases.lacks_files = report.lacks_files;
	cases.lacks_lines = report.lacks_lines;
	if (report.records > 0)
		write_papers(&report.command, &cases, &output);
	else
		diagnostics_trouble(_("no record was read, so nothing is written (did the program "
				      "before this one fail?)"));

	cases_close(&cases);
	input_close(&input);
	schools_free(&report.schools);
	dossiers_close(&report.dossiers);
	command_free(&report.command);
	writer_close(&output);
	return (int)diagnostics_status();
}
