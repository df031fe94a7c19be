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
		size_t at = 0;

		while (at < shown->count && shown->area[at] != area)
			at++;
		if (at == shown->count)
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

enum { NUMBER_SIZE = 24 };

/* The number that stands before what is shown. */
static const char *
number_of(
    const struct choice *choice, const struct shown *shown, size_t place, char number[NUMBER_SIZE])
{
	if (choice->number != NULL && !shown->are_areas)
		return choice->number(shown->word[place]);
	snprintf(number, NUMBER_SIZE, "%zu", place + 1);
	return number;
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
		char line[ASK_TEXT_SIZE], number[NUMBER_SIZE];

		snprintf(line, sizeof(line), "%4s  %s%s%s", number_of(choice, shown, i, number),
		    label, note == SAY_NOTHING ? "" : ": ", dialog_text(dialog, note));
		ask_terminal_say(&dialog->terminal, bytes_of(line), 6);
	}
}

/* Whether a number was typed, whatever it stands for. */
static bool
is_number(struct bytes written)
{
	for (size_t i = 0; i < written.length; i++)
		if (!text_is_digit(written.at[i]))
			return false;
	return written.length > 0 && written.length <= 3;
}

/* The place of what was typed as a number; what is shown has no more places when it is none. */
static size_t
place_of(const struct choice *choice, const struct shown *shown, struct bytes written)
{
	char number[NUMBER_SIZE];
	size_t place = 0;

	while (place < shown->count
	    && !text_equal_ignoring_case(
		written, bytes_of(number_of(choice, shown, place, number))))
		place++;
	return place;
}

/* Takes what stands at a place: a word is chosen, an area opened. True when a word is. */
static bool
take_place(struct dialog *dialog, const struct choice *choice, size_t place, struct shown *shown,
    enum word *word)
{
	if (!shown->are_areas) {
		*word = shown->word[place];
		return true;
	}
	show_words_of(choice, shown->area[place], shown);
	say_shown(dialog, choice, shown);
	return false;
}

static void
show_found(const struct search *found, struct shown *shown)
{
	*shown = (struct shown){.is_part = true, .count = found->count};
	memcpy(shown->word, found->word, sizeof(shown->word));
	if (shown->count == 1)
		shown->preset = shown->word[0];
}

/* Takes what was written: a word that is written in full is chosen, words that come close are
 * shown. True when one is chosen. */
static bool
take_words(struct dialog *dialog, const struct choice *choice, struct bytes written,
    struct shown *shown, enum word *word)
{
	struct search found;

	if (choice->find != NULL && (*word = choice->find(written)) != WORD_NONE)
		return true;
	search_words(choice->word, choice->count, written, dialog->language, &found);
	if (found.count == 0) {
		dialog_say(dialog, SAY_CHOICE_NOTHING);
		return false;
	}
	*word = found.word[0];
	if (found.is_settled) {
		if (found.is_synonym)
			dialog_say_with(
			    dialog, SAY_CHOICE_TAKEN, dialog_label(dialog, *word), NULL);
		return true;
	}
	show_found(&found, shown);
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
	size_t place = place_of(choice, shown, answer);
	char number[NUMBER_SIZE];

	if (choice->may_be_empty
	    && (is_hyphen(answer) || (answer.length == 0 && !shown->is_part))) {
		*word = WORD_NONE;
		return true;
	}
	if (place < shown->count)
		return take_place(dialog, choice, place, shown, word);
	if (answer.length > 0 && !is_number(answer))
		return take_words(dialog, choice, answer, shown, word);
	snprintf(number, sizeof(number), "%.*s", (int)answer.length, answer.at);
	dialog_say_with(
	    dialog, answer.length == 0 ? SAY_CHOICE_EMPTY : SAY_CHOICE_NO_NUMBER, number, NULL);
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
