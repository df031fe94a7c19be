#include "parts.h"

/* Adds a fact as an entry: the phrase is what it is; who wrote it down comes behind it. */
static void
put_fact(struct view *view, const struct entry *fact, enum word source, enum word by)
{
	char date[DATE_SIZE];
	struct phrase *phrase = &view->paper.phrase;

	if (source != WORD_NONE || by != WORD_NONE) {
		phrase_add(phrase, " (");
		phrase_add(phrase, paper_label(&view->paper, source));
		if (source != WORD_NONE && by != WORD_NONE)
			phrase_say(phrase, WORDING_BETWEEN_SOURCES, NULL, NULL);
		phrase_add(phrase, paper_label(&view->paper, by));
		phrase_add(phrase, ")");
	}
	paper_put_entry(
	    &view->paper, bytes_of(view_date(view, fact->when, date)), view_text(view, fact));
}

static bool
is_positive(const struct entry *fact)
{
	return vocabulary_entry(fact->code)->class == CLASS_POSITIVE;
}

/* Adds those signals that are positive, or those that are not, under a heading. */
static size_t
put_signals(struct view *view, bool positive, enum wording heading)
{
	size_t count = 0;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_SIGNAL || is_positive(fact) != positive
		    || !view_shows(view, fact))
			continue;
		if (count++ == 0)
			paper_put_heading(&view->paper, heading);
		phrase_add(&view->paper.phrase, paper_label(&view->paper, fact->code));
		put_fact(view, fact, fact->value, fact->by);
	}
	return count;
}

void
parts_put_concerns(struct view *view)
{
	bool of_case = (view->scope & SCOPE_CASE) != 0;

	if (put_signals(view, false, of_case ? WORDING_HEAD_SIGNALS : WORDING_HEAD_ABSENCE) == 0
	    && of_case) {
		paper_put_heading(&view->paper, WORDING_HEAD_SIGNALS);
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_NO_SIGNALS);
	}
}

void
parts_put_positive(struct view *view)
{
	put_signals(view, true, WORDING_HEAD_POSITIVE);
}

bool
parts_is_skipped(const struct entry *fact)
{
	return fact->value == TALK_SKIPPED_SAFETY || fact->value == TALK_SKIPPED_CONTACT
	    || fact->value == TALK_SKIPPED_EXPERT;
}

static bool
is_talk_with_child(const struct entry *fact)
{
	return fact->kind == KIND_TALK && fact->code == PARTY_CHILD && !parts_is_skipped(fact);
}

void
parts_put_child(struct view *view)
{
	bool is_first = true;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (!is_talk_with_child(fact) || !view_shows(view, fact))
			continue;
		if (is_first)
			paper_put_heading(&view->paper, WORDING_HEAD_CHILD);
		is_first = false;
		/* Whether parents agree is not the child's to say: the label stands alone. */
		if (fact->value == TALK_DIVIDED)
			phrase_add(&view->paper.phrase, paper_label(&view->paper, fact->value));
		else
			phrase_say(&view->paper.phrase, WORDING_CHILD_SAID,
			    paper_label(&view->paper, fact->value), NULL);
		put_fact(view, fact, WORD_NONE, fact->by);
	}
}

static enum wording
talk_wording(enum word talk)
{
	switch (talk) {
	case TALK_WANTS_HELP:
		return WORDING_WANTS_HELP;
	case TALK_NO_HELP:
		return WORDING_NO_HELP;
	case TALK_NO_CONCERN:
		return WORDING_NO_CONCERN;
	case TALK_DIVIDED:
		return WORDING_DIVIDED;
	default:
		return WORDING_NONE;
	}
}

/* Says a step in the view's phrase; false when the fact is none. */
static bool
say_step(struct view *view, const struct entry *fact)
{
	enum language language = view->order->language;

	switch (fact->kind) {
	case KIND_CONSULT:
		phrase_say(&view->paper.phrase, WORDING_CONSULTED,
		    wording_partner(fact->code, language), paper_label(&view->paper, fact->value));
		return true;
	case KIND_TALK:
		if (parts_is_skipped(fact))
			phrase_say(&view->paper.phrase, WORDING_NOT_TALKED,
			    paper_label(&view->paper, fact->code),
			    paper_label(&view->paper, fact->value));
		else
			phrase_say(&view->paper.phrase, WORDING_TALKED,
			    paper_label(&view->paper, fact->code),
			    wording_text(talk_wording(fact->value), language));
		return !is_talk_with_child(fact);
	case KIND_DONE:
		phrase_say(&view->paper.phrase, WORDING_DONE,
		    paper_label(&view->paper, fact->value), wording_partner(fact->code, language));
		return true;
	default:
		return false;
	}
}

void
parts_put_steps(struct view *view)
{
	if ((view->scope & SCOPE_CASE) == 0)
		return;
	paper_put_heading(&view->paper, WORDING_HEAD_STEPS);
	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (view_shows(view, fact) && say_step(view, fact))
			put_fact(view, fact, WORD_NONE, fact->by);
		phrase_clear(&view->paper.phrase);
	}
	if (span_set_is_empty(view->dossier->state->consults))
		phrase_say(&view->paper.phrase, WORDING_NO_CONSULT_YET, NULL, NULL);
	if (view->assessment.talk == WORD_NONE) {
		phrase_add(
		    &view->paper.phrase, phrase_bytes(&view->paper.phrase).length > 0 ? " " : "");
		phrase_say(&view->paper.phrase, WORDING_NO_TALK_YET, NULL, NULL);
	}
	if (phrase_bytes(&view->paper.phrase).length > 0)
		paper_put_phrase(&view->paper, BLOCK_PARAGRAPH);
}

void
parts_put_needs(struct view *view)
{
	bool is_first = true;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_NEED || !view_shows(view, fact))
			continue;
		if (is_first)
			paper_put_heading(&view->paper, WORDING_HEAD_NEEDS);
		is_first = false;
		phrase_add(&view->paper.phrase, paper_label(&view->paper, fact->code));
		put_fact(view, fact, WORD_NONE, WORD_NONE);
	}
}

/* Whether a later record about the same partner overtook this one. */
static bool
is_overtaken(const struct case_state *state, const struct entry *consent)
{
	enum consent_slot slot = case_consent_slot(consent->code);

	return consent->when.end
	    < span_set_begin(span_set_union(state->consent[slot].yes, state->consent[slot].no));
}

void
parts_put_consent(struct view *view)
{
	size_t count = 0;

	paper_put_heading(&view->paper, WORDING_HEAD_CONSENT);
	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_CONSENT || !view_shows(view, fact)
		    || is_overtaken(view->dossier->state, fact))
			continue;
		count++;
		phrase_say(&view->paper.phrase,
		    fact->value == ANSWER_YES ? WORDING_CONSENT_YES : WORDING_CONSENT_NO,
		    wording_partner(fact->code, view->order->language), NULL);
		put_fact(view, fact, WORD_NONE, WORD_NONE);
	}
	if (view->scope == SCOPE_ABSENCE)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_CONSENT_ABSENCE);
	else if (count == 0)
		paper_put(&view->paper, BLOCK_PARAGRAPH,
		    view->is_anonymous ? WORDING_CONSENT_NOT_ASKED : WORDING_CONSENT_OPEN);
}
