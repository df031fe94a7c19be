/*
 * Goal: a cell is what whoever wrote it meant, whatever stands in it, wherever
 * it stands, and whatever parts cells and ends lines: the cells of two public
 * suites of CSV files about text and quotes, built by hand in every form.
 */

#include "support/check.h"

#include "sheet/content.h"
#include "sheet/rows.h"

/* A cell as it must stand in quotes, if at all, and what it means. In both @ is what parts cells
 * and LF what ends lines. */
static const struct cell {
	const char *name, *quoted, *meaning;
	bool needs_quotes;
} cells[] = {
    {"plain", "John", "John", false},
    {"empty", "", "", false},
    {"a number with a zero", "08123", "08123", false},
    {"a number with a point", "102.0", "102.0", false},
    {"a blank before", " leading", " leading", false},
    {"blanks behind", "trailing  ", "trailing  ", false},
    {"blanks alone", "   ", "   ", false},
    {"a blank between", "field with space", "field with space", false},
    {"letters of everywhere", "\xCA\xA4 \xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x98\x80",
	"\xCA\xA4 \xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xF0\x9F\x98\x80", false},
    {"an apostrophe", "it's", "it's", false},
    {"a backslash", "a\\b\\", "a\\b\\", false},
    {"typographic quotes", "\xE2\x80\x9Czo\xE2\x80\x9D", "\xE2\x80\x9Czo\xE2\x80\x9D", false},
    {"a hash", "# no comment", "# no comment", false},
    {"an equals sign", "=no formula", "=no formula", false},
    {"what parts cells", "Anytown@ WW", "Anytown@ WW", true},
    {"nothing but what parts cells", "@@@", "@@@", true},
    {"what other programs part cells with", "a|b:c", "a|b:c", false},
    {"a word in quotes", "ha \"\"ha\"\" ha", "ha \"ha\" ha", true},
    {"quotes around it all", "\"\"all\"\"", "\"all\"", true},
    {"a quote first", "\"\"x", "\"x", true},
    {"a quote last", "x\"\"", "x\"", true},
    {"a quote alone", "\"\"", "\"", true},
    {"two quotes", "\"\"\"\"", "\"\"", true},
    {"a backslash before a quote", "a\\\"\"b", "a\\\"b", true},
    {"inches", "5' 10\"\"", "5' 10\"", true},
    {"JSON", "{\"\"type\"\": \"\"Point\"\"@ \"\"coordinates\"\": [102.0@ 0.5]}",
	"{\"type\": \"Point\"@ \"coordinates\": [102.0@ 0.5]}", true},
    {"a place",
	"35\xC2\xB0"
	"41'22\"\"N@ 139\xC2\xB0"
	"41'30\"\"E",
	"35\xC2\xB0"
	"41'22\"N@ 139\xC2\xB0"
	"41'30\"E",
	true},
    {"two lines", "Once upon \na time", "Once upon \na time", true},
    {"a line that is empty", "a\n\nb", "a\n\nb", true},
    {"lines before and behind", "\na\n", "\na\n", true},
    {"a line end alone", "\n", "\n", true},
    {"quotes and lines", "ha \n\"\"ha\"\" \nha", "ha \n\"ha\" \nha", true},
    {"a quote beside a line end", "\"\"\n\"\"", "\"\n\"", true},
    {"a row in a cell", "1@2@3\n4@5@6", "1@2@3\n4@5@6", true},
    {"quotes@ and a line", "\"\"@\"\"\n@", "\"@\"\n@", true},
};

enum { TEXT_SIZE = 4096 };

static const char *const line_ends[] = {"\n", "\r\n", "\r\r\n", "\r"};
static const char delimiters[] = ",;\t";

struct sheet_form {
	char delimiter;
	const char *line_end;
	bool quotes_all, ends; /* a line end behind the last line too */
};

/* What is to be read. */
static char text[TEXT_SIZE];
static size_t used;

static void
put(const char *bytes, size_t length)
{
	assert_true(used + length < TEXT_SIZE);
	memcpy(text + used, bytes, length);
	used += length;
}

/* Puts what stands for every separator and line end. */
static void
put_form(const char *written, const struct sheet_form *form)
{
	for (const char *at = written; *at != '\0'; at++) {
		if (*at == '@')
			put(&form->delimiter, 1);
		else if (*at == '\n')
			put(form->line_end, strlen(form->line_end));
		else
			put(at, 1);
	}
}

static void
put_cell(const struct cell *cell, const struct sheet_form *form)
{
	bool has_quotes = cell->needs_quotes || form->quotes_all;

	put("\"", has_quotes);
	put_form(cell->quoted, form);
	put("\"", has_quotes);
}

/* What a cell must be found to hold: its line ends are as they stand, but for CR alone. */
static struct bytes
meaning_of(const struct cell *cell, const struct sheet_form *form, char meaning[TEXT_SIZE])
{
	const char *line_end = strcmp(form->line_end, "\r") == 0 ? "\n" : form->line_end;
	size_t length = 0;

	for (const char *at = cell->meaning; *at != '\0'; at++) {
		if (*at == '\n') {
			memcpy(meaning + length, line_end, strlen(line_end));
			length += strlen(line_end);
		} else {
			meaning[length++] = *at == '@' ? form->delimiter : *at;
		}
	}
	return (struct bytes){meaning, length};
}

