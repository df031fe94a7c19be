/*
 * Goal: a date is read as the day and minute it says, in each order, or not at
 * all, with the reason why; what is written is read back the same.
 */

#include "support/check.h"

#include "sheet/dates.h"
#include "sheet/ids.h"

static const struct row {
	const char *written;
	enum dates_order order;
	const char *want; /* "" for no date */
} rows[] = {
    /* Day first: what people and spreadsheets write here. */
    {"2026-10-03", DATES_FOUND, "2026-10-03"},
    {"3-10-2026", DATES_FOUND, "2026-10-03"},
    {"03-10-2026", DATES_FOUND, "2026-10-03"},
    {"3/10/2026", DATES_FOUND, "2026-10-03"},
    {"3.10.2026", DATES_FOUND, "2026-10-03"},
    {"03.10.26", DATES_FOUND, "2026-10-03"},
    {"3 10 2026", DATES_FOUND, "2026-10-03"},
    {"3. 10. 2026", DATES_FOUND, "2026-10-03"},
    {"3 - 10 - 2026", DATES_FOUND, "2026-10-03"},
    {"3\xE2\x80\x93"
     "10\xE2\x80\x93"
     "2026",
	DATES_FOUND, "2026-10-03"},
    {"3\xE2\x88\x92"
     "10\xE2\x80\x91"
     "2026",
	DATES_FOUND, "2026-10-03"},
    {"2026.10.03", DATES_FOUND, "2026-10-03"},
    {"2026 10 3", DATES_FOUND, "2026-10-03"},
    {"03-10-26", DATES_FOUND, "2026-10-03"},
    {"1-2-03", DATES_FOUND, "2003-02-01"},
    {"26-10-03", DATES_FOUND, "2003-10-26"},
    {"\t 3-10-2026 \xC2\xA0", DATES_FOUND, "2026-10-03"},
    {"10/13/26", DATES_FOUND, ""},
    /* Months by name, in Dutch and English, or by their first letters. */
    {"3-okt-26", DATES_FOUND, "2026-10-03"},
    {"3 okt. 2026", DATES_FOUND, "2026-10-03"},
    {"3 oktober 2026", DATES_FOUND, "2026-10-03"},
    {"3 OKTOBER 2026", DATES_FOUND, "2026-10-03"},
    {"3 October 2026", DATES_FOUND, "2026-10-03"},
    {"3-oct-2026", DATES_FOUND, "2026-10-03"},
    {"3/okt/26", DATES_FOUND, "2026-10-03"},
    {"3. okt '26", DATES_FOUND, "2026-10-03"},
    {"3 okto 2026", DATES_FOUND, "2026-10-03"},
    {"2026-okt-3", DATES_FOUND, "2026-10-03"},
    {"2026 oktober 3", DATES_FOUND, "2026-10-03"},
    {"October 3, 2026", DATES_FOUND, "2026-10-03"},
    {"okt 3 2026", DATES_MDY, "2026-10-03"},
    {"1 jan 26", DATES_FOUND, "2026-01-01"},
    {"1 feb 26", DATES_FOUND, "2026-02-01"},
    {"1 mrt 26", DATES_FOUND, "2026-03-01"},
    {"1 maart 26", DATES_FOUND, "2026-03-01"},
    {"1 maa 26", DATES_FOUND, "2026-03-01"},
    {"1 mar 26", DATES_FOUND, "2026-03-01"},
    {"1 apr 26", DATES_FOUND, "2026-04-01"},
    {"1 mei 26", DATES_FOUND, "2026-05-01"},
    {"1 may 26", DATES_FOUND, "2026-05-01"},
    {"1 jun 26", DATES_FOUND, "2026-06-01"},
    {"1 juli 26", DATES_FOUND, "2026-07-01"},
    {"1 aug 26", DATES_FOUND, "2026-08-01"},
    {"1 sept 26", DATES_FOUND, "2026-09-01"},
    {"1 nov 26", DATES_FOUND, "2026-11-01"},
    {"1 december 26", DATES_FOUND, "2026-12-01"},
    {"1 ju 26", DATES_FOUND, ""},
    {"1 ok 26", DATES_FOUND, ""},
    {"1 oktoberr 26", DATES_FOUND, ""},
    {"1 brumaire 26", DATES_FOUND, ""},
    {"okt okt 2026", DATES_FOUND, ""},
    {"3 2026 okt", DATES_FOUND, ""},
    /* A weekday says nothing that is needed. */
    {"wo 3 oktober 2026", DATES_FOUND, "2026-10-03"},
    {"za 3-10-2026", DATES_FOUND, "2026-10-03"},
    {"za. 3-10-2026", DATES_FOUND, "2026-10-03"},
    {"zaterdag 3 oktober 2026", DATES_FOUND, "2026-10-03"},
    {"Saturday, 3 October 2026", DATES_FOUND, "2026-10-03"},
    {"Sat Oct 3 2026", DATES_FOUND, "2026-10-03"},
    {"z 3-10-2026", DATES_FOUND, ""},
    {"zaterdagg 3-10-2026", DATES_FOUND, ""},
    {"zaterdag", DATES_FOUND, ""},
    /* Times. */
    {"3-10-2026 9:05", DATES_FOUND, "2026-10-03T09:05"},
    {"3-10-2026 09:05:00", DATES_FOUND, "2026-10-03T09:05"},
    {"3-10-2026T09:05", DATES_FOUND, "2026-10-03T09:05"},
    {"3-10-2026 14.30", DATES_FOUND, "2026-10-03T14:30"},
    {"3.10.2026 14.30", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 14u30", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 14U30", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 14h30", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026, 14:30", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 om 14:30", DATES_FOUND, "2026-10-03T14:30"},
    {"3 oktober 2026 om 14.30 uur", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 14:30 u.", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 14:30:00.000", DATES_FOUND, "2026-10-03T14:30"},
    {"2026-10-03T14:30:59,5", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 14.30.00", DATES_FOUND, "2026-10-03T14:30"},
    {"3-10-2026 9 uur", DATES_FOUND, "2026-10-03T09:00"},
    {"3-10-2026 9u", DATES_FOUND, "2026-10-03T09:00"},
    {"3-10-2026 0:01", DATES_FOUND, "2026-10-03T00:01"},
    {"3-10-2026 23:59:59", DATES_DMY, "2026-10-03T23:59"},
    /* 0:00 is what a spreadsheet writes when it knows of no time. */
    {"3-10-2026 0:00", DATES_FOUND, "2026-10-03"},
    {"3-10-2026 00:00:00", DATES_FOUND, "2026-10-03"},
    {"2026-10-03T00:00:00.000", DATES_FOUND, "2026-10-03"},
    {"3-10-2026 0.00 uur", DATES_FOUND, "2026-10-03"},
    {"3-10-2026 0u00", DATES_FOUND, "2026-10-03"},
    {"3-10-2026 0:00:30", DATES_FOUND, "2026-10-03"},
    {"3-10-2026 00:01:00", DATES_FOUND, "2026-10-03T00:01"},
    /* The order said. */
    {"10/13/26", DATES_MDY, "2026-10-13"},
    {"10/3/26", DATES_MDY, "2026-10-03"},
    {"13/10/26", DATES_MDY, ""},
    {"3-okt-26", DATES_MDY, "2026-10-03"},
    {"10/3/26", DATES_DMY, "2026-03-10"},
    {"26-10-03", DATES_YMD, "2026-10-03"},
    {"26-okt-03", DATES_YMD, "2026-10-03"},
    {"26/1/2", DATES_YMD, "2026-01-02"},
    {"26/1/02", DATES_YMD, "2026-01-02"},
    {"3-10-2026", DATES_YMD, ""},
    {"3 oktober 2026", DATES_YMD, "2026-10-03"},
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
    {"3 oktober 2026", DATES_RECORD, ""},
    /* Borders. */
    {"29-2-2028", DATES_DMY, "2028-02-29"},
    {"29-2-2100", DATES_DMY, ""},
    {"1-1-2000", DATES_DMY, "2000-01-01"},
    {"31-12-2199", DATES_DMY, "2199-12-31"},
    /* No dates. */
    {"", DATES_DMY, ""},
    {" ", DATES_DMY, ""},
    {"3", DATES_DMY, ""},
    {"-3-10-2026", DATES_DMY, ""},
    {"3--10-2026", DATES_DMY, ""},
    {"3-10/2026", DATES_DMY, ""},
    {"3/10-2026", DATES_DMY, ""},
    {"3,10,2026", DATES_DMY, ""},
    {"003-10-2026", DATES_DMY, ""},
    {"3-010-2026", DATES_DMY, ""},
    {"3-10-026", DATES_DMY, ""},
    {"3-10-6", DATES_DMY, ""},
    {"3-10-02026", DATES_DMY, ""},
    {"3-10-99999999999999999999", DATES_DMY, ""},
    {"20261003", DATES_DMY, ""},
    {"3-10-2026T", DATES_DMY, ""},
    {"3-10-2026 9", DATES_DMY, ""},
    {"3-10-2026 9:", DATES_DMY, ""},
    {"3-10-2026 :05", DATES_DMY, ""},
    {"3-10-2026 009:05", DATES_DMY, ""},
    {"3-10-2026 9:005", DATES_DMY, ""},
    {"3-10-2026 9:5", DATES_DMY, ""},
    {"3-10-2026 9:05:", DATES_DMY, ""},
    {"3-10-2026 9:05:0", DATES_DMY, ""},
    {"3-10-2026 9:05:00.", DATES_DMY, ""},
    {"3-10-2026 9:05x", DATES_DMY, ""},
    {"3-10-2026 9:05-10:30", DATES_DMY, ""},
    {"3-10-20269:05", DATES_DMY, ""},
    {"3-10-2026om 9:05", DATES_DMY, ""},
    {"3-10-2026 om", DATES_DMY, ""},
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

static const struct flaw_row {
	const char *written;
	enum dates_flaw flaw;
	unsigned month; /* of DATES_NO_DAY */
} flaw_rows[] = {
    {"31-11-2025", DATES_NO_DAY, 11},
    {"30 februari 2025", DATES_NO_DAY, 2},
    {"0-10-2025", DATES_NO_DAY, 0},
    {"3-0-2025", DATES_NO_DAY, 0},
    {"3-13-2025", DATES_NO_DAY, 0},
    {"2025-13-03", DATES_NO_DAY, 0},
    {"2025-02-30", DATES_NO_DAY, 2},
    {"10/13/26", DATES_NO_DAY, 0},
    {"3-10", DATES_NO_YEAR, 0},
    {"3 okt", DATES_NO_YEAR, 0},
    {"3 oktober", DATES_NO_YEAR, 0},
    {"okt 3", DATES_NO_YEAR, 0},
    {"wo 3 okt.", DATES_NO_YEAR, 0},
    {"3-10 14:30", DATES_NO_YEAR, 0},
    {"3 okt 14:30", DATES_NO_YEAR, 0},
    {"3-10-1999", DATES_BAD_YEAR, 0},
    {"3-10-2200", DATES_BAD_YEAR, 0},
    {"0026-10-03", DATES_BAD_YEAR, 0},
    {"3-10-2025 24:00", DATES_NO_TIME, 0},
    {"3-10-2025 9:60", DATES_NO_TIME, 0},
    {"3-10-2025 9:05:60", DATES_NO_TIME, 0},
    {"46298", DATES_NUMBER, 0},
    {"46298,604166", DATES_NUMBER, 0},
    {"46298.5", DATES_NUMBER, 0},
    {"36526", DATES_NUMBER, 0},
    {"109574", DATES_NUMBER, 0},
    {"36525", DATES_NONSENSE, 0},
    {"109575", DATES_NONSENSE, 0},
    {"2025-10-03T09:05Z", DATES_ZONE, 0},
    {"2025-10-03T09:05:00.000Z", DATES_ZONE, 0},
    {"2025-10-03T09:05+02:00", DATES_ZONE, 0},
    {"2025-10-03T09:05-05:00", DATES_ZONE, 0},
    {"3-10-2025 9:05 CET", DATES_ZONE, 0},
    {"Fri Oct 3 2025 09:05:00 GMT+0200", DATES_ZONE, 0},
    {"3-10-2025 9:05 PM", DATES_HALF, 0},
    {"3-10-2025 9:05am", DATES_HALF, 0},
    {"3-10-2025 9 p.m.", DATES_HALF, 0},
    {"10/13/25 9:05:00 AM", DATES_HALF, 0},
    {"#", DATES_NARROW, 0},
    {"##########", DATES_NARROW, 0},
    {"gisteren", DATES_NONSENSE, 0},
    {"3-10-2025 9:00-10:30", DATES_NONSENSE, 0},
    {"3-10-2025 9:05 amst", DATES_NONSENSE, 0},
};

static void
flaws_have_reasons(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(flaw_rows); i++) {
		const struct flaw_row *row = &flaw_rows[i];
		struct span span;

		check_number(row->written, "flaw",
		    dates_try(bytes_of(row->written), DATES_FOUND, &span), row->flaw);
		if (row->flaw == DATES_NO_DAY)
			check_number(row->written, "month",
			    dates_month(bytes_of(row->written), DATES_FOUND), row->month);
	}
}

static void
times_by_themselves(void **state)
{
	static const struct {
		const char *written;
		enum dates_flaw flaw;
		unsigned minute;
		bool has_time;
	} times[] = {
	    {"9:05", DATES_FINE, 545, true},
	    {"om 9.05 uur", DATES_FINE, 545, true},
	    {"14u30", DATES_FINE, 870, true},
	    {"9 uur", DATES_FINE, 540, true},
	    {"0:00", DATES_FINE, 0, false},
	    {"00:00:00", DATES_FINE, 0, false},
	    {"0:00:30", DATES_FINE, 0, false},
	    {"24:00", DATES_NO_TIME, 0, false},
	    {"9:05 PM", DATES_HALF, 0, false},
	    {"####", DATES_NARROW, 0, false},
	    {"ochtend", DATES_NONSENSE, 0, false},
	    {"", DATES_NONSENSE, 0, false},
	    {"9", DATES_NONSENSE, 0, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(times); i++) {
		unsigned minute = 7777;
		bool has_time = false;

		check_number(times[i].written, "flaw",
		    dates_read_time(bytes_of(times[i].written), &minute, &has_time), times[i].flaw);
		if (times[i].flaw != DATES_FINE)
			continue;
		check_number(times[i].written, "minute", minute, times[i].minute);
		check_number(times[i].written, "has time", has_time, times[i].has_time);
	}
}

/* Not a byte behind the text is looked at. */
static void
text_ends_where_it_ends(void **state)
{
	static const char *const written[] = {"3-10-2026 9:05:00",
	    "zaterdag 3 oktober 2026 om 14.30 uur", "3-okt-26 9:05 PM", "46298,5"};
	struct span span;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(written); i++)
		for (size_t length = 0; length <= strlen(written[i]); length++) {
			char *copy = malloc(length + 1);

			memcpy(copy, written[i], length);
			(void)dates_try((struct bytes){copy, length}, DATES_DMY, &span);
			free(copy);
		}
	assert_true(dates_read((struct bytes){written[0], 9}, DATES_DMY, &span));
	assert_true(span_is_whole_day(span));
	assert_true(dates_read((struct bytes){written[0], 14}, DATES_DMY, &span));
	assert_false(span_is_whole_day(span));
	assert_false(dates_read((struct bytes){NULL, 0}, DATES_DMY, &span));
}

/* Every day and some minutes, in every form that is written for it. */
static void
what_is_written_is_read(void **state)
{
	static const struct {
		const char *form;
		enum dates_order order;
	} forms[] = {{"%3$u-%2$u-%1$u", DATES_FOUND}, {"%3$02u/%2$02u/%1$04u", DATES_DMY},
	    {"%3$u.%2$u.%1$u", DATES_FOUND}, {"%2$u/%3$u/%1$u", DATES_MDY},
	    {"%1$04u-%2$02u-%3$02u", DATES_RECORD}, {"%1$u/%2$u/%3$u", DATES_YMD}};

	(void)state;
	for (day_number day = 1; day <= LAST_DAY; day += 7) {
		unsigned year, month, of_month;
		char want[DATES_TEXT_SIZE], got[DATES_TEXT_SIZE];
		struct span minute = span_of_minute(day, 1 + day % 1439), span;

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

/* What a spreadsheet makes of an id, and what people make up themselves. */
static void
ids_that_are_spoilt(void **state)
{
	static const char *const spoilt[] = {"1-mrt", "12-jan", "3-okt-26", "mrt-26", "okt-2026",
	    "3-10-2026", "03-10-26", "2026-10-03", "3.10.2026", "2E12", "2e12", "2E+12", "1,2E+08",
	    "1.5E3", "WAAR", "Onwaar", "TRUE", "false", "10-13-26"};
	static const char *const whole[] = {"K-2603", "k1", "007", "7", "Z2026-014", "2026-01",
	    "2026-001", "1-3", "12", "A", "E12", "2E", "2EX12", "WAARDE", "true-1", "mrt",
	    "Maart7x", "1-2-3", "20261003", "20261005-01", "case-12.3", "S01-E02", "03AB00",
	    "x.y_z", "okt", "decaan-12x"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(spoilt); i++)
		check_number(spoilt[i], "is spoilt", ids_is_spoilt(bytes_of(spoilt[i])), true);
	for (size_t i = 0; i < COUNT_OF(whole); i++)
		check_number(whole[i], "is spoilt", ids_is_spoilt(bytes_of(whole[i])), false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(dates_are_read),
	    cmocka_unit_test(flaws_have_reasons),
	    cmocka_unit_test(times_by_themselves),
	    cmocka_unit_test(text_ends_where_it_ends),
	    cmocka_unit_test(what_is_written_is_read),
	    cmocka_unit_test(orders_have_names),
	    cmocka_unit_test(ids_that_are_spoilt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
