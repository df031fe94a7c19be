/* Files in memory, for what reads a file by its name. */

#ifndef SMALL_FILE_H
#define SMALL_FILE_H

#include "support/check.h"

#include <sys/mman.h>
#include <unistd.h>

/* Room for the name of any file in memory. */
enum { SMALL_FILE_NAME_SIZE = 64 };

/* A file that holds text, at its start, and the name under which it can be opened; to be closed. */
static inline int
small_file_open(struct bytes text, char name[SMALL_FILE_NAME_SIZE])
{
	int descriptor = memfd_create("small", 0);

	assert_true(descriptor >= 0);
	assert_int_equal(write(descriptor, text.at, text.length), (ssize_t)text.length);
	assert_int_equal(lseek(descriptor, 0, SEEK_SET), 0);
	snprintf(name, SMALL_FILE_NAME_SIZE, "/proc/self/fd/%d", descriptor);
	return descriptor;
}

#endif
