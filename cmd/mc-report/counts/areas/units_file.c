/* Reading of the units file. */

#include "counts/areas/units.h"
#include "records/table_file.h"
#include "text/harmful.h"
#include "text/text.h"

enum { SCHOOL, NAME, PUPILS, BOARD, REGION, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    [SCHOOL] = {"school", "school", true},
    [NAME] = {"name", "naam", true},
    [PUPILS] = {"pupils", "leerlingen", true},
    [BOARD] = {"board", "bestuur", true},
    [REGION] = {"region", "regio", true},
};

/* More pupils than any school has; sums of them stay far from overflow. */
enum { PUPILS_MAX = 99999, PUPILS_DIGITS = 5, NAME_LENGTH_MAX = 100 };

/* Names stand on a page that is published, and in the ledger: they hold nothing that it would hide.
 */
static struct bytes
read_name(const struct table_file *table, size_t column)
{
	struct bytes name = table->cell[column];
	char shown[SHOWN_SIZE];

	if (name.length > NAME_LENGTH_MAX)
		table_file_stop(table, column, _("\"%s\" is longer than %d bytes"),
		    diagnostics_show(name, shown), NAME_LENGTH_MAX);
	for (struct bytes rest = name; rest.length > 0;) {
		size_t length;

		if (harmful_sort(text_code_point(rest, &length)) != HARMLESS)
			table_file_stop(table, column,
			    _("\"%s\" holds a character that is not seen"),
			    diagnostics_show(name, shown));
		rest.at += length;
		rest.length -= length;
	}
	return name;
}

static uint32_t
read_pupils(const struct table_file *table)
{
	struct bytes text = table->cell[PUPILS];
	uint32_t number;
	char shown[SHOWN_SIZE];

	if (!text_read_number(text, PUPILS_DIGITS, &number))
		table_file_stop(table, PUPILS, _("\"%s\" is no number (0 to %d)"),
		    diagnostics_show(text, shown), PUPILS_MAX);
	return number;
}

static void
take_school(struct units *units, const struct table_file *table)
{
	struct bytes code = table->cell[SCHOOL];
	const struct school school = {
	    .code = record_read_school(code),
	    .name = read_name(table, NAME),
	    .pupils = read_pupils(table),
	    .board = read_name(table, BOARD),
	    .region = read_name(table, REGION),
	};
	char shown[SHOWN_SIZE];

	if (school.code == 0)
		table_file_stop(table, SCHOOL,
		    _("\"%s\" is no BRIN with location (two digits, two capitals, two digits)"),
		    diagnostics_show(code, shown));
	if (units_find(units, school.code) != UNITS_NONE)
		table_file_stop(
		    table, SCHOOL, _("\"%s\" stands there twice"), diagnostics_show(code, shown));
	units_add(units, &school);
}

void
units_read(struct units *units, const char *file, int descriptor)
{
	struct table_file table;

	table_file_open(&table, file, descriptor, columns, COLUMNS);
	while (table_file_next(&table))
		take_school(units, &table);
	if (units->schools == 0)
		diagnostics_stop(
		    _("%s: names no school (%s)"), table.name, "school,name,pupils,board,region");
	table_file_close(&table);
}
