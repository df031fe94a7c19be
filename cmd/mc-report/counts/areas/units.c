#include "counts/areas/units.h"

#include <stdlib.h>

#include "counts/areas/guards.h"
#include "tool/memory.h"

/* Months are published of units of so many schools and pupils, none of which has more than half
 * of the pupils; a row of its own has a school of so many pupils; small schools of a board have
 * one together from so many schools or pupils. */
enum {
	UNIT_SCHOOLS = 3,
	UNIT_PUPILS = 500,
	ROW_PUPILS = 150,
	JOINED_SCHOOLS = 3,
	JOINED_PUPILS = 300
};

/* The unit of a kind that the school belongs to; "" for none. All schools belong to one. */
static const char *
name_of(const struct unit_school *school, enum unit_kind kind)
{
	return kind == UNIT_BOARD ? school->board : school->region;
}

static bool
belongs(const struct unit_school *school, const struct unit *unit)
{
	return unit->kind == UNIT_ALL || strcmp(name_of(school, unit->kind), unit->name) == 0;
}

/* Whether the unit may be published; counts its schools too. */
static bool
qualifies(const struct units *units, struct unit *unit)
{
	uint32_t pupils = 0, most = 0;

	unit->schools = 0;
	for (size_t i = 0; i < units->schools; i++)
		if (belongs(&units->school[i], unit)) {
			unit->schools++;
			pupils += units->school[i].pupils;
			if (units->school[i].pupils > most)
				most = units->school[i].pupils;
		}
	return unit->schools >= UNIT_SCHOOLS && pupils >= UNIT_PUPILS && most <= pupils / 2;
}

static void
add_unit(struct units *units, struct unit unit)
{
	units->unit = memory_resize(units->unit, units->unit_count + 1, sizeof(*units->unit));
	for (size_t i = 0; i < units->schools; i++)
		if (belongs(&units->school[i], &unit))
			units->school[i].unit[unit.kind] = units->unit_count;
	units->unit[units->unit_count++] = unit;
}

static int
compare_names(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Adds the units of a kind, in order of their names. */
static void
add_kind(struct units *units, enum unit_kind kind, bool takes_all)
{
	const char **name = memory_allocate_zero(units->schools + 1, sizeof(*name));

	for (size_t i = 0; i < units->schools; i++)
		name[i] = name_of(&units->school[i], kind);
	qsort(name, units->schools, sizeof(*name), compare_names);
	for (size_t i = 0; i < units->schools; i++) {
		struct unit unit = {.kind = kind, .name = name[i]};

		if (name[i][0] == '\0' || (i > 0 && strcmp(name[i], name[i - 1]) == 0))
			continue;
		if (qualifies(units, &unit) || takes_all)
			add_unit(units, unit);
	}
	free(name);
}

static void
add_units(struct units *units, bool takes_all)
{
	struct unit all = {.kind = UNIT_ALL, .name = ""};

	for (size_t i = 0; i < units->schools; i++) {
		for (size_t kind = 0; kind < UNIT_KINDS; kind++)
			units->school[i].unit[kind] = UNITS_NONE;
		units->school[i].row = UNITS_NONE;
		units->school[i].guard = units->school[i].row_guard = UNITS_NONE;
	}
	if (qualifies(units, &all) || takes_all)
		add_unit(units, all);
	add_kind(units, UNIT_BOARD, takes_all);
	add_kind(units, UNIT_REGION, takes_all);
}

static void
add_row(struct units *units, struct unit_row row)
{
	units->row = memory_resize(units->row, units->rows + 1, sizeof(*units->row));
	units->row[units->rows++] = row;
}

static bool
is_small(const struct unit_school *school)
{
	return school->pupils < ROW_PUPILS;
}

/* Joins the small schools of the board of one of them, when they are enough together. */
static void
join_small(struct units *units, size_t first)
{
	const char *board = units->school[first].board;
	struct unit_row row = {first, true, 0, board};
	uint32_t pupils = 0;

	for (size_t i = 0; i < units->schools; i++) {
		const struct unit_school *school = &units->school[i];

		if (!is_small(school) || strcmp(school->board, board) != 0)
			continue;
		if (i < first)
			return; /* done for the first of them */
		row.schools++;
		pupils += school->pupils;
	}
	if (row.schools < JOINED_SCHOOLS && pupils < JOINED_PUPILS)
		return;
	for (size_t i = first; i < units->schools; i++)
		if (is_small(&units->school[i]) && strcmp(units->school[i].board, board) == 0)
			units->school[i].row = units->rows;
	add_row(units, row);
}

static void
add_rows(struct units *units, bool takes_all)
{
	for (size_t i = 0; i < units->schools; i++) {
		struct unit_school *school = &units->school[i];

		if (is_small(school) && !takes_all)
			continue;
		school->row = units->rows;
		add_row(units, (struct unit_row){i, false, 1, school->board});
	}
	for (size_t i = 0; i < units->schools && !takes_all; i++)
		if (is_small(&units->school[i]) && units->school[i].board[0] != '\0')
			join_small(units, i);
}

void
units_qualify(struct units *units)
{
	add_units(units, false);
	add_rows(units, false);
	guards_add(units);
}

void
units_take_all(struct units *units)
{
	add_units(units, true);
	add_rows(units, true);
}

/* Where the school stands, or should stand. */
static size_t
place_of(const struct units *units, school_code code)
{
	size_t low = 0, high = units->schools;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (units->school[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
units_add(struct units *units, school_code code)
{
	size_t at = place_of(units, code);

	if (at < units->schools && units->school[at].code == code)
		return;
	units->school = memory_resize(units->school, units->schools + 1, sizeof(*units->school));
	memmove(&units->school[at + 1], &units->school[at],
	    (units->schools - at) * sizeof(*units->school));
	units->school[at] =
	    (struct unit_school){.code = code, .name = "", .board = "", .region = ""};
	units->schools++;
}

size_t
units_find(const struct units *units, school_code code)
{
	size_t at = place_of(units, code);

	return at < units->schools && units->school[at].code == code ? at : UNITS_NONE;
}

bool
units_publish(const struct units *units)
{
	return units->unit_count > 0 || units->rows > 0;
}

bool
units_show(const struct units *units, size_t school)
{
	const struct unit_school *of = &units->school[school];

	for (size_t kind = 0; kind < UNIT_KINDS; kind++)
		if (of->unit[kind] != UNITS_NONE)
			return true;
	return of->row != UNITS_NONE;
}

void
units_free(struct units *units)
{
	free(units->school);
	free(units->unit);
	free(units->row);
	for (size_t i = 0; i < units->name_count; i++)
		free(units->names[i]);
	free(units->names);
	*units = (struct units){.schools = 0};
}
