/*
 * Goal: the encoding of a sheet is what its bytes say, in the order of the
 * rules; what we decode ourselves is as the system does it; nothing is guessed silently.
 */

#include "support/check.h"

#include <errno.h>

#include "sheet/encoding.h"
#include "sheet/decode.h"

static const struct found_row {
	struct bytes text;
	enum encoding_found found;
} found_rows[] = {
    {BYTES(""), ENCODING_UTF8},
    {BYTES("zaak;datum\n"), ENCODING_UTF8},
    {BYTES("caf\xC3\xA9\n"), ENCODING_UTF8},
    /* one sequence of several bytes makes it UTF-8, whatever else there is */
    {BYTES("caf\xE9\n\xC3\xA9\xC3\xA9n\n"), ENCODING_UTF8},
    {BYTES("\x8E\xC3\xA9"), ENCODING_UTF8},
    {BYTES("\xE2\x82\xAC \xE9"), ENCODING_UTF8},
    {BYTES("caf\xE9\n"), ENCODING_WINDOWS},
    {BYTES("\x80 5\n"), ENCODING_WINDOWS},
    {BYTES("\xC3(\n"), ENCODING_WINDOWS},
    {BYTES("\x93"
	   "au\x94\n"),
	ENCODING_WINDOWS},
    /* marks */
    {BYTES("\xEF\xBB\xBF"
	   "caf\xE9\n"),
	ENCODING_UTF8},
    {BYTES("\xFF\xFE"
	   "a\0"),
	ENCODING_UTF16_LE},
    {BYTES("\xFE\xFF"
	   "\0a"),
	ENCODING_UTF16_BE},
    {BYTES("\xFF"), ENCODING_WINDOWS},
    /* no mark, but a NUL in every other byte */
    {BYTES("z\0a\0a\0k\0\n\0"), ENCODING_UTF16_LE},
    {BYTES("\0z\0a\0a\0k\0\n"), ENCODING_UTF16_BE},
    {BYTES("z\0a\0\xAC\x20k\0\n\0"), ENCODING_UTF16_LE},
    {BYTES("zaak;datum;soort\n\0"), ENCODING_UTF8},
    {BYTES("zaak\0\0\0\0\0\0\0\0"), ENCODING_UTF8},
    {BYTES("a\0bcdefgh"), ENCODING_UTF8},
    /* letters of a Macintosh, between letters */
    {BYTES("hygi\x91ne\n"), ENCODING_MACINTOSH},
    {BYTES("gar\x8Don"), ENCODING_MACINTOSH},
    {BYTES("\x8E\x8En boterham"), ENCODING_MACINTOSH},
    {BYTES("m\x8Fre"), ENCODING_MACINTOSH},
    {BYTES("cr\x90pe"), ENCODING_MACINTOSH},
    {BYTES("na\x95"
	   "ef"),
	ENCODING_MACINTOSH},
    {BYTES("co\x9Arde"), ENCODING_MACINTOSH},
    {BYTES("B\x9Fro"), ENCODING_MACINTOSH},
    {BYTES("\x91s ochtends"), ENCODING_WINDOWS},
    {BYTES("foto\x92s"), ENCODING_WINDOWS},
    {BYTES("\x95 punt"), ENCODING_WINDOWS},
    {BYTES("x\x9E"
	   "x\x8A"
	   "x\x8C"
	   "x"),
	ENCODING_WINDOWS},
    {BYTES("caf\x8E;"), ENCODING_WINDOWS},
};

static void
encodings_are_found(void **state)
{
	struct encoding encoding;

	(void)state;
	assert_true(encoding_open(&encoding, NULL));
	for (size_t i = 0; i < COUNT_OF(found_rows); i++)
		check_number(found_rows[i].text.at, "encoding",
		    encoding_find(&encoding, found_rows[i].text), found_rows[i].found);
	encoding_close(&encoding);
}

/* What a person says comes before anything else, but the mark of UTF-16 says which of both. */
static void
encodings_that_are_said(void **state)
{
	struct encoding encoding;

	(void)state;
	assert_false(encoding_open(&encoding, "klingon"));
	assert_int_equal(errno, EINVAL);
	encoding_close(&encoding);
	assert_true(encoding_open(&encoding, "latin1"));
	for (size_t i = 0; i < COUNT_OF(found_rows); i++)
		assert_int_equal(encoding_find(&encoding, found_rows[i].text), ENCODING_NAMED);
	assert_string_equal(encoding_name(&encoding, ENCODING_NAMED), "latin1");
	encoding_close(&encoding);
	assert_true(encoding_open(&encoding, "utf-16"));
	assert_int_equal(encoding_find(&encoding,
			     BYTES("\xFF\xFE"
				   "a\0")),
	    ENCODING_UTF16_LE);
	assert_int_equal(encoding_find(&encoding, BYTES("a\0")), ENCODING_NAMED);
	encoding_close(&encoding);
}

