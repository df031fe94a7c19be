#include "workday.h"

/* Easter Sunday of the Gregorian calendar, by the rule that Meeus, Jones and Butcher give. */
static day_number
easter_sunday(unsigned year)
{
	unsigned golden = year % 19, century = year / 100, of_century = year % 100;
	unsigned correction = (8 * century + 13) / 25;
	unsigned epact = (19 * golden + century - century / 4 - correction + 15) % 30;
	unsigned weekday =
	    (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
	unsigned late = (golden + 11 * epact + 22 * weekday) / 451;
	unsigned from_march = epact + weekday - 7 * late + 114;

	return span_day_of(year, from_march / 31, from_march % 31 + 1);
}

/* 0 is Monday. 2000-01-01, day 1, was a Saturday. */
static unsigned
weekday_of(day_number day)
{
	return (day + 4) % 7;
}

enum { SATURDAY = 5, SUNDAY = 6 };

/* King's Day is 27 April, or the day before when that is a Sunday. */
static day_number
kings_day(unsigned year)
{
	day_number day = span_day_of(year, 4, 27);

	return weekday_of(day) == SUNDAY ? day - 1 : day;
}

static bool
is_holiday(day_number day)
{
	unsigned year, month, of_month;

	span_date_of(day, &year, &month, &of_month);
	if (month == 1)
		return of_month == 1;
	if (month == 12)
		return of_month == 25 || of_month == 26;
	if (month < 3 || month > 6)
		return false;

	day_number easter = easter_sunday(year);
	return day == easter - 2		       /* Good Friday */
	    || day == easter + 1 || day == easter + 39 /* Ascension Day */
	    || day == easter + 50		       /* Whit Monday */
	    || day == kings_day(year) || (month == 5 && of_month == 5);
}

bool
workday_is(day_number day)
{
	return weekday_of(day) < SATURDAY && !is_holiday(day);
}

day_number
workday_after(day_number day, unsigned count)
{
	while (count > 0 && day < LAST_DAY)
		if (workday_is(++day))
			count--;
	return day;
}
