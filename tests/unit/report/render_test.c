/*
 * Goal: each block of a document is written as text and as html as it should
 * look; nothing of a document is lost, whatever its width; and no text becomes
 * a tag.
 */

#include "support/written.h"

#include "paper/markup.h"
#include "paper/render_html.h"
#include "paper/render_text.h"
#include "text/shown.h"

static struct written written;

static void
add(struct document *document, enum block_kind kind, const char *first, const char *second,
    const char *third)
{
	document_add(document, kind,
	    (struct bytes[]){bytes_of(first), bytes_of(second), bytes_of(third)}, 3);
}

static void
fill(struct document *document)
{
	add(document, BLOCK_TITLE, "Titel", "boven", "");
	add(document, BLOCK_PAIR, "Zaak", "K-1", "");
	add(document, BLOCK_PAIR, "Opgesteld", "vandaag", "");
	add(document, BLOCK_NOTICE, "Let op", "", "");
	add(document, BLOCK_HEADING, "Kop", "", "");
	add(document, BLOCK_ITEM, "een", "", "");
	add(document, BLOCK_ITEM, "twee", "", "");
	add(document, BLOCK_ENTRY, "gisteren", "gezien", "Zei: <b>.");
	add(document, BLOCK_ENTRY, "nu", "", "");
	document_add(document, BLOCK_ENTRY,
	    (struct bytes[]){BYTES("toen"), BYTES("wat"), BYTES(""), BYTES("Uitkomst <1>.")}, 4);
	add(document, BLOCK_SUBHEADING, "Onder", "", "");
	add(document, BLOCK_COLUMNS, "Wie", "Wat", "");
	add(document, BLOCK_ROW, "AF", "bellen", "");
	add(document, BLOCK_ROW, "kernteam", "x", "");
	add(document, BLOCK_BLANK, "Naam", "", "");
	add(document, BLOCK_ROOM, "Advies", "", "");
	add(document, BLOCK_PARAGRAPH, "Einde.", "", "");
	add(document, BLOCK_TITLE, "Ander", "", "");
}

#define RULE "________________________________________________________________________________\n"

static void
test_text(void **state)
{
	struct document document = {.language = DUTCH};

	(void)state;
	fill(&document);
	render_text(&document, written_open(&written));
	assert_string_equal(written_text(&written),
	    "Titel\n=====\n\nZaak       K-1\nOpgesteld  vandaag\n\n! Let op\n\nKop\n---\n"
	    "- een\n- twee\n\n- gisteren: gezien\n  Zei: <b>.\n- nu\n- toen: wat\n> Uitkomst "
	    "<1>.\n\nOnder\n.....\n"
	    "Wie       Wat\nAF        bellen\nkernteam  x\n\n"
	    "Naam "
	    "___________________________________________________________________________\n\n"
	    "Advies\n\n" RULE "\n" RULE "\n" RULE "\nEinde.\n\n"
	    "################################################################################\n\n"
	    "Ander\n=====\n");
	document_free(&document);
}

static const char *const html_parts[] = {
    "<html lang=\"en\" ",
    "<title>Titel</title>",
    "#paper1 { page: paper1; } @page paper1 { counter-increment: page1;\n@top-left { font: 9pt "
    "sans-serif; content: "
    "\"boven\"; }",
    "\"Page\" \" \" counter(page1)",
    "<article id=\"paper1\">\n<h1>Titel</h1>\n<dl>\n<dt>Zaak</dt>\n<dd>K-1</dd>\n"
    "<dt>Opgesteld</dt>\n<dd>vandaag</dd>\n</dl>\n",
    "<p class=\"notice\"><strong>Let op</strong></p>\n<h2>Kop</h2>\n<ul>\n<li>een</li>\n"
    "<li>twee</li>\n</ul>\n",
    "<ul>\n<li><strong>gisteren:</strong> gezien<p class=\"said\" dir=\"auto\">"
    "Zei: &lt;b&gt;.</p>\n</li>\n<li><strong>nu</strong></li>\n<li><strong>toen:</strong> wat<p "
    "class=\"result\">Uitkomst "
    "&lt;1&gt;.</p>\n</li>\n</ul>\n<h3>Onder</h3>\n",
    "<div class=\"table\">\n<table><thead>\n<tr><th scope=\"col\">Wie</th>\n<th "
    "scope=\"col\">Wat</th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr><th scope=\"row\">AF</th>\n<td>bellen</td>\n</tr>\n",
    "</tbody></table></div>\n<p class=\"blank\"><span>Naam</span><span "
    "class=\"line\">&#160;</span></p>\n",
    "<p>Einde.</p>\n</article>\n<article id=\"paper2\">\n<h1>Ander</h1>\n</article>\n</main>\n",
};

