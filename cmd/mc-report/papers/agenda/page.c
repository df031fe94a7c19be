/*
 * The agenda as a paper, for the attention officer and for cron. Nothing due
 * gives an empty document, so that cron sends no mail.
 */

#include "papers/agenda/agenda.h"
#include "papers/agenda/notices.h"
#include "paper/date.h"
#include "paper/paper.h"
#include "records/rule.h"

/* The day by which it is due, and the case. */
static void
say_key(struct phrase *key, const struct agenda_item *item, day_number today, bool one_school)
{
	char due[DATE_SIZE];

	date_of_day_near(agenda_due(agenda_refer(item), today), today, key->language, due);
	phrase_say(key, WORDING_DAY_AND_CASE, due, "");
	notices_say_case(key, item->dossier->state, one_school);
}

static void
put_item(struct paper *paper, const struct agenda_item *item, const struct report_order *order,
    bool one_school)
{
	struct phrase key = {.language = paper->phrase.language}, name = key, why = key;
	char rule[RULE_TEXT_SIZE];

	say_key(&key, item, order->today, one_school);
	agenda_say_partner(&name, agenda_refer(item)->code);
	agenda_say_why(&why, item, order);
	phrase_say(&why, WORDING_BY_RULE, rule_write('R', agenda_refer(item)->rule, rule), NULL);
	phrase_say(&paper->phrase, WORDING_WHO_AND_WHAT, phrase_string(&name),
	    paper_label(paper, agenda_refer(item)->value));
	paper_put_entry(paper, phrase_bytes(&key), phrase_bytes(&why));
	phrase_close(&key);
	phrase_close(&name);
	phrase_close(&why);
}

static void
put_items(struct paper *paper, const struct agenda *agenda, const struct report_order *order,
    bool one_school)
{
	static const enum wording heads[DUE_STATUSES] = {WORDING_HEAD_OVERDUE, WORDING_HEAD_TODAY,
	    WORDING_HEAD_BEFORE_HOLIDAYS, WORDING_HEAD_SOON, WORDING_HEAD_LATER};

	for (size_t i = 0; i < agenda->count; i++) {
		const struct agenda_item *item = &agenda->item[i];

		if (i == 0 || item->status != item[-1].status)
			paper_put(paper, BLOCK_HEADING, heads[item->status]);
		put_item(paper, item, order, one_school);
	}
}

/* Where to read on about the rules, by the first of them. */
static void
put_how_explained(struct paper *paper, const struct agenda *agenda)
{
	char rule[RULE_TEXT_SIZE];

	if (agenda->count == 0)
		return;
	phrase_say(&paper->phrase, WORDING_WHAT_A_RULE_SAYS, "mc-refer",
	    rule_write('R', agenda_refer(&agenda->item[0])->rule, rule));
	paper_put_phrase(paper, BLOCK_PARAGRAPH);
}

void
agenda_build(struct document *document, const struct cases *cases, const struct report_order *order)
{
	struct agenda agenda = agenda_of(cases, order);
	struct paper paper;
	char day[DATE_SIZE];

	date_of_day(order->today, DATE_WEEKDAY, order->language, day);
	paper_open(&paper, document);
	paper_put_title(&paper, WORDING_TITLE_AGENDA, day, WORDING_ON_EACH_PAGE_MANY, NULL);
	notices_put(&paper, cases, order->today);
	put_items(&paper, &agenda, order, notices_have_one_school(cases));
	put_how_explained(&paper, &agenda);
	if (document->count == 1)
		document_clear(document);
	paper_close(&paper);
	agenda_free(&agenda);
}
