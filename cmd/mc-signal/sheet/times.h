/* Times of the day as people and spreadsheets write them: 9:05, 14.30 uur, 14u30, 14:30:00.000. */

#ifndef TIMES_H
#define TIMES_H

#include "sheet/dates.h"

/* Reads all of text, which begins with the time, and sets time, midnight and minute of *written.
 * DATES_FINE, or why it is no time. */
enum dates_flaw times_read(struct bytes text, struct written_date *written);

#endif
