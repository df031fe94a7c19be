/* Encodings that need no help of the system: not every one has the tables of its iconv installed,
 * and what it opens to read them may fail. */

#ifndef DECODE_H
#define DECODE_H

#include "text/bytes.h"

/* A byte takes at most so many in UTF-8. */
enum { DECODE_GROWTH = 3 };

/* Writes the text as UTF-8 to to, which has room for DECODE_GROWTH times its length. False when
 * something is no character: *converted is then what comes before it. */
typedef bool decoder(struct bytes text, char *to, struct bytes *converted);

decoder decode_utf8, decode_utf16_le, decode_utf16_be, decode_windows_1252, decode_macintosh;

#endif
