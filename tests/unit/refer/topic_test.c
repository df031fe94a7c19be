/*
 * Goal: who is asked where that depends on the case: by topic, one partner for
 * a talk, the case manager, each need's partner; and two rows of one partner
 * and action become one.
 */

#include "support/check.h"

#include "support/referred.h"

/* The partners that the rules in question ask, in order: "socius ggd". */
static void
check_partners(const char *name, const char *story, const struct partners *partners,
    const char *rule, const char *want)
{
	struct case_state state = cases_state_of(story);
	struct assessment assessment;
	struct referral list[REFERRALS_MAX];
	char got[256] = "", number[8];

	assessment_make(&assessment, &state, cases_day("10-31"));
	struct weighing weighing = weighing_of(&assessment);
	size_t count = referral_list(&assessment, &weighing, case_date(&state), partners, list);

	for (size_t i = 0; i < count; i++) {
		snprintf(number, sizeof(number), "R%02u", list[i].rule);
		if (strcmp(number, rule) != 0)
			continue;
		strcat(got, got[0] == '\0' ? "" : " ");
		strcat(got, vocabulary_token(list[i].partner));
	}
	check_string(name, rule, got, want);
}

#define WANTS_HELP "03-10 talk parents wants-help; "
#define RUNS                                                                                       \
	"03-10 answer suspicion yes; 03-10 answer unsafe no; 03-10 answer can-help yes; "          \
	"03-10 answer accepts yes; "

#define STEPS "03-10 talk family open; 03-10 consult af named; "

static const struct topic_row {
	const char *facts, *partners;
} topic_rows[] = {
    {"", "kernteam"},
    {"03-10 signal hunger seen; ", "socius"},
    {"03-10 signal injury seen; ", "ggd"},
    {"03-10 signal fear seen; ", "cjg"},
    {"03-10 signal absence seen; ", "lpa"},
    {"03-10 signal late seen; 03-10 signal absence seen; ", "lpa"},
    {"03-10 signal sick-absence seen; ", "ggd"}, /* a matter of health */
    {"03-10 signal honour seen; 03-10 consult expert named; ", "kernteam"},
    {"03-10 signal staff third; 03-10 done board staff-duty; ", "kernteam"},
    {"03-10 signal protective seen; ", "kernteam"}, /* no signal of concern */
    {"03-10 need sport; ", "socius"},
    {"03-10 need upbringing; ", "cjg"},
    {"03-10 signal fear seen; 03-10 signal hunger seen; ", "socius cjg"},
    {"03-10 signal fear seen; 03-10 signal injury seen; ", "ggd cjg"},
    {"03-10 signal injury seen; 03-10 need food; ", "socius ggd"},
    {"03-10 signal fear seen; 03-10 signal injury seen; 03-10 signal hunger seen; ",
	"socius ggd cjg"},
    /* absence with others is theirs */
    {"03-10 signal absence seen; 03-10 signal hunger seen; ", "socius"},
    {"03-10 signal absence seen; 03-10 need upbringing; ", "cjg"},
    {"03-10 signal absence seen; 03-10 signal sick-absence seen; ", "ggd"},
    {"03-10 signal absence seen; 03-10 signal fear seen; 03-10 signal injury seen; "
     "03-10 signal hunger seen; ",
	"socius ggd cjg"},
};

/* Help is asked of each, a joint talk of the first. */
static void
test_by_topic(void **state)
{
	char story[1024], first[32];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(topic_rows); i++) {
		const struct topic_row *row = &topic_rows[i];

		snprintf(story, sizeof(story), "%s%s", row->facts, RUNS);
		check_partners(story, story, &every_partner, "R25", row->partners);
		snprintf(first, sizeof(first), "%s", row->partners);
		first[strcspn(first, " ")] = '\0';
		snprintf(story, sizeof(story),
		    "%s%s03-10 answer suspicion no; 03-10 answer concern yes", row->facts,
		    WANTS_HELP);
		check_partners(story, story, &every_partner, "R28", first);
	}
}

/* Whom a family said yes to holds the talk, in the order of the vocabulary; a yes for the whole
 * kernteam, or for who is no member, is none for one of them. */
static const struct one_row {
	const char *consents, *partner;
} one_rows[] = {
    {"", "cjg"},
    {"03-10 consent socius yes; ", "socius"},
    {"03-10 consent lpa yes; ", "lpa"},
    {"03-10 consent lpa yes; 03-10 consent ggd yes; ", "ggd"},
    {"03-10 consent lpa yes; 03-10 consent ggd yes; 03-11 consent ggd no; ", "lpa"},
    {"03-10 consent cjg no; ", "cjg"},
    {"03-10 consent kernteam yes; ", "cjg"},
    {"03-10 consent social-base yes; 03-10 consent smw yes; ", "cjg"},
};

