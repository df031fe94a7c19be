/*
 * A file that takes another's place: whole or not at all.
 *
 * It is written beside the other under a name of its own, mode 0600, and
 * renamed over it when it is safe on the disk. Whatever happens before that,
 * the old file is as it was.
 */

#ifndef REPLACEMENT_H
#define REPLACEMENT_H

#include <stdbool.h>

#include "tool/diagnostics.h"

struct replacement {
	const char *name; /* of the file, as messages show it */
	char *path;	  /* of the file to replace, links followed */
	char *temporary;  /* NULL when the file is no regular one and is written directly */
	int descriptor;	  /* to write to */
	int folder;	  /* of both, for fsync() */
};

/* Opens a replacement for a file that may exist or not, hidden beside it (tool/beside.h), for one
 * run at a time; what a killed run left of it is taken away, and that is said. Its name, as
 * messages show it, must outlive the replacement. Ends the program with status 2 when that cannot
 * be. A path that is no regular file (a pipe, a terminal) is written to directly. */
void replacement_open(struct replacement *replacement, const char *path, const char *name);

/* The same for a descriptor that is written to directly, of which it takes a copy; name is for
 * messages. */
void replacement_open_descriptor(struct replacement *replacement, const char *name, int descriptor);

/* The same for a regular file of which the caller holds the lock, so that nobody else has a
 * replacement of it: it is hidden, and always has the same name (tool/beside.h). */
void replacement_open_locked(struct replacement *replacement, const char *path, const char *name);

/* Takes a replacement under a lock away that a killed run left behind; whether there was one. */
bool replacement_clear(const char *path, const char *name);

/* Whether such a one lies beside the file; shown is then how messages name it. */
bool replacement_is_left(const char *path, char shown[SHOWN_SIZE]);

/* Puts it in place, safe on the disk; false, and told as trouble, when it cannot be. */
bool replacement_commit(struct replacement *replacement);

/* Throws it away and leaves the old file alone. */
void replacement_abandon(struct replacement *replacement);

#endif
