#include "counts/areas/year.h"

#include <stdlib.h>

#include "tool/memory.h"

static void
add_month(struct year *year)
{
	size_t schools = year->units.schools, month = year->months++;

	year->number = memory_resize(
	    year->number, year->months * schools * COUNT_KINDS + 1, sizeof(*year->number));
	year->is_without =
	    memory_resize(year->is_without, year->months * schools + 1, sizeof(*year->is_without));
	for (size_t school = 0; school < schools; school++) {
		uint32_t *number = year_numbers(year, month, school);

		for (size_t kind = 0; kind < COUNT_KINDS; kind++)
			number[kind] = month == 0 || kind >= COUNT_STANDINGS
			    ? 0
			    : year_numbers(year, month - 1, school)[kind];
		*year_without(year, month, school) = false;
	}
}

void
year_grow(struct year *year, month_number last)
{
	while (year->first + year->months <= last)
		add_month(year);
}

uint32_t *
year_numbers(const struct year *year, size_t month, size_t school)
{
	return &year->number[(month * year->units.schools + school) * COUNT_KINDS];
}

bool *
year_without(const struct year *year, size_t month, size_t school)
{
	return &year->is_without[month * year->units.schools + school];
}

void
year_keep_printed(struct year *truth, const struct year *printed)
{
	size_t last = printed->months - 1;

	for (size_t school = 0; school < printed->units.schools; school++)
		if (*year_without(printed, last, school))
			memcpy(year_numbers(truth, 0, school), year_numbers(printed, last, school),
			    COUNT_KINDS * sizeof(*truth->number));
}

void
year_add_up(const struct year *year, size_t month, enum count_kind kind, uint64_t *by_group)
{
	const struct units *units = &year->units;

	memset(by_group, 0, units->groups * sizeof(*by_group));
	for (size_t i = 0; i < units->schools; i++)
		for (size_t slot = 0; slot < GROUP_SLOTS; slot++)
			if (units->school[i].group[slot] != UNITS_NONE)
				by_group[units->school[i].group[slot]] +=
				    year_numbers(year, month, i)[kind];
}

void
year_free(struct year *year)
{
	free(year->number);
	free(year->is_without);
	year->number = NULL;
	year->is_without = NULL;
}
