/*
 * Time: when a thing happened, and sets of such times.
 *
 * A record's date is the span in which the thing happened: one minute, or,
 * without a time, the whole day. One span is before another when it ends
 * before the other begins, so two spans of one day of which one has no time
 * are never before each other: nobody can tell which came first.
 *
 * The newest of a set are those before no other of the set. They all lie on
 * one day: a span that ends on an earlier day than the latest begins is before
 * it. So all that a set's newest can be asked is told by its latest day, the
 * latest minute on it and whether a whole-day span is among them; a set is
 * kept in one number, whatever it holds, and adding to it in any order gives
 * the same number. (mc-record(5), "TIME")
 */

#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>
#include <stdint.h>

#include "text/bytes.h"

/* A day, counted from 1 on 2000-01-01 up to 73049 on 2199-12-31; 0 is no day. */
typedef uint32_t day_number;

enum { NO_DAY = 0, FIRST_YEAR = 2000, LAST_YEAR = 2199, LAST_DAY = 73049 };

/* A minute: its day shifted left over the minute of the day (0-1439). Ordered as time is. */
typedef uint32_t moment;

enum { MINUTE_BITS = 11, LAST_MINUTE = 24 * 60 - 1 };

/* Both ends belong to it; begin is 0 for no span. */
struct span {
	moment begin, end;
};

/* The newest of a set of spans: the latest beginning, and in the lowest bit whether a whole
 * day is among them. 0 is the empty set. */
struct span_set {
	uint32_t newest;
};

static inline struct span
span_of_day(day_number day)
{
	return (struct span){day << MINUTE_BITS, day << MINUTE_BITS | LAST_MINUTE};
}

static inline struct span
span_of_minute(day_number day, unsigned minute)
{
	moment at = day << MINUTE_BITS | minute;

	return (struct span){at, at};
}

static inline day_number
span_day(struct span span)
{
	return span.begin >> MINUTE_BITS;
}

static inline bool
span_is_whole_day(struct span span)
{
	return span.begin != span.end;
}

static inline bool
span_set_is_empty(struct span_set set)
{
	return set.newest == 0;
}

/* The day of the set's newest; NO_DAY for the empty set. */
static inline day_number
span_set_day(struct span_set set)
{
	return set.newest >> (MINUTE_BITS + 1);
}

/* The latest beginning in the set; 0 for the empty set. */
static inline moment
span_set_begin(struct span_set set)
{
	return set.newest >> 1;
}

/* The latest end in the set; 0 for the empty set. */
static inline moment
span_set_end(struct span_set set)
{
	return (set.newest & 1) ? span_of_day(span_set_day(set)).end : set.newest >> 1;
}

/* The set of everything in a and b. */
static inline struct span_set
span_set_union(struct span_set a, struct span_set b)
{
	struct span_set later = a.newest > b.newest ? a : b;

	if (span_set_day(a) == span_set_day(b))
		later.newest |= (a.newest | b.newest) & 1;
	return later;
}

static inline struct span_set
span_set_of(struct span span)
{
	return (struct span_set){span.begin << 1 | span_is_whole_day(span)};
}

static inline void
span_set_add(struct span_set *set, struct span span)
{
	*set = span_set_union(*set, span_set_of(span));
}

/* Whether x since y: some span of x is before no span of y. Never for an empty x; always for
 * an empty y and an x that is not. */
static inline bool
span_set_since(struct span_set x, struct span_set y)
{
	return !span_set_is_empty(x) && span_set_end(x) >= span_set_begin(y);
}

/*
 * A set of spans of which more than its newest is asked: since when a duty counts. A duty grows no
 * younger because somebody worries again, so its first and its next-newest count before its newest
 * does, as long as nothing has ended them. ("Counting" in mc-record(5), "TIME".)
 */
struct span_history {
	moment first;		/* the first beginning; 0 for the empty set */
	struct span_set newest; /* as above */
	struct span_set next;	/* the newest of what lies on days before the newest's day */
};

static inline bool
span_history_is_empty(struct span_history history)
{
	return history.first == 0;
}

/* The history of everything in a and b. */
struct span_history span_history_union(struct span_history a, struct span_history b);

static inline void
span_history_add(struct span_history *history, struct span span)
{
	if (history->first == 0 || span.begin < history->first)
		history->first = span.begin;
	if (span_day(span) > span_set_day(history->newest)) {
		history->next = history->newest;
		history->newest = span_set_of(span);
	} else if (span_day(span) == span_set_day(history->newest)) {
		span_set_add(&history->newest, span);
	} else if (span_day(span) >= span_set_day(history->next)) {
		history->next = span_day(span) > span_set_day(history->next)
		    ? span_set_of(span)
		    : span_set_union(history->next, span_set_of(span));
	}
}

/* The day from which a duty counts: of the history's first, its next-newest and its newest, the
 * first that nothing ended; its newest's day when all are ended. ended is the latest end of what
 * ends the duty, 0 for nothing. NO_DAY for the empty history. */
day_number span_history_after(struct span_history history, moment ended);

/* Reads YYYY-MM-DD, a day that exists in 2000-2199; NO_DAY when it is not that. */
day_number span_read_day(struct bytes text);

/* Reads YYYY-MM-DD or YYYY-MM-DDTHH:MM; false, and *span untouched, when it is neither. */
bool span_read(struct bytes text, struct span *span);

/* The day of a date given as numbers; NO_DAY when there is no such day in 2000-2199. */
day_number span_day_of(unsigned year, unsigned month, unsigned day);

/* The parts of a day, 1 <= day <= LAST_DAY. */
void span_date_of(day_number day, unsigned *year, unsigned *month, unsigned *of_month);

/* Room for YYYY-MM-DD and its NUL. */
enum { DAY_TEXT_SIZE = 11 };

/* Writes the day as YYYY-MM-DD, or "" for NO_DAY. Returns text. */
const char *span_write_day(day_number day, char text[DAY_TEXT_SIZE]);

/* Today by the system's clock in the local time zone; ends the program with status 2 when the
 * clock does not stand in 2000-2199. In a sandbox only who keeps a log or talks with a person may
 * ask (tool/sandbox/confine.h). */
day_number span_today(void);

#endif
