/*
 * Counts that may be published: mc-report --type counts.
 *
 * Once a month, the cases of one or more schools become a few tables for a
 * board, a kernteam or a municipality, in such a way that nobody can work out
 * an exact or nearly exact number from them, whatever else was published or is
 * known, the program included. Every number is the base times the units of
 * rounding in its group; a unit once placed is never moved. The ledger holds the
 * units, and a month in it is printed from it and never worked out again.
 * (mc-counts(7))
 */

#ifndef COUNTS_H
#define COUNTS_H

#include <stdbool.h>

/* Whether the arguments are for the counts: --type counts, --new-key or --new-ledger. */
bool counts_are_meant(int argc, char *argv[]);

/* Does what the arguments ask for; the status of the program comes from diagnostics_status(). What
 * is wrong with them ends the program with status 2. */
void counts_run(int argc, char *argv[]);

#endif
