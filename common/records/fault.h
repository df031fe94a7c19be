/* Faults in words: what stands in a line, and what would be right. */

#ifndef FAULT_H
#define FAULT_H

#include "records/fields.h"
#include "records/record.h"

/* Room for any message about one fault. */
enum { FAULT_TEXT_SIZE = 1024 };

/* From now on faults show words as a sheet may hold them too, in the language of messages. Until
 * then they show canonical tokens, since nothing else would be right in a record. */
void fault_show_sheet_words(void);

/* From now on faults of dates show this day as an example of how dates may be written, as
 * 3-10-2026; it must stay. */
void fault_show_day(const char *example);

/* Writes "column: what is wrong (what would be right)" in the language of messages. text is
 * always closed with a NUL. Returns text. */
const char *fault_describe(const struct fault *fault, char text[FAULT_TEXT_SIZE]);

/* What is wrong with a row that is no CSV; "" for FIELDS_FINE. */
const char *fault_of_row(enum fields_fault fault);

/* Room for any message about a line. */
enum { FAULT_LINE_SIZE = 2 * FAULT_TEXT_SIZE };

/* Writes what is said of a refused line: file, line, what is wrong, and the case that lacks the
 * line now, when the record names it. Returns text. */
const char *fault_line(char text[FAULT_LINE_SIZE], const char *file, unsigned long line,
    const struct record *record, const char *what);

/* Says it, as a refusal (status 1). */
void fault_tell(
    const char *file, unsigned long line, const struct record *record, const char *what);

#endif
