/* The time strip on top of a chronology. */

#ifndef TIMELINE_H
#define TIMELINE_H

#include "paper/paper.h"
#include "papers/chronology/days.h"

/* Adds the strip, which text does not show, and what its shapes and letters mean; nothing for a
 * case of one day. The last day is today. */
void timeline_put(struct paper *paper, const struct dossier *dossier, const struct case_days *days,
    day_number today);

#endif
