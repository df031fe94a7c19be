/*
 * Goal: a row is split into the fields that RFC 4180 says, or refused for the
 * right reason, the same by the direct way and by libcsv; a bad row leaves no
 * trace in the next.
 *
 * Random rows of the bytes that matter are held against a plain reading of the
 * RFC below, one byte after the other.
 */

#include "support/check.h"

#include "records/fields.h"
#include "text/text.h"

/* What a row comes to. */
struct reading {
	enum fields_fault fault;
	size_t count;
	struct bytes field[FIELDS_MAX + 2];
	char storage[LINE_MAX_LENGTH];
};

/* The control character that comes first, C1 by their first byte; 0 for none. */
static unsigned char
first_control(struct bytes row)
{
	for (size_t i = 0; i < row.length; i++) {
		unsigned char c = (unsigned char)row.at[i];
		unsigned char next = i + 1 < row.length ? (unsigned char)row.at[i + 1] : 0xFF;

		if (c < ' ' || c == 0x7F || (c == 0xC2 && next < 0xA0))
			return c;
	}
	return 0;
}

/* RFC 4180: a field is quoted from its first byte to its last, or holds no quote at all. */
static void
read_plainly(struct bytes row, enum fields_form form, struct reading *reading)
{
	const char *at = row.at, *end = row.at + row.length;
	char *copy = reading->storage;
	bool has_return = false;
	size_t valid;

	reading->count = 0;
	reading->fault = FIELDS_FINE;
	for (bool goes_on = true; goes_on;) {
		bool is_quoted = at < end && *at == '"';
		char *start = copy;

		at += is_quoted;
		for (; at < end && (is_quoted || *at != ','); at++) {
			if (*at == '"' && (!is_quoted || at + 1 == end || at[1] != '"'))
				break;
			at += *at == '"';
			has_return |= *at == '\r' && !is_quoted;
			*copy++ = *at;
		}
		if (is_quoted && at == end)
			reading->fault = FIELDS_QUOTE_OPEN;
		at += is_quoted && at < end;
		if (at < end && *at != ',')
			reading->fault = FIELDS_QUOTE_STRAY;
		if (reading->fault != FIELDS_FINE)
			return;
		reading->field[reading->count++] = (struct bytes){start, (size_t)(copy - start)};
		goes_on = at++ < end && reading->count <= FIELDS_MAX;
	}
	if (row.length > 0 && memchr(row.at, '\0', row.length) != NULL)
		reading->fault = FIELDS_NUL;
	else if (form == FIELDS_SHEET ? has_return : first_control(row) == '\r')
		reading->fault = FIELDS_RETURN;
	else if (!text_is_utf8(row, &valid))
		reading->fault = FIELDS_NO_UTF8;
	else if (form == FIELDS_RECORD && first_control(row) != 0)
		reading->fault = FIELDS_CONTROL;
	else if (reading->count > FIELDS_MAX)
		reading->fault = FIELDS_TOO_MANY;
}

static void
check_reading(const char *row, const struct fields *got, const struct reading *want)
{
	check_number(row, "fields", got->count, want->count);
	for (size_t i = 0; i < want->count && i < FIELDS_MAX; i++)
		check_bytes(row, "field", got->field[i], want->field[i]);
}

static struct fields fields;
static struct reading reading;

static int
open_fields(void **state)
{
	(void)state;
	fields_open(&fields, ',');
	return 0;
}

static int
close_fields(void **state)
{
	(void)state;
	fields_close(&fields);
	return 0;
}

