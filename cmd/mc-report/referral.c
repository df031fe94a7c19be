/*
 * The referral: what is asked of one partner, and what that partner needs to
 * know to answer. One paper for each case and partner.
 */

#include "diagnostics.h"
#include "parts.h"

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
	enum language language = view->order->language;
	char name[CASE_MAX_LENGTH + 1];
	struct phrase title = {.language = language};

	phrase_say(&title, WORDING_TITLE_REFERRAL, wording_partner(view->partner, language), NULL);
	if (view->is_anonymous)
		phrase_say(&view->paper.phrase, WORDING_ON_EACH_PAGE_ANONYMOUS, NULL, NULL);
	else
		phrase_say(&view->paper.phrase, WORDING_ON_EACH_PAGE,
		    dossier_case(view->dossier, name), NULL);
	paper_put_title(&view->paper, phrase_bytes(&title));
	phrase_close(&title);
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
		paper_put_pair(paper, WORDING_KEY_CASE, dossier_case(view->dossier, name));
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
	static const enum wording blanks[] = {
	    WORDING_BLANK_AF_PHONE, WORDING_BLANK_WHOM, WORDING_BLANK_PARENTS_KNOW, WORDING_NONE};

	if (view->is_anonymous)
		return;
	paper_put(&view->paper, BLOCK_HEADING, WORDING_HEAD_WHOM);
	paper_put_all(&view->paper, BLOCK_BLANK, blanks);
}

static void
put_notices(struct view *view)
{
	if (dossier_lacks_line(view->dossier))
		paper_put(&view->paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
	if (view_forbids_contact(view))
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
put_next_row(struct view *view, const struct entry *refer)
{
	struct paper *paper = &view->paper;
	char day[DATE_SIZE];

	view_day(view, refer->due, day);
	if (refer->due == NO_DAY)
		phrase_say(&paper->phrase, WORDING_DUE_NONE, NULL, NULL);
	else
		phrase_add(&paper->phrase, day);
	document_add(paper->document, BLOCK_ROW,
	    (struct bytes[]){phrase_bytes(&paper->phrase),
		bytes_of(paper_label(paper, refer->code)),
		bytes_of(paper_label(paper, refer->value))},
	    3);
	phrase_clear(&paper->phrase);
}

/* Whether a is due after b; what has no day comes last, and equal days stay in their order. */
static bool
is_due_after(const struct entry *a, const struct entry *b)
{
	day_number first = a->due == NO_DAY ? LAST_DAY : a->due;
	day_number second = b->due == NO_DAY ? LAST_DAY : b->due;

	return first > second || (first == second && a > b);
}

/* The refer record that is of use to the reader and due next after this one (NULL: the first). */
static const struct entry *
next_due(const struct view *view, const struct entry *before)
{
	const struct entry *next = NULL;

	for (size_t i = 0; i < view->dossier->refers; i++) {
		const struct entry *refer = &view->dossier->refer[i];

		if (view_shows_next(view, refer) && (before == NULL || is_due_after(refer, before))
		    && (next == NULL || is_due_after(next, refer)))
			next = refer;
	}
	return next;
}

static void
put_next(struct view *view)
{
	static const enum wording columns[BLOCK_PARTS] = {
	    WORDING_COLUMN_BEFORE, WORDING_COLUMN_WHO, WORDING_COLUMN_WHAT};
	const struct entry *refer = next_due(view, NULL);

	if (refer == NULL)
		return;
	paper_put(&view->paper, BLOCK_HEADING, WORDING_HEAD_NEXT);
	paper_put_columns(&view->paper, columns);
	for (; refer != NULL; refer = next_due(view, refer))
		put_next_row(view, refer);
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
	parts_put_asked(view);
	put_whom(view);
	put_standing(view);
	parts_put_concerns(view);
	parts_put_positive(view);
	parts_put_child(view);
	parts_put_steps(view);
	parts_put_weighing(view);
	parts_put_plan(view);
	parts_put_needs(view);
	parts_put_consent(view);
	put_next(view);
	put_end(view);
}

/* Whether Veilig Thuis must be phoned before anything else: the first rule says so. */
static bool
must_phone(const struct entry *refer)
{
	return refer->code == PARTNER_VEILIG_THUIS && refer->value != ACTION_FEEDBACK
	    && refer->value != ACTION_FINAL_FEEDBACK;
}

/* What somebody must know who asks for the papers of one case. */
static void
tell(const struct dossier *dossier, bool is_mixed)
{
	char name[CASE_MAX_LENGTH + 1];

	dossier_case(dossier, name);
	if (must_phone(&dossier->refer[0]))
		diagnostics_note(_("case %s: Veilig Thuis first, 0800-2000 (see --type agenda and "
				   "--type veilig-thuis)"),
		    name);
	/* Who gets both could lay them side by side. */
	if (is_mixed)
		diagnostics_note(_("case %s has a paper with names and one without: give each "
				   "partner its own (--partner), never both"),
		    name);
}

size_t
referral_build(struct document *document, const struct report_subject *subject,
    const struct report_order *order)
{
	size_t papers[2] = {0};

	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++) {
		struct view view;

		if (!view_is_for(partner)
		    || (order->partner != WORD_NONE && order->partner != partner))
			continue;
		view_open(&view, partner, document, subject->dossier, order);
		papers[view.is_anonymous] += view.asked > 0;
		if (view.asked > 0 && view.is_anonymous == order->is_anonymous)
			put_paper(&view);
		view_close(&view);
	}
	if (order->is_one_case && !order->is_anonymous)
		tell(subject->dossier, papers[false] > 0 && papers[true] > 0);
	return papers[order->is_anonymous];
}
