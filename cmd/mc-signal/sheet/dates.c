#include "sheet/dates.h"

#include <stdio.h>

#include "text/calendar_names.h"
#include "sheet/scan.h"
#include "sheet/times.h"

bool
dates_read_order(const char *name, enum dates_order *order)
{
	static const struct {
		const char *name;
		enum dates_order order;
	} orders[] = {{"dmy", DATES_DMY}, {"mdy", DATES_MDY}, {"ymd", DATES_YMD}};

	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		if (strcmp(name, orders[i].name) == 0) {
			*order = orders[i].order;
			return true;
		}
	return false;
}

/* Whether the text is nothing but the sign by which spreadsheets fill a narrow column. */
static bool
is_narrow(struct bytes text)
{
	size_t length = 0;

	while (length < text.length && text.at[length] == '#')
		length++;
	return length > 0 && length == text.length;
}

/* Days as spreadsheets count them, from 1900; these are 2000-01-01 and 2199-12-31. */
enum { FIRST_DAY_NUMBER = 36526, LAST_DAY_NUMBER = 109574, DAY_NUMBER_DIGITS = 6 };

/* Whether the text is the number of a day, perhaps with a part of it for the time. */
static bool
is_day_number(struct bytes text)
{
	unsigned number = 0, digits = 0;

	for (; digits < text.length && digits < DAY_NUMBER_DIGITS && text_is_digit(text.at[digits]);
	     digits++)
		number = number * 10 + (unsigned)(text.at[digits] - '0');
	scan_skip(&text, digits);
	if (scan_take(&text, '.') || scan_take(&text, ','))
		scan_digits(&text);
	return text.length == 0 && number >= FIRST_DAY_NUMBER && number <= LAST_DAY_NUMBER;
}

static void
skip_weekday(struct bytes *text)
{
	struct bytes word = scan_word(*text);

	if (!calendar_names_weekday(word))
		return;
	scan_skip(text, word.length);
	scan_take(text, '.');
	scan_take(text, ',');
	scan_blanks(text);
}

/* Takes a number or a month's name as part i. */
static bool
take_part(struct bytes *text, struct written_date *written, unsigned i)
{
	struct bytes word = scan_word(*text);
	unsigned month = calendar_names_month(word);

	if (month == 0) {
		written->digits[i] = scan_number(text, &written->number[i]);
		return written->digits[i] > 0;
	}
	if (written->named != NO_PART || i == 2)
		return false;
	scan_skip(text, word.length);
	written->named = i;
	written->number[i] = month;
	written->digits[i] = 0;
	return true;
}

/* Takes what stands between two parts: blanks, and a mark among them. Beside a name several may
 * stand, and an apostrophe before the year. *mark is ' ' for blanks alone. */
static bool
take_separator(struct bytes *text, bool is_beside_name, char *mark)
{
	static const char marks[] = "-/.,'";
	unsigned blanks = scan_blanks(text);
	size_t length;
	char c;

	*mark = ' ';
	while ((c = scan_front(*text, &length)) != '\0' && strchr(marks, c) != NULL) {
		bool is_of_number = c == '-' || c == '/' || c == '.';

		if (!is_beside_name && (!is_of_number || *mark != ' '))
			return false;
		*mark = c;
		scan_skip(text, length);
		blanks += scan_blanks(text);
	}
	return *mark != ' ' || blanks > 0;
}

/* Whether the first two parts may be a day and a month. */
static bool
is_day_of_year(const struct written_date *written)
{
	return written->digits[0] <= 2 && written->digits[1] <= 2;
}

/* Takes the third part behind the first two. */
static enum dates_flaw
take_third(struct bytes *text, struct written_date *written)
{
	enum dates_flaw without = is_day_of_year(written) ? DATES_NO_YEAR : DATES_NONSENSE;
	bool is_named = written->named != NO_PART;
	size_t length;
	char mark = ' ';

	if (text->length > 0 && !take_separator(text, is_named, &mark))
		return DATES_NONSENSE;
	if (text->length == 0)
		return without;
	if (!is_named && mark != written->separator)
		return mark == ' ' ? without : DATES_NONSENSE;
	if (!take_part(text, written, 2))
		return DATES_NONSENSE;
	return scan_front(*text, &length) == ':' ? DATES_NO_YEAR : DATES_FINE;
}

/* Takes the three parts off the front. */
static enum dates_flaw
take_parts(struct bytes *text, struct written_date *written)
{
	written->named = NO_PART;
	if (!take_part(text, written, 0)
	    || !take_separator(text, written->named == 0, &written->separator)
	    || !take_part(text, written, 1))
		return DATES_NONSENSE;
	return take_third(text, written);
}

