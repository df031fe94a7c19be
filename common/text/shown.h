/*
 * Text, one character at a time, as it may be shown to a person.
 *
 * What could play tricks on a terminal or a reader (harmful.h) is not: a
 * control character becomes U+FFFD, and what has no ink is left out, as nobody
 * would see it. Widths are those of utf8proc, since the C library's follow the
 * locale; where terminals differ, the widest.
 */

#ifndef SHOWN_H
#define SHOWN_H

#include <stdbool.h>

#include "text/bytes.h"

enum shown_kind {
	SHOWN_PLAIN,
	SHOWN_BLANK, /* a line may end here */
	SHOWN_BREAK  /* a line must end here: what a spreadsheet's cell held as a line break */
};

struct shown {
	enum shown_kind kind;
	struct bytes text; /* a part of the text, U+FFFD, or nothing */
	unsigned width;	   /* columns on a terminal: 0, 1 or 2 */
};

/* Takes the next character off *text, which must not be empty. */
struct shown shown_next(struct bytes *text);

/* The columns that a text takes on one line. */
unsigned shown_width_of(struct bytes text);

#endif
