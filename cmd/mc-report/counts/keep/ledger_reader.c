/* Reading of a school year from a ledger that was verified. */

#include <unistd.h>

#include "counts/keep/seal.h"
#include "records/table_file.h"

static const struct table_column columns[LEDGER_COLUMNS] = {
    [LEDGER_MONTH] = {"month", "month", true},
    [LEDGER_WHAT] = {"what", "what", true},
    [LEDGER_SCHOOL] = {"school", "school", true},
    [LEDGER_PUPILS] = {"pupils", "pupils", true},
    [LEDGER_BOARD] = {"board", "board", true},
    [LEDGER_REGION] = {"region", "region", true},
    [LEDGER_NAME] = {"name", "name", true},
};

static uint32_t
read_number(struct bytes text)
{
	uint32_t number = 0;

	for (size_t i = 0; i < text.length; i++)
		number = number * 10 + (uint32_t)(text.at[i] - '0');
	return number;
}

static void
take_school(const struct table_file *table, struct units *units)
{
	units_add(units,
	    &(struct school){
		.code = record_read_school(table->cell[LEDGER_SCHOOL]),
		.pupils = read_number(table->cell[LEDGER_PUPILS]),
		.board = table->cell[LEDGER_BOARD],
		.region = table->cell[LEDGER_REGION],
		.name = table->cell[LEDGER_NAME],
	    });
}

static enum count_kind
read_kind(struct bytes token)
{
	enum count_kind kind = 0;

	while (kind + 1 < COUNT_KINDS && !bytes_equal(token, bytes_of(kinds[kind].token)))
		kind++;
	return kind;
}

/* Takes a row of the school year; the schools stand before all else. */
static void
take_row(const struct table_file *table, const struct ledger *ledger, struct year *year)
{
	struct bytes what = table->cell[LEDGER_WHAT];
	size_t month = year->months - 1;
	size_t school = units_find(&year->units, record_read_school(table->cell[LEDGER_SCHOOL]));

	if (school == UNITS_NONE)
		return; /* of the line that closes the month */
	if (bytes_equal(what, bytes_of(LEDGER_IS_WITHOUT)))
		*year_without(year, month, school) = true;
	else
		year_numbers(year, month, school)[read_kind(table->cell[LEDGER_KIND])] +=
		    read_number(table->cell[LEDGER_UNITS]) * ledger->base;
}

static void
take_line(const struct table_file *table, const struct ledger *ledger, month_number month,
    struct year *year)
{
	struct bytes what = table->cell[LEDGER_WHAT];

	if (bytes_equal(what, bytes_of(LEDGER_IS_BEGIN)))
		return;
	if (bytes_equal(what, bytes_of(LEDGER_IS_SCHOOL))) {
		/* What is kept of a month has a place for each school. */
		if (year->months > 0)
			table_file_stop(table, LEDGER_WHAT,
			    _("a school stands below what was published: put the newest copy of "
			      "the ledger back; nothing is published from this one"));
		take_school(table, &year->units);
		return;
	}
	year_grow(year, month);
	take_row(table, ledger, year);
}

void
ledger_read_year(const struct ledger *ledger, month_number last, struct year *year)
{
	month_number begin = month_of_school_year(last);
	struct table_file table;

	*year = (struct year){.first = begin > ledger->first ? begin : ledger->first};
	lseek(ledger->descriptor, 0, SEEK_SET);
	table_file_open(&table, ledger->file, ledger->descriptor, columns, LEDGER_COLUMNS);
	while (table_file_next(&table)) {
		month_number month = month_read(table.cell[LEDGER_MONTH]);

		if (month >= year->first && month <= last && month <= ledger->last)
			take_line(&table, ledger, month, year);
	}
	table_file_close(&table);
}
