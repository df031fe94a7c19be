/*
 * Goal: the reader gives the same records and refusals by the quick way and by
 * the slow one, wherever reads end.
 *
 * Read byte by byte no line has anything behind it when it is taken, so that
 * the quick way takes none: that is what all other readings are held against.
 */

#include "support/made_line.h"
#include "support/pieces.h"
#include "support/same_record.h"

#include "records/plain.h"
#include "records/reader.h"

enum { LINES = 120, MOST_EVENTS = 2 * LINES, ALL_SIZE = LINES * MADE_LINE_SIZE };

/* One event, with a copy of every byte that a caller can see. */
struct told {
	enum reader_event event;
	struct record record;
	struct refusal refusal;
	bool is_unended, has_header;
	char line[MADE_LINE_SIZE], column[COLUMN_END][MADE_LINE_SIZE];
};

static struct told want[MOST_EVENTS], got;

static void
keep(struct bytes *bytes, char copy[MADE_LINE_SIZE])
{
	assert_true(bytes->length <= MADE_LINE_SIZE);
	if (bytes->length > 0)
		memcpy(copy, bytes->at, bytes->length);
	bytes->at = copy;
}

static bool
is_last(const struct told *told)
{
	return told->event == READER_END || told->event == READER_TROUBLE;
}

static void
tell(struct told *told, struct reader *reader)
{
	told->event = reader_next(reader, &told->record, &told->refusal);
	told->is_unended = reader->lines.is_unended;
	told->has_header = reader->has_header;
	if (is_last(told))
		return;
	keep(&told->record.line, told->line);
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		keep(&told->record.column[column], told->column[column]);
}

static void
check_refusal(const char *row, const struct refusal *refusal, const struct refusal *wanted)
{
	check_number(row, "too long", refusal->is_too_long, wanted->is_too_long);
	check_number(row, "mark", refusal->has_mark, wanted->has_mark);
	check_number(row, "torn", refusal->is_torn, wanted->is_torn);
	check_number(row, "form", refusal->form, wanted->form);
	check_number(row, "fields", refusal->field_count, wanted->field_count);
	check_number(row, "faults", refusal->faults.count, wanted->faults.count);
	for (size_t i = 0; i < wanted->faults.count; i++)
		check_same_fault(row, &refusal->faults.list[i], &wanted->faults.list[i]);
}

static void
check_told(const struct told *told, const struct told *wanted, size_t size)
{
	char row[200];

	snprintf(row, sizeof(row), "pieces of %zu, line %lu, %.*s", size, wanted->refusal.line,
	    (int)(wanted->record.line.length < 120 ? wanted->record.line.length : 120),
	    wanted->line);
	check_number(row, "event", told->event, wanted->event);
	check_number(row, "header", told->has_header, wanted->has_header);
	if (is_last(wanted))
		return;
	check_number(row, "line", told->refusal.line, wanted->refusal.line);
	check_number(row, "no LF", told->is_unended, wanted->is_unended);
	check_bytes(row, "line", told->record.line, wanted->record.line);
	check_number(row, "school", told->record.school, wanted->record.school);
	for (enum word column = COLUMN_FIRST; column < COLUMN_END; column++)
		check_bytes(
		    row, "column", told->record.column[column], wanted->record.column[column]);
	if (wanted->event == READER_RECORD)
		check_same_record(row, &told->record, &wanted->record);
	else
		check_refusal(row, &told->refusal, &wanted->refusal);
}

/* Reads all in pieces: what is to be expected, or to be held against it. */
static void
read_all(struct bytes all, size_t size, bool may_be_torn, bool is_wanted)
{
	struct pieces pieces;
	struct reader reader;
	struct told *told;
	size_t count = 0;

	pieces_open(&pieces, all, size, false);
	reader_open(&reader, pieces.read_end, pieces_next, &pieces);
	reader.may_be_torn = may_be_torn;
	do {
		assert_true(count < MOST_EVENTS);
		told = is_wanted ? &want[count] : &got;
		tell(told, &reader);
		if (!is_wanted)
			check_told(told, &want[count], size);
	} while (!is_last(&want[count++]));
	reader_close(&reader);
	pieces_close(&pieces);
}

static void
check_every_size(struct bytes all, bool may_be_torn)
{
	static const size_t sizes[] = {255, 256, 257, 1000, 4095, 4096, 4097, 16384, PIECE_MAX};

	read_all(all, 1, may_be_torn, true);
	for (size_t size = 2; size <= 200; size++)
		read_all(all, size, may_be_torn, false);
	for (size_t i = 0; i < COUNT_OF(sizes); i++)
		read_all(all, sizes[i], may_be_torn, false);
}

/* How a line ends, mostly as it should. */
static const char *
line_end(struct chance *chance)
{
	static const char *const ends[] = {
	    "\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "\r\r\n", "\n\n", "\n case,date\n"};

	return made_of(chance, ends, COUNT_OF(ends));
}

/* Lines of which some are right, some spoilt, some headers. */
static struct bytes
make_lines(struct chance *chance, unsigned lines, uint32_t spoilt)
{
	static char all[ALL_SIZE];
	static struct made_line made;
	size_t used = 0;

	for (unsigned i = 0; i < lines; i++) {
		const char *end = line_end(chance);

		if (chance_is(chance, spoilt))
			made_spoilt(chance, &made);
		else
			made_right(chance, &made);
		memcpy(all + used, made.at, made.length);
		used += made.length;
		used += (size_t)sprintf(all + used, "%s", end);
		if (chance_is(chance, 4))
			used += (size_t)sprintf(all + used, "%s\n", record_header);
	}
	return (struct bytes){all, used};
}

static void
test_right_lines(void **state)
{
	struct chance chance = {171001};

	(void)state;
	for (unsigned i = 0; i < 4; i++)
		check_every_size(make_lines(&chance, 50, 0), false);
}

static void
test_spoilt_lines(void **state)
{
	struct chance chance = {171002};

	(void)state;
	for (unsigned i = 0; i < 8; i++)
		check_every_size(make_lines(&chance, 40, 60), false);
}

/* The last line lacks its end, or part of itself; with one who may be writing it, and without. */
static void
test_last_lines(void **state)
{
	struct chance chance = {171003};

	(void)state;
	for (size_t less = 0; less < 90; less++) {
		struct bytes all = make_lines(&chance, 4, 10);

		all.length -= less < all.length ? less : all.length;
		read_all(all, 1, less % 2 == 0, true);
		for (size_t size = 2; size < 600; size += 1 + size / 3)
			read_all(all, size, less % 2 == 0, false);
	}
}

/* Of right lines that are not near the end of what is there the quick way leaves few to the slow
 * one: the tests above are about both. */
static void
test_most_are_quick(void **state)
{
	struct chance chance = {171001};
	struct bytes all = make_lines(&chance, LINES, 0);
	struct fields fields;
	unsigned quick = 0;
	size_t length;

	(void)state;
	fields_open(&fields, ',');
	for (size_t at = 0; at < all.length;) {
		struct bytes ahead = {all.at + at, all.length - at};
		const char *feed = memchr(ahead.at, '\n', ahead.length);

		quick += plain_split(&fields, fields.field, ahead, &length);
		at += (size_t)(feed + 1 - ahead.at);
	}
	fields_close(&fields);
	assert_true(quick > LINES / 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_right_lines),
	    cmocka_unit_test(test_spoilt_lines),
	    cmocka_unit_test(test_last_lines),
	    cmocka_unit_test(test_most_are_quick),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
