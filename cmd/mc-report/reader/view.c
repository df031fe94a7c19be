#include "reader/view.h"

#include "rules/consent.h"
#include "rules/situation.h"

bool
view_is_for(enum word partner)
{
	return vocabulary_needs_consent(partner);
}

bool
view_is_asked(const struct view *view, const struct entry *refer)
{
	return refer->code == view->partner;
}

static unsigned
scope_of(enum word action)
{
	switch (action) {
	case ACTION_ABSENCE:
		return SCOPE_ABSENCE;
	case ACTION_PRACTICAL_HELP:
		return SCOPE_NEEDS;
	default:
		return SCOPE_CASE;
	}
}

/* What others alone may know: board and inspector suspicions about staff, and what is between
 * pupils; Veilig Thuis what a Handle with Care notice tells. */
static bool
is_hidden_signal(enum word partner, const struct entry *fact)
{
	if (fact->kind != KIND_SIGNAL)
		return false;
	switch (vocabulary_entry(fact->code)->class) {
	case CLASS_STAFF:
	case CLASS_PUPIL:
		return true;
	case CLASS_NOTICE:
		return partner != PARTNER_VEILIG_THUIS;
	default:
		return false;
	}
}

/* A note without concern is the attention officer's own. */
static bool
is_note(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && vocabulary_entry(fact->code)->class == CLASS_NOTE;
}

bool
view_is_outside(enum word partner)
{
	return partner == PARTNER_BOARD || partner == PARTNER_INSPECTOR;
}

/* What was discussed or done with them. */
static bool
is_outside_step(const struct entry *fact)
{
	return (fact->kind == KIND_CONSULT || fact->kind == KIND_DONE)
	    && view_is_outside(fact->code);
}

/* Weighs the case without what the reader may not know. */
static struct weighing
weigh_known(struct view *view)
{
	case_alone_open(&view->known);
	for (size_t i = 0; i < view->dossier->facts; i++)
		if (is_hidden_signal(view->partner, &view->dossier->fact[i])
		    || is_outside_step(&view->dossier->fact[i]))
			view->hides_facts = true;
		else
			dossier_learn(&view->known, &view->dossier->fact[i]);
	assessment_make(&view->assessment, &view->known.state, view->order->today);
	return weighing_of(&view->assessment);
}

static void
open_view(struct view *view, enum word partner, struct document *document,
    const struct dossier *dossier, const struct report_order *order)
{
	*view = (struct view){.dossier = dossier, .order = order, .partner = partner};
	paper_open(&view->paper, document);
	view->weighing = weigh_known(view);
	view->forbids_contact = dossier_danger(dossier, order->today) != WORD_NONE
	    || record_is_skipped(view->assessment.talk);
	/* Of a case that is about nothing but staff or pupils there is no outcome to tell. */
	view->shows_outcome =
	    !span_set_is_empty(view->known.state.signals.newest) || view->assessment.is_answered;
}

void
view_open_report(struct view *view, struct document *document, const struct dossier *dossier,
    const struct report_order *order)
{
	open_view(view, PARTNER_VEILIG_THUIS, document, dossier, order);
	view->scope = SCOPE_CASE;
}

/* Whether the family does not want to be named to any member of the kernteam. */
static bool
is_a_member_refused(const struct case_state *state)
{
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (vocabulary_is_member(partner)
		    && consent_own(state, partner) == CONSENT_WITHHELD)
			return true;
	return false;
}

/* Whether the family does not want to be named to this partner. It may have said so after the refer
 * record was written; and where the kernteam is asked to help, a member sits at its table. */
static bool
is_refused(const struct case_state *state, const struct entry *refer)
{
	if (refer->value == ACTION_ABSENCE && state->has_absence_signal)
		return false;
	if (refer->code == PARTNER_KERNTEAM && vocabulary_needs_names(refer->value)
	    && is_a_member_refused(state))
		return true;
	return consent_for(state, refer->code) == CONSENT_WITHHELD;
}

static bool
rule_holds(const struct situation *situation, unsigned rule)
{
	for (size_t i = 0; i < table_row_count; i++)
		if (table_rows[i].rule == rule && situation_meets(situation, &table_rows[i]))
			return true;
	return false;
}

/* Whether something is asked of the partner that what it may know would not ask. */
static bool
asks_more(const struct view *view)
{
	struct situation situation =
	    situation_of(&view->assessment, &view->weighing, case_date(&view->known.state));

	for (size_t i = 0; i < view->dossier->refers; i++)
		if (view_is_asked(view, &view->dossier->refer[i])
		    && !rule_holds(&situation, view->dossier->refer[i].rule))
			return true;
	return false;
}

void
view_open(struct view *view, enum word partner, struct document *document,
    const struct dossier *dossier, const struct report_order *order)
{
	const struct entry *weigh = dossier->weigh;
	unsigned anonymous = 0;

	open_view(view, partner, document, dossier, order);
	for (size_t i = 0; i < dossier->refers; i++) {
		const struct entry *refer = &dossier->refer[i];

		if (!view_is_asked(view, refer))
			continue;
		view->asked++;
		view->scope |= scope_of(refer->value);
		anonymous += refer->is_anonymous || is_refused(dossier->state, refer);
	}
	view->is_anonymous = anonymous > 0;
	view->is_mixed = anonymous > 0 && anonymous < view->asked;
	/* What is asked because of hidden facts would contradict an outcome without them. */
	if ((view->scope & SCOPE_CASE) == 0 || (view->hides_facts && asks_more(view)))
		view->shows_outcome = false;
	/* What mc-weigh found stands, if it knew no more than the reader may, and of any danger. */
	if (!view->hides_facts && weigh->code != OUTCOME_STAFF_DUTY
	    && !dossier_is_overtaken_by_danger(dossier, order->today))
		view->weighing = dossier_weighed(dossier);
}

