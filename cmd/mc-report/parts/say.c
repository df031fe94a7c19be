/* How talks, and what was done, are told. */

#include "parts/parts.h"

bool
parts_is_talk_with_child(const struct entry *fact)
{
	return fact->kind == KIND_TALK && fact->code == PARTY_CHILD
	    && !record_is_skipped(fact->value);
}

/* What was done, as somebody tells it. */
static const enum wording dones[ACTION_END] = {
    [ACTION_REPORT_NOW] = WORDING_DONE_REPORT_NOW,
    [ACTION_REPORT] = WORDING_DONE_REPORT,
    [ACTION_ADD_TO_REPORT] = WORDING_DONE_ADD_TO_REPORT,
    [ACTION_INFORM] = WORDING_DONE_INFORM,
    [ACTION_FEEDBACK] = WORDING_DONE_FEEDBACK,
    [ACTION_FINAL_FEEDBACK] = WORDING_DONE_FINAL_FEEDBACK,
    [ACTION_TELL_PARENTS] = WORDING_DONE_TELL_PARENTS,
    [ACTION_ADVISE_NOW] = WORDING_DONE_ADVISE_NOW,
    [ACTION_ADVISE] = WORDING_DONE_ADVISE,
    [ACTION_ADVISE_EXPERT] = WORDING_DONE_ADVISE_EXPERT,
    [ACTION_DISCUSS] = WORDING_DONE_DISCUSS,
    [ACTION_WEIGH] = WORDING_DONE_WEIGH,
    [ACTION_TALK] = WORDING_DONE_TALK,
    [ACTION_JOINT_TALK] = WORDING_DONE_JOINT_TALK,
    [ACTION_HELP] = WORDING_DONE_HELP,
    [ACTION_REVIEW] = WORDING_DONE_REVIEW,
    [ACTION_PLAN] = WORDING_DONE_PLAN,
    [ACTION_EXPLORE_GREY] = WORDING_DONE_EXPLORE_GREY,
    [ACTION_BEAR_AND_NORMALISE] = WORDING_DONE_BEAR,
    [ACTION_THINK_ALONG] = WORDING_DONE_THINK_ALONG,
    [ACTION_MONITOR] = WORDING_DONE_MONITOR,
    [ACTION_PRACTICAL_HELP] = WORDING_DONE_PRACTICAL_HELP,
    [ACTION_ABSENCE] = WORDING_DONE_ABSENCE,
    [ACTION_STAFF_DUTY] = WORDING_DONE_STAFF_DUTY,
    [ACTION_PEER_PROTOCOL] = WORDING_DONE_PEER_PROTOCOL,
    [ACTION_COMFORT] = WORDING_DONE_COMFORT,
    [ACTION_LEFT] = WORDING_DONE_LEFT,
    [ACTION_HANDOVER] = WORDING_DONE_HANDOVER,
};

/* How those who were spoken with see it: one parent, or several people. */
static enum wording
talk_wording(enum word party, enum word talk)
{
	bool is_one = party == PARTY_ONE_PARENT;

	switch (talk) {
	case TALK_WANTS_HELP:
		return is_one ? WORDING_ONE_WANTS_HELP : WORDING_WANTS_HELP;
	case TALK_NO_HELP:
		return is_one ? WORDING_ONE_NO_HELP : WORDING_NO_HELP;
	case TALK_NO_CONCERN:
		return is_one ? WORDING_ONE_NO_CONCERN : WORDING_NO_CONCERN;
	case TALK_DIVIDED:
		return WORDING_DIVIDED;
	default:
		return WORDING_NO_RESULT;
	}
}

/* How the child sees it; whether parents agree is not the child's to say. */
static enum wording
child_wording(enum word talk)
{
	switch (talk) {
	case TALK_WANTS_HELP:
		return WORDING_CHILD_WANTS_HELP;
	case TALK_NO_HELP:
		return WORDING_CHILD_NO_HELP;
	case TALK_NO_CONCERN:
		return WORDING_CHILD_NO_CONCERN;
	default:
		return WORDING_CHILD_TALKED;
	}
}

void
parts_say_talk(struct paper *paper, const struct entry *fact)
{
	const char *party = wording_party(fact->code, paper->phrase.language);

	if (record_is_skipped(fact->value))
		phrase_say(
		    &paper->phrase, WORDING_NOT_TALKED, party, paper_label(paper, fact->value));
	else if (fact->code == PARTY_CHILD)
		phrase_say(&paper->phrase, child_wording(fact->value), NULL, NULL);
	else
		phrase_say(&paper->phrase, WORDING_TALKED, party,
		    paper_wording(paper, talk_wording(fact->code, fact->value)));
}

void
parts_say_done(struct paper *paper, const struct entry *fact)
{
	const char *partner = wording_partner(fact->code, paper->phrase.language);

	if (dones[fact->value] == WORDING_NONE)
		phrase_say(&paper->phrase, WORDING_DONE, partner, paper_label(paper, fact->value));
	else
		phrase_say(&paper->phrase, dones[fact->value], partner, NULL);
}
