/*
 * Dates as people and spreadsheets write them.
 *
 * What is written is taken apart first: three parts of which one may be the
 * name of a month, and a time. Which part is the day and which the year is a
 * question of the order, so one date can be tried in every order.
 */

#ifndef DATES_H
#define DATES_H

#include "records/span.h"

/* In which order day, month and year stand. */
enum dates_order {
	DATES_FOUND, /* day first, and a sheet of which a date fits another order alone is refused
		      */
	DATES_DMY,
	DATES_MDY,
	DATES_YMD,
	DATES_RECORD /* the year first, in four digits: as records have it */
};

/* Why something is no date. */
enum dates_flaw {
	DATES_FINE,
	DATES_NONSENSE, /* nothing of a date, or not all of it */
	DATES_NO_DAY,	/* the month has no such day, or the year no such month */
	DATES_NO_YEAR,
	DATES_BAD_YEAR, /* not one of 2000 to 2199 */
	DATES_NO_TIME,	/* the clock has no such time */
	DATES_NUMBER,	/* the number of a day, as a spreadsheet counts them */
	DATES_ZONE,	/* a time zone */
	DATES_HALF,	/* AM or PM */
	DATES_NARROW	/* the signs of a column too narrow to show it */
};

enum { DATES_PARTS = 3, NO_PART = DATES_PARTS };

/* A date taken apart. */
struct written_date {
	unsigned number[DATES_PARTS];
	unsigned digits[DATES_PARTS]; /* of the number; 0 where the month's name stands */
	unsigned named;		      /* which part that is, or NO_PART */
	char separator;		      /* between the first two */
	bool has_time;
	bool is_midnight; /* the time is 0:00: spreadsheets write it when they know of none */
	unsigned minute;
};

/* The order that a name (dmy, mdy, ymd) stands for; false when it is none. */
bool dates_read_order(const char *name, enum dates_order *order);

/* Takes a date apart; DATES_FINE, or why it is none in whatever order. A weekday before it is
 * passed over, seconds are dropped. */
enum dates_flaw dates_take_apart(struct bytes text, struct written_date *written);

/* The day of a date in an order; a year of two digits is 20yy, one of four that stands first is
 * always the year. NO_DAY when it does not exist in 2000-2199. */
day_number dates_day(const struct written_date *written, enum dates_order order);

/* Reads a date with an optional time; 0:00 is no time. DATES_FINE, or why it cannot be read in that
 * order; *span is untouched then. */
enum dates_flaw dates_try(struct bytes text, enum dates_order order, struct span *span);

/* Whether it can. */
static inline bool
dates_read(struct bytes text, enum dates_order order, struct span *span)
{
	return dates_try(text, order, span) == DATES_FINE;
}

/* Reads a time by itself; *has_time is false for 0:00. */
enum dates_flaw dates_read_time(struct bytes text, unsigned *minute, bool *has_time);

/* Of a date with the flaw DATES_NO_DAY: the month that has no such day; 0 when there is no such
 * month. */
unsigned dates_month(struct bytes text, enum dates_order order);

/* Whether text is a day without a year, or a month with one, that has a month's name: what a
 * spreadsheet makes of an id such as 1-3. */
bool dates_is_part(struct bytes text);

/* Room for a date as records have it and its NUL. */
enum { DATES_TEXT_SIZE = 17 };

/* Writes the span as YYYY-MM-DD or YYYY-MM-DDTHH:MM. Returns text. */
const char *dates_write(struct span span, char text[DATES_TEXT_SIZE]);

#endif
