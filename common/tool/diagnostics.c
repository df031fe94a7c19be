#include "tool/diagnostics.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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

void
diagnostics_start(const char *program)
{
	program_name = program;
	progress_start(program);
	fill_closed_streams();
	signal(SIGPIPE, SIG_DFL);
	/* A file that may not grow further fails like a full disk, with a message. */
	signal(SIGXFSZ, SIG_IGN);
	language_start();
}

static void
print(const char *format, va_list arguments, int error)
{
	/* One line at a time, also when several tools of a pipeline speak at once. */
	progress_clear();
	flockfile(stderr);
	fprintf(stderr, "%s: ", program_name);
	vfprintf(stderr, format, arguments);
	if (error != 0)
		fprintf(stderr, ": %s", strerror(error));
	putc('\n', stderr);
	fflush(stderr);
	funlockfile(stderr);
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

/* Control characters, line and paragraph separators, and what turns the direction of text. */
static bool
is_unsafe(uint32_t point)
{
	return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x61C || point == 0x200E
	    || point == 0x200F || (point >= 0x2028 && point <= 0x202E)
	    || (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

const char *
diagnostics_show(struct bytes value, char shown[SHOWN_SIZE])
{
	size_t used = 0, characters = 0;
	enum identifying identifying = identifying_find(value, 0, &value);

	if (identifying != IDENTIFYING_NONE) {
		snprintf(shown, SHOWN_SIZE, "(%s)", _(identifying_name(identifying)));
		return shown;
	}
	while (value.length > 0 && characters++ < SHOWN_CHARACTERS) {
		size_t length;
		uint32_t point = text_code_point(value, &length);

		if (length == 0) {
			used += (size_t)snprintf(
			    shown + used, SHOWN_SIZE - used, "\\x%02X", (unsigned char)*value.at);
			length = 1;
		} else if (is_unsafe(point)) {
			used += (size_t)snprintf(shown + used, SHOWN_SIZE - used,
			    point < 0x80 ? "\\x%02X" : "\\u%04X", point);
		} else {
			memcpy(shown + used, value.at, length);
			used += length;
		}
		value.at += length;
		value.length -= length;
	}
	memcpy(shown + used, value.length > 0 ? "..." : "", value.length > 0 ? 4 : 1);
	return shown;
}
