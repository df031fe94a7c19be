/*
 * Goal: the reader gives the same records and refusals however its input is
 * cut into reads; it passes over headers wherever they stand, and a bad line
 * costs itself alone.
 */

#include "support/check.h"

#include "support/pieces.h"
#include "records/reader.h"

#define HEADER	   "case,date,school,kind,code,value,due,by,text\n"
#define GOOD(name) name ",2026-03-01,03AB00,need,food,,,,\n"

enum { LONG = LINE_MAX_LENGTH, MOST_EVENTS = 48 };

/* One event, put into words. */
struct told {
	size_t count;
	char event[MOST_EVENTS][96];
};

static const char *
form_of(const struct refusal *refusal)
{
	static const char *const names[] = {"", " nul", " return", " control", " no-utf8",
	    " quote-open", " quote-stray", " too-many"};

	return names[refusal->form];
}

static void
tell(struct told *told, enum reader_event event, const struct record *record,
    const struct refusal *refusal)
{
	static const char *const names[] = {"end", "record", "refused", "trouble"};
	char *text = told->event[told->count], rest[64] = "";
	struct bytes name = record->column[COLUMN_CASE];

	assert_true(told->count < MOST_EVENTS);
	told->count++;
	if (event == READER_END || event == READER_TROUBLE) {
		snprintf(text, sizeof(told->event[0]), "%s", names[event]);
		return;
	}
	if (event == READER_REFUSED)
		snprintf(rest, sizeof(rest), "%s%s%s f%zu e%zu",
		    refusal->is_too_long ? " long" : "", refusal->has_mark ? " mark" : "",
		    form_of(refusal), refusal->field_count, refusal->faults.count);
	snprintf(text, sizeof(told->event[0]), "%lu %s %.*s%s", refusal->line, names[event],
	    record_names_case(record) ? (int)name.length : 1,
	    record_names_case(record) ? name.at : "?", rest);
}

static void
read_all(struct bytes bytes, size_t size, bool breaks, struct told *told)
{
	struct pieces pieces;
	struct reader reader;
	struct record record;
	struct refusal refusal;
	enum reader_event event;

	told->count = 0;
	pieces_open(&pieces, bytes, size, breaks);
	reader_open(&reader, pieces.read_end, pieces_next, &pieces);
	do {
		event = reader_next(&reader, &record, &refusal);
		tell(told, event, &record, &refusal);
	} while (event != READER_END && event != READER_TROUBLE);
	reader_close(&reader);
	pieces_close(&pieces);
}

static void
check_events(const char *row, size_t size, const struct told *told, const char *const want[])
{
	char name[128];

	snprintf(name, sizeof(name), "%.80s in pieces of %zu", row, size);
	for (size_t i = 0; i < told->count; i++)
		check_string(name, "event", told->event[i], want[i] == NULL ? "nothing" : want[i]);
	check_number(name, "no more events", want[told->count] == NULL, true);
}

