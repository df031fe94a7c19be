/*
 * Goal: the least value of a set's newest records is that of the list of its
 * records, in whatever order they came, and so is the least of those among
 * them that are among the newest of a larger set.
 */

#include "support/check.h"

#include "records/vocabulary.h"
#include "rules/newest_least.h"

/* Two days, each whole or one of two minutes, with no value or one of two. */
enum { DAYS = 2, FORMS = 3, VALUES = 3, RECORDS = DAYS * FORMS * VALUES, LONGEST = 3 };

/* Each list of up to LONGEST records, as a number; every order of them is another list. */
enum { LISTS = 1 + RECORDS + RECORDS * RECORDS + RECORDS * RECORDS * RECORDS };

struct list {
	size_t count, record[LONGEST];
};

static struct list
nth_list(size_t n)
{
	struct list list = {0, {0}};

	for (; n > 0; n = (n - 1) / RECORDS)
		list.record[list.count++] = (n - 1) % RECORDS;
	return list;
}

static struct span
when_of(size_t record)
{
	day_number day = (day_number)(record / VALUES / FORMS) + 10;
	unsigned form = (unsigned)(record / VALUES % FORMS);

	return form == 0 ? span_of_day(day) : span_of_minute(day, form);
}

/* 0 is a record without a value. */
static uint32_t
value_of(size_t record)
{
	return (uint32_t)(record % VALUES);
}

static struct newest_least
least_of(const struct list *list)
{
	struct newest_least least = {0};

	for (size_t i = 0; i < list->count; i++)
		newest_least_add(&least, when_of(list->record[i]), value_of(list->record[i]));
	return least;
}

static struct span_set
set_of(const struct list *list)
{
	struct span_set set = {0};

	for (size_t i = 0; i < list->count; i++)
		span_set_add(&set, when_of(list->record[i]));
	return set;
}

/* The least value of the list's records that are before no record of all, and of the list. */
static uint32_t
list_least(const struct list *list, struct span_set all)
{
	uint32_t least = 0;

	for (size_t i = 0; i < list->count; i++) {
		uint32_t value = value_of(list->record[i]);

		if (when_of(list->record[i]).end >= span_set_begin(all) && value != 0
		    && (least == 0 || value < least))
			least = value;
	}
	return least;
}

static void
test_least_of_the_newest(void **state)
{
	(void)state;
	for (size_t i = 0; i < LISTS; i++) {
		struct list list = nth_list(i);
		struct newest_least least = least_of(&list);

		if (newest_least_value(least) != list_least(&list, set_of(&list)))
			fail_msg("list %zu: %u", i, newest_least_value(least));
		check_number("list", "when", newest_least_when(least).newest, set_of(&list).newest);
	}
}

/* The larger set has one record more. */
static void
test_least_among_the_newest_of_more(void **state)
{
	(void)state;
	for (size_t i = 0; i < LISTS; i++)
		for (size_t more = 0; more < RECORDS; more++) {
			struct list list = nth_list(i);
			struct span_set all = set_of(&list);

			span_set_add(&all, when_of(more));
			if (newest_least_among(least_of(&list), all) != list_least(&list, all))
				fail_msg("list %zu with record %zu", i, more);
		}
}

/* As large as values are: the last day, and the last word. */
static void
test_large_values(void **state)
{
	struct newest_least least = {0};

	(void)state;
	assert_true((int)WORD_COUNT <= (int)LAST_VALUE);
	newest_least_add(&least, span_of_day(LAST_DAY), LAST_DAY);
	assert_int_equal(newest_least_value(least), LAST_DAY);
	assert_int_equal(
	    newest_least_when(least).newest, span_set_of(span_of_day(LAST_DAY)).newest);
	newest_least_add(&least, span_of_minute(LAST_DAY, LAST_MINUTE), LAST_VALUE);
	assert_int_equal(least.of_minute, LAST_VALUE);
	assert_int_equal(newest_least_value(least), LAST_DAY);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_least_of_the_newest),
	    cmocka_unit_test(test_least_among_the_newest_of_more),
	    cmocka_unit_test(test_large_values),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
