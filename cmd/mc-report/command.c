#include "command.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "reader/view.h"
#include "records/table_file.h"
#include "text/text.h"
#include "tool/diagnostics.h"

static const struct tool_option options[] = {
    {'a', "as-of", "DATE", N_("write as if today were DATE; later records are left out")},
    {'c', "case", "ID", N_("about this case alone (may be given several times)")},
    {'f', "format", "FORMAT",
	N_("text (default), html; csv of agenda, overview, retention, readiness; ics of "
	   "agenda; records of transfer (its default)")},
    {'H', "holidays", "FILE", N_("agenda: the school's holidays (or MC_HOLIDAYS)")},
    {'l', "language", "nl|en", N_("the language of the paper (nl)")},
    {'p', "partner", "PARTNER", N_("referral: the papers of this partner alone")},
    {'P', "party", "child", N_("talk: the sheet for the talk with the child alone")},
    {'s', "school", "BRIN", N_("about the cases of this school alone")},
    {'t', "type", "TYPE",
	N_("referral (default), overview, agenda, chronology, talk, veilig-thuis, inspection, "
	   "transfer, retention, readiness, counts")},
    {'w', "with-text", NULL, N_("free text in anonymous papers too, which you have read")},
    {'y', "years", "N", N_("retention: review what is so many years old (2)")},
    {0, NULL, NULL, NULL},
};

const struct tool command_tool = {
    "mc-report",
    "[-w] [-a DATE] [-c ID] [-f FORMAT] [-H FILE] [-l nl|en] [-p PARTNER] [-P child] [-s BRIN] "
    "[-t TYPE] [-y N] [file ...]\n"
    "       mc-report --type counts [option ...] [file ...]\n"
    "       mc-report --new-key FILE\n"
    "       mc-report --new-ledger FILE --from YYYY-MM --key FILE",
    N_("Write case records out for the people who read them."),
    options,
    N_("records that were weighed and referred"),
};

static const char *const formats[FORMATS] = {"text", "html", "csv", "ics", "records"};

/* Where the Dutch name is another. */
static const char *const dutch_formats[FORMATS] = {[FORMAT_TEXT] = "tekst"};

static const struct report_type types[] = {
    {.name = "referral",
	.build = referral_build,
	.depth = DEPTH_FACTS,
	.stage = STAGE_REFERRED,
	.is_for_partners = true,
	.about = ABOUT_CASES,
	.nothing = N_("nothing is asked of the kernteam or another partner: no referral")},
    {.name = "chronology",
	.build = chronology_build,
	.depth = DEPTH_FACTS,
	.nothing = N_("no records: no chronology")},
    {.name = "agenda",
	.build = agenda_build,
	.write = {[FORMAT_CSV] = agenda_write_csv, [FORMAT_ICS] = agenda_write_ics},
	.about = ABOUT_CASES,
	.depth = DEPTH_DERIVED,
	.stage = STAGE_REFERRED},
    {.name = "overview",
	.build = overview_build,
	.write = {[FORMAT_CSV] = overview_write_csv},
	.about = ABOUT_CASES,
	.depth = DEPTH_DERIVED,
	.stage = STAGE_REFERRED,
	.nothing = N_("no records: no case")},
    {.name = "retention",
	.build = retention_build,
	.write = {[FORMAT_CSV] = retention_write_csv},
	.about = ABOUT_CASES,
	.depth = DEPTH_DERIVED,
	.nothing = N_("no case is so old that it must be reviewed")},
    {.name = "talk",
	.build = talk_build,
	.depth = DEPTH_FACTS,
	.stage = STAGE_WEIGHED,
	.nothing = N_("no records: no talk")},
    {.name = "veilig-thuis",
	.build = veilig_thuis_build,
	.about = ABOUT_FAMILY,
	.depth = DEPTH_FACTS,
	.nothing = N_("no records: nothing to report to Veilig Thuis")},
    {.name = "inspection",
	.build = inspection_build,
	.depth = DEPTH_FACTS,
	.stage = STAGE_WEIGHED,
	.nothing = N_("no records: no inspection")},
    {.name = "transfer",
	.build = transfer_build,
	.write = {[FORMAT_RECORDS] = transfer_write},
	.format = FORMAT_RECORDS,
	.depth = DEPTH_FACTS,
	.is_of_one_case = true,
	.nothing = N_("no records: nothing to transfer")},
    {.name = "readiness",
	.build = readiness_build,
	.write = {[FORMAT_CSV] = readiness_write_csv},
	.about = ABOUT_SCHOOLS,
	.depth = DEPTH_CASES,
	.nothing = N_("no records: no school")},
};