/* Three cells in a row, between two rows of plain ones: each must be what it means. */
enum { PLACES = 3 };

static void
check_row(
    const struct rows *rows, const struct cell *const row[PLACES], const struct sheet_form *form)
{
	char meaning[TEXT_SIZE];

	check_number(row[0]->name, "cells", rows->fields.count, PLACES);
	for (size_t i = 0; i < PLACES; i++)
		check_bytes(
		    row[i]->name, "cell", rows->fields.field[i], meaning_of(row[i], form, meaning));
}

static void
check_next(struct rows *rows, const struct cell *const row[PLACES], const struct sheet_form *form)
{
	struct row place;

	check_number(row[0]->name, "event", rows_next(rows, &place), ROWS_ROW);
	check_row(rows, row, form);
}

static void
read_and_check(const struct cell *const row[PLACES], const struct cell *const plain[PLACES],
    const struct sheet_form *form)
{
	struct encoding encoding;
	struct content content;
	struct lines lines;
	struct rows rows;
	struct row end;

	assert_true(encoding_open(&encoding, NULL));
	lines_open_memory(&lines, (struct bytes){text, used});
	assert_true(content_read(&content, &lines, &encoding, "sheet"));
	rows_open(&rows, &lines, form->delimiter);
	check_next(&rows, plain, form);
	check_next(&rows, row, form);
	check_next(&rows, plain, form);
	check_number(row[0]->name, "end", rows_next(&rows, &end), ROWS_END);
	rows_close(&rows);
	lines_close(&lines);
	content_free(&content);
	encoding_close(&encoding);
}

static void
put_row(const struct cell *const row[PLACES], const struct sheet_form *form)
{
	for (size_t i = 0; i < PLACES; i++) {
		if (i > 0)
			put(&form->delimiter, 1);
		put_cell(row[i], form);
	}
}

/* The cell in each place of its row, with another beside it. */
static void
check_cell(size_t number, const struct sheet_form *form)
{
	const struct cell *plain[PLACES] = {&cells[0], &cells[2], &cells[0]};

	for (size_t place = 0; place < PLACES; place++) {
		const struct cell *row[PLACES] = {&cells[0], &cells[2], &cells[0]};

		row[place] = &cells[number];
		row[(place + 1) % PLACES] = &cells[(number + 7) % COUNT_OF(cells)];
		used = 0;
		put_row(plain, form);
		put(form->line_end, strlen(form->line_end));
		put_row(row, form);
		put(form->line_end, strlen(form->line_end));
		put_row(plain, form);
		if (form->ends)
			put(form->line_end, strlen(form->line_end));
		read_and_check(row, plain, form);
	}
}

static void
test_every_form(void **state)
{
	(void)state;
	for (size_t number = 0; number < COUNT_OF(cells); number++)
		for (size_t i = 0; i < COUNT_OF(line_ends); i++)
			for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++)
				for (unsigned flags = 0; flags < 4; flags++)
					check_cell(number,
					    &(struct sheet_form){*delimiter, line_ends[i],
						(flags & 1) != 0, (flags & 2) != 0});
}

/* What is wrong costs its first line, whatever ends it; the row below is read. */
static const struct wrong_row {
	const char *line;
	enum fields_fault fault;
} wrong_rows[] = {
    {"a@\"unescaped \"quote\" here\"@b", FIELDS_QUOTE_STRAY},
    {"a@b \"c\"@d", FIELDS_QUOTE_STRAY},
    {"a@\"b\" @c", FIELDS_QUOTE_STRAY},
    {"a@ \"b\"@c", FIELDS_QUOTE_STRAY},
    {"a@\"missing quote@c", FIELDS_QUOTE_OPEN},
    {"\"", FIELDS_QUOTE_OPEN},
    {"a@b@\"c\"\"", FIELDS_QUOTE_OPEN},
};

static void
check_wrong(const struct wrong_row *wrong, const struct sheet_form *form)
{
	struct lines lines;
	struct rows rows;
	struct row row;

	used = 0;
	put_form(wrong->line, form);
	put_form("\nx@y\n", form);
	lines_open_memory(&lines, (struct bytes){text, used});
	rows_open(&rows, &lines, form->delimiter);
	check_number(wrong->line, "event", rows_next(&rows, &row), ROWS_NO_CSV);
	check_number(wrong->line, "fault", row.fault, wrong->fault);
	check_number(wrong->line, "line", row.line, 1);
	check_number(wrong->line, "next event", rows_next(&rows, &row), ROWS_ROW);
	check_number(wrong->line, "its line", row.line, 2);
	check_number(wrong->line, "its cells", rows.fields.count, 2);
	rows_close(&rows);
	lines_close(&lines);
}

static void
test_what_is_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(wrong_rows); i++)
		for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++)
			for (size_t end = 0; end < COUNT_OF(line_ends) - 1; end++)
				check_wrong(&wrong_rows[i],
				    &(struct sheet_form){*delimiter, line_ends[end], false, true});
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_form),
	    cmocka_unit_test(test_what_is_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
