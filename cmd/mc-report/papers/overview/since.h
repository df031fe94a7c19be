/* Since when an outcome stands. */

#ifndef SINCE_H
#define SINCE_H

#include "cases/dossier.h"

/* The day from which the outcome of the dossier's weigh record stands: that of the newest fact that
 * made it so and that nothing ended since, counted as a duty is (mc-record(5), "TIME"); where an
 * agreed day passed, the day after it. */
day_number since_of(const struct dossier *dossier, day_number today);

#endif
