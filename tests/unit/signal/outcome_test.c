/*
 * Goal: a weighing begins at the question that the outcome waits for, each
 * thing that lacks is said in words, and nothing speaks of closing a case but
 * the outcome close.
 */

#include "support/cases.h"

#include "ask/weighing/outcome.h"

/* The case of a story, weighed as of today; it must not be copied. */
static void
stand(struct standing_case *standing, const char *story)
{
	*standing = (struct standing_case){.alone.state = cases_state_of(story)};
	assessment_make(&standing->assessment, &standing->alone.state, cases_day("11-15"));
	standing->weighing = weighing_of(&standing->assessment);
}

#define STARTED	      "03-02 signal hunger seen; 03-05 answer suspicion yes; 03-05 answer unsafe no; "
#define HELPED	      STARTED "03-05 answer can-help yes; 03-05 answer accepts yes; "
#define NOT_SUSPECTED "03-02 signal hunger seen; 03-05 answer suspicion no; "

/* A case, its outcome, and the question at which its weighing begins. */
static const struct beginning {
	const char *story;
	enum word outcome, question;
} beginnings[] = {
    {"03-02 signal hunger seen", OUTCOME_TALK_FIRST, QUESTION_SUSPICION},
    {"03-02 signal hunger seen; 03-04 talk parents no-help", OUTCOME_START_MELDCODE,
	QUESTION_SUSPICION},
    {"03-02 signal hunger seen; 03-04 talk parents wants-help", OUTCOME_EARLY_HELP,
	QUESTION_SUSPICION},
    {"03-02 signal pupil seen", OUTCOME_OWN_PROTOCOL, QUESTION_SUSPICION},
    {"03-02 signal disclosure-child child", OUTCOME_CHECK_SAFETY, QUESTION_UNSAFE},
    {"03-02 signal disclosure-child child; 03-02 consult veilig-thuis anonymous",
	OUTCOME_CHECK_SAFETY, QUESTION_UNSAFE},
    {NOT_SUSPECTED "03-05 answer concern no; 03-09 signal disclosure-child child",
	OUTCOME_CHECK_SAFETY, QUESTION_UNSAFE},
    {"03-02 signal fgm third", OUTCOME_EXPERT_FIRST, WORD_NONE},
    {"03-02 signal hunger seen; 03-05 answer unsafe acute", OUTCOME_REPORT_NOW, WORD_NONE},
    {STARTED "03-05 answer can-help no", OUTCOME_REPORT, WORD_NONE},
    {HELPED "03-09 answer result no", OUTCOME_REPORT_AGAIN, WORD_NONE},
    {"03-02 signal hunger seen; 03-05 answer unsafe acute; 03-05 done veilig-thuis report-now",
	OUTCOME_REPORTED, WORD_NONE},
    {"03-02 signal hunger seen; 03-05 answer unsafe acute; 03-05 done veilig-thuis report-now; "
     "03-09 signal fear seen",
	OUTCOME_REWEIGH, QUESTION_UNSAFE},
    {"03-02 signal hunger seen; 03-05 answer suspicion doubt", OUTCOME_CONSULT, QUESTION_SUSPICION},
    {NOT_SUSPECTED, OUTCOME_INCOMPLETE, QUESTION_CONCERN},
    {NOT_SUSPECTED "03-05 answer concern yes; 03-05 plan review - 12-01", OUTCOME_GREY, WORD_NONE},
    {NOT_SUSPECTED "03-05 answer concern yes; 03-05 plan review - 06-01", OUTCOME_OVERDUE,
	QUESTION_SUSPICION},
    {NOT_SUSPECTED "03-05 answer concern no", OUTCOME_CLOSE, WORD_NONE},
    {NOT_SUSPECTED "03-05 answer concern no; 03-09 signal fear seen", OUTCOME_REWEIGH,
	QUESTION_SUSPICION},
    {"03-02 signal hunger seen; 03-05 answer suspicion yes", OUTCOME_INCOMPLETE, QUESTION_UNSAFE},
    {STARTED, OUTCOME_INCOMPLETE, QUESTION_CAN_HELP},
    {STARTED "03-05 answer can-help doubt", OUTCOME_CONSULT, QUESTION_CAN_HELP},
    {STARTED "03-05 answer can-help yes", OUTCOME_INCOMPLETE, QUESTION_ACCEPTS},
    {HELPED, OUTCOME_HELP, QUESTION_RESULT},
    {HELPED "03-05 plan term - 06-01", OUTCOME_OVERDUE, QUESTION_RESULT},
    {HELPED "03-09 answer result doubt", OUTCOME_CONSULT, QUESTION_RESULT},
    {HELPED "03-09 answer result yes", OUTCOME_CLOSE_MONITOR, WORD_NONE},
    /* Beside a duty about staff, the question is that of the home. */
    {"03-02 signal staff third", OUTCOME_STAFF_DUTY, WORD_NONE},
    {NOT_SUSPECTED "03-05 answer concern no; 03-05 signal staff third", OUTCOME_STAFF_DUTY,
	WORD_NONE},
    {STARTED "03-05 signal staff third", OUTCOME_STAFF_DUTY, QUESTION_CAN_HELP},
};

