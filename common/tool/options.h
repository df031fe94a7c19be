/*
 * Command lines: one table a tool, from which getopt_long's tables and the
 * help text are made, so that they cannot differ.
 */

#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "text/nearest.h"
#include "tool/part.h"

struct tool_option {
	char letter;
	const char *name;     /* the long option */
	const char *argument; /* its argument's name in the help, or NULL for none */
	const char *help;     /* one line, marked N_() */
};

struct tool {
	const char *name;
	const char *synopsis;		   /* behind the name: what the man page's SYNOPSIS shows */
	const char *purpose;		   /* one line, marked N_() */
	const struct tool_option *options; /* ends with letter 0; -h and -V come by themselves */
	const char *awaited;		   /* what it reads, marked N_() */
};

/* The next option's letter, with its argument in optarg; 0 when only operands are left, from
 * optind on. -h and -V are answered here (and the program ended, status 0); a wrong option, or one
 * behind an operand, ends the program with status 2. */
char options_next(const struct tool *tool, int argc, char *argv[]);

/* Whether the arguments hold an option of this tool of which is() holds, whatever else stands
 * there: for a tool that goes another way by it, with another table. is() gets the option's letter
 * and argument. Leaves the arguments as they are. */
bool options_have(
    const struct tool *tool, int argc, char *argv[], bool (*is)(char letter, const char *argument));

/* Says what the tool waits for when it is about to read a terminal because no operand is there:
 * who forgot a file sees no prompt. */
void options_tell_awaited(const struct tool *tool, char *const operands[]);

/* Ends the program, status 0, after text that an option asks for was printed to standard output;
 * with status 2 when it could not all be written. */
_Noreturn void options_end_print(void);

/* The value of an option as messages show it (diagnostics_show()); stays until the next call. */
const char *options_show(const char *value);

/* "; the nearest is agenda", or nothing; stays until the next call. */
const char *options_meant(const struct nearest *nearest);

/* Reads the value of --part into *part; one that is none ends the program as options_misused(). */
void options_read_part(const struct tool *tool, const char *value, struct part *part);

/* Ends the program with a usage message and status 2. */
_Noreturn void options_misused(const struct tool *tool, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