static void
test_one_partner_for_a_talk(void **state)
{
	static const char *const stories[][2] = {
	    {"R23", "03-10 signal fear seen; " WANTS_HELP},
	    {"R23", WANTS_HELP "03-11 signal fear seen; "},
	    {"R28",
		"03-10 signal fear seen; " WANTS_HELP
		"03-10 answer suspicion no; 03-10 answer concern yes; "},
	};
	char story[1024];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(one_rows); i++)
		for (size_t j = 0; j < COUNT_OF(stories); j++) {
			snprintf(story, sizeof(story), "%s%s", stories[j][1], one_rows[i].consents);
			check_partners(
			    story, story, &every_partner, stories[j][0], one_rows[i].partner);
		}
}

/* Every partner and role as case manager: a partner who can give help gives it. */
static const struct manager_row {
	const char *managers, *partner;
} manager_rows[] = {
    {"af", "ggd"},
    {"colleague", "colleague"},
    {"board", "ggd"},
    {"kernteam", "kernteam"},
    {"socius", "socius"},
    {"ggd", "ggd"},
    {"cjg", "cjg"},
    {"lpa", "lpa"},
    {"social-base", "social-base"},
    {"veilig-thuis", "ggd"},
    {"expert", "expert"},
    {"inspector", "ggd"},
    {"ib", "ggd"},
    {"head", "ggd"},
    {"smw", "smw"},
    {"nurse", "nurse"},
    {"support-team", "support-team"},
    {"youth-care", "youth-care"},
    {"guardian", "guardian"},
    {"doctor", "ggd"},
    {"police", "ggd"},
    {"other-school", "ggd"},
    {"other", "ggd"},
    /* roles that are no partners */
    {"teacher", "ggd"},
    {"support", "ggd"},
    /* two on one day: the first of the vocabulary, partners before roles */
    {"lpa colleague", "colleague"},
    {"teacher socius", "socius"},
    {"af socius", "ggd"},
};

/* The roles of which no partner has the name. */
enum { ROLES_ALONE = 2, TWO_MANAGERS = 3 };

static void
test_case_manager(void **state)
{
	char story[1024], managers[64], *at;

	(void)state;
	assert_int_equal(
	    COUNT_OF(manager_rows), PARTNER_END - PARTNER_FIRST + ROLES_ALONE + TWO_MANAGERS);
	for (size_t i = 0; i < COUNT_OF(manager_rows); i++) {
		snprintf(managers, sizeof(managers), "%s", manager_rows[i].managers);
		strcpy(story, "03-10 signal injury seen; " RUNS);
		for (at = managers; *at != '\0';)
			snprintf(story + strlen(story), sizeof(story) - strlen(story),
			    "03-10 plan casemanager %s; ", cases_word(&at));
		check_partners(story, story, &every_partner, "R25", manager_rows[i].partner);
	}
	/* the newest; one of an earlier round is none */
	check_partners("a later one",
	    "03-10 signal injury seen; " RUNS
	    "03-10 plan casemanager colleague; 03-11 plan casemanager lpa",
	    &every_partner, "R25", "lpa");
	check_partners("an earlier round",
	    "03-10 signal injury seen; 03-01 plan casemanager lpa; 03-02 answer suspicion "
	    "no; " RUNS,
	    &every_partner, "R25", "ggd");
}

static const struct need_row {
	const char *needs, *partners;
} need_rows[] = {
    {"money", "socius"},
    {"sport", "socius"},
    {"buddy", "socius"},
    {"bicycle", "socius"},
    {"clothing", "socius"},
    {"food", "socius"},
    {"housing", "socius"},
    {"upbringing", "cjg"},
    {"other", "socius"},
    {"upbringing food", "socius cjg"},
};

static void
test_needs(void **state)
{
	char story[256], needs[64], *at;

	(void)state;
	assert_int_equal(COUNT_OF(need_rows), 1 + NEED_END - NEED_FIRST);
	for (size_t i = 0; i < COUNT_OF(need_rows); i++) {
		snprintf(needs, sizeof(needs), "%s", need_rows[i].needs);
		story[0] = '\0';
		for (at = needs; *at != '\0';)
			snprintf(story + strlen(story), sizeof(story) - strlen(story),
			    "03-10 need %s; ", cases_word(&at));
		check_partners(story, story, &every_partner, "R34", need_rows[i].partners);
	}
}

