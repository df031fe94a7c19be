/*
 * Text, one character at a time, as it may be shown to a person.
 *
 * What could play tricks on a terminal or a reader (control characters, escape
 * sequences, what turns the direction of text) becomes U+FFFD. Widths come
 * from a table of our own, since those of the C library follow the locale.
 */

#ifndef GLYPH_H
#define GLYPH_H

#include <stdbool.h>

#include "bytes.h"

enum glyph_kind {
	GLYPH_PLAIN,
	GLYPH_BLANK, /* a line may end here */
	GLYPH_BREAK  /* a line must end here: what a spreadsheet's cell held as a line break */
};

struct glyph {
	enum glyph_kind kind;
	struct bytes shown; /* a part of the text, or U+FFFD */
	unsigned width;	    /* columns on a terminal: 0, 1 or 2; never too few */
};

/* Takes the next character off *text, which must not be empty. */
struct glyph glyph_next(struct bytes *text);

/* The columns that a text takes on one line. */
unsigned glyph_width_of(struct bytes text);

#endif
