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

/* What a case may have that counts. */
enum tally_what { HAS_FACT, HAS_CONSULTATION, HAS_TALK, HAS_HELP, TALLY_WHATS };

/* What is counted of a case, besides its state. */
struct tally_case {
	/* The months of the school year with such a fact, 1 << month, and whether one lies before
	 * that year. */
	uint16_t months[TALLY_WHATS];
	bool has_facts : 1, is_referred : 1;
	uint8_t weighed : 2; /* how many weigh records, 2 for more */
};

/* A consultation of, or a report to, Veilig Thuis. */
struct tally_event {
	school_code school;
	month_number month;
	enum count_kind kind;
};

struct tally {
	month_number begin;	   /* of the school year */
	month_number first, last;  /* the months that are told */
	struct case_table *states; /* one for each month that is told: as it was at its end */
	struct tally_case *list;   /* by the number of the case, which is the same in every month */
	size_t room;
	struct tally_event *event;
	size_t events, event_room;
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
