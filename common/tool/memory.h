/* Memory, or the end of the program with status 2: a filter without memory cannot be right. */

#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* size bytes, not set; to be freed by the caller. */
void *memory_allocate(size_t size);

/* count * size bytes, all zero; to be freed by the caller. */
void *memory_allocate_zero(size_t count, size_t size);

/* The same string once more; to be freed by the caller. */
char *memory_copy(const char *string);

/* The same memory with room for count * size bytes, as realloc() does it. */
void *memory_resize(void *memory, size_t count, size_t size);

/* Bytes that the processor gets from memory in one go: a line of its cache. */
enum { MEMORY_LINE = 64 };

/* Asks for size bytes, at least one, that are soon to be read, so that the wait for them overlaps
 * with other work. */
static inline void
memory_fetch(const void *memory, size_t size)
{
	const char *at = memory, *last = at + (size - 1);

	for (; at < last; at += MEMORY_LINE)
		__builtin_prefetch(at);
	__builtin_prefetch(last);
	/* To a compiler what only does this does nothing, so that it leaves out calls of it. */
	__asm__ volatile("");
}

#endif
