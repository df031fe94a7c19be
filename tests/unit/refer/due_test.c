/*
 * Goal: how far each row counts: over weekends and holidays, and to the dates
 * of the plan. (From which day is since_test's.)
 */

#include "support/check.h"

#include "support/dues.h"

/* Every row counted from Thursday 30 April: 5 May and Ascension Day (14 May) are on the way. */
static const struct due_row each_row[] = {
    {"R01", "04-30 answer unsafe acute", "04-30>04-30"},
    {"R04", "04-30 answer unsafe acute", "04-30>05-01"},
    {"R04", "04-30 answer unsafe disclosure", "04-30>05-01"},
    {"R04", "04-30 answer unsafe structural", "04-30>04-30"},
    {"R04", "04-30 answer unsafe yes", "04-30>04-30"},
    {"R04", "04-30 answer unsafe doubt", "04-30>04-30"},
    {"R04",
	"04-30 signal runs-away child; 04-30 consult veilig-thuis named; "
	"04-30 answer unsafe yes",
	"04-30>05-01"},
    {"R04", REPORT("04-30"), "04-30>05-01"},
    {"R04", "04-30 done veilig-thuis report", "04-30>05-01"},
    {"R02", REPORT("04-30"), "04-30>05-01"},
    {"R03", "04-30 answer unsafe acute", "04-30>04-30"},
    {"R03", "04-30 answer unsafe doubt", "04-30>04-30"},
    {"R03", REPORT("04-30"), "04-30>05-01"},
    {"R03", "04-30 done veilig-thuis report", "04-30>05-01"},
    {"R05", MADE("04-30"), "04-30>05-08"},
    {"R06", MADE("04-30"), "04-30>07-14"}, /* Whit Monday too */
    {"R07", MADE("04-30"), "04-30>06-02"},
    {"R08", "04-30 signal runs-away child", "04-30>04-30"},
    {"R09", "04-30 signal honour seen", "04-30>04-30"},
    {"R10", "04-30 signal staff third", "04-30>04-30"},
    {"R11", "04-30 signal staff third", "04-30>04-30"},
    {"R12", "04-30 signal pupil third", "04-30>04-30"},
    {"R13", "04-30 signal handle-with-care third", "04-30>04-30"},
    {"R38", CARE("04-30") "04-30 signal handle-with-care third", "04-30>05-01"},
    {"R14", DOUBT("04-30"), "04-30>05-08"},
    {"R15", DOUBT("04-30"), "04-30>05-08"},
    {"R16", DOUBT("04-30"), "04-30>05-08"},
    {"R17", GREY("04-29") CARE("04-30"), "04-30>05-01"},
    {"R17", MADE("04-29") CARE("04-30"), "04-30>04-30"},
    {"R17", HELP("04-29") CARE("04-30"), "04-30>04-30"},
    {"R18", CARE("04-30") "04-30 answer suspicion yes", "04-30>05-01"},
    {"R18", CARE("04-30") "04-30 answer suspicion no", "04-30>05-08"},
    {"R18", CARE("04-30") "04-30 talk parents no-concern", "04-30>05-08"},
    {"R18", CARE("04-30") "04-30 answer unsafe no", "04-30>05-08"},
    {"R18", LIST("04-30"), "04-30>05-08"},
    {"R18", LIST("04-30") "04-30 answer can-help yes", "04-30>05-08"},
    {"R19", "04-30 signal runs-away child", "04-30>04-30"},
    {"R20", "04-30 signal honour seen", "04-30>05-08"},
    {"R20", DOUBT("04-30"), "04-30>05-18"},
    {"R21", CARE("04-30"), "04-30>05-08"},
    {"R21", "04-30 signal injury seen", "04-30>05-01"},
    {"R22", CARE("04-30"), "04-30>05-08"},
    {"R37", DOUBT("04-30") "04-30 answer accepts no", "04-30>05-08"},
    {"R23", EARLY("04-30"), "04-30>05-08"},
    {"R24", EARLY("04-30"), "04-30>06-02"},
    {"R25", HELP("04-30"), "04-30>05-08"},
    {"R28", EARLY("04-30") GREY("04-30"), "04-30>05-08"},
    {"R29", GREY("04-30"), "04-30>05-18"},
    {"R30", GREY("04-30"), "04-30>05-18"},
    {"R31", GREY("04-30"), "04-30>05-18"},
    {"R32", HELP("04-29") "04-30 answer result yes", "04-30>06-02"},
    {"R33", HELP("04-30"), "04-30>05-08"},
    {"R33", GREY("04-30"), "04-30>05-08"},
    {"R33", HELP("04-29") "04-30 answer result yes", "04-30>05-08"},
    {"R34", "04-30 need food", "04-30>05-18"},
    {"R35", "04-30 signal late seen", "04-30>05-08"},
    {"R39", "04-30 signal pupil third", "04-30>06-02"},
    {"R36", STEPS("04-30") "04-30 answer suspicion no; 04-30 answer concern no", "04-30>-"},
};

