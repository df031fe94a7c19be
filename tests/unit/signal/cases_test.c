/*
 * Goal: ids that differ in capitals, marks or leading zeros alone are twins, no
 * others are, and each is found again among however many.
 */

#include "support/check.h"

#include "store/cases.h"

static void
twins(void **state)
{
	static const struct {
		const char *one, *other;
		bool are_twins;
	} rows[] = {
	    {"K-2603", "k-2603", true},
	    {"007", "7", true},
	    {"K-025", "K-25", true},
	    {"K-2603", "K2603", true},
	    {"K-2603", "K_2603", true},
	    {"K-2603", "K.2603", true},
	    {"K-2603", "K-2603.", true},
	    {"K-2603", "K-2603-", true},
	    {"1", "1.0", true},
	    {"12", "12.00", true},
	    {"K-0", "K-00", true},
	    {"a-b", "A.B", true},
	    {"2026-014", "2026-14", true},
	    {"2026-014", "2026.14", true},
	    {"202614", "2026-014", true},
	    {"K-1-2", "K-12", true},
	    {"11-1", "1-11", false},
	    {"own-1-11", "own-11-1", false},
	    {"1-2-3", "12-3", true},
	    {"1-23", "12-3", false},
	    {"K-2603", "K-2604", false},
	    {"K-2603", "K-26030", false},
	    {"10", "1", false},
	    {"100", "10", false},
	    {"K-10", "K-1", false},
	    {"K-0", "K", false},
	    {"0", "00", true},
	    {"0", "o", false},
	    {"K-205", "K-25", false},
	    {"ab", "ba", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct cases cases;
		size_t twin, one, other;

		cases_open(&cases);
		one = cases_add(&cases, 7, bytes_of(rows[i].one), &twin);
		check_number(rows[i].one, "alone", twin, cases.count);
		check_number(rows[i].other, "has its key",
		    cases_have_key(&cases, 7, bytes_of(rows[i].other)), rows[i].are_twins);
		assert_false(cases_have_key(&cases, 8, bytes_of(rows[i].one)));
		other = cases_add(&cases, 7, bytes_of(rows[i].other), &twin);
		check_number(rows[i].other, "twin", twin, rows[i].are_twins ? one : cases.count);
		/* Once more it is told no more, nor at another school. */
		check_number(rows[i].other, "again",
		    cases_add(&cases, 7, bytes_of(rows[i].other), &twin), other);
		check_number(rows[i].other, "again, twin", twin, cases.count);
		cases_add(&cases, 8, bytes_of(rows[i].other), &twin);
		check_number(rows[i].other, "elsewhere, twin", twin, cases.count);
		cases_close(&cases);
	}
}

static void
many_cases(void **state)
{
	enum { MANY = 20000 };
	struct cases cases;
	char id[CASE_ID_SIZE];
	size_t twin;

	(void)state;
	cases_open(&cases);
	for (int again = 0; again < 2; again++)
		for (unsigned i = 0; i < MANY; i++) {
			snprintf(id, sizeof(id), "K-%u", i);
			assert_int_equal(cases_add(&cases, 7, bytes_of(id), &twin), i);
			assert_int_equal(twin, cases.count);
		}
	for (unsigned i = 0; i < MANY; i++) {
		snprintf(id, sizeof(id), "k-00%u", i);
		assert_int_equal(cases_add(&cases, 7, bytes_of(id), &twin), MANY + i);
		assert_int_equal(twin, i);
	}
	/* The longest id. */
	memset(id, 'x', sizeof(id) - 1);
	id[sizeof(id) - 1] = '\0';
	cases_add(&cases, 7, bytes_of(id), &twin);
	assert_string_equal(cases.list[2 * MANY].id, id);
	assert_string_equal(cases.list[2 * MANY].key, id);
	cases_close(&cases);
}

static struct record
record_of(enum word kind, const char *date, const char *due)
{
	struct record record = {
	    .kind = kind, .school = 7, .column = {[COLUMN_CASE] = BYTES("K-1")}};

	assert_true(span_read(bytes_of(date), &record.when));
	record.due = span_read_day(bytes_of(due));
	return record;
}

/* A signal below an answer that came after it, in one sheet, or behind one in a sheet before. */
static void
signals_below_answers(void **state)
{
	static const struct {
		unsigned sheet;
		enum word kind;
		const char *date, *due;
		enum place place;
	} rows[] = {
	    {1, KIND_SIGNAL, "2026-10-01", "", PLACE_FINE},
	    {1, KIND_ANSWER, "2026-10-05", "", PLACE_FINE},
	    {1, KIND_SIGNAL, "2026-10-03", "", PLACE_BELOW},
	    {1, KIND_SIGNAL, "2026-10-05", "", PLACE_FINE},
	    {1, KIND_SIGNAL, "2026-10-03", "2026-10-06", PLACE_FINE},
	    {1, KIND_SIGNAL, "2026-10-03", "2026-10-04", PLACE_BELOW},
	    {1, KIND_TALK, "2026-10-03", "", PLACE_FINE},
	    {1, KIND_ANSWER, "2026-10-02", "", PLACE_FINE},
	    {1, KIND_SIGNAL, "2026-10-03", "", PLACE_BELOW},
	    {2, KIND_SIGNAL, "2026-10-03", "", PLACE_BEHIND},
	    {2, KIND_SIGNAL, "2026-10-03", "2026-10-04", PLACE_BEHIND},
	    {2, KIND_SIGNAL, "2026-10-03", "2026-10-06", PLACE_FINE},
	    {2, KIND_TALK, "2026-10-03", "", PLACE_FINE},
	    {2, KIND_ANSWER, "2026-10-05T10:00", "", PLACE_FINE},
	    {2, KIND_SIGNAL, "2026-10-05T09:59", "", PLACE_BELOW},
	    {2, KIND_SCHOOL, "2026-10-03", "", PLACE_FINE},
	    {3, KIND_ANSWER, "2026-10-01", "", PLACE_FINE},
	    {4, KIND_SIGNAL, "2026-10-05T09:59", "", PLACE_BEHIND},
	    {4, KIND_SIGNAL, "2026-10-05T10:00", "", PLACE_FINE},
	};
	struct cases cases;

	(void)state;
	cases_open(&cases);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct record record = record_of(rows[i].kind, rows[i].date, rows[i].due);

		while (cases.sheet < rows[i].sheet)
			cases_start_sheet(&cases);
		check_number(rows[i].date, "place", cases_take_row(&cases, &record), rows[i].place);
	}
	assert_int_equal(cases.count, 1);
	cases_close(&cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(twins),
	    cmocka_unit_test(many_cases),
	    cmocka_unit_test(signals_below_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
