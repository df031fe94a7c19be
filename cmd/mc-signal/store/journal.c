#include "store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/disk.h"
#include "store/rights.h"
#include "tool/beside.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

static _Noreturn void
stop(const char *path)
{
	char shown[SHOWN_SIZE];

	diagnostics_stop("%s: %s", diagnostics_show_file(path, shown), language_error(errno));
}

static void
trouble(const char *path)
{
	int error = errno;
	char shown[SHOWN_SIZE];

	diagnostics_show_file(path, shown);
	errno = error;
	diagnostics_trouble_errno("%s", shown);
}

static off_t
length_of(int descriptor)
{
	struct stat status;

	return fstat(descriptor, &status) == -1 ? -1 : status.st_size;
}

/* ------------------------------------------------------------- what a run left behind */

/* A journal that was found. */
struct found {
	int descriptor;
	off_t length;	      /* of the log before; -1 when the journal was not written whole */
	off_t records, after; /* where what was to be appended starts and ends in the journal */
};

/* What the log holds of what was to be appended. */
enum held {
	HELD_NOTHING,
	HELD_PART,
	HELD_ALL,
	HELD_OTHER /* somebody else wrote there, or took from it */
};

/* A first line: digits and a line feed. */
enum { HEAD_SIZE = 24 };

/* As much of size bytes at a place as there is; a file that cannot be read ends the program. */
static size_t
read_at(int descriptor, const char *path, char *bytes, size_t size, off_t at)
{
	size_t used = 0;

	while (used < size) {
		ssize_t got = pread(descriptor, bytes + used, size - used, at + (off_t)used);

		if (got == 0)
			break;
		if (got == -1 && errno != EINTR)
			stop(path);
		used += got > 0 ? (size_t)got : 0;
	}
	return used;
}

/* Reads the journal's first line. What a run that was cut off had not written yet is missing, or
 * NUL on some disks; anything else is a file of somebody else. */
static void
read_head(const struct journal *journal, struct found *found)
{
	char head[HEAD_SIZE + 1] = "", end[2], shown[SHOWN_SIZE];
	off_t size = length_of(found->descriptor);
	size_t digits;

	(void)read_at(found->descriptor, journal->path, head, HEAD_SIZE, 0);
	digits = strspn(head, "0123456789");
	if (head[digits] != '\0' && head[digits] != '\n')
		diagnostics_stop(_("%s is no journal of %s, whose name it has: put it elsewhere"),
		    diagnostics_show_file(journal->path, shown), journal->name);
	found->length = strtoimax(head, NULL, 10);
	found->records = (off_t)digits + 1;
	found->after = size - 1;
	if (head[digits] == '\0' || found->after <= found->records
	    || read_at(found->descriptor, journal->path, end, 2, size - 2) != 2
	    || memcmp(end, "\n\n", 2) != 0)
		found->length = -1;
}

/* Whether the log may have got these bytes from a run that wrote those; a NUL is one that did not
 * reach the disk, though the length did. */
static bool
may_be_of(const char *of_log, const char *of_journal, size_t count, bool *has_holes)
{
	for (size_t i = 0; i < count; i++) {
		if (of_log[i] != of_journal[i] && of_log[i] != '\0')
			return false;
		*has_holes |= of_log[i] == '\0';
	}
	return true;
}

enum { PIECE_SIZE = 64 * 1024 };

static enum held
compare(const struct journal *journal, const struct found *found)
{
	char *of_log = memory_allocate(2 * (size_t)PIECE_SIZE), *of_journal = of_log + PIECE_SIZE;
	off_t size = length_of(journal->log), more = size - found->length;
	enum held held = more == 0 ? HELD_NOTHING : more < 0 ? HELD_OTHER : HELD_ALL;
	bool has_holes = false;

	for (off_t at = 0; held == HELD_ALL && at < found->after - found->records;
	     at += PIECE_SIZE) {
		off_t left = found->after - found->records - at;
		size_t wanted = left < PIECE_SIZE ? (size_t)left : PIECE_SIZE, got;

		wanted = read_at(
		    found->descriptor, journal->path, of_journal, wanted, found->records + at);
		got = read_at(journal->log, journal->name, of_log, wanted, found->length + at);
		if (!may_be_of(of_log, of_journal, got, &has_holes))
			held = HELD_OTHER;
		else if (got < wanted)
			held = HELD_PART;
	}
	free(of_log);
	if (held == HELD_ALL && has_holes)
		return more > found->after - found->records ? HELD_OTHER : HELD_PART;
	return held;
}