/* Reads what stands behind the date. */
static enum dates_flaw
read_time(struct bytes text, struct written_date *written)
{
	if (text_trim(text).length == 0)
		return DATES_FINE;
	bool is_apart = scan_take(&text, 'T') || scan_take(&text, ',');

	is_apart = scan_blanks(&text) > 0 || is_apart;
	if (scan_take_word(&text, "om|at"))
		is_apart = scan_blanks(&text) > 0 && is_apart;
	return is_apart ? times_read(text, written) : DATES_NONSENSE;
}

enum dates_flaw
dates_take_apart(struct bytes text, struct written_date *written)
{
	enum dates_flaw flaw;

	*written = (struct written_date){.named = NO_PART};
	text = text_trim(text);
	if (is_narrow(text))
		return DATES_NARROW;
	if (is_day_number(text))
		return DATES_NUMBER;
	skip_weekday(&text);
	if ((flaw = take_parts(&text, written)) != DATES_FINE)
		return flaw;
	return read_time(text, written);
}

/* Which part is which. */
struct places {
	unsigned year, month, day;
};

static struct places
places_of(const struct written_date *written, enum dates_order order)
{
	static const struct places year_first = {0, 1, 2}, day_first = {2, 1, 0},
				   month_first = {2, 0, 1};

	if (written->named == 0)
		return month_first;
	if (written->digits[0] == 4)
		return year_first;
	if (written->named == 1)
		return order == DATES_YMD && written->digits[2] <= 2 ? year_first : day_first;
	return order == DATES_YMD ? year_first : order == DATES_MDY ? month_first : day_first;
}

/* A year of two digits lies in this century; 0 for one that is no year. */
static unsigned
full_year(const struct written_date *written, unsigned place)
{
	unsigned digits = written->digits[place], number = written->number[place];

	return digits == 2 ? FIRST_YEAR + number : digits == 4 ? number : 0;
}

day_number
dates_day(const struct written_date *written, enum dates_order order)
{
	struct places places = places_of(written, order);

	if (order == DATES_RECORD && written->digits[0] != 4)
		return NO_DAY;
	if (written->digits[places.month] > 2 || written->digits[places.day] > 2)
		return NO_DAY;
	return span_day_of(full_year(written, places.year), written->number[places.month],
	    written->number[places.day]);
}

/* Why the date does not exist in the order. */
static enum dates_flaw
flaw_of(const struct written_date *written, enum dates_order order)
{
	struct places places = places_of(written, order);
	unsigned year = full_year(written, places.year);

	if ((order == DATES_RECORD && written->digits[0] != 4) || year == 0
	    || written->digits[places.month] > 2 || written->digits[places.day] > 2)
		return DATES_NONSENSE;
	return year < FIRST_YEAR || year > LAST_YEAR ? DATES_BAD_YEAR : DATES_NO_DAY;
}

enum dates_flaw
dates_try(struct bytes text, enum dates_order order, struct span *span)
{
	struct written_date written;
	enum dates_flaw flaw = dates_take_apart(text, &written);
	day_number day;

	if (flaw != DATES_FINE)
		return flaw;
	if ((day = dates_day(&written, order)) == NO_DAY)
		return flaw_of(&written, order);
	*span = written.has_time && !written.is_midnight ? span_of_minute(day, written.minute)
							 : span_of_day(day);
	return DATES_FINE;
}

enum dates_flaw
dates_read_time(struct bytes text, unsigned *minute, bool *has_time)
{
	struct written_date written = {.named = NO_PART};
	enum dates_flaw flaw;

	text = text_trim(text);
	if (is_narrow(text))
		return DATES_NARROW;
	if (scan_take_word(&text, "om|at"))
		scan_blanks(&text);
	flaw = times_read(text, &written);
	*minute = written.minute;
	*has_time = written.has_time && !written.is_midnight;
	return flaw;
}

unsigned
dates_month(struct bytes text, enum dates_order order)
{
	struct written_date written;
	struct places places;

	(void)dates_take_apart(text, &written);
	places = places_of(&written, order);
	return written.number[places.month] <= 12 && written.number[places.day] > 0
	    ? written.number[places.month]
	    : 0;
}

bool
dates_is_part(struct bytes text)
{
	struct written_date written = {.named = NO_PART};
	char mark;

	return take_part(&text, &written, 0) && take_separator(&text, true, &mark)
	    && take_part(&text, &written, 1) && written.named != NO_PART && text.length == 0;
}

const char *
dates_write(struct span span, char text[DATES_TEXT_SIZE])
{
	unsigned minute = span.begin & ((1u << MINUTE_BITS) - 1);

	span_write_day(span_day(span), text);
	if (!span_is_whole_day(span))
		snprintf(text + DAY_TEXT_SIZE - 1, DATES_TEXT_SIZE - DAY_TEXT_SIZE + 1,
		    "T%02u:%02u", minute / 60 % 100, minute % 60);
	return text;
}
