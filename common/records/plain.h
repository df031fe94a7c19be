/*
 * The quick way from bytes to a record.
 *
 * Nearly every line of a log has nine fields, of which eight are visible ASCII without quotes and
 * the last is text, perhaps in quotes; and nearly all say what others said before. The end of such
 * a line and its fields are found in one pass, and what was found right once is known again by its
 * bytes. Every other line is left to lines_next(), fields_split() and record_read(), which give the
 * same by libcsv and the tables, and say what is wrong with a line that is no record.
 */

#ifndef PLAIN_H
#define PLAIN_H

#include "records/fields.h"
#include "records/record.h"

/* So many bytes behind the beginning of a field can be read. */
enum { PLAIN_ROOM = VOCABULARY_ROOM };

/* Splits the line with which ahead begins, which then is a row of FIELDS_RECORD without a fault, in
 * its columns, each with PLAIN_ROOM bytes behind its beginning; all but the last stand in it one
 * behind the other. *length is the line's without its LF. False, and all unspecified, when it is no
 * such line, is not whole, or stands too near the end of ahead. The columns stay as those of
 * fields_split() do, of which fields->field may be the place. */
bool plain_split(
    struct fields *fields, struct bytes column[RECORD_COLUMNS], struct bytes ahead, size_t *length);

/* Fills the integers of a record with the columns of plain_split(), as record_read() does. False
 * when it has a fault; nothing is said of which. Keeps what it found right in memory of its own, of
 * a size that does not grow. */
bool plain_read(struct record *record);

#endif
