/* Digits in groups, and the numbers by which the state knows a person. */

#include "text/identifying/parts.h"

/* The digits at at, into number unless they are too many for it. */
static bool
read_group(struct bytes text, size_t at, struct number *number, char separator, bool is_spaced)
{
	struct digit_group *group = &number->group[number->groups];
	unsigned count = number->count;
	struct glyph glyph = glyph_at(text, at);

	*group = (struct digit_group){glyph.begin, glyph.end, 0, separator, is_spaced};
	for (; text_is_digit(glyph.as); glyph = glyph_at(text, glyph.end)) {
		if (count == NUMBER_DIGITS)
			return false;
		number->digit[count++] = glyph.as;
		group->end = glyph.end;
	}
	group->count = (unsigned char)(count - number->count);
	number->count = (unsigned char)count;
	number->groups++;
	return true;
}

/* What may stand between two groups: blanks, ends of lines, a bracket and one of these marks. */
static const char marks[] = ".-/_,:";

enum { SEPARATOR_LENGTH = 8 };

/* The mark between two groups, *at moved to the digit after it; GLYPH_END when no digit of the same
 * number follows. */
static char
read_separator(struct bytes text, size_t *at, bool *is_spaced)
{
	char separator = GLYPH_END;

	*is_spaced = false;
	for (unsigned length = 0; length <= SEPARATOR_LENGTH; length++) {
		struct glyph glyph = glyph_at(text, *at);
		bool is_bracket = glyph.as == '(' || glyph.as == ')';

		if (text_is_digit(glyph.as))
			return separator;
		/* Who pastes or wraps a text breaks its lines within numbers too. */
		if (glyph.as == '\n')
			glyph.as = ' ';
		*is_spaced |= glyph.as == ' ';
		if (glyph.as == ' ' || is_bracket)
			separator =
			    separator == GLYPH_END || separator == ' ' ? glyph.as : separator;
		else if (glyph.as > ' ' && strchr(marks, glyph.as) != NULL
		    && (separator == GLYPH_END || strchr(" ()", separator) != NULL))
			separator = glyph.as;
		else
			break;
		*at = glyph.end;
	}
	return GLYPH_END;
}

void
identifying_read_number(struct bytes text, size_t at, struct number *number)
{
	char separator = ' ';
	bool is_spaced = true;

	number->count = number->groups = 0;
	while (
	    read_group(text, at, number, separator, is_spaced) && number->count < NUMBER_DIGITS) {
		at = number->group[number->groups - 1].end;
		if ((separator = read_separator(text, &at, &is_spaced)) == GLYPH_END)
			break;
	}
}

unsigned
identifying_groups(const struct number *number, unsigned count)
{
	unsigned groups = 0;

	for (unsigned sum = 0; sum < count && groups < number->groups; groups++) {
		sum += number->group[groups].count;
		if (sum == count)
			return groups + 1;
	}
	return 0;
}

bool
identifying_goes_on(struct bytes text, size_t at, const char *between)
{
	struct glyph mark = glyph_before(text, at);

	return mark.as > ' ' && strchr(between, mark.as) != NULL
	    && text_is_digit(glyph_before(text, mark.begin).as);
}

/* The eleven test: the sum of the digits by these weights is a multiple of eleven for a BSN, and
 * five more than one for a pupil number, which begins with 10. No number begins with 00,
 * so the sum is never 0 or less. */
static const int weights[] = {9, 8, 7, 6, 5, 4, 3, 2, -1};

enum { BSN_DIGITS = sizeof(weights) / sizeof(weights[0]), PUPIL_REMAINDER = 5 };

enum identifying
identifying_eleven_test(const char digit[])
{
	int sum = 0;

	for (unsigned i = 0; i < BSN_DIGITS; i++)
		sum += weights[i] * (digit[i] - '0');
	if (digit[0] == '0' && digit[1] == '0')
		return IDENTIFYING_NONE;
	if (sum % 11 == 0)
		return IDENTIFYING_BSN;
	if (digit[0] == '1' && digit[1] == '0' && sum % 11 == PUPIL_REMAINDER)
		return IDENTIFYING_PUPIL_NUMBER;
	return IDENTIFYING_NONE;
}

/* Beginnings of words that say that such a number follows. */
static const char *const number_names[] = {"bsn", "pgn", "sofi", "burgerservice", "burger service",
    "onderwijsnummer", "onderwijsnr", "onderwijs nummer", "persoonsgebonden"};

/* How far before a number its name is looked for, with room for the longest name. */
enum { NAME_DISTANCE = 48 };

/* Whether a word of text begins with name. */
static bool
has_word(const char *text, const char *name)
{
	for (const char *at = text; (at = strstr(at, name)) != NULL; at++)
		if (at == text || at[-1] == ' ')
			return true;
	return false;
}

