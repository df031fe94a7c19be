/* The numbers of all tables, month by month, as sums over rows of the ledger. */

#ifndef SUMS_H
#define SUMS_H

#include "counts/keep/ledger.h"
#include "counts/areas/tables.h"

/* What is summed: the truth, or what is published. */
enum sums_what { SUMS_CASES, SUMS_PUBLISHED };

struct sums {
	const struct tables *tables;
	month_number first;		 /* of the months */
	size_t months;			 /* at most MONTHS_IN_YEAR */
	uint64_t *count[MONTHS_IN_YEAR]; /* of each month, as it was then: by cell */
};

/* Sums the rows of the ledger from the school year's first month that it has up to a month, for
 * the tables, which must outlive it. Ends the program when memory is out, and with status 2 when
 * a school is not among the units. To be freed. */
void sums_make(struct sums *sums, const struct tables *tables, const struct ledger *ledger,
    month_number month, enum sums_what what);

/* A number as the latest month has it. */
uint64_t sums_latest(const struct sums *sums, size_t cell);

void sums_free(struct sums *sums);

#endif
