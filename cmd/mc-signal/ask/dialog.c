#include "ask/dialog.h"

#include <stdlib.h>

#include "tool/diagnostics.h"
#include "records/lines.h"
#include "text/identifying/identifying.h"
#include "tool/memory.h"
#include "text/harmful.h"
#include "text/text.h"

static const char line_separator[] = "\xE2\x80\xA8";

/* The width of the keys before values. */
enum { KEY_WIDTH = 17 };

void
dialog_open(struct dialog *dialog, unsigned allowed)
{
	*dialog = (struct dialog){.language = language_of_person(), .allowed = allowed};
	ask_terminal_open(&dialog->terminal);
}

void
dialog_close(struct dialog *dialog)
{
	ask_terminal_close(&dialog->terminal);
	free(dialog->text);
}

void
dialog_say(struct dialog *dialog, enum ask_wording wording)
{
	dialog_say_with(dialog, wording, NULL, NULL);
}

void
dialog_say_with(struct dialog *dialog, enum ask_wording wording, const char *one, const char *two)
{
	char text[ASK_TEXT_SIZE];

	language_fill(dialog_text(dialog, wording), one, two, text, sizeof(text));
	ask_terminal_say(&dialog->terminal, bytes_of(text), 0);
}

void
dialog_say_pair(struct dialog *dialog, enum ask_wording key, struct bytes value)
{
	size_t length = KEY_WIDTH + value.length;
	char *line = memory_allocate(length + 1);

	if (value.length > 0) {
		/* Keys are ASCII. */
		snprintf(line, KEY_WIDTH + 1, "%-*s", KEY_WIDTH, dialog_text(dialog, key));
		memcpy(line + KEY_WIDTH, value.at, value.length);
		ask_terminal_say(&dialog->terminal, (struct bytes){line, length}, KEY_WIDTH);
	}
	free(line);
}

void
dialog_skip_line(struct dialog *dialog)
{
	ask_terminal_say(&dialog->terminal, bytes_of(""), 0);
}

/* Copies a line without what has no ink, such as comes along with what is pasted: nobody sees it,
 * and it could hide what stands there. Returns the bytes that are left. */
static size_t
copy_visible(char *to, struct bytes line)
{
	size_t used = 0;

	while (line.length > 0) {
		size_t length;
		bool has_ink = harmful_sort(text_code_point(line, &length)) != HARMFUL_INKLESS;

		if (length == 0)
			length = 1;
		if (has_ink) {
			memcpy(to + used, line.at, length);
			used += length;
		}
		line.at += length;
		line.length -= length;
	}
	return used;
}

/* Makes the answer longer; is_next for a line behind those that are there. */
static void
keep_line(struct dialog *dialog, struct bytes line, bool is_next, size_t *used)
{
	size_t wanted = *used + sizeof(line_separator) + line.length + 1;

	if (wanted > dialog->room) {
		dialog->room = 2 * wanted;
		dialog->text = memory_resize(dialog->text, dialog->room, 1);
	}
	if (is_next) {
		memcpy(dialog->text + *used, line_separator, sizeof(line_separator) - 1);
		*used += sizeof(line_separator) - 1;
	}
	*used += copy_visible(dialog->text + *used, line);
	dialog->text[*used] = '\0';
}

/* Reads one line, and when several may come as one also those that were pasted with it. A
 * terminal that is lost is an end like any other, but it is told. */
static enum asked
read_lines(
    struct dialog *dialog, const char *prompt, const char *start, bool several, struct bytes *text)
{
	size_t used = 0;
	bool is_next = false;
	struct bytes line;

	do {
		switch (ask_terminal_line(&dialog->terminal, is_next ? "" : prompt, start, &line)) {
		case TERMINAL_LINE:
			break;
		case TERMINAL_LOST:
			diagnostics_trouble(_("the terminal is gone"));
			return ASKED_END;
		case TERMINAL_END:
			return ASKED_END;
		}
		keep_line(dialog, line, is_next, &used);
		start = NULL;
		is_next = true;
	} while (several && ask_terminal_has_more(&dialog->terminal));
	*text = text_trim((struct bytes){dialog->text, used});
	return ASKED_ANSWER;
}

/* Whether the text holds what is no text. */
static bool
has_control(struct bytes text)
{
	while (text.length > 0) {
		size_t length;
		uint32_t point = text_code_point(text, &length);

		if (length == 0 || (harmful_sort(point) == HARMFUL_CONTROL && point != '\t'))
			return true;
		text.at += length;
		text.length -= length;
	}
	return false;
}

enum refusal_of_text { TEXT_FINE, TEXT_IS_CONTROL, TEXT_IDENTIFIES };

/* Says what is wrong with an answer whatever the question is. The answer itself is not shown: it
 * may say who somebody is. */
