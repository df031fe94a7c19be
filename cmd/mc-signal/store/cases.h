/*
 * The cases of a run: what else there is of them, in the sheet or in the log.
 *
 * Two ids of a school that differ in capitals, marks or leading zeros alone are
 * twins: most likely one child, whose signals would be split over two cases.
 * Marks that divide the digits in two ways make two ids: 11-1 and 1-11.
 */

#ifndef CASES_H
#define CASES_H

#include <stdint.h>

#include "records/record.h"

enum { CASE_ID_SIZE = CASE_MAX_LENGTH + 1 };

struct known_case {
	school_code school;
	char id[CASE_ID_SIZE], key[CASE_ID_SIZE]; /* the key is what twins have in common */
	uint32_t divided;			  /* bit i: a mark before digit i of the key */
	struct span_set log_answers;		  /* of the log */
	struct span_set earlier_answers;	  /* of the sheets before the one below */
	struct span_set sheet_answers;		  /* of one sheet, so far */
	unsigned long sheet;			  /* which one that is */
};

/* Where a signal stands of which the school knew before an answer of its case was given. */
enum place {
	PLACE_FINE,   /* none was given before it was written down, as far as is known */
	PLACE_BELOW,  /* below that answer, in one sheet */
	PLACE_BEHIND, /* in a sheet behind that of the answer */
};

struct cases {
	unsigned long sheet; /* the one that is read; they have numbers from 1 */
	struct known_case *list;
	size_t count, room;
	uint32_t *place; /* an index by key: one more than the case's number, 0 is free */
	size_t places;
};

void cases_open(struct cases *cases);
void cases_close(struct cases *cases);

/* The number of a case, which is added when it is not there yet; *twin is then the number of one
 * that is its twin. Without such a twin it is cases->count. */
size_t cases_add(struct cases *cases, school_code school, struct bytes id, size_t *twin);

/* The same, and a twin is named. */
size_t cases_note(struct cases *cases, school_code school, struct bytes id);

/* Whether the school has a case with this id, or a twin of it. */
bool cases_have_key(const struct cases *cases, school_code school, struct bytes id);

/* The rows that come from now on are of another sheet. */
void cases_start_sheet(struct cases *cases);

/* The answers of a case in the sheets before the one that is read. */
struct span_set cases_earlier_answers(struct cases *cases, size_t number);

/* Takes a row of the sheet that is read into account, and names its case's twin. Says whether it is
 * a signal that the school knew of before an answer of its case that came before it: somebody put
 * it there later. */
enum place cases_take_row(struct cases *cases, const struct record *record);

#endif