enum { TYPES = sizeof(types) / sizeof(types[0]) };

static const struct report_type *
type_called(const char *name)
{
	for (size_t i = 0; i < TYPES; i++)
		if (strcmp(types[i].name, name) == 0)
			return &types[i];
	return NULL;
}

/* The token of a word in either language. */
static void
try_word(struct nearest *nearest, struct bytes written, enum word word)
{
	nearest_try(nearest, written, bytes_of(vocabulary_token(word)));
	nearest_try(nearest, written, bytes_of(vocabulary_names(word).dutch_token));
}

/* The names of all types, and of those the one nearest to what was written. */
static const char *
list_types(const char *written, struct nearest *nearest)
{
	static char names[256];
	size_t used = 0;

	for (enum word word = TYPE_FIRST; word < TYPE_END; word++) {
		const char *token = vocabulary_token(word);

		if (word != TYPE_COUNTS && type_called(token) == NULL)
			continue;
		try_word(nearest, bytes_of(written), word);
		used += (size_t)snprintf(
		    names + used, sizeof(names) - used, "%s%s", used == 0 ? "" : ", ", token);
	}
	return names;
}

/* By its name in either language, or what else it is called. */
static void
choose_type(struct command *command, const char *name)
{
	enum word word = vocabulary_recognise(LIST_TYPE, bytes_of(name));
	const struct report_type *type = type_called(vocabulary_token(word));
	struct nearest nearest = {.apart = 0};

	if (type == NULL) {
		const char *names = list_types(name, &nearest);

		options_misused(&command_tool, _("--type \"%s\" is not known (%s)%s"),
		    options_show(name), names, options_meant(&nearest));
	}
	command->type = type;
}

static void
choose_format(struct command *command, const char *name)
{
	struct nearest nearest = {.apart = 0};

	for (enum format format = 0; format < FORMATS; format++) {
		nearest_try(&nearest, bytes_of(name), bytes_of(formats[format]));
		if (strcmp(formats[format], name) == 0
		    || (dutch_formats[format] != NULL
			&& strcmp(dutch_formats[format], name) == 0)) {
			command->format = format;
			command->has_format = true;
			return;
		}
	}
	options_misused(&command_tool,
	    _("--format \"%s\" is not known (text, html, csv, ics, records)%s"), options_show(name),
	    options_meant(&nearest));
}

static void
choose_language(struct command *command, const char *name)
{
	if (strcmp(name, "nl") != 0 && strcmp(name, "en") != 0)
		options_misused(&command_tool, _("--language \"%s\" is not known (nl, en)"),
		    options_show(name));
	command->order.language = strcmp(name, "en") == 0 ? ENGLISH : DUTCH;
}

static struct nearest
nearest_partner(const char *name)
{
	struct nearest nearest = {.apart = 0};

	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (view_is_for(partner))
			try_word(&nearest, bytes_of(name), partner);
	return nearest;
}

static void
choose_partner(struct command *command, const char *name)
{
	enum word partner = vocabulary_recognise(LIST_PARTNER, bytes_of(name));
	struct nearest nearest = nearest_partner(name);

	if (!view_is_for(partner))
		options_misused(&command_tool,
		    _("--partner \"%s\" gets no referral (kernteam, socius, ggd, cjg, lpa, "
		      "social-base, colleague, expert)%s"),
		    options_show(name), partner == WORD_NONE ? options_meant(&nearest) : "");
	command->order.partner = partner;
}

/* More years than any school keeps a case. */
enum { YEARS = 2, YEARS_MAX = 99 };

static void
choose_years(struct command *command, const char *number)
{
	char *end;
	unsigned long years = strtoul(number, &end, 10);

	if (!text_is_digit(number[0]) || *end != '\0' || years == 0 || years > YEARS_MAX)
		options_misused(&command_tool, _("--years \"%s\" is no number of years (1 to %d)"),
		    options_show(number), YEARS_MAX);
	command->order.years = (unsigned)years;
}

