/*
 * A log that is kept elsewhere, such as in an encrypted file: it comes as a
 * stream, and what is new to it is written for whoever keeps it.
 */

#ifndef ELSEWHERE_H
#define ELSEWHERE_H

#include "store/additions.h"
#include "tool/diagnostics.h"

struct elsewhere {
	char name[SHOWN_SIZE]; /* as messages show it */
	int descriptor;
};

/* Opens the stream, before the tool is confined. Ends the program with status 2 when it cannot be
 * opened. */
void elsewhere_open(struct elsewhere *elsewhere, const char *path);

/* Reads it to its end, compares the additions with it and closes it. Ends the program with status 2
 * when it cannot be read, is no case log, or is cut off: nobody knows then what is new. */
void elsewhere_compare(struct elsewhere *elsewhere, struct additions *additions);

#endif
