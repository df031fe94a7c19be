#include "text/identifying/search.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/text.h"

static inline bool
is_searched(char c)
{
	switch ((unsigned char)c) {
	case '/':
	case '0' ... '9':
	case '@':
	case '(':
	case '<':
	case '[':
	case '{':
	case 0xD9: /* Arabic digits */
	case 0xDB:
	case 0xEF: /* full width */
	case 0xF0: /* digits of mathematics */
		return true;
	default:
		return false;
	}
}

#ifdef __SSE2__
enum { BLOCK = 16 };

static inline __m128i
equal(__m128i block, unsigned char c)
{
	return _mm_cmpeq_epi8(block, _mm_set1_epi8((char)c));
}

/* One bit for each of BLOCK bytes: is_searched(). The slash stands before the digits. */
static inline unsigned
searched_in(const char *at)
{
	__m128i block = _mm_loadu_si128((const __m128i *)(const void *)at);
	__m128i above = _mm_sub_epi8(block, _mm_set1_epi8('/'));
	__m128i found = _mm_cmpeq_epi8(above, _mm_min_epu8(above, _mm_set1_epi8('9' - '/')));

	found = _mm_or_si128(found, equal(block, '('));
	found = _mm_or_si128(found, equal(block, '<'));
	found = _mm_or_si128(found, equal(block, '@'));
	found = _mm_or_si128(found, equal(_mm_or_si128(block, _mm_set1_epi8(' ')), '{'));
	found = _mm_or_si128(found, equal(_mm_or_si128(block, _mm_set1_epi8(2)), 0xDB));
	found = _mm_or_si128(found, equal(block, 0xEF));
	found = _mm_or_si128(found, equal(block, 0xF0));
	return (unsigned)_mm_movemask_epi8(found);
}

size_t
identifying_search(struct bytes text, size_t at)
{
	for (; text.length - at >= BLOCK; at += BLOCK) {
		unsigned found = searched_in(text.at + at);

		if (found != 0)
			return at + (unsigned)__builtin_ctz(found);
	}
	/* The last block begins within the one before it. */
	if (text.length >= BLOCK && at < text.length) {
		unsigned found =
		    searched_in(text.at + text.length - BLOCK) >> (BLOCK - (text.length - at));

		return found != 0 ? at + (unsigned)__builtin_ctz(found) : text.length;
	}
	while (at < text.length && !is_searched(text.at[at]))
		at++;
	return at;
}
#else
size_t
identifying_search(struct bytes text, size_t at)
{
	while (at < text.length && !is_searched(text.at[at]))
		at++;
	return at;
}
#endif

/* Fewer letters than the shortest word that says that somebody was born. */
enum { SHORT_DIGITS = 7, SHORT_MARKS = 1, SHORT_LETTERS = 2 };

bool
identifying_is_short_id(struct bytes id)
{
	size_t at = 0, letters = 0, marks = 0, length;

	for (; at < id.length && !text_is_digit(id.at[at]); at++) {
		if (id.at[at] == '.')
			return false;
		letters += text_is_letter_or_digit(id.at[at]);
	}
	if (letters > SHORT_LETTERS && at < id.length && id.at[at - 1] != '_')
		return false;
	/* What begins with the first digit. */
	length = id.length - at;
	if (length > SHORT_DIGITS + SHORT_MARKS)
		return false;
	for (; at < id.length; at++) {
		if (text_is_digit(id.at[at]))
			continue;
		if (id.at[at] != '-' && id.at[at] != '_')
			return false;
		marks++;
	}
	return marks <= SHORT_MARKS && length - marks <= SHORT_DIGITS;
}
