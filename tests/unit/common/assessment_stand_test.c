/*
 * Goal: since when a question stands as it does: its answers that say the same
 * as its value, and what ends that (mc-record(5), "TIME").
 */

#include "support/check.h"

#include "support/cases.h"

static const struct stand_row {
	const char *story, *question;
	const char *first, *newest; /* of the answers that say the same */
	const char *ended;	    /* the day of the latest of what ends it */
} stand_rows[] = {
    {"03-01 signal fear seen", "suspicion", "", "", ""},
    {"03-01 answer suspicion yes; 03-05 answer suspicion yes", "suspicion", "03-01", "03-05", ""},
    /* answers that say otherwise end it */
    {"03-01 answer suspicion yes; 03-03 answer suspicion doubt; 03-05 answer suspicion yes",
	"suspicion", "03-01", "03-05", "03-03"},
    {"03-01 answer suspicion doubt; 03-03 answer suspicion no; 03-05 answer suspicion doubt",
	"suspicion", "03-01", "03-05", "03-03"},
    {"03-05 answer suspicion yes; 03-05 answer suspicion no", "suspicion", "03-05", "03-05",
	"03-05"},
    /* a suspicion that another question implies has the stand of its own answers */
    {"03-01 answer suspicion doubt; 03-05 answer can-help no", "suspicion", "03-01", "03-01", ""},
    {"03-05 answer unsafe acute", "suspicion", "", "", ""},
    /* yes and doubt to concern say the same; suspicion yes and doubt end it, no does not */
    {"03-01 answer concern yes; 03-05 answer concern doubt", "concern", "03-01", "03-05", ""},
    {"03-01 answer concern yes; 03-03 answer concern no; 03-05 answer concern doubt", "concern",
	"03-01", "03-05", "03-03"},
    {"03-01 answer concern no; 03-03 answer concern yes", "concern", "03-03", "03-03", "03-01"},
    {"03-02 answer concern yes; 03-03 answer suspicion yes; 03-05 answer concern yes", "concern",
	"03-02", "03-05", "03-03"},
    {"03-02 answer concern yes; 03-04 answer suspicion doubt; 03-05 answer concern yes", "concern",
	"03-02", "03-05", "03-04"},
    {"03-02 answer concern yes; 03-04 answer suspicion no; 03-05 answer concern yes", "concern",
	"03-02", "03-05", ""},
    /* all answers to unsafe that ask say the same; neither a round nor advice ends them */
    {"03-01 answer unsafe doubt; 03-03 answer unsafe acute; 03-05 answer unsafe yes", "unsafe",
	"03-01", "03-05", ""},
    {"03-01 answer unsafe acute; 03-02 consult veilig-thuis named; 03-03 answer suspicion no; "
     "03-05 answer unsafe doubt",
	"unsafe", "03-01", "03-05", ""},
    {"03-01 answer unsafe acute; 03-02 consult veilig-thuis named; 03-03 answer unsafe no",
	"unsafe", "03-03", "03-03", "03-01"},
    {"03-01 answer unsafe acute; 03-02 consult veilig-thuis named; 03-03 answer unsafe no; "
     "03-05 answer unsafe acute; 03-05 consult veilig-thuis named",
	"unsafe", "03-01", "03-05", "03-03"},
    /* an answer that does not count ends nothing: acute, no without a call, acute again */
    {"03-05 answer unsafe acute; 03-09 answer unsafe no; 03-19 answer unsafe acute", "unsafe",
	"03-05", "03-19", ""},
    {"03-05 answer can-help no; 03-09 answer can-help doubt", "can-help", "03-05", "03-05", ""},
    /* but a yes to can-help, accepts or result does */
    {"03-05 answer can-help no; 03-09 answer can-help yes; 03-19 answer can-help no", "can-help",
	"03-05", "03-19", "03-09"},
    {"03-05 answer accepts yes; 03-09 answer accepts doubt; 03-19 answer accepts yes", "accepts",
	"03-05", "03-19", "03-09"},
    /* a round ends what does not ask */
    {"03-01 answer unsafe no; 03-03 answer suspicion no; 03-05 answer unsafe no", "unsafe", "03-01",
	"03-05", "03-03"},
    {"03-01 answer can-help doubt; 03-03 answer suspicion no; 03-05 answer can-help doubt",
	"can-help", "03-01", "03-05", "03-03"},
    {"03-01 answer accepts yes; 03-03 answer suspicion no; 03-05 answer accepts yes", "accepts",
	"03-01", "03-05", "03-03"},
    {"03-01 answer result yes; 03-03 answer suspicion no; 03-05 answer result yes", "result",
	"03-01", "03-05", "03-03"},
    /* and what asks when Veilig Thuis was asked, too: whichever of the two comes first */
    {"03-01 answer can-help no; 03-03 answer suspicion no; 03-05 answer can-help no", "can-help",
	"03-01", "03-05", ""},
    {"03-01 answer accepts no; 03-02 consult veilig-thuis named; 03-03 answer suspicion no; "
     "03-05 answer accepts no",
	"accepts", "03-01", "03-05", "03-02"},
    {"03-01 answer result no; 03-03 answer suspicion no; 03-04 consult veilig-thuis named; "
     "03-05 answer result no",
	"result", "03-01", "03-05", "03-03"},
};

