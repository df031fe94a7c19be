/*
 * The inspection by parents: the case as they may see it, and before it a page
 * for the attention officer that says what was left out, and why. What parents
 * read says only that the rights of others limit it.
 */

#include "paper/date.h"
#include "paper/paper.h"
#include "parts/parts.h"
#include "reader/outward.h"
#include "report.h"
#include "rules/done.h"
#include "rules/situation.h"

struct inspection {
	struct paper paper;
	const struct dossier *dossier;
	const struct report_order *order;
};

static void
put_title(struct inspection *inspection, enum wording title)
{
	char name[CASE_MAX_LENGTH + 1];

	dossier_case(inspection->dossier->state, name);
	paper_put_title(&inspection->paper, title, name, WORDING_ON_EACH_PAGE, name);
}

/* Whether the parents must still be told of a report, by the table of the referral. */
static bool
must_tell_parents(const struct inspection *inspection)
{
	const struct case_state *state = inspection->dossier->state;
	struct assessment assessment;

	assessment_make(&assessment, state, inspection->order->today);
	struct weighing weighing = weighing_of(&assessment);
	struct situation situation = situation_of(&assessment, &weighing, case_date(state));
	struct span_set told = done_by(state, PARTNER_AF, ACTION_TELL_PARENTS);

	/* Also where somebody else tells them, as after signals that asked for an expert. */
	if (!span_history_is_empty(state->reports) && span_set_is_empty(told))
		return true;
	for (size_t i = 0; i < table_row_count; i++) {
		const struct table_row *row = &table_rows[i];
		struct demand demand;

		if (situation_meets(&situation, row)
		    && situation_action(&situation, row) == ACTION_TELL_PARENTS
		    && situation_demands(&situation, row, TOPIC_NONE, told, &demand))
			return true;
	}
	return false;
}

/* Why there can be no inspection now; WORDING_NONE when there can. */
static enum wording
stop_wording(const struct inspection *inspection)
{
	if (dossier_danger(inspection->dossier, inspection->order->today) != WORD_NONE)
		return WORDING_NO_INSPECTION_DANGER;
	/* What could not be read may be what makes it unsafe. */
	if (dossier_lacks_line(inspection->dossier))
		return WORDING_NO_INSPECTION_REFUSED;
	return must_tell_parents(inspection) ? WORDING_NO_INSPECTION_TELL : WORDING_NONE;
}

static void
put_stop(struct inspection *inspection, enum wording why)
{
	put_title(inspection, WORDING_TITLE_NO_INSPECTION);
	paper_put(&inspection->paper, BLOCK_NOTICE, WORDING_NOTICE_INSPECTION_LIST);
	paper_put(&inspection->paper, BLOCK_NOTICE, why);
	paper_put(&inspection->paper, BLOCK_PARAGRAPH, WORDING_EMERGENCY);
}

/* The text that parents get to see: none unless the attention officer has read it. */
static struct bytes
text_of(const struct inspection *inspection, const struct entry *fact)
{
	return inspection->order->with_text ? outward_text(fact) : (struct bytes){"", 0};
}

static const char *
date_of(const struct inspection *inspection, const struct entry *fact, char text[DATE_SIZE])
{
	return date_of_span(fact->when, DATE_DAY, inspection->order->language, text);
}

/* Says what a fact is, in the paper's phrase. */
static void
say_fact(struct inspection *inspection, const struct entry *fact)
{
	struct paper *paper = &inspection->paper;
	char due[DATE_SIZE];

	switch (fact->kind) {
	case KIND_TALK:
		parts_say_talk(paper, fact);
		return;
	case KIND_DONE:
		parts_say_done(paper, fact);
		return;
	case KIND_CONSULT:
		phrase_say(&paper->phrase, WORDING_CONSULTED,
		    wording_partner(fact->code, paper->phrase.language), NULL);
		return;
	case KIND_CONSENT:
		phrase_say(&paper->phrase,
		    fact->value == ANSWER_YES ? WORDING_CONSENT_YES : WORDING_CONSENT_NO,
		    wording_partner(fact->code, paper->phrase.language), NULL);
		return;
	default:
		break;
	}
	phrase_add(&paper->phrase, paper_label(paper, fact->code));
	if (fact->value != WORD_NONE && fact->kind != KIND_SIGNAL) {
		phrase_add(&paper->phrase, ": ");
		phrase_add(&paper->phrase, paper_label(paper, outward_value(fact)));
	}
	if (fact->due != NO_DAY)
		phrase_say(&paper->phrase,
		    fact->kind == KIND_SIGNAL ? WORDING_KNOWN_LATER : WORDING_AND_DUE,
		    date_of_day(fact->due, DATE_DAY, paper->phrase.language, due), NULL);
}

/* Adds a fact that is left out, or whose text is, and the ground, when it has one. */
static void
put_left_out(struct inspection *inspection, const struct entry *fact, enum wording ground)
{
	struct paper *paper = &inspection->paper;
	char date[DATE_SIZE];

	if (fact->kind == KIND_NEED) {
		phrase_add(&paper->phrase, paper_label(paper, KIND_NEED));
		phrase_add(&paper->phrase, ": ");
	}
	say_fact(inspection, fact);
	document_add(paper->document, BLOCK_ENTRY,
	    (struct bytes[]){bytes_of(date_of(inspection, fact, date)),
		phrase_bytes(&paper->phrase), {"", 0}, bytes_of(paper_wording(paper, ground))},
	    4);
	phrase_clear(&paper->phrase);
}

