/*
 * Goal: the interview says everything in both languages, in the one that the
 * person asks for, offers exactly the answers that a record may hold, and
 * follows the framework: yes or doubt about safety is reported, nothing but the
 * answer that goes on goes on.
 */

#include "support/check.h"

#include <ctype.h>
#include <strings.h>

#include "ask/framework.h"
#include "records/record.h"

static unsigned
places_of(const char *text)
{
	return (strstr(text, "{1}") != NULL ? 1u : 0u) | (strstr(text, "{2}") != NULL ? 2u : 0u);
}

static void
test_both_languages(void **state)
{
	(void)state;
	for (enum ask_wording wording = SAY_NOTHING + 1; wording < SAY_COUNT; wording++) {
		const char *dutch = ask_wording_text(wording, ASK_DUTCH);
		const char *english = ask_wording_text(wording, ASK_ENGLISH);

		if (dutch == NULL || english == NULL || *dutch == '\0' || *english == '\0')
			fail_msg("wording %d lacks a language", (int)wording);
		check_number(dutch, "places", places_of(english), places_of(dutch));
		if (strlen(dutch) >= ASK_TEXT_SIZE / 2 || strlen(english) >= ASK_TEXT_SIZE / 2)
			fail_msg("\"%s\" leaves no room to fill in", dutch);
	}
}

/* The person's environment; NULL is what is not set. */
static const struct {
	const char *all, *messages, *lang, *language;
	enum ask_language want;
} environments[] = {
    {NULL, NULL, NULL, NULL, ASK_ENGLISH},
    {NULL, NULL, "nl_NL.UTF-8", NULL, ASK_DUTCH},
    {NULL, NULL, "nl", NULL, ASK_DUTCH},
    {NULL, NULL, "nl_BE@euro", NULL, ASK_DUTCH},
    {NULL, NULL, "nl.UTF-8", NULL, ASK_DUTCH},
    {NULL, NULL, "nds_NL", NULL, ASK_ENGLISH},
    {NULL, NULL, "nlx", NULL, ASK_ENGLISH},
    {NULL, NULL, "en_GB.UTF-8", NULL, ASK_ENGLISH},
    {NULL, "en_GB.UTF-8", "nl_NL.UTF-8", NULL, ASK_ENGLISH},
    {"nl_NL.UTF-8", "en_GB.UTF-8", "C", NULL, ASK_DUTCH},
    {"", "", "nl_NL.UTF-8", "", ASK_DUTCH},
    /* LANGUAGE goes before them all, unless no translation is asked for. */
    {NULL, NULL, "en_GB.UTF-8", "nl", ASK_DUTCH},
    {NULL, NULL, "nl_NL.UTF-8", "en", ASK_ENGLISH},
    {"C.UTF-8", NULL, NULL, "nl_NL", ASK_DUTCH},
    {NULL, NULL, NULL, "nl", ASK_ENGLISH},
    {"C", NULL, "nl_NL.UTF-8", "nl", ASK_ENGLISH},
    {"POSIX", NULL, NULL, "nl", ASK_ENGLISH},
    /* Of several the first of which there are messages; C is none. */
    {"C.UTF-8", NULL, NULL, "fy:nl_NL:en", ASK_DUTCH},
    {"C.UTF-8", NULL, NULL, ":nl", ASK_DUTCH},
    {"C.UTF-8", NULL, NULL, "fy:de", ASK_ENGLISH},
    {"C.UTF-8", NULL, NULL, "C:nl", ASK_ENGLISH},
    {"C.UTF-8", NULL, NULL, "fy:POSIX:nl", ASK_ENGLISH},
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
		set("LC_ALL", environments[i].all);
		set("LC_MESSAGES", environments[i].messages);
		set("LANG", environments[i].lang);
		set("LANGUAGE", environments[i].language);
		snprintf(row, sizeof(row), "environment %zu", i + 1);
		check_number(row, "the language", ask_language_of_person(), environments[i].want);
	}
}

/* Whether a word stands in the text outside quotes. */
static bool
addresses_with(const char *text, const char *word)
{
	size_t length = strlen(word);
	bool is_quoted = false, is_inside = false;

	for (; *text != '\0'; text++) {
		if (!is_quoted && !is_inside && strncasecmp(text, word, length) == 0
		    && !isalpha((unsigned char)text[length]))
			return true;
		is_inside = isalpha((unsigned char)*text);
		is_quoted ^= *text == '"';
	}
	return false;
}