/* Makes the log whole again, and says what came of it. */
static void
heal(const struct journal *journal, const struct found *found)
{
	enum held held = found->length == -1 ? HELD_NOTHING : compare(journal, found);

	if (held == HELD_PART ? !disk_cut(journal->log, found->length) : !disk_sync(journal->log))
		diagnostics_stop("%s: %s", journal->name, language_error(errno));
	switch (held) {
	case HELD_NOTHING:
		diagnostics_note(_("%s: an earlier run was cut off before it changed the log: "
				   "feed what it was given once more"),
		    journal->name);
		break;
	case HELD_PART:
		diagnostics_note(_("%s: an earlier run was cut off: the log is taken back to what "
				   "it was before (%jd bytes): feed what that run was given once "
				   "more"),
		    journal->name, (intmax_t)found->length);
		break;
	case HELD_ALL:
		diagnostics_note(_("%s: an earlier run was cut off when its records were all in "
				   "the log: they stay"),
		    journal->name);
		break;
	case HELD_OTHER:
		diagnostics_note(_("%s: an earlier run was cut off, and the log was changed since: "
				   "it stays as it is; feed what that run was given once more"),
		    journal->name);
		break;
	}
}

static void
look_for_journal(const struct journal *journal)
{
	struct found found;
	struct stat status;

	/* No link is followed and no pipe waited for: who can write to the folder might put one. */
	found.descriptor = open(journal->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (found.descriptor == -1 && errno == ENOENT)
		return;
	if (found.descriptor == -1 || fstat(found.descriptor, &status) == -1)
		stop(journal->path);
	errno = EINVAL;
	if (!S_ISREG(status.st_mode))
		stop(journal->path);
	read_head(journal, &found);
	heal(journal, &found);
	close(found.descriptor);
	if (unlink(journal->path) == -1 || !disk_sync_folder(journal->folder))
		stop(journal->path);
}

void
journal_open(struct journal *journal, const char *path, const char *name, int log)
{
	*journal =
	    (struct journal){.name = name, .path = beside_path(path, beside_journal), .log = log};
	journal->folder = disk_open_folder(journal->path);
	if (journal->folder == -1)
		stop(path);
	look_for_journal(journal);
}

void
journal_close(struct journal *journal)
{
	close(journal->folder);
	free(journal->path);
}

/* ---------------------------------------------------------------------- an append */

bool
journal_begin(struct journal *journal)
{
	char head[HEAD_SIZE];
	int descriptor = -1;

	journal->length = length_of(journal->log);
	if (journal->length != -1)
		descriptor =
		    open(journal->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
	if (descriptor == -1) {
		trouble(journal->path);
		return false;
	}
	/* Who shares the log must be able to take this run back. Where it cannot be shared, the
	 * next writer says so. */
	(void)rights_copy(journal->log, descriptor);
	writer_open(&journal->writer, descriptor, journal->name);
	snprintf(head, sizeof(head), "%jd", (intmax_t)journal->length);
	writer_line(&journal->writer, bytes_of(head));
	return true;
}

bool
journal_settle(struct journal *journal)
{
	bool is_safe;

	writer_line(&journal->writer, bytes_of(""));
	writer_flush(&journal->writer);
	is_safe = !journal->writer.has_failed;
	if (is_safe
	    && (!disk_sync(journal->writer.descriptor) || !disk_sync_folder(journal->folder))) {
		diagnostics_trouble_errno("%s", journal->name);
		is_safe = false;
	}
	writer_free(&journal->writer);
	close(journal->writer.descriptor);
	return is_safe;
}

void
journal_end(struct journal *journal, bool is_whole)
{
	if (!is_whole && length_of(journal->log) != journal->length
	    && !disk_cut(journal->log, journal->length)) {
		diagnostics_trouble_errno(
		    _("%s: what was written could not be taken back, which the next run will do"),
		    journal->name);
		return;
	}
	if (unlink(journal->path) == -1)
		trouble(journal->path);
	/* A journal that comes back after a power cut does no harm: the log holds all of it. */
	(void)disk_sync_folder(journal->folder);
}
