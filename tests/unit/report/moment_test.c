/*
 * Goal: every day that a paper writes, in whatever form and language, is found
 * in the text around it; what is no day is not.
 */

#include "support/check.h"

#include "paper/date.h"
#include "paper/moment.h"

static const struct moment_row {
	enum language language;
	const char *text;
	const char *datetime; /* NULL: there is no day */
	const char *found;    /* what of the text it is */
} rows[] = {
    {DUTCH, "op 30 oktober 2026.", "2026-10-30", "30 oktober 2026"},
    {DUTCH, "1 mei 2026, 8.05 uur: zei", "2026-05-01T08:05", "1 mei 2026, 8.05 uur"},
    {DUTCH, "5 mei 2026, 8 kinderen", "2026-05-05", "5 mei 2026"},
    {DUTCH, "vr 30 okt, K-1", "10-30", "30 okt"},
    {DUTCH, "vr 8 jan 2027", "2027-01-08", "8 jan 2027"},
    {DUTCH, "vrijdag 8 januari 2027", "2027-01-08", "8 januari 2027"},
    {DUTCH, "graag in maart 2026;", "2026-03", "maart 2026"},
    {DUTCH, "in maart, en op 2 mrt", "03-02", "2 mrt"},
    {ENGLISH, "on 3 May 2026, 14:05", "2026-05-03T14:05", "3 May 2026, 14:05"},
    {ENGLISH, "Fri 30 Oct", "10-30", "30 Oct"},
    {DUTCH, "groep 7, 12 kinderen", NULL, NULL},
    {DUTCH, "112 oktober", NULL, NULL},
    {DUTCH, "3 oktoberfeesten", NULL, NULL},
    {DUTCH, "oktober 12", NULL, NULL},
    {DUTCH, "oktober 20261", NULL, NULL},
    {DUTCH, "0800-2000", NULL, NULL},
    {DUTCH, "K1 mei", NULL, NULL},
    {DUTCH, "30 ", NULL, NULL},
    {DUTCH, "", NULL, NULL},
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct moment_row *row = &rows[i];
		struct moment read;

		print_message("# \"%s\"\n", row->text);
		assert_int_equal(
		    moment_find(bytes_of(row->text), row->language, &read), row->datetime != NULL);
		if (row->datetime == NULL)
			continue;
		assert_string_equal(read.datetime, row->datetime);
		assert_true(bytes_equal(read.text, bytes_of(row->found)));
	}
}

/* Whatever date.h writes can be read. */
static void
test_written(void **state)
{
	(void)state;
	for (enum language language = DUTCH; language <= ENGLISH; language++)
		for (enum date_form form = DATE_WEEKDAY; form <= DATE_MONTH; form++)
			for (day_number day = 9000; day < 9400; day++) {
				char text[DATE_SIZE];
				struct moment read;

				date_of_day(day, form, language, text);
				assert_true(moment_find(bytes_of(text), language, &read));
				assert_ptr_equal(
				    read.text.at + read.text.length, text + strlen(text));
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_written),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
