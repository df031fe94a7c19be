#include "tool/diagnostics.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "text/harmful.h"
#include "text/identifying/identifying.h"
#include "tool/progress.h"
#include "text/text.h"

static const char *program_name = "meldcode";
static enum exit_status worst_status = STATUS_DONE;

/* A standard stream that came closed is opened the wrong way round, so that using it fails and
 * no file of ours gets its number. */
static void
fill_closed_streams(void)
{
	static const int wrong_way[] = {O_WRONLY, O_RDONLY, O_RDONLY};

	for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
		if (fcntl(stream, F_GETFD) == -1 && errno == EBADF)
			if (open("/dev/null", wrong_way[stream]) == -1)
				exit(STATUS_TROUBLE);
}

/* What a catalogue of messages takes, several times over. */
enum { CATALOGUE_MEMORY = 1 << 16 };

/* The C library falls over when it gets no memory to open one. */
static void
need_memory(void)
{
	void *memory = malloc(CATALOGUE_MEMORY);

	if (memory == NULL)
		diagnostics_stop(_("out of memory"));
	free(memory);
}

/* Large buffers come from the heap, which is made large enough for them at once, rather than each
 * from the system and back to it. */
static void
widen_heap(void)
{
	enum { LARGE = 1 << 20 };

	mallopt(M_MMAP_THRESHOLD, LARGE);
	mallopt(M_TOP_PAD, 2 * LARGE);
	mallopt(M_TRIM_THRESHOLD, 4 * LARGE);
}

void
diagnostics_start(const char *program)
{
	program_name = program;
	progress_start(program);
	fill_closed_streams();
	signal(SIGPIPE, SIG_DFL);
	/* A file that may not grow further fails like a full disk, with a message. */
	signal(SIGXFSZ, SIG_IGN);
	widen_heap();
	need_memory();
	language_start();
}

/* An escaped byte, and an escaped character, of which none takes more than four bytes a byte. */
enum { ESCAPED_MOST = 4, CHARACTER_SIZE = sizeof("\\u10FFFF") };

static const char ellipsis[] = "...";

/* Writes the first character of text, which is not empty, as it may be shown: escaped when it is
 * harmful or no UTF-8. Returns the bytes that it takes of text. */
static size_t
show_character(struct bytes text, char shown[CHARACTER_SIZE])
{
	size_t length;
	uint32_t point = text_code_point(text, &length);

	if (length == 0)
		snprintf(shown, CHARACTER_SIZE, "\\x%02X", (unsigned char)*text.at);
	else if (harmful_sort(point) != HARMLESS)
		snprintf(shown, CHARACTER_SIZE, point < 0x80 ? "\\x%02X" : "\\u%04X", point);
	else
		*(char *)mempcpy(shown, text.at, length) = '\0';
	return length > 0 ? length : 1;
}

/* Writes all of text so; shown has ESCAPED_MOST bytes for each of it and a NUL. */
static void
show_all(struct bytes text, char *shown)
{
	*shown = '\0';
	while (text.length > 0) {
		size_t taken = show_character(text, shown);

		shown += strlen(shown);
		text.at += taken;
		text.length -= taken;
	}
}

/* Whatever a message was made of, it is one line, plays no tricks, and leaves in one piece, also
 * when several tools of a pipeline speak at once. */
static void
print(const char *format, va_list arguments, int error)
{
	char *message = NULL, *shown = NULL;
	int length = vasprintf(&message, format, arguments);

	if (length != -1)
		shown = malloc((size_t)length * ESCAPED_MOST + 1);
	if (shown != NULL)
		show_all((struct bytes){message, (size_t)length}, shown);
	progress_clear();
	fprintf(stderr, "%s: %s%s%s\n", program_name, shown != NULL ? shown : _("out of memory"),
	    error != 0 ? ": " : "", error != 0 ? language_error(error) : "");
	free(shown);
	if (length != -1)
		free(message);
}

static void
raise_status(enum exit_status status)
{
	if (status > worst_status)
		worst_status = status;
}

#define PRINT(format, error)                                                                       \
	do {                                                                                       \
		va_list arguments;                                                                 \
		va_start(arguments, format);                                                       \
		print(format, arguments, error);                                                   \
		va_end(arguments);                                                                 \
	} while (0)

void
diagnostics_note(const char *format, ...)
{
	PRINT(format, 0);
}

void
diagnostics_refused(const char *format, ...)
{
	PRINT(format, 0);
	raise_status(STATUS_REFUSED);
}

void
diagnostics_trouble(const char *format, ...)
{
	PRINT(format, 0);
	raise_status(STATUS_TROUBLE);
}

void
diagnostics_trouble_errno(const char *format, ...)
{
	int error = errno;

	PRINT(format, error);
	raise_status(STATUS_TROUBLE);
}

_Noreturn void
diagnostics_stop(const char *format, ...)
{
	PRINT(format, 0);
	exit(STATUS_TROUBLE);
}

int
diagnostics_status(void)
{
	return (int)worst_status;
}

const char *
diagnostics_program(void)
{
	return program_name;
}

/* Writes what kind of thing it is that tells who somebody is; false when it is none. */
static bool
show_kind(struct bytes value, char shown[SHOWN_SIZE])
{
	enum identifying identifying = identifying_find(value, 0, &value);

	if (identifying != IDENTIFYING_NONE)
		snprintf(shown, SHOWN_SIZE, "(%s)", _(identifying_name(identifying)));
	return identifying != IDENTIFYING_NONE;
}

/* Writes at most 40 characters of value and what says that there are more. */
static void
show_beginning(struct bytes value, char *shown)
{
	*shown = '\0';
	for (size_t i = 0; i < SHOWN_CHARACTERS && value.length > 0; i++) {
		size_t taken = show_character(value, shown);

		shown += strlen(shown);
		value.at += taken;
		value.length -= taken;
	}
	if (value.length > 0)
		strcpy(shown, ellipsis);
}

const char *
diagnostics_show(struct bytes value, char shown[SHOWN_SIZE])
{
	if (!show_kind(value, shown))
		show_beginning(value, shown);
	return shown;
}

/* The last 40 characters of a string. */
static const char *
end_of(const char *string)
{
	const char *at = string + strlen(string);

	for (size_t i = 0; i < SHOWN_CHARACTERS && at > string; i++)
		do
			at--;
		while (at > string && ((unsigned char)*at & 0xC0) == 0x80);
	return at;
}

const char *
diagnostics_show_file(const char *name, char shown[SHOWN_SIZE])
{
	const char *end = end_of(name);
	size_t used = end > name ? strlen(ellipsis) : 0;

	if (show_kind(bytes_of(name), shown))
		return shown;
	memcpy(shown, ellipsis, used);
	show_beginning(bytes_of(end), shown + used);
	return shown;
}
