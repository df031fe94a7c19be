/*
 * Goal: what has been done is not asked again, whatever counts as doing it,
 * and nothing else silences a row; a row that only an answer, a talk or a plan
 * ends is never silenced.
 */

#include "support/check.h"

#include "support/referred.h"

/* Whether the story gives a record of the rule that asks the partner the action. */
static bool
is_asked(const char *story, const char *record)
{
	char text[REFERRED_SIZE], wanted[128];

	snprintf(wanted, sizeof(wanted), " %s ", record);
	return strstr(referred_at(story, &every_partner, text), wanted) != NULL;
}

static void
check_asked(const char *story, const char *more, const char *record, bool want)
{
	char whole[2048], name[2200];

	snprintf(whole, sizeof(whole), "%s; %s", story, more);
	snprintf(name, sizeof(name), "%s: %s", record, whole);
	check_number(name, "asked", is_asked(whole, record), want);
}

#define CARE   "03-10 signal fear seen"
#define YES_NO "03-10 answer suspicion yes; 03-10 answer unsafe no; "
#define MADE   "03-10 answer unsafe acute; 03-10 done veilig-thuis report-now"
#define HELP   "03-09 signal fear seen; " YES_NO "03-10 answer can-help yes; 03-10 answer accepts yes"
#define GREY   "03-10 answer suspicion no; 03-10 answer concern yes"
#define EARLY  "03-10 signal fear seen; 03-10 talk parents wants-help"

/* Rows of which the set's day is the 10th: each silenced from that day on by its action. */
static const struct done_row {
	const char *record, *story;
	bool by_anyone; /* any partner's counts */
} done_rows[] = {
    {"R01 veilig-thuis report-now", CARE "; 03-10 answer unsafe acute", false},
    {"R04 af tell-parents", MADE, false},
    {"R04 af tell-parents", "03-10 done veilig-thuis report", false},
    {"R02 veilig-thuis report", CARE "; " YES_NO "03-10 answer can-help no", false},
    {"R03 board inform", MADE, false},
    {"R03 board inform", YES_NO "03-10 answer can-help no", false},
    {"R03 board inform", "03-10 done veilig-thuis report", false},
    {"R05 veilig-thuis feedback", MADE, false},
    {"R06 veilig-thuis final-feedback", MADE, false},
    {"R08 veilig-thuis advise-now", "03-10 signal runs-away child", false},
    {"R08 veilig-thuis add-to-report",
	"03-10 signal runs-away child; 03-05 done veilig-thuis report", false},
    {"R09 veilig-thuis advise-expert", "03-10 signal honour seen", false},
    {"R09 veilig-thuis add-to-report", "03-10 signal honour seen; 03-05 done veilig-thuis report",
	false},
    {"R10 board staff-duty", "03-10 signal staff third", false},
    {"R11 inspector advise", "03-10 signal staff third", false},
    {"R12 board peer-protocol", "03-10 signal pupil third", false},
    {"R13 af comfort", "03-10 signal handle-with-care third", false},
    {"R38 veilig-thuis advise", CARE "; 03-10 signal handle-with-care third", false},
    {"R14 af discuss", "03-01 consult board named; 03-10 answer suspicion doubt", false},
    {"R15 kernteam discuss", "03-10 answer suspicion doubt", false},
    {"R16 veilig-thuis advise", "03-10 answer suspicion doubt", false},
    {"R22 kernteam discuss", CARE, false},
    {"R22 kernteam discuss", CARE "; 03-10 talk parents no-help", false},
    {"R23 cjg joint-talk", EARLY, true},
    {"R23 lpa joint-talk", "03-10 signal late seen; 03-10 talk parents wants-help", true},
    {"R23 kernteam joint-talk", "03-10 talk parents wants-help", true},
    {"R25 cjg help", HELP, false},
    {"R25 social-base help", HELP "; 03-10 plan casemanager social-base", false},
    {"R25 expert help", HELP "; 03-10 plan casemanager expert", false},
    {"R25 colleague help", HELP "; 03-10 plan casemanager colleague", false},
    {"R28 cjg joint-talk", EARLY "; " GREY, true},
    {"R29 kernteam explore-grey", GREY, false},
    {"R30 kernteam bear-and-normalise", GREY, false},
    {"R31 kernteam think-along", GREY, false},
    {"R34 socius practical-help", "03-10 need food", false},
    {"R34 cjg practical-help", "03-10 need upbringing", false},
    {"R35 lpa absence", "03-10 signal late seen", false},
    {"R39 af review", "03-10 signal pupil third", false},
};

