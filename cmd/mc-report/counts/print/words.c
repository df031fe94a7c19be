#include "counts/print/words.h"

#include <stdio.h>
#include <string.h>

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
	const char *at = words_text(words, language);
	size_t used = 0;

	while (*at != '\0' && used < WORDS_SIZE - 1) {
		const char *given = strncmp(at, "{1}", 3) == 0 ? one
		    : strncmp(at, "{2}", 3) == 0	       ? two
							       : NULL;

		if (given == NULL) {
			text[used++] = *at++;
			continue;
		}
		size_t length = strlen(given), room = WORDS_SIZE - 1 - used;
		memcpy(text + used, given, length < room ? length : room);
		used += length < room ? length : room;
		at += 3;
	}
	text[used] = '\0';
	return text;
}

const char *
words_month(month_number month, enum language language, char *text, size_t size)
{
	snprintf(text, size, "%s %u",
	    wording_text((enum wording)(WORDING_JANUARY + month_of_year(month) - 1), language),
	    month_year(month));
	return text;
}