/* f is the number of fields, e the number of faults, ? a case that is not known. */
static const struct input_row {
	struct bytes bytes;
	const char *events[12];
} input_rows[] = {
    {BYTES(""), {"end"}},
    {BYTES(HEADER), {"end"}},
    {BYTES("case,date,school,kind,code,value,due,by,text"), {"end"}},
    {BYTES(GOOD("a")), {"1 record a", "end"}},
    {BYTES(HEADER GOOD("a") GOOD("b")), {"2 record a", "3 record b", "end"}},
    {BYTES(GOOD("a") HEADER GOOD("b") HEADER), {"1 record a", "3 record b", "end"}},
    {BYTES("\"case\",date,school,kind,code,value,due,by,\"text\"\n" GOOD("a")),
	{"2 record a", "end"}},
    {BYTES("b,2026-03-01,03AB00,need,food,,,,"), {"1 record b", "end"}},
    /* nearly a header */
    {BYTES("Case,date,school,kind,code,value,due,by,text\n"), {"1 refused ? f9 e3", "end"}},
    {BYTES("case,date,school,kind,code,value,due,by\n"), {"1 refused ? f8 e0", "end"}},
    /* a CR before the LF is taken, also where the LF lacks */
    {BYTES("case,date,school,kind,code,value,due,by,text\r\n" GOOD("a")), {"2 record a", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\r\n" GOOD("b")), {"1 record a", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\"x, y\"\r\n" GOOD("b")),
	{"1 record a", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\r"), {"1 record a", "end"}},
    {BYTES("\xEF\xBB\xBF" HEADER GOOD("a")), {"1 refused ? mark f9 e0", "2 record a", "end"}},
    {BYTES("\xEF\xBB\xBF" GOOD("a") GOOD("b")), {"1 refused a mark f9 e0", "2 record b", "end"}},
    /* lines that are none: the next is read afresh */
    {BYTES("\n" GOOD("a") "\n\n" GOOD("b")),
	{"1 refused ? f1 e0", "2 record a", "3 refused ? f1 e0", "4 refused ? f1 e0", "5 record b",
	    "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,\n" GOOD("b")),
	{"1 refused a f8 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,x,y\n" GOOD("b")),
	{"1 refused a f10 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01\n" GOOD("b")), {"1 refused ? f2 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\r\r\n" GOOD("b")),
	{"1 refused a return f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,x\ry\n" GOOD("b")),
	{"1 refused a return f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,x\ty\n" GOOD("b")),
	{"1 refused a control f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,x\x7F\n" GOOD("b")),
	{"1 refused a control f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\"x\xC2\x85\"\n" GOOD("b")),
	{"1 refused a control f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\0\n" GOOD("b")),
	{"1 refused a nul f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,caf\xE9\n" GOOD("b")),
	{"1 refused a no-utf8 f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\xC0\xAF\n" GOOD("b")),
	{"1 refused a no-utf8 f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\xED\xA0\x80\n" GOOD("b")),
	{"1 refused a no-utf8 f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\xE2\x80\n" GOOD("b")),
	{"1 refused a no-utf8 f9 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\"never closed\n" GOOD("b") GOOD("c")),
	{"1 refused a quote-open f8 e0", "2 record b", "3 record c", "end"}},
    {BYTES(GOOD("a") "\"\n" GOOD("b") "b,\"x\"y,\n" GOOD("c")),
	{"1 record a", "2 refused ? quote-open f0 e0", "3 record b",
	    "4 refused ? quote-stray f1 e0", "5 record c", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,a \"quote\" inside\n" GOOD("b")),
	{"1 refused a quote-stray f8 e0", "2 record b", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,fod,no,,,\n" GOOD("b")),
	{"1 refused a f9 e2", "2 record b", "end"}},
    /* what is right though it looks odd */
    {BYTES("\"a\",\"2026-03-01\",\"03AB00\",\"need\",\"food\",\"\",\"\",\"\",\"x \"\"y\"\", z\"\n"),
	{"1 record a", "end"}},
    {BYTES(",2026-03-01,03AB00,school,team,yes,,,\n"), {"1 record ?", "end"}},
    {BYTES("a,2026-03-01,03AB00,need,food,,,,\xEF\xBB\xBF\xE2\x80\xA8\n"), {"1 record a", "end"}},
    {BYTES("a,2026-03-01,03AB00,weigh,close,W22,,mc-weigh,\n"), {"1 record a", "end"}},
};

static void
test_every_cut(void **state)
{
	struct told told;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(input_rows); i++) {
		const struct input_row *row = &input_rows[i];

		for (size_t size = 1; size <= row->bytes.length + 1; size++) {
			read_all(row->bytes, size, false, &told);
			check_events(row->bytes.at, size, &told, row->events);
		}
	}
}

/* The line of a record is without its CR, byte for byte. */
static void
test_line_without_return(void **state)
{
	static const char input[] = "a,2026-03-01,03AB00,need,food,,,,x\r\n" GOOD("b");

	(void)state;
	for (size_t size = 1; size < sizeof(input); size++) {
		struct pieces pieces;
		struct reader reader;
		struct record record;
		struct refusal refusal;

		pieces_open(&pieces, BYTES(input), size, false);
		reader_open(&reader, pieces.read_end, pieces_next, &pieces);
		assert_int_equal(reader_next(&reader, &record, &refusal), READER_RECORD);
		check_bytes(
		    "CRLF", "line", record.line, BYTES("a,2026-03-01,03AB00,need,food,,,,x"));
		check_bytes("CRLF", "text", record.column[COLUMN_TEXT], BYTES("x"));
		assert_false(reader.has_header);
		reader_close(&reader);
		pieces_close(&pieces);
	}
}

/* A header with a column more is none: the records below it would not fit it either. */
static void
test_header_of_ten_columns(void **state)
{
	static const char *const events[] = {"1 refused ? f10 e0", "2 record a", "end", NULL};
	struct told told;

	(void)state;
	read_all(BYTES("case,date,school,kind,code,value,due,by,text,reasons\n" GOOD("a")), 7,
	    false, &told);
	check_events("ten columns", 7, &told, events);
}

/* All rows after each other, with an LF where one lacks it, at every size of piece. */
static void
test_all_in_one(void **state)
{
	static char all[8192];
	struct told whole, told;
	size_t used = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(input_rows); i++) {
		struct bytes bytes = input_rows[i].bytes;

		if (i % 2 == 0 || bytes.length == 0)
			continue;
		assert_true(used + bytes.length + 1 < sizeof(all));
		memcpy(all + used, bytes.at, bytes.length);
		used += bytes.length;
		if (all[used - 1] != '\n')
			all[used++] = '\n';
	}
	read_all((struct bytes){all, used}, used, false, &whole);
	assert_true(whole.count > 15);
	for (size_t size = 1; size < used; size++) {
		read_all((struct bytes){all, used}, size, false, &told);
		check_number("all in one", "events", told.count, whole.count);
		for (size_t i = 0; i < whole.count; i++)
			check_string("all in one", "event", told.event[i], whole.event[i]);
	}
}

static void
test_reading_fails(void **state)
{
	static const char *const events[] = {"2 record a", "3 record b", "trouble", NULL};
	struct told told;

	(void)state;
	for (size_t size = 1; size < 100; size++) {
		read_all(BYTES(HEADER GOOD("a") GOOD("b")), size, true, &told);
		check_events("trouble at the end", size, &told, events);
		/* What stood before the trouble on its line is no record. */
		read_all(BYTES(HEADER GOOD("a") GOOD("b") "c,2026-03-01,03AB00,need,food,,,,"),
		    size, true, &told);
		check_events("trouble in a line", size, &told, events);
	}
}

/* A record whose line is of this length, its LF not counted. */
static size_t
put_long(char *at, char name, size_t length)
{
	size_t used = (size_t)sprintf(at, "%c,2026-03-01,03AB00,need,food,,,,", name);

	memset(at + used, 'x', length - used);
	at[length] = '\n';
	return length + 1;
}

static void
test_long_lines(void **state)
{
	static const size_t lengths[] = {LONG - 1, LONG, LONG + 1, LONG + 2, 2 * LONG, 5000000};
	static const size_t pieces[] = {1021, 8192, 30000, PIECE_MAX};
	char *bytes = malloc(5000000 + 2 * LONG), first[64];
	struct told told;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lengths); i++) {
		const char *const want[] = {
		    "1 record a", first, "3 record c", "4 record d", "end", NULL};
		size_t used = put_long(bytes, 'a', 40);

		snprintf(first, sizeof(first), "2 %s",
		    lengths[i] > LONG ? "refused b long f9 e0" : "record b");
		used += put_long(bytes + used, 'b', lengths[i]);
		used += put_long(bytes + used, 'c', LONG);
		used += put_long(bytes + used, 'd', 40) - 1;
		for (size_t j = 0; j < COUNT_OF(pieces); j++) {
			read_all((struct bytes){bytes, used}, pieces[j], false, &told);
			check_events("long lines", pieces[j], &told, want);
		}
	}
	free(bytes);
}

/* A long line that is never ended, and one that breaks off. */
static void
test_long_last_line(void **state)
{
	static const char *const ends[] = {"1 refused b long f9 e0", "end", NULL};
	static const char *const breaks[] = {"trouble", NULL};
	char *bytes = malloc(3 * LONG);
	size_t used = put_long(bytes, 'b', 2 * LONG) - 1;
	struct told told;

	(void)state;
	read_all((struct bytes){bytes, used}, 4096, false, &told);
	check_events("long last line", 4096, &told, ends);
	read_all((struct bytes){bytes, used}, 4096, true, &told);
	check_events("long broken line", 4096, &told, breaks);
	free(bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_cut),
	    cmocka_unit_test(test_line_without_return),
	    cmocka_unit_test(test_header_of_ten_columns),
	    cmocka_unit_test(test_all_in_one),
	    cmocka_unit_test(test_reading_fails),
	    cmocka_unit_test(test_long_lines),
	    cmocka_unit_test(test_long_last_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
