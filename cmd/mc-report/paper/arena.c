#include "paper/arena.h"

#include <stdlib.h>

#include "tool/memory.h"

enum { BLOCK_SIZE = 64 * 1024 };

struct arena_block {
	struct arena_block *before;
	size_t used, size;
	char bytes[];
};

struct bytes
arena_copy(struct arena *arena, struct bytes text)
{
	struct arena_block *block = arena->latest;

	if (text.length == 0)
		return (struct bytes){"", 0};
	if (block == NULL || text.length > block->size - block->used) {
		size_t size = text.length > BLOCK_SIZE ? text.length : BLOCK_SIZE;

		block = memory_allocate(sizeof(*block) + size);
		*block = (struct arena_block){.before = arena->latest, .size = size};
		arena->latest = block;
	}
	char *copy = block->bytes + block->used;
	memcpy(copy, text.at, text.length);
	block->used += text.length;
	return (struct bytes){copy, text.length};
}

void
arena_free(struct arena *arena)
{
	while (arena->latest != NULL) {
		struct arena_block *block = arena->latest;

		arena->latest = block->before;
		free(block);
	}
}
