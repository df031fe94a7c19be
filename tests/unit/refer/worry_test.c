/*
 * Goal: one more record that does not reassure takes no call to Veilig Thuis
 * and no report away and makes no row due later; the passing of time takes no
 * row away; and a consent no never names anybody. Over random cases.
 */

#include "support/check.h"

#include "support/worry.h"

#include "rules/done.h"
#include "support/referred.h"

enum { CASES = 60000, WORRIES = 8, RULES = 39 };

/* A case with what is referred in it. */
struct referred_case {
	struct weighed_case weighed;
	size_t count;
	struct referral list[REFERRALS_MAX];
};

static void
refer(struct referred_case *referred, const struct case_state *state, day_number today)
{
	struct weighed_case *weighed = &referred->weighed;

	worry_weigh(weighed, state, today);
	referred->count = referral_list(&weighed->assessment, &weighed->weighing,
	    case_date(&weighed->state), &every_partner, referred->list);
}

static void
fail_after(const struct referred_case *before, const struct referred_case *after,
    const struct record *more, const char *why)
{
	char want[REFERRED_SIZE], got[REFERRED_SIZE];

	story_show_record(more);
	fail_msg("%s: %s\n  became %s", why,
	    referred_write(&before->weighed.weighing, before->list, before->count, want),
	    referred_write(&after->weighed.weighing, after->list, after->count, got));
}

/* The row of a rule for a partner and action; NULL when it gives none. */
static const struct referral *
same_row(const struct referred_case *referred, const struct referral *row)
{
	for (size_t i = 0; i < referred->count; i++) {
		const struct referral *other = &referred->list[i];

		if (other->rule == row->rule && other->partner == row->partner
		    && other->action == row->action)
			return other;
	}
	return NULL;
}

/* A report that is asked of Veilig Thuis; or any call that cannot wait. */
static bool
asks_report(const struct referral *row)
{
	return row->partner == PARTNER_VEILIG_THUIS
	    && (row->action == ACTION_REPORT_NOW || row->action == ACTION_REPORT);
}

static bool
asks_call(const struct referral *row)
{
	return asks_report(row)
	    || (row->partner == PARTNER_VEILIG_THUIS
		&& (row->action == ACTION_ADVISE_NOW || row->action == ACTION_ADVISE_EXPERT
		    || row->action == ACTION_ADD_TO_REPORT));
}

static bool
has_row(const struct referred_case *referred, bool (*is_wanted)(const struct referral *row))
{
	for (size_t i = 0; i < referred->count; i++)
		if (is_wanted(&referred->list[i]))
			return true;
	return false;
}

static void
check_calls(const struct referred_case *before, const struct referred_case *after,
    const struct record *more)
{
	if (worry_takes_back(more, &before->weighed))
		return;
	if (has_row(before, asks_report) && !has_row(after, asks_report))
		fail_after(before, after, more, "a report is lost");
	if (has_row(before, asks_call) && !has_row(after, asks_call))
		fail_after(before, after, more, "a call is lost");
}

/* What ends the duty of a row, beside its action being done (mc-refer(1)). */
enum ending {
	ENDS_R = 1 << 0,
	ENDS_V = 1 << 1,
	ENDS_X = 1 << 2,
	ENDS_U = 1 << 3,
	ENDS_S = 1 << 4, /* of G */
	ENDS_T = 1 << 5,
	ENDS_C = 1 << 6,
	ENDS_ANSWERS = 1 << 7,
	ENDS_STAND = 1 << 8, /* answers that say otherwise, and what else ends a stand */
	ENDS_REVIEW = 1 << 9
};

static const unsigned endings[RULES + 1] = {
    [1] = ENDS_R | ENDS_STAND,
    [2] = ENDS_R | ENDS_STAND,
    [3] = ENDS_STAND,
    [4] = ENDS_STAND,
    [8] = ENDS_V,
    [9] = ENDS_X,
    [14] = ENDS_STAND,
    [15] = ENDS_STAND,
    [16] = ENDS_STAND,
    [17] = ENDS_R | ENDS_ANSWERS,
    [18] = ENDS_STAND,
    [19] = ENDS_ANSWERS,
    [20] = ENDS_STAND | ENDS_ANSWERS,
    [21] = ENDS_T,
    [23] = ENDS_U,
    [24] = ENDS_U | ENDS_S,
    [25] = ENDS_STAND,
    [26] = ENDS_STAND,
    [27] = ENDS_STAND,
    [28] = ENDS_U,
    [29] = ENDS_STAND,
    [30] = ENDS_STAND,
    [31] = ENDS_STAND,
    [32] = ENDS_STAND,
    [33] = ENDS_STAND | ENDS_REVIEW,
    [37] = ENDS_C,
    [38] = ENDS_V,
};

