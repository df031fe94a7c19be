#include "ask/search.h"

#include "sheet/suggest.h"
#include "text/fold.h"

/* Longer than any name in the vocabulary, folded too. */
enum { LONGEST = 200, FOLDED_SIZE = 1024 };

/* A word of a sentence that is shorter says too little to search for. */
enum { SHORTEST_OF_SENTENCE = 5 };

struct folded {
	char at[FOLDED_SIZE];
	size_t length;
};

static struct folded
folded_of(struct bytes text)
{
	struct folded folded = {.length = 0};

	if (text.length <= LONGEST && fold_size(text.length) <= sizeof(folded.at))
		folded.length = fold(text, folded.at);
	return folded;
}

static bool
is_same(const struct folded *written, const char *name)
{
	struct folded folded = folded_of(bytes_of(name));

	return folded.length > 0
	    && bytes_equal((struct bytes){folded.at, folded.length},
		(struct bytes){written->at, written->length});
}

static bool
is_part(const struct folded *written, struct bytes name)
{
	struct folded folded = folded_of(name);

	return memmem(folded.at, folded.length, written->at, written->length) != NULL;
}

/* Whether this is a word's token or label, in either language. */
static bool
is_name(enum word word, const struct folded *written)
{
	struct word_names names = vocabulary_names(word);

	return is_same(written, vocabulary_token(word)) || is_same(written, names.dutch_token)
	    || is_same(written, names.dutch) || is_same(written, names.english);
}

static bool
is_part_of_label(enum word word, const struct folded *written, enum language language)
{
	const char *token =
	    language == DUTCH ? vocabulary_names(word).dutch_token : vocabulary_token(word);

	return is_part(written, bytes_of(token))
	    || is_part(written, bytes_of(vocabulary_label(word, language)));
}

static bool
is_part_of_synonym(enum word word, const struct folded *written)
{
	struct bytes rest = bytes_of(vocabulary_names(word).synonyms), synonym;

	while (vocabulary_next_synonym(&rest, &synonym))
		if (is_part(written, synonym))
			return true;
	return false;
}

/* What must not be taken for something milder comes first; last what would hide a concern about the
 * home: behaviour between pupils, what protects, a note. */
static unsigned
rank_of(enum word word)
{
	static const unsigned ranks[] = {
	    [CLASS_URGENT] = 0,
	    [CLASS_EXPERT] = 1,
	    [CLASS_STAFF] = 2,
	    [CLASS_NOTICE] = 3,
	    [CLASS_NONE] = 4,
	    [CLASS_PUPIL] = 5,
	    [CLASS_POSITIVE] = 6,
	    [CLASS_NOTE] = 7,
	};

	return ranks[vocabulary_entry(word)->class];
}

/* Of an injury the interview asks by itself whether it is the graver one. */
static bool
is_asked_on(enum word word)
{
	return word == SIGNAL_INJURY;
}

static void
add_found(struct search *found, enum word word)
{
	size_t at = found->count;

	for (size_t i = 0; i < found->count; i++)
		if (found->word[i] == word)
			return;
	while (at > 0 && rank_of(found->word[at - 1]) > rank_of(word)) {
		found->word[at] = found->word[at - 1];
		at--;
	}
	found->word[at] = word;
	found->count++;
}

static void
add_by_part(const enum word words[], size_t count, const struct folded *written,
    enum language language, struct search *found)
{
	for (size_t i = 0; i < count; i++)
		if (is_part_of_label(words[i], written, language)
		    || is_part_of_synonym(words[i], written))
			add_found(found, words[i]);
}

/* Of a sentence each word that says something is searched for. */
static void
add_by_sentence(const enum word words[], size_t count, struct bytes written, enum language language,
    struct search *found)
{
	while (written.length > 0) {
		const char *blank = memchr(written.at, ' ', written.length);
		size_t length = blank == NULL ? written.length : (size_t)(blank - written.at);
		struct folded one = folded_of((struct bytes){written.at, length});

		if (one.length >= SHORTEST_OF_SENTENCE)
			add_by_part(words, count, &one, language, found);
		length += blank != NULL;
		written.at += length;
		written.length -= length;
	}
}

static bool
is_among(const enum word words[], size_t count, enum word word)
{
	for (size_t i = 0; i < count; i++)
		if (words[i] == word)
			return true;
	return false;
}

/* What is spelt nearly so, of each list that the words come from. */
static void
add_by_spelling(const enum word words[], size_t count, struct bytes written, struct search *found)
{
	enum word_list list = NO_LIST;

	for (size_t i = 0; i < count; i++) {
		enum word near[SUGGESTIONS_MAX];
		size_t many;

		if (vocabulary_entry(words[i])->list == list)
			continue;
		list = vocabulary_entry(words[i])->list;
		many = suggest_words(list, written, near);
		for (size_t j = 0; j < many; j++)
			if (is_among(words, count, near[j]))
				add_found(found, near[j]);
	}
}

/* The word that was written in full, first as the name that people see. */
static enum word
find_whole(const enum word words[], size_t count, struct bytes written, const struct folded *folded,
    bool *is_synonym)
{
	*is_synonym = false;
	for (size_t i = 0; i < count; i++)
		if (is_name(words[i], folded))
			return words[i];
	*is_synonym = true;
	for (size_t i = 0; i < count; i++)
		if (vocabulary_recognise(vocabulary_entry(words[i])->list, written) == words[i])
			return words[i];
	return WORD_NONE;
}

static void
settle(struct search *found, enum word word)
{
	found->is_settled = true;
	found->count = 1;
	found->word[0] = word;
}

void
search_words(const enum word words[], size_t count, struct bytes written, enum language language,
    struct search *found)
{
	struct folded folded = folded_of(written);
	enum word whole;

	*found = (struct search){.count = 0};
	if (folded.length == 0)
		return;
	whole = find_whole(words, count, written, &folded, &found->is_synonym);
	if (whole == WORD_NONE || found->is_synonym)
		add_by_part(words, count, &folded, language, found);
	if (whole != WORD_NONE
	    && (!found->is_synonym || rank_of(found->word[0]) >= rank_of(whole)
		|| is_asked_on(whole)))
		settle(found, whole);
	if (found->count == 0)
		for (size_t i = 0; i < count; i++)
			if (is_part_of_label(
				words[i], &folded, language == DUTCH ? ENGLISH : DUTCH))
				add_found(found, words[i]);
	if (found->count == 0)
		add_by_sentence(words, count, written, language, found);
	if (found->count == 0)
		add_by_spelling(words, count, written, found);
}
