/*
 * The agenda as a paper, for the attention officer and for cron. Nothing due
 * gives an empty document, so that cron sends no mail.
 */

#include "papers/agenda/agenda.h"
#include "paper/date.h"
#include "paper/paper.h"
#include "report.h"
#include "rules/weighing.h"

static bool
are_of(school_code school, const struct dossier *dossier, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (dossier[i].state->key.school != school)
			return false;
	return true;
}

static bool
has_one_school(const struct cases *cases)
{
	const struct dossier *first = cases->count > 0 ? cases->dossier : cases->left_out;
	school_code school =
	    cases->count + cases->left_out_count > 0 ? first->state->key.school : 0;

	return are_of(school, cases->dossier, cases->count)
	    && are_of(school, cases->left_out, cases->left_out_count);
}

/* Says a case, with its school where there are several. */
static void
say_case(struct phrase *phrase, const struct case_state *state, bool one_school)
{
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE];

	if (!one_school)
		phrase_say(phrase, WORDING_SCHOOL_BEFORE,
		    record_write_school(state->key.school, school), NULL);
	phrase_add(phrase, dossier_case(state, name));
}

/* Adds a case to a list. */
static void
list_case(struct phrase *list, const struct case_state *state, bool one_school)
{
	if (phrase_bytes(list).length > 0)
		phrase_say(list, WORDING_BETWEEN_CASES, NULL, NULL);
	say_case(list, state, one_school);
}

/* Adds a notice about the cases of a list, which is empty then. */
static void
put_notice(struct paper *paper, enum wording wording, struct phrase *list)
{
	if (phrase_bytes(list).length > 0) {
		phrase_say(&paper->phrase, wording, phrase_string(list), NULL);
		paper_put_phrase(paper, BLOCK_NOTICE);
	}
	phrase_clear(list);
}

/* Whether Veilig Thuis must be phoned today, by a refer record or by a fact that came later. */
static bool
is_call(const struct dossier *dossier, day_number today)
{
	if (dossier_is_overtaken_by_danger(dossier, today))
		return true;
	for (size_t i = 0; i < dossier->refers; i++)
		if (dossier_is_call(&dossier->refer[i])
		    && agenda_status(&dossier->refer[i], today) <= DUE_TODAY)
			return true;
	return false;
}

/* Whether a fact was added since the case was weighed: another outcome, but that a day passed. */
static bool
is_overtaken(const struct dossier *dossier, day_number today)
{
	struct weighing now = dossier_weigh(dossier, today);

	return now.rule != dossier->weigh->rule && now.outcome != OUTCOME_OVERDUE;
}

/* What cannot wait stands on top, whatever else is overdue; then what may be lacking, since an
 * agenda that seems complete must be so. */
static void
put_notices(struct paper *paper, const struct cases *cases, day_number today)
{
	bool one_school = has_one_school(cases);
	struct phrase calls = {.language = paper->phrase.language}, refused = calls, old = calls,
		      left_out = calls;

	for (size_t i = 0; i < cases->count; i++) {
		const struct dossier *dossier = &cases->dossier[i];

		if (is_call(dossier, today))
			list_case(&calls, dossier->state, one_school);
		if (dossier_lacks_line(dossier))
			list_case(&refused, dossier->state, one_school);
		if (is_overtaken(dossier, today))
			list_case(&old, dossier->state, one_school);
	}
	for (size_t i = 0; i < cases->left_out_count; i++) {
		const struct dossier *dossier = &cases->left_out[i];

		if (dossier_danger(dossier, today) != WORD_NONE)
			list_case(&calls, dossier->state, one_school);
		list_case(&left_out, dossier->state, one_school);
	}
	put_notice(paper, WORDING_NOTICE_AGENDA_CALL, &calls);
	put_notice(paper, WORDING_NOTICE_AGENDA_OVERTAKEN, &old);
	put_notice(paper, WORDING_NOTICE_AGENDA_LACKS, &left_out);
	put_notice(paper, WORDING_NOTICE_AGENDA_REFUSED, &refused);
	if (cases->lacks_lines)
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_AGENDA_LINE);
	phrase_close(&calls);
	phrase_close(&refused);
	phrase_close(&old);
	phrase_close(&left_out);
}

/* A day of this year without its year, so that a line of the page holds more. */
static const char *
write_day(day_number day, day_number today, enum language language, char text[DATE_SIZE])
{
	unsigned year, this_year, month, of_month;

	if (day == NO_DAY)
		return date_of_day(day, DATE_SHORT, language, text);
	span_date_of(day, &year, &month, &of_month);
	span_date_of(today, &this_year, &month, &of_month);
	return date_of_day(day, year == this_year ? DATE_BRIEF : DATE_SHORT, language, text);
}

/* "AF", and of other partners what stands before the explanation in their label. */
static struct bytes
short_name(const struct paper *paper, enum word partner)
{
	struct bytes label = bytes_of(paper_label(paper, partner));
	const char *explanation = strstr(label.at, " (");

	if (partner == PARTNER_AF)
		return bytes_of(paper_wording(paper, WORDING_SHORT_AF));
	if (explanation != NULL)
		label.length = (size_t)(explanation - label.at);
	return label;
}

static void
put_item(struct paper *paper, const struct agenda_item *item, day_number today, bool one_school)
{
	const struct entry *refer = item->refer;
	enum language language = paper->phrase.language;
	char due[DATE_SIZE], since[DATE_SIZE];

	say_case(&paper->phrase, refer->state, one_school);
	document_add(paper->document, BLOCK_ROW,
	    (struct bytes[]){bytes_of(write_day(refer->due, today, language, due)),
		phrase_bytes(&paper->phrase), short_name(paper, refer->code),
		bytes_of(paper_label(paper, refer->value)),
		bytes_of(write_day(item->since, today, language, since))},
	    5);
	phrase_clear(&paper->phrase);
}

static void
put_items(struct paper *paper, const struct agenda *agenda, day_number today, bool one_school)
{
	static const enum wording columns[BLOCK_PARTS] = {WORDING_COLUMN_BEFORE, WORDING_KEY_CASE,
	    WORDING_COLUMN_WHO, WORDING_COLUMN_WHAT, WORDING_COLUMN_SINCE};
	static const enum wording heads[DUE_STATUSES] = {
	    WORDING_HEAD_OVERDUE, WORDING_HEAD_TODAY, WORDING_HEAD_SOON, WORDING_HEAD_LATER};

	for (size_t i = 0; i < agenda->count; i++) {
		const struct agenda_item *item = &agenda->item[i];

		if (i == 0 || item->status != item[-1].status) {
			paper_put(paper, BLOCK_HEADING, heads[item->status]);
			paper_put_columns(paper, columns);
		}
		put_item(paper, item, today, one_school);
	}
}

void
agenda_build(struct document *document, const struct cases *cases, const struct report_order *order)
{
	struct agenda agenda = agenda_of(cases, order->today);
	struct paper paper;
	char day[DATE_SIZE];

	date_of_day(order->today, DATE_WEEKDAY, order->language, day);
	paper_open(&paper, document);
	paper_put_title(&paper, WORDING_TITLE_AGENDA, day, WORDING_ON_EACH_PAGE_MANY, NULL);
	size_t empty = document->count;
	put_notices(&paper, cases, order->today);
	put_items(&paper, &agenda, order->today, has_one_school(cases));
	if (document->count == empty)
		document_clear(document);
	paper_close(&paper);
	agenda_free(&agenda);
}
