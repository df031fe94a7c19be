/*
 * The quick way from bytes to a record beside the slow one, which is libcsv's
 * fields and record_read(): what the first lets through must be the record of
 * the second.
 *
 * What lies ahead stands at the end of what can be read, so that a byte too
 * many ends the test.
 */

#ifndef BOTH_WAYS_H
#define BOTH_WAYS_H

#include "support/check.h"
#include "support/same_record.h"

#include <sys/mman.h>
#include <unistd.h>

#include "records/plain.h"
#include "text/text.h"

enum { AHEAD_SIZE = 1 << 20 };

struct both_ways {
	struct fields quick, slow, by_libcsv;
	char *end;     /* of the memory for what lies ahead */
	char row[160]; /* the line, for messages */
};

static inline void
both_ways_open(struct both_ways *ways)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *memory = mmap(
	    NULL, AHEAD_SIZE + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_true(memory != MAP_FAILED);
	ways->end = memory + AHEAD_SIZE;
	assert_int_equal(mprotect(ways->end, page, PROT_NONE), 0);
	fields_open(&ways->quick, ',');
	fields_open(&ways->slow, ',');
	fields_open(&ways->by_libcsv, ',');
}

static inline void
both_ways_close(struct both_ways *ways)
{
	fields_close(&ways->quick);
	fields_close(&ways->slow);
	fields_close(&ways->by_libcsv);
	munmap(ways->end - AHEAD_SIZE, AHEAD_SIZE + (size_t)sysconf(_SC_PAGESIZE));
}

/* The line, an LF, and what is behind it, at the end of what can be read. */
static inline struct bytes
both_ways_put(struct both_ways *ways, struct bytes line, struct bytes behind)
{
	size_t length = line.length + 1 + behind.length;
	char *at = ways->end - length;

	assert_true(length <= AHEAD_SIZE);
	if (line.length > 0)
		memcpy(at, line.at, line.length);
	at[line.length] = '\n';
	if (behind.length > 0)
		memcpy(at + line.length + 1, behind.at, behind.length);
	return (struct bytes){at, length};
}

static inline void
both_ways_fields(
    const char *row, const struct fields *fields, const struct fields *others, size_t count)
{
	check_number(row, "count", others->count, count);
	for (size_t i = 0; i < count; i++)
		check_bytes(row, "field", fields->field[i], others->field[i]);
}

static inline void
both_ways_take(struct record *record, const struct fields *fields)
{
	for (size_t i = 0; i < RECORD_COLUMNS; i++)
		record->column[COLUMN_FIRST + i] = fields->field[i];
}

static inline void
both_ways_name(struct both_ways *ways, struct bytes line)
{
	size_t length = line.length < sizeof(ways->row) ? line.length : sizeof(ways->row) - 1;

	if (length > 0)
		memcpy(ways->row, line.at, length);
	ways->row[length] = '\0';
}

/* Whether the slow way finds a record. libcsv has the last word on its fields. */
static inline bool
both_ways_slow(struct both_ways *ways, struct bytes line, struct record *record)
{
	struct faults faults;

	if (line.length > LINE_MAX_LENGTH || text_has_mark(line)
	    || fields_split(&ways->slow, line, FIELDS_RECORD) != FIELDS_FINE
	    || ways->slow.count != RECORD_COLUMNS)
		return false;
	check_number(
	    ways->row, "by libcsv", fields_split_quoted(&ways->by_libcsv, line), FIELDS_FINE);
	both_ways_fields(ways->row, &ways->slow, &ways->by_libcsv, RECORD_COLUMNS);
	both_ways_take(record, &ways->by_libcsv);
	faults_clear(&faults);
	record_read(record, &faults);
	return faults.count == 0;
}

/* Each field has the room that is said; memory that is not there ends the test. */
static inline void
both_ways_touch(const struct fields *fields)
{
	for (size_t i = 0; i < fields->count; i++)
		(void)*(const volatile char *)(fields->field[i].at + PLAIN_ROOM - 1);
}

/* Whether the quick way finds one in what lies ahead, which begins with a line of length bytes. */
static inline bool
both_ways_quick(struct both_ways *ways, struct bytes ahead, size_t length, struct record *record)
{
	size_t found = SIZE_MAX;

	if (!plain_split(&ways->quick, ways->quick.field, ahead, &found))
		return false;
	check_number(ways->row, "the length", found, length);
	check_number(ways->row, "roomy", ways->quick.is_roomy, true);
	check_number(ways->row, "fields", ways->quick.count, RECORD_COLUMNS);
	both_ways_touch(&ways->quick);
	both_ways_take(record, &ways->quick);
	return plain_read(record);
}

/* Text that begins with what is seen at once, or needs none: the quick way must know it. */
static inline bool
both_ways_must_be_quick(const struct record *record)
{
	struct bytes text = record->column[COLUMN_TEXT];

	return text.length == 0 || (text.at[0] > ' ' && text.at[0] <= '~')
	    || !record_wants_text(record->kind, record->code, record->value);
}

/* Whether quotes stand nowhere but around the text: other lines are libcsv's. */
static inline bool
both_ways_is_for_quick(struct bytes line)
{
	size_t commas = 0;

	for (size_t i = 0; i < line.length && commas < RECORD_COLUMNS - 1; i++) {
		if (line.at[i] < ' ' || line.at[i] > '~' || line.at[i] == '"')
			return false;
		commas += line.at[i] == ',';
	}
	return true;
}

/* What a line came to. */
enum both_ways_result { BOTH_REFUSE, SLOW_ALONE, BOTH_TAKE };

/* Both ways over the line with which ahead begins. Fails when the quick one takes what the slow
 * one does not take, or takes it otherwise; and, where there is room behind the line, when it
 * leaves to the slow one what it is there for. */
static inline enum both_ways_result
both_ways_compare(struct both_ways *ways, struct bytes line, struct bytes behind)
{
	enum { ROOM = 64 + PLAIN_ROOM };
	struct bytes ahead = both_ways_put(ways, line, behind);
	struct record quick, slow;

	line.at = ahead.at;
	both_ways_name(ways, line);
	memset(&quick, 0xA5, sizeof(quick));
	bool is_quick = both_ways_quick(ways, ahead, line.length, &quick);
	bool is_slow = both_ways_slow(ways, line, &slow);
	if (is_quick && !is_slow)
		fail_msg("%s: is let through", ways->row);
	if (is_quick) {
		both_ways_fields(ways->row, &ways->quick, &ways->by_libcsv, RECORD_COLUMNS);
		check_same_record(ways->row, &quick, &slow);
		if (ways->quick.is_plain && !ways->slow.is_plain)
			fail_msg("%s: is said to be plain", ways->row);
		return BOTH_TAKE;
	}
	if (is_slow && behind.length >= ROOM && both_ways_is_for_quick(line)
	    && both_ways_must_be_quick(&slow))
		fail_msg("%s: is left to the slow way", ways->row);
	return is_slow ? SLOW_ALONE : BOTH_REFUSE;
}

/* The two ways of a test, and what sets them up and takes them down for all of its cases. */
static struct both_ways ways;

static int
open_ways(void **state)
{
	(void)state;
	both_ways_open(&ways);
	return 0;
}

static int
close_ways(void **state)
{
	(void)state;
	both_ways_close(&ways);
	return 0;
}

#endif
