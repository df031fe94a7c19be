#include "paper/moment.h"

#include <stdio.h>

enum { MONTHS = 12, YEAR_DIGITS = 4, DAY_DIGITS = 2, MINUTE_DIGITS = 2 };

/* What is read from the front of a text: what follows it is what is left. */
static bool
take(struct bytes *text, const char *part)
{
	struct bytes wanted = bytes_of(part);

	if (text->length < wanted.length || memcmp(text->at, wanted.at, wanted.length) != 0)
		return false;
	*text = (struct bytes){text->at + wanted.length, text->length - wanted.length};
	return true;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_of_word(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

static bool
ends_word(struct bytes text)
{
	return text.length == 0 || !is_of_word(text.at[0]);
}

/* A number of at least and at most so many digits. */
static bool
take_number(struct bytes *text, size_t least, size_t most, unsigned *number)
{
	size_t digits = 0;

	for (*number = 0; digits < text->length && is_digit(text->at[digits]); digits++) {
		if (digits == most)
			return false;
		*number = *number * 10 + (unsigned)(text->at[digits] - '0');
	}
	*text = (struct bytes){text->at + digits, text->length - digits};
	return digits >= least;
}

static bool
take_name(struct bytes *text, const char *name)
{
	struct bytes rest = *text;

	if (!take(&rest, name) || !ends_word(rest))
		return false;
	*text = rest;
	return true;
}

static bool
take_month(struct bytes *text, enum language language, unsigned *month)
{
	for (*month = 1; *month <= MONTHS; ++*month)
		if (take_name(text, language_month(*month, language))
		    || take_name(text, language_short_month(*month, language)))
			return true;
	return false;
}

static bool
take_year(struct bytes *text, unsigned *year)
{
	struct bytes rest = *text;

	if (!take(&rest, " ") || !take_number(&rest, YEAR_DIGITS, YEAR_DIGITS, year)
	    || !ends_word(rest))
		return false;
	*text = rest;
	return true;
}

static bool
take_time(struct bytes *text, enum language language, unsigned *hour, unsigned *minute)
{
	struct bytes rest = *text;

	if (!take(&rest, ", ") || !take_number(&rest, 1, DAY_DIGITS, hour)
	    || !take(&rest, language == ENGLISH ? ":" : ".")
	    || !take_number(&rest, MINUTE_DIGITS, MINUTE_DIGITS, minute)
	    || !(language == ENGLISH || take(&rest, " uur")))
		return false;
	*text = rest;
	return true;
}

/* "30 oktober 2026, 13.20 uur", "30 oktober 2026", "30 okt". */
static bool
take_day(struct bytes *text, enum language language, char datetime[MOMENT_SIZE])
{
	struct bytes rest = *text;
	unsigned year, month, day, hour, minute;

	if (!take_number(&rest, 1, DAY_DIGITS, &day) || !take(&rest, " ")
	    || !take_month(&rest, language, &month))
		return false;
	if (!take_year(&rest, &year))
		snprintf(datetime, MOMENT_SIZE, "%02u-%02u", month, day);
	else if (!take_time(&rest, language, &hour, &minute))
		snprintf(datetime, MOMENT_SIZE, "%04u-%02u-%02u", year, month, day);
	else
		snprintf(datetime, MOMENT_SIZE, "%04u-%02u-%02uT%02u:%02u", year, month, day, hour,
		    minute);
	*text = rest;
	return true;
}

/* "oktober 2026". */
static bool
take_whole_month(struct bytes *text, enum language language, char datetime[MOMENT_SIZE])
{
	struct bytes rest = *text;
	unsigned year, month;

	if (!take_month(&rest, language, &month) || !take_year(&rest, &year))
		return false;
	snprintf(datetime, MOMENT_SIZE, "%04u-%02u", year, month);
	*text = rest;
	return true;
}

bool
moment_find(struct bytes text, enum language language, struct moment *moment)
{
	bool is_in_word = false;

	for (; text.length > 0; text = (struct bytes){text.at + 1, text.length - 1}) {
		struct bytes rest = text;

		if (!is_in_word
		    && (take_day(&rest, language, moment->datetime)
			|| take_whole_month(&rest, language, moment->datetime))) {
			moment->text = (struct bytes){text.at, (size_t)(rest.at - text.at)};
			return true;
		}
		is_in_word = is_of_word(text.at[0]);
	}
	return false;
}
