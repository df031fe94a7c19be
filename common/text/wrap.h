/* Text into lines of a width, broken at blanks; a longer word is cut. */

#ifndef WRAP_H
#define WRAP_H

#include <stdbool.h>

#include "text/bytes.h"

/* The greatest width of a line; its bytes then fit wrapped_line.at. */
enum { WRAP_WIDTH_MAX = 80 };

struct wrapped_line {
	char at[WRAP_WIDTH_MAX * 24];
	size_t length;
	unsigned width; /* in columns */
};

/* Takes the next line, at most width columns (2 <= width <= WRAP_WIDTH_MAX), off *text. False
 * when nothing is left. */
bool wrap_next(struct bytes *text, unsigned width, struct wrapped_line *line);

#endif
