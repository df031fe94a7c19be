/*
 * Goal: rows of a sheet are the same however the bytes arrive; a quoted cell
 * may run over lines; a row that is no CSV costs its first physical line and
 * no other, and blank rows are passed over.
 */

#include "support/check.h"

#include "sheet/rows.h"
#include "support/pieces.h"

enum { TOLD_SIZE = 4 * LINE_MAX_LENGTH };

/* What rows_next() gave, as text: "line[cell|cell]" for a row, "line!fault{raw}" for one that is
 * no CSV, "line>length" for one that is too long. */
struct told {
	char text[TOLD_SIZE];
	size_t used;
};

static void
tell_bytes(struct told *told, struct bytes bytes)
{
	assert_true(told->used + bytes.length < TOLD_SIZE);
	if (bytes.length > 0)
		memcpy(told->text + told->used, bytes.at, bytes.length);
	told->used += bytes.length;
	told->text[told->used] = '\0';
}

static void
tell(struct told *told, const char *format, unsigned long number)
{
	char text[64];

	snprintf(text, sizeof(text), format, number);
	tell_bytes(told, bytes_of(text));
}

static const char *const fault_names[] = {[FIELDS_FINE] = "fine",
    [FIELDS_NUL] = "NUL",
    [FIELDS_RETURN] = "CR",
    [FIELDS_CONTROL] = "control",
    [FIELDS_NO_UTF8] = "UTF-8",
    [FIELDS_QUOTE_OPEN] = "open",
    [FIELDS_QUOTE_STRAY] = "stray",
    [FIELDS_TOO_MANY] = "many"};

static void
tell_row(struct told *told, const struct rows *rows, const struct row *row)
{
	tell(told, "%lu", row->line);
	for (size_t i = 0; i < rows->fields.count; i++) {
		tell_bytes(told, bytes_of(i == 0 ? "[" : "|"));
		tell_bytes(told, rows->fields.field[i]);
	}
	tell_bytes(told, bytes_of("]"));
}

static void
tell_all(struct lines *lines, struct told *told)
{
	struct rows rows;
	struct row row;
	enum rows_event event;

	told->used = 0;
	told->text[0] = '\0';
	rows_open(&rows, lines, ';');
	while ((event = rows_next(&rows, &row)) != ROWS_END && event != ROWS_TROUBLE) {
		if (event == ROWS_ROW)
			tell_row(told, &rows, &row);
		if (event == ROWS_NO_CSV) {
			tell(told, "%lu!", row.line);
			tell_bytes(told, bytes_of(fault_names[row.fault]));
			tell_bytes(told, bytes_of("{"));
			tell_bytes(told, row.raw);
			tell_bytes(told, bytes_of("}"));
		}
		if (event == ROWS_TOO_LONG) {
			tell(told, "%lu>", row.line);
			tell(told, "%lu", row.raw.length);
		}
	}
	if (event == ROWS_TROUBLE)
		tell_bytes(told, bytes_of("trouble"));
	rows_close(&rows);
}

static void
tell_pieces(struct bytes bytes, size_t size, bool breaks, struct told *told)
{
	struct pieces pieces;
	struct lines lines;

	pieces_open(&pieces, bytes, size, breaks);
	lines_open(&lines, pieces.read_end, pieces_next, &pieces);
	tell_all(&lines, told);
	lines_close(&lines);
	pieces_close(&pieces);
}

static struct told told;

/* The bytes in memory, and through a pipe in pieces of every size. */
static void
check_rows(struct bytes bytes, struct bytes want)
{
	struct lines lines;
	char name[128];

	snprintf(name, sizeof(name), "%.*s", (int)(bytes.length < 60 ? bytes.length : 60),
	    bytes.at == NULL ? "" : bytes.at);
	lines_open_memory(&lines, bytes);
	tell_all(&lines, &told);
	lines_close(&lines);
	check_bytes(name, "in memory it", (struct bytes){told.text, told.used}, want);
	for (size_t size = 1; size <= bytes.length + 1 && size < 200; size++) {
		tell_pieces(bytes, size, false, &told);
		check_bytes(name, "in pieces it", (struct bytes){told.text, told.used}, want);
	}
}

#define CHECK_ROWS(bytes, want) check_rows(BYTES(bytes), BYTES(want))

static void
rows_and_line_ends(void **state)
{
	(void)state;
	CHECK_ROWS("", "");
	CHECK_ROWS("a;b\nc;d\n", "1[a|b]2[c|d]");
	CHECK_ROWS("a;b\r\nc;d\r\n", "1[a|b]2[c|d]");
	CHECK_ROWS("a;b\nc;d", "1[a|b]2[c|d]");
	CHECK_ROWS("a;b\r\nc;d\r", "1[a|b]2[c|d]");
	CHECK_ROWS("a;;\n;b\n", "1[a||]2[|b]");
	CHECK_ROWS("\xEF\xBB\xBF"
		   "a;b\n\xEF\xBB\xBF"
		   "c\n",
	    "1[a|b]2[c]");
	CHECK_ROWS("\xEF\xBB\xBF\xEF\xBB\xBF"
		   "a\r\r\n\xEF\xBB\xBF\"b\nc\"\r\n",
	    "1[a]2[b\nc]");
	CHECK_ROWS("\xEF\xBB\xBF\"a\";b\n", "1[a|b]");
}

