/*
 * Goal: lines that are sent on from where they were read come out in their order
 * among those that are not, and a line is whole or absent.
 */

#include "support/check.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "records/lines.h"
#include "records/record.h"
#include "records/writer.h"
#include "support/scratch.h"

enum { LONG = LINE_MAX_LENGTH };

/* Memory in which lines stand one behind the other, as a reader has them. */
struct read_lines {
	char memory[6 * LONG];
	struct record record[400];
	size_t count;
};

static void
fill_lines(struct read_lines *lines, struct chance *chance)
{
	char *at = lines->memory, *end = at + sizeof(lines->memory);

	lines->count = 0;
	while (lines->count < COUNT_OF(lines->record)) {
		size_t length = chance_below(chance, 20) == 0 ? LONG : chance_below(chance, 300);

		if ((size_t)(end - at) < length + 2)
			break;
		memset(at, (int)('a' + chance_below(chance, 26)), length);
		lines->record[lines->count++] =
		    (struct record){.line = {at, length}, .has_feed = true};
		at += length;
		/* Some end with a CR, which is none of theirs. */
		if (chance_below(chance, 10) == 0) {
			lines->record[lines->count - 1].has_feed = false;
			*at++ = '\r';
		}
		*at++ = '\n';
	}
}

static void
expect(char **expected, struct bytes line)
{
	memcpy(*expected, line.at, line.length);
	(*expected)[line.length] = '\n';
	*expected += line.length + 1;
}

/* Lines that are passed on, left out, or have others between them come out in their order. Once
 * all is sent on, what they stood in is used for something else. */
static void
test_passed_lines(void **state)
{
	enum { ROUNDS = 50, SIZE = ROUNDS * 12 * LONG };
	static struct read_lines lines;
	char *expected = malloc(SIZE), *written = malloc(SIZE), *end = expected;
	int descriptor = open_scratch(), kept = dup(descriptor);
	struct chance chance = {33};
	struct writer writer;

	(void)state;
	writer_open(&writer, descriptor, "scratch");
	for (unsigned round = 0; round < ROUNDS; round++) {
		unsigned rarity = 1 + chance_below(&chance, 100);

		fill_lines(&lines, &chance);
		for (size_t i = 0; i < lines.count; i++) {
			if (chance_below(&chance, rarity) == 0) {
				writer_line(&writer, BYTES("between"));
				expect(&end, BYTES("between"));
			}
			if (chance_below(&chance, rarity) == 1)
				continue;
			writer_pass(&writer, &lines.record[i]);
			expect(&end, lines.record[i].line);
		}
		writer_flush(&writer);
	}
	writer_close(&writer);
	size_t length = read_back(kept, written, SIZE);
	assert_int_equal(length, end - expected);
	assert_memory_equal(written, expected, length);
	free(expected);
	free(written);
	close(kept);
}

/* A file that may grow no more in the middle of a line that was passed on, behind one that was not:
 * the half line is taken off again. The status stays raised, so this comes last. */
static void
test_no_half_passed_line(void **state)
{
	const struct rlimit small = {16, RLIM_INFINITY};
	struct rlimit before;
	int descriptor = open_scratch(), kept = dup(descriptor);
	static const char memory[] = "1234567\n1234567\n";
	struct record record = {.line = {memory, 7}, .has_feed = true};
	struct writer writer;
	char text[64];

	(void)state;
	signal(SIGXFSZ, SIG_IGN); /* so that writing fails with EFBIG */
	writer_open(&writer, descriptor, "small");
	writer_line(&writer, BYTES("abc"));
	writer_pass(&writer, &record);
	record.line.at += 8;
	writer_pass(&writer, &record);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	writer_close(&writer);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	check_bytes("limited", "written", (struct bytes){text, read_back(kept, text, sizeof(text))},
	    BYTES("abc\n1234567\n"));
	close(kept);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_passed_lines),
	    cmocka_unit_test(test_no_half_passed_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
