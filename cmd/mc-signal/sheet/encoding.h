/*
 * The encoding of a sheet: whatever it is, records are UTF-8.
 *
 * A sheet with a UTF-16 mark is UTF-16, one that is valid UTF-8 is that, and
 * any other is Windows-1252, as Dutch spreadsheets save it. Conversion is
 * iconv's.
 */

#ifndef ENCODING_H
#define ENCODING_H

#include <iconv.h>
#include <stdbool.h>

#include "text/bytes.h"

struct encoding {
	const char *name; /* as a person gave it, or NULL: found */
	iconv_t named, windows, utf16_le, utf16_be;
};

/* Opens what conversion may need, since later nothing can be opened. name is NULL or the encoding
 * that a person gave; false when the system does not know it. */
bool encoding_open(struct encoding *encoding, const char *name);
void encoding_close(struct encoding *encoding);

/* The text as UTF-8. *converted is memory for the caller to free that text then lies in, or NULL
 * when it was UTF-8 already. False when it is not in the encoding; text is then untouched, and
 * *line is the line (from 1) that is not. Ends the program when memory is out. */
bool encoding_to_utf8(
    const struct encoding *encoding, struct bytes *text, char **converted, unsigned long *line);

/* What the encoding of a text is called, for messages. */
const char *encoding_name(const struct encoding *encoding, struct bytes text);

#endif