static const struct split_row {
	struct bytes row;
	enum fields_fault fault;
	size_t count;
	struct bytes field[5];
} split_rows[] = {
    {BYTES(""), FIELDS_FINE, 1, {BYTES("")}},
    {BYTES("a"), FIELDS_FINE, 1, {BYTES("a")}},
    {BYTES(","), FIELDS_FINE, 2, {BYTES(""), BYTES("")}},
    {BYTES("a,b,c"), FIELDS_FINE, 3, {BYTES("a"), BYTES("b"), BYTES("c")}},
    {BYTES(" a , b"), FIELDS_FINE, 2, {BYTES(" a "), BYTES(" b")}},
    {BYTES("abcdefg,h"), FIELDS_FINE, 2, {BYTES("abcdefg"), BYTES("h")}},
    {BYTES("abcdefgh,"), FIELDS_FINE, 2, {BYTES("abcdefgh"), BYTES("")}},
    {BYTES(",,,"), FIELDS_FINE, 4, {BYTES(""), BYTES(""), BYTES(""), BYTES("")}},
    {BYTES("\"\""), FIELDS_FINE, 1, {BYTES("")}},
    {BYTES("\"a\",b"), FIELDS_FINE, 2, {BYTES("a"), BYTES("b")}},
    {BYTES("a,\"b,c\""), FIELDS_FINE, 2, {BYTES("a"), BYTES("b,c")}},
    {BYTES("\"say \"\"no\"\"\",x"), FIELDS_FINE, 2, {BYTES("say \"no\""), BYTES("x")}},
    {BYTES("\"\"\"\""), FIELDS_FINE, 1, {BYTES("\"")}},
    {BYTES("\" a \",\"\""), FIELDS_FINE, 2, {BYTES(" a "), BYTES("")}},
    {BYTES("\xC3\xAB,\xE2\x80\xA8"), FIELDS_FINE, 2, {BYTES("\xC3\xAB"), BYTES("\xE2\x80\xA8")}},
    /* bytes one off the ones that are looked for */
    {BYTES("!#~+-;|"), FIELDS_FINE, 1, {BYTES("!#~+-;|")}},
    {BYTES("\xC2\xA0\xC3\x80"), FIELDS_FINE, 1, {BYTES("\xC2\xA0\xC3\x80")}},
    /* faults; the fields before them stand */
    {BYTES("a,b,\"c"), FIELDS_QUOTE_OPEN, 2, {BYTES("a"), BYTES("b")}},
    {BYTES("\""), FIELDS_QUOTE_OPEN, 0, {{NULL, 0}}},
    {BYTES("a,\"b\"\""), FIELDS_QUOTE_OPEN, 1, {BYTES("a")}},
    {BYTES("a,b\"c,d"), FIELDS_QUOTE_STRAY, 1, {BYTES("a")}},
    {BYTES("a,\"b\"c,d"), FIELDS_QUOTE_STRAY, 1, {BYTES("a")}},
    {BYTES("a,\"b\" ,d"), FIELDS_QUOTE_STRAY, 1, {BYTES("a")}},
    {BYTES("a, \"b\",d"), FIELDS_QUOTE_STRAY, 1, {BYTES("a")}},
    {BYTES("a,\"b\"\r"), FIELDS_QUOTE_STRAY, 1, {BYTES("a")}},
    {BYTES("a,b\r"), FIELDS_RETURN, 2, {BYTES("a"), BYTES("b\r")}},
    {BYTES("a,\"b\rc\""), FIELDS_RETURN, 2, {BYTES("a"), BYTES("b\rc")}},
    {BYTES("a\0,b"), FIELDS_NUL, 2, {BYTES("a\0"), BYTES("b")}},
    {BYTES("a,\"b\0\""), FIELDS_NUL, 2, {BYTES("a"), BYTES("b\0")}},
    {BYTES("a,\xC3(,b"), FIELDS_NO_UTF8, 3, {BYTES("a"), BYTES("\xC3("), BYTES("b")}},
    {BYTES("\"a\",\xFF"), FIELDS_NO_UTF8, 2, {BYTES("a"), BYTES("\xFF")}},
    {BYTES("a,\xC0\xAF"), FIELDS_NO_UTF8, 2, {BYTES("a"), BYTES("\xC0\xAF")}},
    {BYTES("a,\xED\xA0\x80"), FIELDS_NO_UTF8, 2, {BYTES("a"), BYTES("\xED\xA0\x80")}},
    {BYTES("a,\xC2(\t"), FIELDS_NO_UTF8, 2, {BYTES("a"), BYTES("\xC2(\t")}},
    {BYTES("a\tb,c"), FIELDS_CONTROL, 2, {BYTES("a\tb"), BYTES("c")}},
    {BYTES("a,\"b\nc\""), FIELDS_CONTROL, 2, {BYTES("a"), BYTES("b\nc")}},
    {BYTES("a,\x1F"), FIELDS_CONTROL, 2, {BYTES("a"), BYTES("\x1F")}},
    {BYTES("a\x7F,b"), FIELDS_CONTROL, 2, {BYTES("a\x7F"), BYTES("b")}},
    {BYTES("a,\xC2\x9F"), FIELDS_CONTROL, 2, {BYTES("a"), BYTES("\xC2\x9F")}},
};

