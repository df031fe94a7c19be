/* Whole words that what a person wrote has in common with a form of the vocabulary's. */

#ifndef COMMON_WORDS_H
#define COMMON_WORDS_H

#include "text/bytes.h"

/* So many words are compared, each of so many bytes when it is folded. */
enum { COMMON_WORDS_MAX = 8, COMMON_WORD_SIZE = 128 };

/* Words that say something: those of at least four letters that are no little words. */
struct common_words {
	struct common_word {
		char folded[COMMON_WORD_SIZE];
		size_t length;
	} word[COMMON_WORDS_MAX];
	size_t count;
};

/* Reads the words of what was written. */
void common_words_read(struct bytes written, struct common_words *words);

/* How many letters those of the words have that stand in the form too, or one there that says the
 * same. Endings do not count: blauw, blauwe. folded is the form without what stands between its
 * words. */
unsigned common_words_letters(
    const struct common_words *words, struct bytes form, struct bytes folded);

#endif
