#include "counts/areas/month.h"

#include <string.h>

enum { AUGUST = 8 };

unsigned
month_year(month_number month)
{
	return FIRST_YEAR + (month - 1) / MONTHS_IN_YEAR;
}

unsigned
month_of_year(month_number month)
{
	return (month - 1) % MONTHS_IN_YEAR + 1;
}

month_number
month_of_day(day_number day)
{
	unsigned year, month, of_month;

	span_date_of(day, &year, &month, &of_month);
	return (year - FIRST_YEAR) * MONTHS_IN_YEAR + month;
}

month_number
month_read(struct bytes text)
{
	char day[DAY_TEXT_SIZE];

	if (text.length != MONTH_TEXT_SIZE - 1)
		return NO_MONTH;
	memcpy(day, text.at, text.length);
	memcpy(day + text.length, "-01", 4);
	day_number first = span_read_day(bytes_of(day));
	return first == NO_DAY ? NO_MONTH : month_of_day(first);
}

static day_number
first_day(month_number month)
{
	return span_day_of(month_year(month), month_of_year(month), 1);
}

const char *
month_write(month_number month, char text[MONTH_TEXT_SIZE])
{
	char day[DAY_TEXT_SIZE];

	span_write_day(first_day(month), day);
	memcpy(text, day, MONTH_TEXT_SIZE - 1);
	text[MONTH_TEXT_SIZE - 1] = '\0';
	return text;
}

day_number
month_last_day(month_number month)
{
	if (month == (LAST_YEAR - FIRST_YEAR + 1) * MONTHS_IN_YEAR)
		return LAST_DAY;
	return first_day(month + 1) - 1;
}

month_number
month_of_school_year(month_number month)
{
	unsigned past = (month_of_year(month) + MONTHS_IN_YEAR - AUGUST) % MONTHS_IN_YEAR;

	return month > past ? month - past : 1;
}
