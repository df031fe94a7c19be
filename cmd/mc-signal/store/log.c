#include "store/log.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "records/record.h"
#include "text/text.h"
#include "store/comparison.h"
#include "tool/disk.h"
#include "store/ends.h"
#include "store/replacement.h"
#include "tool/diagnostics.h"
#include "tool/lock.h"
#include "tool/memory.h"

static _Noreturn void
stop(const struct log *log)
{
	diagnostics_stop("%s: %s", log->name, language_error(errno));
}

static void
lock(struct log *log)
{
	static bool is_told;

	if (!lock_try(log->descriptor) && !is_told) {
		diagnostics_note(_("%s: waiting for another writer"), log->name);
		is_told = true;
	}
	lock_wait(log->descriptor, log->name);
}

/* Whether the file that is locked still has the name: a writer before us may have put another in
 * its place. */
static bool
still_has_name(const struct log *log)
{
	struct stat named;

	return stat(log->path, &named) == 0 && named.st_dev == log->status.st_dev
	    && named.st_ino == log->status.st_ino;
}

/* Where one file cannot take the place of another in one go, a strike that was cut off may leave
 * the whole log under the other name alone. */
static void
refuse_to_begin_anew(const struct log *log)
{
	char left[SHOWN_SIZE];

	if (replacement_is_left(log->path, left))
		diagnostics_stop(_("%s is not there, but %s is, which --strike or --forget writes: "
				   "when that is the whole log, give it its name again"),
		    log->name, left);
}

/* Opens the log, or makes it, empty; -1 and EEXIST when another writer made it just now. */
static int
open_or_make(const struct log *log, bool must_exist)
{
	int descriptor = open(log->path, O_RDWR | O_APPEND | O_CLOEXEC);

	if (descriptor != -1 || errno != ENOENT)
		return descriptor;
	refuse_to_begin_anew(log);
	errno = ENOENT;
	if (must_exist)
		return -1;
	descriptor =
	    open(log->path, O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
	if (descriptor == -1 && errno == EEXIST && access(log->path, F_OK) == -1)
		diagnostics_stop(_("%s is a link to a file that does not exist"), log->name);
	return descriptor;
}

static void
open_locked(struct log *log, bool must_exist)
{
	for (int i = 0; i < LOCK_TRIES; i++) {
		log->descriptor = open_or_make(log, must_exist);
		if (log->descriptor == -1 && errno == EEXIST)
			continue;
		if (log->descriptor == -1)
			stop(log);
		lock(log);
		if (fstat(log->descriptor, &log->status) == -1)
			stop(log);
		if (!S_ISREG(log->status.st_mode))
			diagnostics_stop(_("%s: a log must be a regular file"), log->name);
		if (still_has_name(log))
			return;
		close(log->descriptor);
	}
	errno = ESTALE;
	stop(log);
}

void
log_read(const struct log *log, struct lines *lines)
{
	if (lseek(log->descriptor, 0, SEEK_SET) == -1)
		stop(log);
	lines_open(lines, log->descriptor, NULL, NULL);
}

bool
log_next_line(const struct log *log, struct lines *lines, struct bytes *line)
{
	switch (lines_next(lines, line)) {
	case LINES_LINE:
		return true;
	case LINES_END:
		return false;
	case LINES_TOO_LONG:
		diagnostics_stop(_("%s:%lu: the line is longer than 64 KiB: take it out by hand"),
		    log->name, lines->number);
	case LINES_TROUBLE:
		break;
	}
	stop(log);
}

/* A path as a shell takes it; to be freed by the caller. */
static char *
shell_word(const char *path)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789._/-";
	char *word = memory_allocate(4 * strlen(path) + 3), *end = word;

	if (path[strspn(path, plain)] == '\0')
		return strcpy(word, path);
	*end++ = '\'';
	for (; *path != '\0'; path++) {
		const char one[] = {*path, '\0'};

		end = stpcpy(end, *path == '\'' ? "'\\''" : one);
	}
	strcpy(end, "'");
	return word;
}

/* The command that mends a torn line must have the whole name; one that messages do not show as it
 * is stands there as a word. */
static _Noreturn void
refuse_torn(const struct log *log, unsigned long number)
{
	char *word = shell_word(strcmp(log->name, log->path) == 0 ? log->path : "FILE");

	diagnostics_stop(
	    _("%s:%lu: the last line is torn: an earlier write was cut off. Look at it "
	      "(tail -n 1 %s); take it off with: sed -i --follow-symlinks '$d' %s  or, "
	      "when it is whole, end it with: echo >> %s"),
	    log->name, number, word, word, word);
}

