#include "paper/date.h"

#include <stdio.h>
#include <string.h>

/* 2000-01-01, day 1, was a Saturday. */
static const char *
weekday_of(day_number day, enum language language)
{
	return language_weekday((day + 4) % 7, language);
}

const char *
date_of_day(day_number day, enum date_form form, enum language language, char text[DATE_SIZE])
{
	unsigned year, month, of_month;

	text[0] = '\0';
	if (day == NO_DAY)
		return text;
	span_date_of(day, &year, &month, &of_month);
	const char *name = language_month(month, language);
	const char *weekday = weekday_of(day, language);
	switch (form) {
	case DATE_WEEKDAY:
		snprintf(text, DATE_SIZE, "%s %u %s %u", weekday, of_month, name, year);
		break;
	case DATE_SHORT:
	case DATE_BRIEF:
		snprintf(text, DATE_SIZE, "%.*s %u %s", language == ENGLISH ? 3 : 2, weekday,
		    of_month, language_short_month(month, language));
		if (form == DATE_SHORT)
			snprintf(text + strlen(text), DATE_SIZE - strlen(text), " %u", year);
		break;
	case DATE_DAY:
		snprintf(text, DATE_SIZE, "%u %s %u", of_month, name, year);
		break;
	case DATE_MONTH:
		snprintf(text, DATE_SIZE, "%s %u", name, year);
		break;
	}
	return text;
}

const char *
date_of_day_near(day_number day, day_number today, enum language language, char text[DATE_SIZE])
{
	unsigned year, this_year, month, of_month;

	if (day == NO_DAY)
		return date_of_day(day, DATE_SHORT, language, text);
	span_date_of(day, &year, &month, &of_month);
	span_date_of(today, &this_year, &month, &of_month);
	return date_of_day(day, year == this_year ? DATE_BRIEF : DATE_SHORT, language, text);
}

const char *
date_of_span(struct span span, enum date_form form, enum language language, char text[DATE_SIZE])
{
	unsigned minute = span.begin & ((1u << MINUTE_BITS) - 1);

	date_of_day(span_day(span), form, language, text);
	if (form <= DATE_DAY && !span_is_whole_day(span)) {
		size_t length = strlen(text);

		snprintf(text + length, DATE_SIZE - length,
		    language == ENGLISH ? ", %u:%02u" : ", %u.%02u uur", minute / 60, minute % 60);
	}
	return text;
}
