/*
 * Goal: UTF-8 is told from what is none, for every sequence of up to four
 * bytes that matters; letters are compared without case, blanks trimmed.
 */

#include "support/check.h"

#include "text/text.h"

static const struct utf8_row {
	struct bytes text;
	uint32_t point;
	size_t length; /* 0: no UTF-8 */
} utf8_rows[] = {
    {BYTES("a"), 'a', 1},
    {BYTES("\0"), 0, 1},
    {BYTES("\x7F"), 0x7F, 1},
    {BYTES("\xC2\x80"), 0x80, 2},
    {BYTES("\xC3\xABn"), 0xEB, 2},
    {BYTES("\xDF\xBF"), 0x7FF, 2},
    {BYTES("\xE0\xA0\x80"), 0x800, 3},
    {BYTES("\xE2\x80\xA8"), 0x2028, 3},
    {BYTES("\xED\x9F\xBF"), 0xD7FF, 3},
    {BYTES("\xEE\x80\x80"), 0xE000, 3},
    {BYTES("\xEF\xBF\xBF"), 0xFFFF, 3},
    {BYTES("\xF0\x90\x80\x80"), 0x10000, 4},
    {BYTES("\xF0\x9F\x99\x82"), 0x1F642, 4},
    {BYTES("\xF4\x8F\xBF\xBF"), 0x10FFFF, 4},
    /* a continuation alone, and bytes that never occur */
    {BYTES("\x80"), 0, 0},
    {BYTES("\xBF"), 0, 0},
    {BYTES("\xFE"), 0, 0},
    {BYTES("\xFF"), 0, 0},
    /* overlong */
    {BYTES("\xC0\x80"), 0, 0},
    {BYTES("\xC1\xBF"), 0, 0},
    {BYTES("\xE0\x80\x80"), 0, 0},
    {BYTES("\xE0\x9F\xBF"), 0, 0},
    {BYTES("\xF0\x80\x80\x80"), 0, 0},
    {BYTES("\xF0\x8F\xBF\xBF"), 0, 0},
    /* surrogates */
    {BYTES("\xED\xA0\x80"), 0, 0},
    {BYTES("\xED\xBF\xBF"), 0, 0},
    /* beyond U+10FFFF */
    {BYTES("\xF4\x90\x80\x80"), 0, 0},
    {BYTES("\xF5\x80\x80\x80"), 0, 0},
    /* truncated */
    {BYTES("\xC3"), 0, 0},
    {BYTES("\xE2\x80"), 0, 0},
    {BYTES("\xF0\x9F\x99"), 0, 0},
    {BYTES("\xC3x"), 0, 0},
    {BYTES("\xE2\x80x"), 0, 0},
    {BYTES("\xF0\x9F\x99x"), 0, 0},
};

static void
test_code_points(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(utf8_rows); i++) {
		const struct utf8_row *row = &utf8_rows[i];
		size_t length = 99, valid = 99;
		uint32_t point = text_code_point(row->text, &length);
		bool is_utf8 = text_is_utf8(row->text, &valid);
		char name[16];

		snprintf(name, sizeof(name), "row %zu", i);
		check_number(name, "length", length, row->length);
		check_number(name, "point", point, row->point);
		check_number(name, "is UTF-8", is_utf8, row->length > 0);
		check_number(name, "valid", valid, row->length > 0 ? row->text.length : 0);
	}
}

/* Every code point written out is read as itself. */
static void
test_every_code_point(void **state)
{
	(void)state;
	for (uint32_t point = 0x80; point <= 0x10FFFF; point++) {
		char at[4];
		size_t length, wanted = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
		bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
		uint32_t rest = point;

		for (size_t i = wanted - 1; i > 0; i--, rest >>= 6)
			at[i] = (char)(0x80 | (rest & 0x3F));
		at[0] = (char)((0xF00u >> wanted & 0xFF) | rest);
		uint32_t got = text_code_point((struct bytes){at, wanted}, &length);

		if (length != (is_surrogate ? 0 : wanted) || got != (is_surrogate ? 0 : point))
			fail_msg("U+%04X is read as U+%04X of %zu bytes", point, got, length);
		text_code_point((struct bytes){at, wanted - 1}, &length);
		assert_int_equal(length, 0);
	}
}

static void
test_valid_part(void **state)
{
	size_t valid;

	(void)state;
	assert_true(text_is_utf8((struct bytes){NULL, 0}, &valid));
	assert_int_equal(valid, 0);
	assert_false(text_is_utf8(BYTES("ab\xC3\xAB\xC3"), &valid));
	assert_int_equal(valid, 4);
	assert_false(text_is_utf8(BYTES("caf\xE9 dicht"), &valid));
	assert_int_equal(valid, 3);
}

