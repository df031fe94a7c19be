/*
 * Goal: days are right from 2000 to 2199, impossible dates are none, and the
 * numbers that a set of spans is kept in tell the same as the list of its
 * spans would, in whatever order they came.
 */

#include "support/check.h"

#include "records/span.h"

/* A calendar of its own: it counts on, one day at a time. */
static void
test_every_day_there_and_back(void **state)
{
	static const unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	day_number day = NO_DAY;
	char text[DAY_TEXT_SIZE], expected[32];
	unsigned year, month, of_month;

	(void)state;
	for (unsigned y = FIRST_YEAR; y <= LAST_YEAR; y++)
		for (unsigned m = 1; m <= 12; m++) {
			bool leaps = m == 2 && ((y % 4 == 0 && y % 100 != 0) || y % 400 == 0);

			for (unsigned d = 1; d <= lengths[m - 1] + leaps; d++) {
				snprintf(expected, sizeof(expected), "%u-%02u-%02u", y, m, d);
				check_number(expected, "day", span_day_of(y, m, d), ++day);
				check_string(expected, "text", span_write_day(day, text), expected);
				check_number(
				    expected, "read", span_read_day(bytes_of(expected)), day);
				span_date_of(day, &year, &month, &of_month);
				check_number(expected, "year", year, y);
				check_number(expected, "month", month, m);
				check_number(expected, "day of month", of_month, d);
			}
		}
	assert_int_equal(day, LAST_DAY);
	assert_string_equal(span_write_day(NO_DAY, text), "");
}

static const struct date_row {
	struct bytes text;
	day_number day;
	int minute; /* -1 for a whole day */
} date_rows[] = {
    {BYTES("2000-01-01"), 1, -1},
    {BYTES("2000-01-01T00:00"), 1, 0},
    {BYTES("2000-12-31T23:59"), 366, 1439},
    {BYTES("2001-01-01T12:34"), 367, 754},
    {BYTES("2199-12-31"), LAST_DAY, -1},
    {BYTES("2199-12-31T23:59"), LAST_DAY, 1439},
    {BYTES("2100-02-28"), 36584, -1},
    /* what is none */
    {BYTES(""), NO_DAY, 0},
    {BYTES("2026-02-29"), NO_DAY, 0},
    {BYTES("2100-02-29"), NO_DAY, 0},
    {BYTES("2026-02-30"), NO_DAY, 0},
    {BYTES("2026-04-31"), NO_DAY, 0},
    {BYTES("2026-13-01"), NO_DAY, 0},
    {BYTES("2026-00-01"), NO_DAY, 0},
    {BYTES("2026-01-00"), NO_DAY, 0},
    {BYTES("2026-01-32"), NO_DAY, 0},
    {BYTES("1999-12-31"), NO_DAY, 0},
    {BYTES("2200-01-01"), NO_DAY, 0},
    {BYTES("0000-00-00"), NO_DAY, 0},
    {BYTES("2026-1-01"), NO_DAY, 0},
    {BYTES("2026-01-1"), NO_DAY, 0},
    {BYTES("26-01-01"), NO_DAY, 0},
    {BYTES("01-02-2026"), NO_DAY, 0},
    {BYTES("2026/01/01"), NO_DAY, 0},
    {BYTES("2026-01-01 "), NO_DAY, 0},
    {BYTES(" 2026-01-01"), NO_DAY, 0},
    {BYTES("2026-01-01T"), NO_DAY, 0},
    {BYTES("2026-01-01T24:00"), NO_DAY, 0},
    {BYTES("2026-01-01T23:60"), NO_DAY, 0},
    {BYTES("2026-01-01T9:05"), NO_DAY, 0},
    {BYTES("2026-01-01 09:05"), NO_DAY, 0},
    {BYTES("2026-01-01t09:05"), NO_DAY, 0},
    {BYTES("2026-01-01T09:5a"), NO_DAY, 0},
    {BYTES("2026-01-01T09.05"), NO_DAY, 0},
    {BYTES("2026-01-01T09:05:00"), NO_DAY, 0},
    {BYTES("2026-01-01T09:05Z"), NO_DAY, 0},
    {BYTES("2026-02-30T09:05"), NO_DAY, 0},
    {BYTES("2026-01-0\0"), NO_DAY, 0},
    {BYTES("2026-01-:1"), NO_DAY, 0},
    {BYTES("2026-01-/1"), NO_DAY, 0},
    {BYTES("-026-01-01"), NO_DAY, 0},
};