static void
test_stands(void **state)
{
	char ended[DAY_TEXT_SIZE], want[DAY_TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(stand_rows); i++) {
		const struct stand_row *row = &stand_rows[i];
		struct case_state case_state = cases_state_of(row->story);
		enum word question = vocabulary_find(LIST_QUESTION, bytes_of(row->question));
		struct assessment assessment;

		assessment_make(&assessment, &case_state, cases_day("10-31"));
		struct stand stand = assessment_question(&assessment, question)->stand;
		struct span first = {stand.set.first, stand.set.first};

		check_string(row->story, "first", span_write_day(span_day(first), ended),
		    span_write_day(cases_day(row->first), want));
		cases_check_day(row->story, "newest", stand.set.newest, row->newest);
		check_string(row->story, "ended", span_write_day(stand.ended >> MINUTE_BITS, ended),
		    span_write_day(cases_day(row->ended), want));
	}
}

/* What ends a stand does so to its last minute. */
static void
test_end_of_a_stand_is_a_moment(void **state)
{
	struct case_state case_state = cases_state_of(
	    "03-01T09:00 answer suspicion doubt; 03-01 answer suspicion no; 03-02 answer suspicion "
	    "doubt");
	struct assessment assessment;

	(void)state;
	assessment_make(&assessment, &case_state, cases_day("10-31"));
	assert_int_equal(assessment_question(&assessment, QUESTION_SUSPICION)->stand.ended,
	    span_of_day(cases_day("03-01")).end);
}

/* What overtook a reassuring answer, as far as it can overtake that of the question. */
static const struct overtaken_row {
	const char *story, *question;
	unsigned by;
} overtaken_rows[] = {
    {"03-01 answer suspicion no", "suspicion", 0},
    {"03-01 answer suspicion no; 03-01 signal fear seen", "suspicion", 0},
    {"03-01 answer suspicion no; 03-02 signal fear seen", "suspicion", BY_SIGNALS},
    {"03-01 answer suspicion no; 03-02 done veilig-thuis report", "suspicion", BY_REPORTS},
    {"03-01 answer suspicion no; 03-02 done veilig-thuis report; 03-02 signal fear seen",
	"suspicion", BY_SIGNALS | BY_REPORTS},
    {"03-01 answer suspicion no; 03-02 talk parents no-help", "suspicion", 0},
    {"03-01 answer concern no; 03-02 done veilig-thuis report; 03-02 signal fear seen; "
     "03-02 answer suspicion no",
	"concern", BY_SIGNALS | BY_REPORTS | BY_SUSPICION},
    {"03-01 answer unsafe no; 03-02 done veilig-thuis report; 03-02 talk parents no-help; "
     "03-02 answer suspicion yes",
	"unsafe", 0},
    {"03-01 answer can-help yes; 03-02 done veilig-thuis report; 03-02 talk parents no-help; "
     "03-02 signal fear seen",
	"can-help", BY_SIGNALS},
    {"03-01 answer accepts yes; 03-02 done veilig-thuis report; 03-02 talk parents no-help; "
     "03-02 signal fear seen",
	"accepts", BY_SIGNALS | BY_WITHDRAWALS},
    {"03-01 answer result yes; 03-02 done veilig-thuis report; 03-02 talk parents no-help; "
     "03-02 signal fear seen",
	"result", BY_SIGNALS | BY_REPORTS},
};

static void
test_what_overtook_an_answer(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(overtaken_rows); i++) {
		const struct overtaken_row *row = &overtaken_rows[i];
		struct case_state case_state = cases_state_of(row->story);
		struct assessment assessment;

		assessment_make(&assessment, &case_state, cases_day("10-31"));
		check_number(row->story, "overtaken",
		    assessment_overtaken_by(
			&assessment, vocabulary_find(LIST_QUESTION, bytes_of(row->question))),
		    row->by);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_stands),
	    cmocka_unit_test(test_end_of_a_stand_is_a_moment),
	    cmocka_unit_test(test_what_overtook_an_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
