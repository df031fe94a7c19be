/*
 * Goal: of each case the newest signal counts, by the rules of time, whatever
 * the order of the records; and of several referrals the first in rank.
 */

#include "support/check.h"

#include "counts/cells/tally.h"

enum { RECORDS_MAX = 8 };

struct told {
	const char *date; /* without its year */
	enum word signal;
};

static const struct {
	const char *name;
	struct told told[RECORDS_MAX];
	enum signal_group group;
} rows[] = {
    {"no signal", {{NULL, WORD_NONE}}, SIGNAL_GROUP_OTHER},
    {"one", {{"10-01", SIGNAL_FEAR}}, SIGNAL_GROUP_CHILD},
    {"a later day", {{"10-01", SIGNAL_FEAR}, {"10-02", SIGNAL_LATE}}, SIGNAL_GROUP_ABSENCE},
    {"a later minute", {{"10-01T09:00", SIGNAL_INJURY}, {"10-01T09:01", SIGNAL_LATE}},
	SIGNAL_GROUP_ABSENCE},
    {"one minute: the first word", {{"10-01T09:00", SIGNAL_LATE}, {"10-01T09:00", SIGNAL_INJURY}},
	SIGNAL_GROUP_BODY},
    {"a whole day is never before a minute of it",
	{{"10-01", SIGNAL_INJURY}, {"10-01T09:00", SIGNAL_LATE}}, SIGNAL_GROUP_BODY},
    {"... nor the minute before the day", {{"10-01", SIGNAL_LATE}, {"10-01T09:00", SIGNAL_INJURY}},
	SIGNAL_GROUP_BODY},
    {"an earlier minute is out, a whole day is in",
	{{"10-01T08:00", SIGNAL_INJURY}, {"10-01", SIGNAL_LATE}, {"10-01T09:00", SIGNAL_OTHER}},
	SIGNAL_GROUP_ABSENCE},
    {"a positive one is none", {{"10-01", SIGNAL_FEAR}, {"10-05", SIGNAL_PROTECTIVE}},
	SIGNAL_GROUP_CHILD},
};

static struct record
signal_of(const struct told *told, char date[24])
{
	struct record record = {.kind = KIND_SIGNAL, .code = told->signal, .school = 1};

	snprintf(date, 24, "2026-%s", told->date);
	assert_true(span_read(bytes_of(date), &record.when));
	record.column[COLUMN_CASE] = BYTES("K-1");
	return record;
}

static enum signal_group
group_of(const struct told *told, bool is_backward)
{
	struct record weigh = {.kind = KIND_WEIGH, .code = OUTCOME_GREY, .school = 1};
	struct tally tally;
	size_t count = 0;
	char date[24];

	while (count < RECORDS_MAX && told[count].date != NULL)
		count++;
	tally_open(&tally);
	for (size_t i = 0; i < count; i++) {
		struct record record = signal_of(&told[is_backward ? count - 1 - i : i], date);

		tally_take(&tally, &record);
	}
	weigh.column[COLUMN_CASE] = BYTES("K-1");
	weigh.when = span_of_day(span_day_of(2026, 10, 9));
	tally_take(&tally, &weigh);
	assert_int_equal(tally.count, 1);
	tally.list[0].route = ROUTE_GROUP_LPA;
	unsigned profile = tally_profile(&tally.list[0]);
	assert_int_equal(groups_outcome(profile), OUTCOME_GROUP_GREY);
	assert_int_equal(groups_route(profile), ROUTE_GROUP_LPA);
	assert_true(tally_counts(&tally.list[0], month_read(BYTES("2026-10"))));
	assert_false(tally_counts(&tally.list[0], month_read(BYTES("2026-09"))));
	tally_close(&tally);
	return groups_signal(profile);
}

static void
test_newest_signal(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		check_number(rows[i].name, "group", group_of(rows[i].told, false), rows[i].group);
		check_number(
		    rows[i].name, "group backward", group_of(rows[i].told, true), rows[i].group);
	}
}

static void
test_first_route(void **state)
{
	static const enum word partners[] = {
	    PARTNER_AF, PARTNER_SOCIAL_BASE, PARTNER_LPA, PARTNER_GGD, PARTNER_BOARD};
	static const enum route_group routes[] = {ROUTE_GROUP_INTERNAL, ROUTE_GROUP_KERNTEAM,
	    ROUTE_GROUP_LPA, ROUTE_GROUP_GGD, ROUTE_GROUP_GGD};
	struct tally tally;

	(void)state;
	tally_open(&tally);
	for (size_t i = 0; i < COUNT_OF(partners); i++) {
		struct record record = {.kind = KIND_REFER, .code = partners[i], .school = 1};

		record.column[COLUMN_CASE] = BYTES("K-1");
		tally_take(&tally, &record);
		assert_int_equal(tally.list[0].route, routes[i]);
	}
	tally_close(&tally);
}

/* Each of many cases is found again, and schools are kept apart. */
static void
test_many_cases(void **state)
{
	enum { CASES = 20000 };
	struct tally tally;
	char id[CASE_MAX_LENGTH + 1];

	(void)state;
	tally_open(&tally);
	for (size_t round = 0; round < 2; round++)
		for (size_t i = 0; i < CASES; i++) {
			struct record record = {
			    .kind = KIND_NEED, .school = (school_code)(i % 2 + 1)};

			snprintf(id, sizeof(id), "K-%zu-%0*d", i / 2, (int)(i / 2 % 20 + 1), 1);
			record.column[COLUMN_CASE] = bytes_of(id);
			tally_take(&tally, &record);
			assert_int_equal(tally.latest, i);
		}
	assert_int_equal(tally.count, CASES);
	tally_close(&tally);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_newest_signal),
	    cmocka_unit_test(test_first_route),
	    cmocka_unit_test(test_many_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
