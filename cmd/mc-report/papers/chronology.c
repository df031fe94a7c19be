/*
 * The chronology: every record of a case in order of time, for the attention
 * officer. Under a record stands the outcome when this record changed it: the
 * weighing is done again with what was known then.
 */

#include "records/rule.h"
#include "paper/date.h"
#include "paper/paper.h"
#include "report.h"
#include "rules/weighing.h"

struct chronology {
	struct paper paper;
	const struct dossier *dossier;
	struct case_state known; /* what was known after a record */
	unsigned rule;		 /* the weighing's, then */
};

static void
put_head(struct chronology *chronology, day_number today)
{
	struct paper *paper = &chronology->paper;
	const struct dossier *dossier = chronology->dossier;
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];
	char rule[RULE_TEXT_SIZE];
	struct weighing now = dossier_weigh(dossier, today);

	dossier_case(dossier->state, name);
	paper_put_title(paper, WORDING_TITLE_CHRONOLOGY, name, WORDING_ON_EACH_PAGE, name);
	paper_put_pair(
	    paper, WORDING_KEY_SCHOOL, record_write_school(dossier->state->key.school, school));
	paper_put_pair(
	    paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, paper->phrase.language, day));
	phrase_say(&paper->phrase, WORDING_LABEL_AND_RULE, paper_label(paper, now.outcome),
	    rule_write('W', now.rule, rule));
	paper_put_pair(paper, WORDING_KEY_OUTCOME, phrase_string(&paper->phrase));
	phrase_clear(&paper->phrase);
	paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_CHRONOLOGY);
	if (dossier_lacks_line(dossier))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_RECORDS);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_OUTCOME_UNDER);
}

/* An answer's question and a plan's agreement say by themselves what they are. */
static void
say_what(struct paper *paper, const struct entry *fact)
{
	const char *code = paper_label(paper, fact->code);

	if (fact->kind == KIND_ANSWER) {
		phrase_say(
		    &paper->phrase, WORDING_KIND_AND_CODE, code, paper_label(paper, fact->value));
		return;
	}
	phrase_say(&paper->phrase, WORDING_KIND_AND_CODE, paper_label(paper, fact->kind), code);
	if (fact->value != WORD_NONE)
		phrase_say(
		    &paper->phrase, WORDING_AND_VALUE, paper_label(paper, fact->value), NULL);
}

/* Says an outcome, when another rule gives it than before. */
static void
say_outcome(struct chronology *chronology, struct phrase *phrase, struct weighing weighing)
{
	char rule[RULE_TEXT_SIZE];

	if (weighing.rule == chronology->rule)
		return;
	chronology->rule = weighing.rule;
	phrase_say(phrase, WORDING_OUTCOME, paper_label(&chronology->paper, weighing.outcome),
	    rule_write('W', weighing.rule, rule));
}

static void
put_fact(struct chronology *chronology, const struct entry *fact)
{
	struct paper *paper = &chronology->paper;
	enum language language = paper->phrase.language;
	struct phrase outcome = {.language = language};
	struct assessment assessment;
	char date[DATE_SIZE], due[DATE_SIZE];

	say_what(paper, fact);
	if (fact->due != NO_DAY)
		phrase_say(&paper->phrase, WORDING_AND_DUE,
		    date_of_day(fact->due, DATE_DAY, language, due), NULL);
	if (fact->by != WORD_NONE)
		phrase_say(&paper->phrase, WORDING_AND_BY, paper_label(paper, fact->by), NULL);
	dossier_learn(&chronology->known, fact);
	assessment_make(&assessment, &chronology->known, span_day(fact->when));
	say_outcome(chronology, &outcome, weighing_of(&assessment));
	date_of_span(fact->when, DATE_DAY, language, date);
	document_add(paper->document, BLOCK_ENTRY,
	    (struct bytes[]){
		bytes_of(date), phrase_bytes(&paper->phrase), fact->text, phrase_bytes(&outcome)},
	    4);
	phrase_clear(&paper->phrase);
	phrase_close(&outcome);
}

/* The day on which an agreed day had passed: that of the review in the grey area, else the term. */
static day_number
overdue_day(const struct assessment *assessment)
{
	bool is_grey = assessment_holds(assessment, QUESTION_SUSPICION, ANSWER_NO);

	return (is_grey ? assessment->review : assessment->term) + 1;
}

/* An agreed day may have passed by a day without a record. */
static void
put_passed(struct chronology *chronology, day_number today)
{
	struct paper *paper = &chronology->paper;
	struct phrase outcome = {.language = paper->phrase.language};
	struct assessment assessment;
	char day[DATE_SIZE];

	assessment_make(&assessment, &chronology->known, today);
	struct weighing weighing = weighing_of(&assessment);
	if (weighing.outcome != OUTCOME_OVERDUE || weighing.rule == chronology->rule)
		return;
	say_outcome(chronology, &outcome, weighing);
	date_of_day(overdue_day(&assessment), DATE_DAY, paper->phrase.language, day);
	document_add(paper->document, BLOCK_ENTRY,
	    (struct bytes[]){bytes_of(day), bytes_of(paper_wording(paper, WORDING_DAY_PASSED)),
		{"", 0}, phrase_bytes(&outcome)},
	    4);
	phrase_close(&outcome);
}

void
chronology_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	const struct dossier *dossier = cases->dossier;
	struct chronology chronology = {.dossier = dossier};

	if (dossier->facts == 0)
		return;
	paper_open(&chronology.paper, document);
	put_head(&chronology, order->today);
	for (size_t i = 0; i < dossier->facts; i++) {
		if (i > 0)
			put_passed(&chronology, span_day(dossier->fact[i].when));
		put_fact(&chronology, &dossier->fact[i]);
	}
	put_passed(&chronology, order->today);
	paper_close(&chronology.paper);
}