/* Whether any answer was taken back by another, or by a round. */
static bool
has_ended_stand(const struct case_state *state)
{
	bool has_worry = state->voice[CONCERN_WORRY].first != 0;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		unsigned voices = 0;

		for (enum voice voice = case_first_voice(question);
		     voice < case_end_voice(question); voice++)
			voices += state->voice[voice].first != 0;
		if (voices > 1)
			return true;
	}
	return state->voice[SUSPICION_NO].first != 0
	    || (has_worry && !span_history_is_empty(case_answers(state, QUESTION_SUSPICION)));
}

/* Whether an answer was given since the first of what asks for one. */
static bool
was_answered_since(const struct case_state *state)
{
	const moment firsts[] = {state->signals.first, state->safety.first, state->expert.first,
	    state->reports.first, state->withdrawals.first};
	moment answered = span_set_end(case_answers(state, WORD_NONE).newest);

	for (size_t i = 0; i < COUNT_OF(firsts); i++)
		if (firsts[i] != 0 && firsts[i] <= answered)
			return true;
	return false;
}

/* Whether anything of what ends the row was recorded. */
static bool
was_ended(const struct case_state *state, const struct referral *row)
{
	unsigned by = endings[row->rule];
	moment wanted = span_set_end(state->wants_help.newest);

	return !span_set_is_empty(done_by(state, row->partner, row->action))
	    || (row->action == ACTION_HELP
		&& !span_set_is_empty(done_by(state, PARTNER_KERNTEAM, ACTION_HELP)))
	    || ((by & ENDS_R) && !span_history_is_empty(state->reports))
	    || ((by & ENDS_V) && !span_set_is_empty(state->veilig_thuis_asked))
	    || ((by & ENDS_X) && !span_set_is_empty(state->expert_asked))
	    || ((by & ENDS_U) && !span_history_is_empty(state->withdrawals))
	    || ((by & ENDS_S) && wanted != 0
		&& state->wants_help.first <= span_set_end(state->signals.newest))
	    || ((by & ENDS_T) && !span_history_is_empty(case_talks(state)))
	    || ((by & ENDS_C) && !span_set_is_empty(state->somebody_asked))
	    || ((by & ENDS_ANSWERS) && was_answered_since(state))
	    || ((by & ENDS_STAND) && has_ended_stand(state))
	    || ((by & ENDS_REVIEW)
		&& !span_set_is_empty(newest_least_when(case_rest(state)->review)));
}

/* Rows that are about the question of the weighing's rule: another rule, another question. */
static bool
is_about_the_rule(unsigned rule)
{
	return (rule >= 14 && rule <= 18) || rule == 20 || rule == 33;
}

/* Where mc-refer(1) itself has a later day: parents are told a day later in acute danger or when
 * Veilig Thuis speaks to them first, a child is comforted for the newest notice. */
static bool
may_be_later(const struct referral *row)
{
	return row->action == ACTION_TELL_PARENTS || row->action == ACTION_COMFORT;
}

/* A talk that is asked before any signal or answer counts from the first day of the case. */
static bool
counts_from_first_day(const struct case_state *state, const struct referral *row)
{
	return row->action == ACTION_TALK && span_history_is_empty(state->signals)
	    && span_history_is_empty(case_answers(state, WORD_NONE));
}

static unsigned long compared[RULES + 1];

static void
check_dues(const struct referred_case *before, const struct referred_case *after,
    const struct record *more)
{
	unsigned rule = weighing_rule_at_home(&before->weighed.weighing);
	bool is_other_rule = rule != weighing_rule_at_home(&after->weighed.weighing);

	/* A plan agrees days; an answer that was awaited, or takes one back, ends what it ends. */
	if (more->kind == KIND_PLAN || worry_was_awaited(more, &before->weighed)
	    || worry_takes_back(more, &before->weighed)
	    || (more->kind == KIND_ANSWER
		&& (more->code == QUESTION_RESULT || more->code == QUESTION_ACCEPTS)
		&& before->weighed.assessment.help_runs))
		return;
	for (size_t i = 0; i < before->count; i++) {
		const struct referral *row = &before->list[i], *later = same_row(after, row);

		if (later == NULL || row->due == NO_DAY
		    || (is_other_rule && is_about_the_rule(row->rule))
		    || was_ended(&after->weighed.state, row)
		    || counts_from_first_day(&before->weighed.state, row))
			continue;
		compared[row->rule]++;
		if (row->action != ACTION_COMFORT && later->since > row->since)
			fail_after(before, after, more, "a duty grew younger");
		if (!may_be_later(row) && later->due > row->due)
			fail_after(before, after, more, "a row is due later");
	}
}

