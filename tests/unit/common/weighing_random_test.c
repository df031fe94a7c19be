/*
 * Goal: over random cases, the order of the records makes no difference, one
 * more signal never lowers the protection, and where two answers of one day
 * leave open which came last the more protective counts.
 */

#include "support/check.h"

#include "support/story.h"
#include "rules/weighing.h"

enum { CASES = 150000, RULES = 34 };

static struct weighing
weigh(const struct case_state *state)
{
	struct assessment assessment;

	assessment_make(&assessment, state, STORY_TODAY);
	return weighing_of(&assessment);
}

/* The records of a case in words, for a message. */
static void
show(const struct story *story)
{
	for (size_t i = 0; i < story->count; i++) {
		const struct record *record = &story->record[i];
		char day[DAY_TEXT_SIZE], due[DAY_TEXT_SIZE];

		print_error("%s", span_write_day(span_day(record->when), day));
		if (!span_is_whole_day(record->when))
			print_error("+%u", record->when.begin & 2047);
		print_error(" %s %s %s %s\n", vocabulary_token(record->kind),
		    vocabulary_token(record->code), vocabulary_token(record->value),
		    span_write_day(record->due, due));
	}
}

/* The cases are worth something: each rule is reached by many. */
static void
test_random_cases_reach_every_rule(void **state)
{
	unsigned long reached[RULES + 1] = {0};
	static struct story story;
	char name[8];

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state case_state = story_state(&story);

		reached[weigh(&case_state).rule]++;
	}
	for (unsigned rule = 1; rule <= RULES; rule++) {
		snprintf(name, sizeof(name), "W%02u", rule);
		check_number(name, "is reached often", reached[rule] >= 50, true);
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
			struct weighing one = weigh(&before), other = weigh(&after);

			if (memcmp(&before, &after, sizeof(before)) == 0 && one.rule == other.rule
			    && one.due == other.due && one.flags == other.flags)
				continue;
			show(&story);
			fail_msg("seed %lu: W%02u, and W%02u in another order", (unsigned long)seed,
			    one.rule, other.rule);
		}
	}
}

/* One more signal, of any code, on a day of the case or any other, with or without a time. */
static struct record
one_more_signal(struct story *story)
{
	size_t near = chance_below(&story->chance, (uint32_t)story->count);
	day_number day = chance_is(&story->chance, 60)
	    ? span_day(story->record[near].when)
	    : STORY_FIRST + chance_below(&story->chance, STORY_TODAY - STORY_FIRST + 1);

	return (struct record){.kind = KIND_SIGNAL,
	    .code = story_pick(story, SIGNAL_FIRST, SIGNAL_END),
	    .value = story_pick(story, KNOWN_FIRST, KNOWN_END),
	    .when = story_when(story, day)};
}

static void
test_a_signal_never_lowers_protection(void **state)
{
	static struct story story;

	(void)state;
	for (uint64_t seed = 0; seed < CASES; seed++) {
		story_make(&story, seed);
		struct case_state before = story_state(&story);
		struct weighing one = weigh(&before);

		story.timed = 50;
		for (unsigned i = 0; i < 8; i++) {
			struct record more = one_more_signal(&story);
			struct case_state after = before;

			case_take(&after, &more);
			struct weighing other = weigh(&after);
			if (weighing_protection(other.outcome) >= weighing_protection(one.outcome))
				continue;
			show(&story);
			fail_msg("seed %lu: W%02u becomes W%02u with signal %s on %u+%u",
			    (unsigned long)seed, one.rule, other.rule, vocabulary_token(more.code),
			    span_day(more.when), more.when.begin & 2047);
		}
	}
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
		case_take(&case_state, &record);
		record.value = answers[less];
		case_take(&case_state, &record);
		assessment_make(&assessment, &case_state, STORY_TODAY);
		const struct standing *standing = assessment_question(&assessment, question);
		while (position < count && answers[position] != standing->value)
			position++;
		if (position <= more)
			continue;
		show(&story);
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
	    cmocka_unit_test(test_a_signal_never_lowers_protection),
	    cmocka_unit_test(test_more_protective_of_two_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
