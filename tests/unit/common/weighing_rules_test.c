/*
 * Goal: each rule of the weighing is reached by a case as schools have them,
 * with its outcome, due and flags; and the framework's own examples come out
 * as the guideline says.
 */

#include "support/check.h"

#include "support/cases.h"
#include "rules/weighing.h"

/* What precedes the weighings of an ordinary case. */
#define STEPS                                                                                      \
	"03-01 signal fear seen; 03-01 consult af named; 03-01 talk parents wants-help; "          \
	"03-01 talk child open; "
#define YES_NO STEPS "03-02 answer suspicion yes; 03-02 answer unsafe no; "
#define HELP   YES_NO "03-02 answer can-help yes; 03-02 answer accepts yes; "
#define PLAN   "03-02 plan goal; 03-02 plan casemanager socius; 03-02 plan term - 11-30; "
#define GREY   STEPS "03-02 answer suspicion no; 03-02 answer concern yes; "

static const struct rule_row {
	unsigned rule;
	const char *outcome, *story, *due, *flags;
} rule_rows[] = {
    {1, "report-now", STEPS "03-02 answer suspicion yes; 03-03 answer unsafe acute", "03-03",
	"with-vt"},
    {1, "report-now", "03-03 answer unsafe disclosure", "03-03", "with-vt"},
    {1, "report-now", "03-03 answer unsafe structural; 03-04 answer unsafe no", "03-03", "with-vt"},
    {1, "report-now", "03-03 answer unsafe yes; 02-01 done veilig-thuis report", "03-03",
	"with-vt"},
    {1, "report-now", HELP "03-09 answer unsafe acute", "03-09",
	"with-vt missing:goal missing:term missing:casemanager"},
    {1, "report-now", YES_NO "03-02 answer unsafe acute", "03-02", "with-vt"},
    /* nobody else's answer takes it back: it stays due since the first day */
    {1, "report-now",
	"03-03 answer unsafe acute; 03-04 consult veilig-thuis anonymous; "
	"03-05 answer suspicion no; 03-05 answer concern no; 03-09 answer unsafe yes",
	"03-03", "with-vt"},
    {1, "report-now",
	"03-03 answer unsafe acute; 03-03 done veilig-thuis report; 03-05 answer unsafe no; "
	"03-09 answer unsafe acute",
	"03-09", "with-vt"},
    {2, "report-now", "03-03 answer unsafe doubt", "03-03", "with-vt"},
    {2, "report-now", "03-03 answer unsafe acute; 03-04 answer unsafe doubt", "03-03", "with-vt"},
    {3, "check-safety", "03-01 signal disclosure-child child", "03-01", ""},
    {3, "check-safety", "03-01 signal runs-away child; 03-01 answer unsafe no", "03-01", ""},
    {3, "check-safety", "03-01 signal runs-away child; 03-01 consult veilig-thuis named", "03-01",
	"missing:unsafe"},
    {3, "check-safety",
	"03-05 talk child skipped-safety; 03-01 answer unsafe no; 03-02 signal fear seen", "03-05",
	""},
    {3, "check-safety",
	"03-01 signal runs-away child; 03-03 answer unsafe no; 03-05 signal runs-away child; "
	"03-06 consult veilig-thuis named",
	"03-05", "missing:unsafe"},
    {4, "expert-first", "03-01 signal honour seen", "", ""},
    {4, "expert-first", "03-01 talk parents skipped-contact; 03-01 answer suspicion doubt", "", ""},
    {5, "report", YES_NO "03-02 answer can-help no", "", ""},
    {5, "report", STEPS "03-02 answer can-help no; 03-05 answer suspicion no", "", ""},
    {5, "report", YES_NO "03-02 answer can-help yes; 03-02T09:00 answer can-help no", "", ""},
    {5, "report", YES_NO "03-02 answer can-help no; 03-05 answer can-help doubt", "", ""},
    {5, "report", YES_NO "03-02 answer can-help no; 03-05 consult veilig-thuis named", "", ""},
    {6, "report", YES_NO "03-02 answer can-help yes; 03-02 answer accepts no", "", ""},
    {6, "report",
	YES_NO "03-02 answer can-help yes; 03-02 answer accepts no; "
	       "03-03 consult veilig-thuis named; 03-04 answer suspicion doubt",
	"", ""},
    {7, "report-again", HELP PLAN "05-01 answer result no", "", ""},
    {8, "staff-duty", "03-01 signal staff third", "", ""},
    {8, "staff-duty", GREY "03-01 signal staff third", "", "also:W19 missing:review"},
    {8, "staff-duty", GREY "03-01 signal staff third; 03-02 plan review - 10-30", "10-30",
	"also:W18"},
    {8, "staff-duty", STEPS "03-01 signal staff third", "", "also:W12"},
    {8, "staff-duty", "03-01 signal staff third; 03-02 done veilig-thuis report", "",
	"also:W16 missing:suspicion"},
    {9, "reweigh",
	STEPS "03-02 answer unsafe acute; 03-02 done veilig-thuis report-now; "
	      "03-09 signal fear seen",
	"", "missing:unsafe"},
    {9, "reweigh",
	YES_NO "03-02 answer can-help no; 03-03 done veilig-thuis report; "
	       "03-09 signal fear seen",
	"", "missing:unsafe missing:can-help"},
    {9, "reweigh",
	YES_NO "03-02 answer can-help no; 03-03 done veilig-thuis report; "
	       "03-09 signal fear seen; 03-09 answer accepts no; 03-10 answer result no; "
	       "03-10 signal hunger seen; 03-10T09:00 done veilig-thuis add-to-report; "
	       "03-11 signal hunger seen",
	"", "missing:unsafe missing:can-help missing:accepts missing:result"},
    {10, "reported", STEPS "03-02 answer unsafe acute; 03-02 done veilig-thuis report-now", "", ""},
    {10, "reported", HELP "05-01 answer result no; 05-02 done veilig-thuis report", "", ""},
    {11, "own-protocol", "03-01 signal pupil third", "", ""},
    {11, "own-protocol", "03-01 signal handle-with-care third; 03-02 talk parents no-help", "", ""},
    {11, "own-protocol", "03-01 signal staff third; 03-01 done board staff-duty", "", ""},
    {12, "early-help", "03-01 signal fear seen; 03-01 talk parents wants-help", "", ""},
    {13, "start-meldcode", "03-01 signal fear seen; 03-01 talk parents no-concern", "", ""},
    {13, "start-meldcode", "03-01 signal fear seen; 03-01 talk one-parent open", "", ""},
    {13, "start-meldcode", "03-01 signal honour seen; 03-01 consult expert named", "", ""},
    {13, "start-meldcode",
	"03-01 signal honour seen; 03-01 consult expert named; "
	"03-02 talk parents wants-help",
	"", ""},
    {14, "talk-first", "03-01 signal fear seen", "", ""},
    {14, "talk-first", "03-01 talk parents wants-help; 03-02 signal fear seen", "", ""},
    {14, "talk-first", "03-01 need bicycle", "", ""},
    {14, "talk-first", "03-01 signal contact seen", "", ""},
    {14, "talk-first", "03-01 signal fear seen; 03-02 talk child no-help", "", ""},
    {14, "talk-first", "03-01 signal fear seen; 03-02 talk parents unreached", "", ""},
    {15, "reweigh", STEPS "03-02 answer suspicion no; 03-09 signal fear seen", "",
	"missing:suspicion"},
    {15, "reweigh", "03-02 answer suspicion no; 03-02 answer concern no; 03-05 signal hunger seen",
	"", "missing:consult missing:talk missing:child missing:suspicion"},
    {16, "incomplete", STEPS "03-02 answer unsafe no", "", "missing:suspicion"},
    {16, "incomplete", "03-01 done veilig-thuis report", "", "missing:suspicion"},
    {17, "consult", STEPS "03-02 answer suspicion doubt", "", ""},
    {17, "consult", "03-02 answer suspicion doubt", "",
	"missing:consult missing:talk missing:child"},
    {18, "overdue", GREY "03-02 plan review - 10-30", "10-30", ""},
    {19, "grey", GREY "03-02 plan review - 10-31", "10-31", ""},
    {19, "grey", STEPS "03-02 answer suspicion no; 03-02 answer concern doubt", "",
	"missing:review"},
    {20, "reweigh", STEPS "03-02 answer concern no; 03-03 answer suspicion no", "",
	"missing:concern"},
    {21, "incomplete", STEPS "03-02 answer suspicion no", "", "missing:concern"},
    {22, "close", STEPS "03-02 answer suspicion no; 03-02 answer concern no", "", ""},
    {23, "reweigh", HELP "03-09 signal fear seen", "",
	"missing:unsafe missing:can-help missing:accepts missing:goal missing:term "
	"missing:casemanager"},
    {24, "incomplete", STEPS "03-02 answer suspicion yes", "",
	"missing:unsafe missing:can-help missing:accepts"},
    {24, "incomplete", STEPS "03-02 answer suspicion yes; 03-02 answer can-help yes", "",
	"missing:unsafe missing:accepts"},
    /* two answers of one day of which the order is open */
    {24, "incomplete", STEPS "03-02 answer suspicion no; 03-02 answer suspicion yes", "",
	"missing:unsafe missing:can-help missing:accepts"},
    {25, "consult", YES_NO "03-02 answer can-help doubt", "", ""},
    {25, "consult",
	YES_NO "03-02 answer can-help no; 03-03 consult veilig-thuis named; "
	       "03-04 answer can-help doubt",
	"", ""},
    {26, "reweigh", HELP PLAN "03-09 signal fear seen; 03-09 answer unsafe no", "",
	"missing:can-help missing:accepts"},
    {27, "incomplete", YES_NO "03-02 answer accepts yes", "", "missing:can-help"},
    {28, "consult", YES_NO "03-02 answer can-help yes; 03-02 answer accepts doubt", "", ""},
    {29, "reweigh", HELP PLAN "03-09 talk parents no-help", "", "missing:accepts"},
    {30, "incomplete", YES_NO "03-02 answer can-help yes", "", "missing:accepts"},
    {31, "overdue", HELP "03-02 plan term - 10-30; 03-02 plan goal; 03-02 plan casemanager ib",
	"10-30", ""},
    {31, "overdue", HELP "03-02 plan term - 10-30; 05-01 answer result doubt", "10-30",
	"missing:goal missing:casemanager"},
    /* put off, never judged */
    {31, "overdue", HELP PLAN "03-02 plan term - 06-30; 07-01 plan term - 12-30", "06-30", ""},
    {31, "overdue",
	HELP PLAN "03-02 plan term - 06-30; 05-01 answer result yes; "
		  "05-02 signal fear seen; 05-02 answer unsafe no; "
		  "05-02 answer can-help yes; 05-02 answer accepts yes",
	"06-30", ""},
    {32, "consult", HELP PLAN "05-01 answer result doubt", "", ""},
    {33, "close-monitor", HELP "05-01 answer result yes", "", "missing:monitor"},
    {33, "close-monitor", HELP "05-01 answer result yes; 05-01 plan monitor - 12-01", "", ""},
    {34, "help", HELP PLAN, "11-30", ""},
    {34, "help", HELP, "", "missing:goal missing:term missing:casemanager"},
    {34, "help", HELP "03-02 plan term - 10-31", "10-31", "missing:goal missing:casemanager"},
    {34, "help",
	HELP PLAN "05-01 answer result yes; 05-02 signal fear seen; 05-02 answer unsafe no; "
		  "05-02 answer can-help yes; 05-02 answer accepts yes",
	"11-30", ""},
};

