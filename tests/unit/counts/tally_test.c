/*
 * Goal: each kind counts the cases and events that mc-counts(7) says, by the
 * dates of facts, at the end of every month, whatever the order of the records.
 */

#include "support/cases.h"

#include "counts/cells/tally.h"

/* The school year of the stories, which begins in August. */
enum { AUGUST = 26 * MONTHS_IN_YEAR + 8 };

static const struct {
	const char *name, *story, *month; /* in which the counts are told, of 2026 */
	const char *counted;		  /* the kinds that count 1, or more: "advice=2" */
} rows[] = {
    {"a fact in the month", "10-05 signal fear seen", "10", "cases new active"},
    {"a fact in an earlier month", "09-05 signal fear seen", "10", "cases new"},
    {"a fact of before the school year", "07-31 signal fear seen", "10", ""},
    {"a fact on its first day", "08-01 signal fear seen", "08", "cases new active"},
    {"a case of before that goes on", "05-05 signal fear seen; 10-31 need money", "10",
	"cases active"},
    {"a fact after the month", "11-01 signal fear seen", "10", ""},
    {"what the school came to know later counts on that day",
	"07-05 signal fear child 10-02; 11-05 need money", "10", "cases new active"},
    {"... and not before", "07-05 signal fear child 11-02", "10", ""},
    {"a consultation", "10-05 consult kernteam anonymous", "10", "cases new consulted active"},
    {"a consultation as what was done", "10-05 done af discuss", "10",
	"cases new consulted active"},
    {"a second consultation", "07-05 consult kernteam anonymous; 10-05 consult ggd anonymous", "10",
	"cases active"},
    {"a first one in a case of before", "07-05 signal fear seen; 10-05 consult ggd anonymous", "10",
	"cases consulted active"},
    {"a report is no consultation", "10-05 done veilig-thuis report", "10",
	"cases new report active"},
    {"a talk with the parents", "10-05 talk parents open", "10", "cases new talked active"},
    {"a talk with one parent", "10-05 talk one-parent open", "10", "cases new talked active"},
    {"a talk with the child alone", "10-05 talk child open", "10", "cases new active"},
    {"a talk that was not held", "10-05 talk parents skipped-safety", "10", "cases new active"},
    {"parents who were not reached", "10-05 talk parents unreached", "10", "cases new active"},
    {"a goal", "10-05 plan goal", "10", "cases new help active"},
    {"a term is no goal", "10-05 plan term - 12-01", "10", "cases new active"},
    {"help that was given", "10-05 done cjg help", "10", "cases new help active"},
    {"practical help", "10-05 done socius practical-help", "10", "cases new help active"},
    {"a joint talk", "10-05 done socius joint-talk", "10", "cases new help active"},
    {"closed", "10-05 signal fear seen; 10-06 answer suspicion no; 10-06 answer concern no", "10",
	"cases new closed active"},
    {"closed in an earlier month",
	"09-05 signal fear seen; 09-06 answer suspicion no; 09-06 answer concern no", "10",
	"cases new closed"},
    {"opened again",
	"09-05 signal fear seen; 09-06 answer suspicion no; 09-06 answer concern no; "
	"10-02 signal fear seen",
	"10", "cases new active"},
    {"... was closed in the month before",
	"09-05 signal fear seen; 09-06 answer suspicion no; 09-06 answer concern no; "
	"10-02 signal fear seen",
	"09", "cases new closed active"},
    {"closed before the year, without a fact in it",
	"05-05 signal fear seen; 05-06 answer suspicion no; 05-06 answer concern no", "10", ""},
    {"advice twice", "09-05 consult veilig-thuis anonymous; 10-05 done veilig-thuis advise-now",
	"10", "cases new consulted advice=2 active"},
    {"advice of before the year", "07-05 consult veilig-thuis anonymous; 10-05 need money", "10",
	"cases active"},
    {"three reports",
	"09-05 done veilig-thuis report-now; 09-06 done veilig-thuis report; "
	"10-05 done veilig-thuis add-to-report",
	"10", "cases new report=3 active"},
    {"feedback is no report", "10-05 done veilig-thuis feedback", "10", "cases new active"},
};

static void
take_all(struct tally *tally, const struct told_case *told, bool is_backward)
{
	for (size_t i = 0; i < told->count; i++)
		tally_take(tally, &told->record[is_backward ? told->count - 1 - i : i]);
}

/* Makes a year of one month, or more, with the school of the stories. */
static void
open_year(struct year *year, month_number first, month_number last)
{
	*year = (struct year){.first = first};
	units_add(&year->units, &(struct school){.code = record_read_school(BYTES("03AB00"))});
	year_grow(year, last);
}

