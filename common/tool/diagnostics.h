/*
 * What a tool says on standard error, and the status with which it ends.
 *
 * A message is one line: the program, where it is about, what is wrong and
 * what would be right. The worst thing said decides the exit status.
 */

#ifndef DIAGNOSTICS_H
#define DIAGNOSTICS_H

#include "text/bytes.h"
#include "tool/language.h"

enum exit_status {
	STATUS_DONE = 0,    /* every record handled */
	STATUS_REFUSED = 1, /* some record refused, the output is right for the others */
	STATUS_TROUBLE = 2  /* usage, file, memory or write trouble: do not trust the output */
};

/* To be called first: names the program, takes the language of messages, makes a broken pipe end
 * the program quietly and a limit on the size of files fail like a full disk, and sees to it that
 * no file is opened as a closed standard stream. */
void diagnostics_start(const char *program);

/* Each prints "program: ", the message on one line, with what is harmful in it (text/harmful.h)
 * escaped, and a newline. refused and trouble also raise the exit
 * status; trouble_errno adds what errno says; stop ends the program with status 2. */
void diagnostics_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
void diagnostics_refused(const char *format, ...) __attribute__((format(printf, 1, 2)));
void diagnostics_trouble(const char *format, ...) __attribute__((format(printf, 1, 2)));
void diagnostics_trouble_errno(const char *format, ...) __attribute__((format(printf, 1, 2)));
_Noreturn void diagnostics_stop(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The worst status so far. */
int diagnostics_status(void);

/* The program's name, as diagnostics_start() took it. */
const char *diagnostics_program(void);

/* Room for a value as messages show it: 40 characters, each perhaps escaped, and two ellipses. */
enum { SHOWN_CHARACTERS = 40, SHOWN_SIZE = SHOWN_CHARACTERS * 12 + 8 };

/* Writes at most 40 characters of a value, with what is harmful (text/harmful.h) and bytes that are
 * no UTF-8 escaped, so that it cannot play tricks on a terminal; of a value that tells who somebody
 * is, only what kind of thing it is. Returns shown. */
const char *diagnostics_show(struct bytes value, char shown[SHOWN_SIZE]);

/* The same of the name of a file, of which the last 40 characters say most. */
const char *diagnostics_show_file(const char *name, char shown[SHOWN_SIZE]);

#endif
