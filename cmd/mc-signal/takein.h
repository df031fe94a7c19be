/*
 * Taking in: each row of each file accepted or refused.
 *
 * Accepted records go to standard output as they come, or wait until all are
 * read and go into the log together.
 */

#ifndef TAKEIN_H
#define TAKEIN_H

#include "encoding.h"
#include "intake.h"
#include "log.h"
#include "rejects.h"
#include "settings.h"

struct takein {
	const struct settings *settings;
	struct encoding encoding;
	struct intake intake;
	struct rejects rejects;
	struct writer output;	    /* without a log */
	struct log log;		    /* with one */
	struct additions additions; /* for the log */
	char *line;		    /* a record in the writer's form */
	unsigned long read, refused;
};

/* Opens what the settings name: log, rejects, encodings. Ends the program with status 2 when that
 * cannot be. The settings must outlive it. */
void takein_open(struct takein *takein, const struct settings *settings);

/* Takes the rows of one file in. What is wrong is told, and the others are handled. */
void takein_file(struct takein *takein, const struct operand *file);

/* Puts log and rejects in their places and says how many rows were refused. */
void takein_close(struct takein *takein);

#endif