static void
test_html(void **state)
{
	struct document document = {.language = ENGLISH};

	(void)state;
	fill(&document);
	render_html(&document, written_open(&written));
	const char *text = written_text(&written);
	for (size_t i = 0; i < COUNT_OF(html_parts); i++)
		if (strstr(text, html_parts[i]) == NULL)
			fail_msg("lacks: %s\nin: %s", html_parts[i], text);
	document_free(&document);
}

/* Columns of numbers stand at their right; a chart stands before the table that says the same, and
 * a text has the table alone. */
static void
fill_numbers(struct document *document)
{
	add(document, BLOCK_HEADING, "Kop", "", "");
	add(document, BLOCK_BAR, "mei", "10", "");
	add(document, BLOCK_BAR, "juni & juli", "5", "");
	add(document, BLOCK_COLUMNS, "maand", "zaken", "wat");
	add(document, BLOCK_ROW, "mei", "10", "2 of 3");
	add(document, BLOCK_ROW, "juni & juli", "5", "");
}

static void
test_numbers_in_text(void **state)
{
	struct document document = {.language = DUTCH};

	(void)state;
	fill_numbers(&document);
	render_text(&document, written_open(&written));
	assert_string_equal(written_text(&written),
	    "Kop\n---\nmaand        zaken  wat\nmei             10  2 of 3\njuni & juli      5\n");
	document_free(&document);
}

static const char *const number_parts[] = {
    "<h2>Kop</h2>\n<svg class=\"bars\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 -2 640 "
    "42\" "
    "aria-hidden=\"true\">\n"
    "<text x=\"144\" y=\"12\" text-anchor=\"end\">mei</text>\n"
    "<rect x=\"150\" y=\"0\" width=\"430\" height=\"14\" fill=\"#777\" stroke=\"#000\"/>\n"
    "<text x=\"586\" y=\"12\" text-anchor=\"start\">10</text>\n"
    "<text x=\"144\" y=\"32\" text-anchor=\"end\">juni &amp; juli</text>\n"
    "<rect x=\"150\" y=\"20\" width=\"215\" ",
    "</svg>\n<div class=\"table\">\n<table><thead>\n<tr><th scope=\"col\">maand</th>\n<th "
    "scope=\"col\" "
    "class=\"number\">zaken</th>\n<th scope=\"col\">wat</th>\n",
    "<th scope=\"row\">mei</th>\n<td class=\"number\">10</td>\n<td>2 of 3</td>\n",
};

static void
test_numbers_in_html(void **state)
{
	struct document document = {.language = DUTCH};

	(void)state;
	fill_numbers(&document);
	render_html(&document, written_open(&written));
	const char *text = written_text(&written);
	for (size_t i = 0; i < COUNT_OF(number_parts); i++)
		if (strstr(text, number_parts[i]) == NULL)
			fail_msg("lacks: %s\nin: %s", number_parts[i], text);
	document_free(&document);
}

/* Of more columns the box scrolls, and who has no mouse can reach it. */
static void
test_wide_table(void **state)
{
	struct document document = {.language = DUTCH};

	(void)state;
	document_add(&document, BLOCK_COLUMNS,
	    (struct bytes[]){BYTES("a"), BYTES("b"), BYTES("c"), BYTES("d"), BYTES("e")}, 5);
	document_add(&document, BLOCK_ROW, (struct bytes[]){BYTES("f")}, 1);
	render_html(&document, written_open(&written));
	assert_non_null(strstr(
	    written_text(&written), "<div class=\"table\" tabindex=\"0\">\n<table><thead>\n"));
	document_free(&document);
}

static void
test_empty(void **state)
{
	struct document document = {.language = DUTCH};

	(void)state;
	render_text(&document, written_open(&written));
	assert_string_equal(written_text(&written), "");
	render_html(&document, written_open(&written));
	assert_non_null(strstr(written_text(&written), "<main>\n<p>"));
	document_free(&document);
}

