/*
 * The interview at the terminal.
 *
 * It goes on from record to record until the person ends it. Nothing is half
 * kept: a record goes to its place after a yes, and is safe there before the
 * next question.
 */

#include "ask/ask.h"

#include "ask/after.h"
#include "ask/fields.h"
#include "ask/record.h"
#include "ask/school.h"
#include "ask/weighing/walk.h"
#include "tool/sandbox/confine.h"
#include "tool/progress.h"

static void
open_ask(struct ask *ask, const struct settings *settings)
{
	enum word by = vocabulary_find(LIST_ROLE, settings->by);
	struct confinement confinement;

	*ask = (struct ask){.settings = settings, .by = by, .observer = by};
	memcpy(ask->school, settings->school.at != NULL ? settings->school.at : "",
	    settings->school.length);
	progress_hide();
	dialog_open(&ask->dialog, settings->allowed);
	confinement_open(&confinement, CONFINE_ASK);
	if (settings->log != NULL)
		confinement_give(&confinement, CONFINE_STORE, settings->log);
	confinement_enforce(&confinement);
	keep_open(&ask->keep, settings);
}

static void
close_ask(struct ask *ask)
{
	char number[24];

	snprintf(number, sizeof(number), "%lu", ask->keep.kept);
	dialog_say_with(&ask->dialog,
	    ask->keep.kept == 0	      ? SAY_KEPT_NONE
		: ask->keep.kept == 1 ? SAY_KEPT_ONE
				      : SAY_KEPT_SOME,
	    number, NULL);
	dialog_close(&ask->dialog);
	keep_close(&ask->keep);
}

/* A school that the log knows is not asked. */
static void
look_for_school(struct ask *ask)
{
	const struct settings *settings = ask->settings;
	school_code school;

	if (ask->school_is_known || settings->log == NULL)
		return;
	school =
	    school_of_log(settings->log, settings->ask_case, record_read_school(settings->school));
	ask->school_is_known = school != 0;
	if (ask->school_is_known)
		record_write_school(school, ask->school);
}

/* A weighing is walked through when there is a log that says where the case stands. */
static enum asked
ask_one(struct ask *ask, struct draft *draft)
{
	enum asked asked;

	if (draft->kind == KIND_ANSWER && ask->settings->log != NULL)
		return walk_case(ask);
	asked = ask_record(ask, draft);
	return asked == ASKED_ANSWER ? after_record(ask, draft) : asked;
}

/* Asks for a record or a weighing, its kind first where that is not settled. */
static enum asked
ask_next(struct ask *ask)
{
	enum word fixed = ask->settings->ask_kind;
	struct draft draft;
	enum asked asked;

	look_for_school(ask);
	draft_open(&draft, fixed);
	do {
		bool is_first = fixed != WORD_NONE;

		asked = ASKED_ANSWER;
		if (fixed == WORD_NONE) {
			asked = ask_kind(ask, &draft);
			is_first = asked == ASKED_BACK;
		}
		if (asked == ASKED_ANSWER)
			asked = ask_one(ask, &draft);
		if (asked == ASKED_BACK && is_first)
			dialog_say(&ask->dialog, SAY_AT_FIRST);
	} while (asked == ASKED_BACK);
	draft_close(&draft);
	return asked;
}

/* One weighing of one case is all that was asked for; of anything else there may be more. */
static bool
is_single(const struct settings *settings)
{
	return settings->ask_kind == KIND_ANSWER && settings->ask_case.length > 0
	    && settings->log != NULL;
}

void
ask_run(const struct settings *settings)
{
	struct ask ask;

	open_ask(&ask, settings);
	dialog_say(&ask.dialog, SAY_WELCOME);
	dialog_say(&ask.dialog, SAY_KEYS);
	while (ask_next(&ask) == ASKED_ANSWER && !is_single(settings)) {
		dialog_skip_line(&ask.dialog);
		dialog_say(&ask.dialog, SAY_NEXT_RECORD);
	}
	close_ask(&ask);
}
