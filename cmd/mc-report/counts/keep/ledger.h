/*
 * The ledger: every unit of rounding that was ever placed, and the true counts
 * that it was placed by.
 *
 * What was published can only be kept consistent, and safe, when it is never
 * worked out again; so a month once in the ledger stays as it is. The file is
 * CSV and only grows:
 *
 *   month,school,outcome,route,signal,cases,units
 *   2026-10,03AB00,help,socius,child,3,1
 *   2026-10,end,5,KEY,HASH,1,
 *
 * A month's rows are those with cases or units, and its last line closes it:
 * the base, a fingerprint of the key, a hash keyed with the key over the hash
 * of the month before and all of this month, and the number of rows. Months
 * follow each other without a gap. The true counts make the file as
 * confidential as the case log.
 */

#ifndef LEDGER_H
#define LEDGER_H

#include <stddef.h>

#include "counts/areas/groups.h"
#include "counts/keep/key.h"
#include "counts/areas/month.h"
#include "records/record.h"

enum { LEDGER_HASH_BYTES = 32 };

/* What one school has in one month of one profile. */
struct ledger_row {
	month_number month;
	school_code school;
	uint32_t profile; /* groups_profile() */
	uint32_t cases;	  /* the truth */
	uint32_t units;	  /* of rounding: what is published is base times units */
};

struct ledger {
	const char *file;
	const struct key *key;
	int descriptor;
	size_t size;		  /* in bytes, when it was read */
	month_number first, last; /* NO_MONTH when it is empty */
	unsigned base;		  /* 0 when it is empty */
	struct ledger_row *row;	  /* in the order of the file */
	size_t rows, room;
	unsigned char hash[LEDGER_HASH_BYTES]; /* of the last month */
};

/* Opens the file, made when it is not there, waits until no other program has it locked, and
 * reads and verifies all of it. Ends the program with status 2 when others than its owner may
 * use it, when the key is not its key, or when it is not as it was written: each is said with
 * the line. The key must outlive it. To be closed. */
void ledger_open(struct ledger *ledger, const char *file, const struct key *key);

/* Adds a row to a month under construction. Ends the program when memory is out. */
void ledger_add(struct ledger *ledger, struct ledger_row row);

/* Closes the month of the rows from first_row on, and appends it to the file: on disk before it
 * returns. When that fails, the file is as it was before; false, and told as trouble. */
bool ledger_append(struct ledger *ledger, month_number month, unsigned base, size_t first_row);

/* Closes the file. One that ledger_open() made, and in which no month stands, is taken away; also
 * when the program ends before. */
void ledger_close(struct ledger *ledger);

#endif
