/*
 * The chronology: every record of a case in order of time, for the attention
 * officer. A day on which the outcome changed ends with the new one: the
 * weighing is done again with what was known at its end.
 */

#include "records/rule.h"
#include "paper/date.h"
#include "paper/paper.h"
#include "report.h"
#include "papers/chronology/days.h"
#include "papers/chronology/timeline.h"
#include "parts/parts.h"
#include "rules/weighing.h"

struct chronology {
	struct paper paper;
	const struct dossier *dossier;
	struct case_days days;
	size_t next; /* the fact that was not put yet */
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
	if (now.also != 0)
		phrase_say(&paper->phrase, WORDING_AND_ALSO,
		    paper_label(paper, weighing_outcome_of(now.also)),
		    rule_write('W', now.also, rule));
	paper_put_pair(paper, WORDING_KEY_OUTCOME, phrase_string(&paper->phrase));
	phrase_clear(&paper->phrase);
	paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_CHRONOLOGY);
	if (dossier_lacks_line(dossier))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
	timeline_put(paper, dossier, &chronology->days, today);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_RECORDS);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_OUTCOME_APART);
}

/* An answer's question says by itself what it is, and so do a talk and what was done. */
static void
say_what(struct paper *paper, const struct entry *fact)
{
	const char *code = paper_label(paper, fact->code);

	if (fact->kind == KIND_DONE) {
		parts_say_done(paper, fact);
		return;
	}
	if (fact->kind == KIND_TALK) {
		parts_say_talk(paper, fact);
		return;
	}
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

/* What a flag misses, as a list has it. */
static const struct {
	unsigned flag;
	enum wording wording;
} lacks[] = {
    {FLAG_CONSULT, WORDING_LACKS_CONSULT},
    {FLAG_TALK, WORDING_LACKS_TALK},
    {FLAG_OTHER_PARENT, WORDING_LACKS_OTHER_PARENT},
    {FLAG_CHILD, WORDING_LACKS_CHILD},
    {FLAGS_OF_QUESTIONS, WORDING_LACKS_ANSWERS},
    {FLAG_GOAL, WORDING_LACKS_GOAL},
    {FLAG_TERM, WORDING_LACKS_TERM},
    {FLAG_CASEMANAGER, WORDING_LACKS_CASEMANAGER},
    {FLAG_REVIEW, WORDING_LACKS_REVIEW},
    {FLAG_MONITOR, WORDING_LACKS_MONITOR},
};

/* "1, 2 en 3": the questions that wait for an answer. */
static void
list_questions(struct phrase *list, unsigned flags)
{
	static const char *const numbers[QUESTION_END] = {
	    [QUESTION_SUSPICION] = "1",
	    [QUESTION_CONCERN] = "1b",
	    [QUESTION_UNSAFE] = "2",
	    [QUESTION_CAN_HELP] = "3",
	    [QUESTION_ACCEPTS] = "4",
	    [QUESTION_RESULT] = "5",
	};

	flags &= FLAGS_OF_QUESTIONS;
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		if ((flags & weighing_question_flag(question)) == 0)
			continue;
		flags &= ~weighing_question_flag(question);
		if (phrase_bytes(list).length > 0)
			phrase_say(list, flags == 0 ? WORDING_AND : WORDING_COMMA, NULL, NULL);
		phrase_add(list, numbers[question]);
	}
}

static void
say_flags(struct phrase *phrase, unsigned flags)
{
	struct phrase questions = {.language = phrase->language};
	bool is_first = true;

	list_questions(&questions, flags);

	for (size_t i = 0; i < sizeof(lacks) / sizeof(lacks[0]); i++) {
		if ((flags & lacks[i].flag) == 0)
			continue;
		if (is_first)
			phrase_say(phrase, WORDING_LACKING, NULL, NULL);
		else
			phrase_add(phrase, ", ");
		phrase_say(phrase, lacks[i].wording, phrase_string(&questions), NULL);
		is_first = false;
	}
	phrase_close(&questions);
	phrase_add(phrase, is_first ? "" : ".");
	if (flags & FLAG_WITH_VT) {
		phrase_add(phrase, " ");
		phrase_say(phrase, WORDING_WITH_VEILIG_THUIS, NULL, NULL);
	}
}

