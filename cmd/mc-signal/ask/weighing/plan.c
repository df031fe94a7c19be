#include "ask/weighing/plan.h"

#include "ask/record.h"
#include "rules/weighing.h"

static const struct agreement {
	enum weighing_flag flag;
	enum word code;
} agreements[] = {
    {FLAG_GOAL, PLAN_GOAL},
    {FLAG_TERM, PLAN_TERM},
    {FLAG_CASEMANAGER, PLAN_CASEMANAGER},
    {FLAG_REVIEW, PLAN_REVIEW},
    {FLAG_MONITOR, PLAN_MONITOR},
};

static enum asked
ask_agreement(struct ask *ask, const struct draft *about, enum word code)
{
	struct draft draft;
	enum asked asked;

	draft_open_settled(&draft, KIND_PLAN, code, about);
	draft.by = about->by;
	draft.by_is_settled = about->by_is_given;
	dialog_skip_line(&ask->dialog);
	dialog_say_with(&ask->dialog, SAY_PLAN_TITLE, dialog_label(&ask->dialog, code), NULL);
	while ((asked = ask_record(ask, &draft)) == ASKED_BACK)
		dialog_say(&ask->dialog, SAY_AT_FIRST);
	draft_close(&draft);
	return asked;
}

enum asked
plan_ask_missing(struct ask *ask, const struct draft *about, unsigned flags)
{
	enum asked asked = ASKED_ANSWER;

	if (flags & FLAGS_OF_PLAN) {
		dialog_skip_line(&ask->dialog);
		dialog_say(&ask->dialog, SAY_PLAN_FOLLOWS);
	}
	for (size_t i = 0; i < sizeof(agreements) / sizeof(agreements[0]); i++)
		if ((flags & agreements[i].flag) && asked == ASKED_ANSWER)
			asked = ask_agreement(ask, about, agreements[i].code);
	return asked;
}
