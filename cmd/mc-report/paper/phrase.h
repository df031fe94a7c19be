/* A text under construction, in the language of the paper. */

#ifndef PHRASE_H
#define PHRASE_H

#include "text/bytes.h"
#include "paper/wording.h"

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

#endif
