/* Days of a year, and numbers that count: what looks like a number of somebody and is none. */

#include "text/identifying/parts.h"

enum { STEPS_LEAST = 4 };

static unsigned
two_digits(const char *at)
{
	return (unsigned)(at[0] - '0') * 10 + (unsigned)(at[1] - '0');
}

bool
identifying_is_century(const char *at)
{
	return two_digits(at) == 19 || two_digits(at) == 20;
}

static bool
is_month_and_day(const char *month, const char *day)
{
	return two_digits(month) >= 1 && two_digits(month) <= 12 && two_digits(day) >= 1
	    && two_digits(day) <= 31;
}

bool
identifying_is_date(const char *at)
{
	return (identifying_is_century(at) && is_month_and_day(at + 4, at + 6))
	    || (identifying_is_century(at + 4) && is_month_and_day(at + 2, at));
}

bool
identifying_has_date(const struct number *number, unsigned groups)
{
	const char *digit = number->digit;

	for (unsigned i = 0; i + 2 < groups; digit += number->group[i++].count) {
		unsigned first = number->group[i].count, second = number->group[i + 1].count,
			 third = number->group[i + 2].count;

		if (first <= 2 && second <= 2 && third == 4
		    && identifying_is_century(digit + first + second))
			return true;
		if (first == 4 && second <= 2 && third <= 2 && identifying_is_century(digit))
			return true;
	}
	return false;
}

unsigned
identifying_value(const struct number *number, unsigned group)
{
	const char *digit = number->digit;
	unsigned value = 0;

	for (unsigned i = 0; i < group; i++)
		digit += number->group[i].count;
	for (unsigned i = 0; i < number->group[group].count && i < YEAR_DIGITS; i++)
		value = value * 10 + (unsigned)(digit[i] - '0');
	return value;
}

/* Whether a number of four digits is a year. */
static bool
is_year(unsigned value)
{
	return value / 100 == 19 || value / 100 == 20;
}

bool
identifying_is_day(const struct number *number, unsigned from)
{
	const struct digit_group *group = &number->group[from];
	unsigned first, second, third;

	if (from + 3 > number->groups || group[1].separator != group[2].separator)
		return false;
	first = identifying_value(number, from);
	second = identifying_value(number, from + 1);
	third = identifying_value(number, from + 2);
	if (group[1].count > 2 || second < 1 || second > 31)
		return false;
	if (group[0].count == YEAR_DIGITS)
		return is_year(first) && group[2].count <= 2;
	if (group[0].count > 2 || first < 1 || first > 31 || (first > 12 && second > 12))
		return false;
	return group[2].count == 2 || (group[2].count == YEAR_DIGITS && is_year(third));
}

bool
identifying_is_in_steps(const struct number *number, unsigned groups)
{
	unsigned before = identifying_value(number, 0),
		 step = identifying_value(number, 1) - before;

	for (unsigned i = 1; i < groups; i++) {
		unsigned value = identifying_value(number, i);

		if (value <= before || value - before != step)
			return false;
		before = value;
	}
	return groups >= STEPS_LEAST;
}
