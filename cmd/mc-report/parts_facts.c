#include "parts.h"

void
parts_put_fact(struct view *view, const struct entry *fact, enum word source, enum word author)
{
	char date[DATE_SIZE];
	struct phrase *phrase = &view->paper.phrase;

	/* A nurse who reads that a nurse was there would know the family. */
	if (view->is_anonymous)
		author = WORD_NONE;
	if (source != WORD_NONE || author != WORD_NONE) {
		phrase_add(phrase, " (");
		phrase_add(phrase, paper_label(&view->paper, source));
		if (source != WORD_NONE && author != WORD_NONE)
			phrase_say(phrase, WORDING_BETWEEN_SOURCES, NULL, NULL);
		phrase_add(phrase, paper_label(&view->paper, author));
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
		parts_put_fact(view, fact, fact->value, fact->by);
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

bool
parts_put_positive(struct view *view)
{
	return put_signals(view, true, WORDING_HEAD_POSITIVE) > 0;
}

bool
parts_is_talk_with_child(const struct entry *fact)
{
	return fact->kind == KIND_TALK && fact->code == PARTY_CHILD
	    && !record_is_skipped(fact->value);
}

bool
parts_put_child(struct view *view)
{
	bool is_first = true;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (!parts_is_talk_with_child(fact) || !view_shows(view, fact))
			continue;
		if (is_first)
			paper_put_heading(&view->paper, WORDING_HEAD_CHILD);
		is_first = false;
		/* Whether parents agree is not the child's to say. */
		if (fact->value == TALK_DIVIDED)
			phrase_say(&view->paper.phrase, WORDING_CHILD_TALKED, NULL, NULL);
		else
			phrase_say(&view->paper.phrase, WORDING_CHILD_SAID,
			    paper_label(&view->paper, fact->value), NULL);
		parts_put_fact(view, fact, WORD_NONE, fact->by);
	}
	return !is_first;
}

bool
parts_has_told(const struct view *view)
{
	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind == KIND_SIGNAL && fact->value == KNOWN_CHILD
		    && view_shows(view, fact))
			return true;
	}
	return false;
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
		parts_put_fact(view, fact, WORD_NONE, WORD_NONE);
	}
}
