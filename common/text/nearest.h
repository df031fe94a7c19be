/* The name that a mistyped one comes nearest to. */

#ifndef NEAREST_H
#define NEAREST_H

#include "text/bytes.h"

/* Room for the longest name that is ever suggested, and its NUL. */
enum { NEAREST_SIZE = 40 };

/* {0} has found nothing. */
struct nearest {
	char name[NEAREST_SIZE]; /* "" for none */
	size_t apart;
};

/* Takes the name when it comes nearer to what was written than those before: when fewer bytes lie
 * between the beginning and the end that both have (of equals the first in the order of bytes). Not
 * when they have less than half in common, or the name is longer than there is room for. Costs no
 * more than comparing them. */
void nearest_try(struct nearest *nearest, struct bytes written, struct bytes name);

#endif