/* Whether one of the names stands before at, with no digit between. */
static bool
is_named(struct bytes text, size_t at)
{
	char before[NAME_DISTANCE + 1] = "";
	unsigned begin = NAME_DISTANCE;

	for (unsigned i = 0; i < NAME_DISTANCE; i++) {
		struct glyph glyph = glyph_before(text, at);

		if (glyph.as == GLYPH_END || text_is_digit(glyph.as))
			break;
		at = glyph.begin;
		/* as in b.s.n. and sofi-nummer */
		if (glyph.as == '.' || glyph.as == '-')
			continue;
		before[--begin] = glyph_is_letter(glyph.as) ? glyph_small(glyph.as) : ' ';
	}
	for (size_t i = 0; i < sizeof(number_names) / sizeof(number_names[0]); i++)
		if (has_word(before + begin, number_names[i]))
			return true;
	return false;
}

bool
identifying_goes_on_by_digit(const struct number *number, unsigned groups)
{
	return groups < number->groups && number->group[groups].count == 1
	    && number->group[groups].separator == number->group[groups - 1].separator;
}

bool
identifying_is_part_of_row(struct bytes text, const struct number *number, unsigned groups)
{
	struct glyph mark = glyph_before(text, number->group[0].begin), digit;

	if (identifying_goes_on_by_digit(number, groups))
		return true;
	digit = glyph_before(text, mark.begin);
	return (mark.as == '\n' ? ' ' : mark.as) == number->group[1].separator
	    && text_is_digit(digit.as) && !text_is_digit(glyph_before(text, digit.begin).as);
}

/* Whether the first groups have one separator only, and no digit goes on before or after them. */
static bool
is_apart(struct bytes text, const struct number *number, unsigned groups)
{
	char separator = number->group[1].separator;
	const char mark[] = {separator, '\0'};

	for (unsigned i = 1; i < groups; i++)
		/* A list has blanks behind its commas. */
		if (number->group[i].separator != separator
		    || (separator == ',' && number->group[i].is_spaced))
			return false;
	if (groups == BSN_DIGITS)
		return !identifying_is_part_of_row(text, number, groups);
	if (separator == ' ')
		return true;
	return strchr(".,-/_", separator) != NULL
	    && !identifying_goes_on(text, number->group[0].begin, mark)
	    && (groups == number->groups || number->group[groups].separator != separator);
}

/* Whether two groups are an amount with its cents. */
static bool
is_amount(const struct number *number, unsigned groups)
{
	return groups == 2 && number->group[1].separator == ',' && number->group[1].count == 2;
}

/* Whether groups of nine digits may be a BSN: 123456782, 1234.56.782, 123 456 782, 1 2 3 4 5 6 7
 * 8 2. Marks and house numbers have single digits, so those stand all by themselves, or once. A
 * year with a number behind it is none: 2026-00123, 2026-10-123, in 2026 15000 euro. */
static bool
is_written_as_bsn(struct bytes text, const struct number *number, unsigned groups)
{
	unsigned single = 0;

	if (groups == 1)
		return true;
	if (!is_apart(text, number, groups) || is_amount(number, groups))
		return false;
	for (unsigned i = 0; i < groups; i++)
		single += number->group[i].count == 1;
	if (single > 1)
		return single == BSN_DIGITS;
	if (number->group[0].count != 4 || !identifying_is_century(number->digit))
		return !identifying_has_date(number, groups);
	return groups == 3 && number->group[1].count == 2
	    && strchr(" .", number->group[1].separator) != NULL;
}

static bool
see(const struct number *number, unsigned groups, enum identifying kind, struct sighting *seen)
{
	*seen = (struct sighting){kind, number->group[0].begin, number->group[groups - 1].end};
	return true;
}

/* The number with the nought that people leave out, when it is said to be one. */
static bool
eight_digits(struct bytes text, const struct number *number, struct sighting *seen)
{
	unsigned groups = identifying_groups(number, BSN_DIGITS - 1);
	char digit[BSN_DIGITS] = "0";

	if (groups == 0)
		return false;
	memcpy(digit + 1, number->digit, BSN_DIGITS - 1);
	enum identifying kind = identifying_eleven_test(digit);
	if (kind == IDENTIFYING_NONE || identifying_is_date(number->digit)
	    || !is_named(text, number->group[0].begin))
		return false;
	return see(number, groups, kind, seen);
}

bool
identifying_citizen_number(struct bytes text, const struct number *number, struct sighting *seen)
{
	unsigned groups = identifying_groups(number, BSN_DIGITS);
	enum identifying kind =
	    groups > 0 ? identifying_eleven_test(number->digit) : IDENTIFYING_NONE;

	if (kind != IDENTIFYING_NONE
	    && (is_written_as_bsn(text, number, groups) || is_named(text, number->group[0].begin)))
		return see(number, groups, kind, seen);
	return eight_digits(text, number, seen);
}
