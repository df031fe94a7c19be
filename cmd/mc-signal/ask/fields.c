#include "ask/fields.h"

#include "ask/choice.h"
#include "ask/framework.h"
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
		draft->code = draft->value = WORD_NONE;
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
		if (record_is_case(answer)) {
			char id[CASE_MAX_LENGTH + 1] = "";

			copy(id, answer);
			memcpy(draft->id, id, sizeof(id));
			return ASKED_ANSWER;
		}
		dialog_say(&ask->dialog, SAY_BAD_CASE);
	}
}

enum asked
ask_code(struct ask *ask, struct draft *draft)
{
	const struct kind_wording *wording = &kind_wordings[draft->kind];
	struct choice choice = {
	    .title = wording->code, .why = wording->code_why, .preset = draft->code};
	enum word code;
	enum asked asked;

	choice_add_list(&choice, record_code_list(draft->kind), WORD_NONE, WORD_NONE);
	asked = choice_ask(&ask->dialog, &choice, &code);
	if (asked == ASKED_ANSWER && code != draft->code) {
		draft->code = code;
		draft->value = WORD_NONE;
		draft->due = NO_DAY;
	}
	return asked;
}

/* A role that is a partner, too, stands among the partners. */
static void
add_roles(struct choice *choice)
{
	for (enum word role = ROLE_FIRST; role < ROLE_END; role++)
		if (vocabulary_find(LIST_PARTNER, bytes_of(vocabulary_token(role))) == WORD_NONE)
			choice->word[choice->count++] = role;
}

enum asked
ask_value(struct ask *ask, struct draft *draft)
{
	const struct kind_wording *wording = &kind_wordings[draft->kind];
	struct choice choice = {
	    .title = wording->value, .why = wording->value_why, .preset = draft->value};

	if (draft->kind == KIND_ANSWER)
		framework_choice(draft->code, &choice);
	else
		choice_add_list(
		    &choice, record_value_list(draft->kind, draft->code), draft->kind, draft->code);
	if (draft->code == PLAN_CASEMANAGER)
		add_roles(&choice);
	return choice_ask(&ask->dialog, &choice, &draft->value);
}

/* Reads what stands for a date here: what dates_read() takes, a few words, or a time today. */
static bool
read_date(struct bytes answer, struct span *span)
{
	static const struct {
		const char *word;
		day_number ago;
	} days[] = {
	    {"vandaag", 0}, {"today", 0}, {"gisteren", 1}, {"yesterday", 1}, {"eergisteren", 2}};
	char with_day[DAY_TEXT_SIZE + 8];
	day_number today = span_today();

	if (text_equal_ignoring_case(answer, bytes_of("nu"))
	    || text_equal_ignoring_case(answer, bytes_of("now"))) {
		*span = draft_now();
		return true;
	}
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		if (text_equal_ignoring_case(answer, bytes_of(days[i].word))
		    && today > days[i].ago) {
			*span = span_of_day(today - days[i].ago);
			return true;
		}
	if (answer.length <= 5 && memchr(answer.at, ':', answer.length) != NULL) {
		span_write_day(today, with_day);
		snprintf(with_day + DAY_TEXT_SIZE - 1, sizeof(with_day) - DAY_TEXT_SIZE + 1,
		    " %.*s", (int)answer.length, answer.at);
		answer = bytes_of(with_day);
	}
	return dates_read(answer, DATES_FOUND, span);
}

enum asked
ask_date(struct ask *ask, struct draft *draft)
{
	char now[ASK_DATE_SIZE];
	bool was_asked = draft->when.begin != 0;
	struct span preset = was_asked ? draft->when : draft_now(), when;
	const struct question question = {dialog_text(&ask->dialog, SAY_ASK_DATE), SAY_WHY_DATE,
	    ask_wording_date(preset, ask->dialog.language, now)};
	struct bytes answer;

	for (;;) {
		enum asked asked = dialog_ask(&ask->dialog, &question, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		when = preset;
		if (answer.at != question.preset && !read_date(answer, &when))
			dialog_say(&ask->dialog, SAY_BAD_DATE);
		else if (when.begin > draft_now().end)
			dialog_say(&ask->dialog, SAY_FUTURE_DATE);
		else
			break;
	}
	draft->when = when;
	return ASKED_ANSWER;
}

enum asked
ask_due(struct ask *ask, struct draft *draft)
{
	char date[ASK_DATE_SIZE];
	struct span due = span_of_day(draft->due);
	const struct question question = {dialog_text(&ask->dialog, SAY_PLAN_DUE), SAY_PLAN_DUE_WHY,
	    draft->due == NO_DAY ? NULL : ask_wording_date(due, ask->dialog.language, date)};
	struct bytes answer;

	for (;;) {
		enum asked asked = dialog_ask(&ask->dialog, &question, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		if (answer.at == question.preset)
			return ASKED_ANSWER;
		if (dates_read(answer, DATES_FOUND, &due) && span_is_whole_day(due))
			break;
		dialog_say(&ask->dialog, SAY_BAD_DUE);
	}
	draft->due = span_day(due);
	if (draft->due < span_today())
		dialog_say(&ask->dialog, SAY_PAST_DUE);
	return ASKED_ANSWER;
}

enum asked
ask_by(struct ask *ask, struct draft *draft)
{
	struct choice choice = {.title = SAY_ASK_BY,
	    .why = SAY_WHY_BY,
	    .preset = draft->by != WORD_NONE ? draft->by : ask->by,
	    .may_be_empty = true};

	choice_add_list(&choice, LIST_ROLE, WORD_NONE, WORD_NONE);
	return choice_ask(&ask->dialog, &choice, &draft->by);
}

/* Half of what a record may hold: every character may need a quote more. */
enum { LONGEST_TEXT = LINE_MAX_LENGTH / 2 };

enum asked
ask_text(struct ask *ask, struct draft *draft)
{
	const struct kind_wording *wording = &kind_wordings[draft->kind];
	bool is_needed = record_wants_text(draft->kind, draft->code, draft->value);
	char prompt[ASK_TEXT_SIZE];
	struct bytes answer;

	snprintf(prompt, sizeof(prompt), "%s%s%s", dialog_text(&ask->dialog, wording->text),
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
