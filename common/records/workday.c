#include "records/workday.h"

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

enum { HOLIDAYS = 9 };

struct year {
	day_number first, last;
	day_number holiday[HOLIDAYS];
};

static struct year
year_of(day_number day)
{
	unsigned year, month, of_month;

	span_date_of(day, &year, &month, &of_month);
	day_number easter = easter_sunday(year);
	return (struct year){
	    .first = span_day_of(year, 1, 1),
	    .last = span_day_of(year, 12, 31),
	    .holiday =
		{
		    span_day_of(year, 1, 1),
		    easter - 2, /* Good Friday */
		    easter + 1,
		    kings_day(year),
		    span_day_of(year, 5, 5),
		    easter + 39, /* Ascension Day */
		    easter + 50, /* Whit Monday */
		    span_day_of(year, 12, 25),
		    span_day_of(year, 12, 26),
		},
	};
}

static bool
is_holiday(day_number day)
{
	/* Kept, since the next day that is asked for is mostly of the same year. */
	static struct year year;

	if (day < year.first || day > year.last)
		year = year_of(day);
	for (size_t i = 0; i < HOLIDAYS; i++)
		if (year.holiday[i] == day)
			return true;
	return false;
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
