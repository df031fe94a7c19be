/* Windows-1252, of ourselves: not every system has the tables of its iconv installed. */

#ifndef WINDOWS_1252_H
#define WINDOWS_1252_H

#include "text/bytes.h"

/* A byte takes at most so many in UTF-8. */
enum { WINDOWS_1252_GROWTH = 3 };

/* Writes the text as UTF-8 to to, which has room for WINDOWS_1252_GROWTH times its length. False
 * when a byte is no character: *converted is then what comes before it. */
bool windows_1252_to_utf8(struct bytes text, char *to, struct bytes *converted);

#endif
