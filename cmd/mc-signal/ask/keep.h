/*
 * Keeping records one by one: each is safe as soon as it is kept.
 *
 * With a log the record is appended to it and the log is let go again, so that
 * others can write while a person thinks; without one it goes to standard
 * output at once.
 */

#ifndef ASK_KEEP_H
#define ASK_KEEP_H

#include "row_record.h"
#include "settings.h"
#include "records/writer.h"

struct keep {
	const char *log; /* NULL: standard output */
	struct row_record row_record;
	struct writer output;
	bool has_header;
	char *line; /* a record in the writer's form */
	unsigned long kept;
};

enum keep_result {
	KEEP_DONE,
	KEEP_KNOWN,   /* the log had it already */
	KEEP_REFUSED, /* it breaks a rule of records: see the faults */
	KEEP_FAILED   /* told as trouble */
};

/* Opens what the settings name; a log that cannot be written to is found here (and ends the
 * program with status 2), not when a person has typed. The settings must outlive it. */
void keep_open(struct keep *keep, const struct settings *settings);

/* Keeps the record with these columns; faults as row_record_take_columns() adds them. */
enum keep_result keep_record(
    struct keep *keep, const struct bytes column[COLUMN_END], struct faults *faults);

void keep_close(struct keep *keep);

#endif
