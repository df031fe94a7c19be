/*
 * How the six preconditions of the guideline stand at each school.
 *
 * Kept as answers in a list, since a school has few; schools_sort() then puts
 * those of a school together. A school of which only cases are known is there
 * too: of its preconditions nothing is known.
 */

#ifndef SCHOOLS_H
#define SCHOOLS_H

#include <stdbool.h>
#include <stddef.h>

#include "records/record.h"

struct school_answer {
	school_code school;
	enum word precondition; /* WORD_NONE: the school has a case */
	enum word answer;
	struct span when;
};

/* {0} holds no school. */
struct schools {
	struct school_answer *answer;
	size_t count, room;
};

enum precondition_state { PRECONDITION_UNKNOWN, PRECONDITION_NOT_MET, PRECONDITION_MET };

struct precondition {
	enum precondition_state state;
	day_number since; /* NO_DAY when unknown */
};

/* Takes a record of kind school; a school that has a case. Each ends the program when memory is
 * out. */
void schools_take(struct schools *schools, const struct record *record);
void schools_add(struct schools *schools, school_code school);

/* To be called once, when all records are there. */
void schools_sort(struct schools *schools);

/* The school that comes after this one (0: the first); 0 when there is none. */
school_code schools_next(const struct schools *schools, school_code after);

/* How a precondition stands by its newest answer, and since when it has stood so: the first such
 * answer that no other answer came after. Where a day leaves open which came last, "no" counts. */
struct precondition schools_precondition(
    const struct schools *schools, school_code school, enum word precondition);

void schools_free(struct schools *schools);

#endif
