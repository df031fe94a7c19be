#include "rules/referral_table.h"

/* Legend: a set of outcomes or of the weighing's rules, with BUT() all others; several conditions
 * joined by | must all hold; DAY is the day counted from itself, PLUS(n) n working days later;
 * KEPT marks a row that is not silenced by its action being done. */
#define OUTCOME(outcome) (UINT32_C(1) << (OUTCOME_##outcome - OUTCOME_FIRST))
#define ANY_OUTCOME	 0
#define W(rule)		 (UINT64_C(1) << (rule))
#define ANY_RULE	 0
#define BUT(rules)	 (~(rules))
#define DAY                                                                                        \
	{                                                                                          \
		WORKDAYS, 0                                                                        \
	}
#define PLUS(n)                                                                                    \
	{                                                                                          \
		WORKDAYS, n                                                                        \
	}
#define KEPT true

/* clang-format off */
const struct table_row table_rows[] = {
/* rule outcomes                rules          conditions                    partner                action                     counts from            due */
{ 1, ANY_OUTCOME,               W(1) | W(2),   0,                            PARTNER_VEILIG_THUIS,  ACTION_REPORT_NOW,         UNSAFE_ANSWER,         DAY, false},
{ 2, ANY_OUTCOME,          BUT(W(1) | W(2)),   NOT_REPORTED,                 PARTNER_VEILIG_THUIS,  ACTION_REPORT,             UNREPORTED_QUESTION,   PLUS(1), false},
{ 3, ANY_OUTCOME,               ANY_RULE,      ASKED | UNSAFE_ASKS,          PARTNER_BOARD,         ACTION_INFORM,             ASKING_QUESTION,       DAY, false},
{ 3, ANY_OUTCOME,               ANY_RULE,      ASKED | UNSAFE_DOES_NOT,      PARTNER_BOARD,         ACTION_INFORM,             ASKING_QUESTION,       PLUS(1), false},
{ 4, BUT(OUTCOME(CHECK_SAFETY)), ANY_RULE,     ASKED | E_EMPTY | TALK_NOT_UNSAFE | ADVISED_ON_D,
                                                                             PARTNER_AF,            ACTION_TELL_PARENTS,       ASKING_QUESTION,       PLUS(1), false},
{ 5, ANY_OUTCOME,               ANY_RULE,      HAS_R,                        PARTNER_VEILIG_THUIS,  ACTION_FEEDBACK,           R,                     PLUS(5), false},
{ 6, ANY_OUTCOME,               ANY_RULE,      HAS_R,                        PARTNER_VEILIG_THUIS,  ACTION_FINAL_FEEDBACK,     R,                     PLUS(50), false},
{ 7, ANY_OUTCOME,               W(10),         0,                            PARTNER_AF,            ACTION_MONITOR,            R,                     {MONITOR_WHEN_EARLIER, 20}, KEPT},
{ 8, ANY_OUTCOME,               W(3),          NOT_ADVISED_ON_D,             PARTNER_VEILIG_THUIS,  ACTION_ADVISE_NOW,         D,                     DAY, false},
{ 9, ANY_OUTCOME,               W(4),          0,                            PARTNER_VEILIG_THUIS,  ACTION_ADVISE_EXPERT,      E,                     DAY, false},
{10, ANY_OUTCOME,               ANY_RULE,      HAS_F,                        PARTNER_BOARD,         ACTION_STAFF_DUTY,         F,                     DAY, false},
{11, ANY_OUTCOME,               ANY_RULE,      HAS_F,                        PARTNER_INSPECTOR,     ACTION_ADVISE,             F,                     DAY, false},
{12, ANY_OUTCOME,               ANY_RULE,      HAS_P,                        PARTNER_BOARD,         ACTION_PEER_PROTOCOL,      P,                     DAY, false},
{13, ANY_OUTCOME,               ANY_RULE,      HAS_H,                        PARTNER_AF,            ACTION_COMFORT,            H,                     DAY, false},
{14, OUTCOME(CONSULT),          ANY_RULE,      0,                            PARTNER_AF,            ACTION_DISCUSS,            Q,                     PLUS(5), false},
{15, OUTCOME(CONSULT),          ANY_RULE,      0,                            PARTNER_KERNTEAM,      ACTION_DISCUSS,            Q,                     PLUS(5), false},
{16, OUTCOME(CONSULT),          ANY_RULE,      0,                            PARTNER_VEILIG_THUIS,  ACTION_ADVISE,             Q,                     PLUS(5), false},
{17, OUTCOME(REWEIGH),          ANY_RULE,      0,                            PARTNER_AF,            ACTION_WEIGH,              S_R_AND_U,             PLUS(1), KEPT},
{18, ANY_OUTCOME,               W(24),         0,                            PARTNER_AF,            ACTION_WEIGH,              Q_ELSE_S,              PLUS(1), KEPT},
{18, OUTCOME(INCOMPLETE) | OUTCOME(START_MELDCODE), BUT(W(24)), 0,           PARTNER_AF,            ACTION_WEIGH,              Q_ELSE_S,              PLUS(5), KEPT},
{19, OUTCOME(CHECK_SAFETY),     ANY_RULE,      UNSAFE_NOT_SINCE_D,           PARTNER_AF,            ACTION_WEIGH,              D,                     DAY, KEPT},
{20, OUTCOME(EXPERT_FIRST),     ANY_RULE,      0,                            PARTNER_AF,            ACTION_WEIGH,              E,                     PLUS(5), KEPT},
{20, OUTCOME(CONSULT),          ANY_RULE,      0,                            PARTNER_AF,            ACTION_WEIGH,              Q,                     PLUS(10), KEPT},
{21, OUTCOME(TALK_FIRST),       ANY_RULE,      NO_TALK_HELD,                 PARTNER_AF,            ACTION_TALK,               FIRST_OF_S,            PLUS(5), KEPT},
{21, OUTCOME(TALK_FIRST),       ANY_RULE,      SOME_TALK,                    PARTNER_AF,            ACTION_TALK,               S,                     PLUS(5), KEPT},
{22, OUTCOME(TALK_FIRST) | OUTCOME(START_MELDCODE), ANY_RULE, HAS_S | NO_CONSULT, PARTNER_KERNTEAM, ACTION_DISCUSS,            Q_ELSE_S,              PLUS(5), false},
{23, OUTCOME(EARLY_HELP),       ANY_RULE,      0,                            BY_TOPIC,              ACTION_JOINT_TALK,         THE_TALK,              PLUS(5), false},
{23, OUTCOME(TALK_FIRST),       ANY_RULE,      TALK_LAPSED,                  BY_TOPIC,              ACTION_JOINT_TALK,         THE_TALK,              PLUS(5), false},
{24, OUTCOME(EARLY_HELP),       ANY_RULE,      0,                            PARTNER_AF,            ACTION_REVIEW,             THE_TALK,              {REVIEW_ELSE, 20}, KEPT},
{25, ANY_OUTCOME,               ANY_RULE,      HELP_RUNS | EXPERT_NOT_OPEN,  CASEMANAGER_OR_TOPIC,  ACTION_HELP,               ACCEPTS_ANSWER,        PLUS(5), false},
{26, ANY_OUTCOME,               ANY_RULE,      HELP_RUNS | HAS_TERM,         PARTNER_AF,            ACTION_REVIEW,             ACCEPTS_ANSWER,        {TERM_DATE, 0}, KEPT},
{27, ANY_OUTCOME,               W(18) | W(19), HAS_REVIEW,                   PARTNER_AF,            ACTION_REVIEW,             SUSPICION_ANSWER,      {REVIEW_DATE, 0}, KEPT},
{28, ANY_OUTCOME,               W(18) | W(19), WANTS_HELP_NOW,                    BY_TOPIC,              ACTION_JOINT_TALK,         THE_TALK,              PLUS(5), false},
{29, ANY_OUTCOME,               W(18) | W(19), TALK_NOT_OPEN,                PARTNER_KERNTEAM,      ACTION_EXPLORE_GREY,       SUSPICION_AND_CONCERN, PLUS(10), false},
{30, ANY_OUTCOME,               W(18) | W(19), TALK_NOT_OPEN,                PARTNER_KERNTEAM,      ACTION_BEAR_AND_NORMALISE, SUSPICION_AND_CONCERN, PLUS(10), false},
{31, ANY_OUTCOME,               W(18) | W(19), TALK_NOT_OPEN,                PARTNER_KERNTEAM,      ACTION_THINK_ALONG,        SUSPICION_AND_CONCERN, PLUS(10), false},
{32, ANY_OUTCOME,               W(33),         0,                            PARTNER_AF,            ACTION_MONITOR,            RESULT_ANSWER,         {MONITOR_ELSE, 20}, KEPT},
{33, ANY_OUTCOME,               W(18) | W(19), PLAN_LACKS,                   PARTNER_AF,            ACTION_PLAN,               SUSPICION_ANSWER,      PLUS(5), KEPT},
{33, ANY_OUTCOME,               W(33),         PLAN_LACKS,                   PARTNER_AF,            ACTION_PLAN,               RESULT_ANSWER,         PLUS(5), KEPT},
{33, ANY_OUTCOME, BUT(W(18) | W(19) | W(33)),  PLAN_LACKS,                   PARTNER_AF,            ACTION_PLAN,               ACCEPTS_ANSWER,        PLUS(5), KEPT},
{34, ANY_OUTCOME,               ANY_RULE,      EXPERT_NOT_OPEN,              BY_NEED,               ACTION_PRACTICAL_HELP,     NEEDS,                 PLUS(10), false},
{35, ANY_OUTCOME,               ANY_RULE,      HAS_A | EXPERT_NOT_OPEN,      PARTNER_LPA,           ACTION_ABSENCE,            A,                     PLUS(5), false},
};
/* clang-format on */

const size_t table_row_count = sizeof(table_rows) / sizeof(table_rows[0]);
