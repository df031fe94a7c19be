/*
 * Goal: from which day each row counts: from the first record of its duty until
 * something ends that, and from the case's first day where there is no such
 * record.
 */

#include "support/check.h"

#include "support/dues.h"

/* A duty grows no younger because somebody worries again: it counts from its first record until
 * something ends that, and then from the newest but one. */
static const struct due_row duties[] = {
    {"R10", "03-10 signal staff third; 03-12 signal staff third", "03-10>03-10"},
    {"R10", "03-12 signal staff third; 03-10 signal staff third", "03-10>03-10"},
    {"R10", "03-09 done board staff-duty; 03-10 signal staff third; 03-12 signal staff third",
	"03-10>03-10"},
    {"R10", "03-10 signal staff third; 03-10 done board staff-duty; 03-12 signal staff third",
	"03-12>03-12"},
    {"R10",
	"03-10 signal staff third; 03-11 done board staff-duty; 03-12 signal staff third; "
	"03-16 signal staff third",
	"03-12>03-12"},
    {"R10",
	"03-10 signal staff third; 03-11 done board staff-duty; 03-12 signal staff third; "
	"03-16 signal staff third; 03-19 signal staff third",
	"03-16>03-16"},
    {"R10", "03-10 signal staff third; 03-11 done board staff-duty", ""},
    /* what one partner has done is not done by another */
    {"R11", "03-10 signal staff third; 03-11 done board staff-duty; 03-12 signal staff third",
	"03-10>03-10"},
    {"R11", "03-10 signal staff third; 03-11 consult inspector named; 03-12 signal staff third",
	"03-12>03-12"},
    {"R11", "03-10 signal staff third; 03-11 done inspector advise; 03-12 signal staff third",
	"03-12>03-12"},
    /* of one day, with a time: before the first is not since it */
    {"R10",
	"03-10T09:00 signal staff third; 03-10T08:59 done board staff-duty; "
	"03-12 signal staff third",
	"03-10>03-10"},
    {"R10",
	"03-10T09:00 signal staff third; 03-10T09:00 done board staff-duty; "
	"03-12 signal staff third",
	"03-12>03-12"},
    {"R10", "03-10 signal staff third; 03-10T00:00 done board staff-duty; 03-12 signal staff third",
	"03-12>03-12"},
    {"R12", "03-10 signal pupil third; 03-12 signal pupil third", "03-10>03-10"},
    {"R12", "03-10 signal pupil third; 03-11 done board peer-protocol; 03-12 signal pupil third",
	"03-12>03-12"},
    /* a child is comforted for the newest notice */
    {"R13", "03-10 signal handle-with-care third; 03-12 signal handle-with-care third",
	"03-12>03-12"},
    {"R08", "03-10 signal runs-away child; 03-12 talk child skipped-safety", "03-10>03-10"},
    {"R08",
	"03-10 signal runs-away child; 03-11 consult veilig-thuis named; "
	"03-12 signal self-harm child",
	"03-12>03-12"},
    {"R08",
	"03-10 signal runs-away child; 03-11 done veilig-thuis advise; "
	"03-12 signal self-harm child",
	"03-12>03-12"},
    {"R08",
	"03-10 signal runs-away child; 03-11 consult expert named; 03-12 signal self-harm child",
	"03-10>03-10"},
    {"R09", "03-10 signal honour seen; 03-12 talk parents skipped-contact; 03-12 signal fear seen",
	"03-10>03-10"},
    {"R09", "03-10 signal honour seen; 03-11 consult veilig-thuis named; 03-12 signal fgm third",
	"03-12>03-12"},
    {"R09", "03-10 signal honour seen; 03-11 consult expert named; 03-12 signal fgm third",
	"03-12>03-12"},
    {"R38",
	CARE("03-10") "03-10 signal handle-with-care third; 03-12 signal handle-with-care third",
	"03-10>03-11"},
    {"R38",
	CARE("03-10") "03-10 signal handle-with-care third; 03-11 consult veilig-thuis named; "
		      "03-12 signal handle-with-care third",
	"03-12>03-13"},
    {"R19", "03-10 signal runs-away child; 03-12 signal self-harm child", "03-10>03-10"},
    {"R19", "03-10 signal runs-away child; 03-11 answer unsafe no; 03-12 signal self-harm child",
	"03-12>03-12"},
    {"R19", "03-10 signal runs-away child; 03-11 answer suspicion no; 03-12 signal self-harm child",
	"03-10>03-10"},
    {"R19", "03-10 signal runs-away child; 03-11 done af weigh; 03-12 signal self-harm child",
	"03-10>03-10"},
    {"R20", "03-10 signal honour seen; 03-12 signal fgm third", "03-10>03-17"},
    {"R20", "03-10 signal honour seen; 03-11 answer suspicion doubt; 03-12 signal fgm third",
	"03-12>03-19"},
    {"R35", "03-10 signal late seen; 03-12 signal absence seen", "03-10>03-17"},
    {"R35", "03-10 signal late seen; 03-11 consult lpa named; 03-12 signal absence seen",
	"03-12>03-19"},
    {"R34", "03-10 need food; 03-12 need sport", "03-10>03-24"},
    {"R34", "03-10 need upbringing; 03-12 need food", "03-12>03-26"}, /* of that partner alone */
    {"R39", "03-10 signal pupil third; 03-12 signal pupil third", "03-10>04-09"},
    {"R39", "03-10 signal pupil third; 03-11 done af review; 03-12 signal pupil third",
	"03-12>04-13"},
    {"R22", CARE("03-10") CARE("03-12"), "03-10>03-17"},
    {"R22", CARE("03-10") "03-11 done kernteam discuss; " CARE("03-12"), "03-12>03-19"},
    {"R22", CARE("03-10") "03-11 talk parents no-help", "03-10>03-17"},
    {"R05", MADE("03-10") "03-12 done veilig-thuis report", "03-10>03-17"},
    {"R05", MADE("03-10") "03-11 done veilig-thuis feedback; 03-12 done veilig-thuis add-to-report",
	"03-12>03-19"},
    {"R07", MADE("03-10") "03-12 done veilig-thuis report", "03-10>04-09"},
};

