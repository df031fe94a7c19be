/* Why an action is due, in words: the fact and the day that set it off. */

#ifndef WHY_H
#define WHY_H

#include "cases/dossier.h"
#include "paper/phrase.h"
#include "rules/situation.h"

/* What is known of a case, worked out once for all that is asked in it. */
struct why_case {
	const struct dossier *dossier;
	day_number today;
	struct weighing weighing;
	struct assessment assessment;
	struct situation situation;
};

/* Why one action is due, in short, so that it can be kept until it is said. */
struct why {
	uint16_t told;	  /* a word, or a bit of each question: what the wording tells besides */
	uint16_t missing; /* a bit of each question that waits, or flags of the plan */
	uint8_t row;	  /* of the table of wordings */
};

/* A dossier, which has one weigh record and must outlive it. Not to be copied. */
void why_open(struct why_case *of, const struct dossier *dossier, day_number today);

/* Why a refer record of the dossier stands. */
struct why why_of(const struct why_case *of, const struct entry *refer);

/* Adds why that refer record stands: the day from which it counts, what happened then, an agreed
 * day, and which questions wait or which agreements lack. Days of the year of today are told
 * without it. */
void why_say(
    struct phrase *phrase, const struct why *why, const struct entry *refer, day_number today);

#endif
