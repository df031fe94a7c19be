/*
 * What counts of each case on the input: its outcome, its first route, and its
 * newest signal.
 *
 * A few dozen bytes a case, whatever the number of its records; text is never
 * kept. The order of the records makes no difference.
 */

#ifndef TALLY_H
#define TALLY_H

#include "counts/areas/groups.h"
#include "counts/areas/month.h"
#include "records/record.h"

/* The first word among the newest signals: apart for the whole days of their day and for its
 * latest minute, until it is known which are the newest. 0 is none. */
struct tally_signal {
	struct span_set when;
	uint16_t of_day, of_minute;
};

struct tally_case {
	char id[CASE_MAX_LENGTH]; /* filled up with NUL */
	school_code school;
	struct tally_signal signal; /* not positive */
	day_number weighed_on;
	uint8_t weighed; /* how many weigh records, 2 for more */
	uint8_t outcome; /* outcome_group of the weigh record */
	uint8_t route;	 /* the first route_group of the refer records; ROUTE_GROUPS for none */
	bool has_facts;
};

struct tally {
	unsigned char seed[16];
	uint32_t *place; /* one more than a case's number; 0 is free */
	size_t places;	 /* a power of two */
	struct tally_case *list;
	size_t count, room;
	bool has_refused; /* a case lacks a line that was refused before */
	size_t latest;	  /* found last: lines of one case often follow each other */
};

/* Ends the program when memory is out. To be closed. */
void tally_open(struct tally *tally);
void tally_close(struct tally *tally);

/* Takes a record that names its case. */
void tally_take(struct tally *tally, const struct record *record);

/* Whether each case has its facts, one weigh record and its refer records; names those that do
 * not as trouble (status 2), with the pipeline that makes them. */
bool tally_is_complete(const struct tally *tally, month_number month);

/* Whether the case counts in the month: it was active, since its weigh record is dated then. */
bool tally_counts(const struct tally_case *of, month_number month);

/* The groups of a case (groups_profile()). */
unsigned tally_profile(const struct tally_case *of);

/* The pipeline that makes the input of a month, for messages. Returns text. */
enum { TALLY_PIPELINE_SIZE = 160 };
const char *tally_pipeline(month_number month, char text[TALLY_PIPELINE_SIZE]);

#endif
