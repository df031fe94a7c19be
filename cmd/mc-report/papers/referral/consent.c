/* Whether names may be used, and why. */

#include "papers/referral/referral.h"

#include "rules/consent.h"
#include "parts/parts.h"

/* Whether a later record about the same partner overtook this one, or a no of the same day. */
static bool
is_overtaken(const struct case_state *state, const struct entry *consent)
{
	struct span_set newest = {case_consent(state, consent->code).when};

	if (consent->value == ANSWER_YES && consent_own(state, consent->code) == CONSENT_WITHHELD)
		return true;
	return consent->when.end < span_set_begin(newest);
}

/* Adds the consents that count; returns how many are yes and how many no. */
static void
put_consents(struct view *view, size_t *given, size_t *withheld)
{
	*given = *withheld = 0;
	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];
		bool is_yes = fact->value == ANSWER_YES;

		if (fact->kind != KIND_CONSENT || !view_shows(view, fact)
		    || is_overtaken(view->dossier->state, fact))
			continue;
		++*(is_yes ? given : withheld);
		phrase_say(&view->paper.phrase, is_yes ? WORDING_CONSENT_YES : WORDING_CONSENT_NO,
		    wording_partner(fact->code, view->order->language), NULL);
		parts_put_fact(view, fact, WORD_NONE, WORD_NONE);
		paper_drop_repeated(&view->paper);
	}
}

/* Whether it was one parent alone who wanted help. */
static bool
is_one_parent_open(const struct view *view)
{
	bool is_one = false;

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_TALK || fact->value != TALK_WANTS_HELP)
			continue;
		if (fact->code == PARTY_PARENTS || fact->code == PARTY_FAMILY)
			return false;
		is_one |= fact->code == PARTY_ONE_PARENT;
	}
	return is_one;
}

/* Without a word about names help can be asked by name when the family was open to it. */
static enum wording
open_wording(const struct view *view)
{
	if (assessment_holds(&view->assessment, QUESTION_ACCEPTS, ANSWER_YES))
		return WORDING_CONSENT_OPEN;
	if (view->assessment.talk != TALK_WANTS_HELP || view->assessment.talk_has_lapsed)
		return WORDING_CONSENT_WAS_OPEN;
	return is_one_parent_open(view) ? WORDING_CONSENT_ONE_OPEN : WORDING_CONSENT_OPEN;
}

static bool
was_spoken_with(const struct entry *fact, enum word party)
{
	return fact->kind == KIND_TALK && fact->code == party && !record_is_skipped(fact->value);
}

/* Whether a talk was not before the newest concern that the reader may know. */
static bool
was_about_all(const struct view *view, const struct entry *talk)
{
	return span_set_since(span_set_of(talk->when), view->known.state.signals.newest);
}

static enum wording
one_wording(const struct view *view, const struct entry *with_one)
{
	if (with_one == NULL)
		return WORDING_PARENTS_DO_NOT_KNOW;
	return was_about_all(view, with_one) ? WORDING_ONE_PARENT_KNOWS
					     : WORDING_ONE_PARENT_KNOWS_LESS;
}

/* Whether parents know of the concerns, by the talks that were held. */
static void
put_whether_parents_know(struct view *view)
{
	static const enum wording know[] = {WORDING_PARENTS_KNOW, WORDING_PARENTS_KNOW_MONTH};
	static const enum wording know_less[] = {
	    WORDING_PARENTS_KNOW_LESS, WORDING_PARENTS_KNOW_LESS_MONTH};
	const struct entry *last = NULL, *with_one = NULL;
	char day[DATE_SIZE];

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (was_spoken_with(fact, PARTY_PARENTS) || was_spoken_with(fact, PARTY_FAMILY))
			last = fact;
		if (was_spoken_with(fact, PARTY_ONE_PARENT))
			with_one = fact;
	}
	if (last == NULL) {
		paper_put(&view->paper, BLOCK_PARAGRAPH, one_wording(view, with_one));
		return;
	}
	phrase_say(&view->paper.phrase,
	    (was_about_all(view, last) ? know : know_less)[view->is_anonymous],
	    view_day(view, span_day(last->when), day), NULL);
	paper_put_phrase(&view->paper, BLOCK_PARAGRAPH);
}

void
referral_put_consent(struct view *view)
{
	size_t given, withheld;

	paper_put_heading(&view->paper, WORDING_HEAD_CONSENT);
	if (view->scope & SCOPE_CASE)
		put_whether_parents_know(view);
	put_consents(view, &given, &withheld);
	if (view->scope == SCOPE_ABSENCE)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_CONSENT_ABSENCE);
	else if (view->is_anonymous && given > 0 && withheld == 0)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_CONSENT_PARTLY);
	else if (given + withheld == 0)
		paper_put(&view->paper, BLOCK_PARAGRAPH,
		    view->is_anonymous ? WORDING_CONSENT_NOT_GIVEN : open_wording(view));
}
