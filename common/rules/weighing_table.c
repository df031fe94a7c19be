#include "rules/weighing_table.h"

/*
 * A row holds when each fact that it names has one of the values given. The
 * last row is for a case without facts: a row above that is narrowed by mistake
 * falls to it, and so never closes a case.
 */

/* clang-format off */
const struct weighing_row weighing_rows[] = {
    /* safety, and what may never wait */
    { 1, {[UNSAFE] = ACUTE | DISCLOSURE | STRUCTURAL | YES, [UNSAFE_REPORTED] = NO}, .outcome = OUTCOME_REPORT_NOW, .question = QUESTION_UNSAFE, .due = DUE_REPORT},
    { 2, {[UNSAFE] = DOUBT, [UNSAFE_REPORTED] = NO}, .outcome = OUTCOME_REPORT_NOW, .question = QUESTION_UNSAFE, .due = DUE_REPORT},
    { 3, {[SAFETY_TO_JUDGE] = YES}, .outcome = OUTCOME_CHECK_SAFETY, .question = QUESTION_UNSAFE, .due = DUE_SAFETY, .missing = MISSING_SAFETY},
    { 4, {[EXPERT_OPEN] = YES}, .outcome = OUTCOME_EXPERT_FIRST},
    { 5, {[CAN_HELP] = NO, [CAN_HELP_REPORTED] = NO, [CAN_HELP_ASKED] = YES}, .outcome = OUTCOME_REPORT, .question = QUESTION_CAN_HELP},
    { 6, {[ACCEPTS] = NO, [ACCEPTS_REPORTED] = NO, [ACCEPTS_ASKED] = YES}, .outcome = OUTCOME_REPORT, .question = QUESTION_ACCEPTS},
    { 7, {[RESULT] = NO, [RESULT_REPORTED] = NO, [RESULT_ASKED] = YES}, .outcome = OUTCOME_REPORT_AGAIN, .question = QUESTION_RESULT},
    { 8, {[STAFF_DUTY_OPEN] = YES}, .outcome = OUTCOME_STAFF_DUTY},

    /* a report has been made */
    { 9, {[REPORT_ASKED] = YES, [NEW_SINCE_REPORT] = YES}, .outcome = OUTCOME_REWEIGH, .question = QUESTION_UNSAFE, .missing = MISSING_AFTER_REPORT},
    {10, {[REPORT_ASKED] = YES}, .outcome = OUTCOME_REPORTED},

    /* before the meldcode */
    {11, {[STARTED] = NO, [OUTSIDE_ALONE] = YES}, .outcome = OUTCOME_OWN_PROTOCOL},
    {12, {[STARTED] = NO, [TALK] = WANTS_HELP, [EXPERT_ASKED_FOR] = NO}, .outcome = OUTCOME_EARLY_HELP},
    {13, {[STARTED] = NO, [TALK_OR_EXPERT] = YES}, .outcome = OUTCOME_START_MELDCODE},
    {14, {[STARTED] = NO, [HAS_FACTS] = YES}, .outcome = OUTCOME_TALK_FIRST},

    /* weighing 1 */
    {15, {[SUSPICION] = STALE}, .outcome = OUTCOME_REWEIGH, .question = QUESTION_SUSPICION, .missing = MISSING_OPEN},
    {16, {[SUSPICION] = NONE, [HAS_FACTS] = YES}, .outcome = OUTCOME_INCOMPLETE, .question = QUESTION_SUSPICION, .missing = MISSING_OPEN},
    {17, {[SUSPICION] = DOUBT}, .outcome = OUTCOME_CONSULT, .question = QUESTION_SUSPICION},
    {18, {[SUSPICION] = NO, [CONCERN] = YES | DOUBT, [REVIEW_PASSED] = YES}, .outcome = OUTCOME_OVERDUE, .question = QUESTION_CONCERN, .due = DUE_REVIEW, .plan = PLAN_WITH_REVIEW},
    {19, {[SUSPICION] = NO, [CONCERN] = YES | DOUBT}, .outcome = OUTCOME_GREY, .question = QUESTION_CONCERN, .due = DUE_REVIEW, .plan = PLAN_WITH_REVIEW},
    {20, {[SUSPICION] = NO, [CONCERN] = STALE}, .outcome = OUTCOME_REWEIGH, .question = QUESTION_CONCERN, .missing = MISSING_OPEN},
    {21, {[SUSPICION] = NO, [CONCERN] = NONE}, .outcome = OUTCOME_INCOMPLETE, .question = QUESTION_CONCERN, .missing = MISSING_OPEN},
    {22, {[SUSPICION] = NO, [CONCERN] = NO}, .outcome = OUTCOME_CLOSE, .question = QUESTION_CONCERN},

    /* weighing 2: suspicion is yes; unsafe is no, stale or none */
    {23, {[SUSPICION] = YES, [UNSAFE] = STALE}, .outcome = OUTCOME_REWEIGH, .question = QUESTION_UNSAFE, .missing = MISSING_OPEN},
    {24, {[SUSPICION] = YES, [UNSAFE] = NONE}, .outcome = OUTCOME_INCOMPLETE, .question = QUESTION_UNSAFE, .missing = MISSING_OPEN},

    /* weighing 3 */
    {25, {[SUSPICION] = YES, [CAN_HELP] = DOUBT}, .outcome = OUTCOME_CONSULT, .question = QUESTION_CAN_HELP},
    {26, {[SUSPICION] = YES, [CAN_HELP] = STALE}, .outcome = OUTCOME_REWEIGH, .question = QUESTION_CAN_HELP, .missing = MISSING_OPEN},
    {27, {[SUSPICION] = YES, [CAN_HELP] = NONE}, .outcome = OUTCOME_INCOMPLETE, .question = QUESTION_CAN_HELP, .missing = MISSING_OPEN},

    /* weighing 4 */
    {28, {[SUSPICION] = YES, [ACCEPTS] = DOUBT}, .outcome = OUTCOME_CONSULT, .question = QUESTION_ACCEPTS},
    {29, {[SUSPICION] = YES, [ACCEPTS] = STALE}, .outcome = OUTCOME_REWEIGH, .question = QUESTION_ACCEPTS, .missing = MISSING_OPEN},
    {30, {[SUSPICION] = YES, [ACCEPTS] = NONE}, .outcome = OUTCOME_INCOMPLETE, .question = QUESTION_ACCEPTS, .missing = MISSING_OPEN},

    /* weighing 5: can-help and accepts are yes */
    {31, {[SUSPICION] = YES, [RESULT] = NO | DOUBT | STALE | NONE, [TERM_PASSED] = YES}, .outcome = OUTCOME_OVERDUE, .question = QUESTION_RESULT, .due = DUE_TERM},
    {32, {[SUSPICION] = YES, [RESULT] = DOUBT}, .outcome = OUTCOME_CONSULT, .question = QUESTION_RESULT},
    {33, {[SUSPICION] = YES, [RESULT] = YES}, .outcome = OUTCOME_CLOSE_MONITOR, .question = QUESTION_RESULT, .plan = PLAN_WITH_MONITOR},
    {34, {[SUSPICION] = YES, [RESULT] = NONE | STALE}, .outcome = OUTCOME_HELP, .question = QUESTION_RESULT, .due = DUE_TERM},

    /* otherwise: every line of the case was refused */
    {35, {0}, .outcome = OUTCOME_INCOMPLETE, .missing = MISSING_OPEN},
};
/* clang-format on */

static const size_t row_count = sizeof(weighing_rows) / sizeof(weighing_rows[0]);

static bool
row_holds(const struct weighing_row *row, const struct weighing_facts *facts)
{
	unsigned failing = 0;

	/* To its end, without a look in between: so the machine takes many facts at a time. */
	for (size_t i = 0; i < WEIGHING_FACTS; i++)
		failing |= (row->when[i] != 0) & ((row->when[i] & facts->fact[i]) == 0);
	return failing == 0;
}

const struct weighing_row *
weighing_look_up(const struct weighing_facts *facts, unsigned below)
{
	const struct weighing_row *row = weighing_rows;

	while (row->rule <= below || !row_holds(row, facts))
		row++;
	return row;
}

const struct weighing_row *
weighing_row_of(unsigned rule)
{
	/* Rules are numbered in the order of their rows. */
	return rule >= 1 && rule <= row_count ? &weighing_rows[rule - 1] : NULL;
}
