#include "sheet/suggest.h"

#include <stdio.h>
#include <stdlib.h>

#include "records/record.h"
#include "sheet/common_words.h"
#include "text/fold.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* So much of a word is compared; a part in common is at least so long. */
enum { LONGEST = 64, COMMON_LEAST = 4 };

static unsigned
least_of(unsigned a, unsigned b, unsigned c)
{
	unsigned least = a < b ? a : b;

	return least < c ? least : c;
}

/* How many letters must be added, left out, changed or swapped with the next to make one of the
 * other (optimal string alignment). */
static unsigned
distance(struct bytes a, struct bytes b)
{
	unsigned row[3][LONGEST + 1];

	for (size_t j = 0; j <= b.length; j++)
		row[0][j] = (unsigned)j;
	for (size_t i = 1; i <= a.length; i++) {
		unsigned *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (size_t j = 1; j <= b.length; j++) {
			bool equal = a.at[i - 1] == b.at[j - 1];

			now[j] = least_of(
			    before[j] + 1, now[j - 1] + 1, before[j - 1] + (equal ? 0 : 1));
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2]
			    && a.at[i - 2] == b.at[j - 1] && earlier[j - 2] + 1 < now[j])
				now[j] = earlier[j - 2] + 1;
		}
	}
	return row[a.length % 3][b.length];
}

/* The length of the longest part that both have. */
static unsigned
common_part(struct bytes a, struct bytes b)
{
	unsigned row[2][LONGEST + 1] = {{0}}, longest = 0;

	for (size_t i = 1; i <= a.length; i++)
		for (size_t j = 1; j <= b.length; j++) {
			unsigned *now = &row[i % 2][j];

			*now = a.at[i - 1] == b.at[j - 1] ? row[(i + 1) % 2][j - 1] + 1 : 0;
			longest = *now > longest ? *now : longest;
		}
	return longest;
}

/* How far a form lies from what was written: by its spelling when one letter in five is wrong, and
 * one more; else, farther, by the whole words in common; else by the part in common, which is most
 * of one of them. TOO_FAR when it is not near. */
enum { BY_WORDS = LONGEST, BY_PART = 2 * LONGEST, TOO_FAR = 3 * LONGEST };

struct written {
	struct bytes folded;
	struct common_words words;
};

static unsigned
rate(const struct written *wanted, struct bytes form, struct bytes as_written)
{
	struct bytes written = wanted->folded;
	unsigned errors, common, letters;
	size_t shorter;

	if (form.length > LONGEST)
		form.length = LONGEST;
	errors = distance(written, form);
	if (form.length >= 2 && errors <= 1 + form.length / 5)
		return errors;
	letters = common_words_letters(&wanted->words, as_written, form);
	if (letters > 0)
		return BY_WORDS + (letters < LONGEST ? LONGEST - letters : 0);
	common = common_part(written, form);
	shorter = written.length < form.length ? written.length : form.length;
	return common >= COMMON_LEAST && 3 * (size_t)common >= 2 * shorter
	    ? BY_PART + LONGEST - common
	    : TOO_FAR;
}

/* The words so far, the nearest first. */
struct nearest {
	enum word word[SUGGESTIONS_MAX + 1];
	unsigned rate[SUGGESTIONS_MAX + 1];
	size_t count;
};

/* Among words that have as much of the whole words in common the urgent one stands first, so that
 * no other keeps it out. */
static unsigned
rate_of_word(enum word word, unsigned far)
{
	bool is_by_words = far >= BY_WORDS && far < BY_PART;

	return 2 * far + (is_by_words && vocabulary_entry(word)->class != CLASS_URGENT);
}

static void
take_out(struct nearest *nearest, size_t i)
{
	nearest->count--;
	for (; i < nearest->count; i++) {
		nearest->word[i] = nearest->word[i + 1];
		nearest->rate[i] = nearest->rate[i + 1];
	}
}

