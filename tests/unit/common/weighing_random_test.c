/*
 * Goal: over random cases, and over every case of a few records, the order of
 * the records makes no difference; one more record that does not reassure
 * never lowers the protection, nor does the passing of time or the loss of a
 * reassuring record; and where two answers of one day leave open which came
 * last the more protective counts.
 */

#include "support/check.h"

#include "support/worry.h"

enum { CASES = 150000, RULES = 35 };

static struct weighing
weigh(const struct case_state *state, day_number today)
{
	struct weighed_case weighed;

	worry_weigh(&weighed, state, today);
	return weighed.weighing;
}

/* The cases are worth something: each rule but that of no facts is reached by many, above a duty
 * about staff and below it. */
static void
test_random_cases_reach_every_rule(void **state)
{
	unsigned long reached[RULES] = {0}, beside[RULES] = {0};
	static struct story story;
	char name[16];

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);
		struct weighing weighing = weigh(&case_state, STORY_TODAY);

		reached[weighing.rule]++;
		beside[weighing.also]++;
	}
	for (unsigned rule = 1; rule < RULES; rule++) {
		/* W11 is nothing but the staff. */
		bool is_also = rule > 8 && rule != 11;

		snprintf(name, sizeof(name), "W%02u", rule);
		check_number(name, "is reached often", reached[rule] >= 50, true);
		snprintf(name, sizeof(name), "also:W%02u", rule);
		check_number(name, "is reached", beside[rule] > 0, is_also);
	}
}

static void
test_order_makes_no_difference(void **state)
{
	static struct story story;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state before = story_state(&story);

		for (unsigned i = 0; i < 3; i++) {
			story_shuffle(&story);
			struct case_state after = story_state(&story);
			struct weighing one = weigh(&before, STORY_TODAY),
					other = weigh(&after, STORY_TODAY);

			if (cases_are_equal(&before, &after) && one.rule == other.rule
			    && one.also == other.also && one.due == other.due
			    && one.flags == other.flags)
				continue;
			story_show(&story);
			fail_msg("seed %lu: W%02u, and W%02u in another order", (unsigned long)seed,
			    one.rule, other.rule);
		}
	}
}

/* A day that a plan agreed is put off by an answer since, and then by another day: the earliest of
 * all its records alone is kept for ever. */
static bool
puts_off_a_judged_day(const struct record *more, const struct case_state *after)
{
	bool is_term = more->code == PLAN_TERM;
	day_number first = is_term ? case_rest(after)->first_term : case_rest(after)->first_review;
	struct span_set answers = span_set_union(
	    case_answers(after, is_term ? QUESTION_ACCEPTS : QUESTION_SUSPICION).newest,
	    case_answers(after, is_term ? QUESTION_RESULT : QUESTION_CONCERN).newest);

	return more->kind == KIND_PLAN && (is_term || more->code == PLAN_REVIEW)
	    && span_set_end(answers) >= span_of_day(first).begin;
}

/* A suspicion yes where all other questions had their reassuring answers before. */
static bool
finds_all_answered(const struct record *more, const struct weighed_case *after)
{
	return more->kind == KIND_ANSWER && more->code == QUESTION_SUSPICION
	    && more->value == ANSWER_YES
	    && weighing_question_of(weighing_rule_at_home(&after->weighing)) == QUESTION_RESULT;
}

/* Fails when one more record lowers the level without a reason. Whether it lowered it at all. */
static bool
check_level(
    const struct weighed_case *before, const struct record *more, const struct weighed_case *after)
{
	if (weighing_protection(&after->weighing) >= weighing_protection(&before->weighing))
		return false;
	if (worry_was_awaited(more, before) || worry_takes_back(more, before)
	    || puts_off_a_judged_day(more, &after->state) || finds_all_answered(more, after))
		return true;
	story_show_record(more);
	fail_msg("that record makes W%02u of W%02u", weighing_rule_at_home(&after->weighing),
	    weighing_rule_at_home(&before->weighing));
	return true;
}

