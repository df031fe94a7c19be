/*
 * Goal: from which day each row counts and how far: over weekends and
 * holidays, from the first record of a duty until it is done, from the case's
 * date where there is no such record, and to the dates of the plan.
 */

#include "support/check.h"

#include "support/referred.h"

/* The due of a rule's first record in a story; "-" when it has none, "" when it gives nothing. */
static const char *
due_of(const char *story, const char *rule, char due[REFERRED_SIZE])
{
	char text[REFERRED_SIZE], name[8], *at;

	snprintf(name, sizeof(name), " %s ", rule);
	due[0] = '\0';
	referred_at(story, &every_partner, text);
	if ((at = strstr(text, name)) != NULL)
		sscanf(at, "%*s %*s %*s %s", due);
	return due;
}

struct due_row {
	const char *rule, *story, *due;
};

static void
check_rows(const struct due_row rows[], size_t count)
{
	char due[REFERRED_SIZE], name[512];

	for (size_t i = 0; i < count; i++) {
		snprintf(name, sizeof(name), "%s: %s", rows[i].rule, rows[i].story);
		check_string(name, "due", due_of(rows[i].story, rows[i].rule, due), rows[i].due);
	}
}

#define LIST(day)   day " answer suspicion yes; " day " answer unsafe no; "
#define REPORT(day) LIST(day) day " answer can-help no; "
#define MADE(day)   day " answer unsafe acute; " day " done veilig-thuis report-now; "
#define DOUBT(day)  day " answer suspicion doubt; "
#define CARE(day)   day " signal fear seen; "
#define HELP(day)   LIST(day) day " answer can-help yes; " day " answer accepts yes; "
#define GREY(day)   day " answer suspicion no; " day " answer concern yes; "
#define EARLY(day)  CARE(day) day " talk parents wants-help; "

/* Every row counted from Thursday 30 April: 5 May and Ascension Day (14 May) are on the way. */
static const struct due_row each_row[] = {
    {"R01", "04-30 answer unsafe acute", "04-30"},
    {"R02", REPORT("04-30"), "05-01"},
    {"R03", "04-30 answer unsafe acute", "04-30"},
    {"R03", REPORT("04-30"), "05-01"},
    {"R04", "04-30 answer unsafe acute", "05-01"},
    {"R04", REPORT("04-30"), "05-01"},
    {"R05", MADE("04-30"), "05-08"},
    {"R06", MADE("04-30"), "07-14"}, /* Whit Monday too */
    {"R07", MADE("04-30"), "06-02"},
    {"R08", "04-30 signal runs-away child", "04-30"},
    {"R09", "04-30 signal honour seen", "04-30"},
    {"R10", "04-30 signal staff third", "04-30"},
    {"R11", "04-30 signal staff third", "04-30"},
    {"R12", "04-30 signal pupil third", "04-30"},
    {"R13", "04-30 signal handle-with-care third", "04-30"},
    {"R14", DOUBT("04-30"), "05-08"},
    {"R15", DOUBT("04-30"), "05-08"},
    {"R16", DOUBT("04-30"), "05-08"},
    {"R17", GREY("04-29") CARE("04-30"), "05-01"},
    {"R18", CARE("04-30") "04-30 answer suspicion yes", "05-01"},
    {"R18", CARE("04-30") "04-30 answer suspicion no", "05-08"},
    {"R18", CARE("04-30") "04-30 talk parents no-concern", "05-08"},
    {"R19", "04-30 signal runs-away child", "04-30"},
    {"R20", "04-30 signal honour seen", "05-08"},
    {"R20", DOUBT("04-30"), "05-18"},
    {"R21", CARE("04-30"), "05-08"},
    {"R22", CARE("04-30"), "05-08"},
    {"R23", EARLY("04-30"), "05-08"},
    {"R24", EARLY("04-30"), "06-02"},
    {"R25", HELP("04-30"), "05-08"},
    {"R28", EARLY("04-30") GREY("04-30"), "05-08"},
    {"R29", GREY("04-30"), "05-18"},
    {"R30", GREY("04-30"), "05-18"},
    {"R31", GREY("04-30"), "05-18"},
    {"R32", HELP("04-29") "04-30 answer result yes", "06-02"},
    {"R33", HELP("04-30"), "05-08"},
    {"R33", GREY("04-30"), "05-08"},
    {"R33", HELP("04-29") "04-30 answer result yes", "05-08"},
    {"R34", "04-30 need food", "05-18"},
    {"R35", "04-30 signal late seen", "05-08"},
    {"R36", "04-30 answer suspicion no; 04-30 answer concern no", "-"},
};

