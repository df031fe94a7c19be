/*
 * Goal: the characters of a cell become those of a record: in a column what
 * nobody sees means nothing, a text stays as it was written, and in both a
 * letter and its accent are one; control characters are refused.
 */

#include "support/check.h"

#include "records/lines.h"
#include "sheet/characters.h"

#define NBSP	  "\xC2\xA0"
#define THIN	  "\xE2\x80\x89"
#define ZWSP	  "\xE2\x80\x8B"
#define SHY	  "\xC2\xAD"
#define MARK	  "\xEF\xBB\xBF"
#define BREAK	  "\xE2\x80\xA8" /* U+2028 */
#define DIAERESIS "\xCC\x88"	 /* U+0308, behind its letter */
#define ACUTE	  "\xCC\x81"

static const struct cell_row {
	const char *cell;
	const char *column, *text; /* NULL: refused */
} cell_rows[] = {
    {"", "", ""},
    {"honger", "honger", "honger"},
    {"zelf gezien", "zelf gezien", "zelf gezien"},
    /* blanks */
    {" a ", "a", " a "},
    {"a  b", "a b", "a  b"},
    {"a\tb", "a b", "a b"},
    {"\ta", "a", " a"},
    {NBSP "a" NBSP THIN "b" THIN, "a b", NBSP "a" NBSP THIN "b" THIN},
    {"\xE3\x80\x80"
     "a\xE1\x9A\x80"
     "b\xE2\x80\xAF",
	"a b",
	"\xE3\x80\x80"
	"a\xE1\x9A\x80"
	"b\xE2\x80\xAF"},
    {"a\nb", "a b", "a" BREAK "b"},
    {"a\r\nb", "a b", "a" BREAK "b"},
    {"a\rb", "a b", "a" BREAK "b"},
    {"a\r\r\nb", "a b", "a" BREAK "b"},
    {"a\n\nb\n", "a b", "a" BREAK BREAK "b" BREAK},
    {"a" BREAK "b\xE2\x80\xA9", "a b", "a" BREAK "b\xE2\x80\xA9"},
    /* without ink */
    {"hon" ZWSP "ger" ZWSP, "honger", "hon" ZWSP "ger" ZWSP},
    {MARK "K-1", "K-1", MARK "K-1"},
    {"sig" SHY "naal", "signaal", "sig" SHY "naal"},
    {"a\xE2\x80\xAE"
     "b\xE2\x81\xA6"
     "c\xCD\x8F\xE1\x85\x9F\xE1\x85\xA0\xE1\xA0\x8E\xE3\x85\xA4\xF3\xA0\x81\x81",
	"abc",
	"a\xE2\x80\xAE"
	"b\xE2\x81\xA6"
	"c\xCD\x8F\xE1\x85\x9F\xE1\x85\xA0\xE1\xA0\x8E\xE3\x85\xA4\xF3\xA0\x81\x81"},
    {" " ZWSP " a", "a", " " ZWSP " a"},
    {ZWSP, "", ZWSP},
    /* control characters */
    {"a\x01", NULL, NULL},
    {"a\x0B", NULL, NULL},
    {"a\x0C"
     "b",
	NULL, NULL},
    {"\x1B[2J", NULL, NULL},
    {"a\x1A", NULL, NULL},
    {"a\x7F", NULL, NULL},
    {"a\xC2\x80", NULL, NULL},
    {"a\xC2\x85"
     "b",
	NULL, NULL},
    {"a\xC2\x9F", NULL, NULL},
    /* what keeps a spreadsheet from its arithmetic */
    {"=\"007\"", "007", "=\"007\""},
    {"=\"\"", "", "=\"\""},
    {" =\"007\" ", "007", " =\"007\" "},
    {"=\" K-1\"", "K-1", "=\" K-1\""},
    {"'03-10-2026", "03-10-2026", "'03-10-2026"},
    {"=\"'007\"", "007", "=\"'007\""},
    {"''a", "'a", "''a"},
    {"'", "", "'"},
    {"a'", "a'", "a'"},
    {"=\"007", "=\"007", "=\"007"},
    {"=7", "=7", "=7"},
    {"\"7\"", "\"7\"", "\"7\""},
    /* a letter and a mark apart */
    {"hygie" DIAERESIS "ne", "hygi\xC3\xABne", "hygi\xC3\xABne"},
    {"e" ACUTE "e" ACUTE "n", "\xC3\xA9\xC3\xA9n", "\xC3\xA9\xC3\xA9n"},
    {" e" ACUTE "\n", "\xC3\xA9", " \xC3\xA9" BREAK},
    {"\xC3\xA9"
     "x",
	"\xC3\xA9"
	"x",
	"\xC3\xA9"
	"x"},
    {"\xE2\x84\xAB", "\xC3\x85", "\xC3\x85"}, /* the sign of the unit */
    {"\xE2\x82\xAC 5 \xE2\x80\x98x\xE2\x80\x99 \xE2\x80\x94",
	"\xE2\x82\xAC 5 \xE2\x80\x98x\xE2\x80\x99 \xE2\x80\x94",
	"\xE2\x82\xAC 5 \xE2\x80\x98x\xE2\x80\x99 \xE2\x80\x94"},
    {"x" ACUTE, "x" ACUTE, "x" ACUTE}, /* there is no such letter */
    {"\xF0\x9F\x99\x82", "\xF0\x9F\x99\x82", "\xF0\x9F\x99\x82"},
};