static void
test_a_worry_never_lowers_protection(void **state)
{
	static struct story story;
	static struct weighed_case before, after;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);

		worry_weigh(&before, &case_state, STORY_TODAY);
		story.timed = 50;
		for (unsigned i = 0; i < 8; i++) {
			struct record more = worry_make(&story);

			case_state = cases_copy(&before.state);
			case_take(&case_state, &more, cases_rests());
			worry_weigh(&after, &case_state, STORY_TODAY);
			if (check_level(&before, &more, &after)
			    && weighing_protection(&before.weighing) == 6)
				fail_msg("seed %lu: a report now is lost", (unsigned long)seed);
		}
	}
}

/* What small cases are made of, each on each of two days: one of each that makes a difference. */
static const char *const small_records[] = {"signal fear seen", "signal runs-away seen",
    "signal honour seen", "signal staff seen", "consult veilig-thuis named",
    "done veilig-thuis report", "talk parents wants-help", "talk parents no-help",
    "talk parents skipped-safety", "plan review - 05-01", "plan term - 05-01",
    "answer suspicion yes", "answer suspicion doubt", "answer suspicion no", "answer concern yes",
    "answer concern no", "answer unsafe acute", "answer unsafe doubt", "answer unsafe no",
    "answer can-help yes", "answer can-help doubt", "answer can-help no", "answer accepts yes",
    "answer accepts doubt", "answer accepts no", "answer result yes", "answer result doubt",
    "answer result no"};

enum { SMALL = 2 * COUNT_OF(small_records) };

static void
make_small_records(struct record small[SMALL])
{
	for (size_t i = 0; i < SMALL; i++) {
		struct told_case told;
		char story[64];

		snprintf(story, sizeof(story), "03-%02zu %s", 10 + i % 2, small_records[i / 2]);
		cases_tell(&told, story);
		small[i] = told.record[0];
	}
}

static bool
is_worry(const struct record *record)
{
	switch (record->kind) {
	case KIND_ANSWER:
		return worry_is_answer(record->code, record->value);
	case KIND_TALK:
		return record->value != TALK_WANTS_HELP;
	default:
		return record->kind == KIND_SIGNAL || record->kind == KIND_PLAN;
	}
}

/* Every case of up to three small records, and one worry more. */
static void
test_no_worry_lowers_a_small_case(void **state)
{
	static struct record small[SMALL];
	static struct weighed_case before, after;
	day_number today = cases_day("05-02");

	(void)state;
	make_small_records(small);
	for (size_t a = 0; a < SMALL; a++)
		for (size_t b = a; b < SMALL; b++)
			for (size_t c = b; c < SMALL; c++) {
				const struct record records[] = {small[a], small[b], small[c]};
				struct case_state case_state = cases_state(records, 3);

				worry_weigh(&before, &case_state, today);
				for (size_t more = 0; more < SMALL; more++) {
					if (!is_worry(&small[more]))
						continue;
					case_state = cases_copy(&before.state);
					case_take(&case_state, &small[more], cases_rests());
					worry_weigh(&after, &case_state, today);
					check_level(&before, &small[more], &after);
				}
			}
}

static void
test_time_never_lowers_protection(void **state)
{
	static struct story story;
	unsigned long raised = 0;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);
		struct weighing one = weigh(&case_state, STORY_TODAY);
		day_number later = STORY_TODAY + 1 + chance_below(&story.chance, 300);
		struct weighing other = weigh(&case_state, later);

		if (weighing_protection(&other) < weighing_protection(&one))
			fail_msg("seed %lu: W%02u becomes W%02u by time alone", (unsigned long)seed,
			    one.rule, other.rule);
		raised += weighing_protection(&other) > weighing_protection(&one);
	}
	assert_true(raised > 50);
}

/* Whether an answer is the only one of its case, or of several to its question on one day. */
static bool
has_a_part_in_others(const struct story *story, const struct record *answer)
{
	size_t answers = 0, of_day = 0;

	for (size_t i = 0; i < story->count; i++) {
		const struct record *record = &story->record[i];

		answers += record->kind == KIND_ANSWER;
		of_day += record->kind == KIND_ANSWER && record->code == answer->code
		    && span_day(record->when) == span_day(answer->when);
	}
	return answers == 1 || of_day > 1;
}

/* Whether a record does nothing but reassure. The first answer begins the weighings; a suspicion no
 * ends a round, an accepts yes what was said of the result before, and a concern no the concern
 * before: who takes one of these away brings back what it ended. A report makes answers stale. */
