#include "papers/overview/since.h"

#include "rules/done.h"
#include "rules/situation.h"

#define W(rule) (UINT64_C(1) << (rule))

/* What each rule of the weighing stands on, and what ends that: of those that mc-refer(1) counts
 * from, the set that made the outcome so. */
static const struct counts_from rows[] = {
    {W(1) | W(2), STAND_UNSAFE, UNTIL_R},
    {W(4), FROM_E, UNTIL_X},
    {W(5) | W(6) | W(7), STAND_OF_RULE, UNTIL_R},
    {W(8), FROM_F, BY_DONE_ALONE},
    {W(9), FROM_S, UNTIL_R},
    {W(10), FROM_R, UNTIL_S},
    {W(11) | W(14), FROM_S, BY_DONE_ALONE},
    {W(12), FROM_G, UNTIL_U | UNTIL_S},
    {W(13), FROM_E | FROM_T_BUT_G, BY_DONE_ALONE},
    {W(15) | W(20) | W(23) | W(26) | W(29), FROM_OVERTAKING, UNTIL_RULE_ANSWERS},
    {W(16), FROM_ANSWERS | FROM_R, BY_DONE_ALONE},
    {W(17) | W(19) | W(22) | W(25) | W(28) | W(32) | W(33), STAND_OF_RULE, BY_DONE_ALONE},
    {W(21) | W(24), STAND_SUSPICION, BY_DONE_ALONE},
    {W(27), STAND_UNSAFE, BY_DONE_ALONE},
    {W(30), STAND_CAN_HELP, BY_DONE_ALONE},
    {W(34), STAND_ACCEPTS, BY_DONE_ALONE},
};

/* The day that the weigh record itself tells: from which safety is to be judged, and after which an
 * agreement has passed. NO_DAY when its due says something else. */
static day_number
day_of_due(const struct entry *weigh)
{
	if (weigh->due == NO_DAY)
		return NO_DAY;
	if (weigh->code == OUTCOME_CHECK_SAFETY)
		return weigh->due;
	return weigh->code == OUTCOME_OVERDUE ? weigh->due + 1 : NO_DAY;
}

static const struct counts_from *
row_of(unsigned rule)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].rules & W(rule))
			return &rows[i];
	return NULL;
}

day_number
since_of(const struct dossier *dossier, day_number today)
{
	const struct entry *weigh = dossier->weigh;
	const struct counts_from *from = row_of(weigh->rule);
	struct assessment assessment;
	/* Of the rule itself, whatever stands beside it. */
	struct weighing weighing = {.rule = weigh->rule, .outcome = weigh->code};
	struct demand demand;

	if (day_of_due(weigh) != NO_DAY)
		return day_of_due(weigh);
	assessment_make(&assessment, dossier->state, today);
	struct situation situation = situation_of(&assessment, &weighing, span_day(weigh->when));
	struct table_row row = {.when_done = SILENCED, .due = {{.kind = WORKDAYS}}};
	struct span_set done = weigh->code == OUTCOME_STAFF_DUTY
	    ? done_by(dossier->state, PARTNER_BOARD, ACTION_STAFF_DUTY)
	    : (struct span_set){0};
	if (from == NULL)
		return span_day(weigh->when);
	row.from[0] = *from;
	return situation_demands(&situation, &row, TOPIC_NONE, done, &demand)
	    ? demand.since
	    : span_day(weigh->when);
}
