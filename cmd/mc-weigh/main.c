/*
 * mc-weigh: the outcome of the weighing framework, one record a case.
 *
 * Facts pass through byte for byte as they come; derived records are dropped,
 * since what this tool computes must come from the facts alone. What follows
 * is one weigh record for each case, in the order in which the cases came.
 */

#include <getopt.h>
#include <unistd.h>

#include "explain.h"
#include "rules/case_table.h"
#include "rules/derived.h"
#include "tool/diagnostics.h"
#include "records/input.h"
#include "tool/options.h"
#include "tool/part.h"
#include "rules/weighing.h"
#include "records/writer.h"

static const struct tool_option options[] = {
    {'a', "as-of", "DATE", N_("weigh as if today were DATE; later records are left out")},
    {'e', "explain", "RULE", N_("say what a rule (W13) or a flag (missing:child) means")},
    {'g', "grouped", NULL, N_("lines with equal cases stand together: weigh each run by itself")},
    {'p', "part", "K/N", N_("only the cases of part K of N, for N workers that share a log")},
    {0, NULL, NULL, NULL},
};

static const struct tool tool = {
    "mc-weigh",
    "[-g] [-a DATE] [-p K/N] [file ...]\n"
    "       mc-weigh --explain RULE",
    N_("Weigh each case by the meldcode's framework and say which rule gave the outcome."),
    options,
    N_("records"),
};

struct mc_weigh {
	bool is_as_of; /* today was given: later records are left out, not refused */
	bool is_grouped;
	struct part part;
	day_number today;
	struct case_table cases;
	struct writer output;
};

static void
write_weighing(struct writer *output, const struct case_state *state, day_number today)
{
	struct assessment assessment;
	char rule[RULE_TEXT_SIZE], flags[FLAGS_TEXT_SIZE];

	assessment_make(&assessment, state, today);
	struct weighing weighing = weighing_of(&assessment);
	derived_write(output, state,
	    &(struct derived){
		.kind = KIND_WEIGH,
		.date = weighing.rule == RULE_WITHOUT_FACTS ? today : case_date(state),
		.code = weighing.outcome,
		.value = rule_write('W', weighing.rule, rule),
		.due = weighing.due,
		.by = tool.name,
		.text = weighing_write_flags(&weighing, flags),
	    });
}

/* Writes the weighings of the cases so far and forgets them. */
static void
finish_cases(struct mc_weigh *weigh)
{
	case_table_settle(&weigh->cases);
	for (size_t i = 0; i < case_table_count(&weigh->cases); i++)
		write_weighing(&weigh->output, case_table_number(&weigh->cases, i), weigh->today);
	case_table_empty(&weigh->cases);
}

/* The cases to which the record's belongs; with --grouped a new case ends the run of the one
 * before. */
static struct case_table *
cases_of(struct mc_weigh *weigh, const struct record *record)
{
	if (weigh->is_grouped && case_table_ends_run(&weigh->cases, record))
		finish_cases(weigh);
	return &weigh->cases;
}

static void
mark_refused(struct mc_weigh *weigh, const struct record *record)
{
	if (record_names_case(record))
		case_table_at(cases_of(weigh, record), record)->has_refused_line = true;
}

/* Which of a record's days lies after today: its date, or the day on which the school came to know
 * of a signal. WORD_NONE when neither does. */
static enum word
column_after(const struct record *record, day_number today)
{
	if (span_day(record->when) > today)
		return COLUMN_DATE;
	return record->kind == KIND_SIGNAL && record->due > today ? COLUMN_DUE : WORD_NONE;
}

static void
take_record(struct mc_weigh *weigh, struct input *input, const struct record *record)
{
	if (record_is_derived(record->kind))
		return;
	enum word column = column_after(record, weigh->today);
	if (column != WORD_NONE) {
		if (weigh->is_as_of)
			return;
		input_refuse(input, record, fault_in(FAULT_FUTURE, column, record->column[column]));
		mark_refused(weigh, record);
		return;
	}
	if (record->kind != KIND_SCHOOL)
		case_table_take(cases_of(weigh, record), record);
	writer_pass(&weigh->output, record);
}

static void
parse_options(struct mc_weigh *weigh, int argc, char *argv[])
{
	for (char letter; (letter = options_next(&tool, argc, argv)) != 0;) {
		if (letter == 'e')
			explain_weigh(&tool, optarg);
		if (letter == 'g')
			weigh->is_grouped = true;
		if (letter == 'p')
			options_read_part(&tool, optarg, &weigh->part);
		if (letter == 'a') {
			weigh->is_as_of = true;
			if ((weigh->today = span_read_day(bytes_of(optarg))) == NO_DAY)
				options_misused(&tool, _("--as-of \"%s\" is no day (YYYY-MM-DD)"),
				    options_show(optarg));
		}
	}
	if (!weigh->is_as_of)
		weigh->today = span_today();
}

int
main(int argc, char *argv[])
{
	struct mc_weigh weigh = {0};
	struct input input;
	struct record record;

	diagnostics_start(tool.name);
	parse_options(&weigh, argc, argv);
	case_table_open(&weigh.cases);
	writer_open(&weigh.output, STDOUT_FILENO, _("standard output"));
	options_tell_awaited(&tool, argv + optind);
	input_open(&input, argv + optind, writer_idle, &weigh.output);
	input.part = weigh.part;
	input_confine(&input);

	if (part_is_first(&weigh.part))
		writer_line(&weigh.output, bytes_of(record_header));
	for (enum input_event event; (event = input_next(&input, &record)) != INPUT_END;) {
		if (event == INPUT_RECORD)
			take_record(&weigh, &input, &record);
		else
			mark_refused(&weigh, &record);
	}
	finish_cases(&weigh);

	input_close(&input);
	case_table_close(&weigh.cases);
	writer_close(&weigh.output);
	return diagnostics_status();
}
