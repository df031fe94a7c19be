#include "counts/areas/guards.h"

/* Of more schools that are left, none knows enough. */
enum { LEFT_MOST = 3 };

/* Whether all schools of one unit are in the other. */
static bool
is_inside(const struct units *units, size_t small, size_t large)
{
	const struct unit *of_small = &units->unit[small], *of_large = &units->unit[large];

	for (size_t i = 0; i < units->schools; i++)
		if (units->school[i].unit[of_small->kind] == small
		    && units->school[i].unit[of_large->kind] != large)
			return false;
	return true;
}

/* Whether a school of the unit is in none of the smaller ones of a kind; UNIT_ALL stands for the
 * rows. */
static bool
is_left(const struct units *units, size_t school, size_t unit, enum unit_kind kind)
{
	const struct unit_school *of = &units->school[school];

	if (of->unit[units->unit[unit].kind] != unit)
		return false;
	if (kind == UNIT_ALL)
		return of->row == UNITS_NONE;
	return of->unit[kind] == UNITS_NONE || !is_inside(units, of->unit[kind], unit);
}

/* What rows leave of a unit is known by school group of the year so far alone. */
static void
guard(struct units *units, struct unit_school *school, enum unit_kind kind)
{
	if (kind == UNIT_ALL && school->row_guard == UNITS_NONE)
		school->row_guard = units->row_guards++;
	if (kind != UNIT_ALL && school->guard == UNITS_NONE)
		school->guard = units->guards++;
}

static void
guard_left(struct units *units, size_t unit, enum unit_kind kind)
{
	size_t left = 0;

	for (size_t i = 0; i < units->schools; i++)
		left += is_left(units, i, unit, kind);
	if (left > LEFT_MOST || left == units->unit[unit].schools)
		return;
	for (size_t i = 0; i < units->schools; i++)
		if (is_left(units, i, unit, kind))
			guard(units, &units->school[i], kind);
}

void
guards_add(struct units *units)
{
	for (size_t unit = 0; unit < units->unit_count; unit++)
		for (enum unit_kind kind = UNIT_ALL; kind < UNIT_KINDS; kind++)
			if (kind != units->unit[unit].kind || kind == UNIT_ALL)
				guard_left(units, unit, kind);
}
