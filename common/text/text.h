/* Bytes as text: letters, blanks and UTF-8, without the locale. */

#ifndef TEXT_H
#define TEXT_H

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

/* The same bytes without blanks, tabs and no-break spaces (U+00A0) at either end. */
struct bytes text_trim(struct bytes text);

/* What spreadsheets leave on a line: a byte order mark before the first, a CR behind each. */
extern const char text_mark[];
bool text_has_mark(struct bytes line);
struct bytes text_without_mark(struct bytes line);
struct bytes text_without_return(struct bytes line);

/* Whether both hold the same letters, A-Z and the accented letters of Latin-1 in either case. */
bool text_equal_ignoring_case(struct bytes a, struct bytes b);

/* The code point at the start of text and the bytes it takes; 0 bytes when they are no UTF-8
 * (RFC 3629: no overlong form, no surrogate, at most U+10FFFF). text must not be empty. */
uint32_t text_code_point(struct bytes text, size_t *length);

/* Whether all of it is UTF-8; if not, *valid is the number of bytes before the first that is not.
 */
bool text_is_utf8(struct bytes text, size_t *valid);

#endif
