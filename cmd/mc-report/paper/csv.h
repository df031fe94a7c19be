/* Tables for programs: CSV that a spreadsheet may open. */

#ifndef CSV_H
#define CSV_H

#include "records/writer.h"

enum { TABLE_CELLS = 16 };

/* Writes the names of the columns. */
void csv_write_header(struct writer *writer, const char *const name[], size_t count);

/* Writes one row of at most TABLE_CELLS cells, each as it may be shown (text/shown.h), on one line.
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it, which a
 * spreadsheet does not show. Ends the program when memory is out. */
void csv_write_row(struct writer *writer, const struct bytes cell[], size_t count);

#endif
