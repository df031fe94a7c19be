/* Why an action is due, in words: the fact and the day that set it off. */

#ifndef WHY_H
#define WHY_H

#include "cases/dossier.h"
#include "paper/phrase.h"

/* Adds why a refer record of the dossier, which has one weigh record, stands: the day from which it
 * counts, what happened then, an agreed day, and which questions wait or which agreements lack.
 * Days of the year of today are told without it. */
void why_say(struct phrase *phrase, const struct dossier *dossier, const struct entry *refer,
    day_number today);

#endif
