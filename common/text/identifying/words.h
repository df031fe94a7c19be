/* Words and house numbers: what stands beside a number. */

#ifndef IDENTIFYING_WORDS_H
#define IDENTIFYING_WORDS_H

#include "text/glyph.h"

/* A longer word is none of ours; a gap of more between two words parts them. */
enum { WORD_LENGTH = 40, GAP_LENGTH = 4 };

/* Letters and digits that stand together, in small letters. */
struct token {
	char text[WORD_LENGTH + 1]; /* "" for none */
	size_t begin, end;
	unsigned digits; /* that it begins with */
	char next;	 /* the character after it */
};

/* The token at or after at, or before it. A digit directly behind letters begins another one. */
struct token words_after(struct bytes text, size_t at);
struct token words_before(struct bytes text, size_t at);

/* Whether the token begins with a letter. */
bool words_is_word(const struct token *token);

#define WORDS_COUNT(table) (sizeof(table) / sizeof((table)[0]))

bool words_is_one_of(const char *word, const char *const words[], size_t count);

/* Whether the token can be a house number: 12, 12a, 12bis; no year. */
bool words_is_house_number(const struct token *token);

/* Whether the number counts or dates something: 9:05, 2,5, 12-10-2026, 3 keer, 50%. */
bool words_is_counting(struct bytes text, const struct token *token);

/* Whether the word says what the number before it counts: keer, uur, kinderen. */
bool words_are_counted(const struct token *token);

/* Whether the word says that a house number follows: nr, huisnummer. */
bool words_is_of_number(const struct token *token);

/* Whether the word is one after which a number is none of a house: groep, om, van. */
bool words_counts(const struct token *token);

#endif
