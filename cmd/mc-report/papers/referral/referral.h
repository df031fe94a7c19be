/* The parts of a referral that no other paper has. */

#ifndef REFERRAL_H
#define REFERRAL_H

#include "reader/view.h"

/* What is asked of the partner. */
void referral_put_asked(struct view *view);

/* What is asked of others, as far as it is of use to this one. */
void referral_put_next(struct view *view);

/* Whether the family agrees that it is named to this partner. */
void referral_put_consent(struct view *view);

#endif
