#include "rules/referral_table.h"

/* Legend. When: one of one or two, each a set of the weighing's rules, of outcomes (BUT() is all
 * others) and of conditions, all of which must hold. Then partner, action, and the action when a
 * report was made (0 is the same). From: the sets that are counted from and what else ends them,
 * with some rules alone where these stand before them. Due: DAY is the day counted from itself,
 * PLUS(n) n working days later; with some rules or conditions where these stand behind it; the
 * first that fits. Last what the action being done does: KEPT is the page's "!", RENEWED its "~".
 */
#define W(rule)		 (UINT64_C(1) << (rule))
#define OUTCOME(outcome) (UINT32_C(1) << (OUTCOME_##outcome - OUTCOME_FIRST))
#define BUT(set)	 (~(set))
#define RULES(rules)                                                                               \
	{                                                                                          \
		{                                                                                  \
			(rules), 0, 0                                                              \
		}                                                                                  \
	}
#define RULES_IF(r, c)                                                                             \
	{                                                                                          \
		{                                                                                  \
			(r), 0, (c)                                                                \
		}                                                                                  \
	}
#define OUTCOMES(set)                                                                              \
	{                                                                                          \
		{                                                                                  \
			0, (set), 0                                                                \
		}                                                                                  \
	}
#define OUTCOMES_IF(o, c)                                                                          \
	{                                                                                          \
		{                                                                                  \
			0, (o), (c)                                                                \
		}                                                                                  \
	}
#define IF(conditions)                                                                             \
	{                                                                                          \
		{                                                                                  \
			0, 0, (conditions)                                                         \
		}                                                                                  \
	}
#define FROM(sets, until)                                                                          \
	{                                                                                          \
		{                                                                                  \
			0, (sets), (until)                                                         \
		}                                                                                  \
	}
#define DAY                                                                                        \
	{                                                                                          \
		WORKDAYS, 0, 0, 0                                                                  \
	}
#define PLUS(n)                                                                                    \
	{                                                                                          \
		WORKDAYS, (n), 0, 0                                                                \
	}

