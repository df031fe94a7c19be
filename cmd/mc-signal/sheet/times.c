#include "sheet/times.h"

#include "sheet/scan.h"

struct clock {
	unsigned hour, minute, second;
};

/* The minutes behind a colon, a point or the u of uur. */
static bool
take_minutes(struct bytes *text, struct clock *clock)
{
	struct bytes rest = *text;

	if (!scan_take(&rest, ':') && !scan_take(&rest, '.') && !scan_take(&rest, 'u')
	    && !scan_take(&rest, 'U') && !scan_take(&rest, 'h'))
		return false;
	if (scan_number(&rest, &clock->minute) != 2)
		return false;
	*text = rest;
	return true;
}

/* Seconds, and parts of them, which are dropped. False when they are not whole. */
static bool
take_seconds(struct bytes *text, struct clock *clock)
{
	struct bytes rest = *text;

	if (!scan_take(&rest, ':') && !scan_take(&rest, '.'))
		return true;
	if (scan_number(&rest, &clock->second) != 2)
		return false;
	*text = rest;
	if (!scan_take(&rest, '.') && !scan_take(&rest, ','))
		return true;
	*text = rest;
	return scan_digits(text) > 0;
}

/* "uur" and its short forms. */
static bool
take_hours_word(struct bytes *text)
{
	scan_blanks(text);
	if (!scan_take_word(text, "uur|u|h"))
		return false;
	scan_take(text, '.');
	return true;
}

/* "am", "PM", "p.m.". */
static bool
has_half(struct bytes text)
{
	char first = glyph_small(text.length > 0 ? text.at[0] : ' ');

	if (first != 'a' && first != 'p')
		return false;
	scan_skip(&text, 1);
	scan_take(&text, '.');
	return scan_take_word(&text, "m");
}

/* "Z", "+02:00", "-05:00", "CET"; not the end of a lesson, as in 9:00-10:30. */
static bool
has_zone(struct bytes text)
{
	unsigned hours;

	if (scan_take(&text, '+'))
		return scan_number(&text, &hours) > 0;
	if (scan_take(&text, '-'))
		return text.length == 5 && text.at[0] == '0' && memcmp(text.at + 2, ":00", 3) == 0;
	return scan_take_word(&text, "Z|UTC|GMT|CET|CEST|MET|MEST");
}

/* What may stand behind the time. */
static enum dates_flaw
read_rest(struct bytes text)
{
	text = text_trim(text);
	if (text.length == 0)
		return DATES_FINE;
	if (has_half(text))
		return DATES_HALF;
	return has_zone(text) ? DATES_ZONE : DATES_NONSENSE;
}

enum dates_flaw
times_read(struct bytes text, struct written_date *written)
{
	struct clock clock = {0, 0, 0};
	unsigned digits = scan_number(&text, &clock.hour);
	bool has_minutes = take_minutes(&text, &clock);
	enum dates_flaw flaw;

	if (digits == 0 || digits > 2 || (has_minutes && !take_seconds(&text, &clock)))
		return DATES_NONSENSE;
	if (!take_hours_word(&text) && !has_minutes)
		return has_half(text_trim(text)) ? DATES_HALF : DATES_NONSENSE;
	if ((flaw = read_rest(text)) != DATES_FINE)
		return flaw;
	if (clock.hour > 23 || clock.minute > 59 || clock.second > 59)
		return DATES_NO_TIME;
	written->minute = clock.hour * 60 + clock.minute;
	written->is_midnight = written->minute == 0;
	written->has_time = true;
	return DATES_FINE;
}
