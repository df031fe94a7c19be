/*
 * Goal: what the writer writes, the reader reads back byte for byte, with
 * quotes only where they are needed; a line is whole or absent, at most
 * 64 KiB long; trouble with the output is told and remembered.
 */

#include "support/check.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "records/fields.h"
#include "support/pieces.h"
#include "support/scratch.h"
#include "records/reader.h"
#include "text/text.h"
#include "records/writer.h"

enum { LONG = LINE_MAX_LENGTH };

/* A writer for the lines that are looked at one by one. */
static struct writer scratch;

static int
open_writer(void **state)
{
	(void)state;
	writer_open(&scratch, open_scratch(), "scratch");
	return 0;
}

static int
close_writer(void **state)
{
	(void)state;
	writer_close(&scratch);
	return 0;
}

/* The fields as one written line, its LF included; the length, 0 when it was refused. */
static size_t
write_fields(const struct bytes field[], size_t count, char delimiter, char *text, size_t size)
{
	bool is_written;
	size_t length;

	assert_int_equal(ftruncate(scratch.descriptor, 0), 0);
	assert_int_equal(lseek(scratch.descriptor, 0, SEEK_SET), 0);
	is_written = writer_fields(&scratch, field, count, delimiter);
	writer_flush(&scratch);
	length = read_back(scratch.descriptor, text, size);
	assert_int_equal(is_written, length > 0);
	return length;
}

static const struct quote_row {
	struct bytes field[3];
	struct bytes line;
} quote_rows[] = {
    {{BYTES("a"), BYTES("b c"), BYTES("")}, BYTES("a,b c,\n")},
    {{BYTES(""), BYTES(""), BYTES("")}, BYTES(",,\n")},
    {{BYTES("a,b"), BYTES("c"), BYTES(",")}, BYTES("\"a,b\",c,\",\"\n")},
    {{BYTES("say \"no\""), BYTES("\""), BYTES("\"\"")},
	BYTES("\"say \"\"no\"\"\",\"\"\"\",\"\"\"\"\"\"\n")},
    {{BYTES(" a"), BYTES("a "), BYTES(" ")}, BYTES("\" a\",\"a \",\" \"\n")},
    {{BYTES("a\nb"), BYTES("a\rb"), BYTES("x")}, BYTES("\"a\nb\",\"a\rb\",x\n")},
    {{BYTES("a;b"), BYTES("\xC3\xAB"), BYTES("a\tb")}, BYTES("a;b,\xC3\xAB,a\tb\n")},
};

static void
test_quotes_where_needed(void **state)
{
	const struct bytes empty = {NULL, 0}, with_semicolon[] = {BYTES("a;b"), BYTES("a,b")};
	char text[256];
	size_t length;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(quote_rows); i++) {
		length = write_fields(quote_rows[i].field, 3, ',', text, sizeof(text));
		check_bytes(quote_rows[i].line.at, "line", (struct bytes){text, length},
		    quote_rows[i].line);
	}
	length = write_fields(with_semicolon, 2, ';', text, sizeof(text));
	check_bytes("semicolon", "line", (struct bytes){text, length}, BYTES("\"a;b\";a,b\n"));
	length = write_fields(&empty, 1, ',', text, sizeof(text));
	check_bytes("one empty field", "line", (struct bytes){text, length}, BYTES("\"\"\n"));
}

/* Any bytes but NUL, CR and LF, or of a text no control character at all; those that the format
 * knows come often. */
static size_t
random_field(struct chance *chance, char *at, bool is_text)
{
	static const char *const common[] = {
	    ",", "\"", " ", "\"\"", "a", "\xC3\xAB", "\xE2\x80\xA8"};
	size_t used = 0;

	for (uint32_t left = chance_below(chance, 7); left > 0; left--) {
		unsigned char any = (unsigned char)chance_below(chance, 256);
		bool is_any = chance_is(chance, 40);

		if (is_any && any != 0 && any != '\n' && any != '\r'
		    && !(is_text && (any < ' ' || any > '~'))) {
			at[used++] = (char)any;
		} else {
			const char *text = common[chance_below(chance, COUNT_OF(common))];

			memcpy(at + used, text, strlen(text));
			used += strlen(text);
		}
	}
	return used;
}

static void
test_random_fields_come_back(void **state)
{
	struct chance chance = {31};
	struct fields fields;
	char storage[9][32], text[512];
	struct bytes field[9];

	(void)state;
	fields_open(&fields, ',');
	for (unsigned i = 0; i < 20000; i++) {
		size_t count = 1 + chance_below(&chance, 9);

		for (size_t j = 0; j < count; j++)
			field[j] = (struct bytes){
			    storage[j], random_field(&chance, storage[j], i % 2 == 0)};
		size_t length = write_fields(field, count, ',', text, sizeof(text));
		assert_int_equal(text[length - 1], '\n');
		struct bytes line = {text, length - 1};
		assert_null(memchr(line.at, '\n', line.length));
		if (i % 2 == 0)
			check_number("random", "fault", fields_split(&fields, line, FIELDS_RECORD),
			    FIELDS_FINE);
		else
			check_number(
			    "random", "fault", fields_split_quoted(&fields, line), FIELDS_FINE);
		check_number("random", "fields", fields.count, count);
		for (size_t j = 0; j < count; j++)
			check_bytes("random", "field", fields.field[j], field[j]);
	}
	fields_close(&fields);
}

