/*
 * mc-report: papers for people, from the records of cases.
 *
 * All operands are read first: what is asked about is kept as dossiers, as deep
 * as the type of paper needs, everything else is passed over. The papers are
 * added to one document, which is written at the end in the format that was
 * asked for; a table for programs is written straight from the dossiers.
 */

#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "command.h"
#include "confine.h"
#include "diagnostics.h"
#include "input.h"
#include "memory.h"
#include "render_html.h"
#include "render_text.h"

struct mc_report {
	struct command command;
	struct dossiers dossiers;
	struct schools schools;
};

static void
refuse(struct mc_report *report, struct input *input, const struct record *record,
    enum fault_kind kind, enum word column)
{
	input_refuse(input, record, fault_in(kind, column, record->column[column]));
	if (record->kind != KIND_SCHOOL)
		dossiers_mark_refused(&report->dossiers, record);
}

static void
take_record(struct mc_report *report, struct input *input, const struct record *record)
{
	bool of_school = record->kind == KIND_SCHOOL;

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
	for (size_t i = 0; i < report->dossiers.cases.count; i++)
		schools_add(
		    &report->schools, case_table_number(&report->dossiers.cases, i)->key.school);
	schools_sort(&report->schools);
}

static int
compare_dossiers(const void *first, const void *second)
{
	const struct dossier *a = first, *b = second;

	return dossier_compare_states(a->state, b->state);
}

/* The dossiers that have what the type needs, by school and pseudonym; what is lacking is told. To
 * be freed. */
static struct dossier *
take_dossiers(const struct mc_report *report, struct report_subject *subject)
{
	const struct report_type *type = report->command.type;
	size_t cases = report->dossiers.cases.count;
	struct dossier *dossier = memory_allocate_zero(cases + 1, sizeof(*dossier));

	*subject = (struct report_subject){.dossier = dossier, .schools = &report->schools};
	for (size_t i = 0; i < cases; i++)
		dossier[i] = dossiers_number(&report->dossiers, i);
	qsort(dossier, cases, sizeof(*dossier), compare_dossiers);
	for (size_t i = 0; i < cases; i++) {
		if (type->wants_weigh && !dossier_is_weighed(&dossier[i], type->wants_refer)) {
			subject->left_out++;
			continue;
		}
		if (type->wants_weigh)
			dossier_tell_overdue(&dossier[i], report->command.order.today);
		dossier[subject->count++] = dossier[i];
	}
	return dossier;
}

/* Whether the cases make one paper together. Two cases of one pseudonym are two families. */
static bool
is_one_paper(const struct command *command, const struct report_subject *subject)
{
	switch (command->type->about) {
	case ABOUT_CASE:
		return false;
	case ABOUT_FAMILY:
		if (command->selection.count > 1 && subject->count > command->selection.count)
			diagnostics_stop(
			    _("a case occurs at several schools: choose one with --school"));
		return command->selection.count > 1;
	default:
		return true;
	}
}

static void
build_papers(
    const struct command *command, const struct report_subject *subject, struct document *document)
{
	size_t papers = 0;

	if (is_one_paper(command, subject)) {
		papers = command->type->build(document, subject, &command->order);
	} else {
		for (size_t i = 0; i < subject->count; i++) {
			const struct report_subject one = {
			    .dossier = &subject->dossier[i], .count = 1};

			papers += command->type->build(document, &one, &command->order);
		}
	}
	if (papers == 0 && command->type->nothing != NULL && diagnostics_status() == STATUS_DONE)
		diagnostics_note("%s", _(command->type->nothing));
}

static void
write_papers(
    const struct command *command, const struct report_subject *subject, struct writer *output)
{
	struct document document = {.language = command->order.language};

	if (command->format > FORMAT_HTML) {
		command->type->write[command->format](output, subject, &command->order);
		return;
	}
	build_papers(command, subject, &document);
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
	struct report_subject subject;
	struct writer output;
	struct input input;

	diagnostics_start(command_tool.name);
	command_parse(&report.command, argc, argv);
	if (report.command.is_counts) {
		counts_run(&report.command.counts, argv + optind);
		return (int)diagnostics_status();
	}
	dossiers_open(&report.dossiers, report.command.type->depth);
	writer_open(&output, STDOUT_FILENO, _("standard output"));
	input_open(&input, argv + optind, NULL, NULL);
	confine_self();

	read_records(&report, &input);
	struct dossier *dossiers = take_dossiers(&report, &subject);
	write_papers(&report.command, &subject, &output);

	free(dossiers);
	input_close(&input);
	schools_free(&report.schools);
	dossiers_close(&report.dossiers);
	selection_free(&report.command.selection);
	writer_close(&output);
	return (int)diagnostics_status();
}
