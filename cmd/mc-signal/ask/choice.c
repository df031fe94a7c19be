#include "ask/choice.h"

#include "records/record.h"
#include "text/text.h"

/* A list longer than this is shown by its areas, when it has any. */
enum { LONGEST_SHOWN = 30 };

/* What is shown with numbers at the moment: areas, or words. */
struct shown {
	bool are_areas;
	bool is_part; /* of the choice */
	enum word preset;
	size_t count;
	enum area area[AREA_OTHER + 1];
	enum word word[CHOICE_MAX];
};

void
choice_add_list(struct choice *choice, enum word_list list, enum word kind, enum word code)
{
	if (list == NO_LIST)
		return;
	for (enum word word = vocabulary_first(list); word < vocabulary_end(list); word++)
		if (choice->count < CHOICE_MAX && !record_is_derived(word)
		    && record_allows_value(kind, code, word))
			choice->word[choice->count++] = word;
}

static enum area
area_of(enum word word)
{
	return vocabulary_entry(word)->area;
}

static bool
is_long(const struct choice *choice)
{
	return choice->count > LONGEST_SHOWN && area_of(choice->word[0]) != AREA_NONE;
}

static void
show_areas(const struct choice *choice, struct shown *shown)
{
	*shown = (struct shown){.are_areas = true};
	for (size_t i = 0; i < choice->count; i++) {
		enum area area = area_of(choice->word[i]);

		if (shown->count == 0 || shown->area[shown->count - 1] != area)
			shown->area[shown->count++] = area;
	}
}

static void
show_words_of(const struct choice *choice, enum area area, struct shown *shown)
{
	*shown = (struct shown){.is_part = area != AREA_NONE};
	for (size_t i = 0; i < choice->count; i++)
		if (area == AREA_NONE || area_of(choice->word[i]) == area)
			shown->word[shown->count++] = choice->word[i];
}

static void
show_all(const struct choice *choice, struct shown *shown)
{
	if (is_long(choice))
		show_areas(choice, shown);
	else
		show_words_of(choice, AREA_NONE, shown);
	shown->preset = choice->preset;
}

static enum ask_wording
note_of(const struct choice *choice, enum word word)
{
	for (size_t i = 0; i < choice->count; i++)
		if (choice->word[i] == word)
			return choice->note[i];
	return SAY_NOTHING;
}

static void
say_shown(struct dialog *dialog, const struct choice *choice, const struct shown *shown)
{
	for (size_t i = 0; i < shown->count; i++) {
		enum ask_wording note =
		    shown->are_areas ? SAY_NOTHING : note_of(choice, shown->word[i]);
		const char *label = shown->are_areas
		    ? dialog_text(dialog, ask_wording_area(shown->area[i]))
		    : dialog_label(dialog, shown->word[i]);
		char line[ASK_TEXT_SIZE];

		snprintf(line, sizeof(line), "%4zu  %s%s%s", i + 1, label,
		    note == SAY_NOTHING ? "" : ": ", dialog_text(dialog, note));
		ask_terminal_say(&dialog->terminal, bytes_of(line), 6);
	}
}

static bool
contains(const char *text, struct bytes part)
{
	size_t length = strlen(text);

	for (size_t i = 0; i + part.length <= length; i++)
		if (text_equal_ignoring_case((struct bytes){text + i, part.length}, part))
			return true;
	return false;
}

/* The word that was written in full, as token or label in either language. */
static enum word
find_exact(const struct choice *choice, struct bytes written)
{
	for (size_t i = 0; i < choice->count; i++) {
		const struct word_entry *entry = vocabulary_entry(choice->word[i]);
		const char *const names[] = {
		    entry->token, entry->dutch_token, entry->dutch, entry->english};

		for (size_t j = 0; j < sizeof(names) / sizeof(names[0]); j++)
			if (text_equal_ignoring_case(written, bytes_of(names[j])))
				return choice->word[i];
	}
	return WORD_NONE;
}

/* The words that were written in part, in the person's language. */
static void
search(const struct dialog *dialog, const struct choice *choice, struct bytes written,
    struct shown *shown)
{
	*shown = (struct shown){.is_part = true};
	for (size_t i = 0; i < choice->count; i++) {
		const struct word_entry *entry = vocabulary_entry(choice->word[i]);

		if (contains(dialog_label(dialog, choice->word[i]), written)
		    || contains(
			dialog->language == DUTCH ? entry->dutch_token : entry->token, written))
			shown->word[shown->count++] = choice->word[i];
	}
	if (shown->count == 1)
		shown->preset = shown->word[0];
}

