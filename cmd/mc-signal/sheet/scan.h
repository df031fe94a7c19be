/* Taking characters, numbers and words off the front of a text: how dates and times are read. */

#ifndef SCAN_H
#define SCAN_H

#include "text/glyph.h"
#include "text/text.h"

static inline void
scan_skip(struct bytes *text, size_t length)
{
	/* Of no text there may be no place either. */
	if (length == 0)
		return;
	text->at += length;
	text->length -= length;
}

/* The character at the front: itself for ASCII, '-' for any dash, ' ' for any blank, '\'' for an
 * apostrophe; '\0' at the end, and for any other. *length is how many bytes it takes. */
static inline char
scan_front(struct bytes text, size_t *length)
{
	struct glyph glyph;

	*length = text.length > 0;
	if (text.length == 0 || (unsigned char)text.at[0] < 0x80)
		return text.length == 0 ? '\0' : text.at[0];
	glyph = glyph_at(text, 0);
	*length = glyph.end;
	return glyph.begin == 0 && (glyph.as == '-' || glyph.as == ' ' || glyph.as == '\'')
	    ? glyph.as
	    : '\0';
}

/* Takes the character c off the front when it stands there. */
static inline bool
scan_take(struct bytes *text, char c)
{
	size_t length;

	if (text->length == 0 || scan_front(*text, &length) != c)
		return false;
	scan_skip(text, length);
	return true;
}

/* Takes all blanks off the front; how many. */
static inline unsigned
scan_blanks(struct bytes *text)
{
	unsigned count = 0;

	while (scan_take(text, ' ') || scan_take(text, '\t'))
		count++;
	return count;
}

/* Takes a number of at most four digits; its digits, 0 when there is none. */
static inline unsigned
scan_number(struct bytes *text, unsigned *number)
{
	unsigned digits = 0;

	*number = 0;
	while (digits < text->length && digits < 5 && text_is_digit(text->at[digits]))
		*number = *number * 10 + (unsigned)(text->at[digits++] - '0');
	if (digits > 4)
		return 0;
	scan_skip(text, digits);
	return digits;
}

/* Takes all digits off the front; how many. */
static inline unsigned
scan_digits(struct bytes *text)
{
	unsigned count = 0;

	for (; text->length > 0 && text_is_digit(text->at[0]); count++)
		scan_skip(text, 1);
	return count;
}

/* The letters A-Z at the front, in either case; they stay there. */
static inline struct bytes
scan_word(struct bytes text)
{
	size_t length = 0;

	while (length < text.length && !text_is_digit(text.at[length])
	    && text_is_letter_or_digit(text.at[length]))
		length++;
	return (struct bytes){text.at, length};
}

/* Takes one of the words, between which | stands, off the front when it stands there whole. */
static inline bool
scan_take_word(struct bytes *text, const char *words)
{
	struct bytes word = scan_word(*text);

	for (const char *end; *words != '\0'; words = *end == '\0' ? end : end + 1) {
		end = strchrnul(words, '|');
		if (word.length > 0
		    && text_equal_ignoring_case(
			word, (struct bytes){words, (size_t)(end - words)})) {
			scan_skip(text, word.length);
			return true;
		}
	}
	return false;
}

#endif