static void
test_first_of_a_duty(void **state)
{
	(void)state;
	dues_check(duties, COUNT_OF(duties));
}

/* What is asked and reported. */
static const struct due_row reports[] = {
    {"R01", "03-10 answer unsafe acute; 03-12 answer unsafe doubt", "03-10>03-10"},
    /* a danger once seen is not taken back: its answer counts, not the newest */
    {"R01", "03-10 answer unsafe acute; 03-12 answer unsafe no", "03-10>03-10"},
    {"R01", "03-10 answer unsafe acute; 03-11 done veilig-thuis report; 03-16 answer unsafe acute",
	"03-16>03-16"},
    {"R01",
	"03-10 answer unsafe acute; 03-11 consult veilig-thuis named; 03-12 answer unsafe no; "
	"03-16 answer unsafe acute; 03-16 consult veilig-thuis named",
	"03-16>03-16"},
    /* until Veilig Thuis hears the new one, the old no does not count */
    {"R01",
	"03-10 answer unsafe acute; 03-11 consult veilig-thuis named; 03-12 answer unsafe no; "
	"03-16 answer unsafe acute",
	"03-10>03-10"},
    {"R01",
	"03-10 answer unsafe acute; 03-11 consult veilig-thuis named; 03-16 answer unsafe acute",
	"03-10>03-10"},
    {"R02", REPORT("03-10") "03-12 answer can-help no", "03-10>03-11"},
    {"R02", REPORT("03-12") "03-10 answer accepts no", "03-10>03-11"},
    /* each question counts for itself, and a report ends what came before it */
    {"R02", REPORT("03-10") "03-11 done veilig-thuis report; 03-16 answer accepts no",
	"03-16>03-17"},
    {"R02", REPORT("03-10") "03-11 done veilig-thuis report; 03-16 answer can-help no",
	"03-16>03-17"},
    /* ... but not what the board and the parents are told */
    {"R03", REPORT("03-10") "03-11 done veilig-thuis report; 03-16 answer accepts no",
	"03-10>03-11"},
    {"R04", REPORT("03-10") "03-11 done veilig-thuis report; 03-16 answer accepts no",
	"03-10>03-11"},
    {"R03", REPORT("03-10") "03-11 done board inform; 03-16 answer accepts no", "03-16>03-17"},
    {"R04", REPORT("03-10") "03-11 done af tell-parents; 03-16 answer accepts no", "03-16>03-17"},
    {"R03", REPORT("03-10") "03-11 done board inform; 03-12 answer can-help no", "03-12>03-13"},
    /* a report counts, to the day, when nothing is asked any more or nobody was ever told */
    {"R03", MADE("03-10") "03-12 answer unsafe no", "03-10>03-11"},
    {"R03", MADE("03-10") "03-10 done board inform; 03-12 answer unsafe no", ""},
    {"R03",
	"03-09 answer unsafe acute; 03-10T10:00 done veilig-thuis report; "
	"03-10T09:00 done board inform; 03-12 answer unsafe no",
	""},
    {"R03",
	"03-09 answer unsafe acute; 03-10T10:00 done veilig-thuis report; "
	"03-09T09:00 done board inform; 03-12 answer unsafe no",
	"03-10>03-11"},
    {"R03", "03-10 done veilig-thuis report; 03-16 signal fear seen; 03-16 answer unsafe acute",
	"03-10>03-10"},
    {"R03",
	"03-10 done veilig-thuis report; 03-10 done board inform; 03-16 signal fear seen; "
	"03-16 answer unsafe acute",
	"03-16>03-16"},
    {"R03",
	"03-16 answer unsafe acute; 03-16 done veilig-thuis report; 03-16 done board inform; "
	"03-19 done veilig-thuis add-to-report",
	""},
};

