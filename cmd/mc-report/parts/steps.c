/* What was done already: consultations, talks and actions. */

#include "parts/parts.h"

/* An anonymous paper does not say how: nobody needs to know whether somebody heard a name. */
static void
say_consult(struct view *view, const struct entry *fact)
{
	struct phrase *phrase = &view->paper.phrase;

	phrase_say(phrase, WORDING_CONSULTED, wording_partner(fact->code, phrase->language), NULL);
	if (!view->is_anonymous)
		phrase_say(phrase, WORDING_AND_VALUE, paper_label(&view->paper, fact->value), NULL);
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
	return !span_history_is_empty(view->known.state.reports)
	    || view_tells_any(view, is_consultation);
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
