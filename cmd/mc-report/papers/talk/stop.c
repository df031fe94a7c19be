/* The page that comes instead of a sheet when there may be no talk, or not now. */

#include "paper/date.h"
#include "papers/talk/talk.h"

/* Why there may be no talk now; WORDING_NONE when there may. */
static enum wording
danger_wording(enum word outcome)
{
	switch (outcome) {
	case OUTCOME_REPORT_NOW:
		return WORDING_STOP_REPORT_NOW;
	case OUTCOME_CHECK_SAFETY:
		return WORDING_STOP_CHECK_SAFETY;
	case OUTCOME_EXPERT_FIRST:
		return WORDING_STOP_EXPERT_FIRST;
	default:
		return WORDING_NONE;
	}
}

static bool
has_signal(const struct talk *talk, enum word signal)
{
	for (size_t i = 0; i < talk->dossier->facts; i++)
		if (talk->dossier->fact[i].kind == KIND_SIGNAL
		    && talk->dossier->fact[i].code == signal)
			return true;
	return false;
}

/* Whether a parent told of violence: the other parent must not hear of that. */
static bool
a_parent_told(const struct talk *talk)
{
	for (size_t i = 0; i < talk->dossier->facts; i++) {
		const struct entry *fact = &talk->dossier->fact[i];

		if (fact->kind == KIND_SIGNAL
		    && (fact->code == SIGNAL_DISCLOSURE_PARENT
			|| (fact->code == SIGNAL_PARTNER_VIOLENCE && fact->value == KNOWN_PARENT)))
			return true;
	}
	return false;
}

/* What the advice of Veilig Thuis leaves to be done, once it is recorded; WORDING_NONE before. An
 * expert's advice that is recorded ends the outcome that waits for it. */
static enum wording
advised_wording(const struct talk *talk, enum wording danger)
{
	const struct assessment *assessment = &talk->assessment;

	if (danger == WORDING_STOP_CHECK_SAFETY && assessment->safety_is_called
	    && !assessment->expert_is_open)
		return WORDING_STOP_ADVISED;
	if (danger == WORDING_STOP_REPORT_NOW
	    && assessment_question(assessment, QUESTION_UNSAFE)->is_advised
	    && assessment->safety_is_called && !assessment->expert_is_open)
		return WORDING_STOP_ADVISED_REPORT;
	return WORDING_NONE;
}

/* The advice, of which day it is, and which weighing to answer. */
static void
put_advised(struct talk *talk, enum wording advised)
{
	struct paper *paper = &talk->paper;
	char day[DATE_SIZE];

	date_of_day(span_set_day(talk->dossier->state->veilig_thuis_asked), DATE_DAY,
	    paper->phrase.language, day);
	phrase_say(&paper->phrase, advised, day, paper_label(paper, QUESTION_UNSAFE));
	paper_put_phrase(paper, BLOCK_NOTICE);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_EMERGENCY);
}

static void
put_danger(struct talk *talk, enum wording danger)
{
	struct paper *paper = &talk->paper;
	enum wording advised = advised_wording(talk, danger);

	if (advised != WORDING_NONE) {
		put_advised(talk, advised);
		return;
	}
	paper_put(paper, BLOCK_NOTICE, danger);
	if (danger != WORDING_STOP_EXPERT_FIRST && talk->wants_expert)
		paper_put(paper, BLOCK_NOTICE, WORDING_STOP_EXPERT_FIRST);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_CALL_FIRST);
	paper_put(paper, BLOCK_ITEM, WORDING_CALL_112);
	paper_put(paper, BLOCK_ITEM, WORDING_CALL_VEILIG_THUIS);
	if (talk->wants_expert)
		paper_put(paper, BLOCK_ITEM, WORDING_CALL_EXPERT);
	paper_put(paper, BLOCK_ITEM, WORDING_CALL_SCHOOL);
	talk_put_list(talk, WORDING_HEAD_UNTIL_THEN,
	    (const enum wording[]){
		WORDING_UNTIL_CHILD, WORDING_UNTIL_HOME, WORDING_UNTIL_TRACES, WORDING_NONE});
	if (has_signal(talk, SIGNAL_SELF_HARM))
		paper_put(paper, BLOCK_ITEM, WORDING_UNTIL_NOT_ALONE);
	if (a_parent_told(talk))
		paper_put(paper, BLOCK_ITEM, WORDING_UNTIL_OTHER_PARENT);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_CALLED);
	paper_put(paper, BLOCK_ROOM, WORDING_ROOM_ADVICE);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_STOP_END);
}

/* Whether there is nothing about the home: the meldcode asks for no talk then. */
static bool
is_outside(const struct talk *talk)
{
	return (talk->outcome == OUTCOME_STAFF_DUTY || talk->outcome == OUTCOME_OWN_PROTOCOL)
	    && !talk->dossier->state->has_home_signal;
}

static void
put_outside(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	const struct case_state *state = talk->dossier->state;

	if (!span_set_is_empty(case_rest(state)->staff.newest))
		paper_put(paper, BLOCK_NOTICE, WORDING_OUTSIDE_STAFF);
	if (!span_set_is_empty(case_rest(state)->pupil.newest))
		paper_put(paper, BLOCK_NOTICE, WORDING_OUTSIDE_PUPIL);
	if (!span_set_is_empty(state->notice.newest))
		paper_put(paper, BLOCK_NOTICE, WORDING_OUTSIDE_NOTICE);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_OUTSIDE_END);
	paper_put(paper, BLOCK_ROOM, WORDING_ROOM_AGREED);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_EMERGENCY);
}

bool
talk_put_stop(struct talk *talk, day_number today)
{
	enum wording danger = danger_wording(dossier_danger(talk->dossier, today));

	if (danger == WORDING_NONE && !is_outside(talk))
		return false;
	talk_put_title(talk, WORDING_TITLE_NO_TALK);
	talk_put_pairs(talk, today);
	if (danger != WORDING_NONE)
		put_danger(talk, danger);
	else
		put_outside(talk);
	return true;
}
