/* The files that a command line names. */

#ifndef OPERANDS_H
#define OPERANDS_H

#include <stddef.h>

struct operand {
	char *name; /* as messages show it */
	int descriptor;
};

struct operands {
	struct operand *file;
	size_t count;
};

/* Opens every operand at once, so that a tool can give up the right to open more; none, or "-",
 * is standard input. One that cannot be opened is named as trouble (status 2) and left out.
 * Ends the program when memory is out. */
void operands_open(struct operands *operands, char *const names[]);

/* Closes one file that has been read, unless it is standard input. */
void operands_close_file(const struct operand *file);

/* Frees the list; every file must have been closed. */
void operands_close(struct operands *operands);

#endif
