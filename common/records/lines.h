/*
 * Physical lines of a file, taken from large reads.
 *
 * A line is its bytes without the LF; a missing final LF is no fault. A line
 * longer than LINE_MAX_LENGTH is told by its first part and skipped, so memory
 * stays the same for a line of a gigabyte.
 *
 * A row of a sheet may run over several lines: lines_extend() joins the next
 * line to the current one, lines_retreat() takes all but the first back.
 */

#ifndef LINES_H
#define LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "text/bytes.h"

/* A line, and a row of several, is at most 64 KiB without its LF. */
enum { LINE_MAX_LENGTH = 64 * 1024 };

enum lines_event {
	LINES_END,
	LINES_LINE,
	LINES_TOO_LONG, /* *line holds its first LINE_MAX_LENGTH bytes */
	LINES_TROUBLE	/* reading failed; errno says why */
};

/* Called before a read that may have to wait, so that what is written so far can be sent on, and
 * before the memory is freed: lines that were taken stay in it, where they are, until then. */
typedef void lines_idle(void *argument);

struct lines {
	int descriptor; /* -1 when the bytes are all in memory */
	char *buffer;
	size_t size;
	size_t start;		   /* of the current row */
	size_t next;		   /* where the next line starts */
	size_t end;		   /* of what is read */
	unsigned first_reads;	   /* that took less than there was room for */
	bool is_over;		   /* nothing more to read */
	bool is_owned;		   /* the buffer is ours to free */
	bool is_unended;	   /* the current line is the last, and has no LF */
	unsigned long number;	   /* of the current row's first physical line, from 1 */
	unsigned long next_number; /* of the line at next */
	lines_idle *idle;
	void *idle_argument;
};

/* Lines of an open file. idle may be NULL. Ends the program when memory is out. The descriptor
 * stays the caller's. */
void lines_open(struct lines *lines, int descriptor, lines_idle *idle, void *idle_argument);

/* Lines of bytes in memory, which must stay until lines_close(). */
void lines_open_memory(struct lines *lines, struct bytes bytes);

void lines_close(struct lines *lines);

/* Reads on until a whole line is in memory, or more than one may have, and takes nothing of it:
 * *ahead is what is there, at least up to its end. LINES_END when nothing is left. */
enum lines_event lines_peek(struct lines *lines, struct bytes *ahead);

/* The next line; *line stays valid until the next call, and its bytes, where they are, until idle
 * is called. */
enum lines_event lines_next(struct lines *lines, struct bytes *line);

/* What is in memory from the next line on, without reading; and to take its first line, of length
 * bytes without its LF, which must stand in it. */
static inline struct bytes
lines_ahead(const struct lines *lines)
{
	return (struct bytes){lines->buffer + lines->next, lines->end - lines->next};
}

static inline void
lines_take(struct lines *lines, size_t length)
{
	lines->start = lines->next;
	lines->next += length + 1;
	lines->number = lines->next_number++;
	lines->is_unended = false;
}

/* Makes *line one physical line longer, with the LF between; false when there is none or the
 * row would be longer than a line may be. *line may move. */
bool lines_extend(struct lines *lines, struct bytes *line);

/* Whether nothing follows the current line, or row. *line may move. */
bool lines_is_last(struct lines *lines, struct bytes *line);

/* Before the first line is taken: reads everything into memory. False when reading failed; errno
 * says why. */
bool lines_read_all(struct lines *lines);

/* After lines_read_all(), or of lines in memory: back to the first line. */
void lines_rewind(struct lines *lines);

/* Makes the current row its first physical line alone; the next call of lines_next() gives the
 * second. */
void lines_retreat(struct lines *lines, struct bytes *line);

#endif
