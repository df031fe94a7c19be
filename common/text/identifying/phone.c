/*
 * Phone numbers: Dutch ones with their 0, or with 31 before them; foreign ones after + or 00.
 *
 * A Dutch number has nine digits after its 0 or 31, of which the first is not 0. A spreadsheet
 * takes the 0 off: nine digits from 6 on are a mobile number still.
 */

#include "text/identifying/parts.h"

enum { NATIONAL_DIGITS = 9, FOREIGN_LEAST = 9 };

/* Numbers of services that anybody may call: how they begin without their 0, and how many digits
 * follow. */
static const char *const public_prefixes[] = {"800", "900", "906", "909"};
static const unsigned public_lengths[] = {4, 7};

enum { PUBLIC_PREFIX = 3 };

static bool
is_public(const char *national)
{
	for (size_t i = 0; i < sizeof(public_prefixes) / sizeof(public_prefixes[0]); i++)
		if (memcmp(national, public_prefixes[i], PUBLIC_PREFIX) == 0)
			return true;
	return false;
}

/* The groups of a public number that is written after so many digits; 0 when it is none. */
static unsigned
public_groups(const struct number *number, unsigned prefix)
{
	unsigned groups = 0;

	if (number->count < prefix + PUBLIC_PREFIX || !is_public(number->digit + prefix))
		return 0;
	/* A time is none: 08.00 1234. */
	if (prefix == 1 && number->group[0].count == 2)
		return 0;
	for (unsigned i = 0; groups == 0 && i < sizeof(public_lengths) / sizeof(public_lengths[0]);
	     i++)
		groups = identifying_groups(number, prefix + PUBLIC_PREFIX + public_lengths[i]);
	return groups;
}

/* Where the number begins with its + and its bracket. */
static size_t
beginning(struct bytes text, const struct number *number)
{
	size_t begin = number->group[0].begin;
	struct glyph glyph = glyph_before(text, begin);
	bool is_closed = number->groups > 1 && strchr("()", number->group[1].separator) != NULL;

	if (glyph.as == '+') {
		begin = glyph.begin;
		glyph = glyph_before(text, begin);
	}
	if (glyph.as == '(' && is_closed)
		begin = glyph.begin;
	return begin;
}

static bool
see(struct bytes text, const struct number *number, unsigned groups, enum identifying kind,
    struct sighting *seen)
{
	if (groups == 0)
		return false;
	*seen = (struct sighting){kind, beginning(text, number), number->group[groups - 1].end};
	return true;
}

/* The groups of a Dutch number that begins with prefix digits before its nine, with a 0 between
 * or not: +31 (0)6. */
static unsigned
groups_after(const struct number *number, unsigned prefix)
{
	const char *national = number->digit + prefix;

	if (number->count < prefix + NATIONAL_DIGITS)
		return 0;
	if (*national == '0') {
		national++;
		prefix++;
	}
	return *national == '0' || is_public(national)
	    ? 0
	    : identifying_groups(number, prefix + NATIONAL_DIGITS);
}

/* Without the plus only as mobile numbers are copied: 31612345678, 31 6 12345678. */
static bool
is_bare(const struct number *number, unsigned groups)
{
	return number->digit[2] == '6' && number->group[groups - 1].count >= 8;
}

static bool
international(struct bytes text, const struct number *number, struct sighting *seen)
{
	bool has_plus = glyph_before(text, number->group[0].begin).as == '+';
	bool has_noughts =
	    number->count > 4 && memcmp(number->digit, "00", 2) == 0 && number->digit[2] != '0';
	const char *country = number->digit + (has_noughts ? 2 : 0);
	unsigned prefix = has_noughts ? 2 : 0, groups = 0;

	if (number->count < FOREIGN_LEAST + prefix)
		return false;
	if (memcmp(country, "31", 2) == 0) {
		groups = groups_after(number, prefix + 2);
		if (groups == 0 || !(has_plus || has_noughts || is_bare(number, groups)))
			return false;
	} else if (has_plus || (has_noughts && number->group[0].count >= 4))
		groups = number->groups;
	return see(text, number, groups, IDENTIFYING_PHONE, seen);
}

