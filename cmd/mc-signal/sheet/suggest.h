/* What may have been meant by a word that nobody knows. */

#ifndef SUGGEST_H
#define SUGGEST_H

#include "records/vocabulary.h"

enum { SUGGESTIONS_MAX = 5 };

/* The words of a list that come nearest to what was written, the nearest first, into word; how
 * many: none when nothing comes near. Near is what differs in few letters from a form in which
 * people write the word, or has whole words or a part in common with one. Derived kinds are never
 * meant. Ends the program when memory is out. */
size_t suggest_words(enum word_list list, struct bytes written, enum word word[SUGGESTIONS_MAX]);

/* The next list after this one, of those that records have words of, that has the written word;
 * NO_LIST after the last. Begin with NO_LIST. */
enum word_list suggest_list(enum word_list after, struct bytes written);

/* Adds to the text, that has room for so many bytes, what was perhaps meant by a word that the list
 * does not have: "; did you mean ...?" and "; another list has it: ...". Adds nothing where there
 * is nothing to say. */
void suggest_add(char *text, size_t size, enum word_list list, struct bytes written);

#endif
