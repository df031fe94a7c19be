/*
 * A choice from a list of words: by number, or by any word of the vocabulary.
 *
 * A short list is shown with numbers. A long one that has areas shows those
 * first; a number opens one, and what is written searches the whole list.
 */

#ifndef ASK_CHOICE_H
#define ASK_CHOICE_H

#include "ask/dialog.h"
#include "ask/search.h"

enum { CHOICE_MAX = SEARCH_MAX };

struct choice {
	enum ask_wording title, why;
	enum word word[CHOICE_MAX]; /* what can be chosen, in this order */
	size_t count;
	enum ask_wording note[CHOICE_MAX]; /* said behind a word; SAY_NOTHING for nothing */
	enum word preset;		   /* WORD_NONE for none */
	bool may_be_empty;		   /* "-" stands for nothing, and so does Enter */
	/* Where the words have numbers of their own: such a number, and the word that was written
	 * beside the vocabulary's (WORD_NONE for none). NULL for both otherwise. */
	const char *(*number)(enum word word);
	enum word (*find)(struct bytes written);
};

/* Adds every word of a list that may be chosen for this kind and code. */
void choice_add_list(struct choice *choice, enum word_list list, enum word kind, enum word code);

/* Asks; *word is WORD_NONE when nothing was chosen and may be. */
enum asked choice_ask(struct dialog *dialog, const struct choice *choice, enum word *word);

#endif
