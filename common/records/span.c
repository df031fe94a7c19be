#include "records/span.h"

#include <endian.h>
#include <time.h>

#include "tool/diagnostics.h"
#include "text/text.h"

/* Days before each month in a year that is no leap year, and in one that is; one row more for the
 * year's length. */
static const uint16_t days_before_month[2][13] = {
    {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
    {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
};

/* Of the years 2000 to 2199, 2100 alone is none of those that four divides. */
static inline unsigned
is_leap_year(unsigned year)
{
	return (year % 4 == 0) & (year != 2100);
}

/* Days from 2000-01-01 to 1 January of year. */
static inline unsigned
days_before_year(unsigned year)
{
	unsigned past = year - FIRST_YEAR;

	return past * 365 + (past + 3) / 4 - (past > 100);
}

/* Days from 1 January to the first of a month; of month 13, to the end of the year. */
static inline unsigned
days_before(unsigned year, unsigned month)
{
	return days_before_month[is_leap_year(year)][month - 1];
}

day_number
span_day_of(unsigned year, unsigned month, unsigned day)
{
	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
	    || day > days_before(year, month + 1) - days_before(year, month))
		return NO_DAY;
	return days_before_year(year) + days_before(year, month) + day;
}

void
span_date_of(day_number day, unsigned *year, unsigned *month, unsigned *of_month)
{
	/* In years that begin in March the leap day is the last, so that any four of them are as
	 * long, and any five months in a row: counted from March 1996, with a 29th of February in
	 * 2100. The numbers are those of Fliegel and Van Flandern. */
	enum { BEFORE_2000 = 1400, MARCH_2100 = 36585, FOUR_YEARS = 1461, FIVE_MONTHS = 153 };
	unsigned days = day + BEFORE_2000 + (day >= MARCH_2100);
	unsigned years = (4 * days + 3) / FOUR_YEARS;
	unsigned of_year = days - years * FOUR_YEARS / 4;
	unsigned months = (5 * of_year + 2) / FIVE_MONTHS; /* 0 is March */

	*of_month = of_year - (FIVE_MONTHS * months + 2) / 5 + 1;
	*month = months < 10 ? months + 3 : months - 9;
	*year = 1996 + years + (months >= 10);
}

static unsigned
two_digits(const char *at)
{
	return (unsigned)(at[0] - '0') * 10 + (unsigned)(at[1] - '0');
}

/* Whether text has the form of a pattern in which 0 stands for a digit; all of it is looked at,
 * since nearly every text has it. */
static inline bool
has_form(const char *text, const char *pattern, size_t length)
{
	bool has = true;

	for (size_t i = 0; i < length; i++)
		has &= pattern[i] == '0' ? text_is_digit(text[i]) : text[i] == pattern[i];
	return has;
}

struct span_history
span_history_union(struct span_history a, struct span_history b)
{
	struct span_history all = {.newest = span_set_union(a.newest, b.newest)};
	day_number newest = span_set_day(all.newest);

	if (a.first == 0 || b.first == 0)
		return a.first == 0 ? b : a;
	all.first = a.first < b.first ? a.first : b.first;
	/* Of a set that ends on an earlier day, its newest are before the newest of both. */
	all.next = span_set_union(span_set_day(a.newest) < newest ? a.newest : a.next,
	    span_set_day(b.newest) < newest ? b.newest : b.next);
	return all;
}

day_number
span_history_after(struct span_history history, moment ended)
{
	if (ended < history.first)
		return history.first >> MINUTE_BITS;
	if (!span_set_is_empty(history.next) && ended < span_set_begin(history.next))
		return span_set_day(history.next);
	return span_set_day(history.newest);
}

enum { DAY_LENGTH = 10, MINUTE_LENGTH = 16 };

/* The two digits that stand at at in eight bytes of which digits are their values. */
static inline unsigned
two_values(uint64_t values, unsigned at)
{
	return (unsigned)(values >> 8 * at & 0xFF) * 10 + (unsigned)(values >> (8 * at + 8) & 0xFF);
}

/* All bytes are looked at together, but for the first two, which are 20 or 21. */
static day_number
read_day(const char *at)
{
	uint64_t values, form, room;
	unsigned century = (unsigned char)at[1] - (unsigned)'0';

	memcpy(&values, at + 2, sizeof(values));
	/* What is right is at most so far above its form: a digit 9, a dash nothing. With this
	 * added to it, which makes 15, it stays within its lower half. */
	memcpy(&form, "00-00-00", sizeof(form));
	memcpy(&room, "\6\6\17\6\6\17\6\6", sizeof(room));
	values ^= form;
	if (at[0] != '2' || century > 1
	    || ((values | (values + room)) & UINT64_C(0xF0F0F0F0F0F0F0F0)) != 0)
		return NO_DAY;
	values = le64toh(values);
	return span_day_of(FIRST_YEAR + century * 100 + two_values(values, 0),
	    two_values(values, 3), two_values(values, 6));
}

day_number
span_read_day(struct bytes text)
{
	return text.length == DAY_LENGTH ? read_day(text.at) : NO_DAY;
}

bool
span_read(struct bytes text, struct span *span)
{
	day_number day;

	if (text.length != DAY_LENGTH && text.length != MINUTE_LENGTH)
		return false;
	if ((day = read_day(text.at)) == NO_DAY)
		return false;
	if (text.length == DAY_LENGTH) {
		*span = span_of_day(day);
		return true;
	}
	if (!has_form(text.at + DAY_LENGTH, "T00:00", MINUTE_LENGTH - DAY_LENGTH))
		return false;
	unsigned hour = two_digits(text.at + 11), minute = two_digits(text.at + 14);
	if (hour > 23 || minute > 59)
		return false;
	*span = span_of_minute(day, hour * 60 + minute);
	return true;
}

static void
put_two_digits(char *at, unsigned number)
{
	at[0] = (char)('0' + number / 10);
	at[1] = (char)('0' + number % 10);
}

const char *
span_write_day(day_number day, char text[DAY_TEXT_SIZE])
{
	unsigned year, month, of_month;

	text[0] = '\0';
	if (day == NO_DAY)
		return text;
	span_date_of(day, &year, &month, &of_month);
	memcpy(text, "0000-00-00", DAY_TEXT_SIZE);
	put_two_digits(text, year / 100);
	put_two_digits(text + 2, year % 100);
	put_two_digits(text + 5, month);
	put_two_digits(text + 8, of_month);
	return text;
}

day_number
span_today(void)
{
	time_t now = time(NULL);
	struct tm local;
	day_number today = NO_DAY;

	/* Unlike localtime(), it does not look each time whether the system's zone has changed,
	 * which a tool in its sandbox cannot: that would then take it for UTC. */
	if (localtime_r(&now, &local) != NULL && local.tm_year >= 0)
		today = span_day_of((unsigned)local.tm_year + 1900, (unsigned)local.tm_mon + 1,
		    (unsigned)local.tm_mday);
	if (today == NO_DAY)
		diagnostics_stop(_("the system's clock does not stand in 2000-2199"));
	return today;
}
