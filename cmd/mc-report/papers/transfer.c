/*
 * The transfer of a case to the next school, or to a new attention officer: its
 * facts as canonical records that the other log takes, and a cover to go along.
 */

#include <stdio.h>

#include "paper/date.h"
#include "paper/paper.h"
#include "reader/outward.h"
#include "papers/agenda/notices.h"
#include "report.h"

enum { WHEN_TEXT_SIZE = DAY_TEXT_SIZE + 6 };

/* Where a text must be, and does not go along, it says whom to ask for it. */
static struct bytes
text_of(const struct entry *fact, const char *school, const struct report_order *order,
    struct phrase *elsewhere)
{
	if (order->with_text)
		return fact->text;
	if (!record_wants_text(fact->kind, fact->code, fact->value))
		return (struct bytes){"", 0};
	phrase_clear(elsewhere);
	phrase_say(elsewhere, WORDING_TEXT_ELSEWHERE, school, NULL);
	return phrase_bytes(elsewhere);
}

/* When it happened, as a record has it. */
static const char *
write_when(struct span when, char text[WHEN_TEXT_SIZE])
{
	unsigned minute = when.begin & ((1u << MINUTE_BITS) - 1);

	span_write_day(span_day(when), text);
	if (!span_is_whole_day(when))
		snprintf(text + DAY_TEXT_SIZE - 1, WHEN_TEXT_SIZE - DAY_TEXT_SIZE + 1, "T%02u:%02u",
		    minute / 60, minute % 60);
	return text;
}

static void
write_fact(struct writer *writer, const struct case_state *state, const struct entry *fact,
    const struct report_order *order, struct phrase *elsewhere)
{
	char school[SCHOOL_TEXT_SIZE], due[DAY_TEXT_SIZE], when[WHEN_TEXT_SIZE];
	struct bytes column[COLUMN_END];

	column[COLUMN_CASE] = case_id(state);
	column[COLUMN_DATE] = bytes_of(write_when(fact->when, when));
	column[COLUMN_SCHOOL] = bytes_of(record_write_school(state->key.school, school));
	column[COLUMN_KIND] = bytes_of(vocabulary_token(fact->kind));
	column[COLUMN_CODE] = bytes_of(vocabulary_token(fact->code));
	column[COLUMN_VALUE] = bytes_of(vocabulary_token(fact->value));
	column[COLUMN_DUE] = bytes_of(span_write_day(fact->due, due));
	column[COLUMN_BY] = bytes_of(vocabulary_token(fact->by));
	column[COLUMN_TEXT] = text_of(fact, school, order, elsewhere);
	(void)writer_record(writer, column);
}

void
transfer_write(struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	struct phrase elsewhere = {.language = order->language};

	notices_tell_refused(cases);
	writer_line(writer, bytes_of(record_header));
	for (size_t i = 0; i < cases->count; i++) {
		const struct dossier *dossier = &cases->dossier[i];

		for (size_t j = 0; j < dossier->facts; j++)
			if (outward_goes_along(&dossier->fact[j]))
				write_fact(
				    writer, dossier->state, &dossier->fact[j], order, &elsewhere);
	}
	phrase_close(&elsewhere);
}

/* How many records of each kind go along, and of how many days. */
static void
put_contents(struct paper *paper, const struct dossier *dossier)
{
	static const enum wording columns[BLOCK_PARTS] = {
	    WORDING_COLUMN_KIND, WORDING_COLUMN_COUNT};
	unsigned count[KIND_END] = {0}, all = 0;
	char text[12];

	for (size_t i = 0; i < dossier->facts; i++) {
		bool goes_along = outward_goes_along(&dossier->fact[i]);

		count[dossier->fact[i].kind] += goes_along;
		all += goes_along;
	}
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_GOES_ALONG);
	if (all == 0) {
		paper_put(paper, BLOCK_PARAGRAPH, WORDING_NOTHING_GOES_ALONG);
		return;
	}
	paper_put_columns(paper, columns);
	for (enum word kind = KIND_FIRST; kind < KIND_END; kind++) {
		if (count[kind] == 0)
			continue;
		snprintf(text, sizeof(text), "%u", count[kind]);
		document_add(paper->document, BLOCK_ROW,
		    (struct bytes[]){bytes_of(paper_label(paper, kind)), bytes_of(text)}, 2);
	}
}

/* The first and the last day of what goes along. */
static void
put_days(struct paper *paper, const struct dossier *dossier)
{
	const struct entry *first = NULL, *last = NULL;
	enum language language = paper->phrase.language;
	char day[DATE_SIZE];

	for (size_t i = 0; i < dossier->facts; i++) {
		if (!outward_goes_along(&dossier->fact[i]))
			continue;
		first = first == NULL ? &dossier->fact[i] : first;
		last = &dossier->fact[i];
	}
	if (first == NULL)
		return;
	paper_put_pair(paper, WORDING_KEY_FIRST_DAY,
	    date_of_day(span_day(first->when), DATE_DAY, language, day));
	paper_put_pair(paper, WORDING_KEY_LAST_DAY,
	    date_of_day(span_day(last->when), DATE_DAY, language, day));
}

void
transfer_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	static const enum wording left_out[] = {
	    WORDING_LEFT_OUT_OF_OTHERS, WORDING_LEFT_OUT_DERIVED, WORDING_NONE};
	static const enum wording agreed[] = {WORDING_TELL_PARENTS_OF_TRANSFER,
	    WORDING_TELL_VEILIG_THUIS, WORDING_EDUCATIONAL_REPORT, WORDING_SEND_CASE_SAFELY,
	    WORDING_NONE};
	static const enum wording blanks[] = {WORDING_BLANK_HANDED_BY, WORDING_BLANK_HANDED_TO,
	    WORDING_BLANK_HANDED_ON, WORDING_BLANK_RECEIVED, WORDING_NONE};
	const struct dossier *dossier = cases->dossier;
	struct paper paper;
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	if (dossier->facts == 0)
		return;
	paper_open(&paper, document);
	dossier_case(dossier->state, name);
	paper_put_title(&paper, WORDING_TITLE_TRANSFER, NULL, WORDING_ON_EACH_PAGE, name);
	paper_put_pair(&paper, WORDING_KEY_CASE, name);
	paper_put_pair(
	    &paper, WORDING_KEY_SCHOOL, record_write_school(dossier->state->key.school, school));
	paper_put_pair(
	    &paper, WORDING_KEY_WRITTEN, date_of_day(order->today, DATE_DAY, order->language, day));
	put_days(&paper, dossier);
	if (dossier_lacks_line(dossier))
		paper_put(&paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
	put_contents(&paper, dossier);
	paper_put(&paper, BLOCK_HEADING, WORDING_HEAD_STAYS_BEHIND);
	paper_put_all(&paper, BLOCK_ITEM, left_out);
	if (!order->with_text)
		paper_put(&paper, BLOCK_ITEM, WORDING_LEFT_OUT_TEXT);
	paper_put(&paper, BLOCK_HEADING, WORDING_HEAD_WHOM_TO_TELL);
	paper_put_all(&paper, BLOCK_ITEM, agreed);
	paper_put(&paper, BLOCK_HEADING, WORDING_HEAD_RECEIPT);
	paper_put_all(&paper, BLOCK_BLANK, blanks);
	paper_close(&paper);
}
