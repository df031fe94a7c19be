/* Days as people write them. */

#ifndef DATE_H
#define DATE_H

#include "records/span.h"
#include "paper/wording.h"

/* Room for any date in words. */
enum { DATE_SIZE = 48 };

/* How exactly a day is told. */
enum date_form {
	DATE_WEEKDAY, /* vrijdag 30 oktober 2026 */
	DATE_SHORT,   /* vr 30 okt 2026 */
	DATE_BRIEF,   /* vr 30 okt */
	DATE_DAY,     /* 30 oktober 2026 */
	DATE_MONTH    /* oktober 2026 */
};

/* Writes a day. "" for NO_DAY. Returns text. */
const char *date_of_day(
    day_number day, enum date_form form, enum language language, char text[DATE_SIZE]);

/* A day as short as it can be, in the year of today without the year: "vr 30 okt",
 * "vr 8 jan 2027". "" for NO_DAY. Returns text. */
const char *date_of_day_near(
    day_number day, day_number today, enum language language, char text[DATE_SIZE]);

/* A day in a form, with the time of day when the span is a minute and the form tells the day. */
const char *date_of_span(
    struct span span, enum date_form form, enum language language, char text[DATE_SIZE]);

#endif
