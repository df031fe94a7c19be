/*
 * Encodings that the system has: iconv(3) loads them, each from a file of its own.
 *
 * A tool that has the C library in it can load only those of a system with that same C library;
 * with those of another it would fall over.
 */

#ifndef SYSTEM_ENCODING_H
#define SYSTEM_ENCODING_H

#include <iconv.h>
#include <stdbool.h>

#include "text/bytes.h"

/* What stands for no encoding. */
static const iconv_t no_system_encoding = (iconv_t)-1;

/* Opens a conversion to UTF-8 from the encoding of that name, for iconv_close() to close. False
 * when there is none, and *conversion is no_system_encoding: errno is EINVAL when the system does
 * not know the name, ELIBBAD when its encodings are for another C library than the tool has in it,
 * and else what the system lacks. */
bool system_encoding_open(iconv_t *conversion, const char *name);

/* The text as UTF-8, in memory for the caller to free. False when it is not in the encoding:
 * *converted is then what comes before the place. Ends the program when memory is out. */
bool system_encoding_to_utf8(
    iconv_t conversion, struct bytes text, char **memory, struct bytes *converted);

#endif
