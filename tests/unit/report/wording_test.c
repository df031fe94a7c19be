/*
 * Goal: every wording is there in both languages, with the same places to fill
 * in; dates are written as people write them.
 */

#include "support/check.h"

#include "paper/date.h"
#include "paper/phrase.h"

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

static const struct date_row {
	unsigned year, month, day;
	enum date_form form;
	enum language language;
	const char *text;
} dates[] = {
    {2026, 10, 5, DATE_DAY, DUTCH, "5 oktober 2026"},
    {2026, 10, 5, DATE_MONTH, DUTCH, "oktober 2026"},
    {2026, 10, 5, DATE_DAY, ENGLISH, "5 October 2026"},
    {2026, 10, 30, DATE_WEEKDAY, DUTCH, "vrijdag 30 oktober 2026"},
    {2026, 11, 1, DATE_WEEKDAY, ENGLISH, "Sunday 1 November 2026"},
    {2000, 1, 1, DATE_WEEKDAY, DUTCH, "zaterdag 1 januari 2000"},
    {2026, 3, 2, DATE_SHORT, DUTCH, "ma 2 mrt 2026"},
    {2026, 3, 2, DATE_SHORT, ENGLISH, "Mon 2 Mar 2026"},
    {2026, 3, 2, DATE_BRIEF, DUTCH, "ma 2 mrt"},
    {2199, 12, 31, DATE_DAY, ENGLISH, "31 December 2199"},
};

static void
test_dates(void **state)
{
	char text[DATE_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(dates); i++) {
		day_number day = span_day_of(dates[i].year, dates[i].month, dates[i].day);

		check_string(dates[i].text, "date",
		    date_of_day(day, dates[i].form, dates[i].language, text), dates[i].text);
	}
	assert_string_equal(date_of_day(NO_DAY, DATE_DAY, DUTCH, text), "");
}

/* A time is told where the day is. */
static void
test_times(void **state)
{
	char text[DATE_SIZE];
	day_number day = span_day_of(2026, 10, 5);
	struct span minute = span_of_minute(day, 8 * 60 + 5);

	(void)state;
	assert_string_equal(
	    date_of_span(minute, DATE_DAY, DUTCH, text), "5 oktober 2026, 8.05 uur");
	assert_string_equal(date_of_span(minute, DATE_BRIEF, ENGLISH, text), "Mon 5 Oct, 8:05");
	assert_string_equal(date_of_span(minute, DATE_MONTH, DUTCH, text), "oktober 2026");
	assert_string_equal(
	    date_of_span(span_of_day(day), DATE_DAY, DUTCH, text), "5 oktober 2026");
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
	check_string("as a string", "phrase", phrase_string(&phrase), "Casemanager");
	check_bytes("as it was", "phrase", phrase_bytes(&phrase), BYTES("Casemanager"));
	phrase_close(&phrase);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_both_languages),
	    cmocka_unit_test(test_partners),
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_times),
	    cmocka_unit_test(test_phrases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
