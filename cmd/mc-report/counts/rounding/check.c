#include "counts/rounding/check.h"

#include <stdlib.h>

#include "tool/diagnostics.h"
#include "counts/rounding/goals.h"
#include "tool/memory.h"

enum { BEYOND_ONE_IN = 100 };

static int64_t
off_by(const struct sums *published, const struct sums *truth, size_t month, size_t cell)
{
	return llabs((int64_t)published->count[month][cell] - (int64_t)truth->count[month][cell]);
}

struct search_record
check_record(const struct sums *published, const struct sums *truth, int64_t distance)
{
	struct search_record record = {0, 0};

	for (size_t month = 0; month < published->months; month++)
		for (size_t cell = 0; cell < published->tables->count; cell++) {
			record.numbers++;
			record.beyond += off_by(published, truth, month, cell) > distance;
		}
	return record;
}

/* Sums up the units of the base cells by another way than the ledger's rows. */
static uint64_t *
tabulate(const struct base *base, const struct tables *tables, unsigned rounding_base)
{
	uint64_t *count = memory_allocate_zero(tables->all + 1, sizeof(*count));
	uint32_t slot[SLOTS];

	for (size_t i = 0; i < base->count; i++) {
		const struct base_cell *cell = &base->cell[i];

		if (cell->units_before + cell->units == 0)
			continue;
		tables_slots(tables, i / PROFILES, (unsigned)(i % PROFILES), slot);
		for (size_t j = 0; j < SLOTS; j++) {
			bool is_of_month =
			    slot[j] < tables->all && tables_is_of_month(tables, slot[j]);

			count[slot[j]] += (uint64_t)rounding_base
			    * (cell->units + (is_of_month ? 0 : cell->units_before));
		}
	}
	return count;
}

static const char unsafe[] = N_("a school could take off its own cases and learn the others");

static bool
tell(const struct tables *tables, size_t cell, month_number month, const char *what)
{
	char name[TABLES_NAME_SIZE];

	diagnostics_trouble(_("nothing is published: %s (table, unit, row, column: %s)"), what,
	    tables_name(tables, cell, month, name));
	return false;
}

static bool
check_cell(const struct base *base, struct search_bounds bounds, const struct sums *published,
    size_t cell, uint64_t tabulated, int64_t need)
{
	const struct tables *tables = published->tables;
	uint64_t number = sums_latest(published, cell);

	if (number % bounds.base != 0 || number != tabulated)
		return tell(tables, cell, base->month, _("a number is not the sum of its units"));
	if ((int64_t)number < need)
		return tell(tables, cell, base->month, _(unsafe));
	return true;
}

static bool
check_cells(const struct base *base, const struct key *key, struct search_bounds bounds,
    const struct sums *published)
{
	const struct tables *tables = published->tables;
	struct goal *goals = goals_make(base, tables, key, bounds);
	uint64_t *count = tabulate(base, tables, bounds.base);
	bool is_right = true;

	for (size_t cell = 0; cell < tables->count && is_right; cell++)
		is_right = check_cell(base, bounds, published, cell, count[cell], goals[cell].need);
	for (size_t cell = tables->count; cell < tables->all && is_right; cell++)
		if (goals_is_broken(&goals[cell], (int64_t)count[cell]))
			is_right = tell(tables, cell, base->month, _(unsafe));
	free(goals);
	free(count);
	return is_right;
}

bool
check_month(const struct base *base, const struct key *key, struct search_bounds bounds,
    const struct sums *published, const struct sums *truth)
{
	const struct tables *tables = published->tables;
	struct search_record record = check_record(published, truth, bounds.distance);

	for (size_t month = 0; month < published->months; month++)
		for (size_t cell = 0; cell < tables->count; cell++)
			if (off_by(published, truth, month, cell) > 2 * bounds.distance)
				return tell(tables, cell, published->first + (month_number)month,
				    _("a number would be too far from the truth; did the units "
				      "file "
				      "change within the school year?"));
	if (record.beyond * BEYOND_ONE_IN >= record.numbers) {
		diagnostics_trouble(
		    _("nothing is published: too many numbers would be further than "
		      "the base from the truth"));
		return false;
	}
	return check_cells(base, key, bounds, published);
}