static void
test_dates(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(date_rows); i++) {
		const struct date_row *row = &date_rows[i];
		struct span untouched = {7, 7}, span = untouched;
		bool is_date = span_read(row->text, &span);
		bool is_day = row->day != NO_DAY && row->minute == -1;

		check_number(row->text.at, "is a date", is_date, row->day != NO_DAY);
		check_number(
		    row->text.at, "as a day", span_read_day(row->text), is_day ? row->day : NO_DAY);
		if (!is_date) {
			assert_memory_equal(&span, &untouched, sizeof(span));
			continue;
		}
		check_number(row->text.at, "day", span_day(span), row->day);
		check_number(row->text.at, "is whole", span_is_whole_day(span), is_day);
		if (!is_day)
			check_number(
			    row->text.at, "minute", span.begin & 2047, (unsigned)row->minute);
	}
}

static void
test_no_such_day(void **state)
{
	(void)state;
	assert_int_equal(span_day_of(1999, 12, 31), NO_DAY);
	assert_int_equal(span_day_of(2200, 1, 1), NO_DAY);
	assert_int_equal(span_day_of(2026, 0, 1), NO_DAY);
	assert_int_equal(span_day_of(2026, 13, 1), NO_DAY);
	assert_int_equal(span_day_of(2026, 6, 31), NO_DAY);
	assert_int_equal(span_day_of(2026, 6, 0), NO_DAY);
	assert_int_equal(span_day_of(0u - 1, 1, 1), NO_DAY);
}

/* The spans of which small sets are made: three days, each whole or one of three minutes. */
enum { DAYS = 3, FORMS = 4, SPANS = DAYS * FORMS, LONGEST = 3 };

static struct span
nth_span(size_t n)
{
	static const unsigned minutes[] = {0, 1, LAST_MINUTE};
	day_number day = (day_number)(n / FORMS) + 10;

	return n % FORMS == 0 ? span_of_day(day) : span_of_minute(day, minutes[n % FORMS - 1]);
}

/* A set as the list of its spans. */
struct list {
	size_t count, span[LONGEST];
};

static bool
is_before(struct span a, struct span b)
{
	return a.end < b.begin;
}

static bool
list_since(const struct list *x, const struct list *y)
{
	for (size_t i = 0; i < x->count; i++) {
		bool before_some = false;

		for (size_t j = 0; j < y->count; j++)
			before_some |= is_before(nth_span(x->span[i]), nth_span(y->span[j]));
		if (!before_some)
			return true;
	}
	return false;
}

/* The day of the newest: those before no other of the list. They must lie on one day. */
static day_number
list_day(const struct list *list)
{
	day_number day = NO_DAY;

	for (size_t i = 0; i < list->count; i++) {
		bool is_newest = true;

		for (size_t j = 0; j < list->count; j++)
			is_newest &= !is_before(nth_span(list->span[i]), nth_span(list->span[j]));
		if (!is_newest)
			continue;
		assert_true(day == NO_DAY || day == span_day(nth_span(list->span[i])));
		day = span_day(nth_span(list->span[i]));
	}
	return day;
}

static struct span_set
set_of(const struct list *list)
{
	struct span_set set = {0};

	for (size_t i = 0; i < list->count; i++)
		span_set_add(&set, nth_span(list->span[i]));
	return set;
}

