#include "ask/weighing/outcome.h"

#include "ask/weighing/framework.h"
#include "rules/weighing.h"

/* Where a weighing begins when the flags name no question. */
enum beginning {
	BEGINS_NOWHERE,	     /* something else comes first, or nothing is open */
	BEGINS_AT_SUSPICION, /* at weighing 1 */
	BEGINS_AT_RULE	     /* at the question that the rule is about */
};

/* What each outcome asks for beside its label. */
static const struct outcome {
	enum ask_wording asks;
	bool is_urgent;
	enum beginning begins;
} outcomes[OUTCOME_END] = {
    [OUTCOME_REPORT_NOW] = {SAY_SAID_REPORT_NOW, true, BEGINS_NOWHERE},
    [OUTCOME_REPORT] = {SAY_SAID_REPORT, true, BEGINS_NOWHERE},
    [OUTCOME_REPORT_AGAIN] = {SAY_SAID_REPORT, true, BEGINS_NOWHERE},
    [OUTCOME_REPORTED] = {SAY_SAID_REPORTED, false, BEGINS_NOWHERE},
    [OUTCOME_CHECK_SAFETY] = {SAY_MEANS_URGENT, true, BEGINS_AT_RULE},
    [OUTCOME_EXPERT_FIRST] = {SAY_MEANS_EXPERT, true, BEGINS_NOWHERE},
    [OUTCOME_STAFF_DUTY] = {SAY_MEANS_STAFF, true, BEGINS_NOWHERE},
    [OUTCOME_OWN_PROTOCOL] = {SAY_NOTHING, false, BEGINS_AT_SUSPICION},
    [OUTCOME_TALK_FIRST] = {SAY_NOTHING, false, BEGINS_AT_SUSPICION},
    [OUTCOME_EARLY_HELP] = {SAY_MEANS_WANTS_HELP, false, BEGINS_AT_SUSPICION},
    [OUTCOME_START_MELDCODE] = {SAY_NOTHING, false, BEGINS_AT_SUSPICION},
    [OUTCOME_INCOMPLETE] = {SAY_NOTHING, false, BEGINS_AT_SUSPICION},
    [OUTCOME_REWEIGH] = {SAY_NOTHING, false, BEGINS_AT_SUSPICION},
    [OUTCOME_CONSULT] = {SAY_SAID_CONSULT, false, BEGINS_AT_RULE},
    [OUTCOME_GREY] = {SAY_SAID_GREY, false, BEGINS_NOWHERE},
    [OUTCOME_HELP] = {SAY_SAID_HELP, false, BEGINS_AT_RULE},
    [OUTCOME_OVERDUE] = {SAY_SAID_OVERDUE, false, BEGINS_AT_RULE},
    [OUTCOME_CLOSE_MONITOR] = {SAY_SAID_MONITOR, false, BEGINS_NOWHERE},
    [OUTCOME_CLOSE] = {SAY_SAID_CLOSE, false, BEGINS_NOWHERE},
};

/* What can lack, in the order of the flags; the questions stand between. */
struct lack {
	enum weighing_flag flag;
	enum ask_wording says;
};

static const struct lack steps[] = {
    {FLAG_WITH_VT, SAY_LACKS_WITH_VT},
    {FLAG_CONSULT, SAY_LACKS_CONSULT},
    {FLAG_TALK, SAY_LACKS_TALK},
    {FLAG_OTHER_PARENT, SAY_LACKS_OTHER_PARENT},
    {FLAG_CHILD, SAY_LACKS_CHILD},
};

static const struct lack agreements[] = {
    {FLAG_GOAL, SAY_LACKS_GOAL},
    {FLAG_TERM, SAY_LACKS_TERM},
    {FLAG_CASEMANAGER, SAY_LACKS_CASEMANAGER},
    {FLAG_REVIEW, SAY_LACKS_REVIEW},
    {FLAG_MONITOR, SAY_LACKS_MONITOR},
    {FLAG_REFUSED, SAY_STANDS_REFUSED},
};

enum {
	STEPS = sizeof(steps) / sizeof(steps[0]),
	AGREEMENTS = sizeof(agreements) / sizeof(agreements[0])
};

