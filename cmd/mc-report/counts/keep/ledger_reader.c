/* Reading of a school year from a ledger that was verified. */

#include <unistd.h>

#include "counts/keep/seal.h"
#include "records/table_file.h"
#include "text/text.h"

static const struct table_column columns[LEDGER_COLUMNS] = {
    [LEDGER_MONTH] = {"month", "month", true},
    [LEDGER_WHAT] = {"what", "what", true},
    [LEDGER_SCHOOL] = {"school", "school", true},
    [LEDGER_PUPILS] = {"pupils", "pupils", true},
    [LEDGER_BOARD] = {"board", "board", true},
    [LEDGER_REGION] = {"region", "region", true},
    [LEDGER_NAME] = {"name", "name", true},
};

/* Of pupils, and of units that a month places at a school, there are fewer; what is worked out with
 * their sums then stays far from overflow. */
enum { PUPILS_MAX_LENGTH = 5, UNITS_MAX_LENGTH = 4 };

static uint32_t
read_number(const struct table_file *table, size_t column, size_t max_length)
{
	uint32_t number;

	if (!text_read_number(table->cell[column], max_length, &number))
		table_file_stop(table, column,
		    _("is no number of the ledger: put the newest copy of the ledger back; nothing "
		      "is published from this one"));
	return number;
}

static void
take_school(const struct table_file *table, struct units *units)
{
	units_add(units,
	    &(struct school){
		.code = record_read_school(table->cell[LEDGER_SCHOOL]),
		.pupils = read_number(table, LEDGER_PUPILS, PUPILS_MAX_LENGTH),
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
		    read_number(table, LEDGER_UNITS, UNITS_MAX_LENGTH) * ledger->base;
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