static void
test_each_row(void **state)
{
	(void)state;
	check_rows(each_row, COUNT_OF(each_row));
}

static const struct due_row holidays[] = {
    {"R02", REPORT("03-05"), "03-06"},
    {"R02", REPORT("03-06"), "03-09"},		 /* over a weekend */
    {"R02", REPORT("03-07"), "03-09"},		 /* from a Saturday */
    {"R02", REPORT("04-02"), "04-07"},		 /* Good Friday to Easter Monday */
    {"R02", REPORT("04-24"), "04-28"},		 /* King's Day on a Monday */
    {"R02", REPORT("05-04"), "05-06"},		 /* 5 May */
    {"R02", REPORT("05-13"), "05-15"},		 /* Ascension Day */
    {"R02", REPORT("05-22"), "05-26"},		 /* Whit Monday */
    {"R02", REPORT("2025-04-25"), "2025-04-28"}, /* King's Day on a Saturday */
    {"R02", REPORT("2025-12-24"), "2025-12-29"}, /* Christmas */
    {"R05", MADE("2025-12-24"), "01-05"},	 /* and New Year's Day */
    {"R21", CARE("03-31"), "04-09"},
    {"R29", GREY("03-27"), "04-14"},
    {"R07", MADE("04-02"), "05-06"},
    {"R06", MADE("2025-10-17"), "2025-12-30"},
    /* the day itself counts, whatever day it is */
    {"R01", "04-05 answer unsafe acute", "04-05"},
    {"R10", "05-14 signal staff third", "05-14"},
};

static void
test_holidays(void **state)
{
	(void)state;
	check_rows(holidays, COUNT_OF(holidays));
}

