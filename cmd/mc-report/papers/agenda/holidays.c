#include "papers/agenda/holidays.h"

#include <stdlib.h>

#include "records/table_file.h"
#include "records/workday.h"
#include "tool/memory.h"

/* So many working days before it a holiday is near. */
enum { NEAR = 10 };

enum { FROM, TO, COLUMNS };

static const struct table_column columns[COLUMNS] = {
    [FROM] = {"from", "van", true},
    [TO] = {"to", "tot", true},
};

static day_number
read_day(const struct table_file *table, size_t column)
{
	day_number day = span_read_day(table->cell[column]);
	char shown[SHOWN_SIZE];

	if (day == NO_DAY)
		table_file_stop(table, column, _("\"%s\" is no day (YYYY-MM-DD)"),
		    diagnostics_show(table->cell[column], shown));
	return day;
}

static void
add(struct holidays *holidays, struct holiday holiday)
{
	holidays->list =
	    memory_resize(holidays->list, holidays->count + 1, sizeof(*holidays->list));
	holidays->list[holidays->count++] = holiday;
}

void
holidays_read(struct holidays *holidays, const char *file, int descriptor)
{
	struct table_file table;

	holidays_free(holidays);
	table_file_open(&table, file, descriptor, columns, COLUMNS);
	while (table_file_next(&table)) {
		struct holiday holiday = {read_day(&table, FROM), read_day(&table, TO)};

		if (holiday.to < holiday.from)
			table_file_stop(&table, TO, _("the holiday ends before it begins"));
		add(holidays, holiday);
	}
	table_file_close(&table);
}

void
holidays_free(struct holidays *holidays)
{
	free(holidays->list);
	*holidays = (struct holidays){.count = 0};
}

const struct holiday *
holidays_at(const struct holidays *holidays, day_number day)
{
	for (size_t i = 0; i < holidays->count; i++)
		if (day >= holidays->list[i].from && day <= holidays->list[i].to)
			return &holidays->list[i];
	return NULL;
}

bool
holidays_is_near(const struct holiday *holiday, day_number today)
{
	return today < holiday->from && holiday->from <= workday_after(today, NEAR);
}
