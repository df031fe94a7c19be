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

static void
find_holidays(unsigned year, day_number holiday[HOLIDAYS])
{
	day_number easter = easter_sunday(year);

	holiday[0] = span_day_of(year, 1, 1);
	holiday[1] = easter - 2; /* Good Friday */
	holiday[2] = easter + 1;
	holiday[3] = kings_day(year);
	holiday[4] = span_day_of(year, 5, 5);
	holiday[5] = easter + 39; /* Ascension Day */
	holiday[6] = easter + 50; /* Whit Monday */
	holiday[7] = span_day_of(year, 12, 25);
	holiday[8] = span_day_of(year, 12, 26);
}

/* Days are found out so many at a time, one bit a day, and kept: what is asked for next is mostly
 * near. Among so many there is always a working day, so 0 is what is not known yet. */
enum { STRETCH = 64 };

static uint64_t stretches[LAST_DAY / STRETCH + 1];

static void
take_out_holidays(uint64_t *workdays, day_number first, unsigned year)
{
	day_number holiday[HOLIDAYS];

	find_holidays(year, holiday);
	for (size_t i = 0; i < HOLIDAYS; i++)
		if (holiday[i] >= first && holiday[i] < first + STRETCH)
			*workdays &= ~(UINT64_C(1) << (holiday[i] - first));
}

static unsigned
year_of(day_number day)
{
	unsigned year, month, of_month;

	span_date_of(day, &year, &month, &of_month);
	return year;
}

/* The working days among a stretch from first on. */
static uint64_t
find_workdays(day_number first)
{
	day_number last = first + STRETCH - 1;
	uint64_t workdays = 0;

	for (unsigned i = 0; i < STRETCH; i++)
		workdays |= (uint64_t)(weekday_of(first + i) < SATURDAY) << i;
	/* By the day behind it, since the first may be no day; the last of a year is no holiday. */
	take_out_holidays(&workdays, first, year_of(first + 1));
	take_out_holidays(&workdays, first, year_of(last < LAST_DAY ? last : LAST_DAY));
	return workdays;
}

bool
workday_is(day_number day)
{
	uint64_t *stretch = &stretches[day / STRETCH];

	if (*stretch == 0)
		*stretch = find_workdays(day - day % STRETCH);
	return *stretch >> day % STRETCH & 1;
}

day_number
workday_after(day_number day, unsigned count)
{
	while (count > 0 && day < LAST_DAY)
		if (workday_is(++day))
			count--;
	return day;
}
