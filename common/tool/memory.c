#include "tool/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

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

/* Much memory comes in large pages where the system has them: the first touch of each small one
 * would be a good part of the work with many cases. It goes on as before where this fails. */
static void
ask_large_pages(void *memory, size_t size)
{
	enum { MUCH = 8 * 1024 * 1024 };
	uintptr_t into_page = (uintptr_t)memory % (uintptr_t)sysconf(_SC_PAGESIZE);

	if (size >= MUCH)
		(void)madvise((char *)memory - into_page, size + into_page, MADV_HUGEPAGE);
}

void *
memory_allocate_zero(size_t count, size_t size)
{
	void *memory = or_stop(calloc(count, size));

	ask_large_pages(memory, count * size);
	return memory;
}

void *
memory_resize(void *memory, size_t count, size_t size)
{
	return or_stop(reallocarray(memory, count, size));
}
