/*
 * Goal: the interview says everything in both languages, offers exactly the
 * answers that a record may hold, and follows the framework: yes or doubt about
 * safety is reported, nothing but the answer that goes on goes on.
 */

#include "support/check.h"

#include <ctype.h>
#include <strings.h>

#include "ask/weighing/framework.h"
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
		const char *dutch = ask_wording_text(wording, DUTCH);
		const char *english = ask_wording_text(wording, ENGLISH);

		if (dutch == NULL || english == NULL || *dutch == '\0' || *english == '\0')
			fail_msg("wording %d lacks a language", (int)wording);
		check_number(dutch, "places", places_of(english), places_of(dutch));
		if (strlen(dutch) >= ASK_TEXT_SIZE / 2 || strlen(english) >= ASK_TEXT_SIZE / 2)
			fail_msg("\"%s\" leaves no room to fill in", dutch);
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
			if (addresses_with(ask_wording_text(wording, DUTCH), familiar[i]))
				fail_msg("\"%s\" says %s", ask_wording_text(wording, DUTCH),
				    familiar[i]);
}

static void
test_every_area_has_a_name(void **state)
{
	(void)state;
	for (enum word signal = SIGNAL_FIRST; signal < SIGNAL_END; signal++)
		if (ask_wording_area(vocabulary_entry(signal)->area) == SAY_NOTHING)
			fail_msg("the area of %s has no name", vocabulary_token(signal));
}

static void
test_dates(void **state)
{
	char text[ASK_DATE_SIZE];
	struct span span = {0, 0};

	(void)state;
	assert_string_equal(ask_wording_date(span, DUTCH, text), "");
	assert_true(span_read(bytes_of("2026-10-05"), &span));
	assert_string_equal(ask_wording_date(span, DUTCH, text), "5 oktober 2026");
	assert_true(span_read(bytes_of("2026-03-05T09:05"), &span));
	assert_string_equal(ask_wording_date(span, ENGLISH, text), "5 March 2026 9:05");
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

/* How a person may call a question. */
static const struct called {
	const char *written;
	enum word want;
} called[] = {
    {"1", QUESTION_SUSPICION},
    {"1b", QUESTION_CONCERN},
    {"1B", QUESTION_CONCERN},
    {"2", QUESTION_UNSAFE},
    {"5", QUESTION_RESULT},
    {"vermoeden", QUESTION_SUSPICION},
    {"Afweging 2 van 5: veiligheid", QUESTION_UNSAFE},
    {"afweging 2 van 5", QUESTION_UNSAFE},
    {"afweging 2", QUESTION_UNSAFE},
    {"veiligheid", QUESTION_UNSAFE},
    {"Veiligheid.", QUESTION_UNSAFE},
    {"afweging 2 (veiligheid)", QUESTION_UNSAFE},
    {"hulp", QUESTION_CAN_HELP},
    {"hulp aanvaarden", QUESTION_ACCEPTS},
    {"resultaat", QUESTION_RESULT},
    {"blijven er zorgen?", QUESTION_CONCERN},
    {"zorgen", QUESTION_CONCERN},
    {"grijs", QUESTION_CONCERN},
    {"safety", QUESTION_UNSAFE},
    {"weighing 4 of 5: accepting help", QUESTION_ACCEPTS},
    {"unsafe", QUESTION_UNSAFE},
    {"onveilig", QUESTION_UNSAFE},
    {"", WORD_NONE},
    {"6", WORD_NONE},
    {"afweging", WORD_NONE},
};

static void
test_finds_a_question(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(called); i++)
		check_string(called[i].written, "the question",
		    vocabulary_token(framework_find(bytes_of(called[i].written))),
		    vocabulary_token(called[i].want));
}

/* What an answer says by itself never closes a case: that takes all that is recorded. */
static void
test_no_answer_closes(void **state)
{
	(void)state;
	for (enum ask_wording wording = SAY_NOTHING + 1; wording < SAY_COUNT; wording++) {
		const char *dutch = ask_wording_text(wording, DUTCH);

		if (wording != SAY_SAID_CLOSE && wording != SAY_SAID_CLOSE_LATER
		    && strcasestr(dutch, "sluit") != NULL)
			fail_msg("\"%s\" speaks of closing", dutch);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_both_languages),
	    cmocka_unit_test(test_dutch_says_u),
	    cmocka_unit_test(test_every_area_has_a_name),
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_offers_what_a_record_may_hold),
	    cmocka_unit_test(test_goes_on_only_there),
	    cmocka_unit_test(test_finds_a_question),
	    cmocka_unit_test(test_no_answer_closes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
