/* Whether the family's name goes along: named or anonymous. */

#ifndef MANNER_H
#define MANNER_H

#include "rules/assessment.h"

/* Whether a partner is asked an action anonymously, by who it is and by the consent that the
 * family gave or withheld (mc-refer(1), "NAMED OR ANONYMOUS"). */
bool manner_is_anonymous(const struct assessment *assessment, enum word partner, enum word action);

/* The same where the kernteam stands in for a partner (address is not the partner): named when it
 * would be for that partner, and neither's consent is a no. */
bool manner_is_anonymous_to(
    const struct assessment *assessment, enum word partner, enum word address, enum word action);

#endif
