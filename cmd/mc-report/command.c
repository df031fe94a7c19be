#include "command.h"

#include <getopt.h>

#include "tool/diagnostics.h"
#include "reader/view.h"

static const struct tool_option options[] = {
    {'a', "as-of", "DATE", N_("write as if today were DATE; later records are left out")},
    {'c', "case", "ID", N_("about this case alone (may be given several times)")},
    {'f', "format", "FORMAT",
	N_("text (default), html; csv of agenda, readiness; ics of agenda")},
    {'l', "language", "nl|en", N_("the language of the paper (nl)")},
    {'p', "partner", "PARTNER", N_("referral: the papers of this partner alone")},
    {'s', "school", "BRIN", N_("about the cases of this school alone")},
    {'t', "type", "TYPE",
	N_("referral (default), chronology, agenda, talk, veilig-thuis, readiness, counts")},
    {'w', "with-text", NULL, N_("free text in anonymous papers too, which you have read")},
    {0, NULL, NULL, NULL},
};

const struct tool command_tool = {
    "mc-report",
    "[-w] [-a DATE] [-c ID] [-f FORMAT] [-l nl|en] [-p PARTNER] [-s BRIN] [-t TYPE] [file ...]\n"
    "       mc-report --type counts ... [file ...] (see mc-report --type counts --help)\n"
    "       mc-report --new-key FILE\n"
    "       mc-report --new-ledger FILE --from YYYY-MM --key FILE",
    N_("Write case records out for the people who read them."),
    options,
};

static const char *const formats[FORMATS] = {"text", "html", "csv", "ics"};

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
    {.name = "readiness",
	.build = readiness_build,
	.write = {[FORMAT_CSV] = readiness_write_csv},
	.about = ABOUT_SCHOOLS,
	.depth = DEPTH_CASES,
	.nothing = N_("no records: no school")},
};

enum { TYPES = sizeof(types) / sizeof(types[0]) };

static void
choose_type(struct command *command, const char *name)
{
	for (size_t i = 0; i < TYPES; i++)
		if (strcmp(types[i].name, name) == 0) {
			command->type = &types[i];
			return;
		}
	options_misused(&command_tool,
	    _("--type \"%s\" is not known (referral, chronology, agenda, talk, veilig-thuis, "
	      "readiness, counts)"),
	    name);
}

static void
choose_format(struct command *command, const char *name)
{
	for (enum format format = 0; format < FORMATS; format++)
		if (strcmp(formats[format], name) == 0) {
			command->format = format;
			return;
		}
	options_misused(
	    &command_tool, _("--format \"%s\" is not known (text, html, csv, ics)"), name);
}

static void
choose_language(struct command *command, const char *name)
{
	if (strcmp(name, "nl") != 0 && strcmp(name, "en") != 0)
		options_misused(&command_tool, _("--language \"%s\" is not known (nl, en)"), name);
	command->order.language = strcmp(name, "en") == 0 ? ENGLISH : DUTCH;
}

static void
choose_partner(struct command *command, const char *name)
{
	enum word partner = vocabulary_recognise(LIST_PARTNER, bytes_of(name));

	if (!view_is_for(partner))
		options_misused(&command_tool,
		    _("--partner \"%s\" gets no referral (kernteam, socius, ggd, cjg, lpa, "
		      "social-base, colleague, expert)"),
		    name);
	command->order.partner = partner;
}

static void
take_option(struct command *command, char letter, const char *argument)
{
	switch (letter) {
	case 'a':
		command->is_as_of = true;
		if ((command->order.today = span_read_day(bytes_of(argument))) == NO_DAY)
			options_misused(
			    &command_tool, _("--as-of \"%s\" is no day (YYYY-MM-DD)"), argument);
		break;
	case 'c':
		if (!selection_add(&command->selection, argument))
			options_misused(
			    &command_tool, _("--case \"%s\" is no pseudonym of a case"), argument);
		break;
	case 'f':
		choose_format(command, argument);
		break;
	case 'l':
		choose_language(command, argument);
		break;
	case 'p':
		choose_partner(command, argument);
		break;
	case 's':
		command->selection.school = record_read_school(bytes_of(argument));
		if (command->selection.school == 0)
			options_misused(
			    &command_tool, _("--school \"%s\" is no BRIN with location"), argument);
		break;
	case 't':
		choose_type(command, argument);
		break;
	case 'w':
		command->order.with_text = true;
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
	if (command->order.partner != WORD_NONE && !type->is_for_partners)
		options_misused(&command_tool, _("--partner belongs to --type referral"));
	if (type->about == ABOUT_SCHOOLS && command->selection.count > 0)
		options_misused(&command_tool, _("type %s is about schools: --case does not apply"),
		    type->name);
}

void
command_parse(struct command *command, int argc, char *argv[])
{
	*command = (struct command){.type = &types[0]};
	for (char letter; (letter = options_next(&command_tool, argc, argv)) != 0;)
		take_option(command, letter, optarg);
	check(command);
	command->order.is_one_case = command->selection.count == 1;
	if (!command->is_as_of)
		command->order.today = span_today();
}
