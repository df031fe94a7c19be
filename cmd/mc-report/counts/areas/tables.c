#include "counts/areas/tables.h"

#include <stdio.h>

struct tables
tables_of(const struct units *units)
{
	size_t rows = units->rows == 0 ? 0 : units->rows + 1;

	size_t count = units->unit_count * UNIT_CELLS + rows * ROW_CELLS;

	return (struct tables){
	    units, count, count + units->guards * UNIT_CELLS + units->row_guards * ROW_CELLS};
}

size_t
tables_unit_cell(size_t unit, size_t place)
{
	return unit * UNIT_CELLS + place;
}

size_t
tables_pair_cell(size_t unit, size_t outcome, size_t route)
{
	return tables_unit_cell(unit, CELLS_OF_PAIRS + outcome * ROUTE_GROUPS + route);
}

size_t
tables_row_cell(const struct tables *tables, size_t row, size_t group)
{
	return tables->units->unit_count * UNIT_CELLS + row * ROW_CELLS + group;
}

static void
put_unit_slots(size_t first, unsigned profile, uint32_t slot[SLOTS_OF_UNIT])
{
	size_t outcome = groups_outcome(profile), route = groups_route(profile), i = 0;

	for (size_t part = CELLS_OF_MONTH; part <= CELLS_OF_YEAR; part += CELLS_OF_YEAR) {
		slot[i++] = (uint32_t)(first + part + PART_OUTCOME + outcome);
		slot[i++] = (uint32_t)(first + part + PART_SIGNAL + groups_signal(profile));
		slot[i++] = (uint32_t)(first + part + PART_ROUTE + route);
		slot[i++] = (uint32_t)(first + part + PART_TOTAL);
	}
	slot[i] = (uint32_t)(first + tables_pair_cell(0, outcome, route));
}

/* The first cell of the schools that are guarded like rows. */
static size_t
first_row_guard(const struct tables *tables)
{
	return tables->count + tables->units->guards * UNIT_CELLS;
}

void
tables_slots(const struct tables *tables, size_t school, unsigned profile, uint32_t slot[SLOTS])
{
	const struct unit_school *of = &tables->units->school[school];
	size_t group = groups_of_school_row(groups_outcome(profile)), rows = tables->units->rows;
	uint32_t *at = slot + UNIT_KINDS * SLOTS_OF_UNIT;

	for (size_t i = 0; i < SLOTS; i++)
		slot[i] = (uint32_t)tables->all;
	for (size_t kind = 0; kind < UNIT_KINDS; kind++)
		if (of->unit[kind] != UNITS_NONE)
			put_unit_slots(tables_unit_cell(of->unit[kind], 0), profile,
			    slot + kind * SLOTS_OF_UNIT);
	if (of->guard != UNITS_NONE)
		put_unit_slots(tables->count + tables_unit_cell(of->guard, 0), profile, at + 6);
	if (of->row_guard != UNITS_NONE) {
		size_t first = first_row_guard(tables) + of->row_guard * ROW_CELLS;

		at[4] = (uint32_t)(first + group);
		at[5] = (uint32_t)(first + SCHOOL_GROUPS);
	}
	if (of->row == UNITS_NONE)
		return;
	at[0] = (uint32_t)tables_row_cell(tables, of->row, group);
	at[1] = (uint32_t)tables_row_cell(tables, of->row, SCHOOL_GROUPS);
	at[2] = (uint32_t)tables_row_cell(tables, rows, group);
	at[3] = (uint32_t)tables_row_cell(tables, rows, SCHOOL_GROUPS);
}

/* Where a cell stands: of a unit or a guarded school, or (unit == UNITS_NONE) of a row. */
struct position {
	size_t unit, row, place;
	bool is_guard; /* unit, or row, is the number of the guard */
};

static struct position
position_of(const struct tables *tables, size_t cell)
{
	size_t of_units = tables->units->unit_count * UNIT_CELLS;

	if (cell < of_units)
		return (struct position){cell / UNIT_CELLS, 0, cell % UNIT_CELLS, false};
	if (cell >= first_row_guard(tables)) {
		cell -= first_row_guard(tables);
		return (struct position){UNITS_NONE, cell / ROW_CELLS, cell % ROW_CELLS, true};
	}
	if (cell >= tables->count) {
		cell -= tables->count;
		return (struct position){cell / UNIT_CELLS, 0, cell % UNIT_CELLS, true};
	}
	cell -= of_units;
	return (struct position){UNITS_NONE, cell / ROW_CELLS, cell % ROW_CELLS, false};
}

