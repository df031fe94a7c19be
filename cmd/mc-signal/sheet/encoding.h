/*
 * The encoding of a sheet: whatever it is, records are UTF-8.
 *
 * The first that holds: what a person says; a mark; a NUL in every other byte
 * (UTF-16); some sequence of several bytes that is UTF-8 (which by chance is
 * none of Windows-1252); else Windows-1252, as Dutch spreadsheets save "CSV",
 * unless letters tell of a Macintosh.
 */

#ifndef ENCODING_H
#define ENCODING_H

#include <iconv.h>
#include <stdbool.h>

#include "sheet/decode.h"
#include "text/bytes.h"

struct encoding {
	const char *name; /* as a person gave it, or NULL: found */
	decoder *named;	  /* what decodes it; NULL when the system must */
	iconv_t system;
};

/* What a text is found to be. */
enum encoding_found {
	ENCODING_UTF8,
	ENCODING_UTF16_LE,
	ENCODING_UTF16_BE,
	ENCODING_WINDOWS,   /* Windows-1252, guessed */
	ENCODING_MACINTOSH, /* guessed, and never read without being told */
	ENCODING_NAMED
};

/* Opens what conversion may need, since later nothing can be opened. name is NULL or the encoding
 * that a person gave; false when it cannot be used: errno is then as system_encoding_open() sets
 * it. */
bool encoding_open(struct encoding *encoding, const char *name);
void encoding_close(struct encoding *encoding);

/* In what encoding the text is to be read. */
enum encoding_found encoding_find(const struct encoding *encoding, struct bytes text);

/* What that is called, for messages. */
const char *encoding_name(const struct encoding *encoding, enum encoding_found found);

/* The text as UTF-8, in memory for the caller to free; what is to be read as UTF-8 is copied as it
 * is. False when it is not in the encoding: *converted is then what comes before the place. Ends
 * the program when memory is out. */
bool encoding_to_utf8(const struct encoding *encoding, enum encoding_found found, struct bytes text,
    char **memory, struct bytes *converted);

#endif
