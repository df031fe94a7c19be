/*
 * Counts that may be published: mc-report --type counts.
 *
 * Once a month, the cases of one or more schools become a few tables for a
 * board, a kernteam or a municipality, in such a way that nobody can work out
 * an exact or nearly exact number from them, whatever else was published or is
 * known. Every number is the base times the units of rounding in its cell; a
 * unit once placed is never moved. The ledger holds the units, and a month in
 * it is printed from it and never worked out again. (mc-report(1), "COUNTS")
 */

#ifndef COUNTS_H
#define COUNTS_H

#include <stdbool.h>

#include "counts/areas/month.h"
#include "tool/options.h"
#include "counts/print/print.h"

/* What was asked for on the command line. {0} asks for nothing. */
struct counts_order {
	month_number month;
	const char *ledger, *key, *units; /* files, or NULL */
	const char *new_key;		  /* a key to make, and nothing else */
	unsigned base;			  /* 3, 5 or 10; 0 for that of the ledger, or 5 */
	bool is_internal;		  /* exact counts, not for publication */
	bool is_used;			  /* some option of the counts was given */
	print_page *print;
	enum language language;
};

/* Takes an option of the counts; false for any other letter. What is wrong ends the program with
 * status 2. */
bool counts_take_option(
    struct counts_order *order, const struct tool *tool, char letter, const char *argument);

/* Sets the format by its name; false when the counts have no such format. */
bool counts_choose_format(struct counts_order *order, const char *name);

/* Ends the program with status 2 when options lack or do not go together. */
void counts_check_order(const struct counts_order *order, const struct tool *tool);

/* Does it all: makes the key, or prints the counts of the operands' records. The status of the
 * program comes from diagnostics_status(). */
void counts_run(const struct counts_order *order, char *const operands[]);

#endif
