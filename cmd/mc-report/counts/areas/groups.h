/*
 * How cases are grouped in published counts.
 *
 * Groups are few and broad, so that a count says little about one family. The
 * lists are fixed: a code is printed also when no case has it, since a missing
 * row would be a message. (mc-report(1), "COUNTS")
 */

#ifndef GROUPS_H
#define GROUPS_H

#include <stdbool.h>

#include "records/vocabulary.h"

enum outcome_group {
	OUTCOME_GROUP_REPORT,
	OUTCOME_GROUP_HELP,
	OUTCOME_GROUP_GREY,
	OUTCOME_GROUP_CLOSED,
	OUTCOME_GROUP_WEIGHING,
	OUTCOME_GROUP_OUTSIDE,
	OUTCOME_GROUPS
};

/* In order of rank: a case that is referred to several has the first of them. */
enum route_group {
	ROUTE_GROUP_VEILIG_THUIS,
	ROUTE_GROUP_SOCIUS,
	ROUTE_GROUP_GGD,
	ROUTE_GROUP_CJG,
	ROUTE_GROUP_LPA,
	ROUTE_GROUP_KERNTEAM, /* social base too */
	ROUTE_GROUP_INTERNAL, /* nobody of these */
	ROUTE_GROUPS
};

enum signal_group {
	SIGNAL_GROUP_BODY,
	SIGNAL_GROUP_CARE,
	SIGNAL_GROUP_CHILD,
	SIGNAL_GROUP_HOME,
	SIGNAL_GROUP_ABSENCE,
	SIGNAL_GROUP_OTHER, /* no signal too */
	SIGNAL_GROUPS
};

/* A school's row joins report, help and outside: a report never shows apart there. */
enum school_group {
	SCHOOL_GROUP_ACTION,
	SCHOOL_GROUP_GREY,
	SCHOOL_GROUP_CLOSED,
	SCHOOL_GROUP_WEIGHING,
	SCHOOL_GROUPS
};

/* The three groups of a case of one school as one number, 0 <= profile < PROFILES. */
enum { PROFILES = OUTCOME_GROUPS * ROUTE_GROUPS * SIGNAL_GROUPS };

static inline unsigned
groups_profile(unsigned outcome, unsigned route, unsigned signal)
{
	return (outcome * ROUTE_GROUPS + route) * SIGNAL_GROUPS + signal;
}

static inline unsigned
groups_outcome(unsigned profile)
{
	return profile / (ROUTE_GROUPS * SIGNAL_GROUPS);
}

static inline unsigned
groups_route(unsigned profile)
{
	return profile / SIGNAL_GROUPS % ROUTE_GROUPS;
}

static inline unsigned
groups_signal(unsigned profile)
{
	return profile % SIGNAL_GROUPS;
}

/* The group of an outcome, of a partner, of a signal (WORD_NONE: other). */
enum outcome_group groups_of_outcome(enum word outcome);
enum route_group groups_of_partner(enum word partner);
enum signal_group groups_of_signal(enum word signal);
enum school_group groups_of_school_row(unsigned outcome_group);

/* Whether the rules can never give this outcome with this route. From a fixed list, never from
 * data: such a cell is printed as "-". */
bool groups_never(unsigned outcome_group, unsigned route_group);

/* Tokens of the groups, as they stand in the ledger and in csv. */
extern const char *const groups_outcome_token[OUTCOME_GROUPS];
extern const char *const groups_route_token[ROUTE_GROUPS];
extern const char *const groups_signal_token[SIGNAL_GROUPS];
extern const char *const groups_school_token[SCHOOL_GROUPS];

#endif
