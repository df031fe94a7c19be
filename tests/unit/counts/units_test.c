/*
 * Goal: what may be published follows from schools and pupils alone: at every
 * border of the rules, one pupil decides. And months and school years.
 */

#include "support/check.h"
#include "support/small_file.h"

#include "counts/areas/month.h"
#include "counts/areas/units.h"

/* Reads a units file with these lines. */
static void
read_units(struct units *units, const char *lines)
{
	char text[2048], name[SMALL_FILE_NAME_SIZE];

	snprintf(text, sizeof(text), "school,name,pupils,board,region\n%s", lines);
	int descriptor = small_file_open(bytes_of(text), name);
	*units = (struct units){.schools = 0};
	units_read(units, name, descriptor);
	close(descriptor);
}

static const struct {
	const char *name, *lines;
	size_t units, rows, small;
} rows[] = {
    {"one school", "10AA00,a,150,,\n", 0, 1, 0},
    {"one small school", "10AA00,a,149,,\n", 0, 0, 0},
    {"three schools are too few", "10AA00,a,300,B,\n10AB00,b,300,B,\n10AC00,c,300,B,\n", 0, 3, 0},
    {"four schools of 500", "10AA00,a,150,,\n10AB00,b,150,,\n10AC00,c,150,,\n10AD00,d,50,,\n", 1, 3,
	0},
    {"four schools of 499", "10AA00,a,150,,\n10AB00,b,150,,\n10AC00,c,150,,\n10AD00,d,49,,\n", 0, 3,
	0},
    {"one has half", "10AA00,a,450,,\n10AB00,b,150,,\n10AC00,c,150,,\n10AD00,d,150,,\n", 1, 4, 0},
    {"one has more than half", "10AA00,a,451,,\n10AB00,b,150,,\n10AC00,c,150,,\n10AD00,d,150,,\n",
	0, 4, 0},
    {"a board and a region too",
	"10AA00,a,200,B,R\n10AB00,b,200,B,R\n10AC00,c,200,B,R\n10AD00,d,200,B,R\n", 3, 4, 0},
    {"a board of three in a region of four",
	"10AA00,a,200,B,R\n10AB00,b,200,B,R\n10AC00,c,200,B,R\n10AD00,d,200,C,R\n", 2, 4, 0},
    {"three small schools of a board", "10AA00,a,10,B,\n10AB00,b,10,B,\n10AC00,c,10,B,\n", 0, 1, 1},
    {"two small schools of a board", "10AA00,a,149,B,\n10AB00,b,149,B,\n10AC00,c,2,C,\n", 0, 0, 0},
    {"small schools without a board", "10AA00,a,10,,\n10AB00,b,10,,\n10AC00,c,10,,\n", 0, 0, 0},
    {"small schools of two boards",
	"10AA00,a,10,B,\n10AB00,b,10,C,\n10AC00,c,10,B,\n10AD00,d,10,C,\n10AE00,e,10,B,\n", 0, 1,
	1},
};

static void
test_rules(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct units units;
		size_t of_units = 0, small = 0;

		read_units(&units, rows[i].lines);
		units_qualify(&units);
		for (size_t group = 0; group < units.groups; group++) {
			of_units += group_is_unit(&units.group[group]);
			small += units.group[group].kind == GROUP_SMALL;
		}
		check_number(rows[i].name, "units", of_units, rows[i].units);
		check_number(rows[i].name, "rows", units.groups - of_units, rows[i].rows);
		check_number(rows[i].name, "joined rows", small, rows[i].small);
		units_free(&units);
	}
}

/* The groups of a few schools, by name, and the one that has the same schools. */
static const char schools[] = "10AA00,a,200,B,R\n10AB00,b,200,B,R\n10AC00,c,200,B,S\n"
			      "10AD00,d,200,B,S\n10AE00,e,140,C,S\n10AF00,f,140,C,S\n"
			      "10AG00,g,140,C,S\n10AH00,h,140,C,T\n";

static const struct {
	const char *name;
	size_t schools, same_as;
} groups[] = {
    {"all", 8, 0},
    {"board:B", 4, 1},
    {"board:C", 4, 2},
    {"region:S", 5, 3},
    {"10AA00", 1, 4},
    {"10AB00", 1, 5},
    {"10AC00", 1, 6},
    {"10AD00", 1, 7},
    {"small:C", 4, 2},
};

static void
test_groups_of_the_same_schools(void **state)
{
	struct units units;
	char name[GROUP_TEXT_SIZE];

	(void)state;
	read_units(&units, schools);
	units_qualify(&units);
	assert_int_equal(units.groups, COUNT_OF(groups));
	for (size_t i = 0; i < COUNT_OF(groups); i++) {
		check_string(
		    groups[i].name, "name", units_group_name(&units, i, name), groups[i].name);
		check_number(groups[i].name, "schools", units.group[i].schools, groups[i].schools);
		check_number(groups[i].name, "same as", units.group[i].same_as, groups[i].same_as);
	}
	units_free(&units);
}

/* A board and a region of as many schools, of which they share some, are two. */
static void
test_groups_that_overlap(void **state)
{
	struct units units;

	(void)state;
	read_units(&units,
	    "10AA00,a,200,B,\n10AB00,b,200,B,\n10AC00,c,200,B,R\n10AD00,d,200,B,R\n"
	    "10AE00,e,200,,R\n10AF00,f,200,,R\n");
	units_qualify(&units);
	for (size_t i = 0; i < units.groups; i++)
		assert_int_equal(units.group[i].same_as, i);
	assert_int_equal(units.groups, 3 + 6);
	units_free(&units);
}

static void
test_all_are_taken(void **state)
{
	struct units units;

	(void)state;
	read_units(&units, "10AA00,a,20,B,R\n10AB00,b,20,,\n");
	units_take_all(&units);
	assert_int_equal(units.groups, 5);
	units_free(&units);
}

static void
test_schools_are_found(void **state)
{
	struct units units;

	(void)state;
	read_units(&units, "30AA00,c,200,,\n10AA00,a,200,,\n20AA00,b,200,,\n");
	assert_int_equal(units.schools, 3);
	assert_true(bytes_equal(units.school[0].name, BYTES("a")));
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
	    cmocka_unit_test(test_groups_of_the_same_schools),
	    cmocka_unit_test(test_groups_that_overlap),
	    cmocka_unit_test(test_all_are_taken),
	    cmocka_unit_test(test_schools_are_found),
	    cmocka_unit_test(test_months),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
