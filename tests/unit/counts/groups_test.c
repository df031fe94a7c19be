/*
 * Goal: every outcome, partner and signal has the group that mc-report(1)
 * gives it, and the numbers that join groups can be taken apart again.
 */

#include "support/check.h"

#include "counts/areas/groups.h"

static const struct {
	enum word outcome;
	enum outcome_group group;
} outcomes[] = {
    {OUTCOME_REPORT_NOW, OUTCOME_GROUP_REPORT},
    {OUTCOME_REPORT, OUTCOME_GROUP_REPORT},
    {OUTCOME_REPORT_AGAIN, OUTCOME_GROUP_REPORT},
    {OUTCOME_REPORTED, OUTCOME_GROUP_REPORT},
    {OUTCOME_CHECK_SAFETY, OUTCOME_GROUP_REPORT},
    {OUTCOME_EARLY_HELP, OUTCOME_GROUP_HELP},
    {OUTCOME_HELP, OUTCOME_GROUP_HELP},
    {OUTCOME_OVERDUE, OUTCOME_GROUP_HELP},
    {OUTCOME_GREY, OUTCOME_GROUP_GREY},
    {OUTCOME_CLOSE, OUTCOME_GROUP_CLOSED},
    {OUTCOME_CLOSE_MONITOR, OUTCOME_GROUP_CLOSED},
    {OUTCOME_TALK_FIRST, OUTCOME_GROUP_WEIGHING},
    {OUTCOME_START_MELDCODE, OUTCOME_GROUP_WEIGHING},
    {OUTCOME_INCOMPLETE, OUTCOME_GROUP_WEIGHING},
    {OUTCOME_REWEIGH, OUTCOME_GROUP_WEIGHING},
    {OUTCOME_CONSULT, OUTCOME_GROUP_WEIGHING},
    {OUTCOME_EXPERT_FIRST, OUTCOME_GROUP_WEIGHING},
    {OUTCOME_STAFF_DUTY, OUTCOME_GROUP_OUTSIDE},
    {OUTCOME_OWN_PROTOCOL, OUTCOME_GROUP_OUTSIDE},
};

static void
test_each_outcome_has_its_group(void **state)
{
	(void)state;
	assert_int_equal(COUNT_OF(outcomes), OUTCOME_END - OUTCOME_FIRST);
	for (size_t i = 0; i < COUNT_OF(outcomes); i++)
		check_number(vocabulary_token(outcomes[i].outcome), "group",
		    groups_of_outcome(outcomes[i].outcome), outcomes[i].group);
}

static void
test_each_partner_has_its_route(void **state)
{
	static const enum route_group routes[PARTNER_END] = {
	    [PARTNER_AF] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_COLLEAGUE] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_BOARD] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_KERNTEAM] = ROUTE_GROUP_KERNTEAM,
	    [PARTNER_SOCIUS] = ROUTE_GROUP_SOCIUS,
	    [PARTNER_GGD] = ROUTE_GROUP_GGD,
	    [PARTNER_CJG] = ROUTE_GROUP_CJG,
	    [PARTNER_LPA] = ROUTE_GROUP_LPA,
	    [PARTNER_SOCIAL_BASE] = ROUTE_GROUP_KERNTEAM,
	    [PARTNER_VEILIG_THUIS] = ROUTE_GROUP_VEILIG_THUIS,
	    [PARTNER_EXPERT] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_INSPECTOR] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_IB] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_HEAD] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_SMW] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_NURSE] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_SUPPORT_TEAM] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_YOUTH_CARE] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_GUARDIAN] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_DOCTOR] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_POLICE] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_OTHER_SCHOOL] = ROUTE_GROUP_INTERNAL,
	    [PARTNER_OTHER] = ROUTE_GROUP_INTERNAL,
	};

	(void)state;
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		check_number(vocabulary_token(partner), "route", groups_of_partner(partner),
		    routes[partner]);
}

static const struct {
	enum word signal;
	enum signal_group group;
} signals[] = {
    {SIGNAL_INJURY, SIGNAL_GROUP_BODY},
    {SIGNAL_HUNGER, SIGNAL_GROUP_CARE},
    {SIGNAL_FEAR, SIGNAL_GROUP_CHILD},
    {SIGNAL_AGGRESSION, SIGNAL_GROUP_CHILD},
    {SIGNAL_DELAY, SIGNAL_GROUP_CHILD},
    {SIGNAL_BULLIED, SIGNAL_GROUP_CHILD},
    {SIGNAL_SEXUAL_ONLINE, SIGNAL_GROUP_OTHER},
    {SIGNAL_TELLS_QUARREL, SIGNAL_GROUP_HOME},
    {SIGNAL_DISCLOSURE_CHILD, SIGNAL_GROUP_OTHER},
    {SIGNAL_REJECTING, SIGNAL_GROUP_HOME},
    {SIGNAL_POVERTY, SIGNAL_GROUP_HOME},
    {SIGNAL_HONOUR, SIGNAL_GROUP_OTHER},
    {SIGNAL_LATE, SIGNAL_GROUP_ABSENCE},
    {SIGNAL_HANDLE_WITH_CARE, SIGNAL_GROUP_OTHER},
    {SIGNAL_STAFF, SIGNAL_GROUP_OTHER},
    {SIGNAL_OTHER, SIGNAL_GROUP_OTHER},
    {WORD_NONE, SIGNAL_GROUP_OTHER},
};

static void
test_signals_of_each_area_have_their_group(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(signals); i++)
		check_number(vocabulary_token(signals[i].signal), "group",
		    groups_of_signal(signals[i].signal), signals[i].group);
}

static void
test_a_report_never_shows_in_a_school_row(void **state)
{
	(void)state;
	assert_int_equal(groups_of_school_row(OUTCOME_GROUP_REPORT), SCHOOL_GROUP_ACTION);
	assert_int_equal(groups_of_school_row(OUTCOME_GROUP_HELP), SCHOOL_GROUP_ACTION);
	assert_int_equal(groups_of_school_row(OUTCOME_GROUP_OUTSIDE), SCHOOL_GROUP_ACTION);
	assert_int_equal(groups_of_school_row(OUTCOME_GROUP_GREY), SCHOOL_GROUP_GREY);
	assert_int_equal(groups_of_school_row(OUTCOME_GROUP_CLOSED), SCHOOL_GROUP_CLOSED);
	assert_int_equal(groups_of_school_row(OUTCOME_GROUP_WEIGHING), SCHOOL_GROUP_WEIGHING);
}

static void
test_a_profile_is_taken_apart_again(void **state)
{
	unsigned profile = 0;

	(void)state;
	for (unsigned outcome = 0; outcome < OUTCOME_GROUPS; outcome++)
		for (unsigned route = 0; route < ROUTE_GROUPS; route++)
			for (unsigned signal = 0; signal < SIGNAL_GROUPS; signal++, profile++) {
				assert_int_equal(groups_profile(outcome, route, signal), profile);
				assert_int_equal(groups_outcome(profile), outcome);
				assert_int_equal(groups_route(profile), route);
				assert_int_equal(groups_signal(profile), signal);
			}
	assert_int_equal(profile, PROFILES);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_outcome_has_its_group),
	    cmocka_unit_test(test_each_partner_has_its_route),
	    cmocka_unit_test(test_signals_of_each_area_have_their_group),
	    cmocka_unit_test(test_a_report_never_shows_in_a_school_row),
	    cmocka_unit_test(test_a_profile_is_taken_apart_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
