/*
 * Goal: what may be published follows from schools and pupils alone: at every
 * border of the rules, one pupil decides. And months and school years.
 */

#include "support/check.h"

#include <unistd.h>

#include "counts/areas/month.h"
#include "counts/areas/units.h"

/* Reads a units file with these lines, and decides. */
static void
read_units(struct units *units, const char *lines)
{
	char path[] = "/tmp/units-XXXXXX";
	int descriptor = mkstemp(path);
	FILE *file = fdopen(descriptor, "w");

	assert_non_null(file);
	fprintf(file, "school,name,pupils,board,region\n%s", lines);
	fclose(file);
	units_read(units, path);
	unlink(path);
	units_qualify(units);
}

static const struct {
	const char *name, *lines;
	size_t units, rows, joined, guards;
} rows[] = {
    {"one school", "10AA00,a,150,,\n", 0, 1, 0, 0},
    {"one small school", "10AA00,a,149,,\n", 0, 0, 0, 0},
    {"two schools", "10AA00,a,300,B,\n10AB00,b,300,B,\n", 0, 2, 0, 0},
    {"three schools of 500", "10AA00,a,200,,\n10AB00,b,150,,\n10AC00,c,150,,\n", 1, 3, 0, 0},
    {"three schools of 499", "10AA00,a,199,,\n10AB00,b,150,,\n10AC00,c,150,,\n", 0, 3, 0, 0},
    {"one has half", "10AA00,a,300,,\n10AB00,b,150,,\n10AC00,c,150,,\n", 1, 3, 0, 0},
    {"one has more than half", "10AA00,a,301,,\n10AB00,b,150,,\n10AC00,c,150,,\n", 0, 3, 0, 0},
    {"a board and a region too", "10AA00,a,200,B,R\n10AB00,b,200,B,R\n10AC00,c,200,B,R\n", 3, 3, 0,
	0},
    {"a board of two", "10AA00,a,200,B,R\n10AB00,b,200,B,R\n10AC00,c,200,C,R\n", 2, 3, 0, 0},
    {"three small schools of a board", "10AA00,a,10,B,\n10AB00,b,10,B,\n10AC00,c,10,B,\n", 0, 1, 1,
	0},
    {"two small schools of 300", "10AA00,a,149,B,\n10AB00,b,149,B,\n10AC00,c,2,C,\n", 0, 0, 0, 0},
    {"small schools without a board", "10AA00,a,10,,\n10AB00,b,10,,\n10AC00,c,10,,\n", 0, 0, 0, 0},
    {"small schools of two boards",
	"10AA00,a,10,B,\n10AB00,b,10,C,\n10AC00,c,10,B,\n10AD00,d,10,C,\n10AE00,e,10,B,\n", 0, 1, 1,
	0},
    {"one school is left of all, without a row",
	"10AA00,a,200,,\n10AB00,b,200,,\n10AC00,c,200,,\n10AD00,d,100,,\n", 1, 3, 0, 1},
    {"one school is left of all, beside a board",
	"10AA00,a,200,B,\n10AB00,b,200,B,\n10AC00,c,200,B,\n10AD00,d,200,C,\n", 2, 4, 0, 1},
    {"four schools are left of all, beside a board",
	"10AA00,a,200,B,\n10AB00,b,200,B,\n10AC00,c,200,B,\n10AD00,d,200,C,\n"
	"10AE00,e,200,C,\n10AF00,f,200,D,\n10AG00,g,200,D,\n",
	2, 7, 0, 0},
};

static void
test_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct units units;
		size_t joined = 0;

		read_units(&units, rows[i].lines);
		for (size_t row = 0; row < units.rows; row++)
			joined += units.row[row].is_joined;
		check_number(rows[i].name, "units", units.unit_count, rows[i].units);
		check_number(rows[i].name, "rows", units.rows, rows[i].rows);
		check_number(rows[i].name, "joined rows", joined, rows[i].joined);
		check_number(
		    rows[i].name, "guards", units.guards + units.row_guards, rows[i].guards);
		check_number(rows[i].name, "publish", units_publish(&units),
		    rows[i].units + rows[i].rows > 0);
		units_free(&units);
	}
}

static void
test_schools_are_found(void **state)
{
	struct units units;

	(void)state;
	read_units(&units, "30AA00,c,200,,\n10AA00,a,200,,\n20AA00,b,200,,\n");
	assert_string_equal(units.school[0].name, "a");
	assert_int_equal(units_find(&units, record_read_school(BYTES("30AA00"))), 2);
	assert_true(units_find(&units, record_read_school(BYTES("30AB00"))) == UNITS_NONE);
	units_free(&units);
}

static const struct {
	const char *month, *last_day, *school_year;
} months[] = {
    {"2026-08", "2026-08-31", "2026-08"},
    {"2026-07", "2026-07-31", "2025-08"},
    {"2026-12", "2026-12-31", "2026-08"},
    {"2027-01", "2027-01-31", "2026-08"},
    {"2028-02", "2028-02-29", "2027-08"},
    {"2100-02", "2100-02-28", "2099-08"},
    {"2199-12", "2199-12-31", "2199-08"},
    {"2000-01", "2000-01-31", "2000-01"},
};

static void
test_months(void **state)
{
	char text[MONTH_TEXT_SIZE], day[DAY_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(months); i++) {
		month_number month = month_read(bytes_of(months[i].month));

		check_string(months[i].month, "month", month_write(month, text), months[i].month);
		check_string(months[i].month, "last day",
		    span_write_day(month_last_day(month), day), months[i].last_day);
		check_string(months[i].month, "school year",
		    month_write(month_of_school_year(month), text), months[i].school_year);
		check_number(months[i].month, "month of its last day",
		    month_of_day(month_last_day(month)), month);
	}
	assert_int_equal(month_read(BYTES("2026-13")), NO_MONTH);
	assert_int_equal(month_read(BYTES("2026-1")), NO_MONTH);
	assert_int_equal(month_read(BYTES("2026-01-01")), NO_MONTH);
	assert_int_equal(month_read(BYTES("1999-12")), NO_MONTH);
	assert_int_equal(month_read(BYTES("")), NO_MONTH);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rules),
	    cmocka_unit_test(test_schools_are_found),
	    cmocka_unit_test(test_months),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
