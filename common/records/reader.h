/*
 * The reader of records: one physical line is one record.
 *
 * A pull interface: reader_next() gives the next record, or the next line that
 * is none with what is wrong about it. Header lines are passed over wherever
 * they stand. A bad line is refused alone; the next one is read afresh.
 */

#ifndef READER_H
#define READER_H

#include "records/fields.h"
#include "records/lines.h"
#include "records/record.h"
#include "tool/part.h"

struct reader {
	struct lines lines;
	struct fields fields;
	struct part part; /* only its lines are given; for the caller to set, all to begin with */
	bool has_header;  /* one was passed over */
	bool has_others;  /* a line of another part was */
	bool may_be_torn; /* the file is being appended to, or that was cut off; for the caller to
			     set */
};

enum reader_event {
	READER_END,
	READER_RECORD,
	READER_REFUSED, /* the line is no valid record: see struct refusal */
	READER_TROUBLE	/* reading failed; errno says why */
};

/* Why a line is refused: its form, or the faults of its fields. */
struct refusal {
	unsigned long line; /* its number, from 1 */
	bool is_too_long;
	bool has_mark; /* a byte order mark stands before it */
	bool is_torn;  /* it has no end, and may be torn: its fields say nothing */
	enum fields_fault form;
	size_t field_count; /* when it is not RECORD_COLUMNS, and the form is fine */
	struct faults faults;
};

/* Opens a reader on a descriptor, which stays the caller's; idle as in lines_open(). */
void reader_open(struct reader *reader, int descriptor, lines_idle *idle, void *idle_argument);
void reader_close(struct reader *reader);

/* The next event. *record is filled for READER_RECORD, and for READER_REFUSED as far as it could
 * be read, so that record_names_case() can be asked of it; its bytes stay until the next call,
 * those of its line until idle is called. */
enum reader_event reader_next(
    struct reader *reader, struct record *record, struct refusal *refusal);

#endif
