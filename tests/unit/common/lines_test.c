/*
 * Goal: physical lines are the same however the bytes arrive; no line is lost,
 * joined or cut but the one that is too long; rows of several lines can be
 * made and taken back at any border.
 */

#include "support/check.h"

#include <errno.h>

#include "records/lines.h"
#include "support/pieces.h"

enum { MOST_LINES = 64, LONG = LINE_MAX_LENGTH };

/* What lines_next() gave, all of it. */
struct told {
	size_t count;
	enum lines_event event[MOST_LINES];
	unsigned long number[MOST_LINES];
	struct bytes line[MOST_LINES];
	char *storage;
	size_t used;
};

static void
tell(struct told *told, enum lines_event event, unsigned long number, struct bytes line)
{
	char *copy = told->storage + told->used;

	assert_true(told->count < MOST_LINES);
	if (event == LINES_END || event == LINES_TROUBLE)
		line.length = 0;
	if (line.length > 0)
		memcpy(copy, line.at, line.length);
	told->used += line.length;
	told->event[told->count] = event;
	told->number[told->count] = number;
	told->line[told->count++] = (struct bytes){copy, line.length};
}

static void
read_all(struct lines *lines, struct told *told, size_t size)
{
	enum lines_event event;
	struct bytes line = {NULL, 0};

	told->count = told->used = 0;
	told->storage = malloc(size + 1);
	do {
		event = lines_next(lines, &line);
		tell(told, event, lines->number, line);
	} while (event != LINES_END && event != LINES_TROUBLE);
}

static void
read_in_pieces(struct bytes bytes, size_t size, bool breaks, struct told *told)
{
	struct pieces pieces;
	struct lines lines;

	pieces_open(&pieces, bytes, size, breaks);
	lines_open(&lines, pieces.read_end, pieces_next, &pieces);
	read_all(&lines, told, bytes.length);
	lines_close(&lines);
	pieces_close(&pieces);
}

static void
check_same(const char *row, const struct told *got, const struct told *want)
{
	check_number(row, "events", got->count, want->count);
	for (size_t i = 0; i < want->count; i++) {
		check_number(row, "event", got->event[i], want->event[i]);
		check_number(row, "line number", got->number[i], want->number[i]);
		check_bytes(row, "line", got->line[i], want->line[i]);
	}
}

static const struct split_row {
	struct bytes bytes;
	size_t count;
	struct bytes line[4];
} split_rows[] = {
    {BYTES(""), 0, {{NULL, 0}}},
    {BYTES("\n"), 1, {BYTES("")}},
    {BYTES("a"), 1, {BYTES("a")}},
    {BYTES("a\n"), 1, {BYTES("a")}},
    {BYTES("a\n\nb"), 3, {BYTES("a"), BYTES(""), BYTES("b")}},
    {BYTES("\na\n\n"), 3, {BYTES(""), BYTES("a"), BYTES("")}},
    {BYTES("a\r\n\r\n"), 2, {BYTES("a\r"), BYTES("\r")}},
    {BYTES("a\0b\n\0"), 2, {BYTES("a\0b"), BYTES("\0")}},
};

static void
test_lines_of_small_input(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(split_rows); i++) {
		const struct split_row *row = &split_rows[i];

		for (size_t size = 1; size <= row->bytes.length + 1; size++) {
			struct told told;

			read_in_pieces(row->bytes, size, false, &told);
			check_number(row->bytes.at, "lines", told.count, row->count + 1);
			for (size_t j = 0; j < row->count; j++) {
				check_number(row->bytes.at, "event", told.event[j], LINES_LINE);
				check_number(row->bytes.at, "number", told.number[j], j + 1);
				check_bytes(row->bytes.at, "line", told.line[j], row->line[j]);
			}
			check_number(row->bytes.at, "end", told.event[row->count], LINES_END);
			free(told.storage);
		}
	}
}

/* Lines of these lengths, one after the other, with an LF behind each but perhaps the last. */
static char *
lines_of_lengths(const size_t lengths[], size_t count, bool has_last_feed, size_t *size)
{
	size_t used = 0;
	char *text;

	*size = 0;
	for (size_t i = 0; i < count; i++)
		*size += lengths[i] + 1;
	text = malloc(*size);
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < lengths[i]; j++)
			text[used++] = (char)('a' + (i * 7 + j) % 26);
		text[used++] = '\n';
	}
	*size -= !has_last_feed;
	return text;
}

