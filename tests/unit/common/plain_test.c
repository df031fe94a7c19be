/*
 * Goal: the quick way from bytes to a record lets nothing through that libcsv
 * and record_read() refuse, gives the same record where it takes one, and takes
 * every right line that it is there for, whatever stands behind the line.
 */

#include "support/both_ways.h"
#include "support/made_line.h"

enum { BEHIND = 100 };

static const char enough[BEHIND] = "";

/* What may stand behind a line: what it is must make no difference, but for there being enough, as
 * there mostly is. */
static struct bytes
behind(struct chance *chance)
{
	static char room[BEHIND];
	static const char kinds[] = {'\0', '\n', ',', '"', 'x', '\xFF', '\r', ' '};
	uint32_t kind = chance_below(chance, sizeof(kinds) + 2);

	memset(room, kinds[kind % sizeof(kinds)], sizeof(room));
	if (kind >= sizeof(kinds))
		for (size_t i = 0; i < sizeof(room); i++)
			room[i] = (char)chance_below(chance, 256);
	return (struct bytes){room, chance_is(chance, 75) ? BEHIND : chance_below(chance, BEHIND)};
}

static void
test_right_lines(void **state)
{
	enum { LINES = 60000 };
	static struct made_line made;
	struct chance chance = {170001};
	unsigned taken = 0;

	(void)state;
	for (unsigned i = 0; i < LINES; i++) {
		made_right(&chance, &made);
		enum both_ways_result result =
		    both_ways_compare(&ways, made_bytes(&made), behind(&chance));

		if (result == BOTH_REFUSE)
			fail_msg("%s: is right, and refused", ways.row);
		taken += result == BOTH_TAKE;
	}
	assert_true(taken > LINES / 10 * 8);
}

static void
test_spoilt_lines(void **state)
{
	enum { LINES = 200000 };
	static struct made_line made;
	struct chance chance = {170002};
	unsigned results[BOTH_TAKE + 1] = {0};

	(void)state;
	for (unsigned i = 0; i < LINES; i++) {
		made_spoilt(&chance, &made);
		results[both_ways_compare(&ways, made_bytes(&made), behind(&chance))]++;
	}
	/* The lines were worth something. */
	assert_true(results[BOTH_REFUSE] > LINES / 4);
	assert_true(results[SLOW_ALONE] > LINES / 100);
	assert_true(results[BOTH_TAKE] > LINES / 10);
}

/* One of each form, in which every byte is tried at every place. */
static const char *const lines[] = {
    "K-12,2026-11-29T09:15,03AB00,signal,hunger,seen,2026-11-29,teacher,Had geen eten mee.",
    "K-12,2026-11-29,03AB00,answer,unsafe,acute,,af,\"zegt: \"\"ik wil niet\"\", en huilt\"",
    "a,2024-02-29,99ZZ99,talk,parents,skipped-safety,,,Zo\xC3\xABven",
    "a.b_c-d,2199-12-31T23:59,00AA00,plan,term,,2000-01-01,,",
    ",2026-03-01,03AB00,school,team,yes,,,",
    "x,2026-03-01,03AB00,weigh,close,W22,,mc-weigh,goal:missing",
    "x,2026-03-01,03AB00,done,veilig-thuis,report-now,,af,\"\"",
};

static void
test_every_byte_everywhere(void **state)
{
	struct chance chance = {170003};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		size_t length = strlen(lines[i]);
		char line[128], more[128];

		assert_true(length + 1 < sizeof(line));
		assert_int_equal(
		    both_ways_compare(&ways, bytes_of(lines[i]), BYTES(enough)), BOTH_TAKE);
		for (size_t at = 0; at <= length; at++) {
			struct bytes room = behind(&chance);

			memcpy(line, lines[i], length);
			memcpy(more, lines[i], at);
			memcpy(more + at + 1, lines[i] + at, length - at);
			for (unsigned c = 0; c < 256; c++) {
				if (c == '\n')
					continue;
				more[at] = (char)c;
				both_ways_compare(&ways, (struct bytes){more, length + 1}, room);
				if (at == length)
					continue;
				line[at] = (char)c;
				both_ways_compare(&ways, (struct bytes){line, length}, room);
			}
		}
	}
}

