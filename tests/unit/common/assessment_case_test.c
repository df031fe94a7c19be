/*
 * Goal: beside its answers, what a case is worth today follows mc-record(5),
 * "TIME": talks, plan, help that runs, who was called, rounds.
 */

#include "support/check.h"

#include "support/cases.h"

static void
assess(struct assessment *assessment, struct case_state *state, const char *story)
{
	*state = cases_state_of(story);
	assessment_make(assessment, state, cases_day("10-31"));
}

/* The most protective first. */
static const char *const talks[] = {"skipped-safety", "skipped-expert", "skipped-contact",
    "no-concern", "no-help", "divided", "open", "wants-help"};

static void
check_talks(size_t a, size_t b, const char *format, size_t expected)
{
	struct case_state state;
	struct assessment assessment;
	char story[128];

	snprintf(story, sizeof(story), format, talks[a], talks[b]);
	assess(&assessment, &state, story);
	check_string(story, "talk", vocabulary_token(assessment.talk), talks[expected]);
}

static void
test_order_of_talks(void **state)
{
	(void)state;
	/* All but unreached, which tells nothing. */
	assert_int_equal(COUNT_OF(talks), TALK_END - TALK_FIRST - 1);
	for (size_t a = 0; a < COUNT_OF(talks); a++)
		for (size_t b = 0; b < COUNT_OF(talks); b++) {
			size_t best = a < b ? a : b;

			check_talks(a, b, "03-01 talk parents %s; 03-01 talk family %s", best);
			check_talks(
			    a, b, "03-01T09:00 talk parents %s; 03-01 talk parents %s", best);
			check_talks(a, b, "03-01 talk parents %s; 03-02 talk family %s", b);
			check_talks(
			    a, b, "03-02T09:01 talk family %s; 03-02T09:00 talk parents %s", a);
			check_talks(a, b, "03-01 talk one-parent %s; 03-01 talk parents %s", best);
			check_talks(a, b, "03-01 talk parents %s; 03-02 talk child %s", a);
			check_talks(a, b,
			    "03-01 talk parents %s; 03-01T09:00 talk family %s; "
			    "03-02 talk parents unreached",
			    best);
		}
}

static const struct talk_row {
	const char *story, *talk;
	bool has_lapsed;
} talk_rows[] = {
    {"03-01 signal fear seen", "", false},
    {"03-01 talk child wants-help", "", false},
    {"03-01 talk parents wants-help", "wants-help", false},
    {"03-01 talk parents wants-help; 03-01 signal fear seen", "wants-help", false},
    {"03-01 talk parents wants-help; 03-02 signal fear seen", "wants-help", true},
    {"03-01T09:00 talk parents wants-help; 03-01T09:01 signal fear seen", "wants-help", true},
    {"03-01T09:00 talk parents wants-help; 03-01 signal fear seen", "wants-help", false},
    {"03-01 talk parents wants-help; 03-02 signal protective seen", "wants-help", false},
    {"03-01 talk parents no-help; 03-02 signal fear seen", "no-help", false},
    {"03-01 talk parents wants-help; 03-02 signal fear seen; 03-03 talk family wants-help",
	"wants-help", false},
};

static void
test_talk(void **state)
{
	struct case_state case_state;
	struct assessment assessment;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(talk_rows); i++) {
		const struct talk_row *row = &talk_rows[i];

		assess(&assessment, &case_state, row->story);
		check_string(row->story, "talk", vocabulary_token(assessment.talk), row->talk);
		check_number(row->story, "lapsed", assessment.talk_has_lapsed, row->has_lapsed);
	}
}