static struct weighing
weigh(const char *story)
{
	struct case_state state = cases_state_of(story);
	struct assessment assessment;

	assessment_make(&assessment, &state, cases_day("10-31"));
	return weighing_of(&assessment);
}

enum { STAFF_DUTY = 8, RULES = 35 };

static const char *
flags_of(const struct weighing *weighing, char text[FLAGS_TEXT_SIZE])
{
	return weighing_write_flags(weighing, text);
}

static void
test_each_rule(void **state)
{
	bool is_reached[RULES] = {false}; /* W35 is that of no facts */
	char due[DAY_TEXT_SIZE], want[DAY_TEXT_SIZE], flags[FLAGS_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rule_rows); i++) {
		const struct rule_row *row = &rule_rows[i];
		struct weighing weighing = weigh(row->story);

		check_number(row->story, "rule", weighing.rule, row->rule);
		check_string(
		    row->story, "outcome", vocabulary_token(weighing.outcome), row->outcome);
		check_string(row->story, "due", span_write_day(weighing.due, due),
		    span_write_day(cases_day(row->due), want));
		check_string(row->story, "flags", flags_of(&weighing, flags), row->flags);
		is_reached[row->rule] = true;
	}
	for (unsigned rule = 1; rule < RULES; rule++)
		if (!is_reached[rule])
			fail_msg("no case reaches W%02u", rule);
}