/* Two bytes and three of what is no text: C1, what is longer than it need be, what breaks off. */
static void
test_sequences_everywhere(void **state)
{
	static const char *const sequences[] = {"\xC2\x80", "\xC2\x85", "\xC2\x9F", "\xC2\xA0",
	    "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xE2\x80", "\xE2\x80\xA8",
	    "\xE2\x80\x8B", "\xF4\x90\x80\x80", "\xF0\x9F\x98", "\xF0\x9F\x98\x80", "\xF8\x88",
	    "\xEF\xBB\xBF", "\xEF\xBF\xBF", "\xC3", "\xC3\xC3\xA9", "\"\"", "\"\"\"", ",\"", "\",",
	    "\r\r", "\" ", "  ", ",,", "=\"x\""};
	struct chance chance = {170004};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		for (size_t j = 0; j < COUNT_OF(sequences); j++)
			for (size_t at = 0; at <= strlen(lines[i]); at++) {
				char line[160];

				snprintf(line, sizeof(line), "%.*s%s%s", (int)at, lines[i],
				    sequences[j], lines[i] + at);
				both_ways_compare(&ways, bytes_of(line), behind(&chance));
			}
}

/* Without its LF a line is not whole, and no more of it is there than there is. */
static void
test_no_line_end(void **state)
{
	struct chance chance = {170005};
	static struct made_line made;
	struct record record;
	size_t length;

	(void)state;
	for (unsigned i = 0; i < 20000; i++) {
		made_right(&chance, &made);
		char *at = ways.end - made.length;

		memcpy(at, made.at, made.length);
		if (plain_split(
			&ways.quick, ways.quick.field, (struct bytes){at, made.length}, &length))
			fail_msg("%.*s: has no end", (int)made.length, made.at);
	}
	/* Nor is there when there is room. */
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		char line[512];

		memset(line, 'x', sizeof(line));
		memcpy(line, lines[i], strlen(lines[i]));
		assert_false(both_ways_quick(
		    &ways, (struct bytes){line, sizeof(line)}, sizeof(line), &record));
	}
}

/* A text of any form, so long that the line has this length. */
static struct bytes
line_of_length(char *line, size_t length, const char *form)
{
	static const char head[] = "K-1,2026-11-29,03AB00,need,food,,,,";
	size_t used = sizeof(head) - 1, step = strlen(form) - 1;
	bool is_quoted = form[0] == '"';

	memcpy(line, head, used);
	line[used] = '"';
	used += is_quoted;
	memset(line + used, 'x', length - used);
	for (; used + step + is_quoted <= length; used += step)
		memcpy(line + used, form + 1, step);
	if (is_quoted)
		line[length - 1] = '"';
	return (struct bytes){line, length};
}

/* The first byte of a form is a quote when the text stands in quotes; the rest is repeated. */
static const char *const forms[] = {
    "-a", "-\xC3\xAB", "-\xE2\x82\xAC", "-a b", "\"a", "\"\"\"", "\"a, \"\"b\"\"", "\"\xC3\xAB, "};

/* Lines of every length, with every number of bytes behind them. */
static void
test_lengths(void **state)
{
	char line[300];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		for (size_t length = 40; length < sizeof(line); length++) {
			struct bytes made = line_of_length(line, length, forms[i]);

			for (size_t more = 0; more <= BEHIND; more += 1 + more / 8)
				assert_int_not_equal(
				    both_ways_compare(&ways, made, (struct bytes){enough, more}),
				    BOTH_REFUSE);
		}
}

static void
test_longest_lines(void **state)
{
	static char line[LINE_MAX_LENGTH + 100];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		for (size_t length = LINE_MAX_LENGTH - 70; length < sizeof(line); length++) {
			struct bytes made = line_of_length(line, length, forms[i]);
			enum both_ways_result result =
			    both_ways_compare(&ways, made, BYTES(enough));

			assert_int_equal(
			    result, length <= LINE_MAX_LENGTH ? BOTH_TAKE : BOTH_REFUSE);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_right_lines),
	    cmocka_unit_test(test_spoilt_lines),
	    cmocka_unit_test(test_every_byte_everywhere),
	    cmocka_unit_test(test_sequences_everywhere),
	    cmocka_unit_test(test_no_line_end),
	    cmocka_unit_test(test_lengths),
	    cmocka_unit_test(test_longest_lines),
	};

	return cmocka_run_group_tests(tests, open_ways, close_ways);
}
