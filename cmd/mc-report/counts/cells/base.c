#include "counts/cells/base.h"

#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

void
base_open(struct base *base, const struct units *units, month_number month)
{
	*base = (struct base){.units = units, .month = month, .count = units->schools * PROFILES};
	base->cell = memory_allocate_zero(base->count, sizeof(*base->cell));
}

void
base_close(struct base *base)
{
	free(base->cell);
	base->cell = NULL;
}

static struct base_cell *
cell_of(const struct base *base, school_code school, unsigned profile, const char *where)
{
	size_t number = units_find(base->units, school);
	char text[SCHOOL_TEXT_SIZE];

	if (number == UNITS_NONE)
		diagnostics_stop(_("school %s stands in %s and not in the units file"),
		    record_write_school(school, text), where);
	return &base->cell[number * PROFILES + profile];
}

void
base_take_ledger(struct base *base, const struct ledger *ledger)
{
	month_number first = month_of_school_year(base->month);

	for (size_t i = 0; i < ledger->rows; i++) {
		const struct ledger_row *row = &ledger->row[i];

		if (row->month < first || row->month >= base->month)
			continue;
		struct base_cell *cell =
		    cell_of(base, row->school, row->profile, _("the ledger of this school year"));
		cell->cases_before += row->cases;
		cell->units_before += row->units;
	}
}

void
base_take_tally(struct base *base, const struct tally *tally)
{
	for (size_t i = 0; i < tally->count; i++) {
		const struct tally_case *of = &tally->list[i];

		if (tally_counts(of, base->month))
			cell_of(base, of->school, tally_profile(of), _("the records"))->cases++;
	}
}

void
base_put_rows(const struct base *base, struct ledger *ledger)
{
	for (size_t i = 0; i < base->count; i++) {
		const struct base_cell *cell = &base->cell[i];

		if (cell->cases > 0 || cell->units > 0)
			ledger_add(ledger,
			    (struct ledger_row){
				.month = base->month,
				.school = base->units->school[i / PROFILES].code,
				.profile = (uint32_t)(i % PROFILES),
				.cases = cell->cases,
				.units = cell->units,
			    });
	}
}
