#include "settings.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "records/record.h"
#include "sheet/suggest.h"
#include "text/identifying/identifying.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

static const struct tool_option options[] = {
    {'a', "ask", NULL, N_("ask for one record after another at the terminal")},
    {'A', "allow", "LIST", N_("let through: phone, email, iban, postcode, street, birth")},
    {'b', "by", "ROLE", N_("who saw or heard it, for rows that do not say so")},
    {'c', "case", "ID", N_("with --ask: the case to ask about")},
    {'d', "delimiter", "CHAR", N_("what separates cells: , ; or tab (found from the header)")},
    {'D', "dates", "ORDER", N_("order of day, month and year: dmy, mdy or ymd")},
    {'e', "encoding", "NAME", N_("encoding of the sheets (UTF-8, Windows-1252, UTF-16: found)")},
    {'f', "forget", "CASE", N_("take a whole case out of the log for good")},
    {'i', "ignore-unknown", NULL, N_("pass over columns that are not known")},
    {'k', "kind", "KIND", N_("with --ask: the kind of record to ask for")},
    {'l', "log", "FILE",
	N_("append the records to FILE, all or none, each once (or MC_LOG, but not "
	   "for sheets)")},
    {'m', "map", "OLD=NEW", N_("the column that a sheet calls OLD is NEW")},
    {'N', "new-to", "FILE", N_("write only what is new to the log that FILE gives (a pipe too)")},
    {'r', "rejects", "FILE", N_("keep refused rows in FILE, with the reasons")},
    {'s', "school", "BRIN", N_("the school, for rows that do not say so (or MC_SCHOOL)")},
    {'S', "strike", "LINES", N_("take lines out of the log and write them")},
    {'w', "words", NULL, N_("print the words that a sheet may hold, of all lists or those named")},
    {0, NULL, NULL, NULL},
};

const struct tool settings_tool = {
    "mc-signal",
    "[-aiw] [-A LIST] [-b ROLE] [-c ID] [-d CHAR] [-D ORDER] [-e NAME] [-f CASE] [-k KIND] "
    "[-l FILE] [-m OLD=NEW] [-N FILE] [-r FILE] [-s BRIN] [-S LINES] [file ...]\n"
    "       mc-signal --words [list ...]",
    N_("Turn sheets of observations into case records; refuse what is wrong, row by row."),
    options,
    N_("a sheet or records"),
};

/* Room for what is wrong with an option, and for what was perhaps meant. */
enum { OPTION_FAULT_SIZE = 2048 };

static struct bytes
school_option(const char *text)
{
	if (record_read_school(bytes_of(text)) == 0)
		options_misused(&settings_tool,
		    _("school \"%s\" is no BRIN with location (03AB00)"), options_show(text));
	return bytes_of(text);
}

static struct bytes
case_option(const char *text)
{
	if (!record_is_case(bytes_of(text)))
		options_misused(
		    &settings_tool, _("case \"%s\" is no pseudonym"), options_show(text));
	return bytes_of(text);
}

static enum word
word_option(enum word_list list, const char *text)
{
	enum word word = vocabulary_recognise(list, bytes_of(text));
	char what[OPTION_FAULT_SIZE];

	if (word == WORD_NONE || record_is_derived(word)) {
		snprintf(what, sizeof(what), _("unknown %s \"%s\" (see mc-record(5))"),
		    vocabulary_list_name(list), options_show(text));
		suggest_add(what, sizeof(what), list, bytes_of(text));
		options_misused(&settings_tool, "%s", what);
	}
	return word;
}

static char
delimiter_option(const char *text)
{
	if (strcmp(text, "tab") == 0 || strcmp(text, "\t") == 0)
		return '\t';
	if (strcmp(text, ",") != 0 && strcmp(text, ";") != 0)
		options_misused(
		    &settings_tool, _("delimiter \"%s\" is none of , ; tab"), options_show(text));
	return text[0];
}

/* LINE[,LINE...] as numbers, ended by 0; to be freed by the caller. */
static unsigned long *
lines_option(const char *text)
{
	unsigned long *numbers = memory_allocate_zero(strlen(text) + 2, sizeof(*numbers));
	size_t count = 0;
	char *end;

	do {
		errno = 0;
		numbers[count] = strtoul(text, &end, 10);
		if (end == text || errno != 0 || text[0] < '1' || text[0] > '9'
		    || (*end != ',' && *end != '\0'))
			options_misused(&settings_tool,
			    _("lines \"%s\" are no numbers with commas between"),
			    options_show(text));
		count++;
		text = end + 1;
	} while (*end == ',');
	return numbers;
}

/* One more column under another name; the list is to be freed by settings_free(). */
static void
add_map(struct settings *settings, const char *text)
{
	struct columns_options *columns = &settings->sheet.columns;
	struct column_map map;

	if (!columns_read_map(text, &map))
		options_misused(&settings_tool,
		    _("\"%s\" does not say which column one is (OLD=NEW, NEW one of %s)"),
		    options_show(text),
		    _("case, date, school, kind, code, value, due, by, text, time, known, "
		      "reasons"));
	settings->map =
	    memory_resize(settings->map, columns->map_count + 1, sizeof(*settings->map));
	settings->map[columns->map_count++] = map;
	columns->map = settings->map;
}

