/*
 * Goal: no character that could play tricks is shown, for every code point
 * there is; and none is counted narrower than a terminal draws it. Which those
 * characters are, row by row.
 */

#define _XOPEN_SOURCE 700

#include "support/check.h"

#include <locale.h>
#include <wchar.h>

#include "text/harmful.h"
#include "text/shown.h"
#include "text/text.h"

static size_t
encode(uint32_t point, char at[4])
{
	if (point < 0x80) {
		at[0] = (char)point;
		return 1;
	}
	size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;

	for (size_t i = length - 1; i > 0; i--, point >>= 6)
		at[i] = (char)(0x80 | (point & 0x3F));
	at[0] = (char)((length == 2 ? 0xC0u : length == 3 ? 0xE0u : 0xF0u) | point);
	return length;
}

static const struct shown_row {
	struct bytes text;
	enum shown_kind kind;
	struct bytes shown;
	unsigned width;
	size_t taken;
} rows[] = {
    {BYTES("a"), SHOWN_PLAIN, BYTES("a"), 1, 1},
    {BYTES(" "), SHOWN_BLANK, BYTES(" "), 1, 1},
    {BYTES("\t"), SHOWN_BLANK, BYTES(" "), 1, 1},
    {BYTES("\n"), SHOWN_BREAK, BYTES(""), 0, 1},
    {BYTES("\xE2\x80\xA8"), SHOWN_BREAK, BYTES(""), 0, 3},
    {BYTES("\xE2\x80\xA9"), SHOWN_BREAK, BYTES(""), 0, 3},
    {BYTES("\xC3\xAB"), SHOWN_PLAIN, BYTES("\xC3\xAB"), 1, 2},
    {BYTES("\xCC\x81"), SHOWN_PLAIN, BYTES("\xCC\x81"), 0, 2},
    {BYTES("\xE6\xBC\xA2"), SHOWN_PLAIN, BYTES("\xE6\xBC\xA2"), 2, 3},
    {BYTES("\xF0\x9F\x99\x82"), SHOWN_PLAIN, BYTES("\xF0\x9F\x99\x82"), 2, 4},
    /* escape, NUL, delete, a control character of C1, a byte that is no UTF-8 */
    {BYTES("\x1B[31m"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 1},
    {BYTES("\0"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 1},
    {BYTES("\x7F"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 1},
    {BYTES("\xC2\x9B"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 2},
    {BYTES("\xFF"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 1},
    /* right-to-left override and isolate, Arabic mark, a tag, soft hyphen, word joiner, filler */
    {BYTES("\xE2\x80\xAE"), SHOWN_PLAIN, BYTES(""), 0, 3},
    {BYTES("\xE2\x81\xA7"), SHOWN_PLAIN, BYTES(""), 0, 3},
    {BYTES("\xD8\x9C"), SHOWN_PLAIN, BYTES(""), 0, 2},
    {BYTES("\xF3\xA0\x81\x81"), SHOWN_PLAIN, BYTES(""), 0, 4},
    {BYTES("\xC2\xAD"), SHOWN_PLAIN, BYTES(""), 0, 2},
    {BYTES("\xE2\x81\xA0"), SHOWN_PLAIN, BYTES(""), 0, 3},
    {BYTES("\xE3\x85\xA4"), SHOWN_PLAIN, BYTES(""), 0, 3},
    /* what XML does not allow */
    {BYTES("\xEF\xBF\xBE"), SHOWN_PLAIN, BYTES(""), 0, 3},
    {BYTES("\xEF\xBF\xBF"), SHOWN_PLAIN, BYTES(""), 0, 3},
    /* a mark beside its letter, and what makes the character before it wide */
    {BYTES("\xE0\xA4\xBE"), SHOWN_PLAIN, BYTES("\xE0\xA4\xBE"), 1, 3},
    {BYTES("\xEF\xB8\x8F"), SHOWN_PLAIN, BYTES("\xEF\xB8\x8F"), 1, 3},
    /* what some terminals draw wide, the Ahom sign that some put beside its letter, and what no
     * Unicode knows yet */
    {BYTES("\xE2\x98\xB0"), SHOWN_PLAIN, BYTES("\xE2\x98\xB0"), 2, 3},
    {BYTES("\xF0\x91\x9C\x9E"), SHOWN_PLAIN, BYTES("\xF0\x91\x9C\x9E"), 1, 4},
    {BYTES("\xF0\x9F\xAB\xBF"), SHOWN_PLAIN, BYTES("\xF0\x9F\xAB\xBF"), 2, 4},
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct bytes text = rows[i].text;
		struct shown shown = shown_next(&text);
		char name[32];

		snprintf(name, sizeof(name), "row %zu", i);
		check_number(name, "kind", shown.kind, rows[i].kind);
		check_bytes(name, "shown", shown.text, rows[i].shown);
		check_number(name, "width", shown.width, rows[i].width);
		check_number(name, "taken", rows[i].text.length - text.length, rows[i].taken);
	}
}

static void
check_width(uint32_t point, struct shown shown)
{
	int width = wcwidth((wchar_t)point);

	/* What is left out, or shown as a mark of replacement, takes its own width. */
	if (harmful_sort(point) != HARMLESS)
		return;
	if (width > (int)shown.width)
		fail_msg("U+%04X: width %u, should be at least %d", point, shown.width, width);
}

static void
check_harmless(uint32_t point, struct bytes shown)
{
	size_t length;

	while (shown.length > 0) {
		if (harmful_sort(text_code_point(shown, &length)) != HARMLESS)
			fail_msg("U+%04X: shown as something harmful", point);
		shown.at += length;
		shown.length -= length;
	}
}

/* The C library's idea of a width, where it has one: ours is never less. */
static void
test_every_code_point(void **state)
{
	(void)state;
	for (uint32_t point = 0; point <= 0x10FFFF; point++) {
		char at[4];

		if (point >= 0xD800 && point <= 0xDFFF)
			continue;
		struct bytes text = {at, encode(point, at)};
		struct shown shown = shown_next(&text);

		if (text.length != 0)
			fail_msg("U+%04X: a part is left", point);
		check_width(point, shown);
		check_harmless(point, shown.text);
	}
}

/* The ranges of harmful characters, by what they are: each with its borders. */
static const struct harmful_row {
	uint32_t first, last;
	enum harmful sort;
} harmful_rows[] = {
    {0x0, 0x1F, HARMFUL_CONTROL},
    {0x7F, 0x9F, HARMFUL_CONTROL},
    {0xAD, 0xAD, HARMFUL_INKLESS},
    {0x34F, 0x34F, HARMFUL_INKLESS},
    {0x61C, 0x61C, HARMFUL_INKLESS},
    {0x115F, 0x1160, HARMFUL_INKLESS},
    {0x180E, 0x180E, HARMFUL_INKLESS},
    {0x200B, 0x200F, HARMFUL_INKLESS},
    {0x2028, 0x2029, HARMFUL_BREAK},
    {0x202A, 0x202E, HARMFUL_INKLESS},
    {0x2060, 0x206F, HARMFUL_INKLESS},
    {0x3164, 0x3164, HARMFUL_INKLESS},
    {0xFEFF, 0xFEFF, HARMFUL_INKLESS},
    {0xFFF9, 0xFFFB, HARMFUL_INKLESS},
    {0xFFFE, 0xFFFF, HARMFUL_INKLESS},
    {0xE0000, 0xE007F, HARMFUL_INKLESS},
    {0x110000, 0x110000, HARMLESS},
};

static void
test_harmful(void **state)
{
	uint32_t point = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(harmful_rows); i++) {
		char name[16];

		for (; point <= harmful_rows[i].last; point++) {
			bool is_in = point >= harmful_rows[i].first;

			snprintf(name, sizeof(name), "U+%04X", point);
			check_number(name, "sort", harmful_sort(point),
			    is_in ? harmful_rows[i].sort : HARMLESS);
		}
	}
}

static void
test_width_of_text(void **state)
{
	(void)state;
	assert_int_equal(shown_width_of(BYTES("")), 0);
	assert_int_equal(shown_width_of(BYTES("co\xC3\xB6rdinator")), 11);
	assert_int_equal(shown_width_of(BYTES("e\xCC\x81\xE6\xBC\xA2")), 3);
	assert_int_equal(shown_width_of(BYTES("kinder\xC2\xADopvang")), 12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_harmful),
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_every_code_point),
	    cmocka_unit_test(test_width_of_text),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
