/*
 * The case log: where a school keeps its facts.
 *
 * A log changes whole or not at all. What it is to become is written beside
 * it, made safe on the disk and renamed over it, so whatever happens in
 * between (a crash, a full disk) leaves the old one. One writer at a time: the
 * log is locked from log_open() on, and a writer that waited looks again which
 * file now has the name.
 */

#ifndef LOG_H
#define LOG_H

#include <sys/stat.h>

#include "store/additions.h"
#include "store/replacement.h"
#include "records/writer.h"

struct log {
	const char *path;
	int descriptor;
	struct stat status;	 /* mode and owner, to be kept */
	struct replacement next; /* what the log is to become */
	struct writer writer;	 /* of next */
};

/* Opens and locks the log; one that does not exist is made, mode 0600, with its header, unless it
 * must exist. Ends the program with status 2 when that cannot be, when the file is no case log, or
 * when its last line is torn (named, with the commands that mend it). */
void log_open(struct log *log, const char *path, bool must_exist);

/* Closes and unlocks the log; what was not committed is thrown away. */
void log_close(struct log *log);

/* Appends the additions that the log does not hold yet, all of them or none, safe on the disk
 * when it returns. False, and told as trouble, when that cannot be; the log is then as it was. */
bool log_append(struct log *log, struct additions *additions);

/* Takes lines out of the log (numbers from 2, ascending order not needed, ended by 0) and writes
 * them to output behind a header, before the log changes. False, and told as trouble, when a
 * number has no line or writing fails; the log is then as it was. */
bool log_strike(struct log *log, const unsigned long numbers[], struct writer *output);

/* Takes a whole case out of the log; school may be empty when one school alone has the case.
 * False, and told as trouble, when there is no such case or two schools have it. */
bool log_forget(struct log *log, struct bytes id, struct bytes school);

#endif
