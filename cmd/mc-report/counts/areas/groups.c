#include "counts/areas/groups.h"

#include <stdint.h>

const char *const groups_outcome_token[OUTCOME_GROUPS] = {
    "report", "help", "grey", "closed", "weighing", "outside"};
const char *const groups_route_token[ROUTE_GROUPS] = {
    "veilig-thuis", "socius", "ggd", "cjg", "lpa", "kernteam", "internal"};
const char *const groups_signal_token[SIGNAL_GROUPS] = {
    "body", "care", "child", "home", "absence", "other"};
const char *const groups_school_token[SCHOOL_GROUPS] = {"action", "grey", "closed", "weighing"};

/* Every outcome has its group; the unit test of groups goes through them all. */
static const uint8_t of_outcome[OUTCOME_END - OUTCOME_FIRST] = {
#define GROUP(outcome, group) [OUTCOME_##outcome - OUTCOME_FIRST] = OUTCOME_GROUP_##group
    GROUP(REPORT_NOW, REPORT),
    GROUP(REPORT, REPORT),
    GROUP(REPORT_AGAIN, REPORT),
    GROUP(REPORTED, REPORT),
    GROUP(CHECK_SAFETY, REPORT),
    GROUP(EARLY_HELP, HELP),
    GROUP(HELP, HELP),
    GROUP(OVERDUE, HELP),
    GROUP(GREY, GREY),
    GROUP(CLOSE, CLOSED),
    GROUP(CLOSE_MONITOR, CLOSED),
    GROUP(TALK_FIRST, WEIGHING),
    GROUP(START_MELDCODE, WEIGHING),
    GROUP(INCOMPLETE, WEIGHING),
    GROUP(REWEIGH, WEIGHING),
    GROUP(CONSULT, WEIGHING),
    GROUP(EXPERT_FIRST, WEIGHING),
    GROUP(STAFF_DUTY, OUTSIDE),
    GROUP(OWN_PROTOCOL, OUTSIDE),
#undef GROUP
};

static const uint8_t of_area[AREA_OTHER + 1] = {
    [AREA_NONE] = SIGNAL_GROUP_OTHER,
    [AREA_BODY] = SIGNAL_GROUP_BODY,
    [AREA_CARE] = SIGNAL_GROUP_CARE,
    [AREA_EMOTION] = SIGNAL_GROUP_CHILD,
    [AREA_BEHAVIOUR] = SIGNAL_GROUP_CHILD,
    [AREA_LEARNING] = SIGNAL_GROUP_CHILD,
    [AREA_SOCIAL] = SIGNAL_GROUP_CHILD,
    [AREA_SEXUAL] = SIGNAL_GROUP_OTHER,
    [AREA_WITNESS] = SIGNAL_GROUP_HOME,
    [AREA_DISCLOSURE] = SIGNAL_GROUP_OTHER,
    [AREA_PARENT] = SIGNAL_GROUP_HOME,
    [AREA_FAMILY] = SIGNAL_GROUP_HOME,
    [AREA_HONOUR] = SIGNAL_GROUP_OTHER,
    [AREA_ABSENCE] = SIGNAL_GROUP_ABSENCE,
    [AREA_NOTICE] = SIGNAL_GROUP_OTHER,
    [AREA_OUTSIDE] = SIGNAL_GROUP_OTHER,
    [AREA_POSITIVE] = SIGNAL_GROUP_OTHER,
    [AREA_OTHER] = SIGNAL_GROUP_OTHER,
};

static const uint8_t of_outcome_group[OUTCOME_GROUPS] = {
    [OUTCOME_GROUP_REPORT] = SCHOOL_GROUP_ACTION,
    [OUTCOME_GROUP_HELP] = SCHOOL_GROUP_ACTION,
    [OUTCOME_GROUP_GREY] = SCHOOL_GROUP_GREY,
    [OUTCOME_GROUP_CLOSED] = SCHOOL_GROUP_CLOSED,
    [OUTCOME_GROUP_WEIGHING] = SCHOOL_GROUP_WEIGHING,
    [OUTCOME_GROUP_OUTSIDE] = SCHOOL_GROUP_ACTION,
};

/* For each outcome group the set of routes (1 << route) that no case can have. The GGD is asked to
 * talk or to help, which a closed case is past, or for a need, of which none is about health. */
static const uint8_t never[OUTCOME_GROUPS] = {
    [OUTCOME_GROUP_CLOSED] = 1u << ROUTE_GROUP_GGD,
};

enum outcome_group
groups_of_outcome(enum word outcome)
{
	return of_outcome[outcome - OUTCOME_FIRST];
}

enum route_group
groups_of_partner(enum word partner)
{
	switch (partner) {
	case PARTNER_VEILIG_THUIS:
		return ROUTE_GROUP_VEILIG_THUIS;
	case PARTNER_SOCIUS:
		return ROUTE_GROUP_SOCIUS;
	case PARTNER_GGD:
		return ROUTE_GROUP_GGD;
	case PARTNER_CJG:
		return ROUTE_GROUP_CJG;
	case PARTNER_LPA:
		return ROUTE_GROUP_LPA;
	case PARTNER_KERNTEAM:
	case PARTNER_SOCIAL_BASE:
		return ROUTE_GROUP_KERNTEAM;
	default:
		return ROUTE_GROUP_INTERNAL;
	}
}

enum signal_group
groups_of_signal(enum word signal)
{
	return of_area[vocabulary_entry(signal)->area];
}

enum school_group
groups_of_school_row(unsigned outcome_group)
{
	return of_outcome_group[outcome_group];
}

bool
groups_never(unsigned outcome_group, unsigned route_group)
{
	return never[outcome_group] >> route_group & 1;
}
