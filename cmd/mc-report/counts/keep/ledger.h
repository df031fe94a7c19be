/*
 * The ledger: every unit of rounding that was ever placed, and nothing true.
 *
 * What was published can only be kept consistent, and safe, when it is never
 * worked out again; so a month once in the ledger stays as it is. The file is
 * CSV and only grows:
 *
 *   month,what,school,pupils,board,region,name
 *   2026-08,begin,5,KEY,HASH,,
 *   2026-08,school,03AB00,230,Stichting A,Noord,De Brug
 *   2026-08,without,03AC00,,,,
 *   2026-08,units,03AB00,cases,2,,
 *   2026-08,end,5,KEY,HASH,3,
 *
 * It begins with the month that the first one must be. The schools of a school
 * year stand in its first month: they hold until 31 July. Then come the schools
 * that delivered nothing, and the units that the month adds to each school and
 * kind. A month's last line closes it: the base, a fingerprint of the key, a
 * hash keyed with the key over the hash before and all of this month, and the
 * number of rows. Months follow each other without a gap.
 */

#ifndef LEDGER_H
#define LEDGER_H

#include "counts/areas/year.h"
#include "counts/keep/key.h"
#include "tool/diagnostics.h"

enum { LEDGER_HASH_BYTES = 32 };

struct ledger {
	const char *file;
	char name[SHOWN_SIZE]; /* as messages show it */
	const struct key *key;
	int descriptor;
	size_t size; /* in bytes, when it was read */
	unsigned base;
	month_number first; /* that it has, or else must have */
	month_number last;  /* that it has; the one before first when it has none */
	unsigned char hash[LEDGER_HASH_BYTES]; /* of the last line that closes something */
};

/* Makes a ledger of which the first month is to be this one, on disk before it returns. Ends the
 * program with status 2 when the file exists or cannot be written. */
void ledger_make(const char *file, const struct key *key, month_number first, unsigned base);

/* Opens the file, waits until no other program has it locked, and reads nothing of it. Ends the
 * program with status 2, and says what to do, when it is not there or others than its owner may use
 * it. To be closed. */
void ledger_open(struct ledger *ledger, const char *file);

/* Verifies that it is as it was written. Ends the program with status 2, and says what to do, when
 * the key is not its key, or when it was changed. The key must outlive it. */
void ledger_verify(struct ledger *ledger, const struct key *key);
void ledger_close(struct ledger *ledger);

/* Whether a month stands in it. */
static inline bool
ledger_has(const struct ledger *ledger, month_number month)
{
	return month >= ledger->first && month <= ledger->last;
}

/* Reads the school year of a month, up to that month, from an open ledger: its schools, and the
 * numbers of its months. No school when it has no month of that year. */
void ledger_read_year(const struct ledger *ledger, month_number month, struct year *year);

/* Appends the last month of the year, which follows the ledger's last, with its schools when it is
 * the year's first: on disk before it returns. When that fails, the file is as it was before;
 * false, and told as trouble. */
bool ledger_append(struct ledger *ledger, const struct year *year);

#endif