/* The partner and the action of a record as of a done record. */
static void
done_of(const char *record, const char *partner, const char *day, char done[128])
{
	char by[32], action[32];

	assert_int_equal(sscanf(record, "%*s %31s %31s", by, action), 2);
	snprintf(done, 128, "%s done %s %s", day, partner == NULL ? by : partner, action);
}

static void
check_done(const struct done_row *row, const char *partner, const char *day, bool want)
{
	char done[128];

	done_of(row->record, partner, day, done);
	check_asked(row->story, done, row->record, want);
}

/* Partners whose deed is that of no other, and who are not the one that is asked. */
static const char *
somebody_else(const char *record)
{
	return strstr(record, " ggd ") != NULL ? "socius" : "ggd";
}

static void
test_done_silences(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(done_rows); i++) {
		const struct done_row *row = &done_rows[i];

		check_asked(row->story, "03-10 consent board no", row->record, true);
		check_done(row, NULL, "03-09", true);
		check_done(row, NULL, "03-09T23:59", true);
		check_done(row, NULL, "03-10", false);
		check_done(row, NULL, "03-10T00:00", false);
		check_done(row, NULL, "03-16", false);
		check_done(row, somebody_else(row->record), "03-16", !row->by_anyone);
	}
}

/* Of one day with times, what came first is not since the other. */
static void
test_times_of_one_day(void **state)
{
	static const char story[] = "03-10T10:00 signal staff third";

	(void)state;
	check_asked(story, "03-10T09:59 done board staff-duty", "R10 board staff-duty", true);
	check_asked(story, "03-10T10:00 done board staff-duty", "R10 board staff-duty", false);
	check_asked(story, "03-10 done board staff-duty", "R10 board staff-duty", false);
}