bool
tables_is_of_month(const struct tables *tables, size_t cell)
{
	struct position at = position_of(tables, cell);

	return at.unit != UNITS_NONE && at.place < CELLS_OF_YEAR;
}

bool
tables_is_grand_total(const struct tables *tables, size_t cell)
{
	struct position at = position_of(tables, cell);

	if (at.unit != UNITS_NONE)
		return at.place == CELLS_OF_MONTH + PART_TOTAL
		    || at.place == CELLS_OF_YEAR + PART_TOTAL;
	return !at.is_guard && at.row == tables->units->rows && at.place == SCHOOL_GROUPS;
}

bool
tables_has_schools(const struct tables *tables, size_t cell)
{
	struct position at = position_of(tables, cell);
	size_t schools = 0;

	if (at.is_guard)
		return false;
	if (at.unit != UNITS_NONE)
		return tables->units->unit[at.unit].schools > 1;
	if (at.row < tables->units->rows)
		return tables->units->row[at.row].schools > 1;
	for (size_t i = 0; i < tables->units->rows; i++)
		schools += tables->units->row[i].schools;
	return schools > 1;
}

const char *
tables_unit_name(const struct unit *unit, char *name, size_t size)
{
	static const char *const kinds[UNIT_KINDS] = {"all", "board:", "region:"};

	snprintf(name, size, "%s%s", kinds[unit->kind], unit->name);
	return name;
}

const char *
tables_row_name(const struct units *units, size_t row, char *name, size_t size)
{
	char code[SCHOOL_TEXT_SIZE];

	if (row == units->rows)
		snprintf(name, size, "total");
	else if (units->row[row].is_joined)
		snprintf(name, size, "small:%s", units->row[row].board);
	else
		snprintf(name, size, "%s",
		    record_write_school(units->school[units->row[row].school].code, code));
	return name;
}

/* The name of a column of the months' tables. */
static const char *
part_name(size_t place, const char **table)
{
	*table = place < PART_SIGNAL || place == PART_TOTAL ? "month-outcome"
	    : place < PART_ROUTE			    ? "month-signal"
							    : "month-route";
	if (place < PART_SIGNAL)
		return groups_outcome_token[place];
	if (place < PART_ROUTE)
		return groups_signal_token[place - PART_SIGNAL];
	return place < PART_TOTAL ? groups_route_token[place - PART_ROUTE] : "total";
}

/* What messages call the numbers of a guarded school, which are not printed. */
static void
guard_name(const struct units *units, struct position at, char name[SCHOOL_TEXT_SIZE])
{
	for (size_t i = 0; i < units->schools; i++) {
		const struct unit_school *school = &units->school[i];

		if (at.unit == UNITS_NONE ? school->row_guard == at.row : school->guard == at.unit)
			record_write_school(school->code, name);
	}
}

const char *
tables_name(
    const struct tables *tables, size_t cell, month_number month, char name[TABLES_NAME_SIZE])
{
	struct position at = position_of(tables, cell);
	char of[TABLES_NAME_SIZE / 2], text[MONTH_TEXT_SIZE];
	const char *table, *column;

	if (at.unit == UNITS_NONE) {
		if (at.is_guard)
			guard_name(tables->units, at, of);
		else
			tables_row_name(tables->units, at.row, of, sizeof(of));
		snprintf(name, TABLES_NAME_SIZE, "school-outcome,all,%s,%s", of,
		    at.place == SCHOOL_GROUPS ? "total" : groups_school_token[at.place]);
		return name;
	}
	if (at.is_guard)
		guard_name(tables->units, at, of);
	else
		tables_unit_name(&tables->units->unit[at.unit], of, sizeof(of));
	if (at.place >= CELLS_OF_PAIRS) {
		size_t pair = at.place - CELLS_OF_PAIRS;

		snprintf(name, TABLES_NAME_SIZE, "outcome-route,%s,%s,%s", of,
		    groups_outcome_token[pair / ROUTE_GROUPS],
		    groups_route_token[pair % ROUTE_GROUPS]);
		return name;
	}
	column = part_name(at.place % PART_CELLS, &table);
	snprintf(name, TABLES_NAME_SIZE, "%s,%s,%s,%s", table, of,
	    at.place < CELLS_OF_YEAR ? month_write(month, text) : "total", column);
	return name;
}