static const struct plan_row {
	const char *story;
	const char *term, *monitor, *review, *casemanager;
	bool has_goal;
} plan_rows[] = {
    {"03-01 plan term - 06-01", "06-01", "", "", "", false},
    {"03-01 plan term - 06-01; 03-01 plan term - 05-01", "05-01", "", "", "", false},
    {"03-01T09:00 plan term - 05-01; 03-01T10:00 plan term - 07-01; 03-01 plan term - 06-01",
	"05-01", "", "", "", false},
    {"03-01 plan monitor - 06-01; 03-02 plan review - 05-01", "", "06-01", "05-01", "", false},
    {"03-01 plan goal", "", "", "", "", true},
    {"03-01 plan agreement", "", "", "", "", false},
    {"03-01 plan casemanager teacher; 03-01 plan casemanager socius", "", "", "", "socius", false},
    {"03-01 plan casemanager lpa; 03-01 plan casemanager ggd", "", "", "", "ggd", false},
    {"03-01 plan casemanager socius; 03-02 plan casemanager teacher", "", "", "", "teacher", false},
    /* a term is put off by an answer to accepts or result since that day alone */
    {"03-01 plan term - 06-01; 03-02 plan term - 07-01", "06-01", "", "", "", false},
    {"03-01 plan term - 07-01; 03-02 plan term - 06-01", "06-01", "", "", "", false},
    {"03-01 plan term - 06-01; 06-02 plan term - 07-01; 05-31 answer result doubt", "06-01", "", "",
	"", false},
    {"03-01 plan term - 06-01; 06-02 plan term - 07-01; 06-01 answer result doubt", "07-01", "", "",
	"", false},
    {"03-01 plan term - 06-01; 06-02 plan term - 07-01; 06-01T00:00 answer accepts yes", "07-01",
	"", "", "", false},
    {"03-01 plan term - 06-01; 06-02 plan term - 07-01; 06-09 answer accepts no", "07-01", "", "",
	"", false},
    {"03-01 plan term - 06-01; 06-02 plan term - 07-01; 06-09 answer can-help yes", "06-01", "", "",
	"", false},
    {"03-01 plan term - 06-01; 06-02 plan term - 07-01; 06-09 answer suspicion yes", "06-01", "",
	"", "", false},
    {"03-01 plan term - 06-01; 06-02 plan term - 07-01; 06-09 done af review", "06-01", "", "", "",
	false},
    /* of several the earliest */
    {"03-01 plan term - 06-01; 06-02 plan term - 05-01; 05-15 answer result doubt", "05-01", "", "",
	"", false},
    /* a review by one to suspicion or concern */
    {"03-01 plan review - 06-01; 06-02 plan review - 07-01", "", "", "06-01", "", false},
    {"03-01 plan review - 06-01; 06-02 plan review - 07-01; 06-01 answer concern yes", "", "",
	"07-01", "", false},
    {"03-01 plan review - 06-01; 06-02 plan review - 07-01; 06-01 answer suspicion yes", "", "",
	"07-01", "", false},
    {"03-01 plan review - 06-01; 06-02 plan review - 07-01; 06-01 answer result yes", "", "",
	"06-01", "", false},
    /* a day to monitor is no term: the newest */
    {"03-01 plan monitor - 06-01; 03-02 plan monitor - 07-01", "", "07-01", "", "", false},
    {"03-01T09:00 plan monitor - 06-01; 03-01T10:00 plan monitor - 07-01", "", "07-01", "", "",
	false},
    {"03-01T00:00 plan monitor - 06-01; 03-01 plan monitor - 07-01", "", "06-01", "", "", false},
    /* an agreement of an earlier round is none */
    {"03-01 plan term - 06-01; 03-01 plan goal; 03-01 plan casemanager ggd; "
     "03-01 plan monitor - 06-01; 03-01 plan review - 06-01; 03-02 answer suspicion no",
	"", "", "", "", false},
    {"03-02 plan term - 06-01; 03-02 plan goal; 03-02 plan casemanager ggd; "
     "03-02 plan monitor - 06-01; 03-02 plan review - 06-01; 03-02 answer suspicion no",
	"06-01", "06-01", "06-01", "ggd", true},
    {"03-02 plan review - 06-01; 03-05 answer suspicion yes", "", "", "06-01", "", false},
};

static void
check_plan(const struct plan_row *row, const struct assessment *assessment)
{
	char got[DAY_TEXT_SIZE], want[DAY_TEXT_SIZE];

	check_string(row->story, "term", span_write_day(assessment->term, got),
	    span_write_day(cases_day(row->term), want));
	check_string(row->story, "monitor", span_write_day(assessment->monitor, got),
	    span_write_day(cases_day(row->monitor), want));
	check_string(row->story, "review", span_write_day(assessment->review, got),
	    span_write_day(cases_day(row->review), want));
	check_string(row->story, "case manager", vocabulary_token(assessment->casemanager),
	    row->casemanager);
	check_number(row->story, "goal", assessment->has_goal, row->has_goal);
}