/* What else counts as done. */
static const struct counts_row {
	const char *record, *story, *counting;
	bool counts;
} counts_rows[] = {
#define DOUBT "03-01 consult board named; 03-10 answer suspicion doubt"
    /* a colleague is one of the school's own */
    {"R14 af discuss", DOUBT, "03-11 consult af named", true},
    {"R14 af discuss", DOUBT, "03-11 consult colleague named", true},
    {"R14 af discuss", DOUBT, "03-11 consult ib named", true},
    {"R14 af discuss", DOUBT, "03-11 consult head named", true},
    {"R14 af discuss", DOUBT, "03-11 consult smw named", true},
    {"R14 af discuss", DOUBT, "03-11 consult nurse named", true},
    {"R14 af discuss", DOUBT, "03-09 consult colleague named", false},
    {"R14 af discuss", DOUBT, "03-11 consult board named", false},
    {"R14 af discuss", DOUBT, "03-11 consult doctor named", false},
    {"R14 af discuss", DOUBT, "03-11 done colleague discuss", false},
    /* its members are the kernteam, and so are who is at the school for them */
    {"R15 kernteam discuss", DOUBT, "03-11 consult kernteam named", true},
    {"R15 kernteam discuss", DOUBT, "03-11 consult socius anonymous", true},
    {"R15 kernteam discuss", DOUBT, "03-11 consult ggd named", true},
    {"R15 kernteam discuss", DOUBT, "03-11 consult cjg named", true},
    {"R15 kernteam discuss", DOUBT, "03-11 consult lpa named", true},
    {"R15 kernteam discuss", DOUBT, "03-11 consult smw named", true},
    {"R15 kernteam discuss", DOUBT, "03-11 consult nurse named", true},
    {"R15 kernteam discuss", DOUBT, "03-09 consult lpa named", false},
    {"R15 kernteam discuss", DOUBT, "03-11 consult social-base named", false},
    {"R15 kernteam discuss", DOUBT, "03-11 consult expert named", false},
    {"R15 kernteam discuss", DOUBT, "03-11 consult colleague named", false},
    {"R15 kernteam discuss", DOUBT, "03-11 consult ib named", false},
    {"R15 kernteam discuss", DOUBT, "03-11 done socius discuss", false},
    {"R16 veilig-thuis advise", DOUBT, "03-11 consult veilig-thuis anonymous", true},
    {"R16 veilig-thuis advise", DOUBT, "03-11 done veilig-thuis advise-now", false},
    {"R16 veilig-thuis advise", DOUBT, "03-11 consult expert named", false},
#undef DOUBT
    /* any advice, and a report, ask Veilig Thuis */
    {"R08 veilig-thuis advise-now", "03-10 signal runs-away child",
	"03-11 consult veilig-thuis named", true},
    {"R08 veilig-thuis advise-now", "03-10 signal runs-away child",
	"03-11 done veilig-thuis advise", true},
    {"R08 veilig-thuis advise-now", "03-10 signal runs-away child",
	"03-11 done veilig-thuis report", true},
    {"R08 veilig-thuis advise-now", "03-10 signal runs-away child",
	"03-11 done veilig-thuis feedback", false},
    {"R09 veilig-thuis advise-expert", "03-10 signal honour seen",
	"03-11 consult veilig-thuis named", true},
    {"R09 veilig-thuis advise-expert", "03-10 signal honour seen", "03-11 consult expert named",
	true},
    {"R09 veilig-thuis advise-expert", "03-10 signal honour seen",
	"03-11 done expert advise-expert", true},
    {"R09 veilig-thuis advise-expert", "03-10 signal honour seen", "03-11 consult kernteam named",
	false},
    {"R38 veilig-thuis advise", CARE "; 03-10 signal handle-with-care third",
	"03-11 consult veilig-thuis anonymous", true},
    {"R38 veilig-thuis advise", CARE "; 03-10 signal handle-with-care third",
	"03-11 done veilig-thuis advise-now", true},
    {"R38 veilig-thuis advise", CARE "; 03-10 signal handle-with-care third",
	"03-09 consult veilig-thuis anonymous", false},
    {"R11 inspector advise", "03-10 signal staff third", "03-11 consult inspector named", true},
    {"R11 inspector advise", "03-10 signal staff third", "03-11 consult board named", false},
    {"R01 veilig-thuis report-now", "03-10 answer unsafe acute", "03-10 done veilig-thuis report",
	true},
    {"R01 veilig-thuis report-now", "03-10 answer unsafe acute",
	"03-10 done veilig-thuis add-to-report", true},
    /* report first, write after: the working day before will do, when no signal came since */
    {"R01 veilig-thuis report-now", "03-10 answer unsafe acute", "03-09 done veilig-thuis report",
	true},
    {"R01 veilig-thuis report-now", "03-10 answer unsafe acute", "03-06 done veilig-thuis report",
	false},
    {"R02 veilig-thuis report", CARE "; " YES_NO "03-10 answer can-help no",
	"03-10 done veilig-thuis report-now", true},
    /* the board is told by being consulted, and hears the last by hearing the end */
    {"R03 board inform", MADE, "03-10 consult board named", true},
    {"R03 board inform", MADE, "03-10 consult head named", false},
    {"R05 veilig-thuis feedback", MADE, "03-10 done veilig-thuis final-feedback", true},
    {"R06 veilig-thuis final-feedback", MADE, "03-10 done veilig-thuis feedback", false},
    {"R35 lpa absence", "03-10 signal late seen", "03-11 consult lpa named", true},
    {"R35 lpa absence", "03-10 signal late seen", "03-11 consult ggd named", false},
    {"R35 lpa absence", "03-10 signal late seen", "03-11 done kernteam absence", false},
    /* any consultation ever */
    {"R22 kernteam discuss", CARE, "03-01 consult doctor named", true},
    {"R22 kernteam discuss", CARE, "03-11 done inspector advise", false},
    {"R23 cjg joint-talk", EARLY, "03-11 talk parents wants-help", false},
    {"R23 cjg joint-talk", EARLY, "03-10 done af joint-talk", true},
    /* help of the kernteam is help of its members, and of nobody else */
    {"R25 cjg help", HELP, "03-10 done kernteam help", true},
    {"R25 cjg help", HELP, "03-10 done ggd help", false},
    {"R25 social-base help", HELP "; 03-10 plan casemanager social-base",
	"03-10 done kernteam help", false},
    {"R25 social-base help", HELP "; 03-10 plan casemanager social-base", "03-10 done cjg help",
	false},
    {"R34 socius practical-help", "03-10 need food", "03-11 done kernteam practical-help", false},
    {"R34 socius practical-help", "03-10 need food", "03-11 done socius help", false},
    {"R39 af review", "03-10 signal pupil third", "03-11 done board peer-protocol", false},
};