void
view_close(struct view *view)
{
	paper_close(&view->paper);
}

static bool
shows_signal(const struct view *view, const struct entry *signal)
{
	if (is_hidden_signal(view->partner, signal) || is_note(signal))
		return false;
	if (view->scope & SCOPE_CASE)
		return true;
	return (view->scope & SCOPE_ABSENCE) != 0
	    && vocabulary_entry(signal->code)->topic == TOPIC_ABSENCE;
}

/* Whether somebody else is asked for practical help, or gave it. */
static bool
is_helped_by(const struct view *view, enum word partner)
{
	const struct dossier *dossier = view->dossier;

	for (size_t i = 0; i < dossier->refers; i++)
		if (dossier->refer[i].code == partner
		    && dossier->refer[i].value == ACTION_PRACTICAL_HELP)
			return true;
	for (size_t i = 0; i < dossier->facts; i++)
		if (dossier->fact[i].kind == KIND_DONE && dossier->fact[i].code == partner
		    && dossier->fact[i].value == ACTION_PRACTICAL_HELP)
			return true;
	return false;
}

/* Asked for practical help alone, a partner sees the needs of its own topic; one that stands in
 * for others sees those that no other partner has. */
static bool
shows_need(const struct view *view, const struct word_entry *entry)
{
	enum word owner = vocabulary_partner_for(entry->topic);

	if (view->scope & SCOPE_CASE)
		return true;
	return (view->scope & SCOPE_NEEDS) != 0
	    && (owner == view->partner
		|| (vocabulary_entry(view->partner)->topic == TOPIC_NONE
		    && !is_helped_by(view, owner)));
}

/* Whether the kernteam is asked what a member would be: the school has no such partner. */
static bool
stands_in_for(const struct view *view, enum word member)
{
	if (view->partner != PARTNER_KERNTEAM || !vocabulary_is_member(member))
		return false;
	for (size_t i = 0; i < view->dossier->refers; i++)
		if (view->dossier->refer[i].code == member)
			return false;
	return true;
}

/* Who helps by name must know of every consent; else consent matters to whom it is about, that for
 * the kernteam to each of its members. That others may hear the name is nothing for an anonymous
 * paper. */
static bool
shows_consent(const struct view *view, const struct entry *consent)
{
	if (view->scope == SCOPE_ABSENCE || view_is_outside(consent->code))
		return false;
	if (consent->code == view->partner)
		return true;
	if (!view->is_anonymous && (view->scope & SCOPE_CASE) != 0)
		return true;
	if (view->is_anonymous && consent->value == ANSWER_YES)
		return false;
	return stands_in_for(view, consent->code)
	    || (consent->code == PARTNER_KERNTEAM && vocabulary_is_member(view->partner));
}

/* Whether the reader may hear that this partner knows the family. In an anonymous paper nobody
 * may, of a partner that could be asked which family it is. */
static bool
may_tell(const struct view *view, enum word partner)
{
	return !view->is_anonymous || !view_is_for(partner) || partner == PARTNER_COLLEAGUE;
}

/* What was done with somebody of another organisation: told who the family is, or perhaps told. */
bool
view_leaves_out(const struct view *view, const struct entry *fact)
{
	if (fact->kind != KIND_DONE && fact->kind != KIND_CONSULT)
		return false;
	if (fact->kind == KIND_CONSULT && fact->value == MANNER_ANONYMOUS)
		return false;
	return !may_tell(view, fact->code);
}

const struct entry *
view_fact(const struct view *view, size_t number)
{
	bool newest_first = view->partner == PARTNER_VEILIG_THUIS;

	return &view->dossier->fact[newest_first ? view->dossier->facts - 1 - number : number];
}

bool
view_shows(const struct view *view, const struct entry *fact)
{
	if (view_leaves_out(view, fact))
		return false;
	switch (fact->kind) {
	case KIND_SIGNAL:
		return shows_signal(view, fact);
	case KIND_NEED:
		return shows_need(view, vocabulary_entry(fact->code));
	case KIND_CONSENT:
		return shows_consent(view, fact);
	case KIND_CONSULT:
		return (view->scope & SCOPE_CASE) != 0 && !view_is_outside(fact->code);
	case KIND_DONE:
		return (view->scope & SCOPE_CASE) != 0 && !view_is_outside(fact->code)
		    && fact->value != ACTION_COMFORT && fact->value != ACTION_STAFF_DUTY
		    && fact->value != ACTION_PEER_PROTOCOL;
	default:
		return (view->scope & SCOPE_CASE) != 0;
	}
}

bool
view_tells_any(const struct view *view, bool (*is_so)(const struct entry *fact))
{
	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (is_so(fact) && (view_shows(view, fact) || view_leaves_out(view, fact)))
			return true;
	}
	return false;
}

bool
view_shows_texts(const struct view *view)
{
	return !view->is_anonymous || view->order->with_text;
}

struct bytes
view_text(const struct view *view, const struct entry *fact)
{
	return view_shows_texts(view) ? fact->text : (struct bytes){"", 0};
}

const char *
view_date(const struct view *view, struct span span, char text[DATE_SIZE])
{
	return date_of_span(
	    span, view->is_anonymous ? DATE_MONTH : DATE_DAY, view->order->language, text);
}

const char *
view_day(const struct view *view, day_number day, char text[DATE_SIZE])
{
	return date_of_day(
	    day, view->is_anonymous ? DATE_MONTH : DATE_DAY, view->order->language, text);
}
