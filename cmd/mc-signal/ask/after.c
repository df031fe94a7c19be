#include "ask/after.h"

#include "ask/record.h"
#include "ask/weighing/framework.h"
#include "ask/weighing/outcome.h"
#include "ask/weighing/plan.h"
#include "ask/weighing/walk.h"

/* What a signal's class asks for at once. */
static const enum ask_wording classes[] = {
    [CLASS_NONE] = SAY_NOTHING,
    [CLASS_URGENT] = SAY_MEANS_URGENT,
    [CLASS_EXPERT] = SAY_MEANS_EXPERT,
    [CLASS_STAFF] = SAY_MEANS_STAFF,
    [CLASS_PUPIL] = SAY_MEANS_PUPIL,
    [CLASS_NOTICE] = SAY_MEANS_NOTICE,
    [CLASS_POSITIVE] = SAY_NOTHING,
    [CLASS_NOTE] = SAY_NOTHING,
};

/* What the way that a talk went asks for. How a talk with the child alone went decides nothing
 * about the parents, but why none was held does. */
static const struct talk_meaning {
	enum word talk;
	enum ask_wording wording;
	bool counts_of_child;
	bool was_held;
} talks[] = {
    {TALK_SKIPPED_SAFETY, SAY_MEANS_URGENT, true, false},
    {TALK_SKIPPED_EXPERT, SAY_MEANS_EXPERT, true, false},
    {TALK_SKIPPED_CONTACT, SAY_MEANS_EXPERT, true, false},
    {TALK_UNREACHED, SAY_MEANS_UNREACHED, false, false},
    {TALK_WANTS_HELP, SAY_MEANS_WANTS_HELP, false, true},
    {TALK_NO_HELP, SAY_MEANS_MELDCODE, false, true},
    {TALK_NO_CONCERN, SAY_MEANS_MELDCODE, false, true},
    {TALK_DIVIDED, SAY_MEANS_MELDCODE, false, true},
    {TALK_OPEN, SAY_MEANS_MELDCODE, false, true},
};

/* What is done with a record of its own kind, of which done alone says too little. */
static bool
has_own_kind(enum word action)
{
	return action == ACTION_TALK || action == ACTION_WEIGH || action == ACTION_PLAN;
}

static void
say_talk(struct dialog *dialog, const struct draft *draft)
{
	for (size_t i = 0; i < sizeof(talks) / sizeof(talks[0]); i++) {
		const struct talk_meaning *meaning = &talks[i];

		if (meaning->talk != draft->value)
			continue;
		if (draft->code != PARTY_CHILD || meaning->counts_of_child)
			dialog_say(dialog, meaning->wording);
		if (draft->code == PARTY_ONE_PARENT && meaning->was_held)
			dialog_say(dialog, SAY_MEANS_OTHER_PARENT);
	}
}

static void
say_done(struct dialog *dialog, const struct draft *draft)
{
	if (vocabulary_is_report(draft->value))
		dialog_say(dialog, SAY_MEANS_REPORT_MADE);
	if (has_own_kind(draft->value))
		dialog_say(dialog, SAY_MEANS_ONLY_DONE);
}

/* What the record means by itself. */
static void
say_meaning(struct dialog *dialog, const struct draft *draft)
{
	enum ask_wording of_class = classes[vocabulary_entry(draft->code)->class];

	switch (draft->kind) {
	case KIND_SIGNAL:
		if (of_class != SAY_NOTHING)
			dialog_say(dialog, of_class);
		break;
	case KIND_TALK:
		say_talk(dialog, draft);
		break;
	case KIND_ANSWER:
		framework_say(dialog, draft->code, draft->value);
		break;
	case KIND_DONE:
		say_done(dialog, draft);
		break;
	default:
		break;
	}
}

/* A talk that went well is no reason to do what the case, by the log, must not do yet. True when
 * that was said instead. */
static bool
say_what_is_urgent(struct ask *ask, const struct draft *draft)
{
	struct standing_case standing;

	if (draft->kind != KIND_TALK || ask->settings->log == NULL
	    || !standing_read(&standing, ask->settings->log, draft_key(draft))
	    || !outcome_is_urgent(&standing))
		return false;
	outcome_say(&ask->dialog, &standing);
	outcome_say_meaning(&ask->dialog, &standing);
	return true;
}

/* What can be acutely unsafe though its class does not say so. */
static bool
may_not_wait(const struct draft *draft)
{
	return draft->kind == KIND_SIGNAL
	    && (draft->code == SIGNAL_INJURY || draft->code == SIGNAL_INJURY_PATTERN
		|| draft->code == SIGNAL_HUNGER || draft->code == SIGNAL_MEDICAL_NEGLECT
		|| draft->code == SIGNAL_SUPERVISION);
}

/* Without a log the judgement of safety is a record by itself. */
static enum asked
judge_safety(struct ask *ask, const struct draft *because)
{
	struct draft draft;
	enum asked asked;

	if (ask->settings->log != NULL)
		return walk_safety(ask, because);
	draft_open_settled(&draft, KIND_ANSWER, QUESTION_UNSAFE, because);
	dialog_skip_line(&ask->dialog);
	dialog_say(&ask->dialog, framework_title(QUESTION_UNSAFE));
	while ((asked = ask_record(ask, &draft)) == ASKED_BACK)
		dialog_say(&ask->dialog, SAY_AT_FIRST);
	if (asked == ASKED_ANSWER)
		say_meaning(&ask->dialog, &draft);
	draft_close(&draft);
	return asked;
}

static enum asked
ask_whether_it_can_wait(struct ask *ask, const struct draft *draft)
{
	enum word can_wait;
	enum asked asked;

	while ((asked = dialog_ask_or_doubt(
		    &ask->dialog, SAY_ASK_CAN_WAIT, SAY_WHY_CAN_WAIT, WORD_NONE, &can_wait))
	    == ASKED_BACK)
		dialog_say(&ask->dialog, SAY_KEPT_BACK);
	if (asked != ASKED_ANSWER || can_wait == ANSWER_YES)
		return asked;
	dialog_say(&ask->dialog, SAY_MEANS_URGENT);
	return judge_safety(ask, draft);
}

enum asked
after_record(struct ask *ask, const struct draft *draft)
{
	if (!say_what_is_urgent(ask, draft))
		say_meaning(&ask->dialog, draft);
	if (may_not_wait(draft))
		return ask_whether_it_can_wait(ask, draft);
	if (draft->kind == KIND_ANSWER && draft->code == QUESTION_ACCEPTS
	    && draft->value == ANSWER_YES)
		return plan_ask_missing(ask, draft, FLAG_GOAL | FLAG_TERM | FLAG_CASEMANAGER);
	return ASKED_ANSWER;
}