/* D, E, F, P, H: the first record's day, as long as that partner has not done that since. */
static const struct due_row duties[] = {
    {"R10", "03-10 signal staff third; 03-12 signal staff third", "03-10"},
    {"R10", "03-12 signal staff third; 03-10 signal staff third", "03-10"},
    {"R10", "03-09 done board staff-duty; 03-10 signal staff third; 03-12 signal staff third",
	"03-10"},
    {"R10", "03-10 signal staff third; 03-10 done board staff-duty; 03-12 signal staff third",
	"03-12"},
    {"R10",
	"03-10 signal staff third; 03-11 done board staff-duty; 03-12 signal staff third; "
	"03-16 signal staff third",
	"03-16"},
    {"R10", "03-10 signal staff third; 03-11 done board staff-duty", ""},
    /* what one partner has done is not done by another */
    {"R11", "03-10 signal staff third; 03-11 done board staff-duty; 03-12 signal staff third",
	"03-10"},
    {"R11", "03-10 signal staff third; 03-11 consult inspector named; 03-12 signal staff third",
	"03-12"},
    {"R11", "03-10 signal staff third; 03-11 done inspector advise; 03-12 signal staff third",
	"03-12"},
    /* of one day, with a time: before the first is not since it */
    {"R10",
	"03-10T09:00 signal staff third; 03-10T08:59 done board staff-duty; "
	"03-12 signal staff third",
	"03-10"},
    {"R10",
	"03-10T09:00 signal staff third; 03-10T09:00 done board staff-duty; "
	"03-12 signal staff third",
	"03-12"},
    {"R10", "03-10 signal staff third; 03-10T00:00 done board staff-duty; 03-12 signal staff third",
	"03-12"},
    {"R12", "03-10 signal pupil third; 03-12 signal pupil third", "03-10"},
    {"R12", "03-10 signal pupil third; 03-11 done board peer-protocol; 03-12 signal pupil third",
	"03-12"},
    {"R13", "03-10 signal handle-with-care third; 03-12 signal handle-with-care third", "03-10"},
    {"R13",
	"03-10 signal handle-with-care third; 03-11 done af comfort; "
	"03-12 signal handle-with-care third",
	"03-12"},
    {"R08", "03-10 signal runs-away child; 03-12 talk child skipped-safety", "03-10"},
    {"R08",
	"03-10 signal runs-away child; 03-11 consult veilig-thuis named; "
	"03-12 signal self-harm child",
	"03-12"},
    {"R08",
	"03-10 signal runs-away child; 03-11 done veilig-thuis advise-now; "
	"03-12 signal self-harm child",
	"03-12"},
    /* another advice ends the question but is not this action */
    {"R08",
	"03-10 signal runs-away child; 03-11 done veilig-thuis advise; "
	"03-12 signal self-harm child",
	"03-10"},
    {"R09", "03-10 signal honour seen; 03-12 talk parents skipped-contact", "03-10"},
    {"R09", "03-10 signal honour seen; 03-11 consult veilig-thuis named; 03-12 signal fgm third",
	"03-12"},
    {"R09", "03-10 signal honour seen; 03-11 consult expert named; 03-12 signal fgm third",
	"03-10"},
    /* an answer is a weighing that the AF has done */
    {"R19", "03-10 signal runs-away child; 03-12 signal self-harm child", "03-10"},
    {"R19", "03-10 signal runs-away child; 03-11 answer suspicion no; 03-12 signal self-harm child",
	"03-12"},
    {"R19", "03-10 signal runs-away child; 03-11 done af weigh; 03-12 signal self-harm child",
	"03-12"},
    {"R20", "03-10 signal honour seen; 03-12 signal fgm third", "03-17"},
    {"R20", "03-10 signal honour seen; 03-11 answer suspicion doubt; 03-12 signal fgm third",
	"03-19"},
    /* other sets count from the newest */
    {"R35", "03-10 signal late seen; 03-12 signal absence seen", "03-19"},
    {"R34", "03-10 need food; 03-12 need sport", "03-26"},
    {"R25", HELP("03-10") "03-12 answer accepts yes", "03-19"},
    {"R05", MADE("03-10") "03-12 done veilig-thuis report", "03-19"},
};

static void
test_first_of_a_duty(void **state)
{
	(void)state;
	check_rows(duties, COUNT_OF(duties));
}

