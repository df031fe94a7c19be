/*
 * Goal: a derived record is written as any record would be, however long its parts
 * are, and is read back as it was; no part of it needs quotes.
 */

#include "support/check.h"

#include "records/fields.h"
#include "records/reader.h"
#include "rules/derived.h"
#include "rules/weighing.h"
#include "support/written.h"

static const char longest_id[] = "K23456789.123456789-123456789_12";

static struct case_state
state_of(const char *id)
{
	struct case_state state = {.key.school = record_read_school(BYTES("03AB00"))};

	memcpy(state.key.id, id, strlen(id));
	return state;
}

/* The fields are those that a writer of records finds plain. */
static void
check_plain(struct bytes line)
{
	struct fields fields;
	char again[LINE_MAX_LENGTH];

	fields_open(&fields, ',');
	assert_int_equal(fields_split(&fields, line, FIELDS_RECORD), FIELDS_FINE);
	assert_int_equal(fields.count, RECORD_COLUMNS);
	char *end = writer_format(again, fields.field, fields.count, ',');
	check_bytes("derived", "by fields", (struct bytes){again, (size_t)(end - again)}, line);
	fields_close(&fields);
}

/* Writes one, and says what is to be read of it. */
static void
check_derived(const struct case_state *state, const struct derived *derived, const char *expected)
{
	static struct written written;
	struct bytes line;

	derived_write(written_open(&written), state, derived);
	check_string("derived", "written", written_text(&written), expected);
	line = (struct bytes){written.text, written.length - 1};
	assert_int_equal(written.text[line.length], '\n');
	check_plain(line);
}

static void
test_longest_weighing(void **state)
{
	struct weighing weighing = {.also = 35, .flags = UINT32_MAX};
	struct case_state longest = state_of(longest_id);
	char flags[FLAGS_TEXT_SIZE], expected[1024];

	(void)state;
	for (enum word outcome = OUTCOME_FIRST; outcome < OUTCOME_END; outcome++) {
		weighing_write_flags(&weighing, flags);
		snprintf(expected, sizeof(expected),
		    "%s,2199-12-31,03AB00,weigh,%s,W35,2199-12-30,mc-weigh,%s\n", longest_id,
		    vocabulary_token(outcome), flags);
		check_derived(&longest,
		    &(struct derived){
			KIND_WEIGH, outcome, LAST_DAY, "W35", LAST_DAY - 1, "mc-weigh", flags},
		    expected);
	}
	assert_int_equal(strlen(longest_id), CASE_MAX_LENGTH);
	assert_true(strlen(flags) > 200);
}

static void
test_every_referral(void **state)
{
	struct case_state shortest = state_of("K");
	char manner[MANNER_TEXT_SIZE], expected[1024];

	(void)state;
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		for (enum word action = ACTION_FIRST; action < ACTION_END; action++) {
			derived_write_manner(22, action % 2 == 0, manner);
			snprintf(expected, sizeof(expected),
			    "K,2000-01-01,03AB00,refer,%s,%s,,mc-refer,%s\n",
			    vocabulary_token(partner), vocabulary_token(action), manner);
			check_derived(&shortest,
			    &(struct derived){KIND_REFER, partner, 1, vocabulary_token(action),
				NO_DAY, "mc-refer", manner},
			    expected);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_longest_weighing),
	    cmocka_unit_test(test_every_referral),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
