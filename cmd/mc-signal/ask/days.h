/* The days of a record, as a person says them. */

#ifndef ASK_DAYS_H
#define ASK_DAYS_H

#include "ask/draft.h"

/* When it happened; today without a time is this minute. */
enum asked ask_date(struct ask *ask, struct draft *draft);

/* When the school came to know of a signal of an earlier day. */
enum asked ask_known_day(struct ask *ask, struct draft *draft);

/* The day that was agreed. */
enum asked ask_due(struct ask *ask, struct draft *draft);

#endif