/* The outcome for the child at home: that of the rule, or what stands beside a duty about staff. */
static enum word
outcome_at_home(const struct standing_case *standing)
{
	return weighing_outcome_of(weighing_rule_at_home(&standing->weighing));
}

bool
outcome_is_urgent(const struct standing_case *standing)
{
	return outcomes[standing->weighing.outcome].is_urgent;
}

bool
outcome_lacks(const struct standing_case *standing, enum word question)
{
	return (standing->weighing.flags & weighing_question_flag(question)) != 0;
}

enum word
outcome_question(const struct standing_case *standing)
{
	unsigned rule = weighing_rule_at_home(&standing->weighing);
	enum word question = weighing_question_of(rule);

	for (enum word lacks = QUESTION_FIRST; lacks < QUESTION_END; lacks++)
		if (outcome_lacks(standing, lacks))
			return lacks;
	switch (outcomes[outcome_at_home(standing)].begins) {
	case BEGINS_AT_SUSPICION:
		return QUESTION_SUSPICION;
	case BEGINS_AT_RULE:
		/* Whether concerns remain is asked after a no to the suspicion. */
		return question == QUESTION_CONCERN ? QUESTION_SUSPICION : question;
	default:
		return WORD_NONE;
	}
}

static void
say_lacking(struct dialog *dialog, unsigned flags, const struct lack lacks[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (flags & lacks[i].flag)
			dialog_say(dialog, lacks[i].says);
}

static void
say_questions(struct dialog *dialog, const struct standing_case *standing)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		bool is_given =
		    assessment_question(&standing->assessment, question)->value != WORD_NONE;

		if (outcome_lacks(standing, question))
			dialog_say_with(dialog, is_given ? SAY_LACKS_NEW_ANSWER : SAY_LACKS_ANSWER,
			    dialog_text(dialog, framework_name(question)), NULL);
	}
}

/* What stands beside a duty about staff. That nothing waits is not said as if the case could be
 * closed. */
static void
say_home(struct dialog *dialog, const struct standing_case *standing)
{
	enum word home = outcome_at_home(standing);

	if (standing->weighing.also == 0)
		return;
	if (home == OUTCOME_CLOSE)
		dialog_say(dialog, SAY_STANDS_ALSO_NOTHING);
	else
		dialog_say_with(dialog, SAY_STANDS_ALSO, dialog_label(dialog, home), NULL);
}

void
outcome_say(struct dialog *dialog, const struct standing_case *standing)
{
	const struct weighing *weighing = &standing->weighing;
	char date[ASK_DATE_SIZE];

	dialog_say_with(dialog, SAY_STANDS_OUTCOME, dialog_label(dialog, weighing->outcome), NULL);
	say_home(dialog, standing);
	if (weighing->due != NO_DAY)
		dialog_say_with(dialog, SAY_STANDS_UNTIL,
		    ask_wording_date(span_of_day(weighing->due), dialog->language, date), NULL);
	say_lacking(dialog, weighing->flags, steps, STEPS);
	say_questions(dialog, standing);
	say_lacking(dialog, weighing->flags, agreements, AGREEMENTS);
}

/* What the outcome asks for, as far as that was not done yet. */
static enum ask_wording
meaning_of(const struct standing_case *standing)
{
	enum word outcome = standing->weighing.outcome;
	bool has_called = outcome_lacks(standing, QUESTION_UNSAFE);

	if (outcome == OUTCOME_CHECK_SAFETY && has_called)
		return SAY_SAID_JUDGE;
	if (outcome == OUTCOME_CLOSE && standing->weighing.flags != 0)
		return SAY_SAID_CLOSE_LATER;
	return outcomes[outcome].asks;
}

void
outcome_say_meaning(struct dialog *dialog, const struct standing_case *standing)
{
	enum ask_wording meaning = meaning_of(standing);

	if (meaning != SAY_NOTHING)
		dialog_say(dialog, meaning);
}

void
outcome_say_case(struct dialog *dialog, const struct standing_case *standing)
{
	standing_say_facts(dialog, standing);
	if (!span_history_is_empty(standing->alone.state.all)
	    || standing->alone.state.has_refused_line) {
		outcome_say(dialog, standing);
		if (outcome_is_urgent(standing))
			outcome_say_meaning(dialog, standing);
	}
	standing_say_answers(dialog, standing);
}
