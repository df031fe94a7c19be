/* Facts as they were recorded: signals, what the child said, practical needs. */

#include "parts/parts.h"

/* Adds what stands between brackets behind a fact, unless it is empty. */
static void
add_remark(struct phrase *phrase, const char **between, const char *remark)
{
	if (*remark == '\0')
		return;
	phrase_add(phrase, *between);
	phrase_add(phrase, remark);
	*between = "; ";
}

void
parts_put_fact(struct view *view, const struct entry *fact, enum word source, enum word author)
{
	char date[DATE_SIZE], known[DATE_SIZE];
	struct phrase *phrase = &view->paper.phrase;
	const char *between = " (";

	/* A nurse who reads that a nurse was there would know the family. */
	if (view->is_anonymous)
		author = WORD_NONE;
	add_remark(phrase, &between, paper_label(&view->paper, source));
	add_remark(phrase, &between, paper_label(&view->paper, author));
	if (fact->kind == KIND_SIGNAL && fact->due != NO_DAY) {
		phrase_say(phrase, *between == ' ' ? WORDING_KNOWN_ALONE : WORDING_KNOWN_ON,
		    view_day(view, fact->due, known), NULL);
		between = "; ";
	}
	if (*between != ' ')
		phrase_add(phrase, ")");
	paper_put_entry(
	    &view->paper, bytes_of(view_date(view, fact->when, date)), view_text(view, fact));
}

bool
parts_is_positive(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && vocabulary_entry(fact->code)->class == CLASS_POSITIVE;
}

static void
put_signal(struct view *view, const struct entry *fact)
{
	phrase_add(&view->paper.phrase, paper_label(&view->paper, fact->code));
	parts_put_fact(view, fact, fact->value, fact->by);
}

/* A concern that was heard from the child stands with what the child says. */
static bool
is_told_by_child(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && fact->value == KNOWN_CHILD && !parts_is_positive(fact);
}

static bool
is_concern(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && !parts_is_positive(fact) && !is_told_by_child(fact);
}

/* Adds the signals that are so under a heading. False when there are none. */
static bool
put_signals(struct view *view, bool (*is_so)(const struct entry *fact), enum wording heading)
{
	bool has_heading = false;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = view_fact(view, i);

		if (!is_so(fact) || !view_shows(view, fact))
			continue;
		paper_put_heading_once(&view->paper, heading, &has_heading);
		put_signal(view, fact);
	}
	return has_heading;
}

void
parts_put_concerns(struct view *view)
{
	bool of_case = (view->scope & SCOPE_CASE) != 0;

	if (!put_signals(view, is_concern, of_case ? WORDING_HEAD_SIGNALS : WORDING_HEAD_ABSENCE)
	    && of_case && !parts_has_told(view)) {
		paper_put_heading(&view->paper, WORDING_HEAD_SIGNALS);
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_NO_SIGNALS);
	}
}

bool
parts_put_positive(struct view *view)
{
	return put_signals(view, parts_is_positive, WORDING_HEAD_POSITIVE);
}

bool
parts_put_child(struct view *view)
{
	bool has_heading = false;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = view_fact(view, i);
		bool is_talk = parts_is_talk_with_child(fact);

		if ((!is_talk && !is_told_by_child(fact)) || !view_shows(view, fact))
			continue;
		paper_put_heading_once(&view->paper, WORDING_HEAD_CHILD, &has_heading);
		if (!is_talk) {
			put_signal(view, fact);
			continue;
		}
		parts_say_talk(&view->paper, fact);
		parts_put_fact(view, fact, WORD_NONE, fact->by);
	}
	return has_heading;
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
