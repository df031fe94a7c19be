/*
 * The records of a run that are to be appended to the log, each once.
 *
 * They wait in memory until the whole run is read, since all of them are
 * appended or none. An index by hash tells which the log holds already: the
 * log is read once, whatever its length, and only what is to be added is kept.
 */

#ifndef ADDITIONS_H
#define ADDITIONS_H

#include <stdint.h>

#include "records/fields.h"
#include "records/record.h"
#include "records/writer.h"
#include "store/cases.h"

/* No case: of a record about the school. */
#define NO_CASE ((size_t)-1)

struct addition {
	uint64_t hash;
	size_t start, length;	 /* of its line in lines, without LF */
	size_t case_number;	 /* in cases, or NO_CASE */
	struct span when, known; /* known: when the school knew of it */
	/* Of its case, in the sheets of the run before its own: it would find them in the log if
	 * each sheet had a run of its own. */
	struct span_set earlier_answers;
	bool has_due;
	day_number filled_in; /* as due of a signal that came in late; NO_DAY for none */
	uint8_t kind;
	bool is_known; /* the log holds it */
};

struct additions {
	char *lines;
	size_t used, size;
	struct addition *list;
	size_t count, room;
	uint32_t *place; /* an index by hash: one more than the addition's number, 0 is free */
	size_t places;
	size_t known; /* how many came that the log or the run held already */
	struct cases cases;
};

void additions_open(struct additions *additions);
void additions_close(struct additions *additions);

/* Adds a record by its line, in the writer's form and without LF; once more is counted as known. A
 * case that may be the same child as another of the run is named. Sheets are told apart by
 * cases_start_sheet(). False when the line would be too
 * long with the due that may be filled in. */
bool additions_add(struct additions *additions, struct bytes line, const struct record *record);

/* Takes a line of the log into account, in the writer's form: the addition that is equal to it, but
 * perhaps for a due that was filled in, is known; an answer tells when its case was weighed; a case
 * that may be the same child as one of the run is named. */
void additions_compare(struct additions *additions, struct bytes line, const struct fields *fields);

/* Once the log is read: fills in today as the due of signals that the newest answer of their case,
 * in the log or in a sheet before theirs, could not know of, and names every other record that is
 * dated before it. */
void additions_settle(struct additions *additions, day_number today);

/* Whether there are any that are not known, and writing those. */
bool additions_have_new(const struct additions *additions);
void additions_write(const struct additions *additions, struct writer *writer);

#endif
