#include "records/lines.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "tool/memory.h"
#include "tool/progress.h"

/* One read takes what a pipe or a page cache gives in one go; the row before it stays in front. */
enum { READ_SIZE = 256 * 1024, BUFFER_SIZE = READ_SIZE + 2 * LINE_MAX_LENGTH };

/* The first reads take less, each to where the one before it went: a small input then touches
 * little memory, and who reads what is written begins
 * sooner. */
enum { FIRST_READS = 16, FIRST_READ_SIZE = 16 * 1024 };

void
lines_open(struct lines *lines, int descriptor, lines_idle *idle, void *idle_argument)
{
	*lines = (struct lines){
	    .descriptor = descriptor,
	    .buffer = memory_allocate(BUFFER_SIZE),
	    .size = BUFFER_SIZE,
	    .is_owned = true,
	    .next_number = 1,
	    .idle = idle,
	    .idle_argument = idle_argument,
	};
}

void
lines_open_memory(struct lines *lines, struct bytes bytes)
{
	*lines = (struct lines){
	    .descriptor = -1,
	    /* Never written to: nothing is read into a buffer that is over. */
	    .buffer = (char *)(size_t)bytes.at,
	    .size = bytes.length,
	    .end = bytes.length,
	    .is_over = true,
	    .next_number = 1,
	};
}

/* Before the memory of lines is used for others: somebody may still have to send them on. */
static void
call_idle(const struct lines *lines)
{
	if (lines->idle != NULL)
		lines->idle(lines->idle_argument);
}

void
lines_close(struct lines *lines)
{
	call_idle(lines);
	if (lines->is_owned)
		free(lines->buffer);
	lines->buffer = NULL;
}

/* How much to read behind what is there. */
static size_t
next_piece(struct lines *lines)
{
	size_t room = lines->size - lines->end;

	if (lines->first_reads == FIRST_READS || room < FIRST_READ_SIZE)
		return room;
	lines->first_reads++;
	return FIRST_READ_SIZE;
}

/* Moves the row to the front and reads more behind it; false when reading failed. */
static bool
read_more(struct lines *lines)
{
	ssize_t got;
	size_t piece;

	call_idle(lines);
	if (lines->start > 0) {
		memmove(lines->buffer, lines->buffer + lines->start, lines->end - lines->start);
		lines->next -= lines->start;
		lines->end -= lines->start;
		lines->start = 0;
	}
	piece = next_piece(lines);
	do
		got = read(lines->descriptor, lines->buffer + lines->end, piece);
	while (got == -1 && errno == EINTR);
	if (got == -1)
		return false;
	lines->is_over = got == 0;
	lines->end += (size_t)got;
	progress_read((size_t)got);
	return true;
}

/* Finds the end of the line that starts at next, reading as needed. LINES_TOO_LONG when it is not
 * within limit bytes. *length is the line's, *follow where the line after it starts. */
static enum lines_event
find_end(struct lines *lines, size_t limit, size_t *length, size_t *follow)
{
	size_t searched = 0;

	for (;;) {
		const char *at = lines->buffer + lines->next;
		size_t available = lines->end - lines->next;
		const char *feed = available == searched
		    ? NULL
		    : memchr(at + searched, '\n', available - searched);

		if (feed != NULL) {
			*length = (size_t)(feed - at);
			*follow = lines->next + *length + 1;
			return *length > limit ? LINES_TOO_LONG : LINES_LINE;
		}
		if (available > limit)
			return LINES_TOO_LONG;
		if (lines->is_over) {
			*length = available;
			*follow = lines->end;
			return available == 0 ? LINES_END : LINES_LINE;
		}
		searched = available;
		if (!read_more(lines))
			return LINES_TROUBLE;
	}
}

enum lines_event
lines_peek(struct lines *lines, struct bytes *ahead)
{
	size_t length, follow;
	enum lines_event event = find_end(lines, LINE_MAX_LENGTH, &length, &follow);

	*ahead = lines_ahead(lines);
	return event;
}

/* Drops the rest of a line that is too long, but for its first part, which stays the row. */
static bool
skip_rest(struct lines *lines)
{
	size_t keep = lines->start + LINE_MAX_LENGTH;
	const char *feed;

	while ((feed = memchr(lines->buffer + keep, '\n', lines->end - keep)) == NULL) {
		/* What is in memory for good must be there when it is read anew. */
		if (lines->is_over) {
			lines->next = lines->end;
			return true;
		}
		lines->next = lines->end = keep;
		if (!read_more(lines))
			return false;
		keep = lines->start + LINE_MAX_LENGTH;
	}
	lines->next = (size_t)(feed + 1 - lines->buffer);
	return true;
}

enum lines_event
lines_next(struct lines *lines, struct bytes *line)
{
	size_t length, follow;
	enum lines_event event;

	lines->start = lines->next;
	lines->number = lines->next_number;
	event = find_end(lines, LINE_MAX_LENGTH, &length, &follow);
	if (event == LINES_LINE) {
		lines->next = follow;
		lines->is_unended = follow == lines->start + length;
	} else if (event == LINES_TOO_LONG) {
		length = LINE_MAX_LENGTH;
		if (!skip_rest(lines))
			return LINES_TROUBLE;
	} else {
		return event;
	}
	lines->next_number++;
	*line = (struct bytes){lines->buffer + lines->start, length};
	return event;
}

bool
lines_extend(struct lines *lines, struct bytes *line)
{
	size_t length, follow;

	/* With its LF the row is one longer than line says. */
	if (line->length + 1 > LINE_MAX_LENGTH)
		return false;
	enum lines_event event =
	    find_end(lines, LINE_MAX_LENGTH - line->length - 1, &length, &follow);
	line->at = lines->buffer + lines->start;
	if (event != LINES_LINE)
		return false;
	line->length += 1 + length;
	lines->next = follow;
	lines->next_number++;
	return true;
}

bool
lines_is_last(struct lines *lines, struct bytes *line)
{
	struct bytes ahead;
	bool is_last = lines_peek(lines, &ahead) == LINES_END;

	line->at = lines->buffer + lines->start;
	return is_last;
}

bool
lines_read_all(struct lines *lines)
{
	while (!lines->is_over) {
		if (lines->size - (lines->end - lines->start) < READ_SIZE) {
			lines->buffer = memory_resize(lines->buffer, 2, lines->size);
			lines->size *= 2;
		}
		if (!read_more(lines))
			return false;
	}
	return true;
}

void
lines_rewind(struct lines *lines)
{
	lines->next = 0;
	lines->next_number = 1;
}

void
lines_retreat(struct lines *lines, struct bytes *line)
{
	const char *feed = memchr(line->at, '\n', line->length);

	if (feed == NULL)
		return;
	line->length = (size_t)(feed - line->at);
	lines->next = lines->start + line->length + 1;
	lines->next_number = lines->number + 1;
}