static void
test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(split_rows); i++) {
		const struct split_row *row = &split_rows[i];
		const char *name = row->row.at;

		check_number(
		    name, "fault", fields_split(&fields, row->row, FIELDS_RECORD), row->fault);
		check_number(name, "fields", fields.count, row->count);
		for (size_t j = 0; j < row->count; j++)
			check_bytes(name, "field", fields.field[j], row->field[j]);
		/* The plain reading that the random rows are held against. */
		read_plainly(row->row, FIELDS_RECORD, &reading);
		check_number(name, "fault, read plainly", reading.fault, row->fault);
		check_reading(name, &fields, &reading);
	}
}

static void
test_both_ways_are_the_same(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(split_rows); i++) {
		if (split_rows[i].fault != FIELDS_FINE || split_rows[i].row.length == 0)
			continue;
		check_number(split_rows[i].row.at, "fault by libcsv",
		    fields_split_quoted(&fields, split_rows[i].row), FIELDS_FINE);
		read_plainly(split_rows[i].row, FIELDS_RECORD, &reading);
		check_reading(split_rows[i].row.at, &fields, &reading);
	}
}

/* The empty row is one empty field, to libcsv too. */
static void
test_empty_row_by_libcsv(void **state)
{
	(void)state;
	assert_int_equal(fields_split_quoted(&fields, BYTES("")), FIELDS_FINE);
	assert_int_equal(fields.count, 1);
	assert_int_equal(fields.field[0].length, 0);
}

/* What a sheet may have in its cells, and a record not. */
static const struct sheet_row {
	struct bytes row;
	enum fields_fault fault;
} sheet_rows[] = {
    {BYTES("a,\"b\r\nc\""), FIELDS_FINE},
    {BYTES("a,\"\r\""), FIELDS_FINE},
    {BYTES("a\t,\x0B\x7F\xC2\x85"), FIELDS_FINE},
    {BYTES("a,b\r"), FIELDS_RETURN},
    {BYTES("\ra,b"), FIELDS_RETURN},
    {BYTES("\"a\",b\rc"), FIELDS_RETURN},
    {BYTES("\"a\r\",b\rc"), FIELDS_RETURN},
    {BYTES("\"a\r\",\0"), FIELDS_NUL},
};

static void
test_rows_of_a_sheet(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(sheet_rows); i++)
		check_number(sheet_rows[i].row.at, "fault",
		    fields_split(&fields, sheet_rows[i].row, FIELDS_SHEET), sheet_rows[i].fault);
}

static void
test_many_fields(void **state)
{
	char row[2 * FIELDS_MAX + 8];

	(void)state;
	for (size_t count = FIELDS_MAX - 1; count <= FIELDS_MAX + 2; count++) {
		enum fields_fault fault = count > FIELDS_MAX ? FIELDS_TOO_MANY : FIELDS_FINE;
		size_t used = 0;

		for (size_t i = 0; i < count; i++) {
			row[used++] = (char)('a' + i % 26);
			row[used++] = ',';
		}
		struct bytes bytes = {row, used - 1};
		assert_int_equal(fields_split(&fields, bytes, FIELDS_RECORD), fault);
		assert_int_equal(fields.count, count);
		check_bytes("many", "last", fields.field[FIELDS_MAX - 2],
		    (struct bytes){row + 2 * (FIELDS_MAX - 2), 1});
		assert_int_equal(fields_split_quoted(&fields, bytes), fault);
		assert_int_equal(fields.count, count);
	}
}