/* Records with any text, as a tool writes and the next reads them: by the direct way where the
 * line has no quote, and with every field in quotes by libcsv, the same. */
static void
test_records_come_back(void **state)
{
	struct chance chance = {32};
	int descriptor = open_scratch(), kept = dup(descriptor);
	struct writer writer;
	char storage[64], quoted[9][96];
	struct bytes column[COLUMN_END] = {[COLUMN_CASE] = BYTES("K-1"),
	    [COLUMN_DATE] = BYTES("2026-03-01T09:05"),
	    [COLUMN_SCHOOL] = BYTES("03AB00"),
	    [COLUMN_KIND] = BYTES("plan"),
	    [COLUMN_CODE] = BYTES("term"),
	    [COLUMN_DUE] = BYTES("2026-06-01"),
	    [COLUMN_BY] = BYTES("af")};

	(void)state;
	writer_open(&writer, descriptor, "scratch");
	for (unsigned i = 0; i < 2000; i++) {
		char line[512];
		size_t used = 0;

		column[COLUMN_TEXT] = (struct bytes){storage, random_field(&chance, storage, true)};
		assert_true(writer_record(&writer, column));
		for (size_t j = 0; j < 9; j++) {
			struct bytes field = column[COLUMN_FIRST + j];
			size_t length = 0;

			for (size_t k = 0; k < field.length; k++) {
				if (field.at[k] == '"')
					quoted[j][length++] = '"';
				quoted[j][length++] = field.at[k];
			}
			used += (size_t)snprintf(line + used, sizeof(line) - used, "%s\"%.*s\"",
			    j > 0 ? "," : "", (int)length, quoted[j]);
		}
		writer_line(&writer, (struct bytes){line, used});
	}
	writer_close(&writer);

	struct reader reader;
	struct record plain, other;
	struct refusal refusal;
	lseek(kept, 0, SEEK_SET);
	reader_open(&reader, kept, NULL, NULL);
	chance.state = 32;
	for (unsigned i = 0; i < 2000; i++) {
		size_t length = random_field(&chance, storage, true);

		assert_int_equal(reader_next(&reader, &plain, &refusal), READER_RECORD);
		check_bytes(
		    "record", "text", plain.column[COLUMN_TEXT], (struct bytes){storage, length});
		assert_int_equal(reader_next(&reader, &other, &refusal), READER_RECORD);
		check_bytes("record", "text in quotes", other.column[COLUMN_TEXT],
		    (struct bytes){storage, length});
		assert_int_equal(plain.kind, other.kind);
		assert_int_equal(plain.code, other.code);
		assert_int_equal(plain.due, other.due);
		assert_int_equal(plain.by, other.by);
		assert_int_equal(plain.school, other.school);
		assert_memory_equal(&plain.when, &other.when, sizeof(plain.when));
	}
	assert_int_equal(reader_next(&reader, &plain, &refusal), READER_END);
	reader_close(&reader);
	close(kept);
}

/* Two fields that make a line of a given length; with quotes the last byte is a closing quote. */
static const struct limit_row {
	const char *name;
	size_t length; /* of the second field */
	char first, rest;
	bool fits;
} limit_rows[] = {
    {"plain, just 64 KiB", LONG - 2, 'x', 'x', true},
    {"plain, one more", LONG - 1, 'x', 'x', false},
    {"in quotes, one more", LONG - 3, ',', 'x', false},
    {"of quotes, just 64 KiB", (LONG - 4) / 2, '"', '"', true},
    {"of quotes, two more", (LONG - 4) / 2 + 1, '"', '"', false},
    {"plain, much more", 3 * LONG, 'x', 'x', false},
    {"of quotes, much more", 3 * LONG, '"', '"', false},
};

static void
check_limit(const struct limit_row *row)
{
	static char content[3 * LONG], text[2 * LONG];
	const struct bytes field[] = {BYTES("a"), {content, row->length}};

	memset(content, row->rest, sizeof(content));
	content[0] = row->first;
	size_t length = write_fields(field, 2, ',', text, sizeof(text));
	check_number(row->name, "length", length, row->fits ? LONG + 1 : 0);
}

static void
test_longest_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(limit_rows); i++)
		check_limit(&limit_rows[i]);
}

static void
test_longest_line_in_quotes(void **state)
{
	static const struct limit_row row = {"in quotes, just 64 KiB", LONG - 4, ',', 'x', true};

	(void)state;
	check_limit(&row);
}