static void
check_lengths(const size_t lengths[], size_t count, bool has_last_feed, size_t piece)
{
	size_t size, at = 0;
	char *text = lines_of_lengths(lengths, count, has_last_feed, &size), name[64];
	struct told told, in_memory;
	struct lines lines;

	snprintf(name, sizeof(name), "first line %zu, pieces of %zu", lengths[0], piece);
	read_in_pieces((struct bytes){text, size}, piece, false, &told);
	check_number(name, "events", told.count, count + 1);
	for (size_t i = 0; i < count; at += lengths[i++] + 1) {
		bool is_long = lengths[i] > LONG;

		check_number(name, "event", told.event[i], is_long ? LINES_TOO_LONG : LINES_LINE);
		check_number(name, "number", told.number[i], i + 1);
		check_bytes(name, "line", told.line[i],
		    (struct bytes){text + at, is_long ? LONG : lengths[i]});
	}
	lines_open_memory(&lines, (struct bytes){text, size});
	read_all(&lines, &in_memory, size);
	lines_close(&lines);
	check_same(name, &in_memory, &told);
	free(in_memory.storage);
	free(told.storage);
	free(text);
}

static void
test_long_lines(void **state)
{
	static const size_t rows[][4] = {
	    {LONG, 3, LONG, 0},
	    {LONG + 1, 3, LONG, 1},
	    {LONG - 1, LONG + 2, LONG + 1, 5},
	    {3, 2 * LONG, 0, LONG + 1},
	    {4 * LONG + 3, 5, 5 * LONG, 1},
	    {5000000, 4, LONG, 5000000},
	};
	static const size_t pieces[] = {977, 4096, 32768, PIECE_MAX};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (size_t j = 0; j < COUNT_OF(pieces); j++) {
			check_lengths(rows[i], 4, true, pieces[j]);
			check_lengths(rows[i], 4, rows[i][3] == 0, pieces[j]);
		}
}

/* The border of a read right before, at and behind the end of the longest line. */
static void
test_pieces_around_the_limit(void **state)
{
	(void)state;
	for (size_t length = LONG - 2; length <= LONG + 2; length++)
		for (size_t piece = LONG / 2 - 2; piece <= LONG / 2 + 2; piece++) {
			const size_t lengths[] = {length, 2, length, 1};

			check_lengths(lengths, 4, true, piece);
		}
}

static void
test_trouble(void **state)
{
	struct told told;
	struct lines lines;
	struct bytes line;
	int folder = open("/", O_RDONLY | O_DIRECTORY);

	(void)state;
	for (size_t size = 1; size <= 6; size++) {
		read_in_pieces(BYTES("ab\ncd\n"), size, true, &told);
		assert_int_equal(told.count, 3);
		check_bytes("breaks", "line 2", told.line[1], BYTES("cd"));
		assert_int_equal(told.event[2], LINES_TROUBLE);
		free(told.storage);
	}
	/* In the middle of a line, and of one that is too long. */
	read_in_pieces(BYTES("ab\ncd"), 1, true, &told);
	assert_int_equal(told.count, 2);
	assert_int_equal(told.event[1], LINES_TROUBLE);
	free(told.storage);

	char *text = calloc(1, LONG + 9);
	read_in_pieces((struct bytes){text, LONG + 9}, 999, true, &told);
	assert_int_equal(told.count, 1);
	assert_int_equal(told.event[0], LINES_TROUBLE);
	free(told.storage);
	free(text);

	lines_open(&lines, folder, NULL, NULL);
	errno = 0;
	assert_int_equal(lines_next(&lines, &line), LINES_TROUBLE);
	assert_int_equal(errno, EISDIR);
	lines_close(&lines);
	close(folder);
}

