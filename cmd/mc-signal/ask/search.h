/*
 * Finding a word by what a person writes: any of its names in the vocabulary
 * (token, label, synonym), in full, in part, or spelt nearly so.
 *
 * What was meant is never passed over for something milder: where the words
 * that come close include one of a graver class, it stands before the others.
 */

#ifndef ASK_SEARCH_H
#define ASK_SEARCH_H

#include "records/vocabulary.h"

/* No list that can be chosen from is longer. */
enum { SEARCH_MAX = 80 };

struct search {
	bool is_settled; /* the first is what was written */
	bool is_synonym; /* by a synonym: its label was not */
	size_t count;	 /* of the words that come close */
	enum word word[SEARCH_MAX];
};

/* Searches the first count words, at most SEARCH_MAX, for what was written; part of a label counts
 * in the language given, and in the other one when nothing else comes close. */
void search_words(const enum word words[], size_t count, struct bytes written,
    enum language language, struct search *found);

#endif
