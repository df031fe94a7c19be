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

/* Whether parents know of the concerns, by the talks that were held. */
static void
put_whether_parents_know(struct view *view)
{
	const struct entry *last = NULL;
	bool one = false;
	char day[DATE_SIZE];

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (was_spoken_with(fact, PARTY_PARENTS) || was_spoken_with(fact, PARTY_FAMILY))
			last = fact;
		one |= was_spoken_with(fact, PARTY_ONE_PARENT);
	}
	if (last == NULL) {
		paper_put(&view->paper, BLOCK_PARAGRAPH,
		    one ? WORDING_ONE_PARENT_KNOWS : WORDING_PARENTS_DO_NOT_KNOW);
		return;
	}
	phrase_say(&view->paper.phrase,
	    view->is_anonymous ? WORDING_PARENTS_KNOW_MONTH : WORDING_PARENTS_KNOW,
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
