/* What was done already: consultations, talks and actions. */

#include "parts/parts.h"

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

/* An anonymous paper does not say how: nobody needs to know whether somebody heard a name. */
static void
say_consult(struct view *view, const struct entry *fact)
{
	struct phrase *phrase = &view->paper.phrase;

	phrase_say(phrase, WORDING_CONSULTED, wording_partner(fact->code, phrase->language), NULL);
	if (!view->is_anonymous)
		phrase_say(phrase, WORDING_AND_VALUE, paper_label(&view->paper, fact->value), NULL);
}

void
parts_say_talk(struct paper *paper, const struct entry *fact)
{
	const char *party = wording_party(fact->code, paper->phrase.language);

	if (record_is_skipped(fact->value))
		phrase_say(
		    &paper->phrase, WORDING_NOT_TALKED, party, paper_label(paper, fact->value));
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

/* Says a step in the view's phrase; false when the fact is none. */
static bool
say_step(struct view *view, const struct entry *fact)
{
	switch (fact->kind) {
	case KIND_CONSULT:
		say_consult(view, fact);
		return true;
	case KIND_TALK:
		if (parts_is_talk_with_child(fact))
			return false;
		parts_say_talk(&view->paper, fact);
		return true;
	case KIND_DONE:
		parts_say_done(&view->paper, fact);
		return true;
	default:
		return false;
	}
}

static bool
is_consultation(const struct entry *fact)
{
	if (fact->kind == KIND_CONSULT)
		return true;
	return fact->kind == KIND_DONE
	    && (vocabulary_is_advice(fact->value) || fact->value == ACTION_DISCUSS
		|| fact->value == ACTION_EXPLORE_GREY || fact->value == ACTION_BEAR_AND_NORMALISE
		|| fact->value == ACTION_THINK_ALONG || fact->value == ACTION_ABSENCE);
}

bool
parts_has_consulted(const struct view *view)
{
	return !span_history_is_empty(view->known.reports) || view_tells_any(view, is_consultation);
}

static bool
is_talk_done(const struct entry *fact)
{
	return fact->kind == KIND_DONE
	    && (fact->value == ACTION_TALK || fact->value == ACTION_JOINT_TALK
		|| fact->value == ACTION_TELL_PARENTS);
}

bool
parts_has_talked(const struct view *view)
{
	return view->assessment.talk != WORD_NONE || view_tells_any(view, is_talk_done);
}

/* Who wrote it down, unless the step itself says so: that the AF did what was the AF's to do. */
static enum word
author_of(const struct entry *fact)
{
	bool is_own = fact->kind == KIND_DONE && fact->code == PARTNER_AF && fact->by == ROLE_AF;

	return is_own ? WORD_NONE : fact->by;
}

/* What there is not, in one paragraph; sentences are put together with a blank between. */
static void
put_lacking(struct view *view, bool leaves_out)
{
	struct phrase *phrase = &view->paper.phrase;
	const struct {
		bool lacks;
		enum wording wording;
	} sentences[] = {
	    {!parts_has_consulted(view), WORDING_NO_CONSULT_YET},
	    {!parts_has_talked(view), WORDING_NO_TALK_YET},
	    {leaves_out, WORDING_STEPS_LEFT_OUT},
	};

	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++) {
		if (!sentences[i].lacks)
			continue;
		phrase_add(phrase, phrase_bytes(phrase).length > 0 ? " " : "");
		phrase_say(phrase, sentences[i].wording, NULL, NULL);
	}
	if (phrase_bytes(phrase).length > 0)
		paper_put_phrase(&view->paper, BLOCK_PARAGRAPH);
}

void
parts_put_steps(struct view *view)
{
	bool leaves_out = false;

	if ((view->scope & SCOPE_CASE) == 0)
		return;
	paper_put_heading(&view->paper, WORDING_HEAD_STEPS);
	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = view_fact(view, i);

		leaves_out |= view_leaves_out(view, fact);
		if (view_shows(view, fact) && say_step(view, fact))
			parts_put_fact(view, fact, WORD_NONE, author_of(fact));
		phrase_clear(&view->paper.phrase);
	}
	put_lacking(view, leaves_out);
}
