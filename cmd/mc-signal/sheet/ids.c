#include "sheet/ids.h"

#include "sheet/dates.h"
#include "sheet/scan.h"

static const char truth_values[] = "waar|onwaar|true|false";

/* Digits, perhaps with some behind a point or comma, an E and digits. */
static bool
is_number_with_exponent(struct bytes id)
{
	if (scan_digits(&id) == 0)
		return false;
	if (scan_take(&id, '.') || scan_take(&id, ','))
		scan_digits(&id);
	if (!scan_take(&id, 'E') && !scan_take(&id, 'e'))
		return false;
	if (!scan_take(&id, '+'))
		scan_take(&id, '-');
	return scan_digits(&id) > 0 && id.length == 0;
}

static bool
is_day(struct bytes id)
{
	static const enum dates_order orders[] = {DATES_DMY, DATES_MDY, DATES_YMD};
	struct written_date written;

	if (dates_is_part(id))
		return true;
	if (dates_take_apart(id, &written) != DATES_FINE)
		return false;
	for (size_t i = 0; i < sizeof(orders) / sizeof(orders[0]); i++)
		if (dates_day(&written, orders[i]) != NO_DAY)
			return true;
	return false;
}

bool
ids_is_spoilt(struct bytes id)
{
	struct bytes rest = id;
	size_t letters = scan_word(id).length;

	/* One or two letters, as most ids begin with, begin no month and no truth value. */
	if (letters == 1 || letters == 2)
		return false;
	return (scan_take_word(&rest, truth_values) && rest.length == 0)
	    || is_number_with_exponent(id) || is_day(id);
}
