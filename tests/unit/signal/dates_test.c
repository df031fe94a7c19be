/*
 * Goal: a date is read as the day and minute it says, in each order, or not at
 * all; what is written is read back the same; month-first dates are known.
 */

#include "support/check.h"

#include "sheet/dates.h"

struct row {
	const char *written;
	enum dates_order order;
	const char *want; /* "" for no date */
};

static const struct row rows[] = {
    /* Day first: what people and spreadsheets write here. */
    {"2026-10-03", DATES_FOUND, "2026-10-03"},
    {"3-10-2026", DATES_FOUND, "2026-10-03"},
    {"03-10-2026", DATES_FOUND, "2026-10-03"},
    {"3/10/2026", DATES_FOUND, "2026-10-03"},
    {"03-10-26", DATES_FOUND, "2026-10-03"},
    {"1-2-03", DATES_FOUND, "2003-02-01"},
    {"26-10-03", DATES_FOUND, "2003-10-26"},
    {"3-10-2026 9:05", DATES_FOUND, "2026-10-03T09:05"},
    {"3-10-2026 09:05:00", DATES_FOUND, "2026-10-03T09:05"},
    {"3-10-2026T09:05", DATES_FOUND, "2026-10-03T09:05"},
    {"\t 3-10-2026 \xC2\xA0", DATES_FOUND, "2026-10-03"},
    {"10/13/26", DATES_FOUND, ""},
    /* The order said. */
    {"10/13/26", DATES_MDY, "2026-10-13"},
    {"10/3/26", DATES_MDY, "2026-10-03"},
    {"13/10/26", DATES_MDY, ""},
    {"10/3/26", DATES_DMY, "2026-03-10"},
    {"26-10-03", DATES_YMD, "2026-10-03"},
    {"26/1/2", DATES_YMD, "2026-01-02"},
    {"3-10-2026", DATES_YMD, ""},
    {"2026-10-03", DATES_MDY, "2026-10-03"},
    {"2026-10-03", DATES_DMY, "2026-10-03"},
    {"2026-13-03", DATES_DMY, ""},
    /* As records have it, or nearly. */
    {"2026-10-03", DATES_RECORD, "2026-10-03"},
    {"2026-1-3", DATES_RECORD, "2026-01-03"},
    {"2026/10/03 9:05", DATES_RECORD, "2026-10-03T09:05"},
    {"26-10-03", DATES_RECORD, ""},
    {"03-10-26", DATES_RECORD, ""},
    {"3-10-2026", DATES_RECORD, ""},
    /* Borders. */
    {"29-2-2028", DATES_DMY, "2028-02-29"},
    {"29-2-2100", DATES_DMY, ""},
    {"1-1-2000", DATES_DMY, "2000-01-01"},
    {"31-12-1999", DATES_DMY, ""},
    {"31-12-2199", DATES_DMY, "2199-12-31"},
    {"1-1-2200", DATES_DMY, ""},
    {"3-10-2026 23:59:59", DATES_DMY, "2026-10-03T23:59"},
    {"3-10-2026 24:00", DATES_DMY, ""},
    {"3-10-2026 9:60", DATES_DMY, ""},
    {"3-10-2026 9:05:60", DATES_DMY, ""},
    /* No dates. */
    {"", DATES_DMY, ""},
    {" ", DATES_DMY, ""},
    {"3", DATES_DMY, ""},
    {"3-10", DATES_DMY, ""},
    {"3-10-", DATES_DMY, ""},
    {"-3-10-2026", DATES_DMY, ""},
    {"3--10-2026", DATES_DMY, ""},
    {"3-10/2026", DATES_DMY, ""},
    {"3/10-2026", DATES_DMY, ""},
    {"3 10 2026", DATES_DMY, ""},
    {"3.10.2026", DATES_DMY, ""},
    {"003-10-2026", DATES_DMY, ""},
    {"3-010-2026", DATES_DMY, ""},
    {"3-10-026", DATES_DMY, ""},
    {"3-10-02026", DATES_DMY, ""},
    {"3-10-99999999999999999999", DATES_DMY, ""},
    {"3-10-2026 ", DATES_DMY, "2026-10-03"},
    {"3-10-2026T", DATES_DMY, ""},
    {"3-10-2026 9", DATES_DMY, ""},
    {"3-10-2026 9:", DATES_DMY, ""},
    {"3-10-2026 :05", DATES_DMY, ""},
    {"3-10-2026 009:05", DATES_DMY, ""},
    {"3-10-2026 9:005", DATES_DMY, ""},
    {"3-10-2026 9:5", DATES_DMY, ""},
    {"3-10-2026 9:05:", DATES_DMY, ""},
    {"3-10-2026 9:05:0", DATES_DMY, ""},
    {"3-10-2026 9:05:00.5", DATES_DMY, ""},
    {"3-10-2026 9:05x", DATES_DMY, ""},
    {"3-10-2026x", DATES_DMY, ""},
    {"3-10-2026 -9:05", DATES_DMY, ""},
    {"\xEF\xBC\x93-10-2026", DATES_DMY, ""},
};

