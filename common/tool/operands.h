/*
 * The files that a command line names.
 *
 * Those that can be are opened at once, so that a tool can give up the right to open more. A pipe
 * waits until the operand before it has ended, since its writer may be busy with that one first;
 * so do the files that the system does not allow to be open at the same time.
 */

#ifndef OPERANDS_H
#define OPERANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "tool/sandbox/confine.h"

struct operand {
	const char *path; /* as the command line has it; NULL for standard input */
	char *name;	  /* as messages show it */
	int descriptor;	  /* -1 while it waits */
	bool has_journal; /* something is appended to it, or that was cut off (tool/beside.h) */
	struct stat status;
};

struct operands {
	struct operand *file;
	size_t count;
	size_t next;	     /* to be read */
	bool is_reading;     /* the one before next is open */
	size_t last_waiting; /* when the tool confined itself: one more than its number, or 0 */
	bool is_confined;    /* no more of them can be opened */
	unsigned kept;	     /* by the tool besides: a sum of CONFINE_* */
};

/* Looks at every operand; none, or "-", is standard input. One that is not there is named as
 * trouble (status 2) and left out. Ends the program with status 2 when one is a file that standard
 * output or standard error goes to, or when memory is out. Pipes on standard input and output are
 * asked to hold more than they do by themselves, and the system is told that the tool works through
 * much (SCHED_BATCH), unless who runs it chose another policy. */
void operands_open(struct operands *operands, char *const names[]);

/* Puts the confinement in force (confinement_enforce()), but lets the tool open each operand that
 * waits until none does any more. */
void operands_confine(struct operands *operands, struct confinement *confinement);

/* The next operand, open; the one before it is closed. One that cannot be opened is named as
 * trouble and passed over. NULL after the last. */
const struct operand *operands_next(struct operands *operands);

/* Whether opening the next operand may take until somebody else is ready. */
bool operands_next_waits(const struct operands *operands);

/* Closes what is still open. */
void operands_close(struct operands *operands);

#endif
