#include "counts/rounding/left.h"

#include <stdlib.h>

#include "tool/memory.h"

/* Looking for what the units of one kind leave of a larger unit. */
struct search {
	const struct units *units;
	size_t unit;
	enum group_kind unit_kind, kind;
	bool *is_within, *is_beyond; /* of each group: some school is within the unit, or is not */
};

static bool
belongs(const struct search *search, size_t school)
{
	return search->units->school[school].group[search->unit_kind] == search->unit;
}

static size_t
smaller_of(const struct search *search, size_t school)
{
	return search->units->school[school].group[search->kind];
}

/* Finds where the smaller units lie. Returns how many lie within the unit. */
static size_t
find_smaller(struct search *search)
{
	const struct units *units = search->units;
	size_t count = 0;

	memset(search->is_within, 0, units->groups * sizeof(*search->is_within));
	memset(search->is_beyond, 0, units->groups * sizeof(*search->is_beyond));
	for (size_t i = 0; i < units->schools; i++)
		if (smaller_of(search, i) != UNITS_NONE) {
			search->is_within[smaller_of(search, i)] |= belongs(search, i);
			search->is_beyond[smaller_of(search, i)] |= !belongs(search, i);
		}
	for (size_t group = 0; group < units->groups; group++)
		count += search->is_within[group] && !search->is_beyond[group];
	return count;
}

/* The schools that are left; more than LEFT_SCHOOLS are counted alone. */
static struct left
look(struct search *search)
{
	struct left left = {.parts = 1 + find_smaller(search)};

	for (size_t i = 0; i < search->units->schools; i++) {
		size_t smaller = smaller_of(search, i);

		if (!belongs(search, i) || (smaller != UNITS_NONE && !search->is_beyond[smaller]))
			continue;
		if (left.schools < LEFT_SCHOOLS)
			left.school[left.schools] = i;
		left.schools++;
	}
	return left;
}

size_t
left_find(const struct units *units, struct left **list)
{
	struct search search = {
	    .units = units,
	    .is_within = memory_allocate_zero(units->groups + 1, sizeof(*search.is_within)),
	    .is_beyond = memory_allocate_zero(units->groups + 1, sizeof(*search.is_beyond)),
	};
	size_t count = 0;

	*list = memory_allocate_zero(2 * units->groups + 1, sizeof(**list));
	for (search.unit = 0; search.unit < units->groups; search.unit++) {
		const struct group *unit = &units->group[search.unit];

		search.unit_kind = unit->kind;
		for (search.kind = GROUP_BOARD; search.kind <= GROUP_REGION; search.kind++) {
			if (!group_is_unit(unit) || unit->same_as != search.unit
			    || search.kind == unit->kind)
				continue;
			struct left left = look(&search);
			if (left.parts > 1 && left.schools > 0 && left.schools <= LEFT_SCHOOLS)
				(*list)[count++] = left;
		}
	}
	free(search.is_within);
	free(search.is_beyond);
	return count;
}
