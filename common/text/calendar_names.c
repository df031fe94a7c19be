#include "text/calendar_names.h"

#include "text/text.h"

static const char *const months[12][3] = {
    {"januari", "january"},
    {"februari", "february"},
    {"maart", "march", "mrt"},
    {"april"},
    {"mei", "may"},
    {"juni", "june"},
    {"juli", "july"},
    {"augustus", "august"},
    {"september"},
    {"oktober", "october"},
    {"november"},
    {"december"},
};

static const char *const weekdays[] = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag",
    "zaterdag", "zondag", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday"};

enum { MONTH_LETTERS = 3, WEEKDAY_LETTERS = 2 };

/* Whether name is the first letters of whole, least of them or more. */
static bool
begins(const char *whole, struct bytes name, size_t least)
{
	return whole != NULL && name.length >= least && name.length <= strlen(whole)
	    && text_equal_ignoring_case(name, (struct bytes){whole, name.length});
}

unsigned
calendar_names_month(struct bytes name)
{
	for (unsigned month = 0; month < 12 && name.length >= MONTH_LETTERS; month++)
		for (size_t i = 0; i < 3; i++)
			if (begins(months[month][i], name, MONTH_LETTERS))
				return month + 1;
	return 0;
}

bool
calendar_names_weekday(struct bytes name)
{
	for (size_t i = 0; i < sizeof(weekdays) / sizeof(weekdays[0]); i++)
		if (begins(weekdays[i], name, WEEKDAY_LETTERS))
			return true;
	return false;
}
