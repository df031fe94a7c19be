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
	printf(_("\nMore: man %s\n"), diagnostics_program());
	end_after_print();
}

static _Noreturn void
print_version(void)
{
	printf("%s %s\n", diagnostics_program(), VERSION);
	end_after_print();
}

/* getopt_long's two tables, filled from ours. */
struct getopt_tables {
	struct option option[OPTIONS_MAX + 1];
	char letters[2 * OPTIONS_MAX + 2];
	size_t count, used;
};

static void
add_options(struct getopt_tables *tables, const struct tool_option *option)
{
	for (; option->letter != 0 && tables->count < OPTIONS_MAX; option++) {
		int has_argument = option->argument != NULL ? required_argument : no_argument;

		tables->option[tables->count++] =
		    (struct option){option->name, has_argument, NULL, option->letter};
		tables->letters[tables->used++] = option->letter;
		if (has_argument)
			tables->letters[tables->used++] = ':';
	}
}

/* The first of the letters tells getopt what to do with operands. */
static void
fill_tables(struct getopt_tables *tables, const struct tool *tool, char manner)
{
	*tables = (struct getopt_tables){.letters = {manner}, .used = 1};
	add_options(tables, tool->options);
	add_options(tables, common_options);
}

char
options_next(const struct tool *tool, int argc, char *argv[])
{
	static struct getopt_tables tables;
	int letter;

	if (tables.used == 0) {
		/* getopt's own messages begin with this. */
		argv[0] = (char *)(size_t)tool->name;
		/* The plus sign: operands come after the options. */
		fill_tables(&tables, tool, '+');
	}
	letter = getopt_long(argc, argv, tables.letters, tables.option, NULL);
	if (letter == 'h')
		print_help(tool);
	if (letter == 'V')
		print_version();
	if (letter == '?')
		diagnostics_stop(_("see %s --help"), tool->name);
	return letter == -1 ? 0 : (char)letter;
}

bool
options_have(
    const struct tool *tool, int argc, char *argv[], bool (*is)(char letter, const char *argument))
{
	struct getopt_tables tables;
	bool has = false;

	/* The minus sign: what is no option of this table, or an argument of one that is not, is
	 * passed over where it stands. */
	fill_tables(&tables, tool, '-');
	opterr = 0;
	for (int letter; !has && (letter = getopt_long(argc, argv, tables.letters, tables.option, NULL)) != -1;)
		has = is((char)letter, optarg);
	opterr = 1;
	optind = 0; /* getopt begins anew */
	return has;
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
