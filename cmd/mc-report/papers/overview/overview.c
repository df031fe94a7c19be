/*
 * The overview, for the attention officer: every open case, what protects most
 * first. A case is open when its outcome is another than close, or when
 * something is due.
 */

#include <stdio.h>
#include <stdlib.h>

#include "papers/agenda/agenda.h"
#include "papers/agenda/notices.h"
#include "papers/overview/since.h"
#include "paper/csv.h"
#include "paper/date.h"
#include "paper/paper.h"
#include "records/rule.h"
#include "tool/memory.h"

struct open_case {
	const struct dossier *dossier;
	const struct entry *next; /* what is due first; NULL: nothing */
	day_number due;		  /* of next; LAST_DAY when nothing is due */
	day_number since, newest;
	unsigned level;
};

/* Sorted by level, the highest first, then by what is due first, by school and case. */
struct overview {
	struct open_case *open; /* to be freed */
	size_t count, closed;
};

/* What is due first; of one day what cannot wait, as mc-refer's rules stand. */
static const struct entry *
next_of(const struct dossier *dossier, day_number today)
{
	const struct entry *next = NULL;

	for (size_t i = 0; i < dossier->refers; i++) {
		const struct entry *refer = &dossier->refer[i];

		if (agenda_has(refer, today)
		    && (next == NULL || agenda_due(refer, today) < agenda_due(next, today)))
			next = refer;
	}
	return next;
}

/* Dossiers stand by school and case. */
static int
compare_open(const void *first, const void *second)
{
	const struct open_case *a = first, *b = second;

	if (a->level != b->level)
		return a->level > b->level ? -1 : 1;
	if (a->due != b->due)
		return a->due < b->due ? -1 : 1;
	return a->dossier < b->dossier ? -1 : a->dossier > b->dossier;
}

/* The day of a case's newest fact; that of its weighing when none could be read. */
static day_number
newest_of(const struct dossier *dossier)
{
	day_number newest = case_date(dossier->state);

	return newest == NO_DAY ? span_day(dossier->weigh->when) : newest;
}

static void
add_case(struct overview *overview, const struct dossier *dossier, day_number today)
{
	struct weighing weighing = dossier_weighed(dossier);
	const struct entry *next = next_of(dossier, today);

	if (weighing.outcome == OUTCOME_CLOSE && next == NULL) {
		overview->closed++;
		return;
	}
	overview->open[overview->count++] = (struct open_case){.dossier = dossier,
	    .next = next,
	    .due = next == NULL ? LAST_DAY : next->due,
	    .since = since_of(dossier, today),
	    .newest = newest_of(dossier),
	    .level = weighing_protection(&weighing)};
}

static struct overview
overview_of(const struct cases *cases, day_number today)
{
	struct overview overview = {.count = 0};

	overview.open = memory_allocate_zero(cases->count + 1, sizeof(*overview.open));
	for (size_t i = 0; i < cases->count; i++) {
		cases_fetch_ahead(cases, i);
		add_case(&overview, &cases->dossier[i], today);
	}
	qsort(overview.open, overview.count, sizeof(*overview.open), compare_open);
	return overview;
}

static void
say_rule(struct phrase *phrase, enum word outcome, unsigned rule)
{
	char text[RULE_TEXT_SIZE];

	phrase_add(phrase, vocabulary_label(outcome, phrase->language));
	phrase_say(phrase, WORDING_BY_RULE, rule_write('W', rule, text), NULL);
}

/* The outcome, and what stands beside a duty about staff. */
static void
say_outcome(struct phrase *phrase, const struct entry *weigh)
{
	struct phrase own = {.language = phrase->language}, also = own;

	say_rule(&own, weigh->code, weigh->rule);
	if (weigh->also != 0) {
		say_rule(&also, weighing_outcome_of(weigh->also), weigh->also);
		phrase_say(
		    phrase, WORDING_OUTCOME_AND_ALSO, phrase_string(&own), phrase_string(&also));
	} else {
		phrase_add(phrase, phrase_string(&own));
	}
	phrase_close(&own);
	phrase_close(&also);
}

/* For whom the case waits or who must be called, until which day, and with what. */
static void
say_waits(struct phrase *phrase, const struct entry *next, day_number today)
{
	char text[DATE_SIZE];

	if (next == NULL) {
		phrase_say(phrase, WORDING_WAITS_FOR_NOBODY, NULL, NULL);
		return;
	}
	day_number due = agenda_due(next, today);
	phrase_say(phrase, dossier_is_call(next) ? WORDING_WAITS_CALL : WORDING_WAITS_FOR,
	    wording_partner(next->code, phrase->language),
	    date_of_day_near(due, today, phrase->language, text));
	phrase_say(phrase, due < today ? WORDING_WAITS_OVERDUE : WORDING_WAITS_WHAT,
	    vocabulary_label(next->value, phrase->language), NULL);
}

