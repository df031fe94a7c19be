#include "counts/keep/ledger.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "counts/keep/ledger_reader.h"
#include "tool/memory.h"
#include "counts/keep/private_file.h"
#include "counts/keep/seal.h"

/* A ledger that this run has made, as long as no month stands in it. */
static char *made;

static void
keep_made(void)
{
	free(made);
	made = NULL;
}

/* A run that publishes nothing leaves no ledger behind. Only while the ledger is locked. */
static void
remove_made(void)
{
	struct stat status;

	if (made != NULL && stat(made, &status) == 0 && status.st_size == 0)
		(void)unlink(made);
	keep_made();
}

/* Whether the file was not there, and is made. */
static bool
open_file(struct ledger *ledger)
{
	bool is_made = false;

	ledger->descriptor = open(ledger->file, O_RDWR | O_APPEND | O_CLOEXEC);
	if (ledger->descriptor == -1 && errno == ENOENT) {
		is_made = true;
		ledger->descriptor =
		    open(ledger->file, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
	}
	if (ledger->descriptor == -1)
		diagnostics_stop("%s: %s", ledger->file, strerror(errno));
	return is_made;
}

/* Waits for the lock: a second run of cron then finds the month, and prints the same. Gives what
 * is known of the file then. */
static struct stat
lock(const struct ledger *ledger)
{
	struct stat status;

	while (flock(ledger->descriptor, LOCK_EX) == -1)
		if (errno != EINTR)
			diagnostics_stop("%s: %s", ledger->file, strerror(errno));
	if (fstat(ledger->descriptor, &status) == -1)
		diagnostics_stop("%s: %s", ledger->file, strerror(errno));
	return status;
}

/* Opens and locks the file. The run that had it locked may have taken it away. */
static void
open_and_lock(struct ledger *ledger)
{
	struct stat status;
	bool is_made;

	for (;;) {
		is_made = open_file(ledger);
		status = lock(ledger);
		if (status.st_nlink > 0)
			break;
		close(ledger->descriptor);
	}
	if (!is_made || status.st_size > 0)
		return;
	atexit(remove_made);
	made = realpath(ledger->file, NULL);
	private_file_sync_folder(ledger->file);
}

void
ledger_open(struct ledger *ledger, const char *file, const struct key *key)
{
	*ledger = (struct ledger){.file = file, .key = key};
	open_and_lock(ledger);
	ledger->size = (size_t)private_file_check(ledger->descriptor, file);
	ledger_reader_read(ledger);
}

void
ledger_add(struct ledger *ledger, struct ledger_row row)
{
	if (ledger->rows == ledger->room) {
		ledger->room = ledger->room == 0 ? 1024 : 2 * ledger->room;
		ledger->row = memory_resize(ledger->row, ledger->room, sizeof(*ledger->row));
	}
	ledger->row[ledger->rows++] = row;
}

enum { ROW_TEXT_SIZE = 128 };

static struct bytes
write_row(const struct ledger_row *row, char line[ROW_TEXT_SIZE])
{
	char month[MONTH_TEXT_SIZE], school[SCHOOL_TEXT_SIZE];
	int length = snprintf(line, ROW_TEXT_SIZE, "%s,%s,%s,%s,%s,%u,%u",
	    month_write(row->month, month), record_write_school(row->school, school),
	    groups_outcome_token[groups_outcome(row->profile)],
	    groups_route_token[groups_route(row->profile)],
	    groups_signal_token[groups_signal(row->profile)], row->cases, row->units);

	return (struct bytes){line, (size_t)length};
}

/* The bytes to append; to be freed. */
static struct bytes
write_month(struct ledger *ledger, month_number month, unsigned base, size_t first_row)
{
	size_t rows = ledger->rows - first_row, header = sizeof(ledger_header);
	char *text = memory_allocate(header + rows * ROW_TEXT_SIZE + SEAL_LINE_SIZE), *at = text;
	struct seal seal;

	if (ledger->size == 0)
		at += sprintf(at, "%s\n", ledger_header);
	seal_begin(&seal, ledger->key, ledger->hash);
	for (size_t i = first_row; i < ledger->rows; i++) {
		struct bytes line = write_row(&ledger->row[i], at);

		seal_take(&seal, line);
		at += line.length;
		*at++ = '\n';
	}
	seal_end(&seal, ledger->key, month, base, rows, ledger->hash);
	at += strlen(seal_line(ledger->key, month, base, rows, ledger->hash, at));
	return (struct bytes){text, (size_t)(at - text)};
}

/* Whether the file is as it was read: nobody else may write while it is locked, but could. */
static bool
is_unchanged(const struct ledger *ledger)
{
	struct stat status;

	if (fstat(ledger->descriptor, &status) == 0 && (size_t)status.st_size == ledger->size)
		return true;
	diagnostics_trouble(
	    _("%s: somebody wrote to it meanwhile; nothing is published"), ledger->file);
	return false;
}

bool
ledger_append(struct ledger *ledger, month_number month, unsigned base, size_t first_row)
{
	if (!is_unchanged(ledger))
		return false;
	struct bytes text = write_month(ledger, month, base, first_row);
	bool is_written = private_file_write(ledger->descriptor, text.at, text.length)
	    && fsync(ledger->descriptor) == 0;

	if (!is_written) {
		diagnostics_trouble_errno("%s", ledger->file);
		if (ftruncate(ledger->descriptor, (off_t)ledger->size) == -1)
			diagnostics_trouble_errno("%s", ledger->file);
	}
	if (is_written)
		keep_made();
	ledger->size += text.length;
	ledger->last = month;
	if (ledger->first == NO_MONTH)
		ledger->first = month;
	ledger->base = base;
	free((char *)(size_t)text.at);
	return is_written;
}

void
ledger_close(struct ledger *ledger)
{
	remove_made();
	close(ledger->descriptor);
	free(ledger->row);
	ledger->row = NULL;
}
