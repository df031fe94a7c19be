/*
 * Goal: which steps a case passed over on the way to an answer; and the flags
 * of a weigh record as text and back. (The other flags of a case stand beside
 * its rule in weighing_rules_test.)
 */

#include "support/check.h"

#include "rules/weighing.h"
#include "support/cases.h"

enum { RULES = 35 };

/* What was passed over on the way to an answer. */
static const struct step_row {
	const char *story, *flags;
} step_rows[] = {
#define DOUBT "; 03-09 answer suspicion doubt"
    {"03-01 signal fear seen" DOUBT, "missing:consult missing:talk missing:child"},
    {"03-01 consult doctor named" DOUBT, "missing:talk missing:child"},
    {"03-01 done kernteam discuss" DOUBT, "missing:talk missing:child"},
    {"03-01 done inspector advise" DOUBT, "missing:talk missing:child"},
    {"03-01 done veilig-thuis report; 03-10 answer suspicion doubt", "missing:talk missing:child"},
    {"03-01 done board inform" DOUBT, "missing:consult missing:talk missing:child"},
    {"03-01 talk parents open" DOUBT, "missing:consult missing:child"},
    {"03-01 talk family no-help" DOUBT, "missing:consult"},
    {"03-01 talk one-parent open" DOUBT, "missing:consult missing:other-parent missing:child"},
    {"03-01 talk one-parent open; 03-05 talk parents skipped-safety; 03-05 signal fear seen; "
     "03-05 consult veilig-thuis named; 03-05 answer unsafe no" DOUBT,
	"missing:child"},
    {"03-01 talk child open" DOUBT, "missing:consult missing:talk"},
    {"03-01 talk parents unreached; 03-01 talk child unreached" DOUBT,
	"missing:consult missing:talk missing:child"},
    /* a talk that comes after the answer will do */
    {"03-10 talk family open" DOUBT, "missing:consult"},
    /* who asks an expert first need not talk */
    {"03-01 signal honour seen; 03-01 consult expert named" DOUBT, ""},
    /* each round has its own */
    {"03-01 consult af named; 03-01 talk family open; 03-05 answer suspicion no" DOUBT,
	"missing:consult missing:talk missing:child"},
    {"03-05 consult af named; 03-05 talk one-parent open; 03-05 answer suspicion no" DOUBT,
	"missing:other-parent missing:child"},
    {"03-01 talk family open; 03-05 answer suspicion no; 03-06 talk one-parent open" DOUBT,
	"missing:consult missing:other-parent missing:child"},
    {"03-01 consult af named; 03-01 talk family open; 03-05 answer suspicion no; "
     "03-05 answer concern yes; 03-05 plan review - 12-01",
	""},
#undef DOUBT
    /* not before an answer, nor while nobody may go near the family */
    {"03-01 signal fear seen", ""},
    {"03-01 answer unsafe acute", "with-vt"},
    {"03-01 signal runs-away seen; 03-02 answer suspicion yes", ""},
    {"03-01 signal honour seen; 03-02 answer suspicion yes", ""},
};

static struct weighing
weigh(const char *story)
{
	struct case_state state = cases_state_of(story);
	struct assessment assessment;

	assessment_make(&assessment, &state, cases_day("10-31"));
	return weighing_of(&assessment);
}

static void
test_steps_passed_over(void **state)
{
	char flags[FLAGS_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(step_rows); i++) {
		struct weighing weighing = weigh(step_rows[i].story);

		check_string(step_rows[i].story, "flags", weighing_write_flags(&weighing, flags),
		    step_rows[i].flags);
	}
}

/* Every set of flags is written and read back. */
static void
test_flags_there_and_back(void **state)
{
	struct weighing weighing = {0}, read;
	char text[FLAGS_TEXT_SIZE];

	(void)state;
	for (weighing.flags = 0; weighing.flags < 2 * FLAG_REFUSED; weighing.flags++) {
		weighing.also = weighing.flags % (RULES + 1);
		weighing_write_flags(&weighing, text);
		if (!weighing_read_flags(bytes_of(text), &read) || read.flags != weighing.flags
		    || read.also != weighing.also)
			fail_msg("\"%s\" is read as W%02u and %#x", text, read.also, read.flags);
	}
}

static void
test_order_of_the_flags(void **state)
{
	const struct weighing all = {.also = 19, .flags = 2 * FLAG_REFUSED - 1};
	char text[FLAGS_TEXT_SIZE];

	(void)state;
	assert_string_equal(weighing_write_flags(&all, text),
	    "also:W19 with-vt missing:consult missing:talk missing:other-parent missing:child "
	    "missing:suspicion missing:concern missing:unsafe missing:can-help missing:accepts "
	    "missing:result missing:goal missing:term missing:casemanager missing:review "
	    "missing:monitor refused");
}

/* Each question has the flag of its name. */
static void
test_flags_of_questions(void **state)
{
	char text[FLAGS_TEXT_SIZE], want[64];

	(void)state;
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		const struct weighing weighing = {.flags = weighing_question_flag(question)};

		snprintf(want, sizeof(want), "missing:%s", vocabulary_token(question));
		assert_string_equal(weighing_write_flags(&weighing, text), want);
	}
}

static void
test_what_nobody_writes(void **state)
{
	static const char *const wrong[] = {"x", "refuse", " refused", "refused ",
	    "with-vt  refused", "missing:", "Refused", "with-vt,refused",
	    "missing:consultmissing:talk", "also:", "also:W1", "also:W00", "also:W36", "also:W99",
	    "also:w19", "also:R19", "also:W1a", "also:Wa1", "also:W190", "Also:W19"};
	struct weighing weighing;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(wrong); i++)
		check_number(
		    wrong[i], "is read", weighing_read_flags(bytes_of(wrong[i]), &weighing), false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_steps_passed_over),
	    cmocka_unit_test(test_flags_there_and_back),
	    cmocka_unit_test(test_order_of_the_flags),
	    cmocka_unit_test(test_flags_of_questions),
	    cmocka_unit_test(test_what_nobody_writes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
