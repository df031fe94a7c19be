#include "reader/outward.h"

#include "reader/observation.h"
#include "reader/view.h"

static bool is_of_others(enum signal_class class)
{
	return class == CLASS_STAFF || class == CLASS_PUPIL || class == CLASS_NOTICE;
}

/* What parents see is what the school itself saw: a child's words are the child's, a third party's
 * that party's, and what asks for safety or an expert is not shown without their advice. */
static enum wording
ground_of_signal(const struct entry *fact)
{
	enum signal_class class = vocabulary_entry(fact->code)->class;

	if (is_of_others(class))
		return class == CLASS_NOTICE ? WORDING_GROUND_NOTICE : WORDING_GROUND_OF_OTHERS;
	if (class == CLASS_NOTE)
		return WORDING_GROUND_NOTE;
	if (fact->value != KNOWN_SEEN)
		return fact->value == KNOWN_CHILD ? WORDING_GROUND_CHILD_TOLD
						  : WORDING_GROUND_OTHERS_TOLD;
	if (class == CLASS_URGENT || class == CLASS_EXPERT)
		return WORDING_GROUND_ADVICE_FIRST;
	return class == CLASS_POSITIVE || observation_is(fact) ? WORDING_NONE
							       : WORDING_GROUND_CHILD_TOLD;
}

static enum wording
ground_of_talk(const struct entry *fact)
{
	if (fact->code == PARTY_CHILD)
		return WORDING_GROUND_CHILD_TOLD;
	if (fact->code == PARTY_ONE_PARENT)
		return WORDING_GROUND_ONE_PARENT;
	return record_is_skipped(fact->value) && fact->value != TALK_UNREACHED
	    ? WORDING_GROUND_NOT_HELD
	    : WORDING_NONE;
}

static bool
is_step_with_outside(const struct entry *fact)
{
	return (fact->kind == KIND_CONSULT || fact->kind == KIND_DONE)
	    && view_is_outside(fact->code);
}

/* What was done because of a signal that stays behind tells of it. */
static bool
is_step_for_others(const struct entry *fact)
{
	return fact->kind == KIND_DONE
	    && (fact->value == ACTION_COMFORT || fact->value == ACTION_STAFF_DUTY
		|| fact->value == ACTION_PEER_PROTOCOL);
}

enum wording
outward_ground(const struct entry *fact)
{
	if (is_step_for_others(fact))
		return fact->value == ACTION_COMFORT ? WORDING_GROUND_NOTICE
						     : WORDING_GROUND_OF_OTHERS;
	if (is_step_with_outside(fact))
		return WORDING_GROUND_OUTSIDE;
	switch (fact->kind) {
	case KIND_SIGNAL:
		return ground_of_signal(fact);
	case KIND_TALK:
		return ground_of_talk(fact);
	default:
		return WORDING_NONE;
	}
}

enum word
outward_value(const struct entry *fact)
{
	return fact->kind == KIND_ANSWER && fact->value == ANSWER_DISCLOSURE ? ANSWER_YES
									     : fact->value;
}

struct bytes
outward_text(const struct entry *fact)
{
	return fact->kind == KIND_CONSULT ? (struct bytes){"", 0} : observation_text(fact);
}

bool
outward_goes_along(const struct entry *fact)
{
	if (fact->kind == KIND_SIGNAL)
		return !is_of_others(vocabulary_entry(fact->code)->class);
	return !is_step_with_outside(fact) && !is_step_for_others(fact);
}
