#include "tool/blocks.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/memory.h"

/* How many the block holds. */
static size_t
room_of(size_t block)
{
	return (size_t)1 << (FIRST_BLOCK_BITS + block);
}

/* How many the blocks before it hold. */
static size_t
room_before(size_t block)
{
	return room_of(block) - room_of(0);
}

/* One more block. It begins where a line of the processor's cache does, so that what is made to
 * fit its lines does. */
static void
add_block(struct blocks *blocks)
{
	size_t number = blocks->blocks++;
	char *memory = memory_allocate_zero(room_of(number) * blocks->size + MEMORY_LINE, 1);

	blocks->memory[number] = memory;
	blocks->block[number] = memory + -(uintptr_t)memory % MEMORY_LINE;
}

/* Has the system give the pages of the next things at once, which is less work for it than each as
 * it is first written to. Not in small blocks, which may stay empty for as much; and where the
 * system cannot, they come by themselves. */
static void
make_ready(struct blocks *blocks)
{
	enum { PIECE = 1 << 17 };
	size_t block = blocks->blocks - 1, piece = PIECE / blocks->size + 1;
	size_t left = room_before(block + 1) - blocks->ready;

	if (room_of(block) < 2 * piece) {
		blocks->ready += left;
		return;
	}
	char *first = blocks_number(blocks, blocks->ready);
	size_t count = left < piece ? left : piece;
	size_t before = (uintptr_t)first % (size_t)sysconf(_SC_PAGESIZE);

	(void)madvise(first - before, before + count * blocks->size, MADV_POPULATE_WRITE);
	blocks->ready += count;
}

void *
blocks_give(struct blocks *blocks)
{
	size_t number = blocks->count++;

	if (number == room_before(blocks->blocks))
		add_block(blocks);
	if (number == blocks->ready)
		make_ready(blocks);
	void *thing = blocks_number(blocks, number);
	/* What the system gives is zero already. Its pages are written to before anything is read
	 * there, or it would give each of them twice: one of zeros to read, and then another. */
	if (number < blocks->used) {
		memset(thing, 0, blocks->size);
	} else {
		blocks->used++;
		((char *)thing)[blocks->size - 1] = 0;
	}
	return thing;
}

size_t
blocks_number_of(const struct blocks *blocks, const void *thing)
{
	uintptr_t at = (uintptr_t)thing;
	size_t block = 0;

	while (at < (uintptr_t)blocks->block[block]
	    || at >= (uintptr_t)blocks->block[block] + room_of(block) * blocks->size)
		block++;
	return room_before(block) + (at - (uintptr_t)blocks->block[block]) / blocks->size;
}

void
blocks_empty(struct blocks *blocks)
{
	blocks->count = 0;
}

void
blocks_close(struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->blocks; i++)
		free(blocks->memory[i]);
	*blocks = (struct blocks){.size = blocks->size};
}
