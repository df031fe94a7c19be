/* What must hold of whatever the tools write; a target that finds it otherwise aborts. */

#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>

#include "text/bytes.h"

/* Aborts, and names the place, unless it holds. */
#define must(holds) check_that((holds), #holds, __FILE__, __LINE__)
void check_that(bool holds, const char *what, const char *file, int line);

/* UTF-8 without what could play tricks on a terminal or its reader: no control character but LF,
 * none without ink, none that changes the direction. */
void check_clean(struct bytes text);

/* The same, and what free text may hold besides: what was written without ink stays in records. */
void check_clean_records(struct bytes text);

/* Clean, well-formed as XML has it, and nothing in it runs or is fetched. */
void check_html(struct bytes page);

/* Rows of as many cells as the first, and none that a spreadsheet would run. */
void check_csv(struct bytes table);

/* RFC 5545: lines of at most 75 octets that end with CR LF, components within each other, events
 * with what they must have. */
void check_calendar(struct bytes calendar);

/* Takes the next line, without its LF, off *text; false at the end. A last line has an LF. */
bool check_next_line(struct bytes *text, struct bytes *line);

/* Whether text begins with, or has somewhere in it, a string. */
bool check_begins(struct bytes text, const char *string);
bool check_holds(struct bytes text, const char *string);

#endif