static const struct trim_row {
	struct bytes text, trimmed;
} trim_rows[] = {
    {BYTES(""), BYTES("")},
    {BYTES(" "), BYTES("")},
    {BYTES(" \t\xC2\xA0 "), BYTES("")},
    {BYTES("a"), BYTES("a")},
    {BYTES("  a b\t"), BYTES("a b")},
    {BYTES("\xC2\xA0\xC2\xA0"
	   "a\xC2\xA0"),
	BYTES("a")},
    {BYTES("\xC2"), BYTES("\xC2")},
    {BYTES("\xA0"), BYTES("\xA0")},
    {BYTES("\nb\r\n"), BYTES("b")},
    {BYTES("\0 \0"), BYTES("\0 \0")},
    {BYTES("\x0B b\x0C"), BYTES("\x0B b\x0C")},
    {BYTES("\xC2\x85"), BYTES("\xC2\x85")},
    /* every blank there is */
    {BYTES("\xE1\x9A\x80\xE2\x80\x80\xE2\x80\x8A\xE2\x80\xA8\xE2\x80\xA9"
	   "b\xE2\x80\xAF\xE2\x81\x9F\xE3\x80\x80"),
	BYTES("b")},
    {BYTES("\xE2\x80\x8B"
	   "b\xE2\x80\xAE"),
	BYTES("\xE2\x80\x8B"
	      "b\xE2\x80\xAE")},
    {BYTES("b\x80\x80"), BYTES("b\x80\x80")},
};

static void
test_trim(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(trim_rows); i++)
		check_bytes(trim_rows[i].text.at, "trimmed", text_trim(trim_rows[i].text),
		    trim_rows[i].trimmed);
}

static const struct blank_row {
	struct bytes text;
	bool is_blank;
} blank_rows[] = {
    {BYTES(""), true},
    {BYTES(" \t\r\n\xC2\xA0\xE3\x80\x80"), true},
    {BYTES("\xE2\x80\x8B\xC2\xAD \xEF\xBB\xBF\xE2\x81\xA6\xF3\xA0\x81\xBF"), true},
    {BYTES("\xCD\x8F\xE1\x85\x9F\xE1\x85\xA0\xE1\xA0\x8E\xE3\x85\xA4\xE2\x80\xAA"), true},
    {BYTES(" .\t"), false},
    {BYTES("\xC3"), false},
    {BYTES("\xE2\x80\x90"), false}, /* U+2010, a hyphen */
    {BYTES("\x0B"), false},
    {BYTES("\0"), false},
};

static void
test_blank(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(blank_rows); i++)
		check_number(blank_rows[i].text.at, "is blank", text_is_blank(blank_rows[i].text),
		    blank_rows[i].is_blank);
}

/* Marks before a line, however many files were joined, and the CR of whatever line ends. */
static void
test_marks_and_returns(void **state)
{
	(void)state;
	check_bytes("two marks", "bare",
	    text_without_mark(BYTES("\xEF\xBB\xBF\xEF\xBB\xBF"
				    "a\xEF\xBB\xBF")),
	    BYTES("a\xEF\xBB\xBF"));
	check_bytes("half a mark", "bare", text_without_mark(BYTES("\xEF\xBB")), BYTES("\xEF\xBB"));
	check_bytes("two CR", "bare", text_without_return(BYTES("\ra\r\r")), BYTES("\ra"));
	check_bytes("CR alone", "bare", text_without_return(BYTES("\r")), BYTES(""));
}

static void
test_controls(void **state)
{
	(void)state;
	for (uint32_t point = 0; point < 0x200; point++)
		check_number("control", "is one", text_is_control(point),
		    point < 0x20 || (point >= 0x7F && point <= 0x9F));
	assert_false(text_is_control(0x2028));
}

static const struct case_row {
	struct bytes a, b;
	bool is_equal;
} case_rows[] = {
    {BYTES(""), BYTES(""), true},
    {BYTES("azAZ"), BYTES("AZaz"), true},
    {BYTES("a"), BYTES("ab"), false},
    {BYTES("a"), BYTES("b"), false},
    {BYTES("@["), BYTES("`{"), false}, /* beside A-Z */
    {BYTES("HYGI\xC3\x8BNE"), BYTES("hygi\xC3\xABne"), true},
    {BYTES("\xC3\x80\xC3\x9E"), BYTES("\xC3\xA0\xC3\xBE"), true},
    {BYTES("\xC3\x97"), BYTES("\xC3\xB7"), false}, /* times and divided by */
    {BYTES("\xC3\x9F"), BYTES("\xC3\xBF"), false}, /* sharp s and y with diaeresis */
    {BYTES("\xC5\x80"), BYTES("\xC5\xA0"), false}, /* no Latin-1 */
    {BYTES("a\0b"), BYTES("A\0B"), true},
    {BYTES("a\0b"), BYTES("a\0c"), false},
};

