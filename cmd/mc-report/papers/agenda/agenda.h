/* The agenda: what is due, of all cases together. Written as a paper, a table and a calendar. */

#ifndef AGENDA_H
#define AGENDA_H

#include "cases/cases.h"

/* Soon is within five working days. */
enum due_status { DUE_OVERDUE, DUE_TODAY, DUE_SOON, DUE_LATER, DUE_STATUSES };

struct agenda_item {
	const struct entry *refer;
	enum due_status status;
	day_number since; /* from which day it counts */
};

/* Sorted by day, the order of mc-refer's rules, school and case; overdue first. */
struct agenda {
	struct agenda_item *item; /* to be freed */
	size_t count;
};

/* An action without a day must not be lost: it is due today. */
enum due_status agenda_status(const struct entry *refer, day_number today);

/* Every action of the cases that is due; "no further action" is none. Ends the program when
 * memory is out. */
struct agenda agenda_of(const struct cases *cases, day_number today);

void agenda_free(struct agenda *agenda);

#endif
