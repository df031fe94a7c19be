/*
 * Goal: Dutch working days, as weekends and the holidays of the Algemene
 * termijnenwet leave them, and counting over them.
 *
 * Easter is held against Gauss's rule for every year, and the holidays of
 * 2025-2027 against a table.
 */

#include "support/check.h"

#include "records/workday.h"

static day_number
day_of(const char *text)
{
	day_number day = span_read_day(bytes_of(text));

	assert_int_not_equal(day, NO_DAY);
	return day;
}

/* Easter Sunday by Gauss's rule, with his constants for each century and his two exceptions. */
static day_number
gauss_easter(unsigned year)
{
	unsigned k = year / 100, p = (13 + 8 * k) / 25, q = k / 4;
	unsigned m = (15 - p + k - q) % 30, n = (4 + k - q) % 7;
	unsigned d = (19 * (year % 19) + m) % 30;
	unsigned e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;

	if (d == 29 && e == 6)
		return span_day_of(year, 4, 19);
	if (d == 28 && e == 6 && (11 * m + 11) % 30 < 19)
		return span_day_of(year, 4, 18);
	return span_day_of(year, 3, 22) + d + e;
}

/* The weekday by Zeller's rule: 0 is Saturday, 1 Sunday. */
static unsigned
zeller(unsigned year, unsigned month, unsigned day)
{
	unsigned y = month < 3 ? year - 1 : year, m = month < 3 ? month + 12 : month;

	return (day + 13 * (m + 1) / 5 + y % 100 + y % 100 / 4 + y / 100 / 4 + 5 * (y / 100)) % 7;
}

static bool
is_fixed_holiday(unsigned year, unsigned month, unsigned of_month)
{
	/* King's Day: the 27th of April, or the 26th when that is a Sunday. */
	unsigned kings_day = zeller(year, 4, 27) == 1 ? 26 : 27;

	return (month == 1 && of_month == 1) || (month == 4 && of_month == kings_day)
	    || (month == 5 && of_month == 5) || (month == 12 && (of_month == 25 || of_month == 26));
}

static void
test_every_day_from_2014(void **state)
{
	char text[DAY_TEXT_SIZE];
	unsigned year, month, of_month;

	(void)state;
	for (day_number day = day_of("2014-01-01"); day <= LAST_DAY; day++) {
		span_date_of(day, &year, &month, &of_month);
		day_number easter = gauss_easter(year);
		bool is_free = zeller(year, month, of_month) < 2
		    || is_fixed_holiday(year, month, of_month) || day + 2 == easter
		    || day == easter + 1 || day == easter + 39 || day == easter + 50;

		check_number(span_write_day(day, text), "workday", workday_is(day), !is_free);
	}
}

/* Easter Sundays as almanacs give them, earliest and latest possible among them. */
static const char *const easters[] = {"2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16",
    "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09",
    "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
    "2030-04-21", "2038-04-25", "2049-04-18", "2076-04-19", "2106-04-18", "2160-03-23"};

static void
test_gauss_agrees_with_almanacs(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(easters); i++)
		check_number(easters[i], "Easter",
		    gauss_easter((unsigned)strtoul(easters[i], NULL, 10)), day_of(easters[i]));
}

/* All holidays that do not fall on a Saturday or Sunday. */
static const char *const holidays[] = {
    "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-29", "2025-06-09",
    "2025-12-25", "2025-12-26", /* King's Day on Saturday the 26th: the 27th is a Sunday */
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14",
    "2026-05-25", "2026-12-25", /* the 26th is a Saturday */
    "2027-01-01", "2027-03-26", "2027-03-29", "2027-04-27", "2027-05-05", "2027-05-06",
    "2027-05-17", /* Christmas in a weekend */
};

static bool
is_listed(day_number day)
{
	for (size_t i = 0; i < COUNT_OF(holidays); i++)
		if (day == day_of(holidays[i]))
			return true;
	return false;
}

static void
test_holidays_of_three_years(void **state)
{
	char text[DAY_TEXT_SIZE];
	day_number monday = day_of("2024-12-30");

	(void)state;
	for (day_number day = day_of("2025-01-01"); day <= day_of("2027-12-31"); day++)
		if ((day - monday) % 7 < 5)
			check_number(
			    span_write_day(day, text), "workday", workday_is(day), !is_listed(day));
		else
			check_number(span_write_day(day, text), "workday", workday_is(day), false);
}

static const struct after_row {
	const char *from;
	unsigned count;
	const char *to;
} after_rows[] = {
    {"2026-03-02", 0, "2026-03-02"},
    {"2026-03-07", 0, "2026-03-07"}, /* a Saturday: nothing is counted */
    {"2026-03-02", 1, "2026-03-03"},
    {"2026-03-02", 5, "2026-03-09"},
    {"2026-03-06", 1, "2026-03-09"}, /* over a weekend */
    {"2026-03-07", 1, "2026-03-09"},
    {"2026-04-02", 1, "2026-04-07"}, /* Good Friday, a weekend, Easter Monday */
    {"2026-04-01", 5, "2026-04-10"},
    {"2026-04-24", 1, "2026-04-28"}, /* King's Day on a Monday */
    {"2025-04-25", 1, "2025-04-28"}, /* King's Day on Saturday, the 27th a Sunday */
    {"2031-04-25", 1, "2031-04-28"}, /* the same */
    {"2026-12-24", 1, "2026-12-28"}, /* Christmas and a weekend */
    {"2026-12-24", 5, "2027-01-04"}, /* and New Year's Day */
    {"2024-12-24", 1, "2024-12-27"},
    {"2026-05-13", 1, "2026-05-15"}, /* Ascension Day */
    {"2026-05-22", 1, "2026-05-26"}, /* Whit Monday */
    {"2026-05-04", 1, "2026-05-06"}, /* 5 May */
    {"2026-10-05", 20, "2026-11-02"},
    {"2026-10-05", 50, "2026-12-14"},
    {"2199-12-30", 5, "2199-12-31"}, /* no day beyond the last */
    {"2199-12-31", 1, "2199-12-31"},
};

static void
test_counting(void **state)
{
	char text[DAY_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(after_rows); i++) {
		const struct after_row *row = &after_rows[i];
		day_number to = workday_after(day_of(row->from), row->count);

		check_string(row->from, "after", span_write_day(to, text), row->to);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_day_from_2014),
	    cmocka_unit_test(test_gauss_agrees_with_almanacs),
	    cmocka_unit_test(test_holidays_of_three_years),
	    cmocka_unit_test(test_counting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