/* Makes rows longer and takes them back, from the first line to beyond the last. */
static void
check_rows(size_t piece)
{
	static const char input[] = "one\ntwo\n\nfour\nfive\nsix";
	struct pieces pieces;
	struct lines lines;
	struct bytes row;

	pieces_open(&pieces, BYTES(input), piece, false);
	lines_open(&lines, pieces.read_end, pieces_next, &pieces);
	assert_int_equal(lines_next(&lines, &row), LINES_LINE);
	assert_true(lines_extend(&lines, &row));
	check_bytes("extended", "row", row, BYTES("one\ntwo"));
	assert_true(lines_extend(&lines, &row));
	check_bytes("extended twice", "row", row, BYTES("one\ntwo\n"));
	assert_true(lines_extend(&lines, &row));
	check_bytes("extended three times", "row", row, BYTES("one\ntwo\n\nfour"));
	assert_int_equal(lines.number, 1);
	lines_retreat(&lines, &row);
	check_bytes("retreated", "row", row, BYTES("one"));

	assert_int_equal(lines_next(&lines, &row), LINES_LINE);
	check_bytes("second", "row", row, BYTES("two"));
	assert_int_equal(lines.number, 2);
	lines_retreat(&lines, &row);
	check_bytes("retreat of one line", "row", row, BYTES("two"));
	assert_true(lines_extend(&lines, &row));
	assert_true(lines_extend(&lines, &row));
	check_bytes("extended again", "row", row, BYTES("two\n\nfour"));

	assert_int_equal(lines_next(&lines, &row), LINES_LINE);
	check_bytes("behind the row", "row", row, BYTES("five"));
	assert_int_equal(lines.number, 5);
	assert_true(lines_extend(&lines, &row));
	check_bytes("to the end", "row", row, BYTES("five\nsix"));
	assert_false(lines_extend(&lines, &row));
	check_bytes("beyond the end", "row", row, BYTES("five\nsix"));
	lines_retreat(&lines, &row);
	check_bytes("retreat at the end", "row", row, BYTES("five"));
	assert_int_equal(lines_next(&lines, &row), LINES_LINE);
	check_bytes("last", "row", row, BYTES("six"));
	assert_int_equal(lines.number, 6);
	assert_int_equal(lines_next(&lines, &row), LINES_END);
	lines_close(&lines);
	pieces_close(&pieces);
}

static void
test_rows_of_several_lines(void **state)
{
	(void)state;
	for (size_t piece = 1; piece <= 24; piece++)
		check_rows(piece);
}

