/* Many small copies that are freed together. */

#ifndef ARENA_H
#define ARENA_H

#include "text/bytes.h"

struct arena_block;

/* {0} is an empty arena. */
struct arena {
	struct arena_block *latest;
};

/* A copy of text that stays where it is until arena_free(). Ends the program when memory is
 * out. */
struct bytes arena_copy(struct arena *arena, struct bytes text);

void arena_free(struct arena *arena);

#endif
