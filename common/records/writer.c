#include "records/writer.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "records/lines.h"
#include "records/record.h"
#include "tool/memory.h"

/* Room for several lines of the greatest length. */
enum { BUFFER_SIZE = 4 * LINE_MAX_LENGTH };

void
writer_open(struct writer *writer, int descriptor, const char *name)
{
	*writer = (struct writer){
	    .descriptor = descriptor, .name = name, .buffer = memory_allocate(BUFFER_SIZE)};
}

/* Takes the part of a line that was written last off a regular file; written is what was written
 * of some lines. Nothing can be taken back from a pipe. */
static void
drop_half_line(const struct writer *writer, struct bytes written)
{
	struct stat status;
	const char *feed = memrchr(written.at, '\n', written.length);
	size_t half =
	    feed == NULL ? written.length : written.length - (size_t)(feed + 1 - written.at);
	off_t at = lseek(writer->descriptor, 0, SEEK_CUR);

	if (half > 0 && at != -1 && fstat(writer->descriptor, &status) == 0
	    && S_ISREG(status.st_mode) && status.st_size == at)
		while (ftruncate(writer->descriptor, at - (off_t)half) == -1 && errno == EINTR)
			;
}

static void
send_on(struct writer *writer, struct bytes lines)
{
	size_t written = 0;

	while (written < lines.length && !writer->has_failed) {
		ssize_t count =
		    write(writer->descriptor, lines.at + written, lines.length - written);

		if (count >= 0) {
			written += (size_t)count;
		} else if (errno != EINTR) {
			/* Where SIGPIPE was blocked on the way here, a broken pipe ends us now. */
			if (errno == EPIPE)
				exit(128 + SIGPIPE);
			diagnostics_trouble_errno("%s", writer->name);
			drop_half_line(writer, (struct bytes){lines.at, written});
			writer->has_failed = true;
		}
	}
}

void
writer_flush(struct writer *writer)
{
	send_on(writer, (struct bytes){writer->buffer, writer->used});
	send_on(writer, writer->passed);
	writer->used = writer->passed.length = 0;
}

void
writer_idle(void *writer)
{
	writer_flush(writer);
}

/* Room for size bytes more behind all lines so far, by sending them on where there is none. */
static char *
room_for(struct writer *writer, size_t size)
{
	struct bytes passed = writer->passed;

	if (passed.length + size > BUFFER_SIZE - writer->used) {
		writer_flush(writer);
	} else if (passed.length > 0) {
		memcpy(writer->buffer + writer->used, passed.at, passed.length);
		writer->used += passed.length;
		writer->passed.length = 0;
	}
	return writer->buffer + writer->used;
}

void
writer_line(struct writer *writer, struct bytes line)
{
	char *at = room_for(writer, line.length + 1);

	memcpy(at, line.at, line.length);
	at[line.length] = '\n';
	writer->used += line.length + 1;
}

void
writer_pass(struct writer *writer, const struct record *record)
{
	struct bytes *passed = &writer->passed, line = record->line;

	if (!record->has_feed) {
		writer_line(writer, line);
		return;
	}
	if (passed->length == 0 || passed->at + passed->length != line.at) {
		(void)room_for(writer, 0);
		*passed = (struct bytes){line.at, 0};
	}
	passed->length += line.length + 1;
}

/* A field is quoted when its bytes would be read otherwise: separators and quotes, line breaks,
 * and blanks at its ends, which some readers take off. */
static bool
needs_quotes(struct bytes field, char delimiter)
{
	if (field.length == 0)
		return false;
	for (size_t i = 0; i < field.length; i++) {
		char c = field.at[i];

		if (c == delimiter || c == '"' || c == '\n' || c == '\r')
			return true;
	}
	return field.at[0] == ' ' || field.at[field.length - 1] == ' ';
}

/* Writes the field and returns the place behind it; the field fits before end, or NULL. */
static char *
put_field(char *at, const char *end, struct bytes field, bool in_quotes)
{
	if (!in_quotes) {
		if ((size_t)(end - at) < field.length)
			return NULL;
		if (field.length > 0)
			memcpy(at, field.at, field.length);
		return at + field.length;
	}
	if (end - at < 2)
		return NULL;
	*at++ = '"';
	for (size_t i = 0; i < field.length; i++) {
		bool is_quote = field.at[i] == '"';

		/* The byte, perhaps twice, and the closing quote. */
		if (end - at < (is_quote ? 3 : 2))
			return NULL;
		if (is_quote)
			*at++ = '"';
		*at++ = field.at[i];
	}
	*at++ = '"';
	return at;
}

char *
writer_format(char *line, const struct bytes field[], size_t count, char delimiter)
{
	const char *end = line + LINE_MAX_LENGTH;
	char *at = line;

	for (size_t i = 0; i < count; i++) {
		/* A single empty field unquoted would be an empty line. */
		bool in_quotes =
		    needs_quotes(field[i], delimiter) || (count == 1 && field[i].length == 0);

		if (i > 0) {
			if (at == end)
				return NULL;
			*at++ = delimiter;
		}
		if ((at = put_field(at, end, field[i], in_quotes)) == NULL)
			return NULL;
	}
	return at;
}

bool
writer_fields(struct writer *writer, const struct bytes field[], size_t count, char delimiter)
{
	char *start = room_for(writer, LINE_MAX_LENGTH + 1);
	char *end = writer_format(start, field, count, delimiter);

	if (end == NULL)
		return false;
	*end++ = '\n';
	writer->used += (size_t)(end - start);
	return true;
}

bool
writer_record(struct writer *writer, const struct bytes column[COLUMN_END])
{
	return writer_fields(writer, &column[COLUMN_FIRST], COLUMN_END - COLUMN_FIRST, ',');
}

void
writer_free(struct writer *writer)
{
	free(writer->buffer);
	writer->buffer = NULL;
}

void
writer_close(struct writer *writer)
{
	writer_flush(writer);
	writer_free(writer);
	/* A network disk may tell only now that it is full. */
	if (close(writer->descriptor) == -1 && !writer->has_failed && errno != EINTR)
		diagnostics_trouble_errno("%s", writer->name);
}
