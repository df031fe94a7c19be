/*
 * All cases of a stream, each found by its school and pseudonym.
 *
 * Open addressing over an index of four bytes a place, hashed with a key that
 * is drawn anew at each start, so that nobody can choose pseudonyms that make
 * it slow. The states stand in blocks that never move, in the order in which
 * the cases first came.
 *
 * With many cases mixed, waiting for the memory of a case would cost more than
 * all other work. So facts are gathered, and taken into their cases some dozens
 * at a time, when the memory of all those cases has been asked for.
 */

#ifndef CASE_TABLE_H
#define CASE_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "rules/case.h"

/* One place of the index: one more than the case's number, and in the lowest bits a tag of its
 * hash, to pass over other cases without looking at them. 0 is a free place. */
typedef uint32_t case_place;

/* A fact that is not in its case yet. */
struct gathered_fact {
	struct case_key key;
	struct case_fact fact;
	bool is_of_last; /* of the case of the one before, so that it need not be looked for */
	uint64_t hash;	 /* of the key */
	struct case_state *likely; /* nearly always its case; NULL when none is known */
};

/* More would not wait less, and would crowd the nearest cache. */
enum { GATHERED_MAX = 32 };

struct case_table {
	uint64_t seed[2];
	case_place *place;
	size_t places;		 /* a power of two */
	struct blocks states;	 /* struct case_state */
	struct blocks rests;	 /* struct case_rest, of those that have one */
	struct case_state *last; /* that was asked for; NULL for none */
	size_t next;		 /* the number of the case that came after it */
	struct gathered_fact gathered[GATHERED_MAX];
	size_t gathered_count;
};

/* An empty table. Ends the program when memory is out. */
void case_table_open(struct case_table *table);
void case_table_close(struct case_table *table);

/* Takes a fact into its case, now or with those that come next. The record names its case. */
void case_table_take(struct case_table *table, const struct record *record);

/* Has every fact in its case: to be called before the table's count is read, and its states by
 * number. */
void case_table_settle(struct case_table *table);

/* The state of the record's case with every fact in it, made empty when it is new. The record names
 * its case. Stays where it is until the table is emptied or closed. */
struct case_state *case_table_at(struct case_table *table, const struct record *record);

/* Whether the record ends a run of lines with equal cases: the table holds cases of another
 * pseudonym (schools are kept apart within a run). */
bool case_table_ends_run(const struct case_table *table, const struct record *record);

/* Forgets all cases, keeps the memory. */
void case_table_empty(struct case_table *table);

/* How many cases there are. */
static inline size_t
case_table_count(const struct case_table *table)
{
	return table->states.count;
}

/* The case that came as number (0 <= number < count). */
static inline struct case_state *
case_table_number(const struct case_table *table, size_t number)
{
	return blocks_number(&table->states, number);
}

/* As which number the case of a state came, one of this table. */
static inline size_t
case_table_number_of(const struct case_table *table, const struct case_state *state)
{
	return blocks_number_of(&table->states, state);
}

#endif
