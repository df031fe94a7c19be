/*
 * The referral: what is asked of one partner, and what that partner needs to
 * know to answer. One paper for each case and partner.
 */

#include "papers/referral/referral.h"

#include "tool/diagnostics.h"
#include "parts/parts.h"

static const enum wording standings[OUTCOME_END] = {
    [OUTCOME_REPORT_NOW] = WORDING_STANDING_REPORT_NOW,
    [OUTCOME_REPORT] = WORDING_STANDING_REPORT,
    [OUTCOME_REPORT_AGAIN] = WORDING_STANDING_REPORT_AGAIN,
    [OUTCOME_REPORTED] = WORDING_STANDING_REPORTED,
    [OUTCOME_CHECK_SAFETY] = WORDING_STANDING_CHECK_SAFETY,
    [OUTCOME_EXPERT_FIRST] = WORDING_STANDING_EXPERT_FIRST,
    [OUTCOME_TALK_FIRST] = WORDING_STANDING_TALK_FIRST,
    [OUTCOME_EARLY_HELP] = WORDING_STANDING_EARLY_HELP,
    [OUTCOME_START_MELDCODE] = WORDING_STANDING_START_MELDCODE,
    [OUTCOME_INCOMPLETE] = WORDING_STANDING_INCOMPLETE,
    [OUTCOME_REWEIGH] = WORDING_STANDING_REWEIGH,
    [OUTCOME_CONSULT] = WORDING_STANDING_CONSULT,
    [OUTCOME_GREY] = WORDING_STANDING_GREY,
    [OUTCOME_HELP] = WORDING_STANDING_HELP,
    [OUTCOME_OVERDUE] = WORDING_STANDING_HELP_OVERDUE,
    [OUTCOME_CLOSE_MONITOR] = WORDING_STANDING_CLOSE_MONITOR,
    [OUTCOME_CLOSE] = WORDING_STANDING_CLOSE,
};

/* At the top of each page: what the paper is about, as far as its reader may know. */
static void
put_title(struct view *view)
{
	const char *partner = wording_partner(view->partner, view->order->language);
	char name[CASE_MAX_LENGTH + 1];

	if (view->is_anonymous)
		paper_put_title(&view->paper, WORDING_TITLE_REFERRAL, partner,
		    WORDING_ON_EACH_PAGE_ANONYMOUS, NULL);
	else
		paper_put_title(&view->paper, WORDING_TITLE_REFERRAL, partner, WORDING_ON_EACH_PAGE,
		    dossier_case(view->dossier->state, name));
}

static void
put_head(struct view *view)
{
	struct paper *paper = &view->paper;
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	put_title(view);
	if (view->is_anonymous) {
		paper_put_pair(
		    paper, WORDING_KEY_CASE, paper_wording(paper, WORDING_CASE_ANONYMOUS));
		paper_put_pair(
		    paper, WORDING_KEY_FROM, paper_wording(paper, WORDING_FROM_ANONYMOUS));
	} else {
		paper_put_pair(paper, WORDING_KEY_CASE, dossier_case(view->dossier->state, name));
		paper_put_pair(paper, WORDING_KEY_SCHOOL,
		    record_write_school(view->dossier->state->key.school, school));
		paper_put_pair(paper, WORDING_KEY_FROM, paper_wording(paper, WORDING_FROM_NAMED));
	}
	paper_put_pair(paper, WORDING_KEY_WRITTEN, view_day(view, view->order->today, day));
}

/* Names are never in records: the school writes down whom it is about. */
static void
put_whom(struct view *view)
{
	struct paper *paper = &view->paper;

	if (view->is_anonymous) {
		paper_put(paper, BLOCK_HEADING, WORDING_HEAD_ANSWER);
		paper_put(paper, BLOCK_PARAGRAPH, WORDING_ANSWER_BY_REFERENCE);
		paper_put(paper, BLOCK_BLANK, WORDING_BLANK_ANSWER_TO);
		paper_put(paper, BLOCK_BLANK, WORDING_BLANK_REFERENCE);
		return;
	}
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_WHOM);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_AF_PHONE);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_WHOM);
	if ((view->scope & SCOPE_CASE) == 0)
		paper_put(paper, BLOCK_BLANK, WORDING_BLANK_PARENTS_KNOW);
}

/* What the attendance officer asks first, and no record holds. */
static void
put_absence_blanks(struct view *view)
{
	static const enum wording blanks[] = {WORDING_BLANK_ABSENCE_HOURS,
	    WORDING_BLANK_ABSENCE_PERIOD, WORDING_BLANK_ABSENCE_DESK, WORDING_NONE};

	if (view->scope == SCOPE_ABSENCE)
		paper_put_all(&view->paper, BLOCK_BLANK, blanks);
}

