/*
 * What each rule of the weighing says of a case by itself: the conditions of
 * mc-refer's table that then always hold, and those that never do. So a row can
 * be told by what it asks beyond its rule.
 *
 * It follows from the weighing's table and from how a case works; random_test
 * holds it against random cases. A duty about staff stands here alone, without
 * what it says also.
 */

#ifndef SITUATIONS_H
#define SITUATIONS_H

#include "support/check.h"

#include "rules/referral_table.h"
#include "rules/weighing.h"

enum { WEIGHING_RULES = 35, CONDITIONS = 31 };

/* By bit of enum condition. */
static const char *const condition_names[CONDITIONS] = {"nothing asked or reported", "unreported",
    "asked or R", "unsafe asks", "safe to tell today", "R", "plan lacks", "R or help runs",
    "E empty", "talk not skipped-safety", "D empty or V since", "V since D", "not V since D",
    "unsafe not since D", "F", "P", "H", "not V since H", "A", "S", "I not talked about",
    "no consult", "wants-help lapsed", "wants-help", "no wants-help", "in doubt", "expert open",
    "expert not open", "help runs", "talk missing", "consult missing"};

/* What is shared by several rules. */
enum {
	/* W04 and below: safety is judged */
	IS_JUDGED = NO_D_OR_CALLED,
	NOT_JUDGED = NOT_CALLED_ON_D | UNSAFE_NOT_SINCE_D,
	/* W05 and below: experts were asked */
	IS_FREE = IS_JUDGED | EXPERT_NOT_OPEN,
	NOT_FREE = NOT_JUDGED | EXPERT_IS_OPEN,
	/* while nobody may go near the family no step is missed */
	NO_STEPS = LACKS_TALK | LACKS_CONSULT,
	/* help does not run, and so lacks nothing */
	NO_HELP = HELP_RUNS | LACKS_PLAN,
	/* W11 and below: no report is asked for */
	NO_REPORT = UNREPORTED | UNSAFE_ASKED | SAFE_TO_TELL_TODAY,
	/* before the meldcode: no answer, no report, and so no D */
	IS_EARLY = IS_FREE | NO_REPORT_AT_ALL | TALK_NOT_UNSAFE,
	NOT_EARLY = NOT_FREE | NO_REPORT | NO_HELP | NO_STEPS | ASKED_OR_R | HAS_R | R_OR_HELP
	    | CALLED_ON_D | IN_DOUBT
};

static const struct rule_conditions {
	uint32_t always, never;
} rule_conditions[WEIGHING_RULES + 1] = {
    [1] = {UNREPORTED | ASKED_OR_R | UNSAFE_ASKED, NO_REPORT_AT_ALL | IN_DOUBT | NO_STEPS},
    [2] = {UNREPORTED | ASKED_OR_R | UNSAFE_ASKED, NO_REPORT_AT_ALL | IN_DOUBT | NO_STEPS},
    [3] = {0, SAFE_TO_TELL_TODAY | IN_DOUBT | NO_STEPS},
    [4] = {IS_JUDGED | EXPERT_IS_OPEN, NOT_JUDGED | NO_E | IN_DOUBT | EXPERT_NOT_OPEN | NO_STEPS},
    [5] = {IS_FREE | UNREPORTED | ASKED_OR_R, NOT_FREE | NO_HELP | NO_REPORT_AT_ALL | IN_DOUBT},
    [6] = {IS_FREE | UNREPORTED | ASKED_OR_R, NOT_FREE | NO_HELP | NO_REPORT_AT_ALL | IN_DOUBT},
    [7] = {IS_FREE | UNREPORTED | ASKED_OR_R, NOT_FREE | NO_HELP | NO_REPORT_AT_ALL | IN_DOUBT},
    [8] = {IS_EARLY | HAS_F | HAS_S, NOT_EARLY | HAS_A | INJURY_NOT_TALKED},
    [9] = {IS_FREE | ASKED_OR_R | HAS_R | R_OR_HELP | HAS_S,
	NOT_FREE | NO_REPORT_AT_ALL | UNREPORTED | IN_DOUBT},
    [10] = {IS_FREE | ASKED_OR_R | HAS_R | R_OR_HELP,
	NOT_FREE | NO_REPORT_AT_ALL | UNREPORTED | IN_DOUBT | NOT_CALLED_ON_H},
    [11] = {IS_EARLY | HAS_S, NOT_EARLY | HAS_A | INJURY_NOT_TALKED},
    [12] = {IS_EARLY | NO_E | WANTS_HELP_NOW,
	NOT_EARLY | NOT_WANTS_HELP_NOW | WANTS_HELP_LAPSED | INJURY_NOT_TALKED},
    [13] = {IS_EARLY, NOT_EARLY},
    [14] = {IS_EARLY | NO_E | NOT_WANTS_HELP_NOW, NOT_EARLY | WANTS_HELP_NOW},
    [15] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [16] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [17] = {IS_FREE | IN_DOUBT, NOT_FREE | NO_REPORT | NO_HELP},
    [18] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [19] = {IS_FREE, NOT_FREE | NO_REPORT | HELP_RUNS | IN_DOUBT},
    [20] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [21] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [22] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [23] = {IS_FREE, NOT_FREE | NO_REPORT | IN_DOUBT},
    [24] = {IS_FREE, NOT_FREE | NO_REPORT | IN_DOUBT},
    [25] = {IS_FREE | IN_DOUBT, NOT_FREE | NO_REPORT | NO_HELP},
    [26] = {IS_FREE, NOT_FREE | NO_REPORT | IN_DOUBT},
    [27] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [28] = {IS_FREE | IN_DOUBT, NOT_FREE | NO_REPORT | NO_HELP},
    [29] = {IS_FREE, NOT_FREE | NO_REPORT | IN_DOUBT},
    [30] = {IS_FREE, NOT_FREE | NO_REPORT | NO_HELP | IN_DOUBT},
    [31] = {IS_FREE | HELP_RUNS | R_OR_HELP, NOT_FREE | NO_REPORT},
    [32] = {IS_FREE | HELP_RUNS | R_OR_HELP | IN_DOUBT, NOT_FREE | NO_REPORT},
    [33] = {IS_FREE, NOT_FREE | NO_REPORT | HELP_RUNS | IN_DOUBT},
    [34] = {IS_FREE | HELP_RUNS | R_OR_HELP, NOT_FREE | NO_REPORT | IN_DOUBT},
    [35] = {IS_EARLY | NO_E | NO_CONSULT | NOT_WANTS_HELP_NOW,
	NOT_EARLY | HAS_F | HAS_P | HAS_H | NOT_CALLED_ON_H | HAS_A | HAS_S | INJURY_NOT_TALKED
	    | WANTS_HELP_LAPSED | WANTS_HELP_NOW},
};

/* Whether a row can hold after a rule because of one of its whens. */
static inline bool
situations_may_meet(const struct when *when, unsigned rule)
{
	enum word outcome = weighing_outcome_of(rule);
	bool names_nothing = when->rules == 0 && when->outcomes == 0 && when->conditions == 0;

	return !names_nothing && (when->rules == 0 || (when->rules & UINT64_C(1) << rule) != 0)
	    && (when->outcomes == 0
		|| (when->outcomes & UINT32_C(1) << (outcome - OUTCOME_FIRST)) != 0)
	    && (when->conditions & rule_conditions[rule].never) == 0;
}

#endif
