/* What a writer wrote, for tests of what ends in one. */

#ifndef WRITTEN_H
#define WRITTEN_H

#include "support/check.h"

#include <sys/mman.h>
#include <unistd.h>

#include "records/writer.h"

enum { WRITTEN_SIZE = 1 << 20 };

struct written {
	int descriptor;
	struct writer writer;
	char text[WRITTEN_SIZE];
	size_t length;
};

/* Opens a writer to a file in memory. */
static inline struct writer *
written_open(struct written *written)
{
	written->descriptor = memfd_create("written", 0);
	assert_true(written->descriptor >= 0);
	writer_open(&written->writer, written->descriptor, "written");
	return &written->writer;
}

/* All that was written, as a C string; closes the writer. */
static inline const char *
written_text(struct written *written)
{
	writer_flush(&written->writer);
	ssize_t length = pread(written->descriptor, written->text, WRITTEN_SIZE - 1, 0);
	assert_true(length >= 0);
	written->length = (size_t)length;
	written->text[length] = '\0';
	writer_close(&written->writer);
	return written->text;
}

#endif