/* Each list of up to LONGEST spans, as a number; every order of them is another list. */
enum { LISTS = 1 + SPANS + SPANS * SPANS + SPANS * SPANS * SPANS };

static struct list
nth_list(size_t n)
{
	struct list list = {0, {0}};

	for (; n > 0; n = (n - 1) / SPANS)
		list.span[list.count++] = (n - 1) % SPANS;
	return list;
}

static void
test_sets_against_lists(void **state)
{
	static struct list lists[LISTS];
	static struct span_set sets[LISTS];

	(void)state;
	for (size_t i = 0; i < LISTS; i++) {
		lists[i] = nth_list(i);
		assert_true(lists[i].count <= LONGEST);
		sets[i] = set_of(&lists[i]);
		check_number("set", "is empty", span_set_is_empty(sets[i]), lists[i].count == 0);
		check_number("set", "day", span_set_day(sets[i]), list_day(&lists[i]));
	}
	for (size_t i = 0; i < LISTS; i++)
		for (size_t j = 0; j < LISTS; j++)
			if (span_set_since(sets[i], sets[j]) != list_since(&lists[i], &lists[j]))
				fail_msg("list %zu since list %zu is %d", i, j,
				    !list_since(&lists[i], &lists[j]));
}

static void
test_union_in_any_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < LISTS; i++) {
		struct list list = nth_list(i), turned = list;
		struct span_set each = {0};

		for (size_t j = 0; j < list.count; j++) {
			turned.span[list.count - 1 - j] = list.span[j];
			each = span_set_union(span_set_of(nth_span(list.span[j])), each);
		}
		assert_int_equal(set_of(&turned).newest, set_of(&list).newest);
		assert_int_equal(each.newest, set_of(&list).newest);
		assert_int_equal(span_set_union(each, each).newest, each.newest);
	}
}

static void
test_ends_of_a_set(void **state)
{
	struct span_set set = span_set_of(span_of_minute(10, 5));

	(void)state;
	assert_int_equal(span_set_begin(set), span_of_minute(10, 5).begin);
	assert_int_equal(span_set_end(set), span_of_minute(10, 5).end);
	span_set_add(&set, span_of_day(10));
	assert_int_equal(span_set_begin(set), span_of_minute(10, 5).begin);
	assert_int_equal(span_set_end(set), span_of_minute(10, LAST_MINUTE).end);
	span_set_add(&set, span_of_day(LAST_DAY));
	assert_int_equal(span_set_begin(set), span_of_minute(LAST_DAY, 0).begin);
	assert_int_equal(span_set_end(set), span_of_minute(LAST_DAY, LAST_MINUTE).end);
	assert_int_equal(span_set_begin((struct span_set){0}), 0);
	assert_int_equal(span_set_end((struct span_set){0}), 0);
}

static struct span_history
history_of(const struct list *list)
{
	struct span_history history = {0};

	for (size_t i = 0; i < list->count; i++)
		span_history_add(&history, nth_span(list->span[i]));
	return history;
}

static bool
is_same(struct span_history a, struct span_history b)
{
	return a.first == b.first && a.newest.newest == b.newest.newest
	    && a.next.newest == b.next.newest;
}

/* Both lists in one, each short enough that it fits. */
static struct list
joined(struct list a, const struct list *b)
{
	for (size_t i = 0; i < b->count; i++)
		a.span[a.count++] = b->span[i];
	return a;
}

static int
by_number(const void *a, const void *b)
{
	size_t one = *(const size_t *)a, other = *(const size_t *)b;

	return (one > other) - (one < other);
}

static void
test_history_in_any_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < LISTS; i++) {
		struct list list = nth_list(i), sorted = list;

		qsort(sorted.span, sorted.count, sizeof(sorted.span[0]), by_number);
		if (!is_same(history_of(&sorted), history_of(&list)))
			fail_msg("list %zu has another history when it is sorted", i);
		check_number(
		    "history", "newest", history_of(&list).newest.newest, set_of(&list).newest);
		check_number("history", "is empty", span_history_is_empty(history_of(&list)),
		    list.count == 0);
	}
}

