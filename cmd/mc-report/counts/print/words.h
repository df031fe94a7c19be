/* What the pages of counts say, in Dutch and English. */

#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

#include "paper/wording.h"
#include "counts/areas/month.h"

enum words {
#define WORDS(id, dutch, english) WORDS_##id,
#include "counts/print/words.def"
#undef WORDS
	WORDS_COUNT
};

/* A wording as it stands in the table. */
const char *words_text(enum words words, enum language language);

enum { WORDS_SIZE = 1024 };

/* The wording with {1} and {2} filled in (NULL where they do not occur), cut at the size. Returns
 * text. */
const char *words_fill(enum words words, enum language language, const char *one, const char *two,
    char text[WORDS_SIZE]);

/* "oktober 2026". Returns text. */
const char *words_month(month_number month, enum language language, char *text, size_t size);

#endif
