/*
 * The case log: where a school keeps its facts.
 *
 * Records are appended to the file itself, all of a run's or none: a journal
 * beside it (journal.h) takes back what a run that was cut off has written. The
 * file stays what it is, with its owner, rights and links, and tail -f sees
 * each record. One writer at a time: the log is locked from log_open() on, and
 * a writer that waited looks again which file now has the name.
 */

#ifndef LOG_H
#define LOG_H

#include <sys/stat.h>

#include "records/lines.h"
#include "store/additions.h"
#include "store/journal.h"
#include "tool/diagnostics.h"

struct log {
	const char *path;
	char name[SHOWN_SIZE]; /* as messages show it */
	int descriptor;
	struct stat status; /* when it was opened */
	struct journal journal;
};

/* Opens and locks the log, and mends what a killed run left. One that does not exist is made, mode
 * 0600, with its header, unless it must exist. Ends the program with status 2 when that cannot be,
 * when the file is no case log, or when its last line is torn (named, with the commands that mend
 * it). The log must stay where it is in memory. */
void log_open(struct log *log, const char *path, bool must_exist);

/* Closes and unlocks the log. */
void log_close(struct log *log);

/* Starts reading the log from its first line. */
void log_read(const struct log *log, struct lines *lines);

/* The next line; false at the end. Ends the program with status 2 when the log cannot be read: then
 * it is none to write to. */
bool log_next_line(const struct log *log, struct lines *lines, struct bytes *line);

/* Appends the additions that the log does not hold yet, all of them or none, safe on the disk
 * when it returns. False, and told as trouble, when that cannot be; the log is then as it was. */
bool log_append(struct log *log, struct additions *additions);

#endif
