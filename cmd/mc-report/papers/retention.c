/*
 * The cases to review for retention, for the attention officer, yearly: of
 * which the pupil left, or else the newest fact is, so many years ago. It
 * removes nothing.
 */

#include <stdio.h>

#include "papers/agenda/notices.h"
#include "paper/csv.h"
#include "paper/date.h"
#include "paper/paper.h"
#include "report.h"

/* The newest day on which it was recorded that the pupil left; NO_DAY when it was not. */
static day_number
left_on(const struct dossier *dossier)
{
	struct span_set left = {0};

	for (size_t i = 0; i < dossier->facts; i++)
		if (dossier_is_leaving(&dossier->fact[i]))
			span_set_add(&left, dossier->fact[i].when);
	return span_set_day(left);
}

/* The same date so many years before, and the day before it when there is none (29 February). */
static day_number
years_before(day_number today, unsigned years)
{
	unsigned year, month, of_month;

	span_date_of(today, &year, &month, &of_month);
	if (year < FIRST_YEAR + years)
		return NO_DAY;
	day_number day = span_day_of(year - years, month, of_month);
	return day == NO_DAY ? span_day_of(year - years, month, of_month - 1) : day;
}

/* Whether a case is to be reviewed. Of one of which nothing could be read nothing is known. */
static bool
is_old(const struct dossier *dossier, const struct report_order *order)
{
	day_number left = left_on(dossier);
	day_number day = left != NO_DAY ? left : case_date(dossier->state);

	return day != NO_DAY && day <= years_before(order->today, order->years);
}

static void
put_head(struct paper *paper, const struct report_order *order)
{
	char day[DATE_SIZE], years[16];

	paper_put_pair(paper, WORDING_KEY_WRITTEN,
	    date_of_day(order->today, DATE_DAY, paper->phrase.language, day));
	snprintf(years, sizeof(years), "%u", order->years);
	phrase_say(&paper->phrase, WORDING_RETENTION_WHAT, years, NULL);
	paper_put_phrase(paper, BLOCK_PARAGRAPH);
}

static void
put_case(struct paper *paper, const struct dossier *dossier, bool one_school)
{
	enum language language = paper->phrase.language;
	day_number left = left_on(dossier);
	char newest[DATE_SIZE], leaving[DATE_SIZE];

	notices_say_case(&paper->phrase, dossier->state, one_school);
	date_of_day(left, DATE_DAY, language, leaving);
	document_add(paper->document, BLOCK_ROW,
	    (struct bytes[]){phrase_bytes(&paper->phrase),
		bytes_of(left == NO_DAY ? paper_wording(paper, WORDING_DUE_NONE) : leaving),
		bytes_of(date_of_day(case_date(dossier->state), DATE_DAY, language, newest))},
	    3);
	phrase_clear(&paper->phrase);
}

void
retention_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	static const enum wording columns[BLOCK_PARTS] = {
	    WORDING_KEY_CASE, WORDING_COLUMN_LEFT, WORDING_COLUMN_NEWEST_FACT};
	bool one_school = notices_have_one_school(cases), has_head = false;
	struct paper paper;

	paper_open(&paper, document);
	paper_put_title(&paper, WORDING_TITLE_RETENTION, NULL, WORDING_ON_EACH_PAGE_MANY, NULL);
	notices_put_refused(&paper, cases);
	for (size_t i = 0; i < cases->count; i++) {
		if (!is_old(&cases->dossier[i], order))
			continue;
		if (!has_head) {
			put_head(&paper, order);
			paper_put_columns(&paper, columns);
		}
		has_head = true;
		put_case(&paper, &cases->dossier[i], one_school);
	}
	if (document->count == 1)
		document_clear(document);
	paper_close(&paper);
}

void
retention_write_csv(
    struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	static const char *const header[] = {"school", "case", "left", "newest"};

	notices_tell_refused(cases);
	csv_write_header(writer, header, 4);
	for (size_t i = 0; i < cases->count; i++) {
		const struct dossier *dossier = &cases->dossier[i];
		char school[SCHOOL_TEXT_SIZE], name[CASE_MAX_LENGTH + 1];
		char left[DAY_TEXT_SIZE], newest[DAY_TEXT_SIZE];

		if (is_old(dossier, order))
			csv_write_row(writer,
			    (struct bytes[]){
				bytes_of(record_write_school(dossier->state->key.school, school)),
				bytes_of(dossier_case(dossier->state, name)),
				bytes_of(span_write_day(left_on(dossier), left)),
				bytes_of(span_write_day(case_date(dossier->state), newest))},
			    4);
	}
}
