#include "explain.h"

#include <stdio.h>

#include "records/rule.h"
#include "rules/explain.h"
#include "rules/weighing.h"
#include "rules/weighing_table.h"
#include "tool/diagnostics.h"

/* What a row asks of a case, fact by fact, besides the answers to the questions. */
static const struct {
	enum weighing_fact fact;
	uint8_t value;
	const char *words;
} fact_words[] = {
    {UNSAFE_REPORTED, NO, N_("since that answer no report was made to Veilig Thuis")},
    {CAN_HELP_REPORTED, NO, N_("since that answer no report was made to Veilig Thuis")},
    {ACCEPTS_REPORTED, NO, N_("since that answer no report was made to Veilig Thuis")},
    {RESULT_REPORTED, NO, N_("since that answer no report was made to Veilig Thuis")},
    {CAN_HELP_ASKED, YES,
	N_("weighing 1 (suspicion) is yes, or Veilig Thuis was not yet asked about that answer")},
    {ACCEPTS_ASKED, YES,
	N_("weighing 1 (suspicion) is yes, or Veilig Thuis was not yet asked about that answer")},
    {RESULT_ASKED, YES,
	N_("weighing 1 (suspicion) is yes, or Veilig Thuis was not yet asked about that answer")},
    {SAFETY_TO_JUDGE, YES,
	N_("a signal asks to judge safety at once, or a talk was left out for somebody's safety; "
	   "and "
	   "since then weighing 2 (unsafe) was not answered, or Veilig Thuis was not called")},
    {EXPERT_OPEN, YES,
	N_("a signal, or a talk that was left out, asks for Veilig Thuis or an expert before any "
	   "talk; and nobody of them was asked since")},
    {STAFF_DUTY_OPEN, YES,
	N_("a signal is about a member of staff, and the board has not done its duty since "
	   "(staff-duty); how the child fares at home is weighed beside it, in a flag such as "
	   "also:W13")},
    {REPORT_ASKED, YES,
	N_("the answers ask for a report to Veilig Thuis: weighing 2 (unsafe) is not a no, or with "
	   "a "
	   "suspicion weighing 3, 4 or 5 is a no")},
    {NEW_SINCE_REPORT, YES, N_("a signal came in, and no report was made since")},
    {STARTED, NO, N_("no weighing was ever answered, and no report was made")},
    {OUTSIDE_ALONE, YES,
	N_("all signals are about a member of staff, about something between pupils, or notices of "
	   "Handle with Care")},
    {EXPERT_ASKED_FOR, NO, N_("nothing asks for Veilig Thuis or an expert before any talk")},
    {TALK, WANTS_HELP, N_("in the talk the parents wanted help, and no signal came since")},
    {TALK_OR_EXPERT, YES,
	N_("there was a talk with the parents, held or left out (one in which they wanted help "
	   "does "
	   "not count when a signal came since); or something asks for an expert before any talk")},
    {REVIEW_PASSED, YES, N_("the date of review that was agreed has passed")},
    {TERM_PASSED, YES, N_("the term that was agreed for the help has passed")},
    {HAS_FACTS, YES, N_("something is known of the case")},
};

/* How the answer to a question stands, bit by bit. */
static const struct {
	uint8_t value;
	enum word answer; /* its label; else: */
	const char *words;
} answer_words[] = {
    {YES, ANSWER_YES, NULL},
    {NO, ANSWER_NO, NULL},
    {DOUBT, ANSWER_DOUBT, NULL},
    {ACUTE, ANSWER_ACUTE, NULL},
    {STRUCTURAL, ANSWER_STRUCTURAL, NULL},
    {DISCLOSURE, ANSWER_DISCLOSURE, NULL},
    {STALE, WORD_NONE, N_("out of date (something came since that it could not know of)")},
    {NONE, WORD_NONE, N_("not given yet")},
};

