/*
 * Papers for the talk of step 3: the preparation, the sheet that may lie on the
 * table before the parents, and a page of its own for the talk with the child.
 *
 * While somebody could come in danger by a talk there is no sheet: one page
 * then says whom to call first.
 */

#ifndef TALK_H
#define TALK_H

#include "papers/talk/page.h"

/* Adds the one page that says why there is no talk, or not now, and whom to call first. False when
 * there may be a talk: nothing is added then. */
bool talk_put_stop(struct talk *talk, day_number today);

/* Each adds its pages. */
void talk_put_preparation(struct talk *talk, day_number today);
void talk_put_sheet(struct talk *talk);
void talk_put_child(struct talk *talk);

#endif
