/*
 * The kinds of events that are counted. (mc-counts(7), "WHAT IS COUNTED")
 *
 * Each is counted from the dates of facts, as the standing of the school year,
 * which begins on 1 August. Only active is of one month alone.
 */

#ifndef KINDS_H
#define KINDS_H

#include <stdbool.h>

/* In the order in which they are rounded and printed: what bounds another stands before it. */
enum count_kind {
	COUNT_CASES,	 /* cases with a fact in the school year */
	COUNT_NEW,	 /* cases of which the first fact lies in it */
	COUNT_CONSULTED, /* cases with a first consultation in it */
	COUNT_TALKED,	 /* cases with a first talk held in it */
	COUNT_HELP,	 /* cases of which help was begun in it */
	COUNT_CLOSED,	 /* cases with a fact in it that are closed, and not reopened */
	COUNT_ADVICE,	 /* consultations of Veilig Thuis */
	COUNT_REPORT,	 /* reports made to Veilig Thuis */
	COUNT_ACTIVE,	 /* cases with a fact in the month */
	COUNT_KINDS,
	COUNT_STANDINGS = COUNT_ACTIVE
};

struct count_kind_row {
	const char *token; /* as ledger and csv have it */
	bool is_of_cases;  /* it counts some of the cases, and so is at most COUNT_CASES */
	bool is_by_school; /* rows of schools are printed of it: what nobody is named by */
};

extern const struct count_kind_row kinds[COUNT_KINDS];

#endif