/* The question that each rule is about: whose stand counts, and what overtook it. */
static const struct question_row {
	enum word question;
	unsigned rules[9]; /* up to 0 */
} question_rows[] = {
    {QUESTION_UNSAFE, {1, 2, 3, 9, 23, 24}},
    {QUESTION_SUSPICION, {15, 16, 17}},
    {QUESTION_CONCERN, {18, 19, 20, 21, 22}},
    {QUESTION_CAN_HELP, {5, 25, 26, 27}},
    {QUESTION_ACCEPTS, {6, 28, 29, 30}},
    {QUESTION_RESULT, {7, 31, 32, 33, 34}},
    {WORD_NONE, {4, 8, 10, 11, 12, 13, 14, 35}},
};

static void
test_question_of_each_rule(void **state)
{
	unsigned count = 0;
	char name[16];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(question_rows); i++)
		for (const unsigned *rule = question_rows[i].rules; *rule != 0; rule++, count++) {
			snprintf(name, sizeof(name), "W%02u", *rule);
			check_number(name, "question", weighing_question_of(*rule),
			    question_rows[i].question);
		}
	assert_int_equal(count, RULES);
}

/* Of a case of which every line was refused nothing is known: all must be answered. */
static void
test_no_facts(void **state)
{
	struct case_state case_state = {.has_refused_line = true};
	struct assessment assessment;
	char flags[FLAGS_TEXT_SIZE];

	(void)state;
	assessment_make(&assessment, &case_state, cases_day("10-31"));
	struct weighing weighing = weighing_of(&assessment);
	assert_int_equal(weighing.rule, RULE_WITHOUT_FACTS);
	assert_int_equal(weighing.outcome, OUTCOME_INCOMPLETE);
	assert_int_equal(weighing.due, NO_DAY);
	assert_string_equal(flags_of(&weighing, flags), "missing:suspicion refused");
}

