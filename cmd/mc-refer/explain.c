#include "explain.h"

#include <stdio.h>

#include "records/rule.h"
#include "rules/explain.h"
#include "rules/referral_table.h"
#include "rules/weighing.h"
#include "tool/diagnostics.h"

/* A bit of a set, and what it says. */
struct explain_bit {
	uint32_t bit; /* 0 behind the last */
	const char *words;
};

static const struct explain_bit condition_words[] = {
    {NO_REPORT_AT_ALL, N_("no answer asks for a report to Veilig Thuis, and none was made")},
    {UNREPORTED, N_("an answer asks for a report to Veilig Thuis, which was not made yet")},
    {ASKED_OR_R, N_("an answer asks for a report to Veilig Thuis, or one was made")},
    {UNSAFE_ASKED, N_("the answer to weighing 2 (unsafe) asks for a report")},
    {SAFE_TO_TELL_TODAY,
	N_("weighing 2 (unsafe) is yes, structural or doubt, and nothing else "
	   "asks to judge safety at once")},
    {HAS_R, N_("a report was made to Veilig Thuis")},
    {LACKS_PLAN,
	N_("the plan lacks its goal, term, case manager, date of review or agreement on "
	   "monitoring, as the flags say")},
    {R_OR_HELP, N_("a report was made to Veilig Thuis, or help runs")},
    {NO_E, N_("nothing asks for Veilig Thuis or an expert before any talk")},
    {TALK_NOT_UNSAFE, N_("the talk was not left out for somebody's safety")},
    {NO_D_OR_CALLED,
	N_("nothing asks to judge safety at once, or Veilig Thuis was called about it")},
    {CALLED_ON_D, N_("Veilig Thuis was called about what asks to judge safety at once")},
    {NOT_CALLED_ON_D,
	N_("a signal, or a talk left out for somebody's safety, asks to judge safety "
	   "at once, and Veilig Thuis was not called since")},
    {UNSAFE_NOT_SINCE_D,
	N_("weighing 2 (unsafe) was not answered since something asked to judge "
	   "safety at once")},
    {HAS_F, N_("there is a signal about a member of staff")},
    {HAS_P, N_("there is a signal about something between pupils")},
    {HAS_H, N_("there is a notice of Handle with Care")},
    {NOT_CALLED_ON_H,
	N_("there is a notice of Handle with Care, and Veilig Thuis was not asked since")},
    {HAS_A, N_("there is a signal of absence")},
    {HAS_S, N_("there is a signal")},
    {INJURY_NOT_TALKED, N_("there is a signal of an injury, and no talk with the parents since")},
    {NO_CONSULT, N_("nobody was consulted at all")},
    {WANTS_HELP_LAPSED, N_("in the talk the parents wanted help, but a signal came since")},
    {WANTS_HELP_NOW, N_("in the talk the parents wanted help, and no signal came since")},
    {NOT_WANTS_HELP_NOW,
	N_("it is not so that the parents wanted help in the talk and no signal "
	   "came since")},
    {IN_DOUBT,
	N_("an answer to the weighing is doubt, also when the term for the result has passed")},
    {EXPERT_IS_OPEN, N_("Veilig Thuis or an expert must be asked before any talk, and was not")},
    {EXPERT_NOT_OPEN, N_("nobody has to be asked before any talk, or that was done")},
    {HELP_RUNS,
	N_("help runs: it is possible and accepted (weighing 3 and 4 are yes), and its "
	   "result is not yet good")},
    {LACKS_TALK, N_("in this round no talk with the parents was held or left out")},
    {LACKS_CONSULT, N_("in this round nobody was consulted")},
    {0, NULL},
};

static const struct explain_bit set_words[] = {
    {FROM_S, N_("the signals")},
    {FROM_D, N_("what asks to judge safety at once")},
    {FROM_E, N_("what asks for Veilig Thuis or an expert before any talk")},
    {FROM_F, N_("the signals about a member of staff")},
    {FROM_P, N_("the signals about something between pupils")},
    {FROM_H, N_("the notices of Handle with Care")},
    {FROM_NEWEST_H, N_("the newest notice of Handle with Care")},
    {FROM_A, N_("the signals of absence")},
    {FROM_R, N_("the reports to Veilig Thuis")},
    {FROM_G, N_("the talks in which the parents wanted help")},
    {FROM_T_BUT_G, N_("the talks, but those in which the parents wanted help")},
    {FROM_ANSWERS, N_("the answers to the weighings")},
    {FROM_NEEDS, N_("the needs with which this partner helps")},
    {STAND_OF_RULE, N_("the doubt about this weighing")},
    {STAND_SUSPICION, N_("the answer to weighing 1 (suspicion)")},
    {STAND_CONCERN, N_("the answer to weighing 1b (concern)")},
    {STAND_UNSAFE, N_("the answer to weighing 2 (unsafe)")},
    {STAND_CAN_HELP, N_("the answer to weighing 3 (can-help)")},
    {STAND_ACCEPTS, N_("the answer to weighing 4 (accepts)")},
    {STAND_RESULT, N_("the answer to weighing 5 (result)")},
    {FROM_OVERTAKING, N_("what made the answer out of date")},
    {STANDS_UNREPORTED, N_("each answer that asks for a report which was not made")},
    {STANDS_ASKED, N_("each answer that asks for a report")},
    {R_WITHOUT_STAND,
	N_("the report to Veilig Thuis, when no answer asks for one or this was never done")},
    {0, NULL},
};

