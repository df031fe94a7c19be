#include "counts/cells/sums.h"

#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

/* A new month begins with the year's numbers of the month before. */
static void
begin_month(struct sums *sums, size_t number)
{
	size_t count = sums->tables->count;

	sums->count[number] = memory_allocate_zero(sums->tables->all + 1, sizeof(**sums->count));
	if (number == 0)
		return;
	for (size_t cell = 0; cell < count; cell++)
		if (!tables_is_of_month(sums->tables, cell))
			sums->count[number][cell] = sums->count[number - 1][cell];
}

static void
take_row(struct sums *sums, const struct ledger_row *row, uint64_t number)
{
	size_t school = units_find(sums->tables->units, row->school);
	uint64_t *count = sums->count[row->month - sums->first];
	uint32_t slot[SLOTS];
	char text[SCHOOL_TEXT_SIZE];

	if (school == UNITS_NONE)
		diagnostics_stop(_("school %s stands in %s and not in the units file"),
		    record_write_school(row->school, text), _("the ledger of this school year"));
	tables_slots(sums->tables, school, row->profile, slot);
	for (size_t i = 0; i < SLOTS; i++)
		count[slot[i]] += number;
}

void
sums_make(struct sums *sums, const struct tables *tables, const struct ledger *ledger,
    month_number month, enum sums_what what)
{
	month_number first = month_of_school_year(month), next;

	if (first < ledger->first)
		first = ledger->first;
	*sums = (struct sums){.tables = tables, .first = first, .months = month - first + 1};
	next = first;
	for (size_t i = 0; i < ledger->rows; i++) {
		const struct ledger_row *row = &ledger->row[i];

		if (row->month < first || row->month > month)
			continue;
		for (; next <= row->month; next++)
			begin_month(sums, next - first);
		take_row(sums, row,
		    what == SUMS_CASES ? row->cases : (uint64_t)row->units * ledger->base);
	}
	for (; next <= month; next++)
		begin_month(sums, next - first);
}

uint64_t
sums_latest(const struct sums *sums, size_t cell)
{
	return sums->count[sums->months - 1][cell];
}

void
sums_free(struct sums *sums)
{
	for (size_t i = 0; i < sums->months; i++)
		free(sums->count[i]);
	sums->months = 0;
}
