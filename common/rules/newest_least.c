#include "rules/newest_least.h"

uint32_t
newest_least_of(uint32_t a, uint32_t b)
{
	return a == 0 || (b != 0 && b < a) ? b : a;
}

void
newest_least_add(struct newest_least *least, struct span when, uint32_t value)
{
	struct span_set of_record = span_set_of(when), old = newest_least_when(*least);

	if (span_set_day(of_record) < span_set_day(old))
		return;
	if (span_set_day(of_record) > span_set_day(old))
		least->of_day = least->of_minute = 0;
	if (span_is_whole_day(when)) {
		least->of_day = newest_least_of(least->of_day, value) & LAST_VALUE;
	} else if (when.begin >= span_set_begin(old)) {
		if (when.begin > span_set_begin(old))
			least->of_minute = 0;
		least->of_minute = newest_least_of(least->of_minute, value) & LAST_VALUE;
	}
	least->when = span_set_union(old, of_record).newest & LAST_WHEN;
}

uint32_t
newest_least_value(struct newest_least least)
{
	return newest_least_of(least.of_day, least.of_minute);
}

uint32_t
newest_least_among(struct newest_least least, struct span_set all)
{
	struct span_set when = newest_least_when(least);

	if (span_set_day(when) < span_set_day(all))
		return 0;
	/* A later minute of the day comes after this one, and after no whole day. */
	return span_set_begin(when) < span_set_begin(all) ? least.of_day
							  : newest_least_value(least);
}
