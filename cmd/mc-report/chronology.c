/*
 * The chronology: every record of a case in order of time, for the attention
 * officer. Under a record stands the outcome when this record changed it: the
 * weighing is done again with what was known then.
 */

#include <stdio.h>

#include "paper.h"
#include "report.h"
#include "weighing.h"

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
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DATE_SIZE], rule[8];
	struct weighing now = dossier_weigh(dossier, today);
	struct phrase title = {.language = paper->phrase.language};

	phrase_say(&title, WORDING_TITLE_CHRONOLOGY, dossier_case(dossier, name), NULL);
	phrase_say(&paper->phrase, WORDING_ON_EACH_PAGE, name, NULL);
	paper_put_title(paper, phrase_bytes(&title));
	phrase_close(&title);
	paper_put_pair(
	    paper, WORDING_KEY_SCHOOL, record_write_school(dossier->state->key.school, school));
	paper_put_pair(
	    paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, paper->phrase.language, day));
	snprintf(rule, sizeof(rule), "W%02u", now.rule % 100);
	phrase_say(&paper->phrase, WORDING_LABEL_AND_RULE, paper_label(paper, now.outcome), rule);
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

/* Weighs what is known by a day. Says the outcome in the phrase when another rule gave it than
 * before. */
static void
say_outcome(struct chronology *chronology, struct phrase *phrase, day_number day)
{
	struct assessment assessment;
	char rule[8];

	assessment_make(&assessment, &chronology->known, day);
	struct weighing weighing = weighing_of(&assessment);
	if (weighing.rule == chronology->rule)
		return;
	chronology->rule = weighing.rule;
	snprintf(rule, sizeof(rule), "W%02u", weighing.rule % 100);
	phrase_say(
	    phrase, WORDING_OUTCOME, paper_label(&chronology->paper, weighing.outcome), rule);
}

static void
put_fact(struct chronology *chronology, const struct entry *fact)
{
	struct paper *paper = &chronology->paper;
	enum language language = paper->phrase.language;
	struct phrase outcome = {.language = language};
	char date[DATE_SIZE], due[DATE_SIZE];

	say_what(paper, fact);
	if (fact->due != NO_DAY)
		phrase_say(&paper->phrase, WORDING_AND_DUE,
		    date_of_day(fact->due, DATE_DAY, language, due), NULL);
	if (fact->by != WORD_NONE)
		phrase_say(&paper->phrase, WORDING_AND_BY, paper_label(paper, fact->by), NULL);
	dossier_learn(&chronology->known, fact);
	say_outcome(chronology, &outcome, span_day(fact->when));
	date_of_span(fact->when, DATE_DAY, language, date);
	document_add(paper->document, BLOCK_ENTRY,
	    (struct bytes[]){
		bytes_of(date), phrase_bytes(&paper->phrase), fact->text, phrase_bytes(&outcome)},
	    4);
	phrase_clear(&paper->phrase);
	phrase_close(&outcome);
}

/* A term may have passed since the last record. */
static void
put_outcome_today(struct chronology *chronology, day_number today)
{
	struct paper *paper = &chronology->paper;
	char day[DATE_SIZE];

	phrase_say(&paper->phrase, WORDING_ON_DAY,
	    date_of_day(today, DATE_DAY, paper->phrase.language, day), NULL);
	size_t empty = phrase_bytes(&paper->phrase).length;
	say_outcome(chronology, &paper->phrase, today);
	if (phrase_bytes(&paper->phrase).length > empty)
		paper_put_phrase(paper, BLOCK_PARAGRAPH);
	phrase_clear(&paper->phrase);
}

size_t
chronology_build(struct document *document, const struct report_subject *subject,
    const struct report_order *order)
{
	const struct dossier *dossier = subject->dossier;
	struct chronology chronology = {.dossier = dossier};

	if (dossier->facts == 0)
		return 0;
	paper_open(&chronology.paper, document);
	put_head(&chronology, order->today);
	for (size_t i = 0; i < dossier->facts; i++)
		put_fact(&chronology, &dossier->fact[i]);
	put_outcome_today(&chronology, order->today);
	paper_close(&chronology.paper);
	return 1;
}
