/*
 * The chronology: every record of a case in order of time, for the attention
 * officer. After each day stands the outcome when it changed on that day: the
 * weighing is done again with what was known then.
 */

#include <stdio.h>

#include "phrase.h"
#include "report.h"
#include "weighing.h"

struct chronology {
	struct document *document;
	const struct dossier *dossier;
	enum language language;
	struct phrase phrase;
	struct case_state known; /* what was known at the end of a day */
	unsigned rule;		 /* of that day */
};

static void
put_head(struct chronology *chronology, day_number today)
{
	const struct dossier *dossier = chronology->dossier;
	enum language language = chronology->language;
	const struct bytes nothing = {"", 0};
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	phrase_say(
	    &chronology->phrase, WORDING_TITLE_CHRONOLOGY, dossier_case(dossier, name), NULL);
	document_add(
	    chronology->document, BLOCK_TITLE, phrase_bytes(&chronology->phrase), nothing, nothing);
	phrase_clear(&chronology->phrase);
	document_add(chronology->document, BLOCK_PAIR,
	    bytes_of(wording_text(WORDING_KEY_SCHOOL, language)),
	    bytes_of(record_write_school(dossier->state->key.school, school)), nothing);
	document_add(chronology->document, BLOCK_PAIR,
	    bytes_of(wording_text(WORDING_KEY_WRITTEN, language)),
	    bytes_of(date_of_day(today, false, language, day)), nothing);
	if (dossier->state->has_refused_line)
		document_say(chronology->document, BLOCK_NOTICE,
		    wording_text(WORDING_NOTICE_REFUSED, language));
	document_say(
	    chronology->document, BLOCK_HEADING, wording_text(WORDING_HEAD_RECORDS, language));
}

/* An answer's question and a plan's agreement say by themselves what they are. */
static void
say_what(struct phrase *phrase, const struct entry *fact)
{
	const char *code = wording_label(fact->code, phrase->language);

	if (fact->kind == KIND_ANSWER) {
		phrase_say(phrase, WORDING_KIND_AND_CODE, code,
		    wording_label(fact->value, phrase->language));
		return;
	}
	phrase_say(
	    phrase, WORDING_KIND_AND_CODE, wording_label(fact->kind, phrase->language), code);
	if (fact->value != WORD_NONE)
		phrase_say(
		    phrase, WORDING_AND_VALUE, wording_label(fact->value, phrase->language), NULL);
}

static void
put_fact(struct chronology *chronology, const struct entry *fact)
{
	struct phrase *phrase = &chronology->phrase;
	char date[DATE_SIZE], due[DATE_SIZE];

	say_what(phrase, fact);
	if (fact->due != NO_DAY)
		phrase_say(phrase, WORDING_AND_DUE,
		    date_of_day(fact->due, false, chronology->language, due), NULL);
	if (fact->by != WORD_NONE)
		phrase_say(
		    phrase, WORDING_AND_BY, wording_label(fact->by, chronology->language), NULL);
	document_add(chronology->document, BLOCK_ENTRY,
	    bytes_of(date_of_span(fact->when, false, chronology->language, date)),
	    phrase_bytes(phrase), fact->text);
	phrase_clear(phrase);
}

/* Adds the outcome as it was on a day, when it is not that of the day before. */
static void
put_outcome(struct chronology *chronology, day_number day)
{
	struct assessment assessment;
	char date[DATE_SIZE], rule[8];

	assessment_make(&assessment, &chronology->known, day);
	struct weighing weighing = weighing_of(&assessment);
	if (weighing.rule == chronology->rule)
		return;
	chronology->rule = weighing.rule;
	snprintf(rule, sizeof(rule), "W%02u", weighing.rule % 100);
	phrase_say(&chronology->phrase, WORDING_OUTCOME_ON_DAY,
	    date_of_day(day, false, chronology->language, date), rule);
	phrase_add(&chronology->phrase, wording_label(weighing.outcome, chronology->language));
	document_add(chronology->document, BLOCK_PARAGRAPH, phrase_bytes(&chronology->phrase),
	    (struct bytes){"", 0}, (struct bytes){"", 0});
	phrase_clear(&chronology->phrase);
}

/* Takes a fact into what was known. */
static void
learn(struct case_state *known, const struct entry *fact)
{
	struct record record = {.kind = fact->kind,
	    .code = fact->code,
	    .value = fact->value,
	    .by = fact->by,
	    .when = fact->when,
	    .due = fact->due};

	case_take(known, &record);
}

size_t
chronology_build(
    struct document *document, const struct dossier *dossier, const struct report_order *order)
{
	struct chronology chronology = {.document = document,
	    .dossier = dossier,
	    .language = order->language,
	    .phrase = {.language = order->language}};

	if (dossier->facts == 0)
		return 0;
	put_head(&chronology, order->today);
	for (size_t i = 0; i < dossier->facts; i++) {
		const struct entry *fact = &dossier->fact[i];
		day_number day = span_day(fact->when);

		put_fact(&chronology, fact);
		learn(&chronology.known, fact);
		if (i + 1 == dossier->facts || span_day(fact[1].when) != day)
			put_outcome(&chronology, day);
	}
	/* A term may have passed since the last record. */
	put_outcome(&chronology, order->today);
	phrase_close(&chronology.phrase);
	return 1;
}