static void
test_a_worry_takes_no_call_away_and_makes_nothing_later(void **state)
{
	static struct story story;
	static struct referred_case before, after;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);

		refer(&before, &case_state, STORY_TODAY);
		story.timed = 50;
		for (unsigned i = 0; i < WORRIES; i++) {
			struct record more = worry_make(&story);

			case_state = cases_copy(&before.weighed.state);
			case_take(&case_state, &more, cases_rests());
			refer(&after, &case_state, STORY_TODAY);
			check_calls(&before, &after, &more);
			check_dues(&before, &after, &more);
		}
	}
}

/* The comparison is worth something for nearly every row: of the grey area no stand is without an
 * end, since a round ends where it begins. */
static void
test_dues_of_nearly_all_rows_were_compared(void **state)
{
	static const unsigned few[] = {27, 29, 30, 31, 36};
	char name[8];

	(void)state;
	for (unsigned rule = 1; rule <= RULES; rule++) {
		bool is_compared = true;

		for (size_t i = 0; i < COUNT_OF(few); i++)
			is_compared &= few[i] != rule;
		snprintf(name, sizeof(name), "R%02u", rule);
		check_number(name, "is compared often", compared[rule] > 500, is_compared);
	}
}

/* Whether a no for one partner is one for another: a no for the kernteam is one for its members. */
static bool
is_no_for(enum word partner, enum word other)
{
	return partner == other || (partner == PARTNER_KERNTEAM && vocabulary_is_member(other));
}

/* What was anonymous without the no is so with it, and the newest no hides; but for the absence
 * that the law calls so. */
static void
check_names(
    const struct referred_case *before, const struct referred_case *after, const struct record *no)
{
	for (size_t i = 0; i < after->count; i++) {
		const struct referral *row = &after->list[i], *old = same_row(before, row);
		bool by_law =
		    row->action == ACTION_ABSENCE && after->weighed.state.has_absence_signal;

		if (old != NULL && old->is_anonymous && !row->is_anonymous)
			fail_after(before, after, no, "a no names");
		if (is_no_for(no->code, row->partner) && vocabulary_needs_consent(row->partner)
		    && !row->is_anonymous && !by_law)
			fail_after(before, after, no, "a no does not hide");
	}
}

/* The no comes after all that the story has. */
static void
test_a_consent_no_never_names(void **state)
{
	static struct story story;
	static struct referred_case before, after;
	unsigned long hidden = 0;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);

		refer(&before, &case_state, STORY_TODAY);
		struct record no = {.kind = KIND_CONSENT,
		    .code = story_pick(&story, PARTNER_FIRST, PARTNER_END),
		    .value = ANSWER_NO,
		    .when = span_of_day(STORY_TODAY + 1)};
		case_state = cases_copy(&case_state);
		case_take(&case_state, &no, cases_rests());
		refer(&after, &case_state, STORY_TODAY + 1);
		check_names(&before, &after, &no);
		for (size_t i = 0; i < before.count && i < after.count; i++)
			hidden += !before.list[i].is_anonymous && after.list[i].is_anonymous;
	}
	assert_true(hidden > 50);
}

static void
test_time_takes_no_row_away(void **state)
{
	static struct story story;
	static struct referred_case before, after;
	const struct record nothing = {.when = span_of_day(STORY_TODAY)};

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);

		refer(&before, &case_state, STORY_TODAY);
		refer(&after, &case_state, STORY_TODAY + 1 + chance_below(&story.chance, 300));
		for (size_t i = 0; i < before.count; i++) {
			const struct referral *row = same_row(&after, &before.list[i]);

			if (row == NULL || row->since != before.list[i].since
			    || row->due != before.list[i].due)
				fail_after(&before, &after, &nothing, "time took a row away");
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_a_worry_takes_no_call_away_and_makes_nothing_later),
	    cmocka_unit_test(test_dues_of_nearly_all_rows_were_compared),
	    cmocka_unit_test(test_a_consent_no_never_names),
	    cmocka_unit_test(test_time_takes_no_row_away),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
