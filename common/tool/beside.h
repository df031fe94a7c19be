/*
 * Files that a tool keeps beside another: hidden, and named after it.
 *
 * The journal of the case log (zaken.csv has .zaken.csv.journal) is there only
 * while something is appended, or after a run that was cut off in the middle of
 * that: who reads the log looks for it.
 */

#ifndef BESIDE_H
#define BESIDE_H

#include <stdbool.h>

/* What the name of a journal ends on. */
extern const char beside_journal[];

/* Where the path leads, links followed; the path itself when it leads to nothing, or nowhere that a
 * path can. To be freed by the caller. */
char *beside_target(const char *path);

/* The path of such a file: in the folder of what path leads to, links followed, a dot, its name
 * and the suffix. To be freed by the caller. */
char *beside_path(const char *path, const char *suffix);

/* Whether a journal lies beside the file. */
bool beside_has_journal(const char *path);

#endif
