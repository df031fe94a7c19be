#include "paper/csv.h"

#include <stdlib.h>

#include "text/shown.h"
#include "text/text.h"
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

/* Whether the cell is of characters that have ink and mean nothing else, as nearly all are. */
static bool
is_harmless(struct bytes cell)
{
	return text_skip_visible(cell, 0) == cell.length && !is_formula(cell);
}

/* What a character may become: U+FFFD for each byte. */
enum { SHOWN_MOST = 3 };

/* What of the cell may be shown, on one line, behind an apostrophe where it would run. Points into
 * *owned, to be freed. */
static struct bytes
make_harmless(struct bytes cell, char **owned)
{
	char *begin, *end;

	*owned = memory_allocate(1 + cell.length * SHOWN_MOST);
	(*owned)[0] = '\'';
	begin = end = *owned + 1;
	while (cell.length > 0) {
		struct shown shown = shown_next(&cell);

		if (shown.kind == SHOWN_BREAK)
			*end++ = ' ';
		else
			end = mempcpy(end, shown.text.at, shown.text.length);
	}
	struct bytes harmless = {begin, (size_t)(end - begin)};
	return is_formula(harmless) ? (struct bytes){*owned, harmless.length + 1} : harmless;
}

void
csv_write_row(struct writer *writer, const struct bytes cell[], size_t count)
{
	struct bytes field[TABLE_CELLS] = {{NULL, 0}};
	char *owned[TABLE_CELLS] = {NULL};

	for (size_t i = 0; i < count; i++)
		field[i] = is_harmless(cell[i]) ? cell[i] : make_harmless(cell[i], &owned[i]);
	writer_fields(writer, field, count, ',');
	for (size_t i = 0; i < count; i++)
		free(owned[i]);
}
