/* The command line: which papers, about which cases, in which format. */

#ifndef COMMAND_H
#define COMMAND_H

#include "options.h"
#include "report.h"
#include "selection.h"
#include "writer.h"

/* A format, and what writes a document in it. */
struct format {
	const char *name;
	void (*render)(const struct document *document, struct writer *writer);
};

/* A type of paper. */
struct report_type {
	const char *name;
	report_build *build;
	bool wants_weigh, wants_refer; /* the derived records that each case must have */
	unsigned formats;	       /* in which it can be written: 1 << place in the table */
	const char *nothing;	       /* said when no paper was due, marked N_() */
};

struct command {
	const struct report_type *type;
	const struct format *format;
	bool is_as_of; /* today was given: later records are left out, not refused */
	struct report_order order;
	struct selection selection; /* to be freed */
};

extern const struct tool command_tool;

/* Reads the options; operands stand from optind on. What is wrong ends the program with status
 * 2. */
void command_parse(struct command *command, int argc, char *argv[]);

#endif
