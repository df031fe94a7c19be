#include "tool/options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/diagnostics.h"

#ifndef VERSION
#define VERSION "unknown"
#endif

enum { OPTIONS_MAX = 32 };

static const struct tool_option common_options[] = {
    {'h', "help", NULL, N_("show this help")},
    {'V', "version", NULL, N_("show the version")},
    {0, NULL, NULL, NULL},
};

static void
print_options(const struct tool_option *option)
{
	for (; option->letter != 0; option++) {
		char left[64];

		snprintf(left, sizeof(left), "-%c, --%s%s%s", option->letter, option->name,
		    option->argument == NULL ? "" : " ",
		    option->argument == NULL ? "" : option->argument);
		printf("  %-28s %s\n", left, _(option->help));
	}
}

_Noreturn void
options_end_print(void)
{
	if (fflush(stdout) == EOF || ferror(stdout) || fclose(stdout) == EOF)
		diagnostics_stop(_("cannot write to standard output"));
	exit(STATUS_DONE);
}

static _Noreturn void
print_help(const struct tool *tool)
{
	printf(_("usage: %s %s\n"), tool->name, tool->synopsis);
	printf("%s\n\n", _(tool->purpose));
	print_options(tool->options);
	print_options(common_options);
	printf(_("\nMore: man %s\n"), diagnostics_program());
	options_end_print();
}

static _Noreturn void
print_version(void)
{
	printf("%s %s\n", diagnostics_program(), VERSION);
	options_end_print();
}

/* getopt_long's two tables, filled from ours. */
struct getopt_tables {
	struct option option[OPTIONS_MAX + 1];
	char letters[2 * OPTIONS_MAX + 3];
	size_t count, used;
};

/* Those of the tool that runs. */
static struct getopt_tables tables;

static void
add_options(struct getopt_tables *to, const struct tool_option *option)
{
	for (; option->letter != 0 && to->count < OPTIONS_MAX; option++) {
		int has_argument = option->argument != NULL ? required_argument : no_argument;

		to->option[to->count++] =
		    (struct option){option->name, has_argument, NULL, option->letter};
		to->letters[to->used++] = option->letter;
		if (has_argument)
			to->letters[to->used++] = ':';
	}
}

/* The first of the letters tells getopt what to do with operands. The colon: an argument that lacks
 * is told apart. */
static void
fill_tables(struct getopt_tables *to, const struct tool *tool, char manner)
{
	*to = (struct getopt_tables){.letters = {manner, ':'}, .used = 2};
	add_options(to, tool->options);
	add_options(to, common_options);
}

/* Whether several options begin so. */
static bool
is_ambiguous(const char *name, size_t length)
{
	size_t count = 0;

	for (const struct option *option = tables.option; option->name != NULL; option++)
		count += strncmp(option->name, name, length) == 0;
	return count > 1;
}

/* What is wrong with an option, in getopt's words. */
static const char *
pattern_of(bool is_long, bool lacks_argument, bool is_several)
{
	if (lacks_argument)
		return is_long ? _("option '%s' requires an argument")
			       : _("option requires an argument -- '%s'");
	if (!is_long)
		return _("invalid option -- '%s'");
	if (optopt != 0)
		return _("option '%s' doesn't allow an argument");
	return is_several ? _("option '%s' is ambiguous") : _("unrecognized option '%s'");
}

/* The option that comes nearest to a long one that nobody knows. */
static struct nearest
nearest_option(struct bytes word)
{
	struct nearest nearest = {.apart = 0};
	char name[NEAREST_SIZE];

	for (const struct option *option = tables.option; option->name != NULL; option++) {
		snprintf(name, sizeof(name), "--%s", option->name);
		nearest_try(&nearest, word, bytes_of(name));
	}
	return nearest;
}

/* Ends the program over the option that stands in word. */
static _Noreturn void
stop_at(const char *word, bool lacks_argument, const struct tool *tool)
{
	bool is_long = strncmp(word, "--", 2) == 0;
	/* Not its argument, which may say who somebody is. */
	size_t length = strcspn(word, "=");
	char letter[] = {(char)optopt, '\0'}, shown[SHOWN_SIZE];
	bool is_several = is_long && is_ambiguous(word + 2, length - 2);
	struct nearest nearest = {.apart = 0};

	if (is_long && !lacks_argument && !is_several && optopt == 0)
		nearest = nearest_option((struct bytes){word, length});
	diagnostics_show(is_long ? (struct bytes){word, length} : bytes_of(letter), shown);
	diagnostics_trouble(pattern_of(is_long, lacks_argument, is_several), shown);
	diagnostics_stop(_("see %s --help%s"), tool->name, options_meant(&nearest));
}