/* A first field that leaves no room for all of the next: its separator, quotes and comma. */
static void
test_no_room_for_the_next(void **state)
{
	static char content[LONG], text[2 * LONG];

	(void)state;
	memset(content, 'x', sizeof(content));
	for (size_t length = LONG - 4; length <= LONG; length++) {
		const struct bytes field[] = {{content, length}, BYTES(",")};

		check_number("a field in quotes behind it", "length",
		    write_fields(field, 2, ',', text, sizeof(text)),
		    length == LONG - 4 ? LONG + 1 : 0);
	}
}

/* A line that does not fit leaves no trace between those that do. */
static void
test_nothing_of_a_refused_line(void **state)
{
	static char content[2 * LONG];
	const struct bytes good = BYTES("good"), bad = {content, sizeof(content)};
	int descriptor = open_scratch(), kept = dup(descriptor);
	struct writer writer;
	char text[64];

	(void)state;
	memset(content, 'x', sizeof(content));
	writer_open(&writer, descriptor, "scratch");
	assert_true(writer_fields(&writer, &good, 1, ','));
	assert_false(writer_fields(&writer, &bad, 1, ','));
	writer_line(&writer, good);
	writer_close(&writer);
	check_bytes("refused", "written", (struct bytes){text, read_back(kept, text, sizeof(text))},
	    BYTES("good\ngood\n"));
	close(kept);
}

/* Much more than the buffer, in lines of many lengths. */
static void
test_many_lines(void **state)
{
	static char content[LONG], text[LONG + 1];
	int descriptor = open_scratch(), kept = dup(descriptor);
	struct writer writer;
	off_t at = 0;

	(void)state;
	writer_open(&writer, descriptor, "scratch");
	for (size_t i = 0; i < 400; i++) {
		memset(content, (int)('a' + i % 26), sizeof(content));
		writer_line(&writer, (struct bytes){content, i * 977 % (LONG + 1)});
	}
	writer_flush(&writer);
	writer_close(&writer);
	for (size_t i = 0; i < 400; i++) {
		size_t length = i * 977 % (LONG + 1);

		assert_int_equal(pread(kept, text, length + 1, at), length + 1);
		memset(content, (int)('a' + i % 26), sizeof(content));
		assert_memory_equal(text, content, length);
		assert_int_equal(text[length], '\n');
		at += (off_t)length + 1;
	}
	close(kept);
}

/* A file that may grow no more in the middle of a line: the half line is taken off again. The
 * status stays raised, so this and the next test come last. */
static void
test_no_half_line(void **state)
{
	const struct rlimit small = {25, RLIM_INFINITY};
	struct rlimit before;
	int descriptor = open_scratch(), kept = dup(descriptor);
	struct writer writer;
	char text[64];

	(void)state;
	assert_int_equal(diagnostics_status(), STATUS_DONE);
	signal(SIGXFSZ, SIG_IGN); /* so that writing fails with EFBIG */
	writer_open(&writer, descriptor, "small");
	for (unsigned i = 0; i < 3; i++)
		writer_line(&writer, BYTES("123456789"));
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	writer_flush(&writer);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_true(writer.has_failed);
	assert_int_equal(diagnostics_status(), STATUS_TROUBLE);
	writer_close(&writer);
	check_bytes("limited", "written", (struct bytes){text, read_back(kept, text, sizeof(text))},
	    BYTES("123456789\n123456789\n"));
	close(kept);
}

static void
test_full_disk(void **state)
{
	struct writer writer;

	(void)state;
	writer_open(&writer, open("/dev/full", O_WRONLY), "full");
	writer_line(&writer, BYTES("a"));
	writer_flush(&writer);
	assert_true(writer.has_failed);
	assert_int_equal(diagnostics_status(), STATUS_TROUBLE);
	writer_line(&writer, BYTES("b"));
	writer_close(&writer);
}

/* Nothing can be taken back from a pipe: what it has taken stays. */
static void
test_full_pipe(void **state)
{
	static char content[LONG];
	int end[2];
	struct writer writer;

	(void)state;
	assert_int_equal(pipe2(end, O_NONBLOCK), 0);
	writer_open(&writer, end[1], "pipe");
	for (size_t i = 0; i < 100; i++)
		writer_line(&writer, (struct bytes){content, sizeof(content)});
	writer_flush(&writer);
	assert_true(writer.has_failed);
	assert_int_equal(read(end[0], content, 1), 1);
	writer_close(&writer);
	close(end[0]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_quotes_where_needed),
	    cmocka_unit_test(test_random_fields_come_back),
	    cmocka_unit_test(test_records_come_back),
	    cmocka_unit_test(test_longest_line),
	    cmocka_unit_test(test_longest_line_in_quotes),
	    cmocka_unit_test(test_no_room_for_the_next),
	    cmocka_unit_test(test_nothing_of_a_refused_line),
	    cmocka_unit_test(test_many_lines),
	    cmocka_unit_test(test_no_half_line),
	    cmocka_unit_test(test_full_disk),
	    cmocka_unit_test(test_full_pipe),
	};

	return cmocka_run_group_tests(tests, open_writer, close_writer);
}