static void
choose_party(struct command *command, const char *name)
{
	struct nearest nearest = {.apart = 0};

	command->order.party = vocabulary_recognise(LIST_PARTY, bytes_of(name));
	nearest_try(&nearest, bytes_of(name), bytes_of(vocabulary_token(PARTY_CHILD)));
	if (command->order.party != PARTY_CHILD)
		options_misused(&command_tool,
		    _("--party \"%s\" has no sheet of its own (child)%s"), options_show(name),
		    options_meant(&nearest));
}

static void
take_option(struct command *command, char letter, const char *argument)
{
	switch (letter) {
	case 'a':
		command->is_as_of = true;
		if ((command->order.today = span_read_day(bytes_of(argument))) == NO_DAY)
			options_misused(&command_tool, _("--as-of \"%s\" is no day (YYYY-MM-DD)"),
			    options_show(argument));
		break;
	case 'c':
		if (!selection_add(&command->selection, argument))
			options_misused(&command_tool, _("--case \"%s\" is no pseudonym of a case"),
			    options_show(argument));
		break;
	case 'f':
		choose_format(command, argument);
		break;
	case 'H':
		command->holidays_file = argument;
		break;
	case 'l':
		choose_language(command, argument);
		break;
	case 'p':
		choose_partner(command, argument);
		break;
	case 'P':
		choose_party(command, argument);
		break;
	case 's':
		command->selection.school = record_read_school(bytes_of(argument));
		if (command->selection.school == 0)
			options_misused(&command_tool,
			    _("--school \"%s\" is no BRIN with location"), options_show(argument));
		break;
	case 't':
		choose_type(command, argument);
		break;
	case 'w':
		command->order.with_text = true;
		break;
	case 'y':
		choose_years(command, argument);
		break;
	}
}

/* Every paper is a document, which is written as text and as html. */
static bool
has_format(const struct report_type *type, enum format format)
{
	return format == FORMAT_TEXT || format == FORMAT_HTML || type->write[format] != NULL;
}

/* What does not go together. */
static void
check(const struct command *command)
{
	const struct report_type *type = command->type;

	if (!has_format(type, command->format))
		options_misused(&command_tool, _("type %s has no format %s"), type->name,
		    formats[command->format]);
	if (type->is_of_one_case && command->selection.count != 1)
		options_misused(
		    &command_tool, _("type %s is of one case: give one --case"), type->name);
	if (command->order.partner != WORD_NONE && !type->is_for_partners)
		options_misused(&command_tool, _("--partner belongs to --type referral"));
	if (command->holidays_file != NULL && type->build != agenda_build)
		options_misused(&command_tool, _("--holidays belongs to --type agenda"));
	if (command->order.years != 0 && type->build != retention_build)
		options_misused(&command_tool, _("--years belongs to --type retention"));
	if (command->order.party != WORD_NONE && type->build != talk_build)
		options_misused(&command_tool, _("--party belongs to --type talk"));
	if (type->about == ABOUT_SCHOOLS && command->selection.count > 0)
		options_misused(&command_tool, _("type %s is about schools: --case does not apply"),
		    type->name);
}

/* The file of the option, or of the environment, for the paper that it is for. */
static void
open_holidays(struct command *command)
{
	const char *file = command->holidays_file;

	if (file == NULL)
		file = getenv("MC_HOLIDAYS");
	if (file == NULL || file[0] == '\0' || command->type->build != agenda_build)
		file = NULL;
	command->holidays_file = file;
	if (file != NULL)
		command->holidays_descriptor = table_file_descriptor(file);
}

void
command_read_files(struct command *command)
{
	if (command->holidays_file == NULL)
		return;
	holidays_read(&command->holidays, command->holidays_file, command->holidays_descriptor);
	close(command->holidays_descriptor);
	command->order.holidays = &command->holidays;
}

void
command_parse(struct command *command, int argc, char *argv[])
{
	*command = (struct command){.type = &types[0]};
	for (char letter; (letter = options_next(&command_tool, argc, argv)) != 0;)
		take_option(command, letter, optarg);
	if (!command->has_format)
		command->format = command->type->format;
	check(command);
	open_holidays(command);
	if (command->order.years == 0)
		command->order.years = YEARS;
	command->order.is_one_case = command->selection.count == 1;
	if (!command->is_as_of)
		command->order.today = span_today();
}

void
command_free(struct command *command)
{
	selection_free(&command->selection);
	holidays_free(&command->holidays);
}