static void
test_dutch_says_u(void **state)
{
	static const char *const familiar[] = {"je", "jij", "jou", "jouw", "jullie"};

	(void)state;
	assert_true(addresses_with("Met < ga je terug", "je"));
	assert_true(addresses_with("\"Ik\" Jullie?", "jullie"));
	assert_false(addresses_with("een streepje, \"help je?\" en jeugd", "je"));
	for (enum ask_wording wording = SAY_NOTHING + 1; wording < SAY_COUNT; wording++)
		for (size_t i = 0; i < COUNT_OF(familiar); i++)
			if (addresses_with(ask_wording_text(wording, ASK_DUTCH), familiar[i]))
				fail_msg("\"%s\" says %s", ask_wording_text(wording, ASK_DUTCH),
				    familiar[i]);
}

static void
test_every_area_has_a_name(void **state)
{
	(void)state;
	for (enum word signal = SIGNAL_FIRST; signal < SIGNAL_END; signal++)
		if (ask_wording_area(vocabulary_entry(signal)->area) == SAY_NOTHING)
			fail_msg("the area of %s has no name", vocabulary_token(signal));
	for (enum identifying kind = IDENTIFYING_NONE + 1; kind < IDENTIFYING_KINDS; kind++)
		if (ask_wording_identifying(kind) == SAY_NOTHING)
			fail_msg("identifying kind %d has no name", (int)kind);
}

static void
test_dates(void **state)
{
	char text[ASK_DATE_SIZE];
	struct span span = {0, 0};

	(void)state;
	assert_string_equal(ask_wording_date(span, ASK_DUTCH, text), "");
	assert_true(span_read(bytes_of("2026-10-05"), &span));
	assert_string_equal(ask_wording_date(span, ASK_DUTCH, text), "5 oktober 2026");
	assert_true(span_read(bytes_of("2026-03-05T09:05"), &span));
	assert_string_equal(ask_wording_date(span, ASK_ENGLISH, text), "5 March 2026 9:05");
}

static void
test_filling_in(void **state)
{
	char text[ASK_TEXT_SIZE], long_one[ASK_TEXT_SIZE];

	(void)state;
	assert_string_equal(ask_wording_fill("{2}, {1}.", "een", "twee", text), "twee, een.");
	assert_string_equal(ask_wording_fill("a{1}b", NULL, NULL, text), "ab");
	memset(long_one, 'x', sizeof(long_one));
	long_one[sizeof(long_one) - 1] = '\0';
	assert_true(strlen(ask_wording_fill("{1}{1}", long_one, NULL, text)) < ASK_TEXT_SIZE);
}

/* Whether the framework's choice for a question has an answer. */
static bool
offers(enum word question, enum word answer)
{
	struct choice choice = {.count = 0};

	framework_choice(question, &choice);
	for (size_t i = 0; i < choice.count; i++)
		if (choice.word[i] == answer) {
			assert_true(choice.note[i] != SAY_NOTHING);
			return true;
		}
	return false;
}

static void
test_offers_what_a_record_may_hold(void **state)
{
	(void)state;
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		for (enum word answer = ANSWER_FIRST; answer < ANSWER_END; answer++)
			check_number(vocabulary_token(question), vocabulary_token(answer),
			    offers(question, answer),
			    record_allows_value(KIND_ANSWER, question, answer));
}

/* The answer on which the framework goes on, and to what. */
static const struct way {
	enum word question, answer, next;
} ways[] = {
    {QUESTION_SUSPICION, ANSWER_YES, QUESTION_UNSAFE},
    {QUESTION_SUSPICION, ANSWER_NO, QUESTION_CONCERN},
    {QUESTION_UNSAFE, ANSWER_NO, QUESTION_CAN_HELP},
    {QUESTION_CAN_HELP, ANSWER_YES, QUESTION_ACCEPTS},
    {QUESTION_ACCEPTS, ANSWER_YES, QUESTION_RESULT},
};

static void
test_goes_on_only_there(void **state)
{
	(void)state;
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		for (enum word answer = ANSWER_FIRST; answer < ANSWER_END; answer++) {
			enum word next = WORD_NONE;

			for (size_t i = 0; i < COUNT_OF(ways); i++)
				if (ways[i].question == question && ways[i].answer == answer)
					next = ways[i].next;
			check_number(vocabulary_token(question), vocabulary_token(answer),
			    framework_next(question, answer), next);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_both_languages),
	    cmocka_unit_test(test_language_of_person),
	    cmocka_unit_test(test_dutch_says_u),
	    cmocka_unit_test(test_every_area_has_a_name),
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_filling_in),
	    cmocka_unit_test(test_offers_what_a_record_may_hold),
	    cmocka_unit_test(test_goes_on_only_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