static void
test_reports(void **state)
{
	(void)state;
	dues_check(reports, COUNT_OF(reports));
}

/* The sets that are a choice, a union or a stand, and the first day where they are empty. */
static const struct due_row sets[] = {
    /* weigh again: what overtook the answer */
    {"R17", GREY("03-09") CARE("03-10") CARE("03-12"), "03-10>03-11"},
    {"R17", GREY("03-09") CARE("03-10") CARE("03-12") CARE("03-16"), "03-10>03-11"},
    {"R17", CARE("03-02") GREY("03-09") CARE("03-10") CARE("03-12"), "03-10>03-11"},
    {"R17", CARE("03-02") GREY("03-09") CARE("03-10") CARE("03-12") CARE("03-16"), "03-12>03-13"},
    {"R17", GREY("03-09") CARE("03-10") "03-12 done veilig-thuis feedback", "03-10>03-11"},
    {"R17", GREY("03-09") "03-10 done veilig-thuis report", "03-10>03-10"},
    {"R17", GREY("03-09") CARE("03-10") "03-11 done veilig-thuis report", "03-10>03-10"},
    {"R17", HELP("03-09") "03-10 talk parents divided", "03-10>03-10"},
    /* ... each set by itself: what came later of one makes another no younger */
    {"R17",
	CARE("03-02") GREY("03-09") "03-10 done veilig-thuis report; " CARE("03-12") CARE("03-16"),
	"03-10>03-10"},
    {"R17",
	CARE("03-02") HELP("03-09")
	    CARE("03-10") "03-10 answer unsafe no; 03-10 answer can-help yes; "
			  "03-12 talk parents divided; 03-16 talk parents divided",
	"03-10>03-10"},
    {"R17", "03-09 answer concern no; 03-10 answer suspicion no", "03-10>03-11"},
    {"R17", "03-09 answer concern no; 03-10 answer suspicion no; 03-12 done af comfort",
	"03-10>03-11"},
    /* ... and after a report what came since */
    {"R17", MADE("03-10") CARE("03-12") CARE("03-16"), "03-12>03-12"},
    {"R17", CARE("03-09") MADE("03-10") CARE("03-12"), "03-12>03-12"},
    {"R17", MADE("03-10") CARE("03-12") "03-13 answer suspicion yes", "03-12>03-12"},
    /* weigh: the stand of the question before */
    {"R18", CARE("03-12") "03-10 answer suspicion no; 03-12 answer suspicion no", "03-10>03-17"},
    {"R18", "03-10 answer suspicion yes; 03-12 answer suspicion yes", "03-10>03-11"},
    {"R18", "03-10 answer suspicion yes; 03-11 answer suspicion no; 03-12 answer suspicion yes",
	"03-12>03-13"},
    {"R18", LIST("03-10") "03-12 answer unsafe no", "03-10>03-17"},
    {"R18", LIST("03-10") "03-11 answer can-help yes; 03-12 answer can-help yes", "03-11>03-18"},
    {"R18", "03-10 answer unsafe no; 03-12 answer accepts yes", "03-10>03-17"},
    {"R18", "03-10 done veilig-thuis report; 03-12 answer accepts yes", "03-10>03-17"},
    /* ... or what began the meldcode */
    {"R18", "03-10 signal honour seen; 03-11 consult expert named", "03-10>03-17"},
    {"R18", CARE("03-10") "03-11 talk parents wants-help; 03-12 talk family no-help",
	"03-12>03-19"},
    {"R18", CARE("03-10") "03-11 talk parents open; 03-12 talk family no-help", "03-11>03-18"},
    /* talk: signals and answers since the talk, and since the round before */
    {"R21", CARE("03-10") CARE("03-12"), "03-10>03-17"},
    {"R21", CARE("03-10") CARE("03-12") "03-12 talk child no-help", "03-10>03-17"},
    {"R21", CARE("03-10") "03-11 talk parents wants-help; " CARE("03-12"), "03-12>03-19"},
    {"R21", DOUBT("03-10") CARE("03-12"), "03-10>03-17"},
    {"R21", "03-10 need food; 03-12 consent kernteam no", "03-10>03-17"},
    {"R21",
	CARE("03-10") "03-11 talk parents no-concern; 03-12 answer suspicion no; " CARE(
	    "03-16") "03-16 answer suspicion yes",
	"03-16>03-23"},
    {"R21", CARE("03-10") "03-12 answer suspicion no; " CARE("03-16") "03-16 answer suspicion yes",
	"03-10>03-17"},
    {"R21", "03-10 signal injury seen; 03-11 talk parents wants-help; " CARE("03-12"),
	"03-12>03-19"},
    {"R21", CARE("03-10") "03-11 talk parents wants-help; 03-12 signal injury seen", "03-12>03-13"},
    /* discuss: the same since somebody was consulted */
    {"R37", CARE("03-10") DOUBT("03-12") "03-12 answer can-help no", "03-10>03-17"},
    {"R37",
	CARE("03-10") "03-11 consult board named; 03-12 answer suspicion no; " CARE("03-16")
	    LIST("03-16"),
	"03-16>03-23"},
    {"R37", CARE("03-10") "03-12 answer suspicion no; " CARE("03-16") LIST("03-16"), "03-10>03-17"},
    /* doubt: its question's stand */
    {"R14", "03-01 consult board named; " DOUBT("03-10") DOUBT("03-12"), "03-10>03-17"},
    {"R14", "03-01 consult board named; " DOUBT("03-10") "03-12 talk parents no-help",
	"03-10>03-17"},
    {"R15", DOUBT("03-10") "03-11 answer suspicion yes; " DOUBT("03-12"), "03-12>03-19"},
    {"R15", DOUBT("03-10") "03-11 consult kernteam named; " DOUBT("03-12"), "03-12>03-19"},
    {"R20", LIST("03-10") "03-11 answer can-help doubt; 03-12 answer can-help doubt",
	"03-11>03-25"},
    /* early help, until parents withdraw or, for its review, a signal came */
    {"R23", CARE("03-10") "03-11 talk parents wants-help; 03-12 talk family wants-help",
	"03-11>03-18"},
    {"R23",
	CARE("03-10") "03-11 talk parents wants-help; 03-12 talk parents no-help; "
		      "03-13 talk family wants-help",
	"03-13>03-20"},
    {"R24", CARE("03-10") "03-11 talk parents wants-help; 03-12 talk family wants-help",
	"03-11>04-10"},
    {"R24",
	CARE("03-10") "03-11 talk parents wants-help; " CARE(
	    "03-12") "03-13 talk family wants-help",
	"03-13>04-14"},
    {"R23",
	CARE("03-10") "03-11 talk parents wants-help; " CARE(
	    "03-12") "03-13 talk family wants-help",
	"03-11>03-18"},
    {"R28", EARLY("03-10") "03-12 talk family wants-help; " GREY("03-12"), "03-10>03-17"},
    /* help and its end */
    {"R25", HELP("03-10") "03-12 answer accepts yes", "03-10>03-17"},
    {"R25", HELP("03-10") "03-11 answer accepts doubt; 03-12 answer accepts yes", "03-12>03-19"},
    {"R33", HELP("03-10") "03-12 answer accepts yes", "03-10>03-17"},
    {"R33", HELP("03-10") "03-12 answer result yes; 03-13 answer result yes", "03-12>03-19"},
    {"R32", HELP("03-10") "03-12 answer result yes; 03-13 answer result yes", "03-12>04-13"},
    /* the grey area */
    {"R29", "03-10 answer suspicion no; 03-12 answer concern yes", "03-12>03-26"},
    {"R29", GREY("03-10") "03-12 answer concern doubt", "03-10>03-24"},
    {"R29", GREY("03-10") "03-11 answer suspicion yes; " GREY("03-12"), "03-12>03-26"},
    {"R27", GREY("03-10") GREY("03-12") "03-12 plan review - 06-01", "03-10>06-01"},
    {"R33", GREY("03-10") GREY("03-12"), "03-10>03-17"},
    {"R33", GREY("03-10") "03-11 plan review - 06-01; " GREY("03-12"), "03-12>03-19"},
};

static void
test_sets(void **state)
{
	(void)state;
	dues_check(sets, COUNT_OF(sets));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_first_of_a_duty),
	    cmocka_unit_test(test_reports),
	    cmocka_unit_test(test_sets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
