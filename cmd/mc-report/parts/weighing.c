/* What the school makes of the facts: the weighings, their outcome and the plan. */

#include "parts/parts.h"
#include "rules/weighing.h"

/* The number of a weighing of the framework; 0 for the question about remaining concerns. */
static unsigned
number_of(enum word question)
{
	switch (question) {
	case QUESTION_SUSPICION:
		return 1;
	case QUESTION_UNSAFE:
		return 2;
	case QUESTION_CAN_HELP:
		return 3;
	case QUESTION_ACCEPTS:
		return 4;
	case QUESTION_RESULT:
		return 5;
	default:
		return 0;
	}
}

/* Whether a fact is one of the answers by which a question has its value. */
static bool
gave_value(const struct entry *fact, enum word question, const struct standing *standing)
{
	return fact->kind == KIND_ANSWER && fact->code == question && fact->value == standing->value
	    && fact->when.end >= span_set_begin(standing->newest);
}

static void
put_answer(struct view *view, const char *question, enum wording how,
    const struct standing *standing, const struct entry *fact)
{
	char date[DATE_SIZE];
	struct phrase name = {.language = view->order->language};

	phrase_add(&name, question);
	phrase_capitalise(&name);
	phrase_say(&view->paper.phrase, how, paper_label(&view->paper, standing->value),
	    fact == NULL ? NULL : view_date(view, fact->when, date));
	paper_put_entry(&view->paper, phrase_bytes(&name),
	    fact == NULL ? (struct bytes){"", 0} : view_text(view, fact));
	paper_drop_repeated(&view->paper);
	phrase_close(&name);
}

/* That it must be answered anew is for the school, and for who thinks along. */
static enum wording
stale_wording(const struct view *view)
{
	return view->partner == PARTNER_VEILIG_THUIS ? WORDING_ANSWER_CHANGED
						     : WORDING_ANSWER_STALE;
}

/* Adds the answers by which a question has its value; false when it has none. */
static bool
put_question(struct view *view, enum word question)
{
	const struct standing *standing = assessment_question(&view->assessment, question);
	const char *label = paper_label(&view->paper, question);
	bool is_given = false;

	if (standing->value == WORD_NONE)
		return false;
	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (!gave_value(fact, question, standing))
			continue;
		is_given = true;
		put_answer(view, label, standing->is_stale ? stale_wording(view) : WORDING_ANSWERED,
		    standing, fact);
	}
	if (!is_given)
		put_answer(view, label, WORDING_ANSWER_IMPLIED, standing, NULL);
	return true;
}

/* "Nog niet beantwoord: afweging 2, 3 en 4." */
static void
put_open(struct view *view, const unsigned open[], size_t count)
{
	struct phrase list = {.language = view->order->language};

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			phrase_say(&list, i + 1 < count ? WORDING_COMMA : WORDING_AND, NULL, NULL);
		phrase_add(&list, (char[]){(char)('0' + open[i]), '\0'});
	}
	phrase_say(&view->paper.phrase, WORDING_STILL_OPEN, phrase_string(&list), NULL);
	paper_put_phrase(&view->paper, BLOCK_PARAGRAPH);
	phrase_close(&list);
}

/* Adds the answers; what is not answered is named in one sentence. */
static void
put_questions(struct view *view)
{
	bool no_suspicion = assessment_holds(&view->assessment, QUESTION_SUSPICION, ANSWER_NO);
	unsigned open[QUESTION_END - QUESTION_FIRST];
	size_t count = 0;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		bool matters = number_of(question) > 0 || no_suspicion;

		if ((matters && put_question(view, question)) || number_of(question) == 0)
			continue;
		open[count++] = number_of(question);
	}
	if (no_suspicion)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_OTHERS_NOT_NEEDED);
	else if (count > 0 && !assessment_asks(&view->assessment, QUESTION_UNSAFE))
		put_open(view, open, count);
}

void
parts_put_weighing(struct view *view)
{
	if ((view->scope & SCOPE_CASE) == 0)
		return;
	paper_put_heading(&view->paper, WORDING_HEAD_WEIGHING);
	if (view->assessment.is_answered)
		put_questions(view);
	else
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_NOT_WEIGHED_YET);
	if (view->weighing.flags & FLAG_WITH_VT)
		paper_put(&view->paper, BLOCK_PARAGRAPH, WORDING_WITH_VEILIG_THUIS);
	/* It says what the school must do, which is nothing for Veilig Thuis. */
	if (view->shows_outcome && view->partner != PARTNER_VEILIG_THUIS) {
		phrase_say(&view->paper.phrase, WORDING_OUTCOME_ALONE,
		    paper_label(&view->paper, view->weighing.outcome), NULL);
		paper_put_phrase(&view->paper, BLOCK_PARAGRAPH);
	}
}

