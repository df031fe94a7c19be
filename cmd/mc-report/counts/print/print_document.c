/* The page of counts for people. */

#include <inttypes.h>
#include <stdio.h>

#include "counts/print/tables.h"
#include "paper/paper.h"
#include "tool/language.h"

/* What people call a kind, and what it counts. */
static const struct {
	enum wording label, meaning;
} words[COUNT_KINDS] = {
    [COUNT_CASES] = {WORDING_COUNTS_CASES, WORDING_COUNTS_ALL_CASES},
    [COUNT_NEW] = {WORDING_COUNTS_NEW, WORDING_COUNTS_ALL_NEW},
    [COUNT_CONSULTED] = {WORDING_COUNTS_CONSULTED, WORDING_COUNTS_ALL_CONSULTED},
    [COUNT_TALKED] = {WORDING_COUNTS_TALKED, WORDING_COUNTS_ALL_TALKED},
    [COUNT_HELP] = {WORDING_COUNTS_HELP, WORDING_COUNTS_ALL_HELP},
    [COUNT_CLOSED] = {WORDING_COUNTS_CLOSED, WORDING_COUNTS_ALL_CLOSED},
    [COUNT_ADVICE] = {WORDING_COUNTS_ADVICE, WORDING_COUNTS_ALL_ADVICE},
    [COUNT_REPORT] = {WORDING_COUNTS_REPORT, WORDING_COUNTS_ALL_REPORT},
    [COUNT_ACTIVE] = {WORDING_COUNTS_ACTIVE, WORDING_COUNTS_ALL_ACTIVE},
};

enum { NUMBER_SIZE = 24, MONTH_SIZE = 32 };

static const char *
write_number(uint64_t number, char text[NUMBER_SIZE])
{
	snprintf(text, NUMBER_SIZE, "%" PRIu64, number);
	return text;
}

static void
add_bytes(struct phrase *phrase, struct bytes text)
{
	char copy[GROUP_TEXT_SIZE];

	snprintf(copy, sizeof(copy), "%.*s", (int)text.length, text.length > 0 ? text.at : "");
	phrase_add(phrase, copy);
}

/* Adds "oktober 2026". */
static void
add_month(struct phrase *phrase, month_number month)
{
	char text[MONTH_SIZE];

	snprintf(text, sizeof(text), "%s %u",
	    language_month(month_of_year(month), phrase->language), month_year(month));
	phrase_add(phrase, text);
}

/* Adds "okt 2026". */
static void
add_short_month(struct phrase *phrase, month_number month)
{
	char text[MONTH_SIZE];

	snprintf(text, sizeof(text), "%s %u",
	    language_short_month(month_of_year(month), phrase->language), month_year(month));
	phrase_add(phrase, text);
}

static void
add_period(struct phrase *phrase, const struct year *year)
{
	struct phrase first = {.language = phrase->language}, last = first;

	add_month(&first, year->first);
	add_month(&last, year_last(year));
	if (year->months == 1)
		phrase_add(phrase, phrase_string(&first));
	else
		phrase_say(
		    phrase, WORDING_COUNTS_PERIOD, phrase_string(&first), phrase_string(&last));
	phrase_close(&first);
	phrase_close(&last);
}

/* Adds "12AB00 De Brug". */
static void
add_school(struct phrase *phrase, const struct school *school)
{
	char code[SCHOOL_TEXT_SIZE];

	phrase_add(phrase, record_write_school(school->code, code));
	if (school->name.length > 0)
		phrase_add(phrase, " ");
	add_bytes(phrase, school->name);
}

/* Adds the name of a group as it begins a title or a row. */
static void
add_group(struct phrase *phrase, const struct units *units, size_t number)
{
	static const enum wording wordings[] = {
	    [GROUP_ALL] = WORDING_COUNTS_UNIT_ALL,
	    [GROUP_BOARD] = WORDING_COUNTS_UNIT_BOARD,
	    [GROUP_REGION] = WORDING_COUNTS_UNIT_REGION,
	    [GROUP_SMALL] = WORDING_COUNTS_UNIT_SMALL,
	};
	const struct group *group = &units->group[number];
	struct phrase name = {.language = phrase->language};

	if (group->kind == GROUP_SCHOOL) {
		add_school(phrase, &units->school[group->first]);
		return;
	}
	add_bytes(&name, group->name);
	phrase_say(phrase, wordings[group->kind], phrase_string(&name), NULL);
	phrase_close(&name);
}

