/*
 * Goal: each rule of the referral is reached by a case as schools have them,
 * and everything that is asked in that case, and nothing else, stands beside
 * it as mc-refer(1) has it.
 */

#include "support/check.h"

#include "support/referred.h"

/* What precedes the weighings of an ordinary case, and their ordinary answers. */
#define SIGNAL "03-02 signal fear seen; "
#define TALK   SIGNAL "03-02 talk parents wants-help; "
#define STEPS  TALK "03-02 consult af named; "
#define YES_NO STEPS "03-03 answer suspicion yes; 03-03 answer unsafe no; "
#define HELP   YES_NO "03-04 answer can-help yes; 03-04 answer accepts yes; "
#define NO_YES "03-02 answer suspicion no; 03-02 answer concern yes; "

static const struct history_row {
	const char *story, *referred;
} history_rows[] = {
    /* R01 to R04: a report is asked for */
    {STEPS "03-03 answer suspicion yes; 03-03 answer unsafe acute",
	"W01: R01 veilig-thuis report-now 03-03>03-03 named; "
	"R04 af tell-parents 03-03>03-04 named; R03 board inform 03-03>03-03 named"},
    {"03-03 answer unsafe doubt",
	"W02: R01 veilig-thuis report-now 03-03>03-03 named; "
	"R04 af tell-parents 03-03>03-03 named; R03 board inform 03-03>03-03 named"},
    {YES_NO "03-04 answer can-help no",
	"W05: R04 af tell-parents 03-04>03-05 named; R02 veilig-thuis report 03-04>03-05 named; "
	"R03 board inform 03-04>03-05 named"},
    {YES_NO "03-04 answer can-help yes; 03-05 answer accepts no",
	"W06: R04 af tell-parents 03-05>03-06 named; R02 veilig-thuis report 03-05>03-06 named; "
	"R03 board inform 03-05>03-06 named"},
    {HELP "06-01 answer result no",
	"W07: R04 af tell-parents 06-01>06-02 named; R02 veilig-thuis report 06-01>06-02 named; "
	"R03 board inform 06-01>06-02 named"},
    /* nobody closes a due report away alone */
    {SIGNAL "03-03 answer can-help no; 03-05 answer suspicion no",
	"W05: R04 af tell-parents 03-03>03-04 named; R02 veilig-thuis report 03-03>03-04 named; "
	"R03 board inform 03-03>03-04 named; R37 af discuss 03-02>03-09 named"},
    /* unsafe is reported, another question is not: the report is of that, the board's of unsafe */
    {"03-03 answer suspicion yes; 03-03 answer unsafe acute; 03-04 done veilig-thuis report-now; "
     "03-09 answer can-help no",
	"W05: R04 af tell-parents 03-03>03-04 named; R02 veilig-thuis report 03-09>03-10 named; "
	"R03 board inform 03-03>03-03 named; R05 veilig-thuis feedback 03-04>03-11 named; "
	"R06 veilig-thuis final-feedback 03-04>05-20 named; R07 af monitor 03-04>04-01 named"},
    /* two questions ask: the first counts */
    {YES_NO "03-04 answer can-help no; 03-06 answer accepts no",
	"W05: R04 af tell-parents 03-04>03-05 named; R02 veilig-thuis report 03-04>03-05 named; "
	"R03 board inform 03-04>03-05 named"},
    /* ... but the unreported one for the report */
    {YES_NO "03-06 answer can-help no; 03-09 done veilig-thuis report; 03-11 answer accepts no",
	"W06: R04 af tell-parents 03-06>03-09 named; R02 veilig-thuis report 03-11>03-12 named; "
	"R03 board inform 03-06>03-09 named; R05 veilig-thuis feedback 03-09>03-16 named; "
	"R06 veilig-thuis final-feedback 03-09>05-26 named; R07 af monitor 03-09>04-08 named"},
    /* the parents are not told when that may be dangerous */
    {"03-02 signal honour seen; 03-03 answer unsafe acute",
	"W01: R01 veilig-thuis report-now 03-03>03-03 named; R03 board inform 03-03>03-03 named"},
    {"03-02 talk parents skipped-safety; 03-02 consult veilig-thuis named; "
     "03-03 answer unsafe acute",
	"W01: R01 veilig-thuis report-now 03-03>03-03 named; R03 board inform 03-03>03-03 named"},
    {"03-02 signal runs-away child; 03-03 answer unsafe acute",
	"W01: R01 veilig-thuis report-now 03-03>03-03 named; R03 board inform 03-03>03-03 named"},
    {"03-02 signal runs-away child; 03-02 consult veilig-thuis named; 03-03 answer unsafe acute",
	"W01: R01 veilig-thuis report-now 03-03>03-03 named; "
	"R04 af tell-parents 03-03>03-04 named; R03 board inform 03-03>03-03 named"},

    /* R05 to R07: a report was made */
    {"03-03 answer unsafe acute; 03-03 done veilig-thuis report-now",
	"W10: R04 af tell-parents 03-03>03-04 named; R03 board inform 03-03>03-03 named; "
	"R05 veilig-thuis feedback 03-03>03-10 named; "
	"R06 veilig-thuis final-feedback 03-03>05-19 named; R07 af monitor 03-03>03-31 named"},
    {"03-03 answer unsafe acute; 03-03 done veilig-thuis report; 03-03 done board inform; "
     "03-04 done af tell-parents; 03-10 done veilig-thuis feedback; 03-03 plan monitor - 03-20",
	"W10: R06 veilig-thuis final-feedback 03-03>05-19 named; R07 af monitor 03-03>03-20 named"},
    {"03-02 done veilig-thuis report",
	"W16: R04 af tell-parents 03-02>03-03 named; R03 board inform 03-02>03-03 named; "
	"R05 veilig-thuis feedback 03-02>03-09 named; "
	"R06 veilig-thuis final-feedback 03-02>05-18 named; R07 af monitor 03-02>03-30 named; "
	"R18 af weigh 03-02>03-09 named"},

    /* R08, R19: safety is judged today, which takes advice and an answer */
    {"03-02 signal runs-away child; 03-02 signal hunger seen",
	"W03: R08 veilig-thuis advise-now 03-02>03-02 anonymous; R19 af weigh 03-02>03-02 named"},
    {"03-02 signal runs-away child; 03-02 consult veilig-thuis anonymous",
	"W03: R19 af weigh 03-02>03-02 named"},
    {"03-02 signal runs-away child; 03-02 answer unsafe no",
	"W03: R08 veilig-thuis advise-now 03-02>03-02 anonymous"},
    {"03-02 signal runs-away child; 03-02 answer unsafe no; 03-02 answer suspicion yes; "
     "03-03 answer accepts no",
	"W03: R02 veilig-thuis report 03-03>03-04 named; R03 board inform 03-03>03-04 named; "
	"R08 veilig-thuis advise-now 03-02>03-02 anonymous"},

    /* R09, R20: an expert first */
    {"03-02 signal honour seen",
	"W04: R09 veilig-thuis advise-expert 03-02>03-02 anonymous; "
	"R20 af weigh 03-02>03-09 named"},
    {"03-02 signal honour seen; 03-02 signal late seen; 03-02 need sport",
	"W04: R09 veilig-thuis advise-expert 03-02>03-02 anonymous; "
	"R20 af weigh 03-02>03-09 named"},
    {"03-02 signal honour seen; 03-03 answer suspicion yes; 03-03 answer unsafe no; "
     "03-03 answer can-help yes; 03-03 answer accepts yes; 03-03 plan term - 12-01",
	"W04: R09 veilig-thuis advise-expert 03-02>03-02 anonymous; "
	"R20 af weigh 03-02>03-09 named; R26 af review 03-03>12-01 named; "
	"R33 af plan 03-03>03-10 named"},

    /* ... also beside safety, once Veilig Thuis was called about that */
    {"03-02 signal honour seen; 03-03 signal runs-away child; 03-03 signal fear seen; "
     "03-03 done veilig-thuis advise",
	"W03: R19 af weigh 03-03>03-03 named"},
    {"03-02 signal runs-away child; 03-02T09:00 consult veilig-thuis named; "
     "03-02T10:00 signal honour seen",
	"W03: R09 veilig-thuis advise-expert 03-02>03-02 anonymous; "
	"R19 af weigh 03-02>03-02 named"},
    /* after a report it is added to that */
    {"03-02 signal runs-away child; 03-02 answer unsafe yes; 03-02 done veilig-thuis report-now; "
     "03-23 signal runs-away child",
	"W03: R03 board inform 03-02>03-02 named; R05 veilig-thuis feedback 03-02>03-09 named; "
	"R06 veilig-thuis final-feedback 03-02>05-18 named; R07 af monitor 03-02>03-30 named; "
	"R08 veilig-thuis add-to-report 03-23>03-23 named; R19 af weigh 03-23>03-23 named"},
    {"03-02 answer unsafe yes; 03-02 done veilig-thuis report-now; 03-23 signal honour seen",
	"W04: R03 board inform 03-02>03-02 named; R05 veilig-thuis feedback 03-02>03-09 named; "
	"R06 veilig-thuis final-feedback 03-02>05-18 named; R07 af monitor 03-02>03-30 named; "
	"R09 veilig-thuis add-to-report 03-23>03-23 named; R20 af weigh 03-23>03-30 named"},

    /* R10 to R13: outside the meldcode, or beside it */
    {"03-02 signal staff third",
	"W08: R10 board staff-duty 03-02>03-02 named; R11 inspector advise 03-02>03-02 named"},
    {"03-02 signal staff third; 03-02 signal pupil third; 03-02 signal handle-with-care third; "
     "03-02 done board staff-duty",
	"W11: R11 inspector advise 03-02>03-02 named; R12 board peer-protocol 03-02>03-02 named; "
	"R13 af comfort 03-02>03-02 named; R39 af review 03-02>03-30 named"},
    {SIGNAL "03-02 signal handle-with-care third",
	"W14: R13 af comfort 03-02>03-02 named; R38 veilig-thuis advise 03-02>03-03 anonymous; "
	"R21 af talk 03-02>03-09 named; R22 kernteam discuss 03-02>03-09 anonymous"},
    {"03-02 signal pupil third; 03-03 answer unsafe acute",
	"W01: R01 veilig-thuis report-now 03-03>03-03 named; "
	"R04 af tell-parents 03-03>03-04 named; R03 board inform 03-03>03-03 named; "
	"R12 board peer-protocol 03-02>03-02 named"},

    /* a duty about staff hides nothing of how it is at home */
    {SIGNAL "03-03 signal staff third",
	"W08 also W14: R10 board staff-duty 03-03>03-03 named; "
	"R11 inspector advise 03-03>03-03 named; R21 af talk 03-02>03-09 named; "
	"R22 kernteam discuss 03-02>03-09 anonymous"},
    {TALK "03-03 signal staff third",
	"W08 also W14: R10 board staff-duty 03-03>03-03 named; "
	"R11 inspector advise 03-03>03-03 named; R21 af talk 03-03>03-10 named; "
	"R22 kernteam discuss 03-02>03-09 anonymous; R23 cjg joint-talk 03-02>03-09 named"},
    {STEPS "03-03 answer suspicion doubt; 03-04 signal staff third",
	"W08 also W17: R10 board staff-duty 03-04>03-04 named; "
	"R11 inspector advise 03-04>03-04 named; R14 af discuss 03-03>03-10 named; "
	"R15 kernteam discuss 03-03>03-10 anonymous; "
	"R16 veilig-thuis advise 03-03>03-10 anonymous; R20 af weigh 03-03>03-17 named"},
    {STEPS "03-03 answer suspicion yes; 03-04 signal staff third",
	"W08 also W24: R10 board staff-duty 03-04>03-04 named; "
	"R11 inspector advise 03-04>03-04 named; R18 af weigh 03-03>03-04 named"},
    {HELP "03-04 plan term - 06-30; 03-01 signal staff third; 06-01 answer result doubt",
	"W08 also W31: R10 board staff-duty 03-01>03-01 named; "
	"R11 inspector advise 03-01>03-01 named; R14 af discuss 06-01>06-08 named; "
	"R15 kernteam discuss 06-01>06-08 anonymous; "
	"R16 veilig-thuis advise 06-01>06-08 anonymous; R20 af weigh 06-01>06-15 named; "
	"R25 cjg help 03-04>03-11 named; R26 af review 03-04>06-30 named; "
	"R33 af plan 03-04>03-11 named"},
    {STEPS "03-03 answer suspicion no; 03-03 answer concern yes; 03-02 signal staff third",
	"W08 also W19: R10 board staff-duty 03-02>03-02 named; "
	"R11 inspector advise 03-02>03-02 named; R28 cjg joint-talk 03-02>03-09 named; "
	"R33 af plan 03-03>03-10 named"},
    {STEPS "03-02 talk child open; 03-03 answer suspicion no; 03-03 answer concern no; "
	   "03-03 signal staff third",
	"W08 also W22: R10 board staff-duty 03-03>03-03 named; "
	"R11 inspector advise 03-03>03-03 named"},

    /* R38: a notice is rung through before anything else */
    {"03-02 signal handle-with-care third; 03-02 signal late seen; 03-03 talk parents no-help",
	"W13: R13 af comfort 03-02>03-02 named; R38 veilig-thuis advise 03-02>03-03 anonymous; "
	"R18 af weigh 03-03>03-10 named; R22 kernteam discuss 03-02>03-09 anonymous; "
	"R35 lpa absence 03-02>03-09 anonymous"},
    {"03-02 signal handle-with-care third; 03-02 signal late seen; 03-03 talk parents wants-help; "
     "03-03 consult veilig-thuis anonymous",
	"W12: R13 af comfort 03-02>03-02 named; R23 lpa joint-talk 03-03>03-10 named; "
	"R24 af review 03-03>03-31 named; R35 lpa absence 03-02>03-09 anonymous"},
    {"03-02 signal handle-with-care third",
	"W11: R13 af comfort 03-02>03-02 named; R39 af review 03-02>03-30 named"},

    /* R14 to R16, R20: doubt */
    {TALK "03-03 answer suspicion doubt",
	"W17: R14 af discuss 03-02>03-09 named; R15 kernteam discuss 03-03>03-10 anonymous; "
	"R16 veilig-thuis advise 03-03>03-10 anonymous; R20 af weigh 03-03>03-17 named"},
    {STEPS "03-03 answer suspicion yes; 03-03 answer unsafe no; 03-04 answer can-help doubt",
	"W25: R14 af discuss 03-04>03-11 named; R15 kernteam discuss 03-04>03-11 anonymous; "
	"R16 veilig-thuis advise 03-04>03-11 anonymous; R20 af weigh 03-04>03-18 named"},
    {HELP "06-01 answer result doubt",
	"W32: R14 af discuss 06-01>06-08 named; R15 kernteam discuss 06-01>06-08 anonymous; "
	"R16 veilig-thuis advise 06-01>06-08 anonymous; R20 af weigh 06-01>06-15 named; "
	"R25 cjg help 03-04>03-11 named; R33 af plan 03-04>03-11 named"},

    {HELP "03-04 plan term - 06-30; 06-01 answer result doubt",
	"W31: R14 af discuss 06-01>06-08 named; R15 kernteam discuss 06-01>06-08 anonymous; "
	"R16 veilig-thuis advise 06-01>06-08 anonymous; R20 af weigh 06-01>06-15 named; "
	"R25 cjg help 03-04>03-11 named; R26 af review 03-04>06-30 named; "
	"R33 af plan 03-04>03-11 named"},

    /* R17: weigh again */
    {SIGNAL "03-03 answer suspicion no; 03-03 answer concern no; 03-09 signal hunger seen",
	"W15: R17 af weigh 03-09>03-10 named; R21 af talk 03-02>03-09 named; "
	"R37 af discuss 03-02>03-09 named"},
    {HELP "03-09 talk parents no-help",
	"W29: R17 af weigh 03-09>03-09 named; R25 cjg help 03-04>03-11 named; "
	"R33 af plan 03-04>03-11 named"},
    {"03-03 answer unsafe acute; 03-03 done veilig-thuis report; 03-09 signal hunger seen",
	"W09: R04 af tell-parents 03-03>03-04 named; R03 board inform 03-03>03-03 named; "
	"R05 veilig-thuis feedback 03-03>03-10 named; "
	"R06 veilig-thuis final-feedback 03-03>05-19 named; R07 af monitor 03-03>03-31 named; "
	"R17 af weigh 03-09>03-09 named"},

    /* R18: weigh */
    {SIGNAL "03-03 talk parents no-concern",
	"W13: R18 af weigh 03-03>03-10 named; R22 kernteam discuss 03-02>03-09 anonymous"},
    {"03-02 signal honour seen; 03-02 consult expert named", "W13: R18 af weigh 03-02>03-09 named"},
    {"03-03 talk parents no-concern", "W13: R18 af weigh 03-03>03-10 named"},
    {SIGNAL "03-03 answer suspicion yes",
	"W24: R18 af weigh 03-03>03-04 named; R21 af talk 03-02>03-09 named; "
	"R37 af discuss 03-02>03-09 named"},
    {SIGNAL "03-03 answer suspicion no",
	"W21: R18 af weigh 03-03>03-10 named; R21 af talk 03-02>03-09 named; "
	"R37 af discuss 03-02>03-09 named"},
    {YES_NO "03-04 answer can-help yes", "W30: R18 af weigh 03-04>03-11 named"},

    /* R21 to R24: talk, and early help */
    {SIGNAL "03-09 signal hunger seen",
	"W14: R21 af talk 03-02>03-09 named; R22 kernteam discuss 03-02>03-09 anonymous"},
    {"03-02 signal protective seen", "W14: R21 af talk 03-02>03-09 named"},
    {SIGNAL "03-03 talk parents wants-help; 03-09 signal hunger seen",
	"W14: R21 af talk 03-09>03-16 named; R22 kernteam discuss 03-02>03-09 anonymous; "
	"R23 socius joint-talk 03-03>03-10 named"},
    {SIGNAL "03-03 talk parents wants-help",
	"W12: R23 cjg joint-talk 03-03>03-10 named; R24 af review 03-03>03-31 named"},
    {SIGNAL "03-03 talk parents wants-help; 03-03 plan review - 05-01",
	"W12: R23 cjg joint-talk 03-03>03-10 named; R24 af review 03-03>05-01 named"},

    /* R25, R26: help runs */
    {HELP, "W34: R25 cjg help 03-04>03-11 named; R33 af plan 03-04>03-11 named"},
    {HELP "03-04 plan goal; 03-04 plan term - 11-30; 03-04 plan casemanager social-base",
	"W34: R25 social-base help 03-04>03-11 named; R26 af review 03-04>11-30 named"},
    {HELP "03-04 plan goal; 03-04 plan term - 06-30; 03-04 plan casemanager ib",
	"W31: R25 cjg help 03-04>03-11 named; R26 af review 03-04>06-30 named"},
    /* one agreement missing */
    {HELP "03-04 plan goal; 03-04 plan term - 11-30",
	"W34: R25 cjg help 03-04>03-11 named; R26 af review 03-04>11-30 named; "
	"R33 af plan 03-04>03-11 named"},
    {HELP "03-04 plan goal; 03-04 plan casemanager ib",
	"W34: R25 cjg help 03-04>03-11 named; R33 af plan 03-04>03-11 named"},
    {HELP "03-04 plan term - 11-30; 03-04 plan casemanager ib",
	"W34: R25 cjg help 03-04>03-11 named; R26 af review 03-04>11-30 named; "
	"R33 af plan 03-04>03-11 named"},
    /* reporting and helping are two decisions */
    {HELP "03-04 plan term - 06-01; 03-05 answer unsafe acute",
	"W01: R01 veilig-thuis report-now 03-05>03-05 named; "
	"R04 af tell-parents 03-05>03-06 named; R03 board inform 03-05>03-05 named; "
	"R25 cjg help 03-04>03-11 named; R26 af review 03-04>06-01 named; "
	"R33 af plan 03-04>03-11 named"},

    /* R27 to R31: the grey area */
    {NO_YES "03-03 plan review - 06-30",
	"W18: R21 af talk 03-02>03-09 named; R37 af discuss 03-02>03-09 named; "
	"R27 af review 03-02>06-30 named; R29 kernteam explore-grey 03-02>03-16 anonymous; "
	"R30 kernteam bear-and-normalise 03-02>03-16 anonymous; "
	"R31 kernteam think-along 03-02>03-16 anonymous"},
    {"03-02 answer suspicion no; 03-03 answer concern doubt",
	"W19: R21 af talk 03-02>03-09 named; R37 af discuss 03-02>03-09 named; "
	"R29 kernteam explore-grey 03-03>03-17 anonymous; "
	"R30 kernteam bear-and-normalise 03-03>03-17 anonymous; "
	"R31 kernteam think-along 03-03>03-17 anonymous; R33 af plan 03-02>03-09 named"},
    {TALK NO_YES "03-03 plan review - 12-01",
	"W19: R37 af discuss 03-02>03-09 named; R27 af review 03-02>12-01 named; "
	"R28 cjg joint-talk 03-02>03-09 named"},
    {TALK NO_YES "03-03 plan review - 06-30",
	"W18: R37 af discuss 03-02>03-09 named; R27 af review 03-02>06-30 named; "
	"R28 cjg joint-talk 03-02>03-09 named"},

    /* a wish for help that has lapsed is none */
    {"03-02 talk parents wants-help; 03-03 signal fear seen; 03-04 answer suspicion no; "
     "03-04 answer concern yes; 03-04 plan review - 12-01",
	"W19: R37 af discuss 03-03>03-10 named; R27 af review 03-04>12-01 named; "
	"R29 kernteam explore-grey 03-04>03-18 anonymous; "
	"R30 kernteam bear-and-normalise 03-04>03-18 anonymous; "
	"R31 kernteam think-along 03-04>03-18 anonymous"},

    /* R32, R33: close and monitor */
    {HELP "06-01 answer result yes",
	"W33: R32 af monitor 06-01>06-29 named; R33 af plan 06-01>06-08 named"},
    {HELP "06-01 answer result yes; 06-02 plan monitor - 12-01",
	"W33: R32 af monitor 06-01>12-01 named"},

    /* R34, R35: needs and absence */
    {"03-02 need bicycle; 03-03 need upbringing",
	"W14: R21 af talk 03-02>03-09 named; R34 socius practical-help 03-02>03-16 anonymous; "
	"R34 cjg practical-help 03-03>03-17 anonymous"},
    {"03-02 signal late seen; 03-03 talk parents wants-help",
	"W12: R23 lpa joint-talk 03-03>03-10 named; R24 af review 03-03>03-31 named; "
	"R35 lpa absence 03-02>03-09 anonymous"},
    {"03-02 signal absence seen; 03-02 answer suspicion no; 03-02 answer concern no",
	"W22: R21 af talk 03-02>03-09 named; R37 af discuss 03-02>03-09 named; "
	"R35 lpa absence 03-02>03-09 named"},

    /* R36: nothing is due */
    {STEPS "03-02 talk child open; 03-03 answer suspicion no; 03-03 answer concern no",
	"W22: R36 af none 03-03>- named"},
    {"03-02 signal pupil third; 03-03 done board peer-protocol; 03-04 done af review",
	"W11: R36 af none 03-04>- named"},
};

