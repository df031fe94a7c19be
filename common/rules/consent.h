/* What the family said about being named to a partner. */

#ifndef CONSENT_H
#define CONSENT_H

#include "rules/case.h"

enum consent { CONSENT_UNKNOWN, CONSENT_GIVEN, CONSENT_WITHHELD };

/* The consent that counts for a partner: its own, and for a member of the kernteam that for the
 * whole kernteam too. A no of either counts, but a no for the kernteam yields to a yes for the
 * member that came after it (mc-refer(1), "NAMED OR ANONYMOUS"). */
enum consent consent_for(const struct case_state *state, enum word partner);

/* The newest record about exactly this partner, a no before a yes. */
enum consent consent_own(const struct case_state *state, enum word partner);

#endif
