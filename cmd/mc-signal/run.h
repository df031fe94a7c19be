/*
 * Taking in: each row of each file accepted or refused.
 *
 * Accepted records go to standard output as they come, or wait until all are
 * read and go together into the log, or to standard output for one elsewhere.
 */

#ifndef RUN_H
#define RUN_H

#include "sheet/encoding.h"
#include "row_record.h"
#include "store/elsewhere.h"
#include "store/log.h"
#include "store/rejects.h"
#include "settings.h"

struct run {
	const struct settings *settings;
	struct encoding encoding;
	struct row_record row_record;
	struct rejects rejects;
	struct writer output;	    /* without a log */
	struct log log;		    /* with one */
	struct elsewhere elsewhere; /* with a log elsewhere */
	struct additions additions; /* for either */
	struct cases cases;	    /* of sheets, without either */
	char *line;		    /* a record in the writer's form */
	unsigned long read, refused;
};

/* Opens what the settings name, but for the log: rejects, encodings. Ends the program with status 2
 * when that cannot be. The settings must outlive it. */
void run_open(struct run *run, const struct settings *settings);

/* Begins the output, once the tool is confined; ends the program with status 2 when a log that is
 * named will not do. */
void run_begin(struct run *run);

/* Sends on what is written so far, before somebody must be waited for. */
void run_idle(struct run *run);

/* Takes the rows of one file in. What is wrong is told, and the others are handled. */
void run_file(struct run *run, const struct operand *file);

/* Puts log and rejects in their places and says how many rows were refused. */
void run_close(struct run *run);

#endif