static const struct explain_bit until_words[] = {
    {UNTIL_R, N_("a report to Veilig Thuis")},
    {UNTIL_V, N_("a call to Veilig Thuis, for advice or to report")},
    {UNTIL_X, N_("advice of Veilig Thuis or an expert")},
    {UNTIL_S, N_("a new signal")},
    {UNTIL_U, N_("a talk in which help or the concern was turned down")},
    {UNTIL_T, N_("a talk with the parents, held or left out, in this round")},
    {UNTIL_C, N_("a consultation in this round")},
    {UNTIL_ANSWERS, N_("an answer to a weighing")},
    {UNTIL_UNSAFE, N_("an answer to weighing 2 (unsafe)")},
    {UNTIL_RULE_ANSWERS, N_("a new answer to that weighing")},
    {UNTIL_PLAN_REVIEW, N_("an agreement on the date of review")},
    {0, NULL},
};

/* What a row can ask, it says: a bit of each set has its words. */
#define HAS_WORDS_UP_TO(bits, last)                                                                \
	_Static_assert((UINT32_C(1) << (sizeof(bits) / sizeof((bits)[0]) - 2)) == (last),          \
	    "words for each bit")
HAS_WORDS_UP_TO(condition_words, LACKS_CONSULT);
HAS_WORDS_UP_TO(set_words, R_WITHOUT_STAND);
HAS_WORDS_UP_TO(until_words, UNTIL_PLAN_REVIEW);

/* The day by which it is due; %u is a number of working days, which may be left out. */
static const char *const due_words[] = {
    [WORKDAYS] = N_("working day %u after that day"),
    [MONITOR_DATE] = N_("working day %u after that day, or the date of monitoring that was agreed "
			"when it lies after that day and is earlier (later too once monitored)"),
    [MONITOR_DATE_ELSE] = N_("the date of monitoring that was agreed, when it lies after that day; "
			     "else working day %u after it"),
    [REVIEW_DATE_ELSE] = N_("the date of review that was agreed, when it lies after that day; else "
			    "working day %u after it"),
    [TERM_DATE] = N_("the term that was agreed for the help; without one this is not asked"),
    [REVIEW_DATE] = N_("the date of review that was agreed; without one this is not asked"),
};

static const char *const done_words[] = {
    [SILENCED] = N_("Once it is recorded as done, it is asked no more until something new makes it "
		    "count again."),
    [KEPT] = N_("That it was done does not end it: only what it has to lead to does, an answer, a "
		"talk, a consultation or an agreement of the plan."),
    [RENEWED] = N_("Each time that it is recorded as done its term begins anew."),
};

static const struct {
	unsigned partner;
	const char *words;
} partner_words[] = {
    {ONE_PARTNER,
	N_("one partner of the kernteam: the first that the family has said yes to, else "
	   "the one of the topic")},
    {CASEMANAGER_OR_TOPIC,
	N_("the case manager of the plan when that is a partner who gives help, else the partner "
	   "of "
	   "the topic")},
    {BY_NEED, N_("the partner of the topic of each need")},
};

static const char *
partner_of(unsigned partner)
{
	for (size_t i = 0; i < sizeof(partner_words) / sizeof(partner_words[0]); i++)
		if (partner_words[i].partner == partner)
			return _(partner_words[i].words);
	return explain_label((enum word)partner);
}

/* NULL of the rule that asks nothing. */
static const struct table_row *
row_of(unsigned rule)
{
	for (size_t i = 0; i < table_row_count; i++)
		if (table_rows[i].rule == rule)
			return &table_rows[i];
	return NULL;
}

static struct explain_words
words_of(const struct explain_bit bits[], uint32_t set)
{
	struct explain_words words = {.used = 0};

	for (; bits->bit != 0; bits++)
		if ((set & bits->bit) != 0)
			explain_add(&words, _(bits->words));
	return words;
}

/* All rules, and all outcomes: a set that leaves some out is told by those. */
static const uint64_t all_rules = (UINT64_C(1) << (RULE_WITHOUT_FACTS + 1)) - 2;
static const uint32_t all_outcomes = (UINT32_C(1) << (OUTCOME_END - OUTCOME_FIRST)) - 1;