static struct characters characters;

static void
check_cell(const char *name, bool (*make)(struct characters *, struct bytes *), const char *cell,
    const char *want)
{
	/* Not a byte more is looked at. */
	char *copy = malloc(strlen(cell) + 1);
	struct bytes bytes = {memcpy(copy, cell, strlen(cell)), strlen(cell)};
	bool is_taken;

	characters_start_row(&characters);
	is_taken = make(&characters, &bytes);
	check_number(cell, name, is_taken, want != NULL);
	if (want != NULL)
		check_bytes(cell, name, bytes, bytes_of(want));
	free(copy);
}

static void
cells_become_those_of_records(void **state)
{
	(void)state;
	characters_open(&characters);
	for (size_t i = 0; i < COUNT_OF(cell_rows); i++) {
		const struct cell_row *row = &cell_rows[i];

		check_cell("as a column", characters_of_column, row->cell, row->column);
		check_cell("as a text", characters_of_text, row->cell, row->text);
		if (characters_are_of_text(bytes_of(row->cell)))
			check_string(row->cell, "is that of a record",
			    row->text == NULL ? "none" : row->text, row->cell);
	}
	characters_close(&characters);
}

/* What is common in texts shows at once that it may stay. */
static void
common_texts_stay(void **state)
{
	(void)state;
	assert_true(characters_are_of_text(BYTES("")));
	assert_true(
	    characters_are_of_text(BYTES("Hygi\xC3\xABne, \xE2\x80\x98"
					 "auw\xE2\x80\x99 \xE2\x82\xAC 5" BREAK NBSP ZWSP)));
	assert_false(characters_are_of_text(BYTES("e" ACUTE)));
	assert_false(characters_are_of_text(BYTES("a\tb")));
}

/* All cells of a row stay while the others are made, and the longest row fits. */
static void
a_row_has_room(void **state)
{
	/* Of two bytes NFC makes six. */
	static const char grows[] = "\xE0\xA5\x9F",
			  *const pieces[] = {"\n", grows, "e\xCC\x81", "\t"};
	static char row[LINE_MAX_LENGTH];

	(void)state;
	characters_open(&characters);
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		size_t step = strlen(pieces[i]), used = 0;
		struct bytes id = bytes_of("K" ZWSP "-1"), text;

		while (used + step <= sizeof(row)) {
			memcpy(row + used, pieces[i], step);
			used += step;
		}
		text = (struct bytes){row, used};
		characters_start_row(&characters);
		assert_true(characters_of_column(&characters, &id));
		assert_true(characters_of_text(&characters, &text));
		assert_true(text.length > 0);
		check_bytes("first cell", "it", id, BYTES("K-1"));
	}
	characters_close(&characters);
}

/* An accent by itself is seen wherever it stands. */
static void
accents_are_found_everywhere(void **test)
{
	enum { LONGEST = 40 };
	const size_t size = strlen(ACUTE);
	char text[LONGEST];

	(void)test;
	for (size_t length = size; length <= LONGEST; length++) {
		memset(text, 'a', length);
		assert_true(characters_stand_alone((struct bytes){text, length}));
		for (size_t at = 0; at + size <= length; at++) {
			memset(text, 'a', length);
			memcpy(text + at, ACUTE, size);
			assert_false(characters_stand_alone((struct bytes){text, length}));
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cells_become_those_of_records),
	    cmocka_unit_test(common_texts_stay),
	    cmocka_unit_test(a_row_has_room),
	    cmocka_unit_test(accents_are_found_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