static void
test_what_counts_as_done(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(counts_rows); i++) {
		const struct counts_row *row = &counts_rows[i];

		check_asked(row->story, "03-10 consent board no", row->record, true);
		check_asked(row->story, row->counting, row->record, !row->counts);
	}
}

/* Rows that only an answer, a talk or a plan ends; an action renews the term of others. */
static const struct kept_row {
	const char *record, *story;
	const char *after; /* the record when the action was done on the 20th; NULL for the same */
} kept_rows[] = {
    {"R07 af monitor 03-10>04-09", MADE, "R07 af monitor 03-20>04-21"},
    {"R07 af monitor 03-10>03-31", MADE "; 03-10 plan monitor - 03-31",
	"R07 af monitor 03-20>03-31"},
    {"R17 af weigh 03-11>03-12", GREY "; 03-11 signal fear seen", NULL},
    {"R18 af weigh 03-10>03-17", "03-10 signal fear seen; 03-10 talk parents no-help", NULL},
    {"R18 af weigh 03-10>03-11", "03-10 answer suspicion yes", NULL},
    {"R19 af weigh 03-10>03-10", "03-10 signal runs-away child", NULL},
    {"R20 af weigh 03-10>03-17", "03-10 signal honour seen", NULL},
    {"R20 af weigh 03-10>03-24", "03-10 answer suspicion doubt", NULL},
    {"R21 af talk 03-10>03-17", "03-10 signal fear seen", NULL},
    {"R24 af review 03-10>04-09", EARLY, "R24 af review 03-20>04-21"},
    {"R24 af review 03-10>05-01", EARLY "; 03-10 plan review - 05-01", "R24 af review 03-20>05-01"},
    {"R26 af review 03-10>12-01", HELP "; 03-10 plan term - 12-01", NULL},
    {"R27 af review 03-10>12-01", GREY "; 03-10 plan review - 12-01", NULL},
    {"R32 af monitor 03-11>04-10", HELP "; 03-11 answer result yes", "R32 af monitor 03-20>04-21"},
    {"R33 af plan 03-10>03-17", HELP, NULL},
    {"R36 af none 03-10>-",
	"03-10 answer suspicion no; 03-10 answer concern no; 03-10 talk family open; "
	"03-10 consult af named",
	"R36 af none 03-20>-"},
};

static void
test_kept_rows_are_never_silenced(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(kept_rows); i++) {
		const struct kept_row *row = &kept_rows[i];
		char done[128];

		check_asked(row->story, "03-10 consent board no", row->record, true);
		done_of(row->record, NULL, "03-09", done);
		check_asked(row->story, done, row->record, true);
		done_of(row->record, NULL, "03-20", done);
		check_asked(row->story, done, row->after == NULL ? row->record : row->after, true);
	}
}

/* Each partner that a row asks is silenced by its own deed; a joint talk is one for all. */
static void
test_several_partners(void **state)
{
	static const char needs[] = "03-10 need food; 03-10 need upbringing";
	static const char topics[] = "03-10 signal hunger seen; 03-10 signal somatic seen; " HELP;

	(void)state;
	check_asked(needs, "03-11 done socius practical-help", "R34 socius practical-help", false);
	check_asked(needs, "03-11 done socius practical-help", "R34 cjg practical-help", true);
	check_asked(topics, "03-11 done ggd help", "R25 socius help", true);
	check_asked(topics, "03-11 done ggd help", "R25 ggd help", false);
	check_asked(topics, "03-11 done ggd help", "R25 cjg help", true);
	check_asked(topics, "03-11 done kernteam help", "R25 socius help", false);
	check_asked(topics, "03-11 done kernteam help", "R25 ggd help", false);
	check_asked(topics, "03-11 done kernteam help", "R25 cjg help", false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_done_silences),
	    cmocka_unit_test(test_times_of_one_day),
	    cmocka_unit_test(test_what_counts_as_done),
	    cmocka_unit_test(test_kept_rows_are_never_silenced),
	    cmocka_unit_test(test_several_partners),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
