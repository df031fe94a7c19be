/*
 * The days of a case on which its outcome may have changed: those of its facts,
 * those on which the school came to know one, and those after an agreed day.
 */

#ifndef DAYS_H
#define DAYS_H

#include "cases/dossier.h"

/* Of one day: what was known at its end, and what the weighing says then. */
struct case_day {
	day_number day;
	struct weighing weighing;
	bool has_changed;   /* the weighing says something else than on the day before */
	bool has_fact;	    /* something happened on it */
	bool has_knowledge; /* the school came to know on it of something earlier */
};

/* In order of time. */
struct case_days {
	struct case_day *list;
	size_t count;
};

/* The days up to today. Ends the program when memory is out; to be freed. */
struct case_days days_of(const struct dossier *dossier, day_number today);

void days_free(struct case_days *days);

#endif
