/*
 * Goal: the encoding of a sheet is what its bytes say, in the order of the
 * rules; Windows-1252 of our own is the system's; nothing is guessed silently.
 */

#include "support/check.h"

#include "sheet/encoding.h"
#include "sheet/windows_1252.h"

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
    {NULL, BYTES("\xFF\xFE\0\xD8"), BYTES("\xEF\xBB\xBF"), false},
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

/* Every byte, against the system's. */
static void
windows_is_the_systems(void **state)
{
	iconv_t conversion = iconv_open("UTF-8", "WINDOWS-1252");

	(void)state;
	if (conversion == (iconv_t)-1)
		skip();
	for (unsigned byte = 0; byte < 256; byte++) {
		char text[1] = {(char)byte}, own[WINDOWS_1252_GROWTH], theirs[8], name[16];
		char *from = text, *to = theirs;
		size_t left = 1, room = sizeof(theirs);
		bool is_right = iconv(conversion, &from, &left, &to, &room) != (size_t)-1;
		struct bytes converted;

		snprintf(name, sizeof(name), "byte %02X", byte);
		check_number(name, "is a character",
		    windows_1252_to_utf8((struct bytes){text, 1}, own, &converted), is_right);
		check_bytes(name, "it", converted,
		    (struct bytes){theirs, is_right ? (size_t)(to - theirs) : 0});
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