/* A number as typed; 0 when it is none. */
static size_t
number_of(struct bytes written)
{
	size_t number = 0;

	if (written.length == 0 || written.length > 3)
		return 0;
	for (size_t i = 0; i < written.length; i++) {
		if (!text_is_digit(written.at[i]))
			return 0;
		number = number * 10 + (size_t)(written.at[i] - '0');
	}
	return number;
}

/* Takes a number: a word is chosen, an area opened. True when a word is. */
static bool
take_number(struct dialog *dialog, const struct choice *choice, size_t number, struct shown *shown,
    enum word *word)
{
	char text[24];

	if (number > shown->count) {
		snprintf(text, sizeof(text), "%zu", number);
		dialog_say_with(dialog, SAY_CHOICE_NO_NUMBER, text, NULL);
		return false;
	}
	if (!shown->are_areas) {
		*word = shown->word[number - 1];
		return true;
	}
	show_words_of(choice, shown->area[number - 1], shown);
	say_shown(dialog, choice, shown);
	return false;
}

/* Takes what was written: a word that is written in full is chosen, words that hold it are
 * shown. True when one is chosen. */
static bool
take_words(struct dialog *dialog, const struct choice *choice, struct bytes written,
    struct shown *shown, enum word *word)
{
	struct shown found;

	if ((*word = find_exact(choice, written)) != WORD_NONE)
		return true;
	search(dialog, choice, written, &found);
	if (found.count == 0) {
		dialog_say(dialog, SAY_CHOICE_NOTHING);
		return false;
	}
	*shown = found;
	dialog_say(dialog, SAY_CHOICE_SEVERAL);
	say_shown(dialog, choice, shown);
	return false;
}

static bool
is_hyphen(struct bytes written)
{
	return written.length == 1 && written.at[0] == '-';
}

/* Takes an answer; true when it settles the choice. */
static bool
take_answer(struct dialog *dialog, const struct choice *choice, struct bytes answer,
    struct shown *shown, enum word *word)
{
	size_t number = number_of(answer);

	if (choice->may_be_empty
	    && (is_hyphen(answer) || (answer.length == 0 && !shown->is_part))) {
		*word = WORD_NONE;
		return true;
	}
	if (number > 0)
		return take_number(dialog, choice, number, shown, word);
	if (answer.length > 0)
		return take_words(dialog, choice, answer, shown, word);
	dialog_say(dialog, SAY_CHOICE_EMPTY);
	return false;
}

/* Shows the list again, as it was at the beginning. */
static void
say_list(struct dialog *dialog, const struct choice *choice, struct shown *shown)
{
	show_all(choice, shown);
	say_shown(dialog, choice, shown);
	if (shown->are_areas)
		dialog_say(dialog, SAY_CHOICE_AREAS);
}

/* Asks for one line, with what is shown at the moment. */
static enum asked
ask_shown(struct dialog *dialog, const struct choice *choice, const struct shown *shown,
    struct bytes *answer)
{
	enum ask_wording prompt =
	    choice->may_be_empty ? SAY_CHOICE_NUMBER_OR_EMPTY : SAY_CHOICE_NUMBER;
	const struct question question = {dialog_text(dialog, prompt), choice->why,
	    shown->preset == WORD_NONE ? NULL : dialog_label(dialog, shown->preset)};

	return dialog_ask(dialog, &question, answer);
}

enum asked
choice_ask(struct dialog *dialog, const struct choice *choice, enum word *word)
{
	struct shown shown;
	struct bytes answer;
	enum word chosen;

	dialog_skip_line(dialog);
	dialog_say(dialog, choice->title);
	say_list(dialog, choice, &shown);
	for (;;) {
		enum asked asked = ask_shown(dialog, choice, &shown, &answer);

		if (asked == ASKED_BACK && shown.is_part) {
			say_list(dialog, choice, &shown);
			continue;
		}
		if (asked != ASKED_ANSWER)
			return asked;
		if (take_answer(dialog, choice, answer, &shown, &chosen)) {
			*word = chosen;
			return ASKED_ANSWER;
		}
	}
}
