/*
 * Goal: lines are never wider than asked, break at blanks where there are any,
 * and lose nothing but blanks, for any text and any width.
 */

#include "support/check.h"

#include "text/shown.h"
#include "text/wrap.h"

static const struct wrap_row {
	struct bytes text;
	unsigned width;
	const char *lines; /* with a bar between */
} rows[] = {
    {BYTES(""), 10, ""},
    {BYTES("   "), 10, ""},
    {BYTES("kort"), 10, "kort"},
    {BYTES("een twee drie"), 8, "een twee|drie"},
    {BYTES("een twee drie"), 9, "een twee|drie"},
    {BYTES("een twee drie"), 7, "een|twee|drie"},
    {BYTES("een   twee"), 5, "een|twee"},
    {BYTES("  een twee  "), 20, "een twee"},
    {BYTES("abcdefgh"), 3, "abc|def|gh"},
    {BYTES("ab cdefgh"), 4, "ab|cdef|gh"},
    {BYTES("een\xE2\x80\xA8twee"), 20, "een|twee"},
    {BYTES("een\n\ntwee"), 20, "een||twee"},
    {BYTES("\xE6\xBC\xA2\xE6\xBC\xA2\xE6\xBC\xA2"), 5, "\xE6\xBC\xA2\xE6\xBC\xA2|\xE6\xBC\xA2"},
    {BYTES("e\xCC\x81"
	   "e\xCC\x81"
	   "e\xCC\x81"),
	2,
	"e\xCC\x81"
	"e\xCC\x81|e\xCC\x81"},
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct bytes text = rows[i].text;
		struct wrapped_line line;
		char got[256], name[32];
		size_t used = 0;

		while (wrap_next(&text, rows[i].width, &line))
			used += (size_t)snprintf(got + used, sizeof(got) - used, "%s%.*s",
			    used > 0 ? "|" : "", (int)line.length, line.at);
		got[used] = '\0';
		snprintf(name, sizeof(name), "row %zu", i);
		check_string(name, "lines", got, rows[i].lines);
	}
}

/* The glyphs of a text without its blanks. */
static size_t
solid(struct bytes text, char *at)
{
	size_t used = 0;

	while (text.length > 0) {
		struct shown shown = shown_next(&text);

		if (shown.kind != SHOWN_PLAIN)
			continue;
		memcpy(at + used, shown.text.at, shown.text.length);
		used += shown.text.length;
	}
	return used;
}

static void
test_random_texts(void **state)
{
	static const char *const pieces[] = {
	    "a", "bb", " ", "  ", "\xCC\x81", "\xE6\xBC\xA2", "\n", "\x1B", "\xFF", "woord"};
	struct chance chance = {1};

	(void)state;
	for (unsigned round = 0; round < 20000; round++) {
		char text[512] = "", want[2048], got[2048];
		unsigned width = 2 + chance_next(&chance) % (WRAP_WIDTH_MAX - 1);
		size_t used = 0;
		struct wrapped_line line;

		for (unsigned count = chance_next(&chance) % 90; count > 0; count--)
			strcat(text, pieces[chance_next(&chance) % COUNT_OF(pieces)]);
		struct bytes rest = bytes_of(text);
		while (wrap_next(&rest, width, &line)) {
			struct bytes shown = {line.at, line.length};

			if (line.width > width || line.length > sizeof(line.at)
			    || shown_width_of(shown) > line.width)
				fail_msg(
				    "round %u: a line of %u at width %u", round, line.width, width);
			used += solid(shown, got + used);
		}
		check_bytes("random text", "without blanks", (struct bytes){got, used},
		    (struct bytes){want, solid(bytes_of(text), want)});
	}
}

/* A character under thousands of marks would else be a line of any length. */
static void
test_many_marks(void **state)
{
	static char text[20001];
	struct bytes rest = {text, sizeof(text)};
	struct wrapped_line line;
	size_t bytes = 0;

	(void)state;
	text[0] = 'e';
	for (size_t i = 1; i < sizeof(text); i += 2)
		memcpy(text + i, "\xCC\x81", 2);
	while (wrap_next(&rest, 40, &line)) {
		assert_true(line.width <= 40);
		assert_true(line.length <= sizeof(line.at));
		bytes += line.length;
	}
	assert_int_equal(bytes, sizeof(text));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_random_texts),
	    cmocka_unit_test(test_many_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