static void
test_plan_in_every_order(void **state)
{
	struct told_case told;
	struct assessment assessment;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(plan_rows); i++) {
		cases_tell(&told, plan_rows[i].story);
		/* Each rotation, forwards and backwards: all orders of up to three records. */
		for (size_t turn = 0; turn < 2 * told.count; turn++) {
			struct case_state case_state = cases_state(told.record, told.count);

			assessment_make(&assessment, &case_state, cases_day("10-31"));
			check_plan(&plan_rows[i], &assessment);
			struct record first = told.record[0];
			size_t last = told.count - 1;

			memmove(told.record, told.record + 1, last * sizeof(first));
			told.record[last] = first;
			if (turn + 1 == told.count && last > 0) {
				told.record[last] = told.record[0];
				told.record[0] = first;
			}
		}
	}
}

static const struct help_row {
	const char *story;
	bool runs;
} help_rows[] = {
    {"03-01 answer suspicion yes; 03-01 answer can-help yes; 03-01 answer accepts yes", true},
    {"03-01 answer unsafe doubt; 03-01 answer can-help yes; 03-01 answer accepts yes", true},
    {"03-01 answer suspicion doubt; 03-01 answer can-help yes; 03-01 answer accepts yes", false},
    {"03-01 answer can-help yes; 03-01 answer accepts yes", false},
    {"03-01 answer suspicion no; 03-01 answer can-help yes; 03-01 answer accepts yes", false},
    {"03-01 answer suspicion yes; 03-01 answer accepts yes", false},
    {"03-01 answer suspicion yes; 03-01 answer can-help yes", false},
    {"03-01 answer suspicion yes; 03-01 answer can-help doubt; 03-01 answer accepts yes", false},
    {"03-01 answer suspicion yes; 03-01 answer can-help yes; 03-01 answer accepts no", false},
    {"03-01 answer suspicion yes; 03-01 answer can-help yes; 03-01 answer accepts yes; "
     "03-02 signal fear seen; 03-02 talk parents no-help",
	true},
    {"03-01 answer suspicion yes; 03-01 answer can-help yes; 03-01 answer accepts yes; "
     "03-02 answer result doubt",
	true},
    {"03-01 answer suspicion yes; 03-01 answer can-help yes; 03-01 answer accepts yes; "
     "03-02 answer result yes",
	false},
    {"03-01 answer suspicion yes; 03-01 answer can-help yes; 03-01 answer accepts yes; "
     "03-02 answer result yes; 03-03 signal fear seen",
	true},
    {"03-01 answer suspicion yes; 03-01 answer can-help yes; 03-01 answer accepts yes; "
     "03-02 answer result no",
	false},
};

static void
test_help_runs(void **state)
{
	struct case_state case_state;
	struct assessment assessment;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(help_rows); i++) {
		assess(&assessment, &case_state, help_rows[i].story);
		check_number(
		    help_rows[i].story, "help runs", assessment.help_runs, help_rows[i].runs);
	}
}

static const struct expert_row {
	const char *story;
	bool is_open;
} expert_rows[] = {
    {"03-01 signal fear seen", false},
    {"03-01 signal honour seen", true},
    {"03-01 talk child skipped-expert", true},
    {"03-01 signal honour seen; 03-01 consult expert named", false},
    {"03-01 signal honour seen; 03-02 done expert advise", false},
    {"03-01 signal honour seen; 03-02 done expert help", true},
    {"03-01 signal honour seen; 03-02 done expert discuss", true},
    {"03-01 signal honour seen; 03-02 consult veilig-thuis named", false},
    {"03-01 signal honour seen; 03-02 done veilig-thuis report", false},
    {"03-01 signal honour seen; 02-28 consult expert named", true},
    {"03-01 signal honour seen; 03-02 consult expert named; 03-03 signal fgm seen", true},
    {"03-01 signal honour seen; 03-02 consult ggd named", true},
};

static void
test_expert_is_open(void **state)
{
	struct case_state case_state;
	struct assessment assessment;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(expert_rows); i++) {
		assess(&assessment, &case_state, expert_rows[i].story);
		check_number(expert_rows[i].story, "open", assessment.expert_is_open,
		    expert_rows[i].is_open);
	}
}

/* What is since the signals is also since D and since E: a talk that is skipped on advice does not
 * ask for that advice anew. */
