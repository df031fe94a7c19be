/*
 * Goal: how a precondition stands is the same for every order of its answers,
 * and "no" counts wherever it is open which came last.
 */

#include "support/check.h"

#include "cases/schools.h"

struct answer {
	const char *when;
	enum word answer;
};

static const struct state_row {
	const char *name;
	struct answer answer[5];
	enum precondition_state state;
	const char *since;
} rows[] = {
    {"none", {{NULL, WORD_NONE}}, PRECONDITION_UNKNOWN, ""},
    {"yes", {{"2026-01-02", ANSWER_YES}}, PRECONDITION_MET, "2026-01-02"},
    {"no", {{"2026-01-02", ANSWER_NO}}, PRECONDITION_NOT_MET, "2026-01-02"},
    {"yes, yes", {{"2026-01-02", ANSWER_YES}, {"2026-02-02", ANSWER_YES}}, PRECONDITION_MET,
	"2026-01-02"},
    {"yes, no", {{"2026-01-02", ANSWER_YES}, {"2026-02-02", ANSWER_NO}}, PRECONDITION_NOT_MET,
	"2026-02-02"},
    {"no, yes", {{"2026-01-02", ANSWER_NO}, {"2026-02-02", ANSWER_YES}}, PRECONDITION_MET,
	"2026-02-02"},
    {"yes, no, yes, yes",
	{{"2026-01-02", ANSWER_YES}, {"2026-02-02", ANSWER_NO}, {"2026-03-02", ANSWER_YES},
	    {"2026-04-02", ANSWER_YES}},
	PRECONDITION_MET, "2026-03-02"},
    {"both on a day", {{"2026-01-02", ANSWER_YES}, {"2026-01-02", ANSWER_NO}}, PRECONDITION_NOT_MET,
	"2026-01-02"},
    {"one with a time", {{"2026-01-02T10:00", ANSWER_YES}, {"2026-01-02", ANSWER_NO}},
	PRECONDITION_NOT_MET, "2026-01-02"},
    {"yes later that day", {{"2026-01-02T09:00", ANSWER_NO}, {"2026-01-02T10:00", ANSWER_YES}},
	PRECONDITION_MET, "2026-01-02"},
    {"no later that day", {{"2026-01-02T10:00", ANSWER_NO}, {"2026-01-02T09:00", ANSWER_YES}},
	PRECONDITION_NOT_MET, "2026-01-02"},
    {"no twice, and yes before",
	{{"2026-01-02", ANSWER_YES}, {"2026-02-02", ANSWER_NO}, {"2026-03-02", ANSWER_NO}},
	PRECONDITION_NOT_MET, "2026-02-02"},
};

static void
take(struct schools *schools, school_code school, const struct answer *answer)
{
	struct record record = {
	    .kind = KIND_SCHOOL, .school = school, .code = SCHOOL_TEAM, .value = answer->answer};

	assert_true(span_read(bytes_of(answer->when), &record.when));
	schools_take(schools, &record);
}

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (unsigned first = 0; first < 4; first++) {
			struct schools schools = {.count = 0};
			char since[DAY_TEXT_SIZE];

			/* In every rotation, between answers of other schools. */
			for (unsigned j = 0; j < 4; j++) {
				const struct answer *answer = &rows[i].answer[(first + j) % 4];

				if (answer->when == NULL)
					continue;
				take(&schools, 7, answer);
				take(&schools, 6, &(struct answer){"2026-06-06", ANSWER_YES});
				take(&schools, 8, &(struct answer){"2026-06-06", ANSWER_NO});
			}
			schools_add(&schools, 7);
			schools_sort(&schools);
			struct precondition got = schools_precondition(&schools, 7, SCHOOL_TEAM);
			check_number(rows[i].name, "state", got.state, rows[i].state);
			check_string(
			    rows[i].name, "since", span_write_day(got.since, since), rows[i].since);
			check_number(rows[i].name, "other",
			    schools_precondition(&schools, 7, SCHOOL_AF).state,
			    PRECONDITION_UNKNOWN);
			schools_free(&schools);
		}
}

static void
test_next(void **state)
{
	struct schools schools = {.count = 0};

	(void)state;
	assert_int_equal(schools_next(&schools, 0), 0);
	for (school_code school = 200; school > 0; school--) {
		schools_add(&schools, school * 3);
		schools_add(&schools, school * 3);
	}
	schools_sort(&schools);
	school_code school = 0;
	for (school_code want = 3; want <= 600; want += 3)
		assert_int_equal(school = schools_next(&schools, school), want);
	assert_int_equal(schools_next(&schools, school), 0);
	schools_free(&schools);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