/* Adds a word by one of its forms, unless a nearer form of it is there. */
static void
add(struct nearest *nearest, enum word word, unsigned rate)
{
	size_t place;

	for (size_t i = 0; i < nearest->count; i++)
		if (nearest->word[i] == word) {
			if (nearest->rate[i] <= rate)
				return;
			take_out(nearest, i);
		}
	for (place = nearest->count; place > 0 && nearest->rate[place - 1] > rate; place--) {
		nearest->word[place] = nearest->word[place - 1];
		nearest->rate[place] = nearest->rate[place - 1];
	}
	nearest->word[place] = word;
	nearest->rate[place] = rate;
	if (nearest->count < SUGGESTIONS_MAX)
		nearest->count++;
}

size_t
suggest_words(enum word_list list, struct bytes written, enum word word[SUGGESTIONS_MAX])
{
	char *folded = memory_allocate(fold_size(written.length));
	struct written wanted = {.folded = {folded, fold(written, folded)}};
	struct bytes form, as_written;
	struct nearest nearest = {.count = 0};
	enum word candidate;

	common_words_read(written, &wanted.words);
	if (wanted.folded.length > LONGEST)
		wanted.folded.length = LONGEST;
	for (size_t at = 0; wanted.folded.length >= 2
	     && vocabulary_next_form(list, &at, &form, &as_written, &candidate);) {
		unsigned far = rate(&wanted, form, as_written);

		if (far < TOO_FAR && !record_is_derived(candidate))
			add(&nearest, candidate, rate_of_word(candidate, far));
	}
	free(folded);
	memcpy(word, nearest.word, sizeof(nearest.word[0]) * nearest.count);
	return nearest.count;
}

enum word_list
suggest_list(enum word_list after, struct bytes written)
{
	static const bool is_in_records[LIST_COUNT] = {
	    [LIST_KIND] = true,
	    [LIST_ACTION] = true,
	    [LIST_SIGNAL] = true,
	    [LIST_KNOWN] = true,
	    [LIST_PARTNER] = true,
	    [LIST_MANNER] = true,
	    [LIST_PARTY] = true,
	    [LIST_TALK] = true,
	    [LIST_QUESTION] = true,
	    [LIST_ANSWER] = true,
	    [LIST_PLAN] = true,
	    [LIST_NEED] = true,
	    [LIST_SCHOOL] = true,
	    [LIST_ROLE] = true,
	};

	/* One letter is a word of too many. */
	for (enum word_list list = after + 1; list < LIST_COUNT && written.length > 1; list++)
		if (is_in_records[list] && vocabulary_recognise(list, written) != WORD_NONE)
			return list;
	return NO_LIST;
}

/* Room for the words or the lists of one message. */
enum { NAMES_SIZE = 512 };

static void
add_words(char *text, size_t size, enum word_list list, struct bytes written)
{
	enum word word[SUGGESTIONS_MAX];
	size_t count = suggest_words(list, written, word), used = 0;
	char names[NAMES_SIZE];

	for (size_t i = 0; i < count && used < NAMES_SIZE; i++)
		used += (size_t)snprintf(names + used, NAMES_SIZE - used, "%s\"%s\"",
		    i > 0 ? ", " : "", vocabulary_name(word[i]));
	if (count > 0)
		snprintf(text, size, _("; did you mean %s?"), names);
}

static void
add_lists(char *text, size_t size, struct bytes written)
{
	char names[NAMES_SIZE];
	size_t used = 0;

	for (enum word_list list = suggest_list(NO_LIST, written);
	     list != NO_LIST && used < NAMES_SIZE; list = suggest_list(list, written))
		used += (size_t)snprintf(names + used, NAMES_SIZE - used, "%s%s",
		    used > 0 ? ", " : "", vocabulary_list_name(list));
	if (used > 0)
		snprintf(text, size, _("; another list has it: %s"), names);
}

void
suggest_add(char *text, size_t size, enum word_list list, struct bytes written)
{
	size_t used = strlen(text);

	add_words(text + used, size - used, list, written);
	used = strlen(text);
	add_lists(text + used, size - used, written);
}
