/* The names of months and weekdays, as they stand in dates in Dutch and English. */

#ifndef CALENDAR_NAMES_H
#define CALENDAR_NAMES_H

#include "text/bytes.h"

/* The month of which name is the name, or its first letters, at least three: 1 to 12; 0 for none.
 */
unsigned calendar_names_month(struct bytes name);

/* Whether name is a weekday's, or its first letters, at least two. */
bool calendar_names_weekday(struct bytes name);

#endif