static void
blank_rows_are_passed_over(void **state)
{
	(void)state;
	CHECK_ROWS("\n\r\n;;\n;; ;\t;\xC2\xA0\r\n\"\";\" \"\na\n\n\n", "6[a]");
	CHECK_ROWS("\xEF\xBB\xBF\n\xEF\xBB\xBF\n", "");
	CHECK_ROWS("\xE2\x80\x8B;\xE3\x80\x80\r\r\n;\na\n", "3[a]");
}

static void
cells_over_several_lines(void **state)
{
	(void)state;
	CHECK_ROWS("\"a\nb\";c\nd\n", "1[a\nb|c]3[d]");
	CHECK_ROWS("\"a\r\nb\";\"c\n\n\n\"\r\nd\n", "1[a\r\nb|c\n\n\n]6[d]");
	CHECK_ROWS("\"a\"\"\nb\"\nc\n", "1[a\"\nb]3[c]");
	CHECK_ROWS("\"a\n;\"\"x\"\";\nb\"\nc", "1[a\n;\"x\";\nb]4[c]");
	CHECK_ROWS("\"a\rb\"\n", "1[a\rb]");
	CHECK_ROWS("\"a\n\xEF\xBB\xBF\"\n", "1[a\n\xEF\xBB\xBF]");
	CHECK_ROWS("\"\n\"\n\na\n", "4[a]");
}

/* The mark at the end of a text of old, and what a disk leaves there, is the last line alone. */
static void
end_marks_are_passed_over(void **state)
{
	(void)state;
	CHECK_ROWS("a\n\x1A", "1[a]");
	CHECK_ROWS("a\r\n\x1A\r\n", "1[a]");
	CHECK_ROWS("a\n\0", "1[a]");
	CHECK_ROWS("a\n\0\0\0\0\n", "1[a]");
	CHECK_ROWS("a\n\x1A\nb\n", "1[a]2[\x1A]3[b]");
	CHECK_ROWS("a\n\0\nb\n", "1[a]2!NUL{\0}3[b]");
	CHECK_ROWS("a\x1A", "1[a\x1A]");
	CHECK_ROWS("\x1A", "");
}

/* What exports write so that a spreadsheet leaves it alone, also without quotes around it. */
static void
formulas_need_no_quotes(void **state)
{
	(void)state;
	CHECK_ROWS("=\"007\";a\n", "1[=\"007\"|a]");
	CHECK_ROWS("a;=\"007\"\r\nb\n", "1[a|=\"007\"]2[b]");
	CHECK_ROWS("=\"\";=\"x y\";\"q;\"\"r\"\n", "1[=\"\"|=\"x y\"|q;\"r]");
	CHECK_ROWS("\"=\"\"007\"\"\";a\n", "1[=\"007\"|a]");
	CHECK_ROWS("\"a;=\"\"b\"\"\";=\"c\"\n", "1[a;=\"b\"|=\"c\"]");
	CHECK_ROWS("=\"007\"x;a\n", "1!stray{=\"007\"x;a}");
	CHECK_ROWS("x=\"007\";a\n", "1!stray{x=\"007\";a}");
	CHECK_ROWS("=\"a\";b\"c\nd\n", "1!stray{=\"a\";b\"c}2[d]");
	CHECK_ROWS("=7;a\n", "1[=7|a]");
}

static void
what_is_no_csv_costs_one_line(void **state)
{
	(void)state;
	CHECK_ROWS("a;\"b\nc;d\ne;f\n", "1!open{a;\"b}2[c|d]3[e|f]");
	CHECK_ROWS("a;\"b\r\nc;d\r\n", "1!open{a;\"b}2[c|d]");
	CHECK_ROWS("a;\"b", "1!open{a;\"b}");
	CHECK_ROWS("a;b\"\nc;d\n", "1!stray{a;b\"}2[c|d]");
	CHECK_ROWS("a;\"b\"c\nd\n", "1!stray{a;\"b\"c}2[d]");
	CHECK_ROWS("a;\"b\nc;\"d\ne\n", "1!stray{a;\"b}2!open{c;\"d}3[e]");
	CHECK_ROWS("a;b\"\nc;d\"\ne\n", "1!stray{a;b\"}2!stray{c;d\"}3[e]");
	CHECK_ROWS("\"a\nb\"c\nd\"\ne\n", "1!stray{\"a}2!stray{b\"c}3!stray{d\"}4[e]");
	CHECK_ROWS("a\0b\nc\n", "1!NUL{a\0b}2[c]");
	CHECK_ROWS("\"a\n\0b\"\nc\n", "1!NUL{\"a}2!stray{\0b\"}3[c]");
	CHECK_ROWS("a\rb\nc\n", "1!CR{a\rb}2[c]");
	CHECK_ROWS("a\xE9\nc\n", "1!UTF-8{a\xE9}2[c]");
	CHECK_ROWS("\"\n", "1!open{\"}");
	CHECK_ROWS("\"", "1!open{\"}");
	CHECK_ROWS("\"\r\n\r\na", "1!open{\"}3[a]");
}

