/*
 * Goal: of a hundred thousand cases each is found again, in the order in which
 * they first came, and none is mixed up with another; a fact that is gathered
 * is in its case as soon as anybody looks.
 */

#include "support/cases.h"

#include "rules/case_table.h"

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
		assert_ptr_equal(
		    case_table_number(table, case_table_number_of(table, states[i])), states[i]);
		/* Short pseudonyms come twice. */
		if (states[i]->topics == 0)
			assert_ptr_equal(states[i], case_table_number(table, (*count)++));
		states[i]->topics = 1;
	}
	assert_int_equal(case_table_count(table), *count);
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
	assert_int_equal(case_table_count(&table), count);

	case_table_empty(&table);
	assert_int_equal(case_table_count(&table), 0);
	name_case(0, id, &record); /* the one that was found last */
	assert_int_equal(case_table_at(&table, &record)->topics, 0); /* nothing left of before */
	assert_int_equal(case_table_count(&table), 1);
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
					assert_int_equal(case_table_count(&table), count);
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

/* A random fact of one of so many cases. */
static void
make_fact(struct chance *chance, uint32_t cases, char id[CASE_MAX_LENGTH], struct record *record)
{
	day_number day = 1 + chance_below(chance, 1000);

	*record = (struct record){.when = span_of_day(day)};
	if (chance_below(chance, 2) == 0)
		record->when = span_of_minute(day, chance_below(chance, LAST_MINUTE));
	name_case(chance_below(chance, cases), id, record);
	if (chance_below(chance, 2) == 0) {
		record->kind = KIND_SIGNAL;
		record->code = SIGNAL_FIRST + chance_below(chance, SIGNAL_END - SIGNAL_FIRST);
	} else {
		record->kind = KIND_PLAN;
		record->code = PLAN_TERM;
		record->due = 1 + chance_below(chance, 1000);
	}
}

static void
check_same_cases(const struct case_table *got, const struct case_table *want)
{
	assert_int_equal(case_table_count(got), case_table_count(want));
	for (size_t i = 0; i < case_table_count(want); i++)
		assert_true(cases_are_equal(case_table_number(got, i), case_table_number(want, i)));
}

/* Gathered facts change their cases as facts that are taken at once do, and the order in which
 * cases first came is kept, whenever a state is asked for in between. */
static void
test_gathered_facts_arrive(void **state)
{
	struct chance chance = {7};
	struct case_table gathered, direct;
	char id[CASE_MAX_LENGTH];
	struct record record;

	(void)state;
	case_table_open(&gathered);
	case_table_open(&direct);
	for (uint32_t cases = 1; cases < 5000; cases *= 3) {
		for (uint32_t i = 0; i < 10000; i++) {
			make_fact(&chance, cases, id, &record);
			case_take(case_table_at(&direct, &record), &record, &direct.rests);
			if (chance_below(&chance, 50) == 0)
				case_take(
				    case_table_at(&gathered, &record), &record, &gathered.rests);
			else
				case_table_take(&gathered, &record);
		}
		case_table_settle(&gathered);
		check_same_cases(&gathered, &direct);
		case_table_empty(&gathered);
		case_table_empty(&direct);
	}
	case_table_close(&gathered);
	case_table_close(&direct);
}

/* Facts that come one after the other need their case found once; but an equal pseudonym of another
 * school, or one that begins the same, is another case. Each row is a case's and a day. */
static const struct {
	const char *id;
	school_code school;
	day_number day;
} run_rows[] = {{"K-1", 1, 10}, {"K-1", 1, 11}, {"K-1", 2, 12}, {"K-1", 2, 13}, {"K-1", 1, 14},
    {"K-10", 1, 15}, {"K-10", 1, 16}, {"K-1", 1, 17}};

static const struct {
	const char *id;
	school_code school;
	day_number first, newest;
} run_cases[] = {{"K-1", 1, 10, 17}, {"K-1", 2, 12, 13}, {"K-10", 1, 15, 16}};

static void
check_runs(struct case_table *table, unsigned asking)
{
	case_table_empty(table);
	for (size_t i = 0; i < COUNT_OF(run_rows); i++) {
		struct record record = {.kind = KIND_SIGNAL,
		    .code = SIGNAL_FEAR,
		    .school = run_rows[i].school,
		    .when = span_of_day(run_rows[i].day),
		    .column = {[COLUMN_CASE] = bytes_of(run_rows[i].id)}};

		if (asking & 1u << i)
			case_take(case_table_at(table, &record), &record, &table->rests);
		else
			case_table_take(table, &record);
	}
	case_table_settle(table);
	assert_int_equal(case_table_count(table), COUNT_OF(run_cases));
	for (size_t i = 0; i < COUNT_OF(run_cases); i++) {
		const struct case_state *got = case_table_number(table, i);

		assert_true(bytes_equal(case_id(got), bytes_of(run_cases[i].id)));
		assert_int_equal(got->key.school, run_cases[i].school);
		assert_int_equal(got->all.first, span_of_day(run_cases[i].first).begin);
		assert_int_equal(case_date(got), run_cases[i].newest);
	}
}

static void
test_runs_of_a_case(void **state)
{
	struct case_table table;

	(void)state;
	case_table_open(&table);
	for (unsigned asking = 0; asking < 1u << COUNT_OF(run_rows); asking++)
		check_runs(&table, asking);
	case_table_close(&table);
}

static void
test_gathered_facts_end_a_run_and_are_forgotten(void **state)
{
	struct case_table table;
	struct record record = {.school = 1, .column = {[COLUMN_CASE] = BYTES("K-1")}};

	(void)state;
	case_table_open(&table);
	case_table_take(&table, &record);
	record.column[COLUMN_CASE] = BYTES("K-2");
	assert_true(case_table_ends_run(&table, &record));
	case_table_take(&table, &record);
	case_table_empty(&table);
	case_table_settle(&table);
	assert_int_equal(case_table_count(&table), 0);
	case_table_close(&table);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_each_is_found_again),
	    cmocka_unit_test(test_near_ones_are_apart),
	    cmocka_unit_test(test_runs),
	    cmocka_unit_test(test_gathered_facts_arrive),
	    cmocka_unit_test(test_runs_of_a_case),
	    cmocka_unit_test(test_gathered_facts_end_a_run_and_are_forgotten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
