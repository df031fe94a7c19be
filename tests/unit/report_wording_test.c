/*
 * Goal: every wording is there in both languages, with the same places to fill
 * in; dates are written as people write them.
 */

#include "check.h"

#include "../../cmd/mc-report/phrase.h"

static unsigned
places_of(const char *text)
{
	unsigned places = 0;

	for (; (text = strchr(text, '{')) != NULL; text++) {
		if ((text[1] != '1' && text[1] != '2') || text[2] != '}')
			fail_msg("\"%s\" is no place to fill in", text);
		places |= 1u << (text[1] - '1');
	}
	return places;
}

static void
test_both_languages(void **state)
{
	(void)state;
	for (enum wording wording = WORDING_NONE + 1; wording < WORDING_COUNT; wording++) {
		const char *dutch = wording_text(wording, DUTCH);
		const char *english = wording_text(wording, ENGLISH);

		if (dutch == NULL || english == NULL || *dutch == '\0' || *english == '\0')
			fail_msg("wording %d lacks a language", (int)wording);
		check_number(dutch, "places", places_of(english), places_of(dutch));
	}
}

static void
test_partners(void **state)
{
	(void)state;
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		for (enum language language = DUTCH; language < LANGUAGES; language++)
			if (*wording_partner(partner, language) == '\0')
				fail_msg("no wording for %s", vocabulary_token(partner));
	check_string(
	    "kernteam", "wording", wording_partner(PARTNER_KERNTEAM, DUTCH), "het kernteam");
}

static void
test_dates(void **state)
{
	char text[DATE_SIZE];
	day_number day = span_day_of(2026, 10, 5);

	(void)state;
	assert_string_equal(date_of_day(day, false, DUTCH, text), "5 oktober 2026");
	assert_string_equal(date_of_day(day, true, DUTCH, text), "oktober 2026");
	assert_string_equal(date_of_day(day, false, ENGLISH, text), "5 October 2026");
	assert_string_equal(date_of_day(NO_DAY, false, DUTCH, text), "");
	assert_string_equal(date_of_span(span_of_minute(day, 8 * 60 + 5), false, DUTCH, text),
	    "5 oktober 2026 8:05");
	assert_string_equal(
	    date_of_span(span_of_minute(day, 8 * 60 + 5), true, DUTCH, text), "oktober 2026");
	assert_string_equal(date_of_span(span_of_day(day), false, DUTCH, text), "5 oktober 2026");
	assert_string_equal(
	    date_of_day(span_day_of(2199, 12, 31), false, ENGLISH, text), "31 December 2199");
}

static void
test_phrases(void **state)
{
	struct phrase phrase = {.language = DUTCH};

	(void)state;
	phrase_say(&phrase, WORDING_OUTCOME, "grijs gebied", "W19");
	check_bytes("outcome", "phrase", phrase_bytes(&phrase),
	    BYTES("Uitkomst: grijs gebied (regel W19)."));
	phrase_clear(&phrase);
	assert_int_equal(phrase_bytes(&phrase).length, 0);
	phrase_add(&phrase, "casemanager");
	phrase_capitalise(&phrase);
	check_bytes("capital", "phrase", phrase_bytes(&phrase), BYTES("Casemanager"));
	phrase_close(&phrase);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_both_languages),
	    cmocka_unit_test(test_partners),
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_phrases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
