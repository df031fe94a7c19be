/* The parts of a paper about a case; each adds what its reader may see, and nothing when that is
 * nothing. */

#ifndef PARTS_H
#define PARTS_H

#include "view.h"

/* Signals in order of time; protective and contradicting facts. */
void parts_put_concerns(struct view *view);
void parts_put_positive(struct view *view);

/* Whether a fact is a talk that was not held. */
bool parts_is_skipped(const struct entry *fact);

/* What the child said in a talk. */
void parts_put_child(struct view *view);

/* Consultations, talks with the parents and what else was done, or that there was none. */
void parts_put_steps(struct view *view);

/* The practical needs. */
void parts_put_needs(struct view *view);

/* Whether the family agrees that it is named to this partner. */
void parts_put_consent(struct view *view);

/* The five weighings, their answers and arguments, outcome and rule. */
void parts_put_weighing(struct view *view);

/* The agreements that were made, and those that are missing. */
void parts_put_plan(struct view *view);

#endif