static const enum word question_of[] = {
    [SUSPICION] = QUESTION_SUSPICION,
    [CONCERN] = QUESTION_CONCERN,
    [UNSAFE] = QUESTION_UNSAFE,
    [CAN_HELP] = QUESTION_CAN_HELP,
    [ACCEPTS] = QUESTION_ACCEPTS,
    [RESULT] = QUESTION_RESULT,
};

static const char *const due_words[] = {
    [DUE_REPORT] = N_("The day in its record is the one from which the call to Veilig Thuis "
		      "counts."),
    [DUE_SAFETY] = N_("The day in its record is the one from which safety must be judged."),
    [DUE_REVIEW] = N_("The day in its record is the date of review that was agreed."),
    [DUE_TERM] = N_("The day in its record is the term that was agreed for the help."),
};

static const char *const plan_words[] = {
    [PLAN_WITH_REVIEW] = N_("A date of review must be agreed; without one the flag "
			    "missing:review asks for it."),
    [PLAN_WITH_MONITOR] = N_("It must be agreed how the child's safety is followed; without that "
			     "the flag missing:monitor asks for it."),
};

static const char *const missing_words[] = {
    [MISSING_SAFETY] = N_("When Veilig Thuis was called already, the flag missing:unsafe asks for "
			  "the answer to weighing 2."),
    [MISSING_AFTER_REPORT] = N_("The flags name the weighings to answer anew: weighing 2, and each "
				"of 3, 4 and 5 that asks for a report."),
    [MISSING_OPEN] = N_("The flags name the weighings to answer, for the first time or anew."),
};

