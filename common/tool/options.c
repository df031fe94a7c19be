#include "tool/options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

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
static char letters[2 * OPTIONS_MAX + 2];

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

char
options_next(const struct tool *tool, int argc, char *argv[])
{
	int letter;

	if (letters[0] == '\0') {
		size_t count = 0, used = 0;

		/* getopt's own messages begin with this. */
		argv[0] = (char *)(size_t)tool->name;
		/* The plus sign: operands come after the options. */
		letters[used++] = '+';
		fill_tables(tool->options, &count, &used);
		fill_tables(common_options, &count, &used);
	}
	letter = getopt_long(argc, argv, letters, long_options, NULL);
	if (letter == 'h')
		print_help(tool);
	if (letter == 'V')
		print_version(tool);
	if (letter == '?')
		diagnostics_stop(_("see %s --help"), tool->name);
	return letter == -1 ? 0 : (char)letter;
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