/* Whether a number goes on with one of these behind its area alone: 06,12345678, 06: 12 34 56 78;
 * not as a time or an amount does. */
static bool
parts_area(const struct number *number, unsigned groups)
{
	const struct digit_group *rest = &number->group[1];

	if (rest->separator == ':')
		return rest->is_spaced || rest->count > 2;
	return rest->separator != ',' || groups == 2 || (!rest->is_spaced && rest->count > 2);
}

/* Whether the separators of the groups from one on are the same, and none is a colon, or a comma
 * as in a list. */
static bool
is_even(const struct number *number, unsigned from, unsigned groups)
{
	for (unsigned i = from; i < groups; i++)
		if (strchr(",:", number->group[i].separator) != NULL
		    || number->group[i].separator != number->group[from].separator)
			return false;
	return true;
}

/* Whether single digits are a number: 0 6 1 2 3 4 5 6 7 8, 0 6 - 1 2 3 4 5 6 7 8, 0,6,1,2,3. */
static bool
is_by_digit(struct bytes text, const struct number *number, unsigned groups)
{
	const struct digit_group *group = number->group;
	char separator = group[groups - 1].separator;
	unsigned others = 0;

	for (unsigned i = 1; i < groups; i++) {
		if (group[i].separator == ',' && group[i].is_spaced)
			return false;
		others += group[i].separator != separator;
	}
	return others <= 1 && !identifying_is_part_of_row(text, number, groups);
}

/* Whether the 0 stands by itself, as before an area: (0)6 12345678, 0-612345678, 0 6 12 34 56 78.
 */
static bool
is_nought_apart(const struct number *number, unsigned groups)
{
	const struct digit_group *group = number->group;

	if (group[1].separator == ')')
		return is_even(number, 3, groups);
	if (strchr("-/ ", group[1].separator) == NULL)
		return false;
	if (groups == 2)
		return true;
	return number->digit[1] == '6' && group[1].count == 1
	    && !identifying_has_date(number, groups) && is_even(number, 3, groups)
	    && !identifying_goes_on_by_digit(number, groups);
}

/* Whether the number is one with a day behind it: two days, 06-10-26 - 13-10-26, or a time and a
 * day, 07:06 - 2026-06-22. */
static bool
has_day_behind(const struct number *number)
{
	const struct digit_group *group = number->group;

	if (identifying_is_day(number, 0) && identifying_is_day(number, 3))
		return true;
	return identifying_is_day(number, 1)
	    && (group[1].separator != group[2].separator
		|| (group[1].separator != ' ' && group[1].is_spaced && !group[2].is_spaced));
}

/* Whether the groups are as people write a number with its area: 06-12345678, 0612 345678,
 * 023 512 34 56, (023)5123456, 06 1 2 3 4 5 6 7 8. After the area all separators are the same:
 * those of a date and what follows it are not (06-10-2026 12). */
static bool
is_written_as_phone(struct bytes text, const struct number *number, unsigned groups)
{
	const struct digit_group *group = number->group;
	bool is_mobile = number->digit[1] == '6';

	if (groups == 1)
		return true;
	if (identifying_is_in_steps(number, groups) || has_day_behind(number))
		return false;
	if (groups == NATIONAL_DIGITS + 1)
		return is_by_digit(text, number, groups);
	if (group[0].count == 1)
		return is_nought_apart(number, groups);
	if (group[0].count < (is_mobile ? 2 : 3) || !parts_area(number, groups)
	    || !is_even(number, 2, groups))
		return false;
	if (group[groups - 1].count == 1
	    && (identifying_goes_on_by_digit(number, groups)
		|| (!is_mobile && group[groups - 2].count > 1)))
		return false;
	/* a day and a month of a year */
	return !(groups > 3 && group[0].count == 2 && group[1].count == 2 && group[2].count == 4);
}