/* What each flag asks; a question's stands in the vocabulary. */
static const struct {
	enum weighing_flag flag;
	const char *words;
} flag_words[] = {
    {FLAG_WITH_VT, N_("Weighings 3 to 5 are gone through together with Veilig Thuis.")},
    {FLAG_CONSULT,
	N_("Nobody has been consulted in this round (step 2): ask a colleague, the attention "
	   "officer, "
	   "Veilig Thuis or the kernteam.")},
    {FLAG_TALK,
	N_("In this round no talk with the parents has been held, nor a reason recorded for not "
	   "holding it (step 3).")},
    {FLAG_OTHER_PARENT,
	N_("In this round one parent was spoken with alone: speak with the other too.")},
    {FLAG_CHILD,
	N_("In this round no talk with the child has been held, nor a reason recorded for not "
	   "holding it.")},
    {FLAG_GOAL, N_("The help plan does not say what the help is to reach.")},
    {FLAG_TERM, N_("The help plan does not say within which term the effect must show.")},
    {FLAG_CASEMANAGER, N_("The help plan does not say who the case manager is.")},
    {FLAG_REVIEW, N_("No date of review has been agreed.")},
    {FLAG_MONITOR, N_("Nothing has been agreed on following the child's safety.")},
    {FLAG_REFUSED,
	N_("A line of the case was refused, so the outcome may lack something: mend that line "
	   "before "
	   "you rely on it.")},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* An answer in quotes, as its words may have commas; how it stands without. */
static void
add_answer(struct explain_words *answers, size_t i)
{
	char text[128];

	if (answer_words[i].words != NULL) {
		explain_add(answers, _(answer_words[i].words));
		return;
	}
	snprintf(text, sizeof(text), "\"%s\"", explain_label(answer_words[i].answer));
	explain_add(answers, text);
}

static void
explain_answer(enum weighing_fact question, uint8_t values)
{
	struct explain_words answers = {.used = 0};

	for (size_t i = 0; i < COUNT(answer_words); i++)
		if ((values & answer_words[i].value) != 0)
			add_answer(&answers, i);
	explain_item(_("%s; the answer is %s"), explain_label(question_of[question]), answers.text);
}

static void
explain_fact(enum weighing_fact fact, uint8_t value)
{
	for (size_t i = 0; i < COUNT(fact_words); i++)
		if (fact_words[i].fact == fact && fact_words[i].value == value)
			explain_item("%s", _(fact_words[i].words));
}

/* Whether the row asks anything of the case; the last takes all that is left. */
static bool
asks_something(const struct weighing_row *row)
{
	for (size_t i = 0; i < WEIGHING_FACTS; i++)
		if (row->when[i] != 0)
			return true;
	return false;
}

static void
explain_when(const struct weighing_row *row)
{
	if (!asks_something(row)) {
		explain_item(_("none of the rules before it holds: of the case every line was "
			       "refused"));
		return;
	}
	if (row->rule > 1)
		explain_item(_("none of the rules before it holds (W01 is the first)"));
	for (enum weighing_fact fact = 0; fact < WEIGHING_FACTS; fact++) {
		if (row->when[fact] == 0)
			continue;
		if (fact < COUNT(question_of))
			explain_answer(fact, row->when[fact]);
		else
			explain_fact(fact, row->when[fact]);
	}
}

static void
say_marked(const char *words)
{
	if (words != NULL)
		explain_say("%s", _(words));
}

static void
explain_row(const struct weighing_row *row)
{
	const struct word_entry *outcome = vocabulary_entry(row->outcome);
	char rule[RULE_TEXT_SIZE];

	explain_say("%s %s: %s", rule_write('W', row->rule, rule), outcome->token,
	    explain_label(row->outcome));
	explain_skip();
	explain_say("%s", _("This rule gives the outcome of a case when all of this is so:"));
	explain_when(row);
	explain_skip();
	say_marked(due_words[row->due]);
	say_marked(plan_words[row->plan]);
	say_marked(missing_words[row->missing]);
	explain_say(
	    _("It protects at level %u, of 0 (close) to 6 (report at once)."), outcome->protection);
	explain_say(_("All rules: man %s"), "mc-meldcode");
}

/* What the flag asks; the words of a question's flag are those of the question. */
static void
explain_flag(const char *name, unsigned flag)
{
	explain_say("%s", name);
	explain_skip();
	for (size_t i = 0; i < COUNT(flag_words); i++)
		if (flag_words[i].flag == flag)
			explain_say("%s", _(flag_words[i].words));
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (weighing_question_flag(question) == flag)
			explain_say(_("To be answered, for the first time or anew: %s."),
			    explain_label(question));
}

/* Ends the program over the name of a flag that says nothing by itself. */
static _Noreturn void
stop_at_beginning(const struct tool *tool, const char *name)
{
	options_misused(tool,
	    _("--explain \"%s\" lacks what follows it (as also:W13, missing:child)"),
	    options_show(name));
}

/* Ends the program over what is no flag, with the nearest. */
static _Noreturn void
stop_at_flag(const struct tool *tool, const char *name)
{
	struct nearest nearest = {.apart = 0};
	char text[FLAGS_TEXT_SIZE];

	for (unsigned flag = FLAG_WITH_VT; flag <= FLAG_REFUSED; flag <<= 1)
		nearest_try(&nearest, bytes_of(name),
		    bytes_of(weighing_write_flags(&(struct weighing){.flags = flag}, text)));
	options_misused(tool, _("--explain \"%s\" is no flag of a weigh record%s"),
	    options_show(name), options_meant(&nearest));
}

_Noreturn void
explain_weigh(const struct tool *tool, const char *name)
{
	struct weighing named = {.rule = 0};
	bool is_flag = weighing_read_flags(bytes_of(name), &named);

	if (is_flag && named.flags != 0)
		explain_flag(name, named.flags);
	else if (is_flag && named.also != 0)
		explain_row(weighing_row_of(named.also));
	else if (strcmp(name, "also") == 0 || strcmp(name, "missing") == 0)
		stop_at_beginning(tool, name);
	else if (strchr(name, ':') != NULL)
		stop_at_flag(tool, name);
	else
		explain_row(weighing_row_of(explain_read(tool, &explain_weighing, name)));
	options_end_print();
}
