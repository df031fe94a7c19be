#include "rules/manner.h"

#include "rules/consent.h"

/* wants-help, lapsed or not; or accepts yes, held or stale. */
static bool
family_is_open(const struct assessment *assessment)
{
	return assessment->talk == TALK_WANTS_HELP
	    || assessment_question(assessment, QUESTION_ACCEPTS)->value == ANSWER_YES;
}

bool
manner_is_anonymous(const struct assessment *assessment, enum word partner, enum word action)
{
	const struct case_state *state = assessment->state;

	if (partner == PARTNER_VEILIG_THUIS)
		return vocabulary_is_advice(action);
	if (!vocabulary_needs_consent(partner))
		return false;
	/* Unauthorised absence is reported by name: the school's duty by law. */
	if (action == ACTION_ABSENCE && state->has_absence_signal)
		return false;
	switch (consent_for(state, partner)) {
	case CONSENT_WITHHELD:
		return true;
	case CONSENT_GIVEN:
		return false;
	default:
		return state->has_consent || !vocabulary_needs_names(action)
		    || !family_is_open(assessment);
	}
}

bool
manner_is_anonymous_to(
    const struct assessment *assessment, enum word partner, enum word address, enum word action)
{
	const struct case_state *state = assessment->state;

	if (manner_is_anonymous(assessment, partner, action))
		return true;
	/* The duty to name absence is to the attendance officer, not to a whole table. */
	return address != partner
	    && (consent_own(state, partner) == CONSENT_WITHHELD
		|| consent_own(state, address) == CONSENT_WITHHELD);
}