static void
test_begins(void **state)
{
	struct standing_case standing;
	bool is_seen[OUTCOME_END] = {false};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
		const struct beginning *beginning = &beginnings[i];

		stand(&standing, beginning->story);
		check_string(beginning->story, "the outcome",
		    vocabulary_token(standing.weighing.outcome),
		    vocabulary_token(beginning->outcome));
		check_string(beginning->story, "the question",
		    vocabulary_token(outcome_question(&standing)),
		    vocabulary_token(beginning->question));
		is_seen[beginning->outcome] = true;
	}
	for (enum word outcome = OUTCOME_FIRST; outcome < OUTCOME_END; outcome++)
		check_number(vocabulary_token(outcome), "seen", is_seen[outcome], true);
}

/* What is said of a case; to be freed. */
static char *
say(const struct standing_case *standing, enum language language)
{
	struct dialog dialog = {.language = language};
	char *text = NULL;
	size_t size;

	dialog.terminal.output = open_memstream(&text, &size);
	assert_non_null(dialog.terminal.output);
	outcome_say(&dialog, standing);
	outcome_say_meaning(&dialog, standing);
	assert_int_equal(fclose(dialog.terminal.output), 0);
	return text;
}

static bool
says(const struct standing_case *standing, const char *wanted)
{
	char *text = say(standing, DUTCH);
	bool is_said;

	for (char *at = text; *at != '\0'; at++)
		*at = *at == '\n' ? ' ' : *at;
	is_said = strstr(text, wanted) != NULL;
	free(text);
	return is_said;
}

static size_t
lines_of(const struct standing_case *standing, enum language language)
{
	char *text = say(standing, language);
	size_t count = 0;

	for (const char *at = text; *at != '\0'; at++)
		count += *at == '\n';
	free(text);
	return count;
}

/* A flag more is a sentence more. */
static void
test_each_flag_has_a_sentence(void **state)
{
	struct standing_case standing;

	(void)state;
	stand(&standing, "03-02 signal hunger seen; 03-04 talk parents no-help");
	for (enum language language = 0; language < LANGUAGES; language++)
		for (unsigned flag = 1; flag <= FLAG_REFUSED; flag <<= 1) {
			size_t without;

			standing.weighing.flags = 0;
			without = lines_of(&standing, language);
			standing.weighing.flags = flag;
			if (lines_of(&standing, language) <= without)
				fail_msg("nothing is said of flag %#x", flag);
		}
}

/* Only what is true is said: not that an answer lacks which was given, and no other way round. */
static void
test_answers_that_lack(void **state)
{
	struct standing_case standing;

	(void)state;
	stand(&standing, STARTED "03-09 signal fear seen");
	assert_true(says(&standing, "Afweging 2 (veiligheid) moet opnieuw worden beantwoord"));
	assert_true(says(&standing, "Afweging 3 (hulp) is nog niet beantwoord"));
	assert_false(says(&standing, "(vermoeden)"));
}

/* A case that lacks steps is not simply closed. */
static void
test_close(void **state)
{
	struct standing_case standing;

	(void)state;
	stand(&standing, NOT_SUSPECTED "03-05 answer concern no");
	assert_true(says(&standing, "Doe eerst nog wat ontbreekt"));
	stand(&standing,
	    NOT_SUSPECTED
	    "03-03 consult colleague named; 03-04 talk parents wants-help; 03-04 talk "
	    "child open; 03-05 answer concern no");
	assert_true(says(&standing, "Leg vast waarom, en sluit af."));
	assert_false(says(&standing, "ontbreekt"));
}

/* At any other outcome nothing is said of closing, beside what the outcome itself is called. */
static void
test_closes_nothing_else(void **state)
{
	struct standing_case standing;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(beginnings); i++) {
		enum word outcome = beginnings[i].outcome;

		stand(&standing, beginnings[i].story);
		if (outcome != OUTCOME_CLOSE && outcome != OUTCOME_CLOSE_MONITOR
		    && (says(&standing, "sluit") || says(&standing, "sluiten")))
			fail_msg("%s: is closed", beginnings[i].story);
	}
}

static void
test_staff_beside_the_home(void **state)
{
	struct standing_case standing;

	(void)state;
	stand(&standing,
	    "03-02 signal hunger seen; 03-05 answer suspicion doubt; 03-06 signal staff seen");
	assert_true(says(&standing, "Uitkomst nu: vermoeden over een medewerker"));
	assert_true(says(&standing, "Daarnaast, voor de thuissituatie: twijfel: overleggen."));
	assert_true(says(&standing, "Vertel het direct aan het bevoegd gezag"));
	stand(&standing, "03-06 signal staff seen");
	assert_false(says(&standing, "thuissituatie"));
	stand(&standing, NOT_SUSPECTED "03-05 answer concern no; 03-05 signal staff third");
	assert_true(says(&standing, "Voor de thuissituatie wacht er nu niets."));
}

/* Who has asked Veilig Thuis is not told to ask it. */
static void
test_safety_to_judge(void **state)
{
	struct standing_case standing;

	(void)state;
	stand(&standing, "03-02 signal disclosure-child child");
	assert_true(says(&standing, "bel 0800-2000"));
	stand(
	    &standing, "03-02 signal disclosure-child child; 03-02 consult veilig-thuis anonymous");
	assert_false(says(&standing, "bel 0800-2000"));
	assert_true(says(&standing, "Beantwoord nu afweging 2 (veiligheid)."));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_begins),
	    cmocka_unit_test(test_each_flag_has_a_sentence),
	    cmocka_unit_test(test_answers_that_lack),
	    cmocka_unit_test(test_close),
	    cmocka_unit_test(test_closes_nothing_else),
	    cmocka_unit_test(test_staff_beside_the_home),
	    cmocka_unit_test(test_safety_to_judge),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
