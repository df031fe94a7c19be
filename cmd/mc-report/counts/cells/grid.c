#include "counts/cells/grid.h"

#include <stdio.h>
#include <stdlib.h>

#include "tool/memory.h"

/* A kind of table of a unit: which part of its cells stand in the columns. */
struct part {
	const char *table;
	enum words title, legend;
	size_t first, count;
	const char *const *token;
	enum words label; /* of the first column; those of the others follow it */
};

static const struct part parts[] = {
    {"month-outcome", WORDS_TABLE_MONTH_OUTCOME, WORDS_LEGEND_OUTCOME, PART_OUTCOME, OUTCOME_GROUPS,
	groups_outcome_token, WORDS_OUTCOME_REPORT},
    {"month-signal", WORDS_TABLE_MONTH_SIGNAL, WORDS_LEGEND_SIGNAL, PART_SIGNAL, SIGNAL_GROUPS,
	groups_signal_token, WORDS_SIGNAL_BODY},
    {"month-route", WORDS_TABLE_MONTH_ROUTE, WORDS_LEGEND_ROUTE, PART_ROUTE, ROUTE_GROUPS,
	groups_route_token, WORDS_ROUTE_VEILIG_THUIS},
};

static void
open_grid(struct grid *grid, const struct page *page, size_t rows, const char *const *token,
    enum words label, size_t columns)
{
	grid->rows = rows;
	grid->columns = columns + 1;
	grid->row = memory_allocate_zero(rows, sizeof(*grid->row));
	for (size_t i = 0; i < columns; i++) {
		grid->token[i] = token[i];
		grid->label[i] = words_text((enum words)(label + i), page->language);
	}
	grid->token[columns] = "total";
	grid->label[columns] = words_text(WORDS_COLUMN_TOTAL, page->language);
}

static void
name_total_row(struct grid_row *row, enum language language)
{
	snprintf(row->token, sizeof(row->token), "total");
	snprintf(row->label, sizeof(row->label), "%s", words_text(WORDS_ROW_TOTAL, language));
}

/* "Board X", as it stands in a title. */
static const char *
unit_label(const struct unit *unit, enum language language, char text[WORDS_SIZE])
{
	static const enum words kinds[UNIT_KINDS] = {
	    WORDS_UNIT_ALL, WORDS_UNIT_BOARD, WORDS_UNIT_REGION};

	return words_fill(kinds[unit->kind], language, unit->name, NULL, text);
}

static void
name_grid(struct grid *grid, const struct page *page, size_t unit, enum words title)
{
	const struct unit *of = &page->sums->tables->units->unit[unit];
	char label[WORDS_SIZE], text[WORDS_SIZE];

	tables_unit_name(of, grid->unit, sizeof(grid->unit));
	unit_label(of, page->language, label);
	snprintf(grid->title, sizeof(grid->title), "%.200s",
	    words_fill(title, page->language, label, NULL, text));
}

static void
fill_part(
    struct grid_row *row, const uint64_t *count, size_t unit, size_t cells, const struct part *part)
{
	for (size_t i = 0; i < part->count; i++)
		row->number[i] = count[tables_unit_cell(unit, cells + part->first + i)];
	row->number[part->count] = count[tables_unit_cell(unit, cells + PART_TOTAL)];
}

/* The months by one of the groups; their total is the year so far. */
static void
print_months(
    const struct page *page, size_t unit, const struct part *part, grid_print *print, void *context)
{
	const struct sums *sums = page->sums;
	struct grid grid = {.table = part->table, .legend = part->legend};
	struct grid_row *row;

	open_grid(&grid, page, sums->months + 1, part->token, part->label, part->count);
	name_grid(&grid, page, unit, part->title);
	grid.has_chart = part == parts && sums->months > 1;
	for (size_t i = 0; i < sums->months; i++) {
		row = &grid.row[i];
		month_write(sums->first + (month_number)i, row->token);
		words_month(
		    sums->first + (month_number)i, page->language, row->label, sizeof(row->label));
		fill_part(row, sums->count[i], unit, CELLS_OF_MONTH, part);
	}
	row = &grid.row[sums->months];
	name_total_row(row, page->language);
	fill_part(row, sums->count[sums->months - 1], unit, CELLS_OF_YEAR, part);
	print(page, &grid, context);
	free(grid.row);
}

