/*
 * All cases of a stream, each found by its school and pseudonym.
 *
 * Open addressing over an index of four bytes a place, hashed with a key that
 * is drawn anew at each start, so that nobody can choose pseudonyms that make
 * it slow. The states stand in blocks that never move, in the order in which
 * the cases first came.
 */

#ifndef CASE_TABLE_H
#define CASE_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "case.h"

/* One place of the index: one more than the case's number, and in the lowest bits a tag of its
 * hash, to pass over other cases without looking at them. 0 is a free place. */
typedef uint32_t case_place;

struct case_table {
	uint64_t seed[2];
	case_place *place;
	size_t places; /* a power of two */
	size_t count;
	struct case_state **block;
	size_t blocks;
	struct case_state *latest; /* found last: lines of one case often follow each other */
};

/* An empty table. Ends the program when memory is out. */
void case_table_open(struct case_table *table);
void case_table_close(struct case_table *table);

/* The state of the record's case, made empty when it is new. The record names its case. Stays
 * where it is until the table is emptied or closed. */
struct case_state *case_table_at(struct case_table *table, const struct record *record);

/* Has the memory of the case fetched that the next line is about: with many cases mixed, waiting
 * for it would cost more than all other work. ahead begins with that line; a hint alone, it may be
 * anything. */
void case_table_foresee(const struct case_table *table, struct bytes ahead);

/* Whether the record ends a run of lines with equal cases: the table holds cases of another
 * pseudonym (schools are kept apart within a run). */
bool case_table_ends_run(const struct case_table *table, const struct record *record);

/* Forgets all cases, keeps the memory. */
void case_table_empty(struct case_table *table);

/* The case that came as number (0 <= number < count). */
struct case_state *case_table_number(const struct case_table *table, size_t number);

#endif
