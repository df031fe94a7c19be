/*
 * What stands where in a piece of a row: one bit a byte, 64 bytes in one go, most of a record and
 * nearly all of its separators. The reader and intake find their fields by it.
 */

#ifndef MARKS_H
#define MARKS_H

#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "text/bytes.h"

enum { MARKS_PIECE = 64 };

/* Bit i is about byte i. */
struct marks {
	uint64_t delimiters;
	uint64_t quotes;
	uint64_t others; /* quotes, control characters and bytes beyond ASCII, but no delimiter */
};

/* The marks of the MARKS_PIECE bytes at at. */
#ifdef __SSE2__
static inline struct marks
marks_of(const char *at, char delimiter)
{
	enum { BLOCK = 16 };
	struct marks marks = {0, 0, 0};

	for (unsigned i = 0; i < MARKS_PIECE; i += BLOCK) {
		__m128i block = _mm_loadu_si128((const __m128i *)(const void *)(at + i));
		__m128i separates = _mm_cmpeq_epi8(block, _mm_set1_epi8(delimiter));
		__m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
		/* Taken with their sign, bytes beyond ASCII are below a blank too, and one higher
		 * DEL is among them: of these the difference has a sign, which is the mark. */
		__m128i higher = _mm_add_epi8(block, _mm_set1_epi8(1));
		__m128i others =
		    _mm_or_si128(quotes, _mm_subs_epi8(higher, _mm_set1_epi8(' ' + 1)));

		marks.delimiters |= (uint64_t)(unsigned)_mm_movemask_epi8(separates) << i;
		marks.quotes |= (uint64_t)(unsigned)_mm_movemask_epi8(quotes) << i;
		marks.others |= (uint64_t)(unsigned)_mm_movemask_epi8(others) << i;
	}
	/* A tab is among the others, and may be the delimiter. */
	marks.others &= ~marks.delimiters;
	return marks;
}
#else
static inline struct marks
marks_of(const char *at, char delimiter)
{
	struct marks marks = {0, 0, 0};

	for (unsigned i = 0; i < MARKS_PIECE; i++) {
		unsigned char c = (unsigned char)at[i];
		bool is_other = (c < ' ' || c >= 0x7F || c == '"') && at[i] != delimiter;

		marks.delimiters |= (uint64_t)(at[i] == delimiter) << i;
		marks.quotes |= (uint64_t)(c == '"') << i;
		marks.others |= (uint64_t)is_other << i;
	}
	return marks;
}
#endif

#endif
