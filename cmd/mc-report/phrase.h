/* A text under construction, in the language of the paper. */

#ifndef PHRASE_H
#define PHRASE_H

#include "bytes.h"
#include "span.h"
#include "wording.h"

/* {.language = ...} is an empty phrase; to be closed. */
struct phrase {
	enum language language;
	char *at;
	size_t length, room;
};

/* Each adds to the phrase. Ends the program when memory is out. */
void phrase_add(struct phrase *phrase, const char *text);

/* {1} and {2} of the wording become one and two, which may be NULL when they do not occur. */
void phrase_say(struct phrase *phrase, enum wording wording, const char *one, const char *two);

/* Makes the first letter, when it is one of a-z, a capital. */
void phrase_capitalise(struct phrase *phrase);

/* What the phrase holds; stays until it is next added to. */
struct bytes phrase_bytes(const struct phrase *phrase);

/* The same as a C string. */
const char *phrase_string(struct phrase *phrase);

void phrase_clear(struct phrase *phrase);
void phrase_close(struct phrase *phrase);

/* Room for any date in words. */
enum { DATE_SIZE = 48 };

/* How exactly a day is told. */
enum date_form {
	DATE_WEEKDAY, /* vrijdag 30 oktober 2026 */
	DATE_SHORT,   /* vr 30 okt 2026 */
	DATE_BRIEF,   /* vr 30 okt */
	DATE_DAY,     /* 30 oktober 2026 */
	DATE_MONTH    /* oktober 2026 */
};

/* Writes a day. "" for NO_DAY. Returns text. */
const char *date_of_day(
    day_number day, enum date_form form, enum language language, char text[DATE_SIZE]);

/* The same, with the time of day when the span is a minute and the form tells the day. */
const char *date_of_span(
    struct span span, enum date_form form, enum language language, char text[DATE_SIZE]);

#endif
