/* What is asked of a partner, and by when. */

#include "parts.h"
#include "workday.h"

static const enum wording asks[ACTION_END] = {
    [ACTION_DISCUSS] = WORDING_ASK_DISCUSS,
    [ACTION_JOINT_TALK] = WORDING_ASK_JOINT_TALK,
    [ACTION_HELP] = WORDING_ASK_HELP,
    [ACTION_PRACTICAL_HELP] = WORDING_ASK_PRACTICAL_HELP,
    [ACTION_ABSENCE] = WORDING_ASK_ABSENCE,
    [ACTION_EXPLORE_GREY] = WORDING_ASK_EXPLORE_GREY,
    [ACTION_BEAR_AND_NORMALISE] = WORDING_ASK_BEAR,
    [ACTION_THINK_ALONG] = WORDING_ASK_THINK_ALONG,
};

/* A day by which somebody must act is counted from a day on which something happened, so an
 * anonymous reader gets its month; and when that would be too late, no month at all. */
static enum wording
due_wording(const struct view *view, day_number due)
{
	if (view->is_anonymous)
		return due <= workday_after(view->order->today, 1) ? WORDING_ASK_AT_ONCE
								   : WORDING_ASK_IN_MONTH;
	return due < view->order->today ? WORDING_ASK_OVERDUE : WORDING_ASK_BEFORE;
}

static void
say_due(struct view *view, day_number due)
{
	char day[DATE_SIZE];

	if (due == NO_DAY)
		return;
	if (phrase_bytes(&view->paper.phrase).length > 0)
		phrase_add(&view->paper.phrase, " ");
	phrase_say(&view->paper.phrase, due_wording(view, due), view_day(view, due, day), NULL);
}

/* Whether somebody can only do this who knows the family. */
static bool
needs_names(enum word action)
{
	return action == ACTION_JOINT_TALK || action == ACTION_HELP
	    || action == ACTION_PRACTICAL_HELP;
}

/* Who may not know which family it is cannot help it: what is asked then is to think along. */
static void
say_anonymous_question(struct view *view)
{
	phrase_say(&view->paper.phrase, WORDING_ASK_THINK_WITH, NULL, NULL);
	if (view_forbids_contact(view))
		return;
	phrase_add(&view->paper.phrase, " ");
	phrase_say(&view->paper.phrase, WORDING_NAMES_AFTER_CONSENT, NULL, NULL);
}

static void
say_question(struct view *view, const struct entry *refer)
{
	enum wording wording = asks[refer->value];

	if (view->is_anonymous && needs_names(refer->value)) {
		say_anonymous_question(view);
		return;
	}

	if (wording == WORDING_ASK_DISCUSS && view->weighing.outcome == OUTCOME_CONSULT)
		wording = WORDING_ASK_DISCUSS_DOUBT;
	if (wording == WORDING_NONE)
		phrase_say(&view->paper.phrase, WORDING_ASK_OTHER,
		    paper_label(&view->paper, refer->value), NULL);
	else
		phrase_say(&view->paper.phrase, wording, NULL, NULL);
}

/* Whether everything that is asked is due on one day, which then stands once. */
static bool
share_day(const struct view *view, day_number *day)
{
	size_t seen = 0;

	for (size_t i = 0; i < view->dossier->refers; i++) {
		const struct entry *refer = &view->dossier->refer[i];

		if (!view_is_asked(view, refer))
			continue;
		if (seen++ == 0)
			*day = refer->due;
		else if (refer->due != *day)
			return false;
	}
	return true;
}

static void
put_questions(struct view *view)
{
	day_number day = NO_DAY;
	bool is_shared = share_day(view, &day), is_alone = view->asked == 1;

	for (size_t i = 0; i < view->dossier->refers; i++) {
		const struct entry *refer = &view->dossier->refer[i];

		if (!view_is_asked(view, refer))
			continue;
		say_question(view, refer);
		if (is_alone || !is_shared)
			say_due(view, refer->due);
		paper_put_phrase(&view->paper, is_alone ? BLOCK_PARAGRAPH : BLOCK_ITEM);
	}
	if (is_shared && !is_alone && day != NO_DAY) {
		say_due(view, day);
		paper_put_phrase(&view->paper, BLOCK_PARAGRAPH);
	}
}

static bool
is_asked_to_talk(const struct view *view)
{
	for (size_t i = 0; i < view->dossier->refers; i++)
		if (view_is_asked(view, &view->dossier->refer[i])
		    && view->dossier->refer[i].value == ACTION_JOINT_TALK)
			return true;
	return false;
}

void
parts_put_asked(struct view *view)
{
	paper_put(&view->paper, BLOCK_HEADING, WORDING_HEAD_ASKED);
	put_questions(view);
	if (!view->is_anonymous && is_asked_to_talk(view))
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_NOT_TO_THE_FAMILY);
	if (view->partner == PARTNER_CJG)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_CJG_READY);
	if ((view->scope & SCOPE_CASE) == 0)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_LESS_IS_SHOWN);
}
