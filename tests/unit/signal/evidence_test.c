/*
 * Goal: a sheet of which some date fits another order than day, month, year is
 * known, each by the rule that says so; dates that fit day first alone settle a
 * doubt; what cannot be known is told.
 */

#include "support/check.h"

#include "sheet/evidence.h"

/* How the caller numbers the column. */
enum { COLUMN = 7 };

/* Today is 28 November 2026. */
static const struct sheet_row {
	const char *name;
	const char *dates[4]; /* "+" before one that may lie after today */
	const char *against;  /* "" for a sheet that may be read */
	bool is_ambiguous, is_old;
} sheet_rows[] = {
    {"no dates", {NULL}, "", false, false},
    {"nothing but nonsense", {"gisteren", "3-10"}, "", false, false},
    {"day first", {"3-10-2026", "25-10-2026"}, "", false, false},
    {"a month that does not exist", {"3-10-2026", "10/13/26"}, "10/13/26", false, false},
    {"the same with a time", {"10-13-2026 9:05"}, "10-13-2026 9:05", false, false},
    {"the same with AM", {"10/13/26 9:05 AM"}, "10/13/26 9:05 AM", false, false},
    {"it settles whatever else there is", {"30-10-2026", "10/13/26"}, "10/13/26", false, false},
    {"a term too", {"+1/31/2027"}, "+1/31/2027", false, false},
    {"no such day in any order", {"31/31/26", "2/30/26"}, "", false, false},
    /* it exists with the day first, but lies after today or long ago */
    {"after today, slashed", {"11/12/26"}, "11/12/26", false, false},
    {"after today, slashed, four digits", {"11/12/2026"}, "11/12/2026", false, false},
    {"after today, two digits", {"11-12-26"}, "11-12-26", false, false},
    {"after today, dashes and four digits: an error of typing", {"11-12-2026"}, "", false, false},
    {"after today, points and four digits", {"11.12.2026"}, "", false, false},
    {"a term may lie after today", {"+11/12/26", "3-10-2026"}, "", false, false},
    {"after today in every order", {"30/12/26", "3-10-2026"}, "", false, false},
    {"after today, but another fits day first alone", {"11/12/26", "30-10-26"}, "", false, false},
    {"after today, and another may be either", {"11/12/26", "10/03/26"}, "11/12/26", false, false},
    {"after today, and another is the same in all", {"11/12/26", "2026-10-30"}, "11/12/26", false,
	false},
    {"the year first, of two digits", {"26-10-03"}, "26-10-03", false, true},
    {"a month by name, the year first", {"26-okt-03"}, "26-okt-03", false, true},
    {"which may be either within 14 years", {"25-10-13", "3-10-2026"}, "", false, false},
    /* nothing tells */
    {"all slashed, two digits, either", {"10/03/26", "11/05/26"}, "", true, false},
    {"one of four digits", {"10/03/26", "11/05/2026"}, "", false, false},
    {"one with dashes", {"10/03/26", "11-05-26"}, "", false, false},
    {"one that fits day first alone", {"10/03/26", "30/10/26"}, "", false, false},
    {"the year first in four digits", {"2026-10-03"}, "", false, false},
    /* long ago is more than 14 years before today */
    {"14 years ago", {"28-11-2012"}, "", false, false},
    {"a day more", {"27-11-2012"}, "", false, true},
    {"a term long ago", {"+27-11-2012"}, "", false, true},
};

static void
take(struct evidence *evidence, const char *const dates[4], enum dates_order order)
{
	evidence_start(evidence, order, span_day_of(2026, 11, 28));
	for (unsigned i = 0; i < 4 && dates[i] != NULL; i++) {
		bool may_come = dates[i][0] == '+';
		const struct dated_cell cell = {
		    bytes_of(dates[i] + may_come), i + 2, COLUMN, may_come};

		evidence_add(evidence, &cell);
	}
}

static void
sheets_are_judged(void **state)
{
	struct evidence evidence;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sheet_rows); i++) {
		const struct sheet_row *row = &sheet_rows[i];
		const struct witness *against;
		struct bytes want = bytes_of(row->against + (row->against[0] == '+'));

		take(&evidence, row->dates, DATES_FOUND);
		against = evidence_against(&evidence);
		check_bytes(row->name, "against",
		    against == NULL ? (struct bytes){"", 0}
				    : (struct bytes){against->text, against->length},
		    want);
		check_number(
		    row->name, "ambiguous", evidence_is_ambiguous(&evidence), row->is_ambiguous);
		check_number(row->name, "old", evidence.old_line != 0, row->is_old);
		/* What a person says settles it. */
		take(&evidence, row->dates, DATES_DMY);
		assert_null(evidence_against(&evidence));
		assert_false(evidence_is_ambiguous(&evidence));
		check_number(row->name, "old, day first", evidence.old_line != 0, row->is_old);
	}
}

/* Where it stands is kept, of the first. */
static void
the_first_is_named(void **state)
{
	static const char *const dates[4] = {"3-10-2026", "10/13/26", "10/14/26"};
	struct evidence evidence;

	(void)state;
	take(&evidence, dates, DATES_FOUND);
	assert_int_equal(evidence_against(&evidence)->line, 3);
	assert_int_equal(evidence_against(&evidence)->column, COLUMN);
}

/* By another order another date is the old one. */
static void
old_as_it_is_read(void **state)
{
	static const char *const dates[4] = {"10/11/12"};
	struct evidence evidence;

	(void)state;
	take(&evidence, dates, DATES_YMD);
	assert_int_equal(evidence.old_line, 2);
	take(&evidence, dates, DATES_MDY);
	assert_int_equal(evidence.old_line, 2);
	evidence_start(&evidence, DATES_DMY, span_day_of(2026, 11, 8));
	evidence_add(&evidence, &(struct dated_cell){bytes_of("8/11/12"), 2, COLUMN, false});
	assert_int_equal(evidence.old_line, 0);
	evidence_start(&evidence, DATES_DMY, span_day_of(2028, 2, 29));
	evidence_add(&evidence, &(struct dated_cell){bytes_of("28-2-2014"), 2, COLUMN, false});
	assert_int_equal(evidence.old_line, 0);
	evidence_start(&evidence, DATES_DMY, span_day_of(2010, 1, 1));
	evidence_add(&evidence, &(struct dated_cell){bytes_of("1-1-2000"), 2, COLUMN, false});
	assert_int_equal(evidence.old_line, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sheets_are_judged),
	    cmocka_unit_test(the_first_is_named),
	    cmocka_unit_test(old_as_it_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
