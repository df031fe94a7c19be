/*
 * The chronology: every record of a case in order of time, for the attention
 * officer. After each day stands the outcome when it changed on that day: the
 * weighing is done again with what was known then.
 */

#include <stdio.h>

#include "paper.h"
#include "report.h"
#include "weighing.h"

struct chronology {
	struct paper paper;
	const struct dossier *dossier;
	struct case_state known; /* what was known at the end of a day */
	unsigned rule;		 /* of that day */
};

static void
put_head(struct chronology *chronology, day_number today)
{
	struct paper *paper = &chronology->paper;
	const struct dossier *dossier = chronology->dossier;
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];
	struct phrase title = {.language = paper->phrase.language};

	phrase_say(&title, WORDING_TITLE_CHRONOLOGY, dossier_case(dossier, name), NULL);
	phrase_say(&paper->phrase, WORDING_ON_EACH_PAGE, name, NULL);
	paper_put_title(paper, phrase_bytes(&title));
	phrase_close(&title);
	paper_put_pair(
	    paper, WORDING_KEY_SCHOOL, record_write_school(dossier->state->key.school, school));
	paper_put_pair(
	    paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, paper->phrase.language, day));
	if (dossier->state->has_refused_line)
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_RECORDS);
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

static void
put_fact(struct paper *paper, const struct entry *fact)
{
	enum language language = paper->phrase.language;
	char date[DATE_SIZE], due[DATE_SIZE];

	say_what(paper, fact);
	if (fact->due != NO_DAY)
		phrase_say(&paper->phrase, WORDING_AND_DUE,
		    date_of_day(fact->due, DATE_DAY, language, due), NULL);
	if (fact->by != WORD_NONE)
		phrase_say(&paper->phrase, WORDING_AND_BY, paper_label(paper, fact->by), NULL);
	paper_put_entry(
	    paper, bytes_of(date_of_span(fact->when, DATE_DAY, language, date)), fact->text);
}

/* Adds the outcome as it was on a day, when it is not that of the day before. */
static void
put_outcome(struct chronology *chronology, day_number day)
{
	struct paper *paper = &chronology->paper;
	struct assessment assessment;
	char date[DATE_SIZE], rule[8];

	assessment_make(&assessment, &chronology->known, day);
	struct weighing weighing = weighing_of(&assessment);
	if (weighing.rule == chronology->rule)
		return;
	chronology->rule = weighing.rule;
	snprintf(rule, sizeof(rule), "W%02u", weighing.rule % 100);
	phrase_say(&paper->phrase, WORDING_OUTCOME_ON_DAY,
	    date_of_day(day, DATE_DAY, paper->phrase.language, date), rule);
	phrase_add(&paper->phrase, paper_label(paper, weighing.outcome));
	paper_put_phrase(paper, BLOCK_PARAGRAPH);
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
	for (size_t i = 0; i < dossier->facts; i++) {
		const struct entry *fact = &dossier->fact[i];
		day_number day = span_day(fact->when);

		put_fact(&chronology.paper, fact);
		dossier_learn(&chronology.known, fact);
		if (i + 1 == dossier->facts || span_day(fact[1].when) != day)
			put_outcome(&chronology, day);
	}
	/* A term may have passed since the last record. */
	put_outcome(&chronology, order->today);
	paper_close(&chronology.paper);
	return 1;
}
