/*
 * A descriptor that gives its bytes in pieces of a chosen size, so that every
 * place at which a read may end is tried.
 *
 * The reading side calls its idle function before each read: that is where
 * the next piece is put into the pipe, and nothing else waits or runs.
 */

#ifndef PIECES_H
#define PIECES_H

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "support/check.h"

/* A pipe takes this much at once. */
enum { PIECE_MAX = 60000 };

struct pieces {
	struct bytes rest;
	size_t size;
	int read_end, write_end;
	bool breaks; /* when all is given: reading fails, instead of an end */
};

static inline void
pieces_open(struct pieces *pieces, struct bytes bytes, size_t size, bool breaks)
{
	int ends[2];

	assert_true(size > 0 && size <= PIECE_MAX);
	assert_int_equal(pipe(ends), 0);
	*pieces = (struct pieces){bytes, size, ends[0], ends[1], breaks};
}

static inline void
pieces_close(struct pieces *pieces)
{
	close(pieces->read_end);
	if (pieces->write_end != -1)
		close(pieces->write_end);
}

/* A folder in place of the pipe: reading it fails with EISDIR. */
static inline void
pieces_break(struct pieces *pieces)
{
	int folder = open("/", O_RDONLY | O_DIRECTORY);

	assert_int_not_equal(folder, -1);
	assert_int_equal(dup2(folder, pieces->read_end), pieces->read_end);
	close(folder);
}

/* The idle function: the next piece, once the one before it has been read. */
static inline void
pieces_next(void *argument)
{
	struct pieces *pieces = argument;
	size_t size = pieces->rest.length < pieces->size ? pieces->rest.length : pieces->size;
	int left = 0;

	if (ioctl(pieces->read_end, FIONREAD, &left) == 0 && left > 0)
		return;
	if (size == 0) {
		if (pieces->breaks)
			pieces_break(pieces);
		if (pieces->write_end != -1)
			close(pieces->write_end);
		pieces->write_end = -1;
		return;
	}
	assert_int_equal(write(pieces->write_end, pieces->rest.at, size), size);
	pieces->rest.at += size;
	pieces->rest.length -= size;
}

#endif
