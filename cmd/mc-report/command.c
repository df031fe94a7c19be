#include "command.h"

#include <getopt.h>

#include "diagnostics.h"
#include "options.h"
#include "render_text.h"

static const struct tool_option options[] = {
    {'a', "as-of", "DATE", N_("write as if today were DATE; later records are left out")},
    {'c', "case", "ID", N_("about this case alone (may be given several times)")},
    {'f', "format", "text", N_("the format")},
    {'l', "language", "nl|en", N_("the language of the paper (nl)")},
    {'s', "school", "BRIN", N_("about the cases of this school alone")},
    {'t', "type", "TYPE", N_("referral (default) or chronology")},
    {'w', "with-text", NULL, N_("free text in anonymous papers too, which you have read")},
    {0, NULL, NULL, NULL},
};

const struct tool command_tool = {
    "mc-report",
    "[-w] [-a DATE] [-c ID] [-f text] [-l nl|en] [-s BRIN] [-t TYPE] [file ...]",
    N_("Write case records out for the people who read them."),
    options,
};

enum { TEXT, FORMATS };

static const struct format formats[] = {
    [TEXT] = {"text", render_text},
};

static const struct report_type types[] = {
    {"referral", referral_build, true, true, 1u << TEXT,
	N_("nothing is asked of the kernteam or another partner: no referral")},
    {"chronology", chronology_build, false, false, 1u << TEXT, N_("no records: no chronology")},
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
	options_misused(
	    &command_tool, _("--type \"%s\" is not known (referral, chronology)"), name);
}

static void
choose_format(struct command *command, const char *name)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (strcmp(formats[i].name, name) == 0) {
			command->format = &formats[i];
			return;
		}
	options_misused(&command_tool, _("--format \"%s\" is not known (text)"), name);
}

static void
choose_language(struct command *command, const char *name)
{
	if (strcmp(name, "nl") != 0 && strcmp(name, "en") != 0)
		options_misused(&command_tool, _("--language \"%s\" is not known (nl, en)"), name);
	command->order.language = strcmp(name, "en") == 0 ? ENGLISH : DUTCH;
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

void
command_parse(struct command *command, int argc, char *argv[])
{
	*command = (struct command){.type = &types[0], .format = &formats[TEXT]};
	for (char letter; (letter = options_next(&command_tool, argc, argv)) != 0;)
		take_option(command, letter, optarg);
	if ((command->type->formats & 1u << (command->format - formats)) == 0)
		options_misused(&command_tool, _("type %s has no format %s"), command->type->name,
		    command->format->name);
	if (!command->is_as_of)
		command->order.today = span_today();
}