static void
set_mode(struct settings *settings, enum mode mode)
{
	if (settings->mode != MODE_TAKE_IN && settings->mode != mode)
		options_misused(
		    &settings_tool, _("--ask, --strike, --forget and --words do not go together"));
	settings->mode = mode;
}

static void
take_option(struct settings *settings, char letter)
{
	switch (letter) {
	case 'a':
		set_mode(settings, MODE_ASK);
		break;
	case 'A':
		if (!identifying_read_allowed(optarg, &settings->allowed))
			options_misused(&settings_tool,
			    _("\"%s\" is no list of phone, email, iban, postcode, street, birth"),
			    options_show(optarg));
		break;
	case 'b':
		settings->by = bytes_of(vocabulary_token(word_option(LIST_ROLE, optarg)));
		break;
	case 'c':
		settings->ask_case = case_option(optarg);
		break;
	case 'd':
		settings->sheet.delimiter = delimiter_option(optarg);
		break;
	case 'D':
		if (!dates_read_order(optarg, &settings->sheet.order))
			options_misused(&settings_tool, _("order \"%s\" is none of dmy, mdy, ymd"),
			    options_show(optarg));
		break;
	case 'e':
		settings->encoding = optarg;
		break;
	case 'f':
		set_mode(settings, MODE_FORGET);
		settings->forget = case_option(optarg);
		break;
	case 'i':
		settings->sheet.columns.ignore_unknown = true;
		break;
	case 'k':
		settings->ask_kind = word_option(LIST_KIND, optarg);
		break;
	case 'l':
		settings->log = optarg;
		break;
	case 'm':
		add_map(settings, optarg);
		break;
	case 'N':
		settings->new_to = optarg;
		break;
	case 'r':
		settings->rejects = optarg;
		break;
	case 's':
		settings->school = school_option(optarg);
		settings->is_school_said = true;
		break;
	case 'S':
		set_mode(settings, MODE_STRIKE);
		settings->strike = lines_option(optarg);
		break;
	case 'w':
		set_mode(settings, MODE_WORDS);
		break;
	}
}

static const struct tool_option *
option_of(char letter)
{
	const struct tool_option *option = options;

	while (option->letter != letter)
		option++;
	return option;
}

/* One value counts, and what the other was for, a file to write to or a case to forget, would be
 * left undone without a word. */
static void
refuse_again(char letter, bool is_given[])
{
	static const char may_come_again[] = "m";
	const struct tool_option *option = option_of(letter);
	bool is_again = is_given[(unsigned char)letter];

	is_given[(unsigned char)letter] = true;
	if (is_again && option->argument != NULL && strchr(may_come_again, letter) == NULL)
		options_misused(
		    &settings_tool, _("--%s is given twice, and one alone counts"), option->name);
}

/* All that does not go together, in one place. */
static void
check_together(const struct settings *settings, bool has_operands)
{
	bool edits = settings->mode == MODE_STRIKE || settings->mode == MODE_FORGET;

	if (edits && settings->log == NULL)
		options_misused(
		    &settings_tool, _("--strike and --forget need --log FILE (or MC_LOG)"));
	if (has_operands && (edits || settings->mode == MODE_ASK))
		options_misused(&settings_tool, _("--ask, --strike and --forget read no files"));
	if (settings->mode != MODE_TAKE_IN
	    && (settings->rejects != NULL || settings->new_to != NULL))
		options_misused(
		    &settings_tool, _("--rejects and --new-to go with sheets and records"));
	if (settings->new_to != NULL && settings->log != NULL)
		options_misused(&settings_tool, _("--new-to and --log do not go together"));
	if (settings->mode != MODE_ASK
	    && (settings->ask_case.length > 0 || settings->ask_kind != WORD_NONE))
		options_misused(&settings_tool, _("--case and --kind go with --ask"));
}

/* A variable of the environment that is set to something; NULL when it is not. */
static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value == NULL || value[0] == '\0' ? NULL : value;
}

/* The log that a person has for every day is for what is done to it by hand: what a sheet brings
 * goes where the command line says. */
static void
fill_in_log(struct settings *settings)
{
	bool is_by_hand = settings->mode != MODE_TAKE_IN && settings->mode != MODE_WORDS;

	if (settings->log == NULL && is_by_hand)
		settings->log = variable("MC_LOG");
}

void
settings_read(struct settings *settings, int argc, char *argv[])
{
	const char *school = variable("MC_SCHOOL");
	bool is_given[UCHAR_MAX + 1] = {false};

	*settings = (struct settings){.mode = MODE_TAKE_IN};
	for (char letter; (letter = options_next(&settings_tool, argc, argv)) != 0;) {
		refuse_again(letter, is_given);
		take_option(settings, letter);
	}
	if (settings->school.length == 0 && school != NULL)
		settings->school = school_option(school);
	fill_in_log(settings);
	check_together(settings, argv[optind] != NULL);
}

void
settings_free(struct settings *settings)
{
	free(settings->strike);
	free(settings->map);
}
