/*
 * What leaves the school with a case: what its parents may see of it, and what
 * goes along to the next school.
 *
 * A suspicion about staff, what is between pupils and a Handle with Care
 * notice stay behind, and so does what was discussed or done with the board
 * and the inspector, which would tell of them.
 */

#ifndef OUTWARD_H
#define OUTWARD_H

#include "cases/dossier.h"
#include "paper/wording.h"

/* Why parents may not see a fact, as the attention officer reads it; WORDING_NONE when they may. */
enum wording outward_ground(const struct entry *fact);

/* The value of a fact as parents may read it: that a child told is the child's. */
enum word outward_value(const struct entry *fact);

/* The text of a fact that parents may see, when the attention officer has read it: empty where it
 * is somebody's advice, or seems to hold somebody's words. */
struct bytes outward_text(const struct entry *fact);

/* Whether a fact goes along to the next school. */
bool outward_goes_along(const struct entry *fact);

#endif
