/*
 * Many things of one size, numbered in the order in which they are given out, that never move.
 *
 * They stand in blocks, each twice as large as the one before, so that memory grows with their
 * number and no block is copied.
 */

#ifndef BLOCKS_H
#define BLOCKS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

/* Where headers do not have it; kernels that do not, refuse it. */
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

/* The blocks hold more than 100 million things; the first holds two to the power of so many. */
enum { BLOCKS_MAX = 23, FIRST_BLOCK_BITS = 4 };

/* {.size = ...} holds none; to be closed. */
struct blocks {
	size_t size;  /* of one thing, a multiple of what it must be aligned to */
	size_t count; /* that are given out */
	size_t used; /* that were, before they were all taken back, or are: others are still zero */
	size_t ready; /* the pages of so many are there */
	size_t blocks;
	char *block[BLOCKS_MAX];
	void *memory[BLOCKS_MAX]; /* in which they lie; owned */
};

/* One more, all zero: number count. Ends the program when memory is out. */
void *blocks_give(struct blocks *blocks);

/* The one that was given out as number (0 <= number < count). */
static inline void *
blocks_number(const struct blocks *blocks, size_t number)
{
	/* Counted on from the size of the first block, the highest bit tells the block and the
	 * others the place in it. */
	uint32_t counted = (uint32_t)number + (1u << FIRST_BLOCK_BITS);
	unsigned highest = 31 - (unsigned)__builtin_clz(counted);

	return blocks->block[highest - FIRST_BLOCK_BITS] + (counted ^ 1u << highest) * blocks->size;
}

/* As which number it was given out, one of these. */
size_t blocks_number_of(const struct blocks *blocks, const void *thing);

/* Takes all of them back, keeps the memory. */
void blocks_empty(struct blocks *blocks);

/* Frees the memory; holds none then, of the same size. */
void blocks_close(struct blocks *blocks);

#endif