static void
close_year(struct year *year)
{
	units_free(&year->units);
	year_free(year);
}

/* The number that stands behind a token in a list, 1 when none does, 0 when it is not there. */
static unsigned long
counted(const char *list, const char *token)
{
	size_t length = strlen(token);

	for (const char *at = list; (at = strstr(at, token)) != NULL; at += length) {
		char end = at[length];

		if (at != list && at[-1] != ' ')
			continue;
		if (end == '=')
			return strtoul(at + length + 1, NULL, 10);
		if (end == ' ' || end == '\0')
			return 1;
	}
	return 0;
}

static void
check_counts(const char *name, const struct year *year, size_t month, const char *list)
{
	for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++)
		check_number(name, kinds[kind].token, year_numbers(year, month, 0)[kind],
		    counted(list, kinds[kind].token));
}

static void
check_row(size_t row, month_number first, month_number last, bool is_backward)
{
	char text[MONTH_TEXT_SIZE];
	struct told_case told;
	struct tally tally;
	struct year year;

	snprintf(text, sizeof(text), "2026-%s", rows[row].month);
	month_number month = month_read(bytes_of(text));
	cases_tell(&told, rows[row].story);
	open_year(&year, first == NO_MONTH ? month : first, last == NO_MONTH ? month : last);
	tally_open(&tally, year.first, year_last(&year));
	take_all(&tally, &told, is_backward);
	tally_put(&tally, &year);
	check_counts(rows[row].name, &year, month - year.first, rows[row].counted);
	tally_close(&tally);
	close_year(&year);
}

static void
test_what_counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		check_row(i, NO_MONTH, NO_MONTH, false);
		check_row(i, NO_MONTH, NO_MONTH, true);
	}
}

/* Each month of a year is told as it would be alone. */
static void
test_all_months_of_a_year(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		check_row(i, AUGUST, AUGUST + 11, false);
		check_row(i, AUGUST, AUGUST + 11, true);
	}
}

/* Many cases are counted once each, and schools are kept apart. */
static void
test_many_cases(void **state)
{
	enum { CASES = 3000, SCHOOLS = 3 };
	struct year year = {.first = AUGUST};
	struct tally tally;
	char id[CASE_MAX_LENGTH + 1];

	(void)state;
	for (school_code code = 1; code <= SCHOOLS; code++)
		units_add(&year.units, &(struct school){.code = code});
	year_grow(&year, AUGUST);
	tally_open(&tally, AUGUST, AUGUST);
	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < CASES; i++) {
			struct record record = {.kind = KIND_NEED,
			    .school = (school_code)(i % SCHOOLS + 1),
			    .when = span_of_day(month_last_day(AUGUST))};

			snprintf(id, sizeof(id), "K-%zu", i / SCHOOLS);
			record.column[COLUMN_CASE] = bytes_of(id);
			tally_take(&tally, &record);
		}
	tally_put(&tally, &year);
	for (size_t school = 0; school < SCHOOLS; school++)
		assert_int_equal(year_numbers(&year, 0, school)[COUNT_CASES], CASES / SCHOOLS);
	tally_close(&tally);
	close_year(&year);
}

/* The events of a school are its own, whichever schools came before it; and however many there are,
 * they take no more memory. */
static void
test_many_events(void **state)
{
	enum { SCHOOLS = 101 };
	struct year year = {.first = AUGUST};
	struct tally tally;

	(void)state;
	for (school_code code = 1; code <= SCHOOLS; code++)
		units_add(&year.units, &(struct school){.code = code});
	year_grow(&year, AUGUST);
	tally_open(&tally, AUGUST, AUGUST);
	for (size_t i = 0; i < SCHOOLS * SCHOOLS; i++) {
		struct record record = {.kind = KIND_CONSULT,
		    .code = PARTNER_VEILIG_THUIS,
		    .school = 1 + (school_code)(3 * i % SCHOOLS),
		    .when = span_of_day(month_last_day(AUGUST))};

		record.column[COLUMN_CASE] = BYTES("K-1");
		/* So many of each school as its code says. */
		if (i / SCHOOLS < record.school)
			tally_take(&tally, &record);
	}
	tally_put(&tally, &year);
	for (size_t school = 0; school < SCHOOLS; school++)
		assert_int_equal(year_numbers(&year, 0, school)[COUNT_ADVICE], school + 1);
	assert_int_equal(tally.events_room, tally.schools.room);
	tally_close(&tally);
	close_year(&year);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_what_counts),
	    cmocka_unit_test(test_all_months_of_a_year),
	    cmocka_unit_test(test_many_cases),
	    cmocka_unit_test(test_many_events),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
