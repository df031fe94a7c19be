/* Facts as they were recorded: signals, what the child said, practical needs. */

#include "parts/parts.h"

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

bool
parts_is_positive(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && vocabulary_entry(fact->code)->class == CLASS_POSITIVE;
}

/* Adds those signals that are positive, or those that are not, under a heading. False when there
 * are none. */
static bool
put_signals(struct view *view, bool positive, enum wording heading)
{
	bool has_heading = false;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_SIGNAL || parts_is_positive(fact) != positive
		    || !view_shows(view, fact))
			continue;
		paper_put_heading_once(&view->paper, heading, &has_heading);
		phrase_add(&view->paper.phrase, paper_label(&view->paper, fact->code));
		parts_put_fact(view, fact, fact->value, fact->by);
	}
	return has_heading;
}

void
parts_put_concerns(struct view *view)
{
	bool of_case = (view->scope & SCOPE_CASE) != 0;

	if (!put_signals(view, false, of_case ? WORDING_HEAD_SIGNALS : WORDING_HEAD_ABSENCE)
	    && of_case) {
		paper_put_heading(&view->paper, WORDING_HEAD_SIGNALS);
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_NO_SIGNALS);
	}
}

bool
parts_put_positive(struct view *view)
{
	return put_signals(view, true, WORDING_HEAD_POSITIVE);
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
	bool has_heading = false;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (!parts_is_talk_with_child(fact) || !view_shows(view, fact))
			continue;
		paper_put_heading_once(&view->paper, WORDING_HEAD_CHILD, &has_heading);
		/* Whether parents agree is not the child's to say. */
		if (fact->value == TALK_DIVIDED)
			phrase_say(&view->paper.phrase, WORDING_CHILD_TALKED, NULL, NULL);
		else
			phrase_say(&view->paper.phrase, WORDING_CHILD_SAID,
			    paper_label(&view->paper, fact->value), NULL);
		parts_put_fact(view, fact, WORD_NONE, fact->by);
	}
	return has_heading;
}

static bool
is_told_by_child(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && fact->value == KNOWN_CHILD;
}

bool
parts_has_told(const struct view *view)
{
	return view_tells_any(view, is_told_by_child);
}

void
parts_put_needs(struct view *view)
{
	bool has_heading = false;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_NEED || !view_shows(view, fact))
			continue;
		paper_put_heading_once(&view->paper, WORDING_HEAD_NEEDS, &has_heading);
		phrase_add(&view->paper.phrase, paper_label(&view->paper, fact->code));
		parts_put_fact(view, fact, WORD_NONE, WORD_NONE);
	}
}
