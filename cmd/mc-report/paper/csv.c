#include "paper/csv.h"

#include <stdlib.h>

#include "tool/memory.h"

void
csv_write_header(struct writer *writer, const char *const name[], size_t count)
{
	struct bytes field[TABLE_CELLS];

	for (size_t i = 0; i < count; i++)
		field[i] = bytes_of(name[i]);
	writer_fields(writer, field, count, ',');
}

static bool
is_formula(struct bytes cell)
{
	return cell.length > 0 && memchr("=+-@\t\r", cell.at[0], 6) != NULL;
}

void
csv_write_row(struct writer *writer, const struct bytes cell[], size_t count)
{
	struct bytes field[TABLE_CELLS] = {{NULL, 0}};
	char *harmless[TABLE_CELLS] = {NULL};

	for (size_t i = 0; i < count; i++) {
		field[i] = cell[i];
		if (!is_formula(cell[i]))
			continue;
		harmless[i] = memory_allocate(cell[i].length + 1);
		harmless[i][0] = '\'';
		memcpy(harmless[i] + 1, cell[i].at, cell[i].length);
		field[i] = (struct bytes){harmless[i], cell[i].length + 1};
	}
	writer_fields(writer, field, count, ',');
	for (size_t i = 0; i < count; i++)
		free(harmless[i]);
}
