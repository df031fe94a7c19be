/*
 * The base cells of one school year: for each school and each combination of
 * groups the true cases and the units of rounding, of earlier months and of the
 * month under way. Everything that is published is a sum over these.
 */

#ifndef BASE_H
#define BASE_H

#include "counts/keep/ledger.h"
#include "counts/cells/tally.h"
#include "counts/areas/units.h"

struct base_cell {
	uint32_t cases_before, units_before; /* of the school year's earlier months */
	uint32_t cases, units;		     /* of the month */
};

struct base {
	const struct units *units;
	month_number month;
	struct base_cell *cell; /* school * PROFILES + profile */
	size_t count;
};

/* Opens the cells of a month, all zero; the units must outlive it. Ends the program when memory
 * is out. To be closed. */
void base_open(struct base *base, const struct units *units, month_number month);
void base_close(struct base *base);

/* Takes the earlier months of the school year from the ledger. Ends the program with status 2
 * when a school of them is not among the units. */
void base_take_ledger(struct base *base, const struct ledger *ledger);

/* Takes the cases that were active in the month. Ends the program with status 2 when the school
 * of one is not among the units. */
void base_take_tally(struct base *base, const struct tally *tally);

/* Adds the month's rows to the ledger: those with cases or units. */
void base_put_rows(const struct base *base, struct ledger *ledger);

#endif
