/* Looking for what tells who somebody is, in texts of any kind: never outside the text. */

#ifndef LOOK_IN_H
#define LOOK_IN_H

#include "support/check.h"

#include "text/identifying/identifying.h"

/* What stands between and in place of digits where people paste. */
#define NBSP	    "\xC2\xA0"
#define DASH	    "\xE2\x80\x93" /* U+2013 */
#define UNSEEN	    "\xE2\x80\x8B" /* U+200B */
#define LINE	    "\xE2\x80\xA8" /* U+2028 */
#define WIDE(digit) "\xEF\xBC" digit

/* Looks in a copy that ends where its memory ends; what is found lies within it. */
static inline void
look_in(struct bytes text, unsigned allowed)
{
	char *copy = malloc(text.length > 0 ? text.length : 1);
	struct bytes where = {NULL, 0};

	if (text.length > 0)
		memcpy(copy, text.at, text.length);
	enum identifying kind =
	    identifying_find((struct bytes){copy, text.length}, allowed, &where);
	if (kind != IDENTIFYING_NONE
	    && (where.length == 0 || where.at < copy
		|| where.at + where.length > copy + text.length))
		fail_msg("what is found lies outside \"%.*s\"", (int)text.length, text.at);
	free(copy);
}

#endif
