/*
 * The four tools as functions of one process, for the targets of make fuzz.
 *
 * Each is linked whole, with its own copy of common/, so that it meets only
 * itself; its main has the tool's name. Before each run its variables are put
 * back to what they were at the start, and after it what it did not free or
 * close is; exit() only ends the run. It reads and writes as it always does:
 * descriptors 0 to 2, and files that are named on its command line.
 */

#ifndef TOOLS_H
#define TOOLS_H

#include "text/bytes.h"

enum tool_name { MC_SIGNAL, MC_WEIGH, MC_REFER, MC_REPORT, TOOL_NAMES };

/* What a run gave. Owned, to be given to output_free(). */
struct output {
	int status;
	struct bytes out, messages;
};

enum { ARGUMENTS_MAX = 24 };

/* Runs a tool with these arguments, ended by NULL (at most ARGUMENTS_MAX), and input as its
 * standard input. */
struct output tools_run(enum tool_name name, const char *const arguments[], struct bytes input);
void output_free(struct output *output);

enum { FILE_NAME_SIZE = 32 };

/* Opens a file in memory with these bytes, that its owner alone may use, and writes its path. The
 * descriptor is the caller's to close, and survives runs. */
int tools_file(struct bytes content, char path[FILE_NAME_SIZE]);

/* All bytes of an open file; to be freed. */
struct bytes tools_content(int descriptor);

#endif