/* At a school without some members: what is asked, whole. */
static const struct school_row {
	const char *partners, *story, *referred;
} school_rows[] = {
    {"socius ggd lpa", "03-10 signal fear seen; " WANTS_HELP,
	"W12: R23 kernteam joint-talk 03-10>03-17 named; R24 af review 03-10>04-09 named"},
    {"cjg", "03-10 signal fear seen; " WANTS_HELP,
	"W12: R23 cjg joint-talk 03-10>03-17 named; R24 af review 03-10>04-09 named"},
    {"", "03-10 signal late seen; " WANTS_HELP,
	"W12: R23 kernteam joint-talk 03-10>03-17 named; R24 af review 03-10>04-09 named; "
	"R35 kernteam absence 03-10>03-17 anonymous"},
    /* who is no member is reached though not listed */
    {"", "03-10 signal fear seen; " RUNS "03-10 plan casemanager social-base; " STEPS,
	"W34: R25 social-base help 03-10>03-17 named; R33 af plan 03-10>03-17 named"},
    {"", "03-10 signal staff third",
	"W08: R10 board staff-duty 03-10>03-10 named; R11 inspector advise 03-10>03-10 named"},
    {"", "03-10 signal fear seen; " RUNS "03-10 plan casemanager ggd; " STEPS,
	"W34: R25 kernteam help 03-10>03-17 named; R33 af plan 03-10>03-17 named"},
    /* two partners fall together: one record */
    {"ggd", "03-10 signal fear seen; 03-10 signal hunger seen; " RUNS STEPS,
	"W34: R25 kernteam help 03-10>03-17 named; R33 af plan 03-10>03-17 named"},
    {"ggd", "03-10 signal fear seen; 03-10 signal growth seen; " RUNS STEPS,
	"W34: R25 ggd help 03-10>03-17 named; R25 kernteam help 03-10>03-17 named; "
	"R33 af plan 03-10>03-17 named"},
    /* ... with the earlier days of both, whichever comes first */
    {"", "03-10 need food; 03-12 need upbringing",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 anonymous"},
    {"", "03-12 need food; 03-10 need upbringing",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 anonymous"},
    /* ... when both are named or both anonymous, else both stand */
    {"", "03-10 need food; 03-10 need upbringing; 03-10 consent socius yes",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 named; "
	"R34 kernteam practical-help 03-10>03-24 anonymous"},
    {"", "03-10 need food; 03-12 need upbringing; 03-10 consent cjg yes",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 anonymous; "
	"R34 kernteam practical-help 03-12>03-26 named"},
    {"", "03-10 need food; 03-10 need upbringing; 03-10 consent cjg yes; 03-10 consent socius yes",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 named"},
    {"", "03-10 need food; 03-10 need upbringing; " WANTS_HELP "03-10 consent cjg no",
	"W12: R23 kernteam joint-talk 03-10>03-17 anonymous; R24 af review 03-10>04-09 named; "
	"R34 kernteam practical-help 03-10>03-24 anonymous"},
    /* the partner's own consent counts, though the kernteam is addressed */
    {"", "03-10 need food; 03-10 consent socius yes",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 named"},
    /* ... and a no of the kernteam too, which would yield to the partner's later yes */
    {"", "03-10 need food; 03-10 consent kernteam no; 03-11 consent socius yes",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 anonymous"},
    {"socius", "03-10 need food; 03-10 consent kernteam no; 03-11 consent socius yes",
	"W14: R21 af talk 03-10>03-17 named; R34 socius practical-help 03-10>03-24 named"},
    /* what the kernteam has done in the place of a partner counts for it, and its own too */
    {"", "03-10 need food; 03-11 done kernteam practical-help",
	"W14: R21 af talk 03-10>03-17 named"},
    {"", "03-10 need food; 03-11 done socius practical-help", "W14: R21 af talk 03-10>03-17 named"},
    {"", "03-10 signal late seen; 03-11 done kernteam absence; 03-10 consult af named",
	"W14: R21 af talk 03-10>03-17 named"},
    {"",
	"03-10 signal fear seen; " RUNS STEPS
	"03-10 plan casemanager ggd; 03-11 done kernteam help",
	"W34: R33 af plan 03-10>03-17 named"},
    {"", "03-10 signal fear seen; " RUNS STEPS "03-10 plan casemanager ggd; 03-11 done ggd help",
	"W34: R33 af plan 03-10>03-17 named"},
    {"socius", "03-10 need food; 03-11 done kernteam practical-help",
	"W14: R21 af talk 03-10>03-17 named; R34 socius practical-help 03-10>03-24 anonymous"},
    {"", "03-10 need food; 03-10 need upbringing; 03-11 done socius practical-help",
	"W14: R21 af talk 03-10>03-17 named; R34 kernteam practical-help 03-10>03-24 anonymous"},
};

static void
test_school_without_members(void **state)
{
	char text[REFERRED_SIZE], name[1024];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(school_rows); i++) {
		const struct school_row *row = &school_rows[i];
		struct partners partners = referred_partners(row->partners);

		snprintf(name, sizeof(name), "with \"%s\": %s", row->partners, row->story);
		check_string(name, "what is referred", referred_at(row->story, &partners, text),
		    row->referred);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_by_topic),
	    cmocka_unit_test(test_one_partner_for_a_talk),
	    cmocka_unit_test(test_case_manager),
	    cmocka_unit_test(test_needs),
	    cmocka_unit_test(test_school_without_members),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