static const struct converted_row {
	const char *name;
	struct bytes text, want; /* on failure what stands before the place */
	bool is_right;
} converted_rows[] = {
    {NULL, BYTES("caf\xC3\xA9"), BYTES("caf\xC3\xA9"), true},
    {NULL, BYTES("caf\xE9 \x80"), BYTES("caf\xC3\xA9 \xE2\x82\xAC"), true},
    {NULL,
	BYTES("a\nb\x81"
	      "c"),
	BYTES("a\nb"), false},
    {NULL,
	BYTES("\xFF\xFE"
	      "a\0\xE9\0"),
	BYTES("\xEF\xBB\xBF"
	      "a\xC3\xA9"),
	true},
    {NULL, BYTES("\xFE\xFF\0a\0\xE9"),
	BYTES("\xEF\xBB\xBF"
	      "a\xC3\xA9"),
	true},
    {NULL,
	BYTES("\xFF\xFE"
	      "a\0b"),
	BYTES("\xEF\xBB\xBF"
	      "a"),
	false},
    /* a half of a pair, alone, before another character, or the second one first */
    {NULL, BYTES("\xFF\xFE\0\xD8"), BYTES("\xEF\xBB\xBF"), false},
    {NULL, BYTES("\xFF\xFE\0\xD8\0\x20"), BYTES("\xEF\xBB\xBF"), false},
    {NULL, BYTES("\xFF\xFE\0\xDC"), BYTES("\xEF\xBB\xBF"), false},
    {NULL, BYTES("\xFF\xFE\x3D\xD8\0\xDE"), BYTES("\xEF\xBB\xBF\xF0\x9F\x98\x80"), true},
    {"utf-16", BYTES("\xE9\0"), BYTES("\xC3\xA9"), true},
    {"UTF-16BE", BYTES("\0\xE9"), BYTES("\xC3\xA9"), true},
    {"windows-1252", BYTES("\xE9"), BYTES("\xC3\xA9"), true},
    {"CP1252", BYTES("\xE9"), BYTES("\xC3\xA9"), true},
    {"MACINTOSH", BYTES("\x8E\x8En"), BYTES("\xC3\xA9\xC3\xA9n"), true},
    {"UTF-8", BYTES("a\xE9"), BYTES("a"), false},
    {"CP850", BYTES("\x82"), BYTES("\xC3\xA9"), true},
};

static void
texts_become_utf8(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(converted_rows); i++) {
		const struct converted_row *row = &converted_rows[i];
		struct encoding encoding;
		struct bytes converted;
		char *memory;

		assert_true(encoding_open(&encoding, row->name));
		check_number(row->text.at, "is right",
		    encoding_to_utf8(&encoding, encoding_find(&encoding, row->text), row->text,
			&memory, &converted),
		    row->is_right);
		check_bytes(row->text.at, "converted", converted, row->want);
		free(memory);
		encoding_close(&encoding);
	}
}

static bool
decode_by_system(iconv_t conversion, struct bytes text, char to[8], struct bytes *converted)
{
	char *from = (char *)(size_t)text.at, *end = to;
	size_t left = text.length, room = 8;
	bool is_right;

	iconv(conversion, NULL, NULL, NULL, NULL);
	is_right = iconv(conversion, &from, &left, &end, &room) != (size_t)-1;
	*converted = (struct bytes){to, is_right ? (size_t)(end - to) : 0};
	return is_right;
}

/* Compares what both make of every byte but those. */
static void
compare(const char *encoding, decoder *decode, const char *but)
{
	iconv_t conversion = iconv_open("UTF-8", encoding);

	if (conversion == (iconv_t)-1)
		skip();
	for (unsigned byte = 0; byte < 256; byte++) {
		char text[1] = {(char)byte}, own[DECODE_GROWTH], theirs[8], name[32];
		struct bytes by_us, by_system;

		if (byte >= 0x80 && strchr(but, (char)byte) != NULL)
			continue;
		snprintf(name, sizeof(name), "%s %02X", encoding, byte);
		check_number(name, "is a character", decode((struct bytes){text, 1}, own, &by_us),
		    decode_by_system(conversion, (struct bytes){text, 1}, theirs, &by_system));
		check_bytes(name, "it", by_us, by_system);
	}
	iconv_close(conversion);
}

static void
windows_is_the_systems(void **state)
{
	(void)state;
	compare("WINDOWS-1252", decode_windows_1252, "");
}

/* But for the increment and the apple: of those the system has other characters than Apple. */
static void
macintosh_is_the_systems(void **state)
{
	(void)state;
	compare("MACINTOSH", decode_macintosh, "\xC6\xF0");
}

/* Every code unit, with what may follow a half of a pair. */
static void
utf16_is_the_systems(void **state)
{
	iconv_t conversion = iconv_open("UTF-8", "UTF-16LE");

	(void)state;
	if (conversion == (iconv_t)-1)
		skip();
	for (unsigned unit = 0; unit < 0x10000; unit++) {
		char text[4] = {(char)(unit & 0xFF), (char)(unit >> 8), 0x12, (char)0xDE};
		char own[4 * DECODE_GROWTH], theirs[8], name[32];
		size_t length = unit >= 0xD800 && unit < 0xDC00 ? 4 : 2;
		struct bytes by_us, by_system;

		snprintf(name, sizeof(name), "%04X", unit);
		check_number(name, "is a character",
		    decode_utf16_le((struct bytes){text, length}, own, &by_us),
		    decode_by_system(conversion, (struct bytes){text, length}, theirs, &by_system));
		check_bytes(name, "it", by_us, by_system);
	}
	iconv_close(conversion);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(encodings_are_found),
	    cmocka_unit_test(encodings_that_are_said),
	    cmocka_unit_test(texts_become_utf8),
	    cmocka_unit_test(windows_is_the_systems),
	    cmocka_unit_test(macintosh_is_the_systems),
	    cmocka_unit_test(utf16_is_the_systems),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
