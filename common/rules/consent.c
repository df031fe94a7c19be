#include "rules/consent.h"

enum consent
consent_own(const struct case_state *state, enum word partner)
{
	enum consent_slot slot = case_consent_slot(partner);

	if (slot == CONSENT_SLOTS)
		return CONSENT_UNKNOWN;
	struct span_set yes = state->consent[slot].yes, no = state->consent[slot].no;
	if (span_set_since(no, yes))
		return CONSENT_WITHHELD;
	return span_set_is_empty(yes) ? CONSENT_UNKNOWN : CONSENT_GIVEN;
}

/* A no for the whole kernteam yields to a later yes for one member. */
static bool
no_came_before_yes(const struct case_state *state, enum word partner)
{
	return span_set_end(state->consent[CONSENT_KERNTEAM].no)
	    < span_set_begin(state->consent[case_consent_slot(partner)].yes);
}

enum consent
consent_for(const struct case_state *state, enum word partner)
{
	enum consent own = consent_own(state, partner);
	enum consent of_kernteam =
	    vocabulary_is_member(partner) ? consent_own(state, PARTNER_KERNTEAM) : CONSENT_UNKNOWN;

	if (own == CONSENT_WITHHELD)
		return CONSENT_WITHHELD;
	if (of_kernteam == CONSENT_WITHHELD
	    && !(own == CONSENT_GIVEN && no_came_before_yes(state, partner)))
		return CONSENT_WITHHELD;
	return own == CONSENT_GIVEN || of_kernteam == CONSENT_GIVEN ? CONSENT_GIVEN
								    : CONSENT_UNKNOWN;
}