static void
fill_outcome(struct grid *grid, const struct sums *sums, size_t unit, size_t outcome)
{
	struct grid_row *row = &grid->row[outcome];

	for (unsigned route = 0; route < ROUTE_GROUPS; route++) {
		row->number[route] = sums_latest(sums, tables_pair_cell(unit, outcome, route));
		if (groups_never((unsigned)outcome, route)) {
			row->number[route] = GRID_NEVER;
			grid->has_never = true;
		}
	}
	row->number[ROUTE_GROUPS] =
	    sums_latest(sums, tables_unit_cell(unit, CELLS_OF_YEAR + PART_OUTCOME + outcome));
}

static void
print_pairs(const struct page *page, size_t unit, grid_print *print, void *context)
{
	const struct sums *sums = page->sums;
	struct grid grid = {.table = "outcome-route", .legend = WORDS_LEGEND_ROUTE};
	struct grid_row *total;

	open_grid(&grid, page, OUTCOME_GROUPS + 1, groups_route_token, WORDS_ROUTE_VEILIG_THUIS,
	    ROUTE_GROUPS);
	name_grid(&grid, page, unit,
	    page->is_internal ? WORDS_TABLE_OUTCOME_ROUTE_INTERNAL : WORDS_TABLE_OUTCOME_ROUTE);
	for (size_t outcome = 0; outcome < OUTCOME_GROUPS; outcome++) {
		struct grid_row *row = &grid.row[outcome];

		snprintf(row->token, sizeof(row->token), "%s", groups_outcome_token[outcome]);
		snprintf(row->label, sizeof(row->label), "%s",
		    words_text((enum words)(WORDS_OUTCOME_REPORT + outcome), page->language));
		fill_outcome(&grid, sums, unit, outcome);
	}
	total = &grid.row[OUTCOME_GROUPS];
	name_total_row(total, page->language);
	fill_part(total, sums->count[sums->months - 1], unit, CELLS_OF_YEAR, &parts[2]);
	print(page, &grid, context);
	free(grid.row);
}

static void
name_row(struct grid_row *row, const struct page *page, size_t number)
{
	const struct units *units = page->sums->tables->units;
	const struct unit_row *of = &units->row[number];
	char text[WORDS_SIZE];

	tables_row_name(units, number, row->token, sizeof(row->token));
	if (number == units->rows)
		name_total_row(row, page->language);
	else if (of->is_joined)
		snprintf(row->label, sizeof(row->label), "%.200s",
		    words_fill(WORDS_ROW_SMALL, page->language, of->board, NULL, text));
	else
		snprintf(row->label, sizeof(row->label), "%.6s %.200s", row->token,
		    units->school[of->school].name);
}

static void
print_schools(const struct page *page, grid_print *print, void *context)
{
	const struct tables *tables = page->sums->tables;
	size_t rows = tables->units->rows;
	struct grid grid = {
	    .table = "school-outcome", .unit = "all", .legend = WORDS_LEGEND_SCHOOL};

	open_grid(&grid, page, rows + 1, groups_school_token, WORDS_SCHOOL_ACTION, SCHOOL_GROUPS);
	snprintf(grid.title, sizeof(grid.title), "%s",
	    words_text(page->is_internal ? WORDS_TABLE_SCHOOL_OUTCOME_INTERNAL
					 : WORDS_TABLE_SCHOOL_OUTCOME,
		page->language));
	for (size_t i = 0; i <= rows; i++) {
		struct grid_row *row = &grid.row[i];

		name_row(row, page, i);
		for (size_t group = 0; group <= SCHOOL_GROUPS; group++)
			row->number[group] =
			    sums_latest(page->sums, tables_row_cell(tables, i, group));
	}
	print(page, &grid, context);
	free(grid.row);
}

void
grid_each(const struct page *page, grid_print *print, void *context)
{
	const struct units *units = page->sums->tables->units;

	for (size_t unit = 0; unit < units->unit_count; unit++) {
		for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
			print_months(page, unit, &parts[i], print, context);
		print_pairs(page, unit, print, context);
	}
	if (units->rows > 0)
		print_schools(page, print, context);
}