/* Whether the digits before the number, of which one mark parts it, and its first groups are one
 * day of a year, or a time: 12-06-2026 1230, seen from 06 on. */
static bool
is_within_day(struct bytes text, const struct number *number)
{
	size_t begin = glyph_before(text, number->group[0].begin).begin;
	struct glyph digit = glyph_before(text, begin);
	const struct digit_group *group;
	struct number whole;

	for (unsigned i = 0; i <= YEAR_DIGITS && text_is_digit(digit.as); i++) {
		begin = digit.begin;
		digit = glyph_before(text, begin);
	}
	identifying_read_number(text, begin, &whole);
	group = whole.group;
	if (!identifying_is_day(&whole, 0))
		return false;
	/* No year begins a day when it goes on before: 0800-2000-06-12-34-56-78. */
	if (group[0].count == YEAR_DIGITS)
		return !identifying_goes_on(text, begin, ".-/");
	/* What goes on behind two digits is no year: 5-06-12-34-56-78. */
	return group[2].count == YEAR_DIGITS || whole.groups == 3
	    || group[3].separator != group[2].separator || group[3].is_spaced
	    || identifying_is_day(&whole, 3);
}

static bool
national(struct bytes text, const struct number *number, struct sighting *seen)
{
	unsigned groups = groups_after(number, 0);

	if (number->digit[0] != '0' || groups == 0 || !is_written_as_phone(text, number, groups))
		return false;
	/* What it is joined to is no matter, but for a date: 112/06-12345678. */
	if (identifying_goes_on(text, number->group[0].begin, ".-/:")
	    && is_within_day(text, number))
		return false;
	return see(text, number, groups, IDENTIFYING_PHONE, seen);
}

/* How many digits stand before the first of a Dutch number by itself: 0, 31, 0031. */
static unsigned
prefix_of(struct bytes text, const struct number *number)
{
	if (number->count > 4 && memcmp(number->digit, "0031", 4) == 0)
		return 4;
	if (number->count >= 2 && memcmp(number->digit, "31", 2) == 0
	    && glyph_before(text, number->group[0].begin).as == '+')
		return 2;
	return number->digit[0] == '0' ? 1 : 0;
}

bool
identifying_phone(struct bytes text, const struct number *number, struct sighting *seen)
{
	unsigned prefix = prefix_of(text, number);

	/* Its digits are nothing else either, not the BSN that +31 800 2000 would be. */
	if (prefix > 0 && see(text, number, public_groups(number, prefix), IDENTIFYING_NONE, seen))
		return true;
	return international(text, number, seen) || national(text, number, seen);
}

/* Whether a number without its 0 is joined to digits before it: as those behind a point or comma
 * are, unless it stands clearly by itself, as in 112/6-12345678. */
static bool
is_joined(struct bytes text, const struct number *number, unsigned groups)
{
	size_t begin = number->group[0].begin;

	return identifying_goes_on(text, begin, ".,")
	    || (identifying_goes_on(text, begin, "-/:")
		&& !(groups == 1 || (groups == 2 && number->group[0].count == 1)));
}

bool
identifying_mobile(struct bytes text, const struct number *number, struct sighting *seen)
{
	const struct digit_group *group = number->group;
	unsigned groups;

	if (number->digit[0] != '6' || (groups = identifying_groups(number, NATIONAL_DIGITS)) == 0
	    || identifying_has_date(number, groups) || identifying_is_in_steps(number, groups)
	    || is_joined(text, number, groups))
		return false;
	if (groups > 1 && strchr(",:", group[1].separator) != NULL)
		return false;
	/* As a group of its own the 6 has eight behind it, of which no year; marks are single. */
	if (groups > 1
	    && (group[groups - 1].count == 1 || group[0].count == 2
		|| (group[1].count == 4 && memcmp(number->digit + group[0].count, "20", 2) == 0)))
		return false;
	return is_even(number, 2, groups) && see(text, number, groups, IDENTIFYING_PHONE, seen);
}
