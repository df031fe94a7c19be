#include "counts/print/tables.h"

#include <stdlib.h>

#include "tool/memory.h"

/* The numbers of every group in every month: by month, kind and group. */
struct sums {
	const struct year *year;
	uint64_t *number;
};

static uint64_t *
sums_of(const struct sums *sums, size_t month, enum count_kind kind)
{
	return &sums->number[(month * COUNT_KINDS + kind) * sums->year->units.groups];
}

static void
add_up(struct sums *sums)
{
	for (size_t month = 0; month < sums->year->months; month++)
		for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++)
			year_add_up(sums->year, month, kind, sums_of(sums, month, kind));
}

static void
add_row(struct table *table, const struct sums *sums, size_t group, size_t month)
{
	struct table_row *row = &table->row[table->rows++];

	row->group = group;
	row->month = sums->year->first + (month_number)month;
	for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++)
		row->number[kind] = sums_of(sums, month, kind)[group];
}

static void
add_column(struct table *table, enum count_kind kind)
{
	table->column[table->columns++] = kind;
}

static void
print_months(const struct page *page, const struct sums *sums, struct table *table,
    table_print *print, void *context)
{
	table->rows = 0;
	for (size_t month = 0; month < page->year->months; month++)
		add_row(table, sums, table->group, month);
	print(page, table, context);
}

static void
print_unit(const struct page *page, const struct sums *sums, size_t group, struct table_row *room,
    table_print *print, void *context)
{
	struct table year = {.kind = TABLE_YEAR, .group = group, .row = room};
	struct table month = {.kind = TABLE_MONTH, .group = group, .row = room};

	for (enum count_kind kind = 0; kind < COUNT_STANDINGS; kind++)
		add_column(&year, kind);
	add_column(&month, COUNT_ACTIVE);
	print_months(page, sums, &year, print, context);
	print_months(page, sums, &month, print, context);
}

/* Prints the rows of schools with the kinds that are published by school, or with those that
 * never are. */
static void
print_schools(const struct page *page, const struct sums *sums, bool is_by_school,
    struct table_row *room, table_print *print, void *context)
{
	const struct units *units = &page->year->units;
	struct table table = {.kind = TABLE_SCHOOL, .row = room};

	for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++)
		if (kinds[kind].is_by_school == is_by_school)
			add_column(&table, kind);
	for (size_t group = 0; group < units->groups; group++)
		if (!group_is_unit(&units->group[group]))
			add_row(&table, sums, group, page->year->months - 1);
	if (table.rows > 0)
		print(page, &table, context);
}

void
tables_each(const struct page *page, table_print *print, void *context)
{
	const struct year *year = page->year;
	const struct units *units = &year->units;
	struct sums sums = {year,
	    memory_allocate_zero(
		year->months * COUNT_KINDS * units->groups + 1, sizeof(*sums.number))};
	struct table_row *room =
	    memory_allocate_zero(units->groups + MONTHS_IN_YEAR, sizeof(*room));

	add_up(&sums);
	for (size_t group = 0; group < units->groups; group++)
		if (group_is_unit(&units->group[group]))
			print_unit(page, &sums, group, room, print, context);
	print_schools(page, &sums, true, room, print, context);
	if (page->is_internal)
		print_schools(page, &sums, false, room, print, context);
	free(room);
	free(sums.number);
}
