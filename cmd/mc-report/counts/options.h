/* The command line of the counts. */

#ifndef COUNTS_OPTIONS_H
#define COUNTS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "counts/areas/month.h"
#include "paper/wording.h"
#include "records/record.h"
#include "tool/options.h"

enum counts_format { COUNTS_TEXT, COUNTS_HTML, COUNTS_CSV, COUNTS_FORMATS };

/* What was asked for. */
struct counts_order {
	month_number month;		  /* to print; NO_MONTH with --year */
	month_number year;		  /* the August that --year begins in, or NO_MONTH */
	month_number from;		  /* the first month of a new ledger */
	const char *ledger, *key, *units; /* files, or NULL */
	const char *new_key, *new_ledger; /* to be made, and nothing else */
	unsigned base;			  /* 3, 5 or 10; 0 for that of the ledger, or 5 */
	bool is_internal;		  /* exact counts, not for publication */
	school_code *without;		  /* schools that delivered nothing; to be freed */
	size_t without_count;
	enum counts_format format;
	enum language language;
};

extern const struct tool counts_tool;

/* Whether the arguments are for the counts. */
bool counts_options_are_meant(int argc, char *argv[]);

/* Reads the options; operands stand from optind on. What is wrong, lacks or does not go together
 * ends the program with status 2. */
void counts_options_read(struct counts_order *order, int argc, char *argv[]);

#endif
