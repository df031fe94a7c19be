/* A page about a talk: the case, and what more than one page says. */

#ifndef TALK_PAGE_H
#define TALK_PAGE_H

#include "cases/dossier.h"
#include "paper/paper.h"

struct talk {
	struct paper paper;
	const struct dossier *dossier;
	struct assessment assessment;
	enum word outcome;
	bool wants_expert; /* signals or a talk that was not held asked for one */
	bool with_text;	   /* the notes' own words too, but for what somebody told */
};

/* Adds a title with the case's pseudonym in it. */
void talk_put_title(struct talk *talk, enum wording wording);

/* Adds the school and the day, and whether a line was refused. */
void talk_put_pairs(struct talk *talk, day_number today);

/* Adds that the police were there, when they were: who must know, knows. */
void talk_put_handle_with_care(struct talk *talk);

/* Adds a heading with a list, up to the first WORDING_NONE. */
void talk_put_list(struct talk *talk, enum wording heading, const enum wording items[]);

#endif
