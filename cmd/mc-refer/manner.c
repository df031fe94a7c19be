#include "manner.h"

enum consent { UNKNOWN, GIVEN, WITHHELD };

/* The newest consent for a partner, no before yes. */
static enum consent
consent_for(const struct case_state *state, enum consent_slot slot)
{
	struct span_set yes = state->consent[slot].yes, no = state->consent[slot].no;
	struct span_set all = span_set_union(yes, no);

	if (span_set_is_empty(all))
		return UNKNOWN;
	return !span_set_is_empty(no) && span_set_end(no) >= span_set_begin(all) ? WITHHELD : GIVEN;
}

/* A no for the whole kernteam yields to a later yes for one member. */
static bool
no_came_before_yes(const struct case_state *state, enum consent_slot slot)
{
	return span_set_end(state->consent[CONSENT_KERNTEAM].no)
	    < span_set_begin(state->consent[slot].yes);
}

static bool
family_is_open(const struct assessment *assessment)
{
	return assessment->talk == TALK_WANTS_HELP
	    || assessment_question(assessment, QUESTION_ACCEPTS)->value == ANSWER_YES;
}

static bool
is_help_itself(enum word action)
{
	return action == ACTION_JOINT_TALK || action == ACTION_HELP
	    || action == ACTION_PRACTICAL_HELP;
}

static bool
is_anonymous_by_consent(const struct assessment *assessment, enum consent_slot slot,
    enum word partner, enum word action)
{
	const struct case_state *state = assessment->state;
	enum consent own = consent_for(state, slot);
	enum consent of_kernteam =
	    vocabulary_is_member(partner) ? consent_for(state, CONSENT_KERNTEAM) : UNKNOWN;

	if (own == WITHHELD)
		return true;
	if (of_kernteam == WITHHELD && !(own == GIVEN && no_came_before_yes(state, slot)))
		return true;
	if (own == GIVEN || of_kernteam == GIVEN)
		return false;
	return !(is_help_itself(action) && family_is_open(assessment));
}

bool
manner_is_anonymous(const struct assessment *assessment, enum word partner, enum word action)
{
	enum consent_slot slot = case_consent_slot(partner);

	if (partner == PARTNER_VEILIG_THUIS)
		return vocabulary_is_advice(action);
	/* The attendance officer's task is by name, and so is the school's duty to report it. */
	if (slot == CONSENT_SLOTS || action == ACTION_ABSENCE)
		return false;
	return is_anonymous_by_consent(assessment, slot, partner, action);
}
