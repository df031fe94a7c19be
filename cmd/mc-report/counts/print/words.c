#include "counts/print/words.h"

#include <stdio.h>

static const char *const table[WORDS_COUNT][LANGUAGES] = {
#define WORDS(id, dutch, english) [WORDS_##id] = {dutch, english},
#include "counts/print/words.def"
#undef WORDS
};

const char *
words_text(enum words words, enum language language)
{
	return table[words][language];
}

const char *
words_fill(enum words words, enum language language, const char *one, const char *two,
    char text[WORDS_SIZE])
{
	return language_fill(words_text(words, language), one, two, text, WORDS_SIZE);
}

const char *
words_month(month_number month, enum language language, char *text, size_t size)
{
	snprintf(
	    text, size, "%s %u", language_month(month_of_year(month), language), month_year(month));
	return text;
}