static const struct escape_row {
	struct bytes text;
	const char *markup, *css;
} escapes[] = {
    {BYTES("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;", "\"ab'\""},
    {BYTES("\x1B[1m\0\xFF"), "\xEF\xBF\xBD[1m\xEF\xBF\xBD\xEF\xBF\xBD", "\"[1m\""},
    {BYTES("a\xE2\x80\xA8z\tb"), "a<br/>z b", "\"azb\""},
    {BYTES("\\\"</style>"), "\\&quot;&lt;/style&gt;", "\"/style\""},
    {BYTES("\xC3\xA9"), "\xC3\xA9", "\"\""},
};

static void
test_escapes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(escapes); i++) {
		struct markup markup = {.writer = written_open(&written)};
		char want[64];

		markup_text(&markup, escapes[i].text);
		markup_line(&markup, "|");
		markup_css_string(&markup, escapes[i].text);
		markup_line(&markup, "");
		snprintf(want, sizeof(want), "%s|\n%s\n", escapes[i].markup, escapes[i].css);
		check_string(escapes[i].markup, "written", written_text(&written), want);
	}
}

/* Takes out what markup adds to lines that are too long. */
static size_t
without_cuts(const char *text, char *at)
{
	size_t used = 0;

	while (*text != '\0') {
		if (strncmp(text, "<!--\n-->", 8) == 0)
			text += 8;
		else
			at[used++] = *text++;
	}
	return used;
}

/* A word of any length comes out whole, in lines that can be written. */
static void
test_long_words(void **state)
{
	static char word[60001], whole[WRITTEN_SIZE];

	(void)state;
	for (size_t i = 0; i < sizeof(word) - 1; i++)
		word[i] = i % 3 == 0 ? '<' : 'a';
	struct markup markup = {.writer = written_open(&written)};
	markup_text(&markup, bytes_of(word));
	markup_line(&markup, "");
	const char *text = written_text(&written);
	for (const char *line = text, *end; (end = strchr(line, '\n')) != NULL; line = end + 1)
		assert_true(end - line <= MARKUP_LINE_SIZE);
	size_t length = without_cuts(text, whole);
	assert_int_equal(length, 20000 * (4 + 2) + 1);
	assert_int_equal(memcmp(whole, "&lt;aa&lt;aa", 12), 0);
}

/* Rows of random cells fit the page, and lose nothing but blanks. */
static void
test_random_tables(void **state)
{
	static const char *const pieces[] = {"a", "woord ", "\xE6\xBC\xA2", "langer woord ", " "};
	struct chance chance = {1};

	(void)state;
	for (unsigned round = 0; round < 500; round++) {
		struct document document = {.language = DUTCH};
		char cell[BLOCK_PARTS][400];
		struct bytes part[BLOCK_PARTS];
		size_t want = 0, got = 0, parts = 2 + chance_next(&chance) % (BLOCK_PARTS - 1);

		for (size_t i = 0; i < parts; i++) {
			cell[i][0] = 'x';
			cell[i][1] = '\0';
			for (unsigned n = chance_next(&chance) % 25; n > 0; n--)
				strcat(cell[i], pieces[chance_next(&chance) % COUNT_OF(pieces)]);
			part[i] = bytes_of(cell[i]);
			for (const char *c = cell[i]; *c != '\0'; c++)
				want += *c != ' ';
		}
		document_add(&document, BLOCK_COLUMNS, part, parts);
		document_add(&document, BLOCK_ROW, part, parts);
		render_text(&document, written_open(&written));
		const char *line = written_text(&written);
		for (const char *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
			struct bytes shown = {line, (size_t)(end - line)};

			if (shown_width_of(shown) > 80)
				fail_msg("round %u: a line too wide", round);
			for (size_t i = 0; i < shown.length; i++)
				got += shown.at[i] != ' ';
		}
		check_number("table", "bytes", got, 2 * want);
		document_free(&document);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_html),
	    cmocka_unit_test(test_numbers_in_text),
	    cmocka_unit_test(test_numbers_in_html),
	    cmocka_unit_test(test_wide_table),
	    cmocka_unit_test(test_empty),
	    cmocka_unit_test(test_escapes),
	    cmocka_unit_test(test_long_words),
	    cmocka_unit_test(test_random_tables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
