/*
 * mc-refer: who does what before when, by the outcome of each case.
 *
 * Facts and weigh records pass through as they come, refer records are
 * dropped. The outcome is the one of the stream's weigh record, so what is
 * referred is what a person saw weighed; a case without exactly one is named.
 */

#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

#include "explain.h"
#include "rules/case_table.h"
#include "rules/derived.h"
#include "tool/diagnostics.h"
#include "records/input.h"
#include "tool/options.h"
#include "tool/part.h"
#include "partners.h"
#include "referral.h"
#include "unweighed.h"
#include "records/writer.h"

static const struct tool_option options[] = {
    {'e', "explain", "RULE", N_("say what a rule (R22) asks, of whom and by when")},
    {'g', "grouped", NULL, N_("lines with equal cases stand together: refer each run by itself")},
    {'k', "kernteam", "FILE", N_("the school's partners (or MC_KERNTEAM)")},
    {'p', "part", "K/N", N_("only the cases of part K of N, for N workers that share a log")},
    {0, NULL, NULL, NULL},
};

static const struct tool tool = {
    "mc-refer",
    "[-g] [-k FILE] [-p K/N] [file ...]\n"
    "       mc-refer --explain RULE",
    N_("Say who does what before when, named or anonymous, for each weighed case."),
    options,
    N_("weighed records"),
};

struct mc_refer {
	bool is_grouped;
	struct part part;
	struct partners partners;
	struct unweighed unweighed;
	struct case_table cases;
	struct writer output;
};

static void
write_referral(
    struct writer *output, const struct case_state *state, const struct referral *referral)
{
	char text[MANNER_TEXT_SIZE];

	derived_write(output, state,
	    &(struct derived){
		.kind = KIND_REFER,
		.date = referral->since,
		.code = referral->partner,
		.value = vocabulary_token(referral->action),
		.due = referral->due,
		.by = tool.name,
		.text = derived_write_manner(referral->rule, referral->is_anonymous, text),
	    });
}

static void
refer_case(struct mc_refer *refer, const struct case_state *state)
{
	enum unweighed_sort sort = unweighed_sort_of(state);
	struct assessment assessment;
	struct referral list[REFERRALS_MAX];

	if (sort != WEIGHED) {
		unweighed_add(&refer->unweighed, sort, state);
		return;
	}
	struct weighing weighing = weighing_recorded(state);
	/* No row asks about today: what is overdue is the report's business. */
	assessment_make(&assessment, state, LAST_DAY);
	size_t count =
	    referral_list(&assessment, &weighing, state->weighed_date, &refer->partners, list);
	for (size_t i = 0; i < count; i++)
		write_referral(&refer->output, state, &list[i]);
}

/* Writes the referrals of the cases so far and forgets them. */
static void
finish_cases(struct mc_refer *refer)
{
	case_table_settle(&refer->cases);
	for (size_t i = 0; i < case_table_count(&refer->cases); i++)
		refer_case(refer, case_table_number(&refer->cases, i));
	case_table_empty(&refer->cases);
}

/* The cases to which the record's belongs; with --grouped a new case ends the run of the one
 * before. */
static struct case_table *
cases_of(struct mc_refer *refer, const struct record *record)
{
	if (refer->is_grouped && case_table_ends_run(&refer->cases, record))
		finish_cases(refer);
	return &refer->cases;
}

static void
take_weighing(struct mc_refer *refer, struct input *input, const struct record *record)
{
	struct case_state *state = case_table_at(cases_of(refer, record), record);
	struct weighing weighing;

	if (weighing_outcome_of(record->rule) != record->code) {
		input_refuse(input, record,
		    fault_in(FAULT_OUTCOME, COLUMN_CODE, record->column[COLUMN_CODE]));
		return;
	}
	if (!weighing_read_flags(record->column[COLUMN_TEXT], &weighing)) {
		input_refuse(
		    input, record, fault_in(FAULT_FLAGS, COLUMN_TEXT, record->column[COLUMN_TEXT]));
		return;
	}
	weighing.rule = record->rule;
	weighing_record(state, &weighing, span_day(record->when));
	writer_pass(&refer->output, record);
}

static void
take_record(struct mc_refer *refer, struct input *input, const struct record *record)
{
	if (record->kind == KIND_REFER)
		return;
	if (record->kind == KIND_WEIGH) {
		take_weighing(refer, input, record);
		return;
	}
	if (record->kind != KIND_SCHOOL)
		case_table_take(cases_of(refer, record), record);
	writer_pass(&refer->output, record);
}

static void
parse_options(struct mc_refer *refer, int argc, char *argv[])
{
	const char *kernteam = getenv("MC_KERNTEAM");

	for (char letter; (letter = options_next(&tool, argc, argv)) != 0;) {
		if (letter == 'e')
			explain_refer(&tool, optarg);
		if (letter == 'g')
			refer->is_grouped = true;
		if (letter == 'k')
			kernteam = optarg;
		if (letter == 'p')
			options_read_part(&tool, optarg, &refer->part);
	}
	partners_open(&refer->partners, kernteam);
}

int
main(int argc, char *argv[])
{
	struct mc_refer refer = {0};
	struct input input;
	struct record record;

	diagnostics_start(tool.name);
	parse_options(&refer, argc, argv);
	case_table_open(&refer.cases);
	writer_open(&refer.output, STDOUT_FILENO, _("standard output"));
	options_tell_awaited(&tool, argv + optind);
	input_open(&input, argv + optind, writer_idle, &refer.output);
	input.part = refer.part;
	input_confine(&input);
	partners_read(&refer.partners);

	if (part_is_first(&refer.part))
		writer_line(&refer.output, bytes_of(record_header));
	for (enum input_event event; (event = input_next(&input, &record)) != INPUT_END;) {
		if (event == INPUT_RECORD)
			take_record(&refer, &input, &record);
		else if (record_names_case(&record))
			case_table_at(cases_of(&refer, &record), &record)->has_refused_line = true;
	}
	finish_cases(&refer);
	unweighed_tell(&refer.unweighed);

	input_close(&input);
	case_table_close(&refer.cases);
	writer_close(&refer.output);
	return diagnostics_status();
}