static void
test_each_row(void **state)
{
	(void)state;
	dues_check(each_row, COUNT_OF(each_row));
}

static const struct due_row holidays[] = {
    {"R02", REPORT("03-05"), "03-05>03-06"},
    {"R02", REPORT("03-06"), "03-06>03-09"},		    /* over a weekend */
    {"R02", REPORT("03-07"), "03-07>03-09"},		    /* from a Saturday */
    {"R02", REPORT("04-02"), "04-02>04-07"},		    /* Good Friday to Easter Monday */
    {"R02", REPORT("04-24"), "04-24>04-28"},		    /* King's Day on a Monday */
    {"R02", REPORT("05-04"), "05-04>05-06"},		    /* 5 May */
    {"R02", REPORT("05-13"), "05-13>05-15"},		    /* Ascension Day */
    {"R02", REPORT("05-22"), "05-22>05-26"},		    /* Whit Monday */
    {"R02", REPORT("2025-04-25"), "2025-04-25>2025-04-28"}, /* King's Day on a Saturday */
    {"R02", REPORT("2025-12-24"), "2025-12-24>2025-12-29"}, /* Christmas */
    {"R05", MADE("2025-12-24"), "2025-12-24>01-05"},	    /* and New Year's Day */
    {"R21", CARE("03-31"), "03-31>04-09"},
    {"R29", GREY("03-27"), "03-27>04-14"},
    {"R07", MADE("04-02"), "04-02>05-06"},
    {"R06", MADE("2025-10-17"), "2025-10-17>2025-12-30"},
    /* the day itself counts, whatever day it is */
    {"R01", "04-05 answer unsafe acute", "04-05>04-05"},
    {"R10", "05-14 signal staff third", "05-14>05-14"},
};

static void
test_holidays(void **state)
{
	(void)state;
	dues_check(holidays, COUNT_OF(holidays));
}

static const struct due_row plans[] = {
    {"R07", MADE("03-10") "03-10 plan monitor - 03-31", "03-10>03-31"},
    {"R07", MADE("03-10") "03-10 plan monitor - 03-10", "03-10>04-09"}, /* not after */
    {"R07", MADE("03-10") "03-10 plan monitor - 04-09", "03-10>04-09"},
    {"R07", MADE("03-10") "03-10 plan monitor - 04-10", "03-10>04-09"}, /* not earlier */
    {"R07", MADE("03-10") "03-12 done af monitor", "03-12>04-13"},
    {"R07", MADE("03-10") "03-12 done af monitor; 03-12 plan monitor - 09-15", "03-12>09-15"},
    {"R07", MADE("03-10") "03-09 done af monitor; 03-12 plan monitor - 09-15", "03-10>04-09"},
    {"R24", EARLY("03-10") "03-10 plan review - 03-11", "03-10>03-11"},
    {"R24", EARLY("03-10") "03-10 plan review - 03-10", "03-10>04-09"}, /* not after */
    {"R24", EARLY("03-10") "03-10 plan review - 10-01", "03-10>10-01"},
    {"R24", EARLY("03-10") "03-10 plan monitor - 10-01", "03-10>04-09"},
    {"R26", HELP("03-10") "03-10 plan term - 12-01", "03-10>12-01"},
    {"R26", HELP("03-10") "03-10 plan review - 12-01", ""},
    {"R26", HELP("03-10") "03-10 plan term - 09-01; 09-02 plan term - 12-09", "03-10>09-01"},
    {"R26",
	HELP("03-10") "03-10 plan term - 09-01; 09-01 answer result doubt; "
		      "09-02 plan term - 12-09",
	"03-10>12-09"},
    {"R26", HELP("03-10") "03-10 plan term - 12-09; 03-10 plan term - 12-01", "03-10>12-01"},
    {"R27", GREY("03-10") "03-10 plan review - 12-01", "03-10>12-01"},
    {"R27", GREY("03-10") "03-10 plan review - 05-01", "03-10>05-01"},
    {"R27", GREY("03-10") "03-09 plan review - 12-01", ""}, /* of an earlier round */
    {"R33", GREY("03-10") "03-09 plan review - 12-01", "03-10>03-17"},
    {"R32", HELP("03-10") "03-11 answer result yes; 03-11 plan monitor - 12-01", "03-11>12-01"},
    {"R32", HELP("03-10") "03-11 answer result yes; 03-11 plan monitor - 03-11", "03-11>04-10"},
    {"R32", HELP("03-10") "03-11 answer result yes; 03-11 plan review - 12-01", "03-11>04-10"},
};

static void
test_dates_of_the_plan(void **state)
{
	(void)state;
	dues_check(plans, COUNT_OF(plans));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_row),
	    cmocka_unit_test(test_holidays),
	    cmocka_unit_test(test_dates_of_the_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