static void
put_case(struct paper *paper, const struct open_case *open, day_number today, bool one_school)
{
	enum language language = paper->phrase.language;
	struct phrase name = {.language = language}, stands = name;
	char since[DATE_SIZE], newest[DATE_SIZE];

	notices_say_case(&name, open->dossier->state, one_school);
	say_outcome(&paper->phrase, open->dossier->weigh);
	phrase_say(&stands,
	    case_date(open->dossier->state) == NO_DAY ? WORDING_STANDS_UNREAD
						      : WORDING_STANDS_SINCE,
	    date_of_day_near(open->since, today, language, since),
	    date_of_day_near(open->newest, today, language, newest));
	say_waits(&stands, open->next, today);
	paper_put_entry(paper, phrase_bytes(&name), phrase_bytes(&stands));
	phrase_close(&name);
	phrase_close(&stands);
}

/* How many cases are not in the list. */
static void
put_closed(struct paper *paper, const struct overview *overview)
{
	char number[24];

	if (overview->closed == 0)
		return;
	snprintf(number, sizeof(number), "%zu", overview->closed);
	phrase_say(&paper->phrase,
	    overview->closed == 1 ? WORDING_ONE_CLOSED : WORDING_SO_MANY_CLOSED, number, NULL);
	paper_put_phrase(paper, BLOCK_PARAGRAPH);
}

/* Where to read on about the rules, by the first of them. */
static void
put_how_explained(struct paper *paper, const struct overview *overview)
{
	char rule[RULE_TEXT_SIZE];

	if (overview->count == 0)
		return;
	phrase_say(&paper->phrase, WORDING_WHAT_A_RULE_SAYS, "mc-weigh",
	    rule_write('W', overview->open[0].dossier->weigh->rule, rule));
	paper_put_phrase(paper, BLOCK_PARAGRAPH);
}

void
overview_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	struct overview overview;
	bool one_school = notices_have_one_school(cases);
	struct paper paper;
	char day[DATE_SIZE];

	if (cases->count + cases->left_out_count == 0)
		return;
	overview = overview_of(cases, order->today);
	date_of_day(order->today, DATE_WEEKDAY, order->language, day);
	paper_open(&paper, document);
	paper_put_title(&paper, WORDING_TITLE_OVERVIEW, day, WORDING_ON_EACH_PAGE_MANY, NULL);
	notices_put(&paper, cases, order->today);
	if (overview.count == 0)
		paper_put(&paper, BLOCK_PARAGRAPH, WORDING_NO_OPEN_CASE);
	for (size_t i = 0; i < overview.count; i++)
		put_case(&paper, &overview.open[i], order->today, one_school);
	put_closed(&paper, &overview);
	put_how_explained(&paper, &overview);
	paper_close(&paper);
	free(overview.open);
}

enum { COLUMNS = 9 };

static void
write_row(struct writer *writer, const struct open_case *open, day_number today)
{
	const struct case_state *state = open->dossier->state;
	const struct entry *weigh = open->dossier->weigh, *next = open->next;
	char school[SCHOOL_TEXT_SIZE], rule[RULE_TEXT_SIZE];
	char since[DAY_TEXT_SIZE], newest[DAY_TEXT_SIZE], due[DAY_TEXT_SIZE];

	csv_write_row(writer,
	    (struct bytes[COLUMNS]){case_id(state),
		bytes_of(record_write_school(state->key.school, school)),
		bytes_of(vocabulary_token(weigh->code)),
		bytes_of(rule_write('W', weigh->rule, rule)),
		bytes_of(span_write_day(open->since, since)),
		bytes_of(span_write_day(open->newest, newest)),
		bytes_of(vocabulary_token(next == NULL ? WORD_NONE : next->code)),
		bytes_of(vocabulary_token(next == NULL ? WORD_NONE : next->value)),
		bytes_of(span_write_day(next == NULL ? NO_DAY : agenda_due(next, today), due))},
	    COLUMNS);
}

/* Asks for what rows further on need: the cases of one level lie far apart. */
static void
fetch_ahead(const struct overview *overview, size_t row)
{
	enum { AHEAD = 8 };
	size_t next = row + AHEAD, after = next + AHEAD;

	if (after < overview->count)
		memory_fetch(overview->open[after].dossier, sizeof(struct dossier));
	if (next < overview->count) {
		const struct open_case *open = &overview->open[next];

		memory_fetch(&open->dossier->state->key, sizeof(struct case_key));
		memory_fetch(open->dossier->weigh, sizeof(struct entry));
		if (open->next != NULL)
			memory_fetch(open->next, sizeof(struct entry));
	}
}

void
overview_write_csv(
    struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	static const char *const header[COLUMNS] = {
	    "case", "school", "outcome", "rule", "since", "newest", "partner", "action", "due"};
	struct overview overview = overview_of(cases, order->today);

	notices_tell_refused(cases);
	csv_write_header(writer, header, COLUMNS);
	for (size_t i = 0; i < overview.count; i++) {
		fetch_ahead(&overview, i);
		write_row(writer, &overview.open[i], order->today);
	}
	free(overview.open);
}