/* The framework's examples, by their answers to the five weighings: j yes, n no, t doubt. */
static const struct example_row {
	const char *answers, *outcome;
} example_rows[] = {
    {"jj", "report-now"},
    {"jt", "report-now"},
    {"n", "incomplete"}, /* whether concerns remain is asked too */
    {"t", "consult"},
    {"jnn", "report"},
    {"jnjn", "report"},
    {"jnjj", "help"},
    {"jnjjj", "close-monitor"},
    {"jnjjn", "report-again"},
    {"jnjt", "consult"},
    {"jnt", "consult"},
    {"jnjjt", "consult"},
    {"j", "incomplete"},
    {"jn", "incomplete"},
    {"jnj", "incomplete"},
};

static void
test_examples_of_the_framework(void **state)
{
	static const char *const questions[] = {
	    "suspicion", "unsafe", "can-help", "accepts", "result"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(example_rows); i++) {
		const char *answers = example_rows[i].answers;
		char story[400] = STEPS;

		for (size_t j = 0; answers[j] != '\0'; j++)
			snprintf(story + strlen(story), sizeof(story) - strlen(story),
			    "03-02 answer %s %s; ", questions[j],
			    answers[j] == 'j'	    ? "yes"
				: answers[j] == 'n' ? "no"
						    : "doubt");
		check_string(answers, "outcome", vocabulary_token(weigh(story).outcome),
		    example_rows[i].outcome);
	}
}

