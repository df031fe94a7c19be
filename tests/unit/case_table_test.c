/*
 * Goal: of a hundred thousand cases each is found again, in the order in which
 * they first came, and none is mixed up with another.
 */

#include "check.h"

#include "case_table.h"

enum { CASES = 100000 };

/* A pseudonym of 1 to 32 characters and a school, the same for the same number. */
static void
name_case(uint32_t number, char id[CASE_MAX_LENGTH], struct record *record)
{
	static const char letters[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
	struct chance chance = {number * UINT64_C(0x9E3779B97F4A7C15) + 1};
	size_t length = chance_below(&chance, CASE_MAX_LENGTH) + 1;

	chance_next(&chance);
	for (size_t i = 0; i < length; i++)
		id[i] = letters[chance_below(&chance, i == 0 ? 62 : 65)];
	record->column[COLUMN_CASE] = (struct bytes){id, length};
	record->school = 1 + chance_below(&chance, 3);
}

/* Whether the state is that of the record. */
static bool
is_of(const struct case_state *state, const struct record *record)
{
	struct bytes id = record->column[COLUMN_CASE];

	return state->key.school == record->school && memcmp(state->key.id, id.at, id.length) == 0
	    && (id.length == CASE_MAX_LENGTH || state->key.id[id.length] == '\0');
}

static void
fill(struct case_table *table, struct case_state *states[], uint32_t from, size_t *count)
{
	char id[CASE_MAX_LENGTH];
	struct record record;

	*count = 0;
	for (uint32_t i = 0; i < CASES; i++) {
		name_case(from + i, id, &record);
		states[i] = case_table_at(table, &record);
		assert_true(is_of(states[i], &record));
		/* Short pseudonyms come twice. */
		if (states[i]->topics == 0)
			assert_ptr_equal(states[i], case_table_number(table, (*count)++));
		states[i]->topics = 1;
	}
	assert_int_equal(table->count, *count);
}

static void
test_each_is_found_again(void **state)
{
	struct case_table table;
	struct case_state **states = calloc(CASES, sizeof(*states));
	char id[CASE_MAX_LENGTH];
	struct record record;
	size_t count, again;

	(void)state;
	case_table_open(&table);
	fill(&table, states, 0, &count);
	assert_true(count > CASES * 9 / 10);
	/* Where it was: no block has moved. */
	for (uint32_t i = CASES; i-- > 0;) {
		name_case(i, id, &record);
		assert_ptr_equal(case_table_at(&table, &record), states[i]);
	}
	assert_int_equal(table.count, count);

	case_table_empty(&table);
	assert_int_equal(table.count, 0);
	name_case(0, id, &record); /* the one that was found last */
	assert_int_equal(case_table_at(&table, &record)->topics, 0); /* nothing left of before */
	assert_int_equal(table.count, 1);
	case_table_empty(&table);
	fill(&table, states, CASES, &again);
	case_table_close(&table);
	free(states);
}

/* Pseudonyms that differ little: at each length in each byte, in length, in case, in school. */
static void
test_near_ones_are_apart(void **state)
{
	struct case_table table;
	struct record record;
	char id[CASE_MAX_LENGTH];
	size_t count = 0;

	(void)state;
	case_table_open(&table);
	for (unsigned round = 0; round < 2; round++)
		for (size_t length = 1; length <= CASE_MAX_LENGTH; length++)
			for (size_t changed = 0; changed <= length; changed++)
				for (school_code school = 1; school <= 2; school++) {
					memset(id, 'a', sizeof(id));
					if (changed < length)
						id[changed] = 'A';
					record.column[COLUMN_CASE] = (struct bytes){id, length};
					record.school = school;
					struct case_state *found = case_table_at(&table, &record);

					assert_true(is_of(found, &record));
					count += round == 0;
					assert_int_equal(table.count, count);
				}
	case_table_close(&table);
}

static void
test_runs(void **state)
{
	struct case_table table;
	struct record record = {.school = 1, .column = {[COLUMN_CASE] = BYTES("K-1")}};

	(void)state;
	case_table_open(&table);
	assert_false(case_table_ends_run(&table, &record));
	case_table_at(&table, &record);
	assert_false(case_table_ends_run(&table, &record));
	record.school = 2; /* another school: the same run */
	assert_false(case_table_ends_run(&table, &record));
	case_table_at(&table, &record);
	record.column[COLUMN_CASE] = BYTES("K-10");
	assert_true(case_table_ends_run(&table, &record));
	record.column[COLUMN_CASE] = BYTES("K-");
	assert_true(case_table_ends_run(&table, &record));
	case_table_empty(&table);
	assert_false(case_table_ends_run(&table, &record));
	case_table_close(&table);
}

/* A hint about what comes is worth nothing else: whatever it is, the same cases are found. */
static void
test_foreseeing_changes_nothing(void **state)
{
	static const char *const ahead[] = {"", ",", ",,,", "K-1", "K-1,2026-10-05",
	    "K-1,2026-10-05,", "K-1,2026-10-05,03AB0", "K-1,2026-10-05,03AB00,signal",
	    "K-2,x,03AB00,", "\"K-1\",2026-10-05,03AB00,signal", "\n\n\n", "case,date,school,kind",
	    "K-123456789012345678901234567890123456789,2026-10-05,03AB00,"};
	enum { HINTS = sizeof(ahead) / sizeof(ahead[0]) };
	struct case_table table;
	char id[CASE_MAX_LENGTH];
	struct record record;

	(void)state;
	case_table_open(&table);
	for (uint32_t i = 0; i < 4000; i++) {
		name_case(i % 1000, id, &record);
		case_table_foresee(&table, bytes_of(ahead[i % HINTS]));
		assert_true(is_of(case_table_at(&table, &record), &record));
	}
	assert_true(table.count <= 1000);
	case_table_empty(&table);
	case_table_foresee(&table, bytes_of(ahead[7]));
	assert_int_equal(table.count, 0);
	case_table_close(&table);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_is_found_again),
	    cmocka_unit_test(test_near_ones_are_apart),
	    cmocka_unit_test(test_runs),
	    cmocka_unit_test(test_foreseeing_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
