/* How much a weighing protects, for tests that compare two. */

#ifndef PROTECTION_H
#define PROTECTION_H

#include "rules/weighing.h"

/* That of the rule or of also, whichever protects more: 0 (close) to 6 (report now). */
static inline unsigned
protection_of(const struct weighing *weighing)
{
	unsigned level = vocabulary_entry(weighing->outcome)->protection;
	unsigned at_home =
	    vocabulary_entry(weighing_outcome_of(weighing_rule_at_home(weighing)))->protection;

	return level > at_home ? level : at_home;
}

#endif