static void
put_notices(struct view *view)
{
	if (dossier_lacks_line(view->dossier))
		paper_put(&view->paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
	if (view->forbids_contact)
		paper_put(&view->paper, BLOCK_NOTICE,
		    view->scope & SCOPE_CASE ? WORDING_NOTICE_NO_CONTACT
					     : WORDING_NOTICE_ASK_FIRST);
	if (view->is_anonymous)
		paper_put(&view->paper, BLOCK_NOTICE, WORDING_NOTICE_ANONYMOUS);
	if (view->is_mixed)
		paper_put(&view->paper, BLOCK_NOTICE, WORDING_NOTICE_MIXED);
}

static enum wording
standing_wording(const struct view *view)
{
	enum word outcome = view->weighing.outcome;

	if (outcome == OUTCOME_OVERDUE
	    && assessment_holds(&view->assessment, QUESTION_SUSPICION, ANSWER_NO))
		return WORDING_STANDING_GREY_OVERDUE;
	if (outcome == OUTCOME_TALK_FIRST && view->assessment.talk_has_lapsed)
		return WORDING_STANDING_TALK_AGAIN;
	return standings[outcome];
}

static void
put_standing(struct view *view)
{
	if (!view->shows_outcome)
		return;
	paper_put(&view->paper, BLOCK_HEADING, WORDING_HEAD_STANDING);
	paper_put(&view->paper, BLOCK_PARAGRAPH, standing_wording(view));
}

static void
put_end(struct view *view)
{
	paper_put(&view->paper, BLOCK_HEADING, WORDING_HEAD_REPLY);
	paper_put(&view->paper, BLOCK_BLANK, WORDING_BLANK_WHO);
	paper_put(&view->paper, BLOCK_BLANK, WORDING_BLANK_WHEN);
	paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_KEEP_SIGNALLING);
	paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_EMERGENCY);
}

static void
put_paper(struct view *view)
{
	put_head(view);
	put_notices(view);
	referral_put_asked(view);
	put_whom(view);
	put_standing(view);
	parts_put_concerns(view);
	put_absence_blanks(view);
	if (parts_put_child(view))
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_NOT_TO_THE_FAMILY);
	parts_put_positive(view);
	parts_put_steps(view);
	parts_put_weighing(view);
	parts_put_plan(view);
	parts_put_needs(view);
	referral_put_consent(view);
	referral_put_next(view);
	put_end(view);
}

/* Whether Veilig Thuis must be called before anything is asked of others. */
static bool
is_called_first(const struct dossier *dossier)
{
	for (size_t i = 0; i < dossier->refers; i++)
		if (dossier_is_call(&dossier->refer[i]))
			return true;
	return false;
}

/* What somebody must know who asks for the papers of one case. */
static void
tell(const struct dossier *dossier, bool is_mixed)
{
	char name[CASE_MAX_LENGTH + 1];

	dossier_case(dossier->state, name);
	if (is_called_first(dossier))
		diagnostics_note(_("case %s: Veilig Thuis first, 0800-2000 (see --type agenda and "
				   "--type veilig-thuis)"),
		    name);
	/* Who gets both could lay them side by side. */
	if (is_mixed)
		diagnostics_note(_("case %s has a paper with names and one without: give each "
				   "partner its own (--partner), never both"),
		    name);
}

/* Signals about them are hidden from who reads the papers; texts of other facts may speak of them.
 */
static void
tell_of_texts(const struct dossier *dossier)
{
	char name[CASE_MAX_LENGTH + 1];

	diagnostics_note(
	    _("case %s: read the texts on its papers before you hand them over: nothing in "
	      "them may be about staff, about other pupils or about a Handle with Care "
	      "notice"),
	    dossier_case(dossier->state, name));
}

static bool
is_asked(const struct dossier *dossier, enum word partner)
{
	for (size_t i = 0; i < dossier->refers; i++)
		if (dossier->refer[i].code == partner)
			return true;
	return false;
}

/* Adds the papers of a case with names, or those without. Returns how many. */
static size_t
put_papers(struct document *document, const struct dossier *dossier,
    const struct report_order *order, bool anonymous)
{
	size_t papers = 0;
	bool has_texts = false;

	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++) {
		struct view view;

		if (!view_is_for(partner) || !is_asked(dossier, partner)
		    || (order->partner != WORD_NONE && order->partner != partner))
			continue;
		view_open(&view, partner, document, dossier, order);
		if (view.is_anonymous == anonymous) {
			put_paper(&view);
			papers++;
			has_texts |= view.hides_facts && view_shows_texts(&view);
		}
		view_close(&view);
	}
	if (has_texts)
		tell_of_texts(dossier);
	return papers;
}

/* Between two papers with names one without would tell its school. */
void
referral_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	size_t anonymous = 0, named = 0;

	for (size_t i = 0; i < cases->count; i++)
		if (is_called_first(&cases->dossier[i]))
			document->nothing = WORDING_EMPTY_CALL;
	for (size_t i = 0; i < cases->count; i++)
		anonymous += put_papers(document, &cases->dossier[i], order, true);
	for (size_t i = 0; i < cases->count; i++)
		named += put_papers(document, &cases->dossier[i], order, false);
	if (order->is_one_case && cases->count == 1)
		tell(&cases->dossier[0], anonymous > 0 && named > 0);
}
