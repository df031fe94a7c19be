#include "ask/draft.h"

#include <stdlib.h>
#include <time.h>

#include "tool/diagnostics.h"
#include "records/fault.h"
#include "tool/memory.h"

void
draft_open(struct draft *draft, enum word kind)
{
	*draft = (struct draft){.kind = kind};
}

void
draft_close(struct draft *draft)
{
	free(draft->text);
	draft->text = NULL;
}

void
draft_open_settled(struct draft *draft, enum word kind, enum word code, const struct draft *before)
{
	draft_open(draft, kind);
	memcpy(draft->school, before->school, sizeof(draft->school));
	memcpy(draft->id, before->id, sizeof(draft->id));
	draft->code = draft->chosen = code;
	draft->when = draft_now();
	draft->is_settled = true;
}

void
draft_set_text(struct draft *draft, struct bytes text)
{
	char *copy = text.length > 0 ? memory_allocate(text.length + 1) : NULL;

	if (copy != NULL) {
		memcpy(copy, text.at, text.length);
		copy[text.length] = '\0';
	}
	free(draft->text);
	draft->text = copy;
}

struct case_key
draft_key(const struct draft *draft)
{
	struct case_key key = {.school = record_read_school(bytes_of(draft->school))};

	memcpy(key.id, draft->id, strlen(draft->id));
	return key;
}

struct span
draft_now(void)
{
	time_t now = time(NULL);
	struct tm local;

	if (localtime_r(&now, &local) == NULL)
		return span_of_day(span_today());
	return span_of_minute(span_today(), (unsigned)(local.tm_hour * 60 + local.tm_min));
}

static void
say_word(struct dialog *dialog, enum ask_wording key, enum word word)
{
	dialog_say_pair(dialog, key, bytes_of(dialog_label(dialog, word)));
}

/* What the value of a kind is called. */
static const enum ask_wording value_keys[KIND_END] = {
    [KIND_SIGNAL] = SAY_KEY_KNOWN,
    [KIND_CONSULT] = SAY_KEY_MANNER,
    [KIND_TALK] = SAY_KEY_TALK,
    [KIND_CONSENT] = SAY_KEY_VALUE,
    [KIND_ANSWER] = SAY_KEY_VALUE,
    [KIND_PLAN] = SAY_KEY_CASEMANAGER,
    [KIND_DONE] = SAY_KEY_ACTION,
    [KIND_SCHOOL] = SAY_KEY_VALUE,
};

/* The record in words: labels, never tokens. */
static void
say_draft(struct dialog *dialog, const struct draft *draft)
{
	char date[ASK_DATE_SIZE];
	enum word_list list = vocabulary_entry(draft->code)->list;

	dialog_skip_line(dialog);
	dialog_say_pair(dialog, SAY_KEY_SCHOOL, bytes_of(draft->school));
	dialog_say_pair(dialog, SAY_KEY_CASE, bytes_of(draft->id));
	say_word(dialog, SAY_KEY_KIND, draft->kind);
	say_word(dialog,
	    list == LIST_PARTNER     ? SAY_KEY_PARTNER
		: list == LIST_PARTY ? SAY_KEY_PARTY
				     : SAY_KEY_CODE,
	    draft->code);
	say_word(dialog, value_keys[draft->kind], draft->value);
	if (draft->due != NO_DAY)
		dialog_say_pair(dialog,
		    draft->kind == KIND_SIGNAL ? SAY_KEY_KNOWN_DAY : SAY_KEY_DUE,
		    bytes_of(ask_wording_date(span_of_day(draft->due), dialog->language, date)));
	dialog_say_pair(
	    dialog, SAY_KEY_DATE, bytes_of(ask_wording_date(draft->when, dialog->language, date)));
	say_word(dialog, draft->kind == KIND_SIGNAL ? SAY_KEY_OBSERVER : SAY_KEY_BY, draft->by);
	dialog_say_pair(dialog, SAY_KEY_TEXT, bytes_of(draft->text != NULL ? draft->text : ""));
}

/* The draft as a record has it; date and due are room for two of the columns. */
static enum keep_result
keep_draft(struct ask *ask, const struct draft *draft, struct faults *faults)
{
	char date[DATES_TEXT_SIZE], due[DAY_TEXT_SIZE];
	const struct bytes column[COLUMN_END] = {
	    [COLUMN_CASE] = bytes_of(draft->id),
	    [COLUMN_DATE] = bytes_of(dates_write(draft->when, date)),
	    [COLUMN_SCHOOL] = bytes_of(draft->school),
	    [COLUMN_KIND] = bytes_of(vocabulary_token(draft->kind)),
	    [COLUMN_CODE] = bytes_of(vocabulary_token(draft->code)),
	    [COLUMN_VALUE] = bytes_of(vocabulary_token(draft->value)),
	    [COLUMN_DUE] = bytes_of(span_write_day(draft->due, due)),
	    [COLUMN_BY] = bytes_of(vocabulary_token(draft->by)),
	    [COLUMN_TEXT] = bytes_of(draft->text != NULL ? draft->text : ""),
	};

	return keep_record(&ask->keep, column, faults);
}

/* Each answer was checked when it was given, so a fault that is left is a rare one. */
static void
say_faults(struct dialog *dialog, const struct faults *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		char text[FAULT_TEXT_SIZE];

		if (faults->list[i].kind == FAULT_TOO_LONG)
			dialog_say(dialog, SAY_TEXT_TOO_LONG);
		else
			ask_terminal_say(
			    &dialog->terminal, bytes_of(fault_describe(&faults->list[i], text)), 0);
	}
}

/* What Enter alone stands for in the next record. */
static void
remember(struct ask *ask, const struct draft *draft)
{
	memcpy(ask->school, draft->school, sizeof(ask->school));
	if (draft->id[0] != '\0')
		memcpy(ask->id, draft->id, sizeof(ask->id));
	if (draft->kind == KIND_SIGNAL)
		ask->observer = draft->by;
	else
		ask->by = draft->by;
}

enum draft_end
draft_finish(struct ask *ask, const struct draft *draft)
{
	struct faults faults = {.count = 0};
	bool is_right = false;

	say_draft(&ask->dialog, draft);
	for (;;) {
		switch (dialog_ask_yes_no(
		    &ask->dialog, SAY_ASK_KEEP, SAY_WHY_KEEP, WORD_NONE, &is_right)) {
		case ASKED_BACK:
			return DRAFT_BACK;
		case ASKED_END:
			return DRAFT_END;
		case ASKED_ANSWER:
			break;
		}
		if (!is_right) {
			dialog_say(&ask->dialog, SAY_NOT_KEPT);
			return DRAFT_CHANGE;
		}
		/* Keeping takes signals its own way. */
		ask_terminal_rest();
		switch (keep_draft(ask, draft, &faults)) {
		case KEEP_REFUSED:
			say_faults(&ask->dialog, &faults);
			return DRAFT_REFUSED;
		case KEEP_FAILED:
			dialog_say(&ask->dialog, SAY_KEEP_FAILED);
			continue;
		case KEEP_KNOWN:
			dialog_say(&ask->dialog, SAY_KEPT_ALREADY);
			break;
		case KEEP_DONE:
			dialog_say(&ask->dialog, SAY_KEPT);
			break;
		}
		remember(ask, draft);
		return DRAFT_KEPT;
	}
}
