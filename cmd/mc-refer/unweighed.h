/*
 * The cases that cannot be referred, since they have not come through the
 * weighing as they are: told together, however many, as what to do is the same.
 */

#ifndef UNWEIGHED_H
#define UNWEIGHED_H

#include "rules/case_table.h"

/* What a case may have instead of its facts and the one weigh record of them. */
enum unweighed_sort {
	WEIGHED, /* it can be referred */
	NOT_WEIGHED,
	WEIGHED_TWICE,
	WEIGHED_WITHOUT_FACTS,
	WEIGHED_BEFORE_FACTS,
	UNWEIGHED_SORTS
};

/* So many of a sort are named; the rest are counted. */
enum { UNWEIGHED_NAMED = 5 };

/* For each sort how many, and the first of them. {0} is none. */
struct unweighed {
	struct unweighed_cases {
		size_t count;
		struct case_key first[UNWEIGHED_NAMED];
	} sort[UNWEIGHED_SORTS];
};

enum unweighed_sort unweighed_sort_of(const struct case_state *state);

/* One more case of a sort that cannot be referred. */
void unweighed_add(
    struct unweighed *unweighed, enum unweighed_sort sort, const struct case_state *state);

/* Names them, with the pipeline that is needed; trouble (status 2) when there is one. */
void unweighed_tell(const struct unweighed *unweighed);

#endif
