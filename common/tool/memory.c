#include "tool/memory.h"

#include <stdlib.h>
#include <string.h>

#include "tool/diagnostics.h"

static void *
or_stop(void *memory)
{
	if (memory == NULL)
		diagnostics_stop(_("out of memory"));
	return memory;
}

void *
memory_allocate(size_t size)
{
	return or_stop(malloc(size));
}

void *
memory_allocate_zero(size_t count, size_t size)
{
	return or_stop(calloc(count, size));
}

char *
memory_copy(const char *string)
{
	return or_stop(strdup(string));
}

void *
memory_resize(void *memory, size_t count, size_t size)
{
	return or_stop(reallocarray(memory, count, size));
}