/* Fills storage with pattern over and over, then tail. */
static struct bytes
long_row(char *storage, const char *head, const char *pattern, size_t length, const char *tail)
{
	size_t step = strlen(pattern), used = strlen(head);

	memcpy(storage, head, used);
	for (; used < length; used += step)
		memcpy(storage + used, pattern, step);
	memcpy(storage + used, tail, strlen(tail));
	return (struct bytes){storage, used + strlen(tail)};
}

static void
the_longest_row(void **state)
{
	static char storage[3 * LINE_MAX_LENGTH];
	struct bytes bytes;

	(void)state;
	for (size_t size = 1000; size <= PIECE_MAX; size += 7919) {
		/* One line, at its greatest length and one byte longer. */
		bytes = long_row(storage, "", "x", LINE_MAX_LENGTH, "\na\n");
		tell_pieces(bytes, size, false, &told);
		assert_string_equal(told.text + told.used - 5, "]2[a]");
		assert_int_equal(told.used, LINE_MAX_LENGTH + 7);
		bytes = long_row(storage, "", "x", LINE_MAX_LENGTH + 1, "\na\n");
		tell_pieces(bytes, size, false, &told);
		assert_string_equal(told.text, "1>655362[a]");
		/* Many lines: as long as a row may be, with its LFs, and one byte longer. */
		bytes = long_row(storage, "\"", "xxx\n", LINE_MAX_LENGTH - 3, "xx\"\na\n");
		assert_int_equal(bytes.length, LINE_MAX_LENGTH + 3);
		tell_pieces(bytes, size, false, &told);
		assert_memory_equal(told.text, "1[xxx\n", 6);
		assert_string_equal(told.text + told.used - 9, "]16385[a]");
		bytes = long_row(storage, "\"", "xxx\n", LINE_MAX_LENGTH - 3, "xxx\"\na\n");
		tell_pieces(bytes, size, false, &told);
		assert_memory_equal(told.text, "1!open{\"xxx}2[xxx]3[xxx]", 24);
		assert_string_equal(strrchr(told.text, '!'), "!stray{xxx\"}16385[a]");
	}
}

/* Sheets of the bytes that matter: nothing of one row lives on in another, and every byte is told
 * in some way, the same in pieces of every size. */
static void
random_bytes(void **state)
{
	static const char alphabet[] = "\"\"\"\n\n\n;;aab\r\r=\x1A";
	static struct told whole;
	struct chance chance = {4180};
	char sheet[40];

	(void)state;
	for (int i = 0; i < 4000; i++) {
		size_t length = chance_below(&chance, sizeof(sheet));
		struct lines lines;

		for (size_t at = 0; at < length; at++)
			sheet[at] = alphabet[chance_below(&chance, sizeof(alphabet) - 1)];
		lines_open_memory(&lines, (struct bytes){sheet, length});
		tell_all(&lines, &whole);
		lines_close(&lines);
		for (size_t size = 1; size < 8; size++) {
			tell_pieces((struct bytes){sheet, length}, size, false, &told);
			check_bytes("random", "in pieces it", (struct bytes){told.text, told.used},
			    (struct bytes){whole.text, whole.used});
		}
		/* A row of its own behind any sheet whose quotes are all closed is itself. */
		if (length > 0 && sheet[length - 1] == '\n'
		    && strstr(whole.text, "!open") == NULL) {
			char with[64];

			memcpy(with, sheet, length);
			memcpy(with + length, "k;l\n", 4);
			lines_open_memory(&lines, (struct bytes){with, length + 4});
			tell_all(&lines, &told);
			lines_close(&lines);
			assert_true(told.used > 5);
			assert_string_equal(told.text + told.used - 5, "[k|l]");
			assert_memory_equal(told.text, whole.text, whole.used);
		}
	}
}

static void
reading_that_fails(void **state)
{
	(void)state;
	for (size_t size = 1; size < 20; size++) {
		tell_pieces(BYTES("a;b\nc;d\n"), size, true, &told);
		assert_string_equal(told.text, "1[a|b]2[c|d]trouble");
		tell_pieces(BYTES("a;b\nc;d"), size, true, &told);
		assert_string_equal(told.text, "1[a|b]trouble");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_and_line_ends),
	    cmocka_unit_test(blank_rows_are_passed_over),
	    cmocka_unit_test(cells_over_several_lines),
	    cmocka_unit_test(end_marks_are_passed_over),
	    cmocka_unit_test(formulas_need_no_quotes),
	    cmocka_unit_test(what_is_no_csv_costs_one_line),
	    cmocka_unit_test(the_longest_row),
	    cmocka_unit_test(random_bytes),
	    cmocka_unit_test(reading_that_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
