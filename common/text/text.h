/* Bytes as text: letters, blanks and UTF-8, without the locale. */

#ifndef TEXT_H
#define TEXT_H

#include <endian.h>
#include <stdbool.h>
#include <stdint.h>

#include "text/bytes.h"

static inline bool
text_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
text_is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
text_is_letter_or_digit(char c)
{
	return text_is_digit(c) || text_is_capital(c) || (c >= 'a' && c <= 'z');
}

/* Whether all of it is digits, and there are some. */
static inline bool
text_is_number(struct bytes text)
{
	for (size_t i = 0; i < text.length; i++)
		if (!text_is_digit(text.at[i]))
			return false;
	return text.length > 0;
}

/* Reads a number of 1 to max_digits digits, at most 9; false, and *number untouched, when it is
 * none. */
bool text_read_number(struct bytes text, size_t max_digits, uint32_t *number);

/* How many bytes the blank takes with which text begins: Unicode's White_Space without the control
 * characters VT, FF and U+0085; 0 when it begins with none. */
size_t text_leading_blank(struct bytes text);

/* The same bytes without blanks at either end. */
struct bytes text_trim(struct bytes text);

/* Whether there is nothing to see: blanks and characters without ink alone. */
bool text_has_nothing_seen(struct bytes text);

static inline bool
text_is_blank(struct bytes text)
{
	/* Nearly all text shows at its first byte that it is none. */
	bool is_seen = text.length > 0 && text.at[0] > ' ' && text.at[0] <= '~';

	return !is_seen && text_has_nothing_seen(text);
}

/* What spreadsheets leave on a line: byte order marks before it (of files that were joined), one
 * or more CR behind it. */
extern const char text_mark[];
bool text_has_mark(struct bytes line);
struct bytes text_without_mark(struct bytes line);
struct bytes text_without_return(struct bytes line);

/* Whether both hold the same letters, A-Z and the accented letters of Latin-1 in either case. */
bool text_equal_ignoring_case(struct bytes a, struct bytes b);

/* The code point at the start of text and the bytes it takes; 0 bytes when they are no UTF-8
 * (RFC 3629: no overlong form, no surrogate, at most U+10FFFF). text must not be empty. */
uint32_t text_code_point(struct bytes text, size_t *length);

/* Whether the code point is a control character: C0, DEL or C1. */
bool text_is_control(uint32_t point);

/* The bytes of the character at at, a place in the text; 0 for a control character, and for what is
 * no UTF-8. Letters from U+00C0 to U+02FF, as those with accents that Dutch has, are told quickly.
 */
static inline size_t
text_prose_at(struct bytes text, size_t at)
{
	struct bytes rest = {text.at + at, text.length - at};
	size_t size = 2;
	bool is_latin = rest.length >= size && (unsigned char)rest.at[0] >= 0xC3
	    && (unsigned char)rest.at[0] < 0xCC && ((unsigned char)rest.at[1] & 0xC0) == 0x80;

	return is_latin || !text_is_control(text_code_point(rest, &size)) ? size : 0;
}

/* The highest bit of each of eight bytes at at that is no visible ASCII and no blank, the first
 * byte lowest; those behind the first such byte may be marked too. */
static inline uint64_t
text_unseen(const char *at)
{
	uint64_t word;

	memcpy(&word, at, sizeof(word));
	word = le64toh(word);
	/* Beyond ASCII, above ~, and below a blank. */
	return (word | (word + UINT64_C(0x0101010101010101))
		   | (word - UINT64_C(0x2020202020202020)))
	    & UINT64_C(0x8080808080808080);
}

/* The first byte at or after at that is no visible ASCII and no blank (0x20 to 0x7E); the text's
 * length when there is none. */
static inline size_t
text_skip_visible(struct bytes text, size_t at)
{
	enum { WORD = sizeof(uint64_t) };
	uint64_t unseen;

	for (; text.length - at >= WORD; at += WORD)
		if ((unseen = text_unseen(text.at + at)) != 0)
			return at + (size_t)__builtin_ctzll(unseen) / 8;
	/* The last word begins within the one before it. */
	if (text.length >= WORD && at < text.length) {
		unseen =
		    text_unseen(text.at + text.length - WORD) >> 8 * (WORD - (text.length - at));
		if (unseen == 0)
			return text.length;
	}
	while (at < text.length && text.at[at] >= ' ' && text.at[at] <= '~')
		at++;
	return at;
}

/* Whether text is UTF-8 without control characters (C0, DEL, C1). */
bool text_is_prose(struct bytes text);

/* Whether all of it is UTF-8; if not, *valid is the number of bytes before the first that is not.
 */
bool text_is_utf8(struct bytes text, size_t *valid);

#endif
