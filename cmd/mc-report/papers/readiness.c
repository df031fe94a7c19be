/* The six preconditions of the guideline at each school, and what to do about them. */

#include <stdio.h>

#include "paper/date.h"
#include "paper/paper.h"
#include "paper/csv.h"
#include "report.h"

enum { PRECONDITIONS = SCHOOL_END - SCHOOL_FIRST };

/* What the guideline says of each. */
static const enum wording todos[SCHOOL_END] = {
    [SCHOOL_AF] = WORDING_TODO_AF,
    [SCHOOL_MELDCODE] = WORDING_TODO_MELDCODE,
    [SCHOOL_TEAM] = WORDING_TODO_TEAM,
    [SCHOOL_VEILIG_THUIS] = WORDING_TODO_VEILIG_THUIS,
    [SCHOOL_KERNTEAM] = WORDING_TODO_KERNTEAM,
    [SCHOOL_WEBSITE] = WORDING_TODO_WEBSITE,
};

static const enum wording states[] = {
    [PRECONDITION_UNKNOWN] = WORDING_STATE_UNKNOWN,
    [PRECONDITION_NOT_MET] = WORDING_STATE_NOT_MET,
    [PRECONDITION_MET] = WORDING_STATE_MET,
};

/* "Team kent de stappen: ga na of dit zo is. Zo niet: zorg ..." */
static void
say_todo(struct phrase *phrase, enum word precondition, enum precondition_state state)
{
	const char *todo = wording_text(todos[precondition], phrase->language);

	if (state == PRECONDITION_MET)
		return;
	if (state == PRECONDITION_UNKNOWN)
		phrase_say(phrase, WORDING_TODO_UNKNOWN,
		    vocabulary_label(precondition, phrase->language), todo);
	else
		phrase_add(phrase, todo);
	phrase_capitalise(phrase);
}

static void
put_head(struct paper *paper, school_code school, day_number today)
{
	char name[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	record_write_school(school, name);
	paper_put_title(paper, WORDING_TITLE_READINESS, name, WORDING_ON_EACH_PAGE_SCHOOL, name);
	paper_put_pair(
	    paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, paper->phrase.language, day));
}

static void
put_count(struct paper *paper, unsigned met)
{
	char number[16], all[16];

	snprintf(number, sizeof(number), "%u", met);
	snprintf(all, sizeof(all), "%d", PRECONDITIONS);
	phrase_say(&paper->phrase, WORDING_READINESS_COUNT, number, all);
	paper_put_phrase(paper, BLOCK_PARAGRAPH);
}

static void
put_row(struct paper *paper, enum word code, const struct precondition *precondition)
{
	char since[DATE_SIZE];

	phrase_add(&paper->phrase, paper_label(paper, code));
	phrase_capitalise(&paper->phrase);
	date_of_day(precondition->since, DATE_DAY, paper->phrase.language, since);
	document_add(paper->document, BLOCK_ROW,
	    (struct bytes[]){phrase_bytes(&paper->phrase),
		bytes_of(paper_wording(paper, states[precondition->state])), bytes_of(since)},
	    3);
	phrase_clear(&paper->phrase);
}

/* What to do about those that are not met. */
static void
put_todos(struct paper *paper, const struct precondition precondition[SCHOOL_END])
{
	for (enum word code = SCHOOL_FIRST; code < SCHOOL_END; code++)
		if (precondition[code].state == PRECONDITION_NOT_MET) {
			say_todo(&paper->phrase, code, PRECONDITION_NOT_MET);
			paper_put_phrase(paper, BLOCK_ITEM);
		}
}

/* And about those of which it is not known: the same, when it turns out to be needed. */
static void
put_unknown(struct paper *paper, const struct precondition precondition[SCHOOL_END])
{
	bool is_first = true;

	for (enum word code = SCHOOL_FIRST; code < SCHOOL_END; code++) {
		if (precondition[code].state != PRECONDITION_UNKNOWN)
			continue;
		if (is_first)
			paper_put(paper, BLOCK_PARAGRAPH, WORDING_TODO_FIND_OUT);
		is_first = false;
		phrase_add(&paper->phrase, paper_label(paper, code));
		phrase_capitalise(&paper->phrase);
		phrase_add(&paper->phrase, ": ");
		phrase_add(&paper->phrase, paper_wording(paper, todos[code]));
		paper_put_phrase(paper, BLOCK_ITEM);
	}
}

static void
put_end(struct paper *paper)
{
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_WHO_BY_WHEN);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_TODO_RECORD);
}

static void
put_school(struct paper *paper, const struct cases *cases, school_code school, day_number today)
{
	static const enum wording columns[BLOCK_PARTS] = {
	    WORDING_COLUMN_PRECONDITION, WORDING_COLUMN_STATE, WORDING_COLUMN_SINCE};
	struct precondition precondition[SCHOOL_END];
	unsigned met = 0;

	put_head(paper, school, today);
	for (enum word code = SCHOOL_FIRST; code < SCHOOL_END; code++) {
		precondition[code] = schools_precondition(cases->schools, school, code);
		met += precondition[code].state == PRECONDITION_MET;
	}
	put_count(paper, met);
	paper_put_columns(paper, columns);
	for (enum word code = SCHOOL_FIRST; code < SCHOOL_END; code++)
		put_row(paper, code, &precondition[code]);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_TODO);
	put_todos(paper, precondition);
	put_unknown(paper, precondition);
	if (met == PRECONDITIONS)
		paper_put(paper, BLOCK_PARAGRAPH, WORDING_TODO_NOTHING);
	else
		put_end(paper);
}

void
readiness_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	struct paper paper;

	paper_open(&paper, document);
	for (school_code school = 0; (school = schools_next(cases->schools, school)) != 0;)
		put_school(&paper, cases, school, order->today);
	paper_close(&paper);
}

static void
write_row(struct writer *writer, const struct schools *schools, school_code school, enum word code,
    struct phrase *todo)
{
	static const char *const tokens[] = {"unknown", "not-met", "met"};
	struct precondition precondition = schools_precondition(schools, school, code);
	char name[SCHOOL_TEXT_SIZE], since[DAY_TEXT_SIZE];

	say_todo(todo, code, precondition.state);
	csv_write_row(writer,
	    (struct bytes[]){bytes_of(record_write_school(school, name)),
		bytes_of(vocabulary_token(code)), bytes_of(tokens[precondition.state]),
		bytes_of(span_write_day(precondition.since, since)), phrase_bytes(todo)},
	    5);
	phrase_clear(todo);
}

void
readiness_write_csv(
    struct writer *writer, const struct cases *cases, const struct report_order *order)
{
	static const char *const header[] = {"school", "precondition", "state", "since", "todo"};
	struct phrase todo = {.language = order->language};

	csv_write_header(writer, header, 5);
	for (school_code school = 0; (school = schools_next(cases->schools, school)) != 0;)
		for (enum word code = SCHOOL_FIRST; code < SCHOOL_END; code++)
			write_row(writer, cases->schools, school, code, &todo);
	phrase_close(&todo);
}
