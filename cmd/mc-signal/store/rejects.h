/*
 * The rows that were refused, to be mended and fed again.
 *
 * A CSV of the same form as the sheet, with a last column of reasons that is
 * passed over on input. It takes the place of an earlier file at the end, so
 * it may be the input itself.
 */

#ifndef REJECTS_H
#define REJECTS_H

#include <sys/stat.h>

#include "store/replacement.h"
#include "sheet/sheet.h"
#include "records/writer.h"
#include "tool/diagnostics.h"

struct rejects {
	const char *path;      /* NULL: nobody asked for them */
	char name[SHOWN_SIZE]; /* as messages show it */
	struct replacement file;
	struct writer writer;
	char *header; /* of the sheets so far; NULL before the first */
	size_t header_length;
	bool is_direct;	  /* written to as it is: a descriptor that we were given */
	bool has_earlier; /* there was a file, which may be among those taken in */
	struct stat earlier;
	bool lacks_row;	    /* of the current sheet: too long to be kept */
	bool earlier_stays; /* it holds rows that are nowhere else */
};

/* Opens the file of rejects; path NULL makes all that follows do nothing. A path that names a
 * descriptor of ours (/dev/stdout), or a file that we were given one of (2>> file), is written to
 * and never replaced. Ends the program with status 2 when it cannot be opened. */
void rejects_open(struct rejects *rejects, const char *path);

/* The path of the file in whose place the rejects come; NULL when they come in none. */
const char *rejects_replaced(const struct rejects *rejects);

/* The descriptor of ours that a path names, as /dev/stdout does; -1 for none. */
int rejects_descriptor(const char *path);

/* To be called for each sheet. False, and told as trouble, when its columns are not those of the
 * sheets before: rows of two forms do not fit in one file. */
bool rejects_start(struct rejects *rejects, const struct sheet *sheet);

/* Adds a row as it stands, with its reasons; a row that is no CSV as one quoted cell. */
void rejects_add(struct rejects *rejects, const struct sheet *sheet, const struct row *row,
    bool is_csv, const char *reasons);

/* To be called after each file. When not all of it was taken in or kept here, and it is the
 * earlier file of rejects, that file will stay. */
void rejects_finish(struct rejects *rejects, int descriptor, bool is_all_taken_in);

/* Puts the file in its place, safe on the disk; trouble (status 2) when that cannot be. An earlier
 * file stays when what was accepted did not arrive, since it may be the only place that has it. */
void rejects_close(struct rejects *rejects, bool has_output_arrived);

#endif
