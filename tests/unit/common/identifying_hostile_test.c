/*
 * Goal: whatever the text, the search for identifying data stays within it and
 * takes time linear to its length.
 */

#include "support/check.h"

#include <time.h>

#include "records/lines.h"
#include "support/look_in.h"

enum { EVERY_KIND = (1 << IDENTIFYING_KINDS) - 1 };

static void
test_random_text(void **state)
{
	static const char *const pieces[] = {"0", "1", "6", "06", "31", "1941", "AB", "NL", "91",
	    " ", " ", ".", "-", ",", "@", "(", ")", "+", "at", "bsn ", "straat ", "nr", "a", ".nl",
	    "/", NBSP, DASH, UNSEEN, LINE, WIDE("\x91"), "\xEF", "\xF0", "\xC3\xAB", "\x80", "\xFF",
	    "\n", "6", "1,", "E+08", "e", "geb. ", "okt ", "Kerk", "plein ", "ketenid.nl"};
	struct chance chance = {20261005};

	(void)state;
	for (unsigned i = 0; i < 200000; i++) {
		char text[256] = "";

		for (uint32_t left = chance_below(&chance, 40); left > 0; left--)
			strcat(text, pieces[chance_below(&chance, COUNT_OF(pieces))]);
		look_in(bytes_of(text), chance_below(&chance, EVERY_KIND + 1));
		for (size_t at = 0; at < sizeof(text); at++)
			text[at] = (char)chance_next(&chance);
		look_in((struct bytes){text, chance_below(&chance, sizeof(text))}, 0);
	}
}

/* The least time of some that a search of so much of a repeated text takes, in seconds. */
static double
time_of(const char *piece, size_t length)
{
	char *text = malloc(length);
	double least = 1e9;
	struct bytes where;

	for (size_t i = 0, size = strlen(piece); i < length; i++)
		text[i] = piece[i % size];
	for (int i = 0; i < 5; i++) {
		clock_t start = clock();

		identifying_find((struct bytes){text, length}, EVERY_KIND, &where);
		double time = (double)(clock() - start) / CLOCKS_PER_SEC;
		least = time < least ? time : least;
	}
	free(text);
	return least;
}

/* Four times the longest line takes some four times as long, not sixteen times. */
static void
test_hostile_text(void **state)
{
	static const char *const pieces[] = {"7", "@", "1 ", "0", "a", "a@", "a@a.", "(", "(at)",
	    "+", "-", "12 ", "1" UNSEEN, UNSEEN, "1941 AB ", "1941AB", "a1 ",
	    "NL91 ABNA 0417 1643 ", "nl11", "06 12345678 ", "bsn 1 ", "bsn", "1234.56.78", "1-",
	    "( ", "a (at) a", "1941 AB a ", "(at) a.", "\xEF\xBC\x91", "\xEF\xBC", "\xEF", "\xF0",
	    "\x80", NBSP, "1" NBSP, "123456789 ", "/", "ketenid.nl/", "1,2E+08 ", "1,", "6 ",
	    "geb 3 ", "geb a b c 3-10-2018 ", "Kerkplein 12 ", "Kerkplein nr ",
	    "1941 AB a b c d e 1 "};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		double once = time_of(pieces[i], LINE_MAX_LENGTH);
		double four_times = time_of(pieces[i], 4 * LINE_MAX_LENGTH);

		if (four_times > 9 * once + 0.005)
			fail_msg("\"%s\": %.6f s, four times as much: %.6f s", pieces[i], once,
			    four_times);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_text),
	    cmocka_unit_test(test_hostile_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