/* The outcome with its rule, and its flags in words. */
static void
say_outcome(struct phrase *phrase, const struct weighing *weighing)
{
	char rule[RULE_TEXT_SIZE];

	phrase_say(phrase, WORDING_OUTCOME, vocabulary_label(weighing->outcome, phrase->language),
	    rule_write('W', weighing->rule, rule));
	if (weighing->also != 0)
		phrase_say(phrase, WORDING_ALSO,
		    vocabulary_label(weighing_outcome_of(weighing->also), phrase->language),
		    rule_write('W', weighing->also, rule));
	say_flags(phrase, weighing->flags);
}

static void
put_fact(struct paper *paper, const struct entry *fact)
{
	enum language language = paper->phrase.language;
	char date[DATE_SIZE], due[DATE_SIZE];

	say_what(paper, fact);
	if (fact->due != NO_DAY)
		phrase_say(&paper->phrase,
		    fact->kind == KIND_SIGNAL ? WORDING_KNOWN_LATER : WORDING_AND_DUE,
		    date_of_day(fact->due, DATE_DAY, language, due), NULL);
	if (fact->by != WORD_NONE)
		phrase_say(&paper->phrase, WORDING_AND_BY, paper_label(paper, fact->by), NULL);
	paper_put_entry(
	    paper, bytes_of(date_of_span(fact->when, DATE_DAY, language, date)), fact->text);
}

/* Why the outcome changed on a day. */
static enum wording
change_wording(const struct case_day *day)
{
	if (day->has_fact)
		return WORDING_END_OF_DAY;
	return day->has_knowledge ? WORDING_CAME_TO_KNOW : WORDING_DAY_PASSED;
}

static void
put_day(struct chronology *chronology, const struct case_day *day)
{
	struct paper *paper = &chronology->paper;
	const struct dossier *dossier = chronology->dossier;
	struct phrase outcome = {.language = paper->phrase.language};
	char text[DATE_SIZE];

	while (chronology->next < dossier->facts
	    && span_day(dossier->fact[chronology->next].when) <= day->day)
		put_fact(paper, &dossier->fact[chronology->next++]);
	if (day->has_changed) {
		say_outcome(&outcome, &day->weighing);
		date_of_day(day->day, DATE_DAY, outcome.language, text);
		document_add(paper->document, BLOCK_ENTRY,
		    (struct bytes[]){bytes_of(text),
			bytes_of(paper_wording(paper, change_wording(day))), {"", 0},
			phrase_bytes(&outcome)},
		    4);
	}
	phrase_close(&outcome);
}

/* Where to read on about the rules, by the last of them. */
static void
put_how_explained(struct chronology *chronology)
{
	const struct case_days *days = &chronology->days;
	char rule[RULE_TEXT_SIZE];

	if (days->count == 0)
		return;
	phrase_say(&chronology->paper.phrase, WORDING_WHAT_A_RULE_SAYS, "mc-weigh",
	    rule_write('W', days->list[days->count - 1].weighing.rule, rule));
	paper_put_phrase(&chronology->paper, BLOCK_PARAGRAPH);
}

void
chronology_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	const struct dossier *dossier = cases->dossier;
	struct chronology chronology = {.dossier = dossier};

	if (dossier->facts == 0)
		return;
	document->title = WORDING_FILE_CHRONOLOGY;
	chronology.days = days_of(dossier, order->today);
	paper_open(&chronology.paper, document);
	put_head(&chronology, order->today);
	for (size_t i = 0; i < chronology.days.count; i++)
		put_day(&chronology, &chronology.days.list[i]);
	put_how_explained(&chronology);
	paper_close(&chronology.paper);
	days_free(&chronology.days);
}
