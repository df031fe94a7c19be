/* The days in a text that date.h wrote, so that a program can read them there. */

#ifndef MOMENT_H
#define MOMENT_H

#include "paper/wording.h"
#include "text/bytes.h"

/* As the datetime of a time element in HTML: 2026-10-30T13:20, 2026-10-30, 2026-10 or, without its
 * year, 10-30. */
enum { MOMENT_SIZE = 24 };

struct moment {
	struct bytes text; /* where it stands, without its weekday */
	char datetime[MOMENT_SIZE];
};

/* The first day or month in a text. False when there is none. */
bool moment_find(struct bytes text, enum language language, struct moment *moment);

#endif