static void
add_comma(struct phrase *phrase)
{
	if (phrase->length > 0)
		phrase_add(phrase, ", ");
}

/* Ends a pair of which the phrase is the value. */
static void
put_pair(struct paper *paper, enum wording key)
{
	paper_put_pair(paper, key, phrase_string(&paper->phrase));
	phrase_clear(&paper->phrase);
}

/* Whether a school's numbers are in any of those that are printed. */
static bool
is_covered(const struct school *school)
{
	for (size_t slot = 0; slot < GROUP_SLOTS; slot++)
		if (school->group[slot] != UNITS_NONE)
			return true;
	return false;
}

/* The boards of the schools, each once. */
static void
put_publisher(struct paper *paper, const struct units *units)
{
	for (size_t i = 0; i < units->schools; i++) {
		struct bytes board = units->school[i].board;
		bool is_first = board.length > 0 && is_covered(&units->school[i]);

		for (size_t before = 0; before < i && is_first; before++)
			is_first = !is_covered(&units->school[before])
			    || !bytes_equal(units->school[before].board, board);
		if (!is_first)
			continue;
		add_comma(&paper->phrase);
		add_bytes(&paper->phrase, board);
	}
	if (paper->phrase.length == 0)
		phrase_say(&paper->phrase, WORDING_COUNTS_BY_SCHOOLS, NULL, NULL);
	put_pair(paper, WORDING_COUNTS_BY);
}

static void
put_covered(struct paper *paper, const struct units *units)
{
	for (size_t i = 0; i < units->schools; i++) {
		if (!is_covered(&units->school[i]))
			continue;
		add_comma(&paper->phrase);
		add_school(&paper->phrase, &units->school[i]);
	}
	put_pair(paper, WORDING_COUNTS_SCHOOLS);
}

/* Adds the months in which a school delivered nothing. */
static void
add_missed(struct phrase *phrase, const struct year *year, size_t school)
{
	for (size_t month = 0; month < year->months; month++) {
		if (!*year_without(year, month, school))
			continue;
		add_comma(phrase);
		add_month(phrase, year->first + (month_number)month);
	}
}

static void
put_missing(struct paper *paper, const struct year *year)
{
	struct phrase months = {.language = paper->phrase.language}, school = months;

	for (size_t i = 0; i < year->units.schools; i++) {
		phrase_clear(&months);
		phrase_clear(&school);
		add_missed(&months, year, i);
		if (months.length == 0 || !is_covered(&year->units.school[i]))
			continue;
		add_school(&school, &year->units.school[i]);
		if (paper->phrase.length > 0)
			phrase_add(&paper->phrase, "; ");
		phrase_say(&paper->phrase, WORDING_COUNTS_MISSED, phrase_string(&school),
		    phrase_string(&months));
	}
	if (paper->phrase.length == 0)
		phrase_say(&paper->phrase, WORDING_COUNTS_NONE_MISSING, NULL, NULL);
	put_pair(paper, WORDING_COUNTS_MISSING);
	phrase_close(&months);
	phrase_close(&school);
}

static void
put_title(struct paper *paper, const struct page *page)
{
	enum wording title =
	    page->is_internal ? WORDING_COUNTS_TITLE_INTERNAL : WORDING_COUNTS_TITLE;
	struct phrase period = {.language = paper->phrase.language};

	add_period(&period, page->year);
	paper_put_title(paper, title, phrase_string(&period), title, phrase_string(&period));
	phrase_close(&period);
}

/* What every reader must know, at the top and once. */
static void
put_explanation(struct paper *paper, const struct page *page)
{
	char base[NUMBER_SIZE];

	if (page->is_internal) {
		paper_put(paper, BLOCK_NOTICE, WORDING_COUNTS_WARNING);
		paper_put(paper, BLOCK_PARAGRAPH, WORDING_COUNTS_ARE_CASES);
		return;
	}
	put_publisher(paper, &page->year->units);
	add_period(&paper->phrase, page->year);
	put_pair(paper, WORDING_COUNTS_MONTHS);
	put_covered(paper, &page->year->units);
	put_missing(paper, page->year);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_COUNTS_ARE_CASES);
	phrase_say(
	    &paper->phrase, WORDING_COUNTS_ARE_ROUNDED, write_number(page->base, base), NULL);
	paper_put_phrase(paper, BLOCK_PARAGRAPH);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_COUNTS_ARE_KEPT);
}

