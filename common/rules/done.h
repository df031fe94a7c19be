/* What was done: the (partner, action) pairs that rows of the referral ask for. */

#ifndef DONE_H
#define DONE_H

#include "rules/case.h"

/* Takes in that a partner did an action; a pair that no row asks about is left alone. */
void done_set(struct case_state *state, enum word partner, enum word action, struct span when,
    struct blocks *rests);

/* When a partner did an action, with all that counts as that (mc-refer(1), "WHAT IS DONE"); a
 * joint talk counts whoever held it. The empty set for a pair that no row asks about. */
struct span_set done_by(const struct case_state *state, enum word partner, enum word action);

/* Whether done of the pair is kept: for tests that hold it against the referral's table. */
bool done_is_kept(enum word partner, enum word action);

/* Whether a partner gives help: whether it can have done so. */
static inline bool
done_can_help(enum word partner)
{
	return done_is_kept(partner, ACTION_HELP);
}

#endif
