#include "text/fold.h"

#include <utf8proc.h>

/* How a letter is taken apart: small, and its accents behind it. */
static const utf8proc_option_t folding =
    (utf8proc_option_t)(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);

enum { LETTERS_OF_ONE = 8 };

/* Folding makes at most three letters of one (as of a ligature), of at most three bytes each
 * where the one took two. */
enum { GROWTH = 5 };

size_t
fold_size(size_t length)
{
	return length * GROWTH + 1;
}

static bool
is_letter_or_digit(utf8proc_int32_t letter)
{
	switch (utf8proc_category(letter)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return true;
	default:
		return false;
	}
}

/* A control character that is no blank stands in no word. */
static bool
is_control(utf8proc_int32_t letter)
{
	return utf8proc_category(letter) == UTF8PROC_CATEGORY_CC && letter != '\t' && letter != '\n'
	    && letter != '\r';
}

size_t
fold(struct bytes text, char *folded)
{
	size_t used = 0;

	while (text.length > 0) {
		utf8proc_int32_t letter, part[LETTERS_OF_ONE];
		utf8proc_ssize_t length = utf8proc_iterate(
		    (const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.length, &letter);
		utf8proc_ssize_t parts;
		int boundary = 0;

		if (length <= 0 || is_control(letter))
			return 0;
		parts = utf8proc_decompose_char(letter, part, LETTERS_OF_ONE, folding, &boundary);
		for (utf8proc_ssize_t i = 0; i < parts && i < LETTERS_OF_ONE; i++)
			if (is_letter_or_digit(part[i]))
				used += (size_t)utf8proc_encode_char(
				    part[i], (utf8proc_uint8_t *)folded + used);
		text.at += length;
		text.length -= (size_t)length;
	}
	return used;
}
