/*
 * Goal: what the quick way remembers of right records, it knows again by every
 * byte and by nothing less: a saying, a date or a school that is one byte off,
 * longer or shorter is refused, and one that is right is not taken for another.
 */

#include "support/both_ways.h"

static const char behind[100] = "K-2,2026-11-29,03AB00,need,food,,,,\nK-3,2026-11-29,03AB00,";

static enum both_ways_result
compare(const char *line)
{
	return both_ways_compare(&ways, bytes_of(line), BYTES(behind));
}

enum { LINE_SIZE = 256 };

/* Ways in which a byte is wrong. */
enum change { ANOTHER, LEFT_OUT, DOUBLED, CHANGES };

static const char *
changed(const char *line, size_t at, enum change change)
{
	static char copy[LINE_SIZE];
	size_t size = strlen(line) + 1;

	memcpy(copy, line, size);
	if (change == ANOTHER)
		copy[at] = line[at] == 'e' ? 'a' : 'e';
	else if (change == LEFT_OUT)
		memcpy(copy + at, line + at + 1, size - at - 1);
	else
		memcpy(copy + at + 1, line + at, size - at);
	return copy;
}

/* Every byte from first to end is wrong by turns. Before each the line itself is read, which
 * thereby is what is remembered. */
static void
check_changed(const char *line, size_t first, size_t end)
{
	for (size_t at = first; at < end; at++)
		for (enum change change = ANOTHER; change < CHANGES; change++) {
			check_number(line, "taken", compare(line), BOTH_TAKE);
			compare(changed(line, at, change));
		}
}

static size_t
end_of_column(const char *line, unsigned column)
{
	const char *at = line;

	for (unsigned i = 0; i < column; i++)
		at = strchr(at, ',') + 1;
	return (size_t)(strchr(at, ',') - line);
}

/* A line with these words, with whatever else one of them wants. */
static void
put_line(char line[LINE_SIZE], enum word kind, enum word code, const char *value)
{
	enum word number = vocabulary_find(record_value_list(kind, code), bytes_of(value));
	const char *due = record_wants_due(kind, code) ? "2026-12-24" : "";
	const char *text = record_wants_text(kind, code, number) ? "x" : "";

	snprintf(line, LINE_SIZE, "%s,2026-11-29,03AB00,%s,%s,%s,%s,,%s",
	    kind == KIND_SCHOOL ? "" : "K-1", vocabulary_token(kind), vocabulary_token(code), value,
	    due, text);
}

static unsigned
check_value(enum word kind, enum word code, const char *value)
{
	char line[LINE_SIZE];

	put_line(line, kind, code, value);
	if (compare(line) != BOTH_TAKE)
		return 0;
	check_changed(line, end_of_column(line, 2) + 1, end_of_column(line, 5));
	return 1;
}

/* Every right saying of the vocabulary, but of the rules of weighings one. */
static void
test_sayings(void **state)
{
	unsigned sayings = 0;

	(void)state;
	for (enum word kind = KIND_FIRST; kind < KIND_END; kind++)
		for (enum word code = vocabulary_first(record_code_list(kind));
		     code < vocabulary_end(record_code_list(kind)); code++) {
			for (enum word value = WORD_NONE; value < WORD_COUNT; value++)
				sayings += check_value(kind, code, vocabulary_token(value));
			sayings += check_value(kind, code, "W07");
		}
	assert_true(sayings > 1000);
}

/* When and where, with a time and without. */
static void
test_settings(void **state)
{
	static const char *const lines[] = {"K-1,2026-11-29,03AB00,need,food,,,,",
	    "K-1,2026-11-29T08:30,03AB00,need,food,,,,", "K-1,2000-01-01,99ZZ99,need,food,,,,"};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		check_changed(lines[i], end_of_column(lines[i], 0) + 1, end_of_column(lines[i], 2));
}

/* Fields of no bytes, as near to the end of what can be read as the quick way goes: it reads no
 * byte too many. */
static void
test_little_behind(void **state)
{
	enum { AHEAD = 64 + PLAIN_ROOM };
	char line[AHEAD + 1];

	(void)state;
	for (size_t length = 8; length < 64; length++) {
		memset(line, 'x', length - 8);
		memset(line + length - 8, ',', 8);
		line[length] = '\0';
		struct bytes rest = {behind, AHEAD - length - 1};
		assert_int_equal(both_ways_compare(&ways, bytes_of(line), rest), BOTH_REFUSE);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_sayings),
	    cmocka_unit_test(test_settings),
	    cmocka_unit_test(test_little_behind),
	};

	return cmocka_run_group_tests(tests, open_ways, close_ways);
}
