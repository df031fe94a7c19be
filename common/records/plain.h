/*
 * The quick way from bytes to the fields of a record.
 *
 * Nearly every line of a log has nine fields, of which eight are visible ASCII without quotes and
 * the last is text, perhaps in quotes. Its end and its fields are found in one pass. Every other
 * line is left to lines_next() and fields_split(), which give the same fields by libcsv and say
 * what is wrong with a line that is none.
 */

#ifndef PLAIN_H
#define PLAIN_H

#include "records/fields.h"
#include "records/record.h"

/* Splits the line with which ahead begins, which then is a row of FIELDS_RECORD without a fault, in
 * RECORD_COLUMNS fields, each with RECORD_ROOM bytes behind its beginning. *length is the line's
 * without its LF. False, and both unspecified, when it is no such line, is not whole, or stands too
 * near the end of ahead. The fields stay as those of fields_split() do. */
bool plain_split(struct fields *fields, struct bytes ahead, size_t *length);

#endif
