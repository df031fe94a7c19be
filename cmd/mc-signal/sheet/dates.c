#include "sheet/dates.h"

#include <stdio.h>

#include "text/text.h"

bool
dates_read_order(const char *name, enum dates_order *order)
{
	static const struct {
		const char *name;
		enum dates_order order;
	} orders[] = {{"dmy", DATES_DMY}, {"mdy", DATES_MDY}, {"ymd", DATES_YMD}};

	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		if (strcmp(name, orders[i].name) == 0) {
			*order = orders[i].order;
			return true;
		}
	return false;
}

/* Takes a number of at most four digits off the front of text; its digits, 0 when there is
 * none. */
static size_t
take_number(struct bytes *text, unsigned *number)
{
	size_t digits = 0;

	*number = 0;
	while (digits < text->length && digits < 5 && text_is_digit(text->at[digits]))
		*number = *number * 10 + (unsigned)(text->at[digits++] - '0');
	text->at += digits;
	text->length -= digits;
	return digits > 4 ? 0 : digits;
}

static bool
take_character(struct bytes *text, char c)
{
	if (text->length == 0 || text->at[0] != c)
		return false;
	text->at++;
	text->length--;
	return true;
}

/* Three numbers with equal separators. */
struct parts {
	unsigned number[3];
	size_t digits[3];
};

static bool
take_parts(struct bytes *text, struct parts *parts)
{
	char separator = '-';

	for (size_t i = 0; i < 3; i++) {
		if (i == 1 && text->length > 0 && text->at[0] == '/')
			separator = '/';
		if (i > 0 && !take_character(text, separator))
			return false;
		if ((parts->digits[i] = take_number(text, &parts->number[i])) == 0)
			return false;
	}
	return true;
}

/* A year of two digits lies in this century. */
static unsigned
full_year(const struct parts *parts, size_t i)
{
	return parts->digits[i] == 2 ? 2000 + parts->number[i]
	    : parts->digits[i] == 4  ? parts->number[i]
				     : 0;
}

static day_number
day_of_parts(const struct parts *parts, enum dates_order order)
{
	size_t year = 2, month = order == DATES_MDY ? 0 : 1, day = order == DATES_MDY ? 1 : 0;

	if (order == DATES_RECORD && parts->digits[0] != 4)
		return NO_DAY;
	if (order == DATES_YMD || parts->digits[0] == 4) {
		year = 0;
		month = 1;
		day = 2;
	}
	if (parts->digits[month] > 2 || parts->digits[day] > 2)
		return NO_DAY;
	return span_day_of(full_year(parts, year), parts->number[month], parts->number[day]);
}

/* " 9:05", "T09:05" or " 09:05:00". */
static bool
take_time(struct bytes *text, unsigned *minute)
{
	unsigned hour, second = 0;
	size_t hour_digits;

	if (!take_character(text, 'T') && !take_character(text, ' '))
		return false;
	*text = text_trim(*text);
	hour_digits = take_number(text, &hour);
	if (hour_digits == 0 || hour_digits > 2 || hour > 23 || !take_character(text, ':'))
		return false;
	if (take_number(text, minute) != 2 || *minute > 59)
		return false;
	if (take_character(text, ':') && (take_number(text, &second) != 2 || second > 59))
		return false;
	*minute += hour * 60;
	return true;
}

bool
dates_read(struct bytes text, enum dates_order order, struct span *span)
{
	struct parts parts;
	unsigned minute;
	day_number day;

	text = text_trim(text);
	if (!take_parts(&text, &parts) || (day = day_of_parts(&parts, order)) == NO_DAY)
		return false;
	if (text.length == 0) {
		*span = span_of_day(day);
		return true;
	}
	if (!take_time(&text, &minute) || text.length > 0)
		return false;
	*span = span_of_minute(day, minute);
	return true;
}

bool
dates_is_month_first(struct bytes text)
{
	struct span span;

	return !dates_read(text, DATES_DMY, &span) && dates_read(text, DATES_MDY, &span);
}

const char *
dates_write(struct span span, char text[DATES_TEXT_SIZE])
{
	unsigned minute = span.begin & ((1u << MINUTE_BITS) - 1);

	span_write_day(span_day(span), text);
	if (!span_is_whole_day(span))
		snprintf(text + DAY_TEXT_SIZE - 1, DATES_TEXT_SIZE - DAY_TEXT_SIZE + 1,
		    "T%02u:%02u", minute / 60 % 100, minute % 60);
	return text;
}