static bool
reassures(const struct story *story, const struct record *record)
{
	switch (record->kind) {
	case KIND_CONSULT:
		return true;
	case KIND_DONE:
		return !vocabulary_is_report(record->value);
	case KIND_TALK:
		return record->value == TALK_WANTS_HELP;
	case KIND_CONSENT:
		return record->value == ANSWER_YES;
	case KIND_ANSWER:
		return !worry_is_answer(record->code, record->value)
		    && (record->code == QUESTION_UNSAFE || record->code == QUESTION_CAN_HELP
			|| record->code == QUESTION_RESULT)
		    && !has_a_part_in_others(story, record);
	default:
		return false;
	}
}

static void
test_nothing_is_safer_without_what_reassures(void **state)
{
	static struct story story, less;
	unsigned long raised = 0;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);
		struct weighing one = weigh(&case_state, STORY_TODAY);

		for (size_t i = 0; i < story.count && story.count > 1; i++) {
			if (!reassures(&story, &story.record[i]))
				continue;
			less = story;
			less.record[i] = less.record[--less.count];
			case_state = story_state(&less);
			struct weighing other = weigh(&case_state, STORY_TODAY);
			if (weighing_protection(&other) < weighing_protection(&one)) {
				story_show_record(&story.record[i]);
				fail_msg("seed %lu: without that record W%02u becomes W%02u",
				    (unsigned long)seed, one.rule, other.rule);
			}
			raised += weighing_protection(&other) > weighing_protection(&one);
		}
	}
	assert_true(raised > 1000);
}

/* The answers to each question, the most protective first. */
static const uint8_t protective[QUESTIONS][6] = {
    {ANSWER_YES, ANSWER_DOUBT, ANSWER_NO}, /* suspicion */
    {ANSWER_YES, ANSWER_DOUBT, ANSWER_NO}, /* concern */
    {ANSWER_ACUTE, ANSWER_DISCLOSURE, ANSWER_STRUCTURAL, ANSWER_YES, ANSWER_DOUBT, ANSWER_NO},
    {ANSWER_NO, ANSWER_DOUBT, ANSWER_YES}, /* can-help */
    {ANSWER_NO, ANSWER_DOUBT, ANSWER_YES}, /* accepts */
    {ANSWER_NO, ANSWER_DOUBT, ANSWER_YES}, /* result */
};

/* Two answers without a time on the last day of a case: the question has the more protective
 * value, or one that is more so still. */
static void
test_more_protective_of_two_answers(void **state)
{
	static struct story story;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		enum word question = story_pick(&story, QUESTION_FIRST, QUESTION_END);
		const uint8_t *answers = protective[question - QUESTION_FIRST];
		uint32_t count = question == QUESTION_UNSAFE ? 6 : 3;
		uint32_t more = chance_below(&story.chance, count - 1), position = 0;
		uint32_t less = more + 1 + chance_below(&story.chance, count - more - 1);
		struct record record = {
		    .kind = KIND_ANSWER, .code = question, .when = span_of_day(STORY_TODAY)};
		struct case_state case_state = story_state(&story);
		struct assessment assessment;

		record.value = answers[more];
		case_take(&case_state, &record, cases_rests());
		record.value = answers[less];
		case_take(&case_state, &record, cases_rests());
		assessment_make(&assessment, &case_state, STORY_TODAY);
		const struct standing *standing = assessment_question(&assessment, question);
		while (position < count && answers[position] != standing->value)
			position++;
		if (position <= more)
			continue;
		story_show(&story);
		fail_msg("seed %lu: %s is \"%s\" with %s and %s beside each other",
		    (unsigned long)seed, vocabulary_token(question),
		    vocabulary_token(standing->value), vocabulary_token(answers[more]),
		    vocabulary_token(answers[less]));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_random_cases_reach_every_rule),
	    cmocka_unit_test(test_order_makes_no_difference),
	    cmocka_unit_test(test_a_worry_never_lowers_protection),
	    cmocka_unit_test(test_no_worry_lowers_a_small_case),
	    cmocka_unit_test(test_time_never_lowers_protection),
	    cmocka_unit_test(test_nothing_is_safer_without_what_reassures),
	    cmocka_unit_test(test_more_protective_of_two_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