/* What a plan must have one of: whether it stands, whether it is missed, and since when. */
struct agreement {
	bool is_given, is_missing;
	day_number due;
	struct span_set newest;
};

static struct agreement
agreement_of(const struct view *view, enum word code)
{
	const struct assessment *assessment = &view->assessment;
	const struct case_rest *rest = case_rest(view->dossier->state);
	unsigned flags = view->weighing.flags;

	switch (code) {
	case PLAN_GOAL:
		return (struct agreement){
		    assessment->has_goal, flags & FLAG_GOAL, NO_DAY, view->dossier->state->goal};
	case PLAN_TERM:
		return (struct agreement){assessment->term != NO_DAY, flags & FLAG_TERM,
		    assessment->term, newest_least_when(rest->term)};
	case PLAN_CASEMANAGER:
		return (struct agreement){assessment->casemanager != WORD_NONE,
		    flags & FLAG_CASEMANAGER, NO_DAY, newest_least_when(rest->casemanager)};
	case PLAN_MONITOR:
		return (struct agreement){assessment->monitor != NO_DAY, flags & FLAG_MONITOR,
		    assessment->monitor, newest_least_when(rest->monitor)};
	case PLAN_REVIEW:
	default:
		return (struct agreement){assessment->review != NO_DAY, flags & FLAG_REVIEW,
		    assessment->review, newest_least_when(rest->review)};
	}
}

/* Adds an agreement: a day or a person and what was said about it, or a goal in its own words. */
static void
put_agreed(struct view *view, struct bytes name, const struct entry *fact)
{
	struct bytes text = view_text(view, fact);
	char day[DATE_SIZE];

	if (fact->due == NO_DAY && fact->value == WORD_NONE && text.length > 0) {
		document_add(view->paper.document, BLOCK_ENTRY, (struct bytes[]){name, text}, 2);
		return;
	}
	if (fact->due != NO_DAY)
		phrase_add(&view->paper.phrase, view_day(view, fact->due, day));
	else if (fact->value != WORD_NONE && !view->is_anonymous)
		phrase_add(&view->paper.phrase, paper_label(&view->paper, fact->value));
	else
		phrase_say(&view->paper.phrase, WORDING_RECORDED, NULL, NULL);
	paper_put_entry(&view->paper, name, text);
}

static void
put_agreement(struct view *view, enum word code, const struct agreement *agreement)
{
	struct phrase name = {.language = view->order->language};

	phrase_add(&name, paper_label(&view->paper, code));
	phrase_capitalise(&name);
	for (size_t i = 0; agreement->is_given && i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_PLAN || fact->code != code
		    || fact->when.end < span_set_begin(agreement->newest)
		    || fact->due != agreement->due)
			continue;
		put_agreed(view, phrase_bytes(&name), fact);
	}
	if (!agreement->is_given) {
		phrase_say(&view->paper.phrase, WORDING_NOT_AGREED_YET, NULL, NULL);
		paper_put_entry(&view->paper, phrase_bytes(&name), (struct bytes){"", 0});
	}
	phrase_close(&name);
}

/* Adds every agreement with the family of this round, each with its day: no rule asks for one, and
 * where to go in danger stays agreed when something else is agreed later. */
static void
put_with_family(struct view *view, bool *has_heading)
{
	char date[DATE_SIZE];

	for (size_t i = 0; i < view->dossier->facts; i++) {
		const struct entry *fact = &view->dossier->fact[i];

		if (fact->kind != KIND_PLAN || fact->code != PLAN_AGREEMENT
		    || !span_set_since(span_set_of(fact->when), view->assessment.rounds))
			continue;
		paper_put_heading_once(&view->paper, WORDING_HEAD_PLAN, has_heading);
		phrase_add(&view->paper.phrase, paper_label(&view->paper, PLAN_AGREEMENT));
		paper_put_entry(&view->paper, bytes_of(view_date(view, fact->when, date)),
		    view_text(view, fact));
	}
}

void
parts_put_plan(struct view *view)
{
	bool has_heading = false;

	if ((view->scope & SCOPE_CASE) == 0)
		return;
	for (enum word code = PLAN_FIRST; code < PLAN_END; code++) {
		struct agreement agreement;

		if (code == PLAN_AGREEMENT) {
			put_with_family(view, &has_heading);
			continue;
		}
		agreement = agreement_of(view, code);
		if (!agreement.is_given && !agreement.is_missing)
			continue;
		paper_put_heading_once(&view->paper, WORDING_HEAD_PLAN, &has_heading);
		put_agreement(view, code, &agreement);
	}
}
