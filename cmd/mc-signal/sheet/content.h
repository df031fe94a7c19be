/*
 * The bytes of a sheet, read whole, as lines of UTF-8.
 *
 * What is no CSV at all is refused by what it is. Line ends become LF: where
 * a file has none outside quotes, as from a Macintosh, CR ends its lines.
 */

#ifndef CONTENT_H
#define CONTENT_H

#include "records/lines.h"
#include "sheet/encoding.h"

struct content {
	char *memory;	    /* owned */
	bool was_converted; /* it was not UTF-8 */
};

/* Reads all of lines, of which nothing was taken yet, and opens lines anew on what it is in UTF-8.
 * False when the file is refused or cannot be read, which is told as trouble under its name. */
bool content_read(struct content *content, struct lines *lines, const struct encoding *encoding,
    const char *name);
void content_free(struct content *content);

#endif
