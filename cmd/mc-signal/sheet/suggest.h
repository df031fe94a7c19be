/* "Did you mean": the word that a mistyped one comes closest to. */

#ifndef SUGGEST_H
#define SUGGEST_H

#include "records/vocabulary.h"

/* The token, canonical or Dutch, of a list that differs from what was written in the fewest
 * letters, when that are few for its length; NULL when nothing comes close. */
const char *suggest_word(enum word_list list, struct bytes written);

#endif
