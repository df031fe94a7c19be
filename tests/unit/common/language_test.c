/*
 * Goal: a person is spoken to in the language that the environment asks for,
 * by the first of the variables that is set, on whatever machine; days and
 * months have a name in each; what is filled in stands where it belongs, and
 * never beyond its room.
 */

#include "support/check.h"

#include "tool/language.h"

/* The person's environment; NULL is what is not set. */
static const struct {
	const char *language, *all, *messages, *lang;
	enum language want;
} environments[] = {
    {NULL, NULL, NULL, NULL, ENGLISH},
    {NULL, NULL, NULL, "nl_NL.UTF-8", DUTCH},
    {NULL, NULL, NULL, "nl", DUTCH},
    {NULL, NULL, NULL, "nl_BE@euro", DUTCH},
    {NULL, NULL, NULL, "nl.UTF-8", DUTCH},
    {NULL, NULL, NULL, "nds_NL", ENGLISH},
    {NULL, NULL, NULL, "nlx", ENGLISH},
    {NULL, NULL, NULL, "n", ENGLISH},
    {NULL, NULL, NULL, "en_GB.UTF-8", ENGLISH},
    {NULL, NULL, NULL, "C.UTF-8", ENGLISH},
    /* Each goes before those behind it, also when it names neither. */
    {NULL, NULL, "en_GB.UTF-8", "nl_NL.UTF-8", ENGLISH},
    {NULL, "nl_NL.UTF-8", "en_GB.UTF-8", "C", DUTCH},
    {NULL, NULL, "nl_NL.UTF-8", "C", DUTCH},
    {NULL, "C", "nl_NL.UTF-8", "nl_NL.UTF-8", ENGLISH},
    {NULL, "POSIX", NULL, "nl_NL.UTF-8", ENGLISH},
    {NULL, "de_DE.UTF-8", NULL, "nl_NL.UTF-8", ENGLISH},
    {"nl", NULL, NULL, "en_GB.UTF-8", DUTCH},
    {"en", NULL, NULL, "nl_NL.UTF-8", ENGLISH},
    {"nl_NL", "C.UTF-8", NULL, NULL, DUTCH},
    {"nl", NULL, NULL, NULL, DUTCH},
    {"nl", "C", NULL, "en_GB.UTF-8", DUTCH},
    {"fy", "nl_NL.UTF-8", NULL, NULL, ENGLISH},
    /* What is empty is not set. */
    {"", "", "", "nl_NL.UTF-8", DUTCH},
    /* Of several, the first of the two. */
    {"fy:nl_NL:en", "C.UTF-8", NULL, NULL, DUTCH},
    {"fy:en_GB.UTF-8:nl", NULL, NULL, "nl", ENGLISH},
    {"en:nl", NULL, NULL, "nl", ENGLISH},
    {":nl", NULL, NULL, NULL, DUTCH},
    {"C:nl", NULL, NULL, NULL, DUTCH},
    {"fy:de:", NULL, NULL, NULL, ENGLISH},
    {"::", NULL, NULL, NULL, ENGLISH},
};

static void
set(const char *name, const char *value)
{
	assert_int_equal(value == NULL ? unsetenv(name) : setenv(name, value, 1), 0);
}

static void
test_language_of_person(void **state)
{
	char row[32];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(environments); i++) {
		set("LANGUAGE", environments[i].language);
		set("LC_ALL", environments[i].all);
		set("LC_MESSAGES", environments[i].messages);
		set("LANG", environments[i].lang);
		snprintf(row, sizeof(row), "environment %zu", i + 1);
		check_number(row, "the language", language_of_person(), environments[i].want);
	}
}

static void
test_names(void **state)
{
	(void)state;
	assert_string_equal(language_month(1, DUTCH), "januari");
	assert_string_equal(language_month(12, ENGLISH), "December");
	assert_string_equal(language_short_month(3, DUTCH), "mrt");
	assert_string_equal(language_short_month(10, ENGLISH), "Oct");
	assert_string_equal(language_weekday(0, DUTCH), "maandag");
	assert_string_equal(language_weekday(6, ENGLISH), "Sunday");
	for (enum language language = 0; language < LANGUAGES; language++)
		for (unsigned i = 1; i <= 12; i++) {
			assert_int_equal(strlen(language_short_month(i, language)), 3);
			assert_non_null(language_month(i, language));
			assert_non_null(language_weekday((i - 1) % 7, language));
		}
}

static const struct fill_row {
	const char *pattern, *one, *two;
	size_t size;
	const char *filled;
} fill_rows[] = {
    {"", NULL, NULL, 64, ""},
    {"niets", NULL, NULL, 64, "niets"},
    {"{2}, {1}.", "een", "twee", 64, "twee, een."},
    {"{1}{1}{2}", "a", "b", 64, "aab"},
    {"a{1}b{2}", NULL, NULL, 64, "ab"},
    {"{1}", "{2}", "x", 64, "{2}"}, /* what was filled in is not filled again */
    {"{0} { {3} {1", "een", "twee", 64, "{0} { {3} {1"},
    /* Cut to the size with its NUL. */
    {"niets", NULL, NULL, 6, "niets"},
    {"niets", NULL, NULL, 5, "niet"},
    {"{1}, klaar", "een", NULL, 4, "een"},
    {"{1}, klaar", "een", NULL, 3, "ee"},
    {"{1}", "een", NULL, 1, ""},
    {"{1}!", "\xC3\xA9\xC3\xA9n", NULL, 4, "\xC3\xA9"},
    {"{1}!", "\xC3\xA9\xC3\xA9n", NULL, 5, "\xC3\xA9\xC3\xA9"},
    {"\xE2\x82\xAC{1}", "x", NULL, 3, ""},
};

static void
test_filling_in(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(fill_rows); i++) {
		const struct fill_row *row = &fill_rows[i];
		char text[65];

		memset(text, '#', sizeof(text));
		language_fill(row->pattern, row->one, row->two, text, row->size);
		check_string(row->pattern, "filled in", text, row->filled);
		check_number(row->pattern, "beyond the room", (unsigned char)text[row->size], '#');
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_language_of_person),
	    cmocka_unit_test(test_names),
	    cmocka_unit_test(test_filling_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
