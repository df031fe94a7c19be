/* The parts of the papers for a talk. */

#ifndef TALK_H
#define TALK_H

#include "paper/date.h"
#include "paper/paper.h"
#include "report.h"

struct talk {
	struct paper paper;
	const struct dossier *dossier;
	struct assessment assessment;
	enum word outcome;
	bool with_text; /* the notes' own words too, but for what somebody told */
};

/* Adds the one page that says why there is no talk, or not now, and whom to call first. False when
 * there may be a talk: nothing is added then. */
bool talk_put_stop(struct talk *talk, day_number today);

/* Whether signals or a talk that was not held asked for an expert. */
bool talk_wants_expert(const struct talk *talk);

/* Adds a title with the case's pseudonym in it; the school and the day, and whether a line was
 * refused; a heading with a list. */
void talk_put_title(struct talk *talk, enum wording wording);
void talk_put_pairs(struct talk *talk, day_number today);
void talk_put_list(struct talk *talk, enum wording heading, const enum wording items[]);

#endif
