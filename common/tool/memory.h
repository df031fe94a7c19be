/* Memory, or the end of the program with status 2: a filter without memory cannot be right. */

#ifndef MEMORY_H
#define MEMORY_H

#include <stddef.h>

/* size bytes, not set; to be freed by the caller. */
void *memory_allocate(size_t size);

/* count * size bytes, all zero; to be freed by the caller. */
void *memory_allocate_zero(size_t count, size_t size);

/* The same memory with room for count * size bytes, as realloc() does it. */
void *memory_resize(void *memory, size_t count, size_t size);

#endif