/* A grey area needs a suspicion no: with a yes the concern changes nothing. */
static void
test_no_grey_with_a_suspicion(void **state)
{
	(void)state;
	for (enum word answer = ANSWER_YES; answer <= ANSWER_DOUBT; answer++) {
		char story[400];

		snprintf(
		    story, sizeof(story), HELP "03-02 answer concern %s", vocabulary_token(answer));
		assert_int_equal(weigh(story).rule, 34);
	}
}

static const struct protection_row {
	enum word outcome;
	unsigned level;
} protection_rows[] = {
    {OUTCOME_CLOSE, 0},
    {OUTCOME_CLOSE_MONITOR, 1},
    {OUTCOME_GREY, 2},
    {OUTCOME_EARLY_HELP, 3},
    {OUTCOME_HELP, 3},
    {OUTCOME_OWN_PROTOCOL, 3},
    {OUTCOME_TALK_FIRST, 3},
    {OUTCOME_START_MELDCODE, 3},
    {OUTCOME_INCOMPLETE, 4},
    {OUTCOME_CONSULT, 4},
    {OUTCOME_REWEIGH, 4},
    {OUTCOME_OVERDUE, 4},
    {OUTCOME_REPORTED, 4},
    {OUTCOME_EXPERT_FIRST, 5},
    {OUTCOME_CHECK_SAFETY, 5},
    {OUTCOME_STAFF_DUTY, 5},
    {OUTCOME_REPORT, 5},
    {OUTCOME_REPORT_AGAIN, 5},
    {OUTCOME_REPORT_NOW, 6},
};

/* Of W08 with another the higher counts. */
static void
test_protection(void **state)
{
	(void)state;
	assert_int_equal(COUNT_OF(protection_rows), OUTCOME_END - OUTCOME_FIRST);
	for (size_t i = 0; i < COUNT_OF(protection_rows); i++) {
		const struct protection_row *row = &protection_rows[i];
		const char *name = vocabulary_token(row->outcome);
		unsigned rule = 1, staff = vocabulary_entry(OUTCOME_STAFF_DUTY)->protection;
		struct weighing weighing;

		while (weighing_outcome_of(rule) != row->outcome)
			rule++;
		weighing = (struct weighing){.rule = rule, .outcome = row->outcome};
		check_number(name, "level", weighing_protection(&weighing), row->level);
		weighing = (struct weighing){
		    .rule = STAFF_DUTY, .outcome = OUTCOME_STAFF_DUTY, .also = rule};
		check_number(name, "level beside W08", weighing_protection(&weighing),
		    row->level > staff ? row->level : staff);
	}
}

static void
test_refused_line(void **state)
{
	struct case_state case_state = cases_state_of("03-01 signal fear seen");
	struct assessment assessment;
	char text[FLAGS_TEXT_SIZE];

	(void)state;
	case_state.has_refused_line = true;
	assessment_make(&assessment, &case_state, cases_day("10-31"));
	struct weighing weighing = weighing_of(&assessment);
	assert_int_equal(weighing.rule, 14);
	assert_string_equal(flags_of(&weighing, text), "refused");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_rule),
	    cmocka_unit_test(test_question_of_each_rule),
	    cmocka_unit_test(test_no_facts),
	    cmocka_unit_test(test_examples_of_the_framework),
	    cmocka_unit_test(test_no_grey_with_a_suspicion),
	    cmocka_unit_test(test_protection),
	    cmocka_unit_test(test_refused_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
