/* Dates as people and spreadsheets write them. */

#ifndef DATES_H
#define DATES_H

#include "records/span.h"

/* In which order day, month and year stand. */
enum dates_order {
	DATES_FOUND, /* day first, and a sheet with a date that fits month-first alone is refused */
	DATES_DMY,
	DATES_MDY,
	DATES_YMD,
	DATES_RECORD /* the year first, in four digits: as records have it */
};

/* The order that a name (dmy, mdy, ymd) stands for; false when it is none. */
bool dates_read_order(const char *name, enum dates_order *order);

/* Reads a date with an optional time (9:05, 09:05:00: seconds are dropped); a year of two digits
 * is 20yy, one of four that stands first is always the year. False when it is no date of that
 * order that exists in 2000-2199. */
bool dates_read(struct bytes text, enum dates_order order, struct span *span);

/* Whether text is a date that exists month first and not day first: from a computer with
 * American settings. */
bool dates_is_month_first(struct bytes text);

/* Room for a date as records have it and its NUL. */
enum { DATES_TEXT_SIZE = 17 };

/* Writes the span as YYYY-MM-DD or YYYY-MM-DDTHH:MM. Returns text. */
const char *dates_write(struct span span, char text[DATES_TEXT_SIZE]);

#endif