static void
dates_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct span span = {0, 0};
		char text[DATES_TEXT_SIZE] = "";
		bool is_date = dates_read(bytes_of(rows[i].written), rows[i].order, &span);

		if (is_date)
			dates_write(span, text);
		check_string(rows[i].written, "it", text, rows[i].want);
		check_number(rows[i].written, "a date", is_date, rows[i].want[0] != '\0');
	}
}

/* Not a byte behind the text is looked at. */
static void
text_ends_where_it_ends(void **state)
{
	struct span span;
	char text[DATES_TEXT_SIZE];
	const char written[] = "3-10-2026 9:05:00";

	(void)state;
	assert_true(dates_read((struct bytes){written, 8}, DATES_DMY, &span) == false);
	assert_true(dates_read((struct bytes){written, 9}, DATES_DMY, &span));
	assert_string_equal(dates_write(span, text), "2026-10-03");
	assert_true(dates_read((struct bytes){written, 14}, DATES_DMY, &span));
	assert_string_equal(dates_write(span, text), "2026-10-03T09:05");
	assert_true(dates_read((struct bytes){NULL, 0}, DATES_DMY, &span) == false);
}

static void
month_first_is_known(void **state)
{
	static const struct {
		const char *written;
		bool want;
	} dates[] = {
	    {"10/13/26", true},
	    {"10-13-2026", true},
	    {"1/31/2026 9:05", true},
	    {"12/31/26", true},
	    {"2/29/28", true},
	    {"2/29/27", false},	 /* no date at all */
	    {"10/12/26", false}, /* may be either */
	    {"13/10/26", false},
	    {"2026-10-13", false},
	    {"2026-13-10", false},
	    {"13/13/26", false},
	    {"", false},
	    {"fout", false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(dates); i++)
		check_number(dates[i].written, "month first",
		    dates_is_month_first(bytes_of(dates[i].written)), dates[i].want);
}

/* Every day and some minutes, in every form that is written for it. */
static void
what_is_written_is_read(void **state)
{
	static const struct {
		const char *form;
		enum dates_order order;
	} forms[] = {{"%3$u-%2$u-%1$u", DATES_FOUND}, {"%3$02u/%2$02u/%1$04u", DATES_DMY},
	    {"%2$u/%3$u/%1$u", DATES_MDY}, {"%1$04u-%2$02u-%3$02u", DATES_RECORD},
	    {"%1$u/%2$u/%3$u", DATES_YMD}};

	(void)state;
	for (day_number day = 1; day <= LAST_DAY; day += 7) {
		unsigned year, month, of_month;
		char want[DATES_TEXT_SIZE], got[DATES_TEXT_SIZE];
		struct span minute = span_of_minute(day, day % 1440), span;

		span_date_of(day, &year, &month, &of_month);
		for (size_t i = 0; i < COUNT_OF(forms); i++) {
			char written[32];

			snprintf(written, sizeof(written), forms[i].form, year, month, of_month);
			assert_true(dates_read(bytes_of(written), forms[i].order, &span));
			check_string(written, "it", dates_write(span, got),
			    dates_write(span_of_day(day), want));
		}
		dates_write(minute, want);
		assert_true(dates_read(bytes_of(want), DATES_RECORD, &span));
		check_string(want, "it", dates_write(span, got), want);
	}
}

static void
orders_have_names(void **state)
{
	enum dates_order order = DATES_FOUND;

	(void)state;
	assert_true(dates_read_order("dmy", &order) && order == DATES_DMY);
	assert_true(dates_read_order("mdy", &order) && order == DATES_MDY);
	assert_true(dates_read_order("ymd", &order) && order == DATES_YMD);
	assert_false(dates_read_order("DMY", &order));
	assert_false(dates_read_order("", &order));
	assert_int_equal(order, DATES_YMD);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_are_read),
	    cmocka_unit_test(text_ends_where_it_ends),
	    cmocka_unit_test(month_first_is_known),
	    cmocka_unit_test(what_is_written_is_read),
	    cmocka_unit_test(orders_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
