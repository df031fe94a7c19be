/*
 * Characters as a reader takes them: look-alikes are the same, what nobody sees is not there.
 */

#ifndef GLYPH_H
#define GLYPH_H

#include "text/bytes.h"
#include "text/text.h"

/* What a character looks like: itself for visible ASCII, ' ' for any blank, '\n' for any line
 * break, or one of these. */
enum {
	GLYPH_END = 0,	  /* no more text that way */
	GLYPH_LETTER = 1, /* a letter beyond ASCII */
	GLYPH_OTHER = 2	  /* any other character, or a byte that is no UTF-8 */
};

/* A character and where its bytes are; begin and end are equal at the end of the text. */
struct glyph {
	char as;
	size_t begin, end;
};

/* The same as the two below, for any character. */
struct glyph glyph_any_at(struct bytes text, size_t at);
struct glyph glyph_any_before(struct bytes text, size_t at);

/* The first visible character at or after at. */
static inline struct glyph
glyph_at(struct bytes text, size_t at)
{
	if (at < text.length && text.at[at] >= ' ' && text.at[at] <= '~')
		return (struct glyph){text.at[at], at, at + 1};
	return glyph_any_at(text, at);
}

/* The last visible character that ends at or before at. */
static inline struct glyph
glyph_before(struct bytes text, size_t at)
{
	if (at > 0 && text.at[at - 1] >= ' ' && text.at[at - 1] <= '~')
		return (struct glyph){text.at[at - 1], at - 1, at};
	return glyph_any_before(text, at);
}

static inline bool
glyph_is_letter(char as)
{
	return as == GLYPH_LETTER || (as >= 'a' && as <= 'z') || text_is_capital(as);
}

static inline bool
glyph_is_letter_or_digit(char as)
{
	return text_is_digit(as) || glyph_is_letter(as);
}

/* The small letter of A-Z; any other as it is. */
static inline char
glyph_small(char as)
{
	return text_is_capital(as) ? (char)(as + ('a' - 'A')) : as;
}

#endif