/* The greatest row there can be, plain, quoted and of quotes alone. */
static void
test_longest_rows(void **state)
{
	static char row[LINE_MAX_LENGTH];
	struct bytes bytes = {row, sizeof(row)};

	(void)state;
	memset(row, 'x', sizeof(row));
	assert_int_equal(fields_split(&fields, bytes, FIELDS_RECORD), FIELDS_FINE);
	check_bytes("plain", "field", fields.field[0], bytes);
	assert_int_equal(fields_split_quoted(&fields, bytes), FIELDS_FINE);
	check_bytes("plain", "field", fields.field[0], bytes);
	row[0] = row[sizeof(row) - 1] = '"';
	assert_int_equal(fields_split(&fields, bytes, FIELDS_RECORD), FIELDS_FINE);
	check_bytes("quoted", "field", fields.field[0], (struct bytes){row + 1, sizeof(row) - 2});
	memset(row, '"', sizeof(row));
	assert_int_equal(fields_split(&fields, bytes, FIELDS_RECORD), FIELDS_FINE);
	check_bytes(
	    "quotes", "field", fields.field[0], (struct bytes){row + 1, (sizeof(row) - 2) / 2});
}

enum { FILLING = 160, RANDOM_ROW = FILLING + 64 };

/* Bytes that mean something come often, so that they meet in every way; in every other row at any
 * place of a long one. */
static struct bytes
random_row(struct chance *chance, char row[RANDOM_ROW])
{
	static const char *const pieces[] = {",", ",", ",", "\"", "\"", "\"\"", ",\"", "\",", "a",
	    "bc", " ", "\r", "\n", "\r\n", "\r\r\n", "\t", "\x7F", "\xC2\x85", "\xC3\xAB", "\xC3",
	    "\xE2\x80\xA8", "\xED\xA0\x80", "\xFF", "x"};
	size_t length = chance_below(chance, 2) * chance_below(chance, FILLING);
	size_t count = chance_below(chance, 20);

	memset(row, 'y', length);
	for (size_t i = 0; i < count; i++) {
		uint32_t which = chance_below(chance, COUNT_OF(pieces) + 1);
		const char *piece = which < COUNT_OF(pieces) ? pieces[which] : "";
		size_t size = which < COUNT_OF(pieces) ? strlen(piece) : 1; /* else a NUL */

		memcpy(row + length, piece, size);
		length += size;
	}
	return (struct bytes){row, length};
}

static void
test_hostile_rows(void **state)
{
	struct chance chance = {20260301};
	size_t fine = 0, by_fault[FIELDS_TOO_MANY + 1] = {0};

	(void)state;
	for (unsigned i = 0; i < 300000; i++) {
		char row[RANDOM_ROW], name[40];
		struct bytes bytes = random_row(&chance, row);
		enum fields_form form = i % 2 == 0 ? FIELDS_RECORD : FIELDS_SHEET;
		enum fields_fault fault;

		snprintf(name, sizeof(name), "random row %u", i);
		read_plainly(bytes, form, &reading);
		by_fault[reading.fault]++;
		fault = fields_split(&fields, bytes, form);
		check_number(name, "fault", fault, reading.fault);
		if (fault == FIELDS_FINE && bytes.length > 0) {
			check_reading(name, &fields, &reading);
			check_number(name, "fault by libcsv", fields_split_quoted(&fields, bytes),
			    FIELDS_FINE);
			check_reading(name, &fields, &reading);
			fine++;
		}
	}
	/* The rows were worth something. */
	assert_true(fine > 10000);
	for (enum fields_fault fault = FIELDS_NUL; fault <= FIELDS_QUOTE_STRAY; fault++)
		check_number("random rows", "of each fault", by_fault[fault] > 1000, true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_rows),
	    cmocka_unit_test(test_both_ways_are_the_same),
	    cmocka_unit_test(test_empty_row_by_libcsv),
	    cmocka_unit_test(test_rows_of_a_sheet),
	    cmocka_unit_test(test_many_fields),
	    cmocka_unit_test(test_longest_rows),
	    cmocka_unit_test(test_hostile_rows),
	};

	return cmocka_run_group_tests(tests, open_fields, close_fields);
}