static void
explain_rules(uint64_t rules)
{
	bool is_but = (rules & ~all_rules) != 0;
	struct explain_words words = {.used = 0};

	explain_add_rules(&words, is_but ? all_rules & ~rules : rules);
	explain_item(is_but ? _("the rule that gave the outcome is another than %s")
			    : _("the rule that gave the outcome is %s"),
	    words.text);
}

static void
explain_outcomes(uint32_t outcomes)
{
	bool is_but = (outcomes & ~all_outcomes) != 0;
	struct explain_words words = {.used = 0};

	explain_add_outcomes(&words, is_but ? all_outcomes & ~outcomes : outcomes);
	explain_item(
	    is_but ? _("the outcome is another than %s") : _("the outcome is %s"), words.text);
}

static void
explain_when(const struct when *when)
{
	if (when->rules != 0)
		explain_rules(when->rules);
	if (when->outcomes != 0)
		explain_outcomes(when->outcomes);
	for (const struct explain_bit *bit = condition_words; bit->bit != 0; bit++)
		if ((when->conditions & bit->bit) != 0)
			explain_item("%s", _(bit->words));
}

static void
explain_whens(const struct table_row *row)
{
	explain_say("%s", _("It is asked when all of this is so:"));
	explain_when(&row->when[0]);
	for (size_t i = 1; i < WHENS && when_names_something(&row->when[i]); i++) {
		explain_say("%s", _("or all of this:"));
		explain_when(&row->when[i]);
	}
}

static void
explain_from(const struct counts_from *from, bool is_first)
{
	struct explain_words sets = words_of(set_words, from->sets);
	struct explain_words until = words_of(until_words, from->until);
	struct explain_words rules = {.used = 0};
	char text[2 * sizeof(sets.text)];

	explain_add_rules(&rules, from->rules);
	snprintf(text, sizeof(text), until.used > 0 ? _("from %s, until %s") : _("from %s"),
	    sets.text, until.text);
	if (rules.used > 0)
		explain_item(_("with rule %s: %s"), rules.text, text);
	else
		explain_item(is_first ? "%s" : _("otherwise %s"), text);
}

static void
explain_due(const struct due_column *due)
{
	struct explain_words conditions = words_of(condition_words, due->conditions);
	struct explain_words rules = {.used = 0};
	bool is_same_day = due->kind == WORKDAYS && due->workdays == 0;
	char text[512];

	explain_add_rules(&rules, due->rules);
	if (is_same_day)
		snprintf(text, sizeof(text), "%s", _("that day itself"));
	else
		snprintf(text, sizeof(text), _(due_words[due->kind]), due->workdays);
	if (rules.used > 0)
		explain_item(_("with rule %s: %s"), rules.text, text);
	else if (conditions.used > 0)
		explain_item(_("when %s: %s"), conditions.text, text);
	else
		explain_item("%s", text);
}

static void
explain_days(const struct table_row *row)
{
	bool is_one = row->due[1].kind == NO_MORE;

	explain_say("%s", _("The day from which it counts:"));
	for (size_t i = 0; i < FROMS && row->from[i].sets != 0; i++)
		explain_from(&row->from[i], i == 0);
	explain_say("%s", is_one ? _("It is due:") : _("It is due, the first that fits:"));
	for (size_t i = 0; i < DUES && row->due[i].kind != NO_MORE; i++)
		explain_due(&row->due[i]);
}

static void
explain_title(unsigned rule, unsigned partner, enum word action)
{
	char text[RULE_TEXT_SIZE];

	explain_say("%s %s: %s", rule_write('R', rule, text), vocabulary_token(action),
	    explain_label(action));
	explain_say(_("Who: %s"), partner_of(partner));
}

static void
explain_row(const struct table_row *row)
{
	explain_title(row->rule, row->partner, row->action);
	if (row->action_after_report != 0)
		explain_say(_("After a report to Veilig Thuis: %s (%s)."),
		    explain_label(row->action_after_report),
		    vocabulary_token(row->action_after_report));
	explain_skip();
	explain_whens(row);
	explain_skip();
	explain_days(row);
	explain_skip();
	explain_say("%s", _(done_words[row->when_done]));
}

static void
explain_nothing(void)
{
	explain_title(RULE_OF_NOTHING, PARTNER_AF, ACTION_NONE);
	explain_skip();
	explain_say("%s", _("No other rule asks anything in this case: nothing is due."));
}

_Noreturn void
explain_refer(const struct tool *tool, const char *name)
{
	const struct table_row *row = row_of(explain_read(tool, &explain_referral, name));

	if (row == NULL)
		explain_nothing();
	else
		explain_row(row);
	explain_say(_("All rules: man %s"), "mc-refer");
	options_end_print();
}
