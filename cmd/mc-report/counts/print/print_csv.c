/* Counts for programs. */

#include <inttypes.h>
#include <stdio.h>

#include "counts/print/tables.h"
#include "paper/csv.h"

static const char *const table_tokens[] = {
    [TABLE_YEAR] = "year", [TABLE_MONTH] = "month", [TABLE_SCHOOL] = "school"};

static void
write_number(struct writer *writer, const struct page *page, const struct table *table,
    const struct table_row *row, enum count_kind kind)
{
	char month[MONTH_TEXT_SIZE], unit[GROUP_TEXT_SIZE], number[24];

	snprintf(number, sizeof(number), "%" PRIu64, row->number[kind]);
	const struct bytes cell[] = {
	    bytes_of(month_write(row->month, month)),
	    bytes_of(table_tokens[table->kind]),
	    bytes_of(units_group_name(&page->year->units, row->group, unit)),
	    bytes_of(kinds[kind].token),
	    bytes_of(number),
	};
	csv_write_row(writer, cell, sizeof(cell) / sizeof(cell[0]));
}

static void
write_table(const struct page *page, const struct table *table, void *context)
{
	for (size_t i = 0; i < table->rows; i++)
		for (size_t j = 0; j < table->columns; j++)
			write_number(context, page, table, &table->row[i], table->column[j]);
}

void
print_csv(const struct page *page, enum language language, struct writer *writer)
{
	const char *const header[] = {"month", "table", "unit", "column",
	    page->is_internal ? wording_text(WORDING_COUNTS_COLUMN_INTERNAL, language) : "count"};

	csv_write_header(writer, header, sizeof(header) / sizeof(header[0]));
	tables_each(page, write_table, writer);
}
