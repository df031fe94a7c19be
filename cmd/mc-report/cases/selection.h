/* Which cases a paper is asked about. */

#ifndef SELECTION_H
#define SELECTION_H

#include <stdbool.h>

#include "records/record.h"
#include "text/nearest.h"

struct selected_case {
	struct bytes id; /* of the command line, which stays */
	bool is_found;
	struct nearest nearest; /* of the cases that did occur */
};

/* {0} selects every case. */
struct selection {
	struct selected_case *wanted; /* none: every case */
	size_t count;
	school_code school; /* 0: every school */
	bool school_is_found;
	struct nearest nearest_school;
};

/* Selects a case as well. False when id is no pseudonym. Ends the program when memory is out. */
bool selection_add(struct selection *selection, const char *id);

/* Whether a record that names its case is asked about; remembers that it occurred. */
bool selection_takes(struct selection *selection, const struct record *record);

/* Names what was asked for and did not occur, and what comes nearest to it (status 2). */
void selection_tell_missing(const struct selection *selection);

void selection_free(struct selection *selection);

#endif
