/*
 * Dutch working days: neither a weekend nor a holiday of the Algemene
 * termijnenwet (New Year's Day, Good Friday, Easter Monday, King's Day,
 * 5 May, Ascension Day, Whit Monday, 25 and 26 December).
 */

#ifndef WORKDAY_H
#define WORKDAY_H

#include "records/span.h"

/* Whether the day (1 to LAST_DAY) is a Dutch working day. Right for 2014-2199 (before 2014 there
 * was no King's Day but a Queen's Day on another date). */
bool workday_is(day_number day);

/* The day that is count working days after day (1 <= day); LAST_DAY when that lies beyond it. */
day_number workday_after(day_number day, unsigned count);

#endif
