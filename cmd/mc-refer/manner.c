#include "manner.h"

#include "rules/consent.h"

static bool
family_is_open(const struct assessment *assessment)
{
	return assessment->talk == TALK_WANTS_HELP
	    || assessment_question(assessment, QUESTION_ACCEPTS)->value == ANSWER_YES;
}

bool
manner_is_anonymous(const struct assessment *assessment, enum word partner, enum word action)
{
	if (partner == PARTNER_VEILIG_THUIS)
		return vocabulary_is_advice(action);
	/* The attendance officer's task is by name, and so is the school's duty to report it. */
	if (case_consent_slot(partner) == CONSENT_SLOTS || action == ACTION_ABSENCE)
		return false;
	switch (consent_for(assessment->state, partner)) {
	case CONSENT_WITHHELD:
		return true;
	case CONSENT_GIVEN:
		return false;
	default:
		return !(vocabulary_needs_names(action) && family_is_open(assessment));
	}
}