enum { RULES = 39 };

static void
test_histories(void **state)
{
	bool is_reached[RULES + 1] = {false};
	char name[8];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(history_rows); i++) {
		referred_check(history_rows[i].story, history_rows[i].referred);
		for (unsigned rule = 1; rule <= RULES; rule++) {
			snprintf(name, sizeof(name), " R%02u ", rule);
			is_reached[rule] |= strstr(history_rows[i].referred, name) != NULL;
		}
	}
	for (unsigned rule = 1; rule <= RULES; rule++)
		if (!is_reached[rule])
			fail_msg("no case reaches R%02u", rule);
}

/* Of a case of which every line was refused the lines are to be set right today. */
static void
test_no_facts(void **state)
{
	const struct case_state case_state = {.has_refused_line = true};
	day_number today = cases_day("03-09");
	struct assessment assessment;
	struct referral list[REFERRALS_MAX];
	char text[REFERRED_SIZE];

	(void)state;
	assessment_make(&assessment, &case_state, today);
	struct weighing weighing = weighing_of(&assessment);
	size_t count = referral_list(&assessment, &weighing, today, &every_partner, list);

	assert_string_equal(
	    referred_write(&weighing, list, count, text), "W35: R18 af weigh 03-09>03-09 named");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_histories),
	    cmocka_unit_test(test_no_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