static enum refusal_of_text
check_answer(struct dialog *dialog, struct bytes answer)
{
	struct bytes where;
	enum identifying kind;

	if (answer.length > 0 && has_control(answer)) {
		dialog_say(dialog, SAY_TEXT_CONTROL);
		return TEXT_IS_CONTROL;
	}
	kind = identifying_find(answer, dialog->allowed, &where);
	if (kind == IDENTIFYING_NONE)
		return TEXT_FINE;
	dialog_say_with(dialog, SAY_BAD_IDENTIFYING, _(identifying_name(kind)), NULL);
	return TEXT_IDENTIFIES;
}

static bool
is_typed(struct bytes answer, const char *key)
{
	return text_equal_ignoring_case(answer, bytes_of(key));
}

/* Whether the answer is the text that stood there already with "<" behind it. */
static bool
is_back_from(struct bytes answer, const char *start)
{
	size_t length = start == NULL ? 0 : strlen(start);

	return length > 0 && answer.length == length + 1 && answer.at[length] == '<'
	    && memcmp(answer.at, start, length) == 0;
}

/* A prompt longer than this is broken off at the edge of the terminal. */
enum { LONGEST_PROMPT = 66 };

/* Makes the prompt of the question; one that is long is said before it, wrapped at its blanks. */
static void
make_prompt(struct dialog *dialog, const struct question *question, char prompt[ASK_TEXT_SIZE])
{
	bool is_long = strlen(question->prompt) > LONGEST_PROMPT;

	if (is_long) {
		dialog_skip_line(dialog);
		ask_terminal_say(&dialog->terminal, bytes_of(question->prompt), 0);
	}
	language_fill(question->preset == NULL ? "{1}: " : "{1} [{2}]: ",
	    is_long ? dialog_text(dialog, SAY_PROMPT) : question->prompt, question->preset, prompt,
	    ASK_TEXT_SIZE);
}

static enum asked
ask(struct dialog *dialog, const struct question *question, const char *start, bool several,
    struct bytes *answer)
{
	char prompt[ASK_TEXT_SIZE];
	const char *on_line = start;

	make_prompt(dialog, question, prompt);
	if (start != NULL)
		dialog_say(dialog, SAY_TEXT_STANDS);
	for (;;) {
		if (read_lines(dialog, prompt, on_line, several, answer) == ASKED_END
		    || is_typed(*answer, "q"))
			return ASKED_END;
		if (is_typed(*answer, "<") || is_back_from(*answer, start))
			return ASKED_BACK;
		on_line = start;
		if (is_typed(*answer, "?")) {
			dialog_say(dialog, question->why);
			continue;
		}
		switch (check_answer(dialog, *answer)) {
		case TEXT_FINE:
			return ASKED_ANSWER;
		case TEXT_IS_CONTROL:
			break;
		case TEXT_IDENTIFIES:
			/* A long text is mended, not typed again. */
			if (several)
				on_line = dialog->text;
			break;
		}
	}
}

enum asked
dialog_ask(struct dialog *dialog, const struct question *question, struct bytes *answer)
{
	enum asked asked = ask(dialog, question, NULL, false, answer);

	if (asked == ASKED_ANSWER && answer->length == 0 && question->preset != NULL)
		*answer = bytes_of(question->preset);
	return asked;
}

enum asked
dialog_ask_text(
    struct dialog *dialog, const struct question *question, const char *start, struct bytes *answer)
{
	return ask(dialog, question, start, true, answer);
}

static enum asked
ask_word(struct dialog *dialog, const struct question *question, bool may_doubt, enum word *answer)
{
	struct bytes typed;

	for (;;) {
		enum asked asked = dialog_ask(dialog, question, &typed);

		if (asked != ASKED_ANSWER)
			return asked;
		*answer = vocabulary_recognise(LIST_ANSWER, typed);
		if (*answer == ANSWER_YES || *answer == ANSWER_NO
		    || (*answer == ANSWER_DOUBT && may_doubt))
			return ASKED_ANSWER;
		dialog_say(dialog, may_doubt ? SAY_YES_NO_OR_DOUBT : SAY_YES_OR_NO);
	}
}

static struct question
yes_no_question(
    const struct dialog *dialog, enum ask_wording prompt, enum ask_wording why, enum word preset)
{
	return (struct question){dialog_text(dialog, prompt), why,
	    preset == WORD_NONE ? NULL : dialog_label(dialog, preset)};
}

enum asked
dialog_ask_yes_no(struct dialog *dialog, enum ask_wording prompt, enum ask_wording why,
    enum word preset, bool *is_yes)
{
	const struct question question = yes_no_question(dialog, prompt, why, preset);
	enum word answer = WORD_NONE;
	enum asked asked = ask_word(dialog, &question, false, &answer);

	*is_yes = answer == ANSWER_YES;
	return asked;
}

enum asked
dialog_ask_or_doubt(struct dialog *dialog, enum ask_wording prompt, enum ask_wording why,
    enum word preset, enum word *answer)
{
	const struct question question = yes_no_question(dialog, prompt, why, preset);

	return ask_word(dialog, &question, true, answer);
}
