#include "counts/rounding/cells.h"

#include <stdlib.h>

#include "tool/memory.h"

static bool
is_printed(const struct group *group, enum count_kind kind)
{
	return group_is_unit(group) || kinds[kind].is_by_school;
}

/* The earlier group of the same schools is printed too: units come first. */
static void
number_groups(struct cells *cells, enum count_kind kind, const struct units *units)
{
	for (size_t i = 0; i < units->groups; i++) {
		const struct group *group = &units->group[i];

		if (is_printed(group, kind))
			cells->of_group[i] = group->same_as == i ? (uint32_t)cells->printed++
								 : cells->of_group[group->same_as];
	}
}

/* What is not printed has no cell. */
static void
close_groups(struct cells *cells, enum count_kind kind, const struct units *units)
{
	for (size_t i = 0; i < units->groups; i++)
		if (!is_printed(&units->group[i], kind))
			cells->of_group[i] = (uint32_t)cells->count;
}

/* A cell stands in the first of the slots that lead to it. */
static void
place_school(struct cells *cells, const struct school *school, uint32_t slots[CELLS_SLOTS])
{
	for (size_t slot = 0; slot < CELLS_SLOTS; slot++)
		slots[slot] = (uint32_t)cells->count;
	for (size_t slot = 0; slot < GROUP_SLOTS; slot++) {
		uint32_t cell = school->group[slot] == UNITS_NONE
		    ? (uint32_t)cells->count
		    : cells->of_group[school->group[slot]];

		for (size_t before = 0; before < slot; before++)
			if (slots[before] == cell)
				cell = (uint32_t)cells->count;
		slots[slot] = cell;
	}
}

static void
place_left(struct cells *cells, const struct left *left, uint32_t cell)
{
	for (size_t i = 0; i < left->schools; i++) {
		uint32_t *slots = cells->of_school[left->school[i]];
		size_t slot = GROUP_SLOTS;

		while (slots[slot] != cells->count)
			slot++;
		slots[slot] = cell;
		if (slot >= cells->slots)
			cells->slots = slot + 1;
	}
}

void
cells_make(struct cells *cells, enum count_kind kind, const struct units *units)
{
	*cells = (struct cells){.slots = GROUP_SLOTS};
	cells->of_group = memory_allocate_zero(units->groups + 1, sizeof(*cells->of_group));
	cells->of_school = memory_allocate_zero(units->schools + 1, sizeof(*cells->of_school));
	number_groups(cells, kind, units);
	cells->count = cells->printed + left_find(units, &cells->left);
	close_groups(cells, kind, units);
	for (size_t i = 0; i < units->schools; i++)
		place_school(cells, &units->school[i], cells->of_school[i]);
	for (size_t cell = cells->printed; cell < cells->count; cell++)
		place_left(cells, &cells->left[cell - cells->printed], (uint32_t)cell);
}

void
cells_free(struct cells *cells)
{
	free(cells->of_group);
	free(cells->of_school);
	free(cells->left);
}
