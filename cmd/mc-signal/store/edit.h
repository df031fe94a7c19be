/*
 * Taking records out of the log.
 *
 * The log changes whole or not at all: what it is to become is written beside
 * it, made safe on the disk and renamed over it, with the owner, group, mode
 * and access list of the old one. Where these cannot be kept nothing changes.
 */

#ifndef EDIT_H
#define EDIT_H

#include "records/writer.h"
#include "store/log.h"
#include "store/replacement.h"

struct edit {
	struct log log;
	struct replacement next; /* what the log is to become */
	struct writer writer;	 /* of next */
};

/* Opens the log, which must exist, as log_open() does, and what it is to become. */
void edit_open(struct edit *edit, const char *path);

/* Closes both; what was not put in place is thrown away. */
void edit_close(struct edit *edit);

/* Takes lines out of the log (numbers from 2, ascending order not needed, ended by 0) and writes
 * them to output behind a header; a file has them on the disk before the log changes. False, and
 * told as trouble, when a number has no line or writing fails; the log is then as it was. */
bool edit_strike(struct edit *edit, const unsigned long numbers[], struct writer *output);

/* A case that somebody wants out of the log. */
struct edit_case {
	struct bytes id;
	struct bytes school; /* may be empty when one school alone has the case */
	bool is_school_said; /* for this case; else it is what the person works for */
};

/* Takes a whole case out of the log. False, and told as trouble, when there is no such case, when
 * it is another school's, or when several have it and it was not said which is meant. */
bool edit_forget(struct edit *edit, const struct edit_case *wanted);

#endif
