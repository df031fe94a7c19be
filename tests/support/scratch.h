/* Files without a name, for tests of what ends in one. */

#ifndef SCRATCH_H
#define SCRATCH_H

#include "support/check.h"

#include <unistd.h>

/* One to write to and read back; to be closed. */
static inline int
open_scratch(void)
{
	FILE *file = tmpfile();
	int descriptor;

	assert_non_null(file);
	descriptor = dup(fileno(file));
	fclose(file);
	assert_int_not_equal(descriptor, -1);
	return descriptor;
}

/* What stands in it from its start on, at most size bytes; returns how many. */
static inline size_t
read_back(int descriptor, char *text, size_t size)
{
	ssize_t got = pread(descriptor, text, size, 0);

	assert_true(got >= 0);
	return (size_t)got;
}

#endif
