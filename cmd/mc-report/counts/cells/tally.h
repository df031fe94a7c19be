/*
 * The truth: how many cases and events of each kind there are, counted from
 * the dates of facts.
 *
 * A fact counts on the day that it is dated, a signal that the school came to
 * know later on that later day. Memory does not grow with the number of the
 * records, text is never kept, and the order of the records makes no
 * difference. (mc-counts(7), "WHAT IS COUNTED")
 */

#ifndef TALLY_H
#define TALLY_H

#include "counts/areas/year.h"
#include "rules/case_table.h"

/* The months of the school year with some fact, 1 << month, and whether one lies before that
 * year. */
enum { TALLY_MONTH_BITS = MONTHS_IN_YEAR + 1 };

/* What is counted of a case, besides its state. */
struct tally_case {
	uint64_t facts : TALLY_MONTH_BITS,
			 consultations : TALLY_MONTH_BITS,
					 talks : TALLY_MONTH_BITS,
						 help : TALLY_MONTH_BITS;
	uint64_t has_facts : 1, is_referred : 1, weighed : 2; /* weigh records, 2 for more */
};

/* The list grows by an eighth, the index of the states to at most 1/0.35 places a case. */
_Static_assert(sizeof(struct case_state) + 4 * 100 / 35 + sizeof(struct tally_case) * 9 / 8 <= 768,
    "a case takes at most 768 bytes");

/* The consultations of Veilig Thuis, and the reports made to it, of a school: by the month of the
 * school year. */
struct tally_events {
	uint32_t advice[MONTHS_IN_YEAR], reports[MONTHS_IN_YEAR];
};

struct tally {
	month_number begin;	   /* of the school year */
	month_number first, last;  /* the months that are told */
	struct case_table *states; /* one for each month that is told: as it was at its end */
	struct tally_case *list;   /* by the number of the case, which is the same in every month */
	size_t room;
	struct tally_events *events; /* by the number of the school */
	size_t events_room;
	struct units schools; /* that gave a record, of whatever kind */
	bool has_refused;     /* a case lacks a line that was refused before */
};

/* Tells the months from first to last of one school year. Ends the program when memory is out. To
 * be closed. */
void tally_open(struct tally *tally, month_number first, month_number last);
void tally_close(struct tally *tally);

/* The day on which a record counts. */
day_number tally_day(const struct record *record);

/* Takes a record. A fact that counts after the last month is passed over. */
void tally_take(struct tally *tally, const struct record *record);

/* Whether each case has its facts, one weigh record and its refer records; names those that do
 * not as trouble (status 2), with the pipeline that makes them. */
bool tally_is_complete(const struct tally *tally);

/* Puts the truth of the months of the year, which are told, into it; schools that it does not know
 * are left out. */
void tally_put(const struct tally *tally, struct year *year);

/* The pipeline that makes the input of a month, for messages. Returns text. */
enum { TALLY_PIPELINE_SIZE = 160 };
const char *tally_pipeline(month_number month, char text[TALLY_PIPELINE_SIZE]);

#endif
