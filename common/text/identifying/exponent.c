/*
 * Numbers that a spreadsheet has written with an exponent: 1,23456782E+08.
 *
 * What looks so had nine digits, or eleven with 31 before them, and perhaps lost some of them to
 * the width of a column. Those that are all there are put to the test; of the others nobody can say
 * that they were not a citizen service number.
 */

#include "text/identifying/parts.h"

enum {
	NINE_DIGITS = 9,
	ELEVEN_DIGITS = 11, /* of a mobile number with 31 */
	EXPONENT_DIGITS = 3
};

struct mantissa {
	char digit[ELEVEN_DIGITS]; /* noughts where none stands */
	unsigned count;
	size_t end;
};

/* Takes one digit, a point or comma, and some digits. */
static bool
take_mantissa(const struct number *number, struct mantissa *mantissa)
{
	const struct digit_group *group = number->group;

	if (group[0].count != 1 || number->groups < 2 || group[1].is_spaced
	    || (group[1].separator != '.' && group[1].separator != ',')
	    || 1 + group[1].count > ELEVEN_DIGITS)
		return false;
	mantissa->count = 1u + group[1].count;
	mantissa->end = group[1].end;
	memset(mantissa->digit, '0', sizeof(mantissa->digit));
	memcpy(mantissa->digit, number->digit, mantissa->count);
	return true;
}

/* How many digits the number has by the exponent at at; 0 when there is none. */
static unsigned
read_exponent(struct bytes text, size_t at, size_t *end)
{
	struct glyph glyph = glyph_at(text, at);
	unsigned exponent = 0, digits = 0;

	if (glyph_small(glyph.as) != 'e')
		return 0;
	glyph = glyph_at(text, glyph.end);
	if (glyph.as == '+')
		glyph = glyph_at(text, glyph.end);
	for (; text_is_digit(glyph.as) && digits < EXPONENT_DIGITS; digits++) {
		exponent = exponent * 10 + (unsigned)(glyph.as - '0');
		*end = glyph.end;
		glyph = glyph_at(text, glyph.end);
	}
	return digits == 0 || glyph_is_letter_or_digit(glyph.as) ? 0 : exponent + 1;
}

static enum identifying
kind_of(const struct mantissa *mantissa, unsigned digits)
{
	if (digits == ELEVEN_DIGITS)
		return memcmp(mantissa->digit, "316", 3) == 0 ? IDENTIFYING_PHONE
							      : IDENTIFYING_NONE;
	if (digits != NINE_DIGITS || mantissa->count > NINE_DIGITS)
		return IDENTIFYING_NONE;
	if (mantissa->count == NINE_DIGITS) {
		enum identifying tested = identifying_eleven_test(mantissa->digit);

		if (tested != IDENTIFYING_NONE || mantissa->digit[0] != '6')
			return tested;
	}
	return mantissa->digit[0] == '6' ? IDENTIFYING_PHONE : IDENTIFYING_BSN;
}

bool
identifying_exponent(struct bytes text, const struct number *number, struct sighting *seen)
{
	struct mantissa mantissa;
	size_t begin = number->group[0].begin, end = begin;

	if (!take_mantissa(number, &mantissa) || identifying_goes_on(text, begin, ".,"))
		return false;
	*seen = (struct sighting){
	    kind_of(&mantissa, read_exponent(text, mantissa.end, &end)), begin, end};
	return seen->kind != IDENTIFYING_NONE;
}
