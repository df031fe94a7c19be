#include "view.h"

bool
view_is_for(enum word partner)
{
	switch (partner) {
	case PARTNER_KERNTEAM:
	case PARTNER_SOCIUS:
	case PARTNER_GGD:
	case PARTNER_CJG:
	case PARTNER_LPA:
	case PARTNER_SOCIAL_BASE:
	case PARTNER_COLLEAGUE:
	case PARTNER_EXPERT:
		return true;
	default:
		return false;
	}
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

/* What concerns board and inspector alone: suspicions about staff, what is between pupils. */
static bool
is_outside_signal(const struct entry *fact)
{
	enum signal_class class = vocabulary_entry(fact->code)->class;

	return fact->kind == KIND_SIGNAL && (class == CLASS_STAFF || class == CLASS_PUPIL);
}

/* Weighs the case without what the reader may not know. */
static struct weighing
weigh_known(struct view *view)
{
	for (size_t i = 0; i < view->dossier->facts; i++)
		if (is_outside_signal(&view->dossier->fact[i]))
			view->hides_signals = true;
		else
			dossier_learn(&view->known, &view->dossier->fact[i]);
	assessment_make(&view->assessment, &view->known, view->order->today);
	return weighing_of(&view->assessment);
}

static void
open_view(struct view *view, enum word partner, struct document *document,
    const struct dossier *dossier, const struct report_order *order)
{
	*view = (struct view){.dossier = dossier, .order = order, .partner = partner};
	paper_open(&view->paper, document);
	view->weighing = weigh_known(view);
	/* Of a case that is about nothing but staff or pupils there is no outcome to tell. */
	view->shows_outcome =
	    !span_set_is_empty(view->known.signals.newest) || view->assessment.is_answered;
}

void
view_open_report(struct view *view, struct document *document, const struct dossier *dossier,
    const struct report_order *order)
{
	open_view(view, PARTNER_VEILIG_THUIS, document, dossier, order);
	view->scope = SCOPE_CASE;
}

/* Whether the family does not want to be named to this partner. The refer record may have been
 * written before it said so. */
static bool
is_refused(const struct case_state *state, const struct entry *refer)
{
	enum consent_slot slot = case_consent_slot(refer->code);

	return refer->value != ACTION_ABSENCE && slot < CONSENT_SLOTS
	    && !span_set_is_empty(state->consent[slot].no)
	    && span_set_since(state->consent[slot].no, state->consent[slot].yes);
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
	view->shows_outcome &= (view->scope & SCOPE_CASE) != 0;
	/* What mc-weigh found stands, unless it knew more than the reader may. */
	if (!view->hides_signals && weigh->code != OUTCOME_STAFF_DUTY)
		view->weighing =
		    (struct weighing){weigh->rule, weigh->code, weigh->due, weigh->flags};
}

void
view_close(struct view *view)
{
	paper_close(&view->paper);
}

/* What is asked of board and inspector is about staff and pupils, not about the family. */
static bool
is_outside(const struct entry *entry)
{
	return entry->code == PARTNER_BOARD || entry->code == PARTNER_INSPECTOR;
}

/* Whether a new signal alone can ask for this of somebody. */
static bool
follows_a_signal(enum word action)
{
	return action == ACTION_WEIGH || action == ACTION_TALK || action == ACTION_DISCUSS
	    || action == ACTION_JOINT_TALK;
}

bool
view_shows_next(const struct view *view, const struct entry *refer)
{
	if ((view->scope & SCOPE_CASE) == 0 || view_is_asked(view, refer) || is_outside(refer))
		return false;
	/* Partners compare: what one hears by name would name the family to one that may not know.
	 */
	if (view->is_anonymous != refer->is_anonymous && view_is_for(refer->code))
		return false;
	/* What must be done because of it would tell that there is something that is not shown. */
	if (view->hides_signals && follows_a_signal(refer->value))
		return false;
	/* What the school does in the classroom, and what says that nothing is due. */
	return refer->value != ACTION_COMFORT && refer->value != ACTION_NONE;
}

static bool
shows_signal(const struct view *view, const struct entry *signal)
{
	if (is_outside_signal(signal))
		return false;
	if (view->scope & SCOPE_CASE)
		return true;
	return (view->scope & SCOPE_ABSENCE) != 0
	    && vocabulary_entry(signal->code)->topic == TOPIC_ABSENCE;
}

static enum word
partner_of_topic(enum topic topic)
{
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (vocabulary_entry(partner)->topic == topic)
			return partner;
	return PARTNER_KERNTEAM;
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
	enum word owner = partner_of_topic(entry->topic);

	if (view->scope & SCOPE_CASE)
		return true;
	return (view->scope & SCOPE_NEEDS) != 0
	    && (owner == view->partner
		|| (vocabulary_entry(view->partner)->topic == TOPIC_NONE
		    && !is_helped_by(view, owner)));
}

/* Consent matters to whom it is about; that for the kernteam to each of its members. */
static bool
shows_consent(const struct view *view, enum word partner)
{
	if (view->scope == SCOPE_ABSENCE)
		return false;
	if (partner == view->partner)
		return true;
	return partner == PARTNER_KERNTEAM && vocabulary_entry(view->partner)->topic != TOPIC_NONE;
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
		return shows_consent(view, fact->code);
	case KIND_CONSULT:
		return (view->scope & SCOPE_CASE) != 0 && !is_outside(fact);
	case KIND_DONE:
		return (view->scope & SCOPE_CASE) != 0 && !is_outside(fact)
		    && fact->value != ACTION_COMFORT && fact->value != ACTION_STAFF_DUTY
		    && fact->value != ACTION_PEER_PROTOCOL;
	default:
		return (view->scope & SCOPE_CASE) != 0;
	}
}

bool
view_forbids_contact(const struct view *view)
{
	return dossier_danger(view->dossier, view->order->today) != WORD_NONE
	    || view->assessment.talk == TALK_SKIPPED_SAFETY
	    || view->assessment.talk == TALK_SKIPPED_CONTACT
	    || view->assessment.talk == TALK_SKIPPED_EXPERT;
}

struct bytes
view_text(const struct view *view, const struct entry *fact)
{
	if (view->is_anonymous && !view->order->with_text)
		return (struct bytes){"", 0};
	return fact->text;
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
