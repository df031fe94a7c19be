#include "ask/fields.h"

#include "ask/choice.h"
#include "ask/weighing/framework.h"
#include "sheet/ids.h"
#include "text/text.h"

/* How each kind is asked for: what stands in code, value, due and text, and why. */
static const struct kind_wording {
	enum ask_wording code, code_why, value, value_why, text, text_why;
} kind_wordings[KIND_END] = {
#define WORDINGS(kind)                                                                             \
	SAY_##kind##_CODE, SAY_##kind##_CODE_WHY, SAY_##kind##_VALUE, SAY_##kind##_VALUE_WHY,      \
	    SAY_##kind##_TEXT, SAY_##kind##_TEXT_WHY
    [KIND_SIGNAL] = {WORDINGS(SIGNAL)},
    [KIND_CONSULT] = {WORDINGS(CONSULT)},
    [KIND_TALK] = {WORDINGS(TALK)},
    [KIND_CONSENT] = {WORDINGS(CONSENT)},
    [KIND_PLAN] = {WORDINGS(PLAN)},
    [KIND_DONE] = {WORDINGS(DONE)},
    [KIND_SCHOOL] = {WORDINGS(SCHOOL)},
#undef WORDINGS
    [KIND_ANSWER] = {SAY_ANSWER_CODE, SAY_ANSWER_CODE_WHY, SAY_NOTHING, SAY_NOTHING,
	SAY_ANSWER_TEXT, SAY_ANSWER_TEXT_WHY},
    [KIND_NEED] = {SAY_NEED_CODE, SAY_NEED_CODE_WHY, SAY_NOTHING, SAY_NOTHING, SAY_NEED_TEXT,
	SAY_NEED_TEXT_WHY},
};

/* Copies an answer that fits. */
static void
copy(char *to, struct bytes answer)
{
	memcpy(to, answer.at, answer.length);
	to[answer.length] = '\0';
}

static const char *
or_nothing(const char *preset)
{
	return preset[0] == '\0' ? NULL : preset;
}

enum asked
ask_kind(struct ask *ask, struct draft *draft)
{
	struct choice choice = {.title = SAY_ASK_KIND, .why = SAY_WHY_KIND, .preset = draft->kind};
	enum word kind;
	enum asked asked;

	choice_add_list(&choice, LIST_KIND, WORD_NONE, WORD_NONE);
	asked = choice_ask(&ask->dialog, &choice, &kind);
	/* Another kind is another record: only who, where and when stay. */
	if (asked == ASKED_ANSWER && kind != draft->kind) {
		draft->kind = kind;
		draft->code = draft->chosen = draft->value = WORD_NONE;
		draft->due = NO_DAY;
	}
	return asked;
}