static const struct duty_row {
	const char *story;
	bool is_called, is_answered, expert_is_open;
} duty_rows[] = {
    {"03-02 signal runs-away seen", false, false, false},
    {"03-02 signal runs-away seen; 03-02 consult veilig-thuis named", true, false, false},
    {"03-02 signal runs-away seen; 03-02 answer unsafe no", false, true, false},
    {"03-02 signal runs-away seen; 03-01 consult veilig-thuis named; 03-01 answer unsafe no", false,
	false, false},
    {"03-02 signal runs-away seen; 03-03 answer suspicion no", false, false, false},
    {"03-02 signal runs-away seen; 03-03 consult expert named", false, false, false},
    {"03-02 signal runs-away seen; 03-02 consult veilig-thuis named; 03-02 answer unsafe no; "
     "03-05 signal self-harm seen",
	false, false, false},
    {"03-02 signal runs-away seen; 03-02 consult veilig-thuis named; 03-02 answer unsafe no; "
     "03-05 signal fear seen",
	true, true, false},
    {"03-02T09:00 signal fear seen; 03-02T10:00 consult veilig-thuis named; "
     "03-02T10:30 answer unsafe no; 03-02T11:00 talk parents skipped-safety",
	true, true, false},
    {"03-02T09:00 signal fear seen; 03-02T10:00 consult veilig-thuis named; "
     "03-02T10:30 answer unsafe no; 03-02T11:00 talk parents skipped-safety; "
     "03-02T12:00 signal fear seen",
	false, false, false},
    {"03-02T09:00 signal fgm seen; 03-02T10:00 consult expert named; "
     "03-02T11:00 talk parents skipped-expert",
	false, false, false},
    {"03-02T09:00 signal fgm seen; 03-02T10:00 consult expert named; "
     "03-02T11:00 talk parents skipped-expert; 03-02T12:00 signal fear seen",
	false, false, true},
    /* of whatever round: an answer that no longer counts for the weighing */
    {"03-02 signal runs-away seen; 03-03 answer unsafe no; 03-04 answer suspicion no", false, true,
	false},
    /* one that may not be taken back alone is none */
    {"03-02 answer unsafe yes; 03-03 signal runs-away seen; 03-04 answer unsafe no", false, false,
	false},
};

static void
test_who_was_called(void **state)
{
	struct case_state case_state;
	struct assessment assessment;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(duty_rows); i++) {
		const struct duty_row *row = &duty_rows[i];
		bool has_safety;

		assess(&assessment, &case_state, row->story);
		has_safety = !span_history_is_empty(case_state.safety);
		check_number(row->story, "called", has_safety && assessment.safety_is_called,
		    row->is_called);
		check_number(row->story, "answered", has_safety && assessment.safety_is_answered,
		    row->is_answered);
		check_number(
		    row->story, "expert open", assessment.expert_is_open, row->expert_is_open);
	}
}

/* N, and O, the end of the round before that of the newest suspicion. */
static const struct round_row {
	const char *story, *rounds, *earlier;
	bool is_answered;
} round_rows[] = {
    {"03-01 signal fear seen", "", "", false},
    {"03-01 answer unsafe acute", "", "", true},
    {"03-01 answer suspicion no", "03-01", "", true},
    {"03-01 answer suspicion no; 03-02 answer suspicion yes", "03-01", "03-01", true},
    {"03-01 answer suspicion no; 03-01 answer suspicion yes", "03-01", "", true},
    {"03-01 answer suspicion no; 03-05 answer suspicion no", "03-05", "03-01", true},
    {"03-01 answer suspicion no; 03-02 answer suspicion no; 03-05 answer suspicion no", "03-05",
	"03-02", true},
    {"03-01 answer suspicion no; 03-02 answer suspicion no; 03-05 answer suspicion doubt", "03-02",
	"03-02", true},
    {"03-01 answer suspicion yes; 03-05 answer suspicion no", "03-05", "", true},
};

static void
test_rounds(void **state)
{
	struct case_state case_state;
	struct assessment assessment;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(round_rows); i++) {
		const struct round_row *row = &round_rows[i];

		assess(&assessment, &case_state, row->story);
		cases_check_day(row->story, "N", assessment.rounds, row->rounds);
		cases_check_day(row->story, "O", assessment.earlier_round, row->earlier);
		check_number(row->story, "answered", assessment.is_answered, row->is_answered);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order_of_talks),
	    cmocka_unit_test(test_talk),
	    cmocka_unit_test(test_plan_in_every_order),
	    cmocka_unit_test(test_help_runs),
	    cmocka_unit_test(test_expert_is_open),
	    cmocka_unit_test(test_who_was_called),
	    cmocka_unit_test(test_rounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