/* A row may become just as long as a line may be, and no longer; then the lines stand as before. */
static void
test_row_at_the_limit(void **state)
{
	static const struct {
		size_t first, second;
		bool fits;
	} rows[] = {
	    {LONG - 11, 10, true},
	    {LONG - 10, 10, false},
	    {10, LONG - 11, true},
	    {10, LONG - 10, false},
	    {LONG - 1, 0, true},
	    {LONG, 0, false},
	    {LONG, 10, false},
	    {10, 3 * LONG, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (size_t piece = 4000; piece < PIECE_MAX; piece += 9991) {
			const size_t lengths[] = {rows[i].first, rows[i].second, 3};
			size_t size, second = rows[i].second;
			char *text = lines_of_lengths(lengths, 3, true, &size);
			struct pieces pieces;
			struct lines lines;
			struct bytes row;

			pieces_open(&pieces, (struct bytes){text, size}, piece, false);
			lines_open(&lines, pieces.read_end, pieces_next, &pieces);
			assert_int_equal(lines_next(&lines, &row), LINES_LINE);
			check_number("limit", "fits", lines_extend(&lines, &row), rows[i].fits);
			check_bytes("limit", "row", row,
			    (struct bytes){text, rows[i].first + (rows[i].fits ? second + 1 : 0)});
			lines_retreat(&lines, &row);
			check_bytes("limit", "first", row, (struct bytes){text, rows[i].first});
			assert_int_equal(
			    lines_next(&lines, &row), second > LONG ? LINES_TOO_LONG : LINES_LINE);
			assert_int_equal(lines.number, 2);
			assert_int_equal(lines_next(&lines, &row), LINES_LINE);
			check_bytes("limit", "third", row, (struct bytes){text + size - 4, 3});
			lines_close(&lines);
			pieces_close(&pieces);
			free(text);
		}
}

/* Everything in memory at once, whatever the pieces; then from the first line again. */
static void
test_read_all(void **state)
{
	static const size_t lengths[] = {3, LONG, 0, LONG, LONG, LONG, LONG, LONG, LONG, LONG, 7};
	size_t size, count = COUNT_OF(lengths);
	char *text = lines_of_lengths(lengths, count, true, &size);

	(void)state;
	for (size_t piece = 5000; piece < PIECE_MAX; piece += 11003) {
		struct pieces pieces;
		struct lines lines;
		struct bytes line;

		pieces_open(&pieces, (struct bytes){text, size}, piece, false);
		lines_open(&lines, pieces.read_end, pieces_next, &pieces);
		assert_int_equal(lines_peek(&lines, &line), LINES_LINE);
		assert_true(lines_read_all(&lines));
		check_bytes("read all", "all", lines_ahead(&lines), (struct bytes){text, size});
		for (unsigned times = 0; times < 2; times++, lines_rewind(&lines)) {
			size_t at = 0;

			for (size_t i = 0; i < count; at += lengths[i++] + 1) {
				assert_int_equal(lines_next(&lines, &line), LINES_LINE);
				check_number("read all", "number", lines.number, i + 1);
				check_bytes("read all", "line", line,
				    (struct bytes){text + at, lengths[i]});
			}
			assert_int_equal(lines_next(&lines, &line), LINES_END);
		}
		lines_close(&lines);
		pieces_close(&pieces);
	}
	free(text);
}

/* What lies ahead is seen, and nothing of it is taken. */
static void
check_peek(size_t piece)
{
	struct pieces pieces;
	struct lines lines;
	struct bytes line, ahead;

	pieces_open(&pieces, BYTES("one\ntwo\nx"), piece, false);
	lines_open(&lines, pieces.read_end, pieces_next, &pieces);
	assert_int_equal(lines_peek(&lines, &ahead), LINES_LINE);
	assert_true(ahead.length >= 4 && memcmp(ahead.at, "one\n", 4) == 0);
	assert_int_equal(lines_next(&lines, &line), LINES_LINE);
	assert_int_equal(lines.number, 1);
	assert_false(lines_is_last(&lines, &line));
	check_bytes("peeked", "the line stays", line, BYTES("one"));
	assert_int_equal(lines_next(&lines, &line), LINES_LINE);
	assert_true(lines_extend(&lines, &line));
	assert_true(lines_is_last(&lines, &line));
	check_bytes("peeked", "the row stays", line, BYTES("two\nx"));
	lines_retreat(&lines, &line);
	assert_false(lines_is_last(&lines, &line));
	check_bytes("peeked", "the first of it stays", line, BYTES("two"));
	assert_int_equal(lines_next(&lines, &line), LINES_LINE);
	assert_int_equal(lines.number, 3);
	assert_int_equal(lines_peek(&lines, &ahead), LINES_END);
	assert_int_equal(ahead.length, 0);
	assert_int_equal(lines_next(&lines, &line), LINES_END);
	lines_close(&lines);
	pieces_close(&pieces);
}

/* What is too long is so again when lines in memory are read anew. */
static void
test_too_long_twice(void **state)
{
	char *text = calloc(1, LONG + 9);
	struct bytes line;
	struct lines lines;

	(void)state;
	lines_open_memory(&lines, (struct bytes){text, LONG + 9});
	for (unsigned times = 0; times < 2; times++, lines_rewind(&lines)) {
		assert_int_equal(lines_next(&lines, &line), LINES_TOO_LONG);
		assert_int_equal(line.length, LONG);
		assert_int_equal(lines_next(&lines, &line), LINES_END);
	}
	lines_close(&lines);
	free(text);
}

static void
test_peek(void **state)
{
	char *text = calloc(1, LONG + 9);
	struct bytes ahead;
	struct lines lines;

	(void)state;
	for (size_t piece = 1; piece <= 10; piece++)
		check_peek(piece);
	lines_open_memory(&lines, (struct bytes){text, LONG + 9});
	assert_int_equal(lines_peek(&lines, &ahead), LINES_TOO_LONG);
	assert_int_equal(ahead.length, LONG + 9);
	lines_close(&lines);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_lines_of_small_input),
	    cmocka_unit_test(test_long_lines),
	    cmocka_unit_test(test_pieces_around_the_limit),
	    cmocka_unit_test(test_trouble),
	    cmocka_unit_test(test_rows_of_several_lines),
	    cmocka_unit_test(test_row_at_the_limit),
	    cmocka_unit_test(test_read_all),
	    cmocka_unit_test(test_peek),
	    cmocka_unit_test(test_too_long_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
