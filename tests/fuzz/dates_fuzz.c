/*
 * Fuzzing of dates as people write them: whatever is read for a date is
 * written as records have it, and read again as the same, whoever reads it.
 */

#include <stdint.h>
#include <string.h>

#include "check.h"
#include "sheet/dates.h"
#include "sheet/times.h"

static void
check_written(struct span span)
{
	char text[DATES_TEXT_SIZE];
	struct span again, of_sheet;

	dates_write(span, text);
	must(span_read(bytes_of(text), &again));
	must(memcmp(&again, &span, sizeof(span)) == 0);
	must(dates_try(bytes_of(text), DATES_RECORD, &of_sheet) == DATES_FINE);
	/* A sheet's midnight is no time: spreadsheets add it by themselves. */
	must(strstr(text, "T00:00") != NULL || memcmp(&of_sheet, &span, sizeof(span)) == 0);
}

/* The same day, in whatever way it is asked for. */
static void
check_order(struct bytes text, enum dates_order order)
{
	struct span span;
	struct written_date written;

	if (dates_try(text, order, &span) != DATES_FINE)
		return;
	check_written(span);
	must(dates_take_apart(text, &written) == DATES_FINE);
	must(span_day(span) == dates_day(&written, order));
}

static void
check_time(struct bytes text)
{
	unsigned minute = 0;
	bool has_time = false;

	if (dates_read_time(text, &minute, &has_time) == DATES_FINE)
		must(minute < 24 * 60 && (has_time || minute == 0));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes text = {(const char *)data, size};

	for (enum dates_order order = DATES_FOUND; order <= DATES_RECORD; order++) {
		check_order(text, order);
		must(dates_month(text, order) <= 12);
	}
	check_time(text);
	(void)dates_is_part(text);
	return 0;
}
