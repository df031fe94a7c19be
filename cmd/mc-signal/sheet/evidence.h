/*
 * What the dates of a sheet say of the order in which they are written.
 *
 * An order fits a date that then exists, is not after today and not long ago.
 * The day is read first; but a date that only another order fits comes from a
 * computer with other settings, and then no date of that sheet can be trusted.
 */

#ifndef EVIDENCE_H
#define EVIDENCE_H

#include "sheet/dates.h"

/* A date of a sheet and where it stands. */
struct dated_cell {
	struct bytes value;
	unsigned long line;
	unsigned column; /* as the caller numbers them */
	bool may_come;	 /* a term, which may lie after today */
};

/* Room for the beginning of a date, for messages. */
enum { EVIDENCE_TEXT_SIZE = 64 };

/* One that tells against the day first. */
struct witness {
	unsigned long line; /* 0: none */
	unsigned column;
	size_t length;
	char text[EVIDENCE_TEXT_SIZE];
};

struct evidence {
	enum dates_order order; /* in which they are read; DATES_FOUND: nobody has said */
	day_number today, long_ago;
	unsigned long count;
	bool all_are_ambiguous; /* slashed, of two-digit years, and fit day and month first */
	bool has_day_first;	/* some date fits day first alone */
	struct witness against; /* the first that settles it for another order */
	struct witness doubt;	/* the first that does so unless a date fits day first alone */
	unsigned long old_line; /* of the first date that lies long ago; 0: none */
};

/* Nothing is known yet. */
void evidence_start(struct evidence *evidence, enum dates_order order, day_number today);

/* Takes a cell into account, if it is a date. */
void evidence_add(struct evidence *evidence, const struct dated_cell *cell);

/* The date by which the sheet must be refused; NULL when it may be read. */
const struct witness *evidence_against(const struct evidence *evidence);

/* Whether nothing tells day first from month first. */
bool evidence_is_ambiguous(const struct evidence *evidence);

#endif
