#include "tool/options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* Ends the program after text on standard output, of which the last may not be lost either. */
static _Noreturn void
end_after_print(void)
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
	printf(_("\nMore: man %s\n"), tool->name);
	end_after_print();
}

static _Noreturn void
print_version(const struct tool *tool)
{
	printf("%s %s\n", tool->name, VERSION);
	end_after_print();
}

/* getopt_long's two tables, filled from ours. */
static struct option long_options[OPTIONS_MAX + 1];
static char letters[2 * OPTIONS_MAX + 3];

static void
fill_tables(const struct tool_option *option, size_t *count, size_t *used)
{
	for (; option->letter != 0 && *count < OPTIONS_MAX; option++) {
		int has_argument = option->argument != NULL ? required_argument : no_argument;

		long_options[(*count)++] =
		    (struct option){option->name, has_argument, NULL, option->letter};
		letters[(*used)++] = option->letter;
		if (has_argument)
			letters[(*used)++] = ':';
	}
}

/* Whether several options begin so. */
static bool
is_ambiguous(const char *name, size_t length)
{
	size_t count = 0;

	for (const struct option *option = long_options; option->name != NULL; option++)
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

/* Ends the program over the option that stands in word. */
static _Noreturn void
stop_at(const char *word, bool lacks_argument, const struct tool *tool)
{
	bool is_long = strncmp(word, "--", 2) == 0;
	/* Not its argument, which may say who somebody is. */
	size_t length = strcspn(word, "=");
	char letter[] = {(char)optopt, '\0'}, shown[SHOWN_SIZE];

	diagnostics_show(is_long ? (struct bytes){word, length} : bytes_of(letter), shown);
	diagnostics_trouble(
	    pattern_of(is_long, lacks_argument, is_long && is_ambiguous(word + 2, length - 2)),
	    shown);
	diagnostics_stop(_("see %s --help"), tool->name);
}

char
options_next(const struct tool *tool, int argc, char *argv[])
{
	const char *word;
	int letter;

	if (letters[0] == '\0') {
		size_t count = 0, used = 0;

		/* What is wrong is for us to tell: getopt would show it as it is, in the language
		 * that the C library happens to have. */
		opterr = 0;
		/* The plus sign: operands come after the options. The colon: an argument that
		 * lacks is told apart. */
		letters[used++] = '+';
		letters[used++] = ':';
		fill_tables(tool->options, &count, &used);
		fill_tables(common_options, &count, &used);
	}
	word = argv[optind];
	letter = getopt_long(argc, argv, letters, long_options, NULL);
	if (letter == 'h')
		print_help(tool);
	if (letter == 'V')
		print_version(tool);
	if (letter == '?' || letter == ':')
		stop_at(word, letter == ':', tool);
	return letter == -1 ? 0 : (char)letter;
}

const char *
options_show(const char *value)
{
	static char shown[SHOWN_SIZE];

	return diagnostics_show(bytes_of(value), shown);
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