/* All lists that together are of no more than LONGEST spans. */
static void
test_union_of_histories(void **state)
{
	(void)state;
	for (size_t i = 0; i < LISTS; i++)
		for (size_t j = 0; j < LISTS; j++) {
			struct list a = nth_list(i), b = nth_list(j), both;

			if (a.count + b.count > LONGEST)
				continue;
			both = joined(a, &b);
			if (!is_same(span_history_union(history_of(&a), history_of(&b)),
				history_of(&both)))
				fail_msg("the union of lists %zu and %zu", i, j);
		}
}

/* Of the list's first, its next-newest and its newest the first that nothing ended, as days. */
static day_number
list_after(const struct list *list, moment ended)
{
	struct span first = {0}, next = {0};
	day_number newest = list_day(list);

	for (size_t i = 0; i < list->count; i++) {
		struct span span = nth_span(list->span[i]);

		if (first.begin == 0 || span.begin < first.begin)
			first = span;
		if (span_day(span) < newest && span.begin > next.begin)
			next = span;
	}
	if (first.begin > ended)
		return span_day(first);
	return next.begin > ended ? span_day(next) : newest;
}

static void
test_day_from_which_a_duty_counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < LISTS; i++) {
		struct list list = nth_list(i);

		check_number("nothing ended", "day", span_history_after(history_of(&list), 0),
		    list_after(&list, 0));
		for (size_t ending = 0; ending < SPANS; ending++) {
			moment ended = nth_span(ending).end;

			if (span_history_after(history_of(&list), ended)
			    != list_after(&list, ended))
				fail_msg("list %zu after span %zu", i, ending);
		}
	}
}

/* A worry more makes no duty younger: it counts from its first day until something ends that, and
 * then from the day of the newest but one. */
static const struct after_row {
	const char *name;
	day_number days[5]; /* up to NO_DAY */
	day_number ended, after;
} after_rows[] = {
    {"nothing", {NO_DAY}, 11, NO_DAY},
    {"one", {10}, NO_DAY, 10},
    {"one, ended", {10}, 11, 10},
    {"one more each week", {10, 17, 24, 31}, NO_DAY, 10},
    {"ended before the first", {10, 17, 24, 31}, 9, 10},
    {"ended on the day of the first", {10, 17, 24, 31}, 10, 24},
    {"ended on the day of the next-newest", {10, 17, 24, 31}, 24, 31},
    {"ended on the day of the newest", {10, 17, 24, 31}, 31, 31},
    {"two of one day, ended", {10, 10}, 10, 10},
    {"the next-newest is of an earlier day", {10, 17, 31, 31}, 12, 17},
};

static void
test_no_duty_grows_younger(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(after_rows); i++) {
		const struct after_row *row = &after_rows[i];
		struct span_history history = {0};
		moment ended = row->ended == NO_DAY ? 0 : span_of_day(row->ended).end;

		for (size_t j = 0; row->days[j] != NO_DAY; j++)
			span_history_add(&history, span_of_day(row->days[j]));
		check_number(row->name, "day", span_history_after(history, ended), row->after);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_day_there_and_back),
	    cmocka_unit_test(test_dates),
	    cmocka_unit_test(test_no_such_day),
	    cmocka_unit_test(test_sets_against_lists),
	    cmocka_unit_test(test_union_in_any_order),
	    cmocka_unit_test(test_ends_of_a_set),
	    cmocka_unit_test(test_history_in_any_order),
	    cmocka_unit_test(test_union_of_histories),
	    cmocka_unit_test(test_day_from_which_a_duty_counts),
	    cmocka_unit_test(test_no_duty_grows_younger),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