/* A log to which a program of Windows gave its line ends: what is appended would have others. The
 * command must have the whole name too. */
static _Noreturn void
refuse_returns(const struct log *log, unsigned long number)
{
	char *word = shell_word(strcmp(log->name, log->path) == 0 ? log->path : "FILE");

	diagnostics_stop(_("%s:%lu: the line ends in CR LF, as Windows ends lines, and those of a "
			   "log end in LF: mend it with: sed -i --follow-symlinks 's/\\r*$//' %s"),
	    log->name, number, word);
}

/* A log begins with the header of records and ends with a line end. */
static void
check_log(const struct log *log)
{
	struct lines lines;
	struct bytes line;

	log_read(log, &lines);
	while (log_next_line(log, &lines, &line)) {
		struct bytes bare = text_without_return(line);

		if (lines.number == 1 && !bytes_equal(bare, bytes_of(record_header)))
			diagnostics_stop(_("%s is no case log: its first line is not %s"),
			    log->name, record_header);
		if (lines.is_unended)
			refuse_torn(log, lines.number);
		if (bare.length < line.length)
			refuse_returns(log, lines.number);
	}
	lines_close(&lines);
}

/* Records are about children: what others than the owner may do is said, once a run. */
static void
note_rights(const struct log *log)
{
	static bool is_told;
	mode_t mode = log->status.st_mode & 07777;

	if ((mode & DISK_OTHERS) != 0 && !is_told)
		diagnostics_note(_("%s: others than its owner may read or change it (mode %04jo)"),
		    log->name, (uintmax_t)mode);
	is_told = true;
}

/* What is new for the log: its header, and the records that it does not hold; NULL for none. */
static void
write_new(const struct log *log, const struct additions *additions, struct writer *writer)
{
	if (log->journal.length == 0)
		writer_line(writer, bytes_of(record_header));
	if (additions != NULL)
		additions_write(additions, writer);
}

/* Writes it behind what the log holds, safe on the disk. */
static bool
write_behind(const struct log *log, const struct additions *additions)
{
	struct writer writer;
	bool is_done;

	writer_open(&writer, log->descriptor, log->name);
	write_new(log, additions, &writer);
	writer_flush(&writer);
	is_done = !writer.has_failed;
	writer_free(&writer);
	if (is_done && !disk_sync(log->descriptor)) {
		diagnostics_trouble_errno("%s", log->name);
		is_done = false;
	}
	return is_done;
}

/* A signal that ends the run waits until the log is whole. */
static bool
append(struct log *log, const struct additions *additions)
{
	sigset_t before;
	bool is_done = false;

	ends_hold(&before);
	if (journal_begin(&log->journal)) {
		write_new(log, additions, &log->journal.writer);
		is_done = journal_settle(&log->journal) && write_behind(log, additions);
		journal_end(&log->journal, is_done);
	}
	ends_release(&before);
	return is_done;
}

/* What a killed run left unfinished or lying about; the log may be another length then. */
static void
mend(struct log *log)
{
	journal_open(&log->journal, log->path, log->name, log->descriptor);
	if (replacement_clear(log->path, log->name))
		diagnostics_note(
		    _("%s: a file that an earlier run left beside it is taken away"), log->name);
	if (fstat(log->descriptor, &log->status) == -1)
		stop(log);
}

void
log_open(struct log *log, const char *path, bool must_exist)
{
	*log = (struct log){.path = path};
	diagnostics_show_file(path, log->name);
	open_locked(log, must_exist);
	mend(log);
	check_log(log);
	note_rights(log);
	if (log->status.st_size == 0 && !must_exist && !append(log, NULL))
		exit(diagnostics_status());
}

void
log_close(struct log *log)
{
	journal_close(&log->journal);
	close(log->descriptor);
}

bool
log_append(struct log *log, struct additions *additions)
{
	struct comparison comparison;
	struct lines lines;
	struct bytes line;

	log_read(log, &lines);
	comparison_open(&comparison, additions);
	while (log_next_line(log, &lines, &line))
		comparison_take(&comparison, line);
	comparison_close(&comparison);
	lines_close(&lines);
	/* A log that holds everything already stays as it is. */
	return !additions_have_new(additions) || append(log, additions);
}