/* Whether an operand that no file is called is an option that came too late. */
static bool
is_late_option(const char *word)
{
	bool is_long = strncmp(word, "--", 2) == 0;

	if (word[0] != '-' || word[1] == '\0' || (is_long && word[2] == '\0'))
		return false;
	return (is_long || strchr(tables.letters, word[1]) != NULL) && access(word, F_OK) == -1;
}

/* Ends the program over an option behind the first operand, which would be taken for a file. */
static void
refuse_late_options(const struct tool *tool, char *const operands[])
{
	char shown[SHOWN_SIZE], file[SHOWN_SIZE];

	for (size_t i = 1; operands[0] != NULL && operands[i] != NULL; i++)
		if (is_late_option(operands[i])) {
			struct bytes word = {operands[i], strcspn(operands[i], "=")};

			diagnostics_show(word, shown);
			options_misused(tool,
			    _("option '%s' stands behind a file: options come first (%s %s ... "
			      "%s)"),
			    shown, tool->name, shown, diagnostics_show_file(operands[0], file));
		}
}

char
options_next(const struct tool *tool, int argc, char *argv[])
{
	const char *word;
	int letter;

	if (tables.used == 0) {
		/* What is wrong is for us to tell: getopt would show it as it is, in the language
		 * that the C library happens to have. */
		opterr = 0;
		/* The plus sign: operands come after the options. */
		fill_tables(&tables, tool, '+');
	}
	word = argv[optind == 0 ? 1 : optind];
	letter = getopt_long(argc, argv, tables.letters, tables.option, NULL);
	if (letter == 'h')
		print_help(tool);
	if (letter == 'V')
		print_version();
	if (letter == '?' || letter == ':')
		stop_at(word, letter == ':', tool);
	/* What stands behind "--" are files, whatever they are called. */
	if (letter == -1 && (word == NULL || strcmp(word, "--") != 0))
		refuse_late_options(tool, argv + optind);
	return letter == -1 ? 0 : (char)letter;
}

bool
options_have(
    const struct tool *tool, int argc, char *argv[], bool (*is)(char letter, const char *argument))
{
	struct getopt_tables all;
	bool has = false;
	int letter;

	/* The minus sign: what is no option of this table, or an argument of one that is not, is
	 * passed over where it stands. */
	fill_tables(&all, tool, '-');
	opterr = 0;
	while (!has && (letter = getopt_long(argc, argv, all.letters, all.option, NULL)) != -1)
		has = is((char)letter, optarg);
	optind = 0; /* getopt begins anew */
	return has;
}

void
options_tell_awaited(const struct tool *tool, char *const operands[])
{
	if (operands[0] == NULL && isatty(STDIN_FILENO))
		diagnostics_note(_("waiting for %s at the terminal, as no file is named (%s file "
				   "...); Ctrl-D ends the input, Ctrl-C the program"),
		    _(tool->awaited), tool->name);
}

const char *
options_show(const char *value)
{
	static char shown[SHOWN_SIZE];

	return diagnostics_show(bytes_of(value), shown);
}

const char *
options_meant(const struct nearest *nearest)
{
	static char text[64 + NEAREST_SIZE];

	text[0] = '\0';
	if (nearest->name[0] != '\0')
		snprintf(text, sizeof(text), _("; the nearest is %s"), nearest->name);
	return text;
}

_Noreturn void
options_misused(const struct tool *tool, const char *format, ...)
{
	char message[512];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	diagnostics_stop(_("%s (see %s --help)"), message, tool->name);
}

void
options_read_part(const struct tool *tool, const char *value, struct part *part)
{
	if (!part_read(value, part))
		options_misused(tool,
		    _("--part \"%s\" is no part of several (as 2/4: the second of four, of at most "
		      "%d)"),
		    options_show(value), PARTS_MAX);
}
