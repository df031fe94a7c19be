/* The parts of a referral; each adds what its reader may see, and nothing when that is nothing. */

#ifndef REFERRAL_PARTS_H
#define REFERRAL_PARTS_H

#include "view.h"

/* Signals in order of time; protective and contradicting facts apart. */
void referral_put_signals(struct view *view);

/* What the child said in a talk. */
void referral_put_child(struct view *view);

/* Consultations, talks with the parents and what else was done, or that there was none. */
void referral_put_steps(struct view *view);

/* The practical needs. */
void referral_put_needs(struct view *view);

/* Whether the family agrees that it is named to this partner. */
void referral_put_consent(struct view *view);

/* The five weighings, their answers and arguments, outcome and rule. */
void referral_put_weighing(struct view *view);

/* The agreements that were made, and those that are missing. */
void referral_put_plan(struct view *view);

#endif
