#include "counts/rounding/check.h"

#include <inttypes.h>
#include <stdlib.h>

#include "counts/rounding/goals.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

struct check {
	const struct year *year;
	unsigned base;
	struct goals goals; /* of the kind */
	uint64_t *now, *before;
};

static bool
tell(const struct check *check, size_t group, enum count_kind kind)
{
	char name[GROUP_TEXT_SIZE];

	diagnostics_trouble(
	    _("nothing is published, by a fault of the program, since a number is not "
	      "safe: unit %s, column %s"),
	    units_group_name(&check->year->units, group, name), kinds[kind].token);
	return false;
}

static bool
check_group(const struct check *check, size_t group, enum count_kind kind)
{
	const struct goals *goals = &check->goals;
	uint64_t number = check->now[group];
	size_t cell = goals->cells.of_group[group];

	if (cell == goals->cells.count)
		return true;
	if (number % check->base != 0 || number < check->before[group]
	    || !goals_is_safe(&goals->goal[cell], (int64_t)number))
		return tell(check, group, kind);
	return true;
}

static bool
check_kind(
    struct check *check, const struct year *truth, const struct key *key, enum count_kind kind)
{
	const struct year *year = check->year;
	size_t month = year->months - 1;
	bool is_right = true;

	goals_make(&check->goals, kind, year, truth, key, check->base);
	year_add_up(year, month, kind, check->now);
	if (month > 0 && kind < COUNT_STANDINGS)
		year_add_up(year, month - 1, kind, check->before);
	else
		memset(check->before, 0, year->units.groups * sizeof(*check->before));
	for (size_t group = 0; group < year->units.groups && is_right; group++)
		is_right = check_group(check, group, kind);
	goals_free(&check->goals);
	return is_right;
}

bool
check_month(const struct year *year, const struct year *truth, const struct key *key, unsigned base)
{
	size_t groups = year->units.groups + 1;
	struct check check = {
	    .year = year,
	    .base = base,
	    .now = memory_allocate_zero(groups, sizeof(*check.now)),
	    .before = memory_allocate_zero(groups, sizeof(*check.before)),
	};
	bool is_right = true;

	for (enum count_kind kind = 0; kind < COUNT_KINDS && is_right; kind++)
		is_right = check_kind(&check, truth, key, kind);
	free(check.now);
	free(check.before);
	return is_right;
}