/* The sets that are a choice or a union, and the case's date where they are empty. */
static const struct due_row sets[] = {
    {"R17", GREY("03-09") CARE("03-10") "03-12 done veilig-thuis feedback", "03-11"},
    {"R17", GREY("03-09") "03-10 done veilig-thuis report", "03-11"},
    {"R17", GREY("03-09") CARE("03-10") "03-11 done veilig-thuis report", "03-12"},
    {"R17", HELP("03-09") "03-10 talk parents divided", "03-11"},
    {"R17", "03-09 answer concern no; 03-10 answer suspicion no", "03-11"}, /* none */
    {"R17", "03-09 answer concern no; 03-10 answer suspicion no; 03-12 done af comfort", "03-13"},
    {"R18", CARE("03-12") "03-10 answer suspicion no; 03-12 answer suspicion no", "03-19"},
    {"R18", "03-10 signal honour seen; 03-11 consult expert named", "03-17"}, /* S */
    {"R18", "03-10 signal honour seen; 03-11 consult expert named; 03-12 talk child no-help",
	"03-17"},
    {"R18", "03-10 signal honour seen; 03-11 consult expert named; 03-12 talk family no-help",
	"03-19"},
    {"R18", "03-10 done veilig-thuis report", "03-17"}, /* neither */
    {"R18", "03-10 done veilig-thuis report; 03-12 done af comfort", "03-19"},
    {"R21", CARE("03-10") CARE("03-12"), "03-17"},
    {"R21", CARE("03-10") CARE("03-12") "03-12 talk child no-help", "03-17"},
    {"R21", CARE("03-10") "03-11 talk parents wants-help;" CARE("03-12"), "03-19"},
    {"R21", "03-10 need food", "03-17"},
    {"R21", "03-10 need food; 03-12 consent kernteam no", "03-19"},
    {"R22", CARE("03-10") CARE("03-12"), "03-19"},
    {"R22", CARE("03-10") "03-11 talk parents no-help", "03-18"},
    {"R22", CARE("03-10") "03-11 talk parents wants-help;" CARE("03-13"), "03-18"},
    {"R29", "03-10 answer suspicion no; 03-12 answer concern yes", "03-26"},
    {"R14", "03-10 answer suspicion doubt; 03-12 talk parents no-help", "03-19"},
    {"R14", "03-10 answer suspicion doubt; 03-12 talk child no-help", "03-17"},
    {"R23", CARE("03-10") "03-11 talk parents wants-help; 03-12 talk family wants-help", "03-19"},
    {"R34", "03-10 need upbringing; 03-12 need food", "03-26"}, /* of that partner alone */
    {"R03", REPORT("03-10") "03-12 answer accepts no", "03-13"},
    /* a danger once seen is not taken back: its answer counts, not the newest */
    {"R01", "03-10 answer unsafe acute; 03-12 answer unsafe no", "03-10"},
};

static void
test_sets(void **state)
{
	(void)state;
	check_rows(sets, COUNT_OF(sets));
}

static const struct due_row plans[] = {
    {"R07", MADE("03-10") "03-10 plan monitor - 03-31", "03-31"},
    {"R07", MADE("03-10") "03-10 plan monitor - 04-09", "04-09"},
    {"R07", MADE("03-10") "03-10 plan monitor - 04-10", "04-09"}, /* not earlier */
    {"R24", EARLY("03-10") "03-10 plan review - 03-11", "03-11"},
    {"R24", EARLY("03-10") "03-10 plan review - 10-01", "10-01"},
    {"R24", EARLY("03-10") "03-10 plan monitor - 10-01", "04-09"},
    {"R26", HELP("03-10") "03-10 plan term - 12-01", "12-01"},
    {"R26", HELP("03-10") "03-10 plan review - 12-01", ""},
    {"R26", HELP("03-10") "03-10 plan term - 12-01; 03-11 plan term - 12-09", "12-09"},
    {"R26", HELP("03-10") "03-10 plan term - 12-09; 03-10 plan term - 12-01", "12-01"},
    {"R27", GREY("03-10") "03-10 plan review - 12-01", "12-01"},
    {"R27", GREY("03-10") "03-10 plan review - 05-01", "05-01"},
    {"R27", GREY("03-10") "03-09 plan review - 12-01", ""}, /* of an earlier round */
    {"R32", HELP("03-10") "03-11 answer result yes; 03-11 plan monitor - 12-01", "12-01"},
    {"R32", HELP("03-10") "03-11 answer result yes; 03-11 plan review - 12-01", "04-10"},
};

static void
test_dates_of_the_plan(void **state)
{
	(void)state;
	check_rows(plans, COUNT_OF(plans));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_row),
	    cmocka_unit_test(test_holidays),
	    cmocka_unit_test(test_first_of_a_duty),
	    cmocka_unit_test(test_sets),
	    cmocka_unit_test(test_dates_of_the_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
