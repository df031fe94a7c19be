/* Months and school years (1 August to 31 July). */

#ifndef MONTH_H
#define MONTH_H

#include "records/span.h"

/* A calendar month, counted from 1 for January 2000 to 2400 for December 2199; 0 is none. */
typedef uint32_t month_number;

enum { NO_MONTH = 0, MONTHS_IN_YEAR = 12 };

/* Reads YYYY-MM; NO_MONTH when it is no month of 2000-2199. */
month_number month_read(struct bytes text);

/* Room for YYYY-MM and its NUL. */
enum { MONTH_TEXT_SIZE = 8 };

/* Writes the month as YYYY-MM. Returns text. */
const char *month_write(month_number month, char text[MONTH_TEXT_SIZE]);

/* The month of a day, and the last day of a month. */
month_number month_of_day(day_number day);
day_number month_last_day(month_number month);

/* The August in which the month's school year begins; NO_MONTH + 1 at the earliest. */
month_number month_of_school_year(month_number month);

/* The calendar year and the month of the year, 1 to 12. */
unsigned month_year(month_number month);
unsigned month_of_year(month_number month);

#endif
