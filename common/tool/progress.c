#include "tool/progress.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "tool/language.h"

/* In milliseconds: from when, and how often. */
enum { PATIENCE = 1000, PAUSE = 250 };

static const char *program_name = "meldcode";
static uint64_t total, started, shown_at;
static bool is_shown, is_hidden;

static uint64_t
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

static bool
is_watched(void)
{
	static int watched = -1;

	if (watched == -1) {
		watched = isatty(STDERR_FILENO);
		started = now();
		atexit(progress_clear);
	}
	return watched == 1;
}

void
progress_start(const char *program)
{
	program_name = program;
}

void
progress_read(size_t bytes)
{
	uint64_t time;

	if (is_hidden || !is_watched())
		return;
	total += bytes;
	time = now();
	if (time - started < PATIENCE || time - shown_at < PAUSE)
		return;
	shown_at = time;
	is_shown = true;
	putc('\r', stderr);
	fprintf(stderr, _("%s: %llu MB read"), program_name, (unsigned long long)(total / 1000000));
	fflush(stderr);
}

void
progress_hide(void)
{
	progress_clear();
	is_hidden = true;
}

void
progress_clear(void)
{
	if (!is_shown)
		return;
	is_shown = false;
	/* Back to the margin, and erase to the end of the line. */
	fputs("\r\033[K", stderr);
	fflush(stderr);
}
