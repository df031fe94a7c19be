/*
 * The terminal of the person who is asked: lines with editing, and pages.
 *
 * It is /dev/tty, so that standard input and output may be anything. Nothing
 * that is typed is kept: no history, no file. Whatever ends the program while
 * a line is typed, the terminal is left as it was found.
 */

#ifndef ASK_TERMINAL_H
#define ASK_TERMINAL_H

#include <stdbool.h>
#include <stdio.h>

#include "text/bytes.h"

enum ask_terminal_event {
	TERMINAL_LINE,
	TERMINAL_END, /* Ctrl-D on an empty line */
	TERMINAL_LOST /* it was closed, or cannot be read */
};

struct ask_terminal {
	FILE *input, *output;
	struct editline *line;
	const char *prompt;
};

/* Opens the terminal; ends the program with status 2 when there is none. To be opened before the
 * tool gives up opening files. */
void ask_terminal_open(struct ask_terminal *terminal);

/* Leaves the terminal as it was. */
void ask_terminal_close(struct ask_terminal *terminal);

/* Asks for a line, in UTF-8 and without its end; it stays until the next call. start, which may
 * be NULL, stands in it already, to be changed. */
enum ask_terminal_event ask_terminal_line(
    struct ask_terminal *terminal, const char *prompt, const char *start, struct bytes *line);

/* Puts the terminal in the modes in which it was found, but for Ctrl-D, until the next line is
 * asked for: where other handlers of signals are set that know nothing of it. */
void ask_terminal_rest(void);

/* Whether more has been typed, or pasted, than the line that was given last. */
bool ask_terminal_has_more(const struct ask_terminal *terminal);

/* Shows text, wrapped at blanks to the width of the terminal, each line after the first of a
 * paragraph behind indent blanks. An LF, or U+2028, begins a new paragraph. */
void ask_terminal_say(struct ask_terminal *terminal, struct bytes text, unsigned indent);

#endif