static void
put_meanings(struct paper *paper)
{
	for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++)
		paper_put_pair(paper, words[kind].label, paper_wording(paper, words[kind].meaning));
}

static void
put_heading(struct paper *paper, const struct page *page, const struct table *table)
{
	struct phrase about = {.language = paper->phrase.language};
	bool is_rest = !kinds[table->column[0]].is_by_school;

	if (table->kind == TABLE_SCHOOL)
		add_month(&about, year_last(page->year));
	else
		add_group(&about, &page->year->units, table->group);
	phrase_say(&paper->phrase,
	    table->kind == TABLE_YEAR	     ? WORDING_COUNTS_YEAR
		: table->kind == TABLE_MONTH ? WORDING_COUNTS_MONTH
		: is_rest		     ? WORDING_COUNTS_SCHOOL_REST
					     : WORDING_COUNTS_SCHOOL,
	    phrase_string(&about), NULL);
	paper_put_phrase(paper, BLOCK_HEADING);
	phrase_close(&about);
}

static void
put_bar(struct paper *paper, uint64_t number)
{
	char text[NUMBER_SIZE];

	document_add(paper->document, BLOCK_BAR,
	    (struct bytes[]){phrase_bytes(&paper->phrase), bytes_of(write_number(number, text))},
	    2);
	phrase_clear(&paper->phrase);
}

/* The months as bars, or the latest standings. */
static void
put_bars(struct paper *paper, const struct table *table)
{
	const struct table_row *last = &table->row[table->rows - 1];

	for (size_t i = 0; i < table->rows && table->kind == TABLE_MONTH; i++) {
		add_month(&paper->phrase, table->row[i].month);
		put_bar(paper, table->row[i].number[COUNT_ACTIVE]);
	}
	for (size_t i = 0; i < table->columns && table->kind == TABLE_YEAR; i++) {
		phrase_say(&paper->phrase, words[table->column[i]].label, NULL, NULL);
		put_bar(paper, last->number[table->column[i]]);
	}
}

static void
put_columns(struct paper *paper, const struct table *table)
{
	enum wording column[BLOCK_PARTS] = {table->kind == TABLE_SCHOOL
		? WORDING_COUNTS_COLUMN_SCHOOL
		: WORDING_COUNTS_COLUMN_MONTH};

	for (size_t i = 0; i < table->columns; i++)
		column[i + 1] = words[table->column[i]].label;
	paper_put_columns(paper, column);
}

static void
put_row(struct paper *paper, const struct page *page, const struct table *table,
    const struct table_row *row)
{
	char number[COUNT_KINDS][NUMBER_SIZE];
	struct bytes cell[BLOCK_PARTS];

	if (table->kind == TABLE_SCHOOL)
		add_group(&paper->phrase, &page->year->units, row->group);
	else
		add_short_month(&paper->phrase, row->month);
	cell[0] = phrase_bytes(&paper->phrase);
	for (size_t i = 0; i < table->columns; i++)
		cell[i + 1] = bytes_of(write_number(row->number[table->column[i]], number[i]));
	document_add(paper->document, BLOCK_ROW, cell, table->columns + 1);
	phrase_clear(&paper->phrase);
}

static void
put_table(const struct page *page, const struct table *table, void *context)
{
	struct paper *paper = context;

	put_heading(paper, page, table);
	put_bars(paper, table);
	put_columns(paper, table);
	for (size_t i = 0; i < table->rows; i++)
		put_row(paper, page, table, &table->row[i]);
}

void
print_document(const struct page *page, struct document *document)
{
	struct paper paper;

	paper_open(&paper, document);
	put_title(&paper, page);
	put_explanation(&paper, page);
	put_meanings(&paper);
	tables_each(page, put_table, &paper);
	paper_close(&paper);
}
