/*
 * Records to standard output: whole or not at all.
 *
 * Lines gather in a buffer, or are noted where they were read, and are sent on
 * together. When writing fails in the
 * middle (a full disk), what a regular file got of a half line is taken off it
 * again. Trouble is told once and remembered; writer_close() settles it.
 */

#ifndef WRITER_H
#define WRITER_H

#include <stdbool.h>

#include "text/bytes.h"
#include "records/vocabulary.h"

struct record; /* records/record.h */

struct writer {
	int descriptor;
	const char *name; /* for messages */
	char *buffer;
	size_t used;
	struct bytes passed; /* lines that come behind those in the buffer, where they were read */
	bool has_failed;
};

/* A writer to an open descriptor, which stays the caller's. Ends the program when memory is
 * out. */
void writer_open(struct writer *writer, int descriptor, const char *name);

/* Writes a line as it is, with an LF behind it. At most LINE_MAX_LENGTH bytes. */
void writer_line(struct writer *writer, struct bytes line);

/* Writes the line of a record as it came. One that has its LF is sent on from where it was read, in
 * one go with those that stand next to it: it must stay there until the writer is flushed. */
void writer_pass(struct writer *writer, const struct record *record);

/* Writes fields as one CSV line without its LF into line, which has room for LINE_MAX_LENGTH bytes,
 * in RFC 4180 quotes only where needed. Returns its end, or NULL when it would be longer. */
char *writer_format(char *line, const struct bytes field[], size_t count, char delimiter);

/* Writes fields as one CSV line, in RFC 4180 quotes only where needed. False, and nothing
 * written, when the line would be longer than LINE_MAX_LENGTH. */
bool writer_fields(struct writer *writer, const struct bytes field[], size_t count, char delimiter);

/* Writes a record from its columns (COLUMN_CASE ... COLUMN_TEXT); as writer_fields(). */
bool writer_record(struct writer *writer, const struct bytes column[COLUMN_END]);

/* Sends on what is written so far. writer_idle() is the same, as lines_idle wants it. */
void writer_flush(struct writer *writer);
void writer_idle(void *writer);

/* Frees the writer and leaves the descriptor open; what was not flushed is lost. */
void writer_free(struct writer *writer);

/* Flushes, frees and closes the descriptor's output. Failure is told as trouble (status 2). */
void writer_close(struct writer *writer);

#endif
