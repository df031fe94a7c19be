/* What was asked and is settled, so that a calendar that has it can take it off. */

#ifndef SETTLED_H
#define SETTLED_H

#include "cases/dossier.h"

/* A partner's action that is not due any more. */
struct settled {
	enum word partner, action;
	day_number day; /* on which it was done, or ended */
};

enum { SETTLED_MAX = 128 };

/* What was done in a case in the last sixty days, by what counts as done (mc-refer(1), "WHAT IS
 * DONE"), or was ended by a report, advice, an answer, a talk or a plan, and is not asked again.
 * Returns how many. */
size_t settled_of(
    const struct dossier *dossier, day_number today, struct settled list[SETTLED_MAX]);

#endif
