/*
 * Goal: beside its answers, what a case is worth today follows mc-meldcode(7):
 * talks, plan, help that runs, experts that were asked, rounds and steps.
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
    "no-concern", "no-help", "divided", "wants-help"};

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
	assert_int_equal(COUNT_OF(talks), TALK_END - TALK_FIRST);
	for (size_t a = 0; a < COUNT_OF(talks); a++)
		for (size_t b = 0; b < COUNT_OF(talks); b++) {
			size_t best = a < b ? a : b;

			check_talks(a, b, "03-01 talk parents %s; 03-01 talk family %s", best);
			check_talks(
			    a, b, "03-01T09:00 talk parents %s; 03-01 talk parents %s", best);
			check_talks(a, b, "03-01 talk parents %s; 03-02 talk family %s", b);
			check_talks(
			    a, b, "03-02T09:01 talk family %s; 03-02T09:00 talk parents %s", a);
			check_talks(a, b, "03-01 talk parents %s; 03-02 talk child %s", a);
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
    {"03-01 plan term - 06-01; 03-02 plan term - 07-01", "07-01", "", "", "", false},
    {"03-01T09:00 plan term - 06-01; 03-01T10:00 plan term - 07-01", "07-01", "", "", "", false},
    {"03-01T09:00 plan term - 05-01; 03-01T10:00 plan term - 07-01; 03-01 plan term - 06-01",
	"06-01", "", "", "", false},
    {"03-01T09:00 plan term - 06-01; 03-01 plan term - 07-01", "06-01", "", "", "", false},
    {"03-01T00:00 plan term - 06-01; 03-01 plan term - 07-01", "06-01", "", "", "", false},
    {"03-01 plan monitor - 06-01; 03-02 plan review - 05-01", "", "06-01", "05-01", "", false},
    {"03-01 plan goal", "", "", "", "", true},
    {"03-01 plan casemanager teacher; 03-01 plan casemanager socius", "", "", "", "socius", false},
    {"03-01 plan casemanager lpa; 03-01 plan casemanager ggd", "", "", "", "ggd", false},
    {"03-01 plan casemanager socius; 03-02 plan casemanager teacher", "", "", "", "teacher", false},
    /* an agreement of an earlier round is none */
    {"03-01 plan term - 06-01; 03-01 plan goal; 03-01 plan casemanager ggd; "
     "03-01 plan monitor - 06-01; 03-01 plan review - 06-01; 03-02 answer suspicion no",
	"", "", "", "", false},
    {"03-02 plan term - 06-01; 03-02 plan goal; 03-02 plan casemanager ggd; "
     "03-02 plan monitor - 06-01; 03-02 plan review - 06-01; 03-02 answer suspicion no",
	"06-01", "06-01", "06-01", "ggd", true},
    /* a review must not be older than the suspicion */
    {"03-01 plan term - 06-01; 03-01 plan review - 06-01; 03-02 answer suspicion yes", "06-01", "",
	"", "", false},
    {"03-02 plan review - 06-01; 03-02 answer suspicion yes", "", "", "06-01", "", false},
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

static const struct set_row {
	const char *story, *rounds, *steps, *withdrawals, *veilig_thuis, *expert;
	bool is_answered;
} set_rows[] = {
    {"03-01 signal fear seen", "", "", "", "", "", false},
    {"03-01 answer suspicion no; 03-02 answer suspicion yes", "03-01", "03-02", "", "", "", true},
    {"03-01 answer unsafe acute; 03-03 talk parents divided", "", "03-03", "03-03", "", "", true},
    {"03-01 talk family no-help; 03-03 talk parents no-concern", "", "03-03", "03-03", "", "",
	false},
    {"03-01 talk family wants-help; 03-03 talk child no-help", "", "03-01", "", "", "", false},
    {"03-01 talk parents skipped-safety", "", "03-01", "", "", "", false},
    {"03-01 consult veilig-thuis named; 03-03 consult expert named", "", "", "", "03-01", "03-03",
	false},
    {"03-04 done veilig-thuis report; 03-03 consult expert named", "", "", "", "03-04", "03-04",
	false},
};

static void
test_sets(void **state)
{
	struct case_state case_state;
	struct assessment assessment;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(set_rows); i++) {
		const struct set_row *row = &set_rows[i];

		assess(&assessment, &case_state, row->story);
		cases_check_day(row->story, "rounds", assessment.rounds, row->rounds);
		cases_check_day(row->story, "steps", assessment.steps, row->steps);
		cases_check_day(
		    row->story, "withdrawals", assessment.withdrawals, row->withdrawals);
		cases_check_day(
		    row->story, "Veilig Thuis", assessment.veilig_thuis, row->veilig_thuis);
		cases_check_day(row->story, "expert", assessment.expert, row->expert);
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
	    cmocka_unit_test(test_sets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