/* Every record that is left out, with its ground. False when there is none. */
static bool
put_facts_left_out(struct inspection *inspection)
{
	bool has_heading = false;

	for (size_t i = 0; i < inspection->dossier->facts; i++) {
		const struct entry *fact = &inspection->dossier->fact[i];

		if (outward_ground(fact) == WORDING_NONE)
			continue;
		paper_put_heading_once(&inspection->paper, WORDING_HEAD_LEFT_OUT, &has_heading);
		put_left_out(inspection, fact, outward_ground(fact));
	}
	return has_heading;
}

/* Every other record whose text is left out: the ground of all is one. False when there is none. */
static bool
put_texts_left_out(struct inspection *inspection)
{
	bool has_heading = false;

	for (size_t i = 0; i < inspection->dossier->facts; i++) {
		const struct entry *fact = &inspection->dossier->fact[i];

		if (outward_ground(fact) != WORDING_NONE || fact->text.length == 0
		    || text_of(inspection, fact).length > 0)
			continue;
		if (!has_heading) {
			paper_put_heading(&inspection->paper, WORDING_HEAD_TEXT_LEFT_OUT);
			paper_put(&inspection->paper, BLOCK_PARAGRAPH, WORDING_ABOUT_TEXT);
			has_heading = true;
		}
		put_left_out(inspection, fact, WORDING_NONE);
	}
	return has_heading;
}

/* Whether something asked to judge safety or for an expert, whatever the outcome is now. */
static bool
was_about_safety(const struct case_state *state)
{
	return !span_history_is_empty(state->safety) || !span_history_is_empty(state->expert);
}

static void
put_list(struct inspection *inspection)
{
	struct paper *paper = &inspection->paper;

	put_title(inspection, WORDING_TITLE_INSPECTION_LIST);
	paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_INSPECTION_LIST);
	if (was_about_safety(inspection->dossier->state))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_INSPECTION_DANGER);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_INSPECTION_FIRST);
	bool has_facts = put_facts_left_out(inspection);
	if (!put_texts_left_out(inspection) && !has_facts)
		paper_put(paper, BLOCK_PARAGRAPH, WORDING_NOTHING_LEFT_OUT);
}

static bool
is_concern(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && !parts_is_positive(fact);
}

static bool
is_step(const struct entry *fact)
{
	return fact->kind == KIND_CONSULT || fact->kind == KIND_TALK || fact->kind == KIND_DONE;
}

static bool
is_answer(const struct entry *fact)
{
	return fact->kind == KIND_ANSWER;
}

static bool
is_plan(const struct entry *fact)
{
	return fact->kind == KIND_PLAN;
}

static bool
is_need(const struct entry *fact)
{
	return fact->kind == KIND_NEED;
}

static bool
is_consent(const struct entry *fact)
{
	return fact->kind == KIND_CONSENT;
}

/* Adds the facts that are so and that parents may see under a heading. False when there are none.
 */
static bool
put_facts(
    struct inspection *inspection, bool (*is_so)(const struct entry *fact), enum wording heading)
{
	bool has_heading = false;
	char date[DATE_SIZE];

	for (size_t i = 0; i < inspection->dossier->facts; i++) {
		const struct entry *fact = &inspection->dossier->fact[i];

		if (!is_so(fact) || outward_ground(fact) != WORDING_NONE)
			continue;
		paper_put_heading_once(&inspection->paper, heading, &has_heading);
		say_fact(inspection, fact);
		paper_put_entry(&inspection->paper, bytes_of(date_of(inspection, fact, date)),
		    text_of(inspection, fact));
	}
	return has_heading;
}

static const struct section {
	bool (*is_so)(const struct entry *fact);
	enum wording heading;
} sections[] = {
    {is_concern, WORDING_HEAD_WE_SEE},
    {parts_is_positive, WORDING_HEAD_POSITIVE},
    {is_step, WORDING_HEAD_STEPS},
    {is_answer, WORDING_HEAD_INSPECTION_ANSWERS},
    {is_plan, WORDING_HEAD_PLAN},
    {is_need, WORDING_HEAD_NEEDS},
    {is_consent, WORDING_HEAD_INSPECTION_CONSENT},
};

static void
put_page(struct inspection *inspection)
{
	struct paper *paper = &inspection->paper;
	bool has_facts = false;
	char school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	/* A case's name is the school's own, and leads to what parents do not get. */
	paper_put_title(paper, WORDING_TITLE_INSPECTION, NULL, WORDING_ON_EACH_PAGE_MANY, NULL);
	paper_put_pair(paper, WORDING_KEY_SCHOOL,
	    record_write_school(inspection->dossier->state->key.school, school));
	paper_put_pair(paper, WORDING_KEY_WRITTEN,
	    date_of_day(inspection->order->today, DATE_DAY, inspection->order->language, day));
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_INSPECTION_LIMITED);
	for (size_t i = 0; i < sizeof(sections) / sizeof(sections[0]); i++)
		has_facts |= put_facts(inspection, sections[i].is_so, sections[i].heading);
	if (!has_facts)
		paper_put(paper, BLOCK_PARAGRAPH, WORDING_INSPECTION_NOTHING);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_INSPECTION_WRONG);
}

void
inspection_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	struct inspection inspection = {.dossier = cases->dossier, .order = order};
	enum wording stop;

	document->title = WORDING_TITLE_INSPECTION;
	paper_open(&inspection.paper, document);
	stop = stop_wording(&inspection);
	if (stop != WORDING_NONE) {
		put_stop(&inspection, stop);
	} else {
		put_list(&inspection);
		put_page(&inspection);
	}
	paper_close(&inspection.paper);
}