enum asked
ask_school(struct ask *ask, struct draft *draft)
{
	const char *preset = draft->school[0] != '\0' ? draft->school : ask->school;
	const struct question question = {
	    dialog_text(&ask->dialog, SAY_ASK_SCHOOL), SAY_WHY_SCHOOL, or_nothing(preset)};
	struct bytes answer;

	for (;;) {
		enum asked asked = dialog_ask(&ask->dialog, &question, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		if (record_read_school(answer) != 0) {
			char school[SCHOOL_TEXT_SIZE];

			record_write_school(record_read_school(answer), school);
			memcpy(draft->school, school, sizeof(school));
			return ASKED_ANSWER;
		}
		dialog_say(&ask->dialog, SAY_BAD_SCHOOL);
	}
}

enum asked
ask_case(struct ask *ask, struct draft *draft)
{
	const char *preset = draft->id[0] != '\0' ? draft->id : ask->id;
	const struct question question = {
	    dialog_text(&ask->dialog, SAY_ASK_CASE), SAY_WHY_CASE, or_nothing(preset)};
	struct bytes answer;

	for (;;) {
		enum asked asked = dialog_ask(&ask->dialog, &question, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		if (record_is_case(answer) && !ids_is_spoilt(answer)) {
			char id[CASE_MAX_LENGTH + 1] = "";

			copy(id, answer);
			memcpy(draft->id, id, sizeof(id));
			return ASKED_ANSWER;
		}
		dialog_say(&ask->dialog, record_is_case(answer) ? SAY_SPOILT_CASE : SAY_BAD_CASE);
	}
}

enum asked
ask_whose(struct ask *ask, struct draft *draft)
{
	struct bytes fixed = ask->settings->ask_case;
	enum asked asked = ASKED_ANSWER;

	if (fixed.length > 0)
		memcpy(draft->id, fixed.at, fixed.length);
	if (ask->school_is_known)
		memcpy(draft->school, ask->school, sizeof(draft->school));
	do {
		if (!ask->school_is_known)
			asked = ask_school(ask, draft);
		if (asked != ASKED_ANSWER || fixed.length > 0)
			return asked;
		asked = ask_case(ask, draft);
	} while (asked == ASKED_BACK && !ask->school_is_known);
	return asked;
}

enum asked
ask_code(struct ask *ask, struct draft *draft)
{
	const struct kind_wording *wording = &kind_wordings[draft->kind];
	struct choice choice = {
	    .title = wording->code, .why = wording->code_why, .preset = draft->chosen};
	enum word code;
	enum asked asked;

	choice_add_list(&choice, record_code_list(draft->kind), WORD_NONE, WORD_NONE);
	if (draft->kind == KIND_ANSWER) {
		choice.number = framework_number;
		choice.find = framework_find;
	}
	asked = choice_ask(&ask->dialog, &choice, &code);
	if (asked == ASKED_ANSWER && code != draft->chosen) {
		draft->code = draft->chosen = code;
		draft->value = draft->is_graver = WORD_NONE;
		draft->due = NO_DAY;
	}
	return asked;
}

/* The partners who can have done this. */
static void
add_partners(struct choice *choice, enum word action)
{
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (record_allows_value(KIND_DONE, partner, action))
			choice->word[choice->count++] = partner;
}

/* The actions that some partner can have done. */
static void
add_actions(struct choice *choice)
{
	for (enum word action = ACTION_FIRST; action < ACTION_END; action++) {
		struct choice partners = {.count = 0};

		add_partners(&partners, action);
		if (partners.count > 0)
			choice->word[choice->count++] = action;
	}
}

enum asked
ask_action(struct ask *ask, struct draft *draft)
{
	struct choice choice = {
	    .title = SAY_DONE_VALUE, .why = SAY_DONE_VALUE_WHY, .preset = draft->value};
	struct choice partners = {.count = 0};
	enum asked asked;

	add_actions(&choice);
	asked = choice_ask(&ask->dialog, &choice, &draft->value);
	if (asked != ASKED_ANSWER)
		return asked;
	add_partners(&partners, draft->value);
	if (partners.count == 1)
		draft->code = partners.word[0];
	else if (!record_allows_value(KIND_DONE, draft->code, draft->value))
		draft->code = WORD_NONE;
	return ASKED_ANSWER;
}

bool
fields_has_partners(const struct draft *draft)
{
	struct choice partners = {.count = 0};

	add_partners(&partners, draft->value);
	return partners.count > 1;
}

enum asked
ask_partner(struct ask *ask, struct draft *draft)
{
	struct choice choice = {
	    .title = SAY_DONE_CODE, .why = SAY_DONE_CODE_WHY, .preset = draft->code};

	add_partners(&choice, draft->value);
	return choice_ask(&ask->dialog, &choice, &draft->code);
}

/* Asks whether what was chosen is a graver signal; who doubts is not sure that it is not. */
static enum asked
ask_graver(struct ask *ask, struct draft *draft, enum ask_wording prompt, enum ask_wording why,
    enum word graver)
{
	enum asked asked =
	    dialog_ask_or_doubt(&ask->dialog, prompt, why, draft->is_graver, &draft->is_graver);

	if (asked != ASKED_ANSWER)
		return asked;
	draft->code = draft->is_graver == ANSWER_NO ? draft->chosen : graver;
	if (draft->code == graver)
		dialog_say_with(
		    &ask->dialog, SAY_BECOMES, dialog_label(&ask->dialog, graver), NULL);
	return ASKED_ANSWER;
}

enum asked
ask_shape(struct ask *ask, struct draft *draft)
{
	return ask_graver(ask, draft, SAY_ASK_SHAPE, SAY_WHY_SHAPE, SIGNAL_INJURY_PATTERN);
}

enum asked
ask_told(struct ask *ask, struct draft *draft)
{
	return ask_graver(ask, draft, SAY_ASK_TOLD, SAY_WHY_TOLD, SIGNAL_DISCLOSURE_CHILD);
}

/* A case manager may be a role or a partner; a name that both have is a role's. */
static void
add_casemanagers(struct choice *choice)
{
	choice_add_list(choice, LIST_ROLE, WORD_NONE, WORD_NONE);
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		if (vocabulary_find(LIST_ROLE, bytes_of(vocabulary_token(partner))) == WORD_NONE)
			choice->word[choice->count++] = partner;
}

enum asked
ask_value(struct ask *ask, struct draft *draft)
{
	const struct kind_wording *wording = &kind_wordings[draft->kind];
	struct choice choice = {
	    .title = wording->value, .why = wording->value_why, .preset = draft->value};
	enum asked asked;

	if (draft->kind == KIND_ANSWER)
		framework_choice(draft->code, &choice);
	else if (draft->code == PLAN_CASEMANAGER)
		add_casemanagers(&choice);
	else
		choice_add_list(
		    &choice, record_value_list(draft->kind, draft->code), draft->kind, draft->code);
	asked = choice_ask(&ask->dialog, &choice, &draft->value);
	/* What only a child can have told is not what another told. */
	if (draft->chosen == SIGNAL_OTHER && draft->value != KNOWN_CHILD)
		draft->code = draft->chosen;
	return asked;
}

enum asked
ask_by(struct ask *ask, struct draft *draft)
{
	bool is_signal = draft->kind == KIND_SIGNAL;
	struct choice choice = {.title = is_signal ? SAY_ASK_OBSERVER : SAY_ASK_BY,
	    .why = is_signal ? SAY_WHY_OBSERVER : SAY_WHY_BY,
	    .preset = draft->by_is_given ? draft->by
		: is_signal		 ? ask->observer
					 : ask->by,
	    .may_be_empty = true};
	enum asked asked;

	choice_add_list(&choice, LIST_ROLE, WORD_NONE, WORD_NONE);
	asked = choice_ask(&ask->dialog, &choice, &draft->by);
	draft->by_is_given |= asked == ASKED_ANSWER;
	return asked;
}

/* Half of what a record may hold: every character may need a quote more. */
enum { LONGEST_TEXT = LINE_MAX_LENGTH / 2 };

enum asked
ask_text(struct ask *ask, struct draft *draft)
{
	const struct kind_wording *wording = &kind_wordings[draft->kind];
	bool is_needed = record_wants_text(draft->kind, draft->code, draft->value);
	/* Of a talk a text is needed when it was not held. */
	bool asks_reason = is_needed && draft->kind == KIND_TALK;
	char prompt[ASK_TEXT_SIZE];
	struct bytes answer;

	snprintf(prompt, sizeof(prompt), "%s%s%s",
	    dialog_text(&ask->dialog, asks_reason ? SAY_TALK_REASON : wording->text),
	    is_needed ? "" : " ", is_needed ? "" : dialog_text(&ask->dialog, SAY_TEXT_OPTIONAL));
	const struct question question = {prompt, wording->text_why, NULL};
	for (;;) {
		enum asked asked = dialog_ask_text(&ask->dialog, &question, draft->text, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		if (answer.length > LONGEST_TEXT)
			dialog_say(&ask->dialog, SAY_TEXT_TOO_LONG);
		else if (answer.length == 0 && is_needed)
			dialog_say(&ask->dialog, SAY_TEXT_NEEDED);
		else
			break;
	}
	draft_set_text(draft, answer);
	return ASKED_ANSWER;
}
