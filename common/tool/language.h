/*
 * The languages in which the tools speak to people, and which of them a person
 * reads.
 *
 * Messages are English in the code and Dutch in a catalogue, by gettext.
 * Papers and the interview choose each wording from a table of both: a file of
 * rows WORDING(KEY, Dutch, English), in which {1} and {2} are filled in.
 */

#ifndef LANGUAGE_H
#define LANGUAGE_H

#include <libintl.h>
#include <stdbool.h>
#include <stddef.h>

#include "text/bytes.h"
#include "text/marked.h"

#define _(string) gettext(string)

enum language { DUTCH, ENGLISH, LANGUAGES };

/* The language of messages, help and interview. The first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG
 * that is set decides (of LANGUAGE's list the first that is Dutch or English), whether or not the
 * machine has that locale; English when it names neither. */
enum language language_of_person(void);

/* Makes gettext speak that language, and takes the characters of the terminal for UTF-8, as those
 * of records are. To be called before anything is said. */
void language_start(void);

/* What errno's number stands for, in that language; in English what hardly ever befalls a file. */
const char *language_error(int error);

/* The name of a month, from 1, in full and short ("mrt"), and of a day of the week, from 0 for
 * Monday. */
const char *language_month(unsigned month, enum language language);
const char *language_short_month(unsigned month, enum language language);
const char *language_weekday(unsigned weekday, enum language language);

/* Takes the next piece off a pattern: text as it stands, or one or two (NULL when they do not
 * occur) in the place of {1} or {2}. False at the end. */
bool language_next_piece(
    const char **pattern, const char *one, const char *two, struct bytes *piece);

/* Writes all pieces of a pattern, cut between two characters where they do not fit in size bytes
 * with their NUL. Returns text. */
char *language_fill(const char *pattern, const char *one, const char *two, char *text, size_t size);

#endif