/* clang-format off */
const struct table_row table_rows[] = {
    { 1, RULES(W(1) | W(2)),
         PARTNER_VEILIG_THUIS, ACTION_REPORT_NOW, 0,
         FROM(STAND_UNSAFE, UNTIL_R), {DAY}, SILENCED},
    { 4, OUTCOMES_IF(BUT(OUTCOME(CHECK_SAFETY)), ASKED_OR_R | NO_E | TALK_NOT_UNSAFE | NO_D_OR_CALLED),
         PARTNER_AF, ACTION_TELL_PARENTS, 0,
         FROM(STANDS_ASKED | R_WITHOUT_STAND, BY_DONE_ALONE), {{WORKDAYS, 0, 0, SAFE_TO_TELL_TODAY}, PLUS(1)}, SILENCED},
    { 2, RULES_IF(BUT(W(1) | W(2)), UNREPORTED),
         PARTNER_VEILIG_THUIS, ACTION_REPORT, 0,
         FROM(STANDS_UNREPORTED, UNTIL_R), {PLUS(1)}, SILENCED},
    { 3, IF(ASKED_OR_R),
         PARTNER_BOARD, ACTION_INFORM, 0,
         FROM(STANDS_ASKED | R_WITHOUT_STAND, BY_DONE_ALONE), {{WORKDAYS, 0, 0, UNSAFE_ASKED}, PLUS(1)}, SILENCED},
    { 5, IF(HAS_R),
         PARTNER_VEILIG_THUIS, ACTION_FEEDBACK, 0,
         FROM(FROM_R, BY_DONE_ALONE), {PLUS(5)}, SILENCED},
    { 6, IF(HAS_R),
         PARTNER_VEILIG_THUIS, ACTION_FINAL_FEEDBACK, 0,
         FROM(FROM_R, BY_DONE_ALONE), {PLUS(50)}, SILENCED},
    { 7, OUTCOMES_IF(BUT(OUTCOME(CLOSE) | OUTCOME(CLOSE_MONITOR)), HAS_R),
         PARTNER_AF, ACTION_MONITOR, 0,
         FROM(FROM_R, BY_DONE_ALONE), {{MONITOR_DATE, 20, 0, 0}}, RENEWED},
    { 8, RULES_IF(W(3), NOT_CALLED_ON_D),
         PARTNER_VEILIG_THUIS, ACTION_ADVISE_NOW, ACTION_ADD_TO_REPORT,
         FROM(FROM_D, UNTIL_V), {DAY}, SILENCED},
    { 9, {{W(4), 0, 0}, {W(3), 0, CALLED_ON_D | EXPERT_IS_OPEN}},
         PARTNER_VEILIG_THUIS, ACTION_ADVISE_EXPERT, ACTION_ADD_TO_REPORT,
         FROM(FROM_E, UNTIL_X), {DAY}, SILENCED},
    {10, IF(HAS_F),
         PARTNER_BOARD, ACTION_STAFF_DUTY, 0,
         FROM(FROM_F, BY_DONE_ALONE), {DAY}, SILENCED},
    {11, IF(HAS_F),
         PARTNER_INSPECTOR, ACTION_ADVISE, 0,
         FROM(FROM_F, BY_DONE_ALONE), {DAY}, SILENCED},
    {12, IF(HAS_P),
         PARTNER_BOARD, ACTION_PEER_PROTOCOL, 0,
         FROM(FROM_P, BY_DONE_ALONE), {DAY}, SILENCED},
    {13, IF(HAS_H),
         PARTNER_AF, ACTION_COMFORT, 0,
         FROM(FROM_NEWEST_H, BY_DONE_ALONE), {DAY}, SILENCED},
    {38, OUTCOMES_IF(OUTCOME(TALK_FIRST) | OUTCOME(START_MELDCODE) | OUTCOME(EARLY_HELP), NOT_CALLED_ON_H),
         PARTNER_VEILIG_THUIS, ACTION_ADVISE, 0,
         FROM(FROM_H, UNTIL_V), {PLUS(1)}, SILENCED},
    {14, IF(IN_DOUBT),
         PARTNER_AF, ACTION_DISCUSS, 0,
         FROM(STAND_OF_RULE, BY_DONE_ALONE), {PLUS(5)}, SILENCED},
    {15, IF(IN_DOUBT),
         PARTNER_KERNTEAM, ACTION_DISCUSS, 0,
         FROM(STAND_OF_RULE, BY_DONE_ALONE), {PLUS(5)}, SILENCED},
    {16, IF(IN_DOUBT),
         PARTNER_VEILIG_THUIS, ACTION_ADVISE, 0,
         FROM(STAND_OF_RULE, BY_DONE_ALONE), {PLUS(5)}, SILENCED},
    {17, OUTCOMES(OUTCOME(REWEIGH)),
         PARTNER_AF, ACTION_WEIGH, 0,
         {{W(9), FROM_S, UNTIL_R}, {0, FROM_OVERTAKING, UNTIL_RULE_ANSWERS}},
         {{WORKDAYS, 0, 0, R_OR_HELP}, PLUS(1)}, KEPT},
    {18, OUTCOMES(OUTCOME(INCOMPLETE) | OUTCOME(START_MELDCODE)),
         PARTNER_AF, ACTION_WEIGH, 0,
         {{W(21) | W(24), STAND_SUSPICION, BY_DONE_ALONE}, {W(27), STAND_UNSAFE, BY_DONE_ALONE},
          {W(30), STAND_CAN_HELP, BY_DONE_ALONE}, {W(16), FROM_ANSWERS | FROM_R, BY_DONE_ALONE},
          {W(13), FROM_E | FROM_T_BUT_G, BY_DONE_ALONE}},
         {{WORKDAYS, 1, W(24), 0}, {WORKDAYS, 0, W(35), 0}, PLUS(5)}, KEPT},
    {19, RULES_IF(W(3), UNSAFE_NOT_SINCE_D),
         PARTNER_AF, ACTION_WEIGH, 0,
         FROM(FROM_D, UNTIL_UNSAFE), {DAY}, KEPT},
    {20, {{0, OUTCOME(EXPERT_FIRST), 0}, {0, 0, IN_DOUBT}},
         PARTNER_AF, ACTION_WEIGH, 0,
         {{W(4), FROM_E, UNTIL_ANSWERS}, {0, STAND_OF_RULE, BY_DONE_ALONE}},
         {{WORKDAYS, 5, W(4), 0}, PLUS(10)}, KEPT},
    {21, {{0, OUTCOME(TALK_FIRST), 0}, {0, 0, LACKS_TALK | NO_REPORT_AT_ALL}},
         PARTNER_AF, ACTION_TALK, 0,
         FROM(FROM_S | FROM_ANSWERS, UNTIL_T), {{WORKDAYS, 1, 0, INJURY_NOT_TALKED}, PLUS(5)}, KEPT},
    {22, OUTCOMES_IF(OUTCOME(TALK_FIRST) | OUTCOME(START_MELDCODE), HAS_S | NO_CONSULT),
         PARTNER_KERNTEAM, ACTION_DISCUSS, 0,
         FROM(FROM_S, BY_DONE_ALONE), {PLUS(5)}, SILENCED},
    {37, IF(LACKS_CONSULT),
         PARTNER_AF, ACTION_DISCUSS, 0,
         FROM(FROM_S | FROM_ANSWERS, UNTIL_C), {PLUS(5)}, KEPT},
    {23, {{0, OUTCOME(EARLY_HELP), 0}, {0, OUTCOME(TALK_FIRST), WANTS_HELP_LAPSED}},
         ONE_PARTNER, ACTION_JOINT_TALK, 0,
         FROM(FROM_G, UNTIL_U), {PLUS(5)}, SILENCED},
    {24, OUTCOMES(OUTCOME(EARLY_HELP)),
         PARTNER_AF, ACTION_REVIEW, 0,
         FROM(FROM_G, UNTIL_U | UNTIL_S), {{REVIEW_DATE_ELSE, 20, 0, 0}}, RENEWED},
    {25, IF(HELP_RUNS | EXPERT_NOT_OPEN),
         CASEMANAGER_OR_TOPIC, ACTION_HELP, 0,
         FROM(STAND_ACCEPTS, BY_DONE_ALONE), {PLUS(5)}, SILENCED},
    {26, IF(HELP_RUNS),
         PARTNER_AF, ACTION_REVIEW, 0,
         FROM(STAND_ACCEPTS, BY_DONE_ALONE), {{TERM_DATE, 0, 0, 0}}, KEPT},
    {27, RULES(W(18) | W(19)),
         PARTNER_AF, ACTION_REVIEW, 0,
         FROM(STAND_SUSPICION, BY_DONE_ALONE), {{REVIEW_DATE, 0, 0, 0}}, KEPT},
    {28, RULES_IF(W(18) | W(19), WANTS_HELP_NOW),
         ONE_PARTNER, ACTION_JOINT_TALK, 0,
         FROM(FROM_G, UNTIL_U), {PLUS(5)}, SILENCED},
    {29, RULES_IF(W(18) | W(19), NOT_WANTS_HELP_NOW),
         PARTNER_KERNTEAM, ACTION_EXPLORE_GREY, 0,
         FROM(STAND_CONCERN, BY_DONE_ALONE), {PLUS(10)}, SILENCED},
    {30, RULES_IF(W(18) | W(19), NOT_WANTS_HELP_NOW),
         PARTNER_KERNTEAM, ACTION_BEAR_AND_NORMALISE, 0,
         FROM(STAND_CONCERN, BY_DONE_ALONE), {PLUS(10)}, SILENCED},
    {31, RULES_IF(W(18) | W(19), NOT_WANTS_HELP_NOW),
         PARTNER_KERNTEAM, ACTION_THINK_ALONG, 0,
         FROM(STAND_CONCERN, BY_DONE_ALONE), {PLUS(10)}, SILENCED},
    {32, RULES(W(33)),
         PARTNER_AF, ACTION_MONITOR, 0,
         FROM(STAND_RESULT, BY_DONE_ALONE), {{MONITOR_DATE_ELSE, 20, 0, 0}}, RENEWED},
    {33, IF(LACKS_PLAN),
         PARTNER_AF, ACTION_PLAN, 0,
         {{W(18) | W(19), STAND_SUSPICION, UNTIL_PLAN_REVIEW}, {W(33), STAND_RESULT, BY_DONE_ALONE}, {0, STAND_ACCEPTS, BY_DONE_ALONE}},
         {PLUS(5)}, KEPT},
    {34, IF(EXPERT_NOT_OPEN),
         BY_NEED, ACTION_PRACTICAL_HELP, 0,
         FROM(FROM_NEEDS, BY_DONE_ALONE), {PLUS(10)}, SILENCED},
    {35, IF(HAS_A | EXPERT_NOT_OPEN),
         PARTNER_LPA, ACTION_ABSENCE, 0,
         FROM(FROM_A, BY_DONE_ALONE), {PLUS(5)}, SILENCED},
    {39, OUTCOMES(OUTCOME(OWN_PROTOCOL)),
         PARTNER_AF, ACTION_REVIEW, 0,
         FROM(FROM_S, BY_DONE_ALONE), {PLUS(20)}, SILENCED},
};
/* clang-format on */

const size_t table_row_count = sizeof(table_rows) / sizeof(table_rows[0]);
