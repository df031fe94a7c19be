/* What is asked of a partner, and by when. */

#include "papers/referral/referral.h"

#include "rules/consent.h"
#include "records/workday.h"

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

/* Whether the family said no to any partner whom this one may stand in for, or is. */
static bool
has_said_no(const struct view *view)
{
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if ((partner == view->partner || vocabulary_is_member(partner))
		    && consent_for(view->dossier->state, partner) == CONSENT_WITHHELD)
			return true;
	return false;
}

/* Who may not know which family it is cannot help it: what is asked then is to think along. */
static void
say_anonymous_question(struct view *view)
{
	phrase_say(&view->paper.phrase, WORDING_ASK_THINK_WITH, NULL, NULL);
	if (view->forbids_contact || has_said_no(view))
		return;
	phrase_add(&view->paper.phrase, " ");
	phrase_say(&view->paper.phrase, WORDING_NAMES_AFTER_CONSENT, NULL, NULL);
}

/* Whether the action itself cannot be asked now: of who may hear no name, or while nobody may go
 * near the family. */
static bool
is_put_off(const struct view *view, enum word action)
{
	return vocabulary_needs_names(action) && (view->is_anonymous || view->forbids_contact);
}

static void
say_question(struct view *view, const struct entry *refer)
{
	enum wording wording = asks[refer->value];

	if (is_put_off(view, refer->value)) {
		if (view->is_anonymous)
			say_anonymous_question(view);
		else
			phrase_say(&view->paper.phrase, WORDING_ASK_WAIT, NULL, NULL);
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

/* One thing that is asked. */
struct question {
	const struct entry *refer;
	day_number due; /* NO_DAY when it is all due on one day, which is said behind them */
};

/* No more than there are actions. */
struct questions {
	struct question list[ACTION_END - ACTION_FIRST];
	size_t count;
};

/* The question that asks the same when the action itself cannot be asked; NULL when none does. */
static struct question *
same_question(const struct view *view, struct questions *questions, const struct entry *refer)
{
	if (!is_put_off(view, refer->value))
		return NULL;
	for (size_t i = 0; i < questions->count; i++)
		if (is_put_off(view, questions->list[i].refer->value))
			return &questions->list[i];
	return NULL;
}

static struct questions
questions_of(const struct view *view)
{
	struct questions questions = {.count = 0};

	for (size_t i = 0; i < view->dossier->refers; i++) {
		const struct entry *refer = &view->dossier->refer[i];
		struct question *same = same_question(view, &questions, refer);

		if (!view_is_asked(view, refer))
			continue;
		if (same != NULL) {
			if (refer->due < same->due)
				same->due = refer->due;
		} else if (questions.count < sizeof(questions.list) / sizeof(questions.list[0])) {
			questions.list[questions.count++] = (struct question){refer,
			    is_put_off(view, refer->value) && !view->is_anonymous ? NO_DAY
										  : refer->due};
		}
	}
	return questions;
}

/* The day that all questions share, which then stands once, behind them; NO_DAY when none. */
static day_number
take_shared_day(struct questions *questions)
{
	day_number day = questions->list[0].due;

	for (size_t i = 1; i < questions->count; i++)
		if (questions->list[i].due != day)
			return NO_DAY;
	for (size_t i = 0; i < questions->count; i++)
		questions->list[i].due = NO_DAY;
	return day;
}

static void
put_questions(struct view *view)
{
	struct questions questions = questions_of(view);
	bool is_alone = questions.count == 1;
	day_number day = is_alone ? NO_DAY : take_shared_day(&questions);

	for (size_t i = 0; i < questions.count; i++) {
		say_question(view, questions.list[i].refer);
		say_due(view, questions.list[i].due);
		paper_put_phrase(&view->paper, is_alone ? BLOCK_PARAGRAPH : BLOCK_ITEM);
	}
	if (day != NO_DAY) {
		say_due(view, day);
		paper_put_phrase(&view->paper, BLOCK_PARAGRAPH);
	}
}

/* Whether the reader is asked to go to the family while Veilig Thuis works on a report. */
static bool
helps_after_report(const struct view *view)
{
	if ((view->scope & SCOPE_CASE) == 0 || span_history_is_empty(view->known.state.reports))
		return false;
	for (size_t i = 0; i < view->dossier->refers; i++)
		if (view_is_asked(view, &view->dossier->refer[i])
		    && vocabulary_needs_names(view->dossier->refer[i].value))
			return true;
	return false;
}

void
referral_put_asked(struct view *view)
{
	paper_put(&view->paper, BLOCK_HEADING, WORDING_HEAD_ASKED);
	put_questions(view);
	if (helps_after_report(view))
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_AFTER_REPORT);
	if (view->partner == PARTNER_CJG && !view->forbids_contact)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_CJG_READY);
	if ((view->scope & SCOPE_CASE) == 0)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_LESS_IS_SHOWN);
}
