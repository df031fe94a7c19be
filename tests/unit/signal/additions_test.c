/*
 * Goal: of all the lines that come, each that the log does not hold is written
 * once, in the order in which they came, however many there are.
 */

#include "support/check.h"

#include <unistd.h>

#include "store/additions.h"
#include "records/lines.h"

/* What additions_write() gives, as one string; to be freed by the caller. */
static char *
written(const struct additions *additions, size_t *count)
{
	struct writer writer;
	FILE *file = tmpfile();
	size_t size;
	char *text;

	writer_open(&writer, fileno(file), "a temporary file");
	*count = additions_write(additions, &writer);
	writer_flush(&writer);
	writer_free(&writer);
	size = (size_t)lseek(fileno(file), 0, SEEK_END);
	text = malloc(size + 1);
	assert_int_equal(pread(fileno(file), text, size, 0), size);
	text[size] = '\0';
	fclose(file);
	return text;
}

static void
check_written(const struct additions *additions, const char *want, size_t known)
{
	size_t count, lines = 0;
	char *text = written(additions, &count);

	for (const char *at = want; *at != '\0'; at++)
		lines += *at == '\n';
	check_string(want, "it", text, want);
	check_number(want, "lines", count, lines);
	check_number(want, "known", additions->known, known);
	free(text);
}

static void
add(struct additions *additions, const char *line)
{
	additions_add(additions, bytes_of(line));
}

static void
each_line_once(void **state)
{
	struct additions additions;

	(void)state;
	additions_open(&additions);
	check_written(&additions, "", 0);
	add(&additions, "b");
	add(&additions, "a");
	add(&additions, "b");
	add(&additions, "");
	add(&additions, "a ");
	add(&additions, "");
	check_written(&additions, "b\na\n\na \n", 2);
	additions_mark_known(&additions, bytes_of("a"));
	additions_mark_known(&additions, bytes_of("a"));
	additions_mark_known(&additions, bytes_of("c"));
	check_written(&additions, "b\n\na \n", 3);
	add(&additions, "a");
	check_written(&additions, "b\n\na \n", 4);
	additions_mark_known(&additions, bytes_of("b"));
	additions_mark_known(&additions, bytes_of(""));
	additions_mark_known(&additions, bytes_of("a "));
	check_written(&additions, "", 7);
	additions_close(&additions);
}

/* Lines that differ in one byte, wherever it stands, are different. */
static void
one_byte_differs(void **state)
{
	struct additions additions;
	char line[64];
	size_t count;

	(void)state;
	additions_open(&additions);
	for (size_t length = 1; length < sizeof(line); length++)
		for (size_t at = 0; at < length; at++) {
			memset(line, 'x', length);
			line[at] = 'y';
			additions_add(&additions, (struct bytes){line, length});
			line[at] = '\0';
			additions_add(&additions, (struct bytes){line, length});
		}
	assert_int_equal(additions.known, 0);
	free(written(&additions, &count));
	assert_int_equal(count, 2 * 63 * 64 / 2);
	additions_close(&additions);
}

/* A hundred thousand random lines, many of them equal, against a table of which there were. */
static void
many_lines(void **state)
{
	enum { KINDS = 30000, LINES = 100000 };
	static bool came[KINDS], is_known[KINDS];
	struct chance chance = {20251003};
	struct additions additions;
	size_t want = 0, known = 0, count;
	char line[32];

	(void)state;
	additions_open(&additions);
	for (size_t i = 0; i < LINES; i++) {
		uint32_t kind = chance_below(&chance, KINDS);

		snprintf(line, sizeof(line), "K-%u,%0*u", kind, (int)(kind % 9), 7);
		add(&additions, line);
		known += came[kind];
		came[kind] = true;
	}
	for (uint32_t kind = 0; kind < KINDS; kind += 3) {
		snprintf(line, sizeof(line), "K-%u,%0*u", kind, (int)(kind % 9), 7);
		additions_mark_known(&additions, bytes_of(line));
		known += came[kind];
		is_known[kind] = true;
	}
	for (size_t kind = 0; kind < KINDS; kind++)
		want += came[kind] && !is_known[kind];
	assert_int_equal(additions.known, known);
	free(written(&additions, &count));
	assert_int_equal(count, want);
	additions_close(&additions);
}

/* The longest lines, more than one of which must fit. */
static void
long_lines(void **state)
{
	static char line[LINE_MAX_LENGTH];
	struct additions additions;
	size_t count;

	(void)state;
	additions_open(&additions);
	for (int i = 0; i < 50; i++) {
		memset(line, 'a' + i, sizeof(line));
		additions_add(&additions, (struct bytes){line, sizeof(line)});
		additions_add(&additions, (struct bytes){line, sizeof(line) - 1});
		additions_mark_known(&additions, (struct bytes){line, sizeof(line) - 1});
	}
	free(written(&additions, &count));
	assert_int_equal(count, 50);
	additions_close(&additions);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_line_once),
	    cmocka_unit_test(one_byte_differs),
	    cmocka_unit_test(many_lines),
	    cmocka_unit_test(long_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
