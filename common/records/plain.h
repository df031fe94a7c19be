/*
 * Plain lines: the quick way from bytes to the fields of a record.
 *
 * Nearly every line of a log is visible ASCII without a quote, in nine fields. Its end and its
 * fields are found in one pass; every other line is left to lines_next() and fields_split(), which
 * give the same fields for a plain one and say what is wrong with one that is none.
 */

#ifndef PLAIN_H
#define PLAIN_H

#include "records/record.h"

/* The fields of the line with which ahead begins, each with RECORD_ROOM bytes behind its beginning,
 * and the line's length without its LF. False, and both unspecified, when the line is not plain,
 * not whole, or too near the end of ahead. The bytes stay the caller's. */
bool plain_split(struct bytes ahead, struct bytes field[RECORD_COLUMNS], size_t *length);

#endif
