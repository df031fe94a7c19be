/* From which day an action counts. */

#ifndef SINCE_H
#define SINCE_H

#include "rules/assessment.h"
#include "cases/dossier.h"

/* The day from which a refer record counts, as the table of mc-refer(1) has it under "counts from":
 * that of the answer, signal, talk or report that asks for the action; the case's date where there
 * is none. The dossier has its weigh record. */
day_number since_day(
    const struct dossier *dossier, const struct assessment *assessment, const struct entry *refer);

#endif
