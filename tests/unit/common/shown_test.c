/*
 * Goal: no character that could play tricks is shown, for every code point
 * there is; and none is counted narrower than a terminal draws it.
 */

#define _XOPEN_SOURCE 700

#include "support/check.h"

#include <locale.h>
#include <wchar.h>

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
    /* right-to-left override and isolate, a tag that hides */
    {BYTES("\xE2\x80\xAE"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 3},
    {BYTES("\xE2\x81\xA7"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 3},
    {BYTES("\xF3\xA0\x81\x81"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 4},
    /* what XML does not allow */
    {BYTES("\xEF\xBF\xBE"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 3},
    {BYTES("\xEF\xBF\xBF"), SHOWN_PLAIN, BYTES("\xEF\xBF\xBD"), 1, 3},
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
		int width = wcwidth((wchar_t)point);

		if (text.length != 0)
			fail_msg("U+%04X: a part is left", point);
		if (shown.kind == SHOWN_PLAIN && width > (int)shown.width)
			fail_msg(
			    "U+%04X: width %u, should be at least %d", point, shown.width, width);
		if (shown.text.length > 0 && (unsigned char)shown.text.at[0] < 0x20)
			fail_msg("U+%04X: shown as a control character", point);
	}
}

static void
test_width_of_text(void **state)
{
	(void)state;
	assert_int_equal(shown_width_of(BYTES("")), 0);
	assert_int_equal(shown_width_of(BYTES("co\xC3\xB6rdinator")), 11);
	assert_int_equal(shown_width_of(BYTES("e\xCC\x81\xE6\xBC\xA2")), 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_every_code_point),
	    cmocka_unit_test(test_width_of_text),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