static void
test_ignoring_case(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(case_rows); i++) {
		const struct case_row *row = &case_rows[i];

		check_number(
		    row->a.at, "is equal", text_equal_ignoring_case(row->a, row->b), row->is_equal);
		check_number(row->a.at, "is equal the other way round",
		    text_equal_ignoring_case(row->b, row->a), row->is_equal);
	}
}

static void
test_classes_of_bytes(void **state)
{
	(void)state;
	for (int c = -128; c < 128; c++) {
		bool digit = strchr("0123456789", c) != NULL && c != 0;
		bool capital = strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", c) != NULL && c != 0;
		bool small = strchr("abcdefghijklmnopqrstuvwxyz", c) != NULL && c != 0;

		assert_int_equal(text_is_digit((char)c), digit);
		assert_int_equal(text_is_capital((char)c), capital);
		assert_int_equal(text_is_letter_or_digit((char)c), digit || capital || small);
	}
}

/* Digits alone, and no more of them than may be; what is none leaves the number as it was. */
static const struct {
	const char *text;
	size_t max_digits;
	bool is_number;
	uint32_t number;
} numbers[] = {
    {"0", 1, true, 0},
    {"007", 3, true, 7},
    {"99999", 5, true, 99999},
    {"999999999", 9, true, 999999999},
    {"100000", 5, false, 0},
    {"", 5, false, 0},
    {"-1", 5, false, 0},
    {"1 ", 5, false, 0},
    {"'", 5, false, 0},
};

static void
test_read_number(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		uint32_t number = 77;
		bool is_number =
		    text_read_number(bytes_of(numbers[i].text), numbers[i].max_digits, &number);

		check_number(numbers[i].text, "is one", is_number, numbers[i].is_number);
		check_number(numbers[i].text, "number", number, is_number ? numbers[i].number : 77);
	}
}

enum { MOST_FILLED = 40 };

/* Each byte at each place of texts of each length around those that are looked at in one go. */
static void
test_skip_visible(void **state)
{
	char text[MOST_FILLED];

	(void)state;
	for (size_t length = 0; length <= MOST_FILLED; length++) {
		memset(text, 'x', sizeof(text));
		assert_int_equal(text_skip_visible((struct bytes){text, length}, 0), length);
		for (size_t at = 0; at < length; at++) {
			for (unsigned c = 0; c < 256; c++) {
				bool is_visible = c >= ' ' && c <= '~';

				text[at] = (char)c;
				assert_int_equal(text_skip_visible((struct bytes){text, length}, 0),
				    is_visible ? length : at);
				assert_int_equal(
				    text_skip_visible((struct bytes){text, length}, at / 2),
				    is_visible ? length : at);
			}
			text[at] = 'x';
		}
	}
}

/* Every two and three bytes within a text: prose is what text_is_utf8() takes, without controls. */
static void
test_prose(void **state)
{
	char text[] = "Was moe ....na school";
	struct bytes all = bytes_of(text);
	size_t valid;

	(void)state;
	for (uint32_t i = 0; i < 1u << 20; i++) {
		static const unsigned char thirds[] = {0x00, 0x1F, ' ', '~', 0x7F, 0x80, 0x8E, 0x9F,
		    0xA0, 0xBF, 0xC2, 0xE2, 0xED, 0xEF, 0xF4, 0xFF};
		bool has_control = false;

		text[8] = (char)(i >> 8 & 0xFF);
		text[9] = (char)(i & 0xFF);
		text[10] = (char)thirds[i >> 16];
		text[11] = (char)0x80;
		for (size_t at = 0, length = 1; at < all.length; at += length) {
			has_control |= text_is_control(
			    text_code_point((struct bytes){text + at, all.length - at}, &length));
			length = length == 0 ? 1 : length;
		}
		assert_int_equal(text_is_prose(all), text_is_utf8(all, &valid) && !has_control);
	}
	assert_true(text_is_prose(bytes_of("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_skip_visible),
	    cmocka_unit_test(test_prose),
	    cmocka_unit_test(test_code_points),
	    cmocka_unit_test(test_every_code_point),
	    cmocka_unit_test(test_valid_part),
	    cmocka_unit_test(test_trim),
	    cmocka_unit_test(test_blank),
	    cmocka_unit_test(test_marks_and_returns),
	    cmocka_unit_test(test_controls),
	    cmocka_unit_test(test_ignoring_case),
	    cmocka_unit_test(test_classes_of_bytes),
	    cmocka_unit_test(test_read_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
