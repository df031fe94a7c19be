/*
 * Goal: words are compared by their letters and digits, in any case and without
 * accents, whatever letters they have; what is no text is no word; and the
 * folded form never takes more room than was asked for.
 */

#include "support/check.h"

#include <utf8proc.h>

#include "text/fold.h"

enum { ROOM = 512 };

static const struct fold_row {
	struct bytes text, folded;
} fold_rows[] = {
    {BYTES(""), BYTES("")},
    {BYTES("hunger"), BYTES("hunger")},
    {BYTES("HUNGER"), BYTES("hunger")},
    {BYTES("Afweging 2"), BYTES("afweging2")},
    {BYTES("bang of schrik-achtig!"), BYTES("bangofschrikachtig")},
    {BYTES("  a\tb\nc\rd  "), BYTES("abcd")},
    {BYTES("a.b_c/d(e)'f\"g"), BYTES("abcdefg")},
    {BYTES("?!"), BYTES("")},
    {BYTES(" \t "), BYTES("")},
    /* accents, in one letter or behind it, of any script */
    {BYTES("hygi\xC3\xABne"), BYTES("hygiene")},
    {BYTES("HYGI\xC3\x8BNE"), BYTES("hygiene")},
    {BYTES("hygie\xCC\x88ne"), BYTES("hygiene")},
    {BYTES("\xC3\x80\xC3\xA9\xC3\xAE\xC3\xB5\xC3\xBC\xC3\xA7\xC3\xB1"), BYTES("aeioucn")},
    {BYTES("\xC5\xA0\xC4\x8D\xC5\xBE\xC4\xB0"), BYTES("sczi")},
    {BYTES("\xE1\xBB\x87"), BYTES("e")}, /* e with two */
    {BYTES("\xCE\xAC"), BYTES("\xCE\xB1")},
    {BYTES("\xD0\x99"), BYTES("\xD0\xB8")},
    /* letters that are no accented others stay what they are */
    {BYTES("\xC3\x98\xC5\x81\xC4\x90"), BYTES("\xC3\xB8\xC5\x82\xC4\x91")},
    {BYTES("\xC3\x9F"), BYTES("ss")},
    {BYTES("\xC3\x86"), BYTES("\xC3\xA6")},
    {BYTES("\xEF\xAC\x83"), BYTES("ffi")}, /* a ligature */
    {BYTES("\xCE\xA3\xCF\x82\xCF\x83"), BYTES("\xCF\x83\xCF\x83\xCF\x83")},
    {BYTES("\xD9\x85\xE6\x98\x8E"), BYTES("\xD9\x85\xE6\x98\x8E")},
    {BYTES("\xD9\xA3\xE2\x85\xA3"), BYTES("\xD9\xA3\xE2\x85\xB3")}, /* digits and numbers */
    /* dashes, quotes and blanks of other scripts, and what has no ink, are no letters */
    {BYTES("a\xE2\x80\x93\xE2\x80\x99\xC2\xA0\xE2\x80\x8B\xC2\xAD"
	   "b\xF0\x9F\x99\x82"),
	BYTES("ab")},
    /* no text */
    {BYTES("a\0b"), BYTES("")},
    {BYTES("a\x1B"
	   "b"),
	BYTES("")},
    {BYTES("a\x7F"), BYTES("")},
    {BYTES("a\xC2\x85"
	   "b"),
	BYTES("")},
    {BYTES("a\v"), BYTES("")},
    {BYTES("\xE9t\xE9"), BYTES("")},
    {BYTES("a\xC3"), BYTES("")},
    {BYTES("a\xC0\xAF"), BYTES("")},
    {BYTES("a\xED\xA0\x80"), BYTES("")},
    {BYTES("a\xF4\x90\x80\x80"), BYTES("")},
    {BYTES("a\x80"), BYTES("")},
};

static void
test_rows(void **state)
{
	char folded[ROOM];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(fold_rows); i++) {
		const struct fold_row *row = &fold_rows[i];

		assert_true(fold_size(row->text.length) <= ROOM);
		check_bytes(row->text.at, "folded", (struct bytes){folded, fold(row->text, folded)},
		    row->folded);
	}
}

/* The character that grows most when it is folded. */
static struct {
	utf8proc_uint8_t text[4];
	size_t length, grown;
} greatest = {.length = 1};

/* Every character there is, alone: what it folds to fits, and stays what it is when it is folded
 * again. */
static void
test_every_character(void **state)
{
	char folded[ROOM], again[ROOM], name[16];
	utf8proc_uint8_t text[4];

	(void)state;
	for (utf8proc_int32_t letter = 1; letter <= 0x10FFFF; letter++) {
		if (!utf8proc_codepoint_valid(letter))
			continue;
		size_t length = (size_t)utf8proc_encode_char(letter, text);
		size_t used = fold((struct bytes){(const char *)text, length}, folded);
		size_t twice = fold((struct bytes){folded, used}, again);

		snprintf(name, sizeof(name), "U+%04X", (unsigned)letter);
		check_number(name, "is within its room", used <= fold_size(length), true);
		check_bytes(name, "folded twice", (struct bytes){again, twice},
		    (struct bytes){folded, used});
		if (used * greatest.length <= greatest.grown * length)
			continue;
		memcpy(greatest.text, text, sizeof(text));
		greatest.length = length;
		greatest.grown = used;
	}
}

/* Very many of that character, with a byte behind the room that was asked for. */
static void
test_growth(void **state)
{
	enum { LETTERS = 1000 };
	size_t length = LETTERS * greatest.length, room = fold_size(length);
	char *text = malloc(length), *folded = malloc(room + 1);

	(void)state;
	assert_true(greatest.grown > greatest.length);
	for (size_t i = 0; i < LETTERS; i++)
		memcpy(text + i * greatest.length, greatest.text, greatest.length);
	folded[room] = 'g';
	assert_int_equal(fold((struct bytes){text, length}, folded), LETTERS * greatest.grown);
	assert_int_equal(folded[room], 'g');
	free(text);
	free(folded);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_every_character),
	    cmocka_unit_test(test_growth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
