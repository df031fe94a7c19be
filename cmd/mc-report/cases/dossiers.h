/*
 * Dossiers: the records of the cases that a paper is about, texts included.
 *
 * Kept while reading, in a list of each sort; dossiers_sort() then puts the
 * records of a case together in order of time, where they are not so already,
 * as derived records mostly are. Records that are equal are kept once, and
 * those of one moment get an order of their own, so that a paper does not
 * depend on the order of the lines.
 */

#ifndef DOSSIERS_H
#define DOSSIERS_H

#include "rules/case_table.h"
#include "cases/dossier.h"
#include "paper/arena.h"

/* How much of the records is kept; the state of each case always is. */
enum dossiers_depth {
	DEPTH_CASES,   /* no record */
	DEPTH_DERIVED, /* derived records, and that the pupil left, so that memory does not grow
			  with the facts */
	DEPTH_FACTS    /* every record, texts included */
};

struct entries {
	struct entry *list;
	size_t count, room;
};

struct dossiers {
	enum dossiers_depth depth;
	struct case_table cases;
	struct arena texts;
	struct entries facts, weighs, refers;
};

/* Each ends the program when memory is out. */
void dossiers_open(struct dossiers *dossiers, enum dossiers_depth depth);
void dossiers_close(struct dossiers *dossiers);

/* Keeps a record that names its case; the bytes are copied. False when it is a derived record
 * whose text cannot be read. */
bool dossiers_take(struct dossiers *dossiers, const struct record *record);

/* Remembers that a line of a case was refused. */
void dossiers_mark_refused(struct dossiers *dossiers, const struct record *record);

/* To be called once, when all records are there. */
void dossiers_sort(struct dossiers *dossiers);

/* Writes the dossier of each case, as the cases came. There is room for case_table_count(&cases) of
 * them, all zero. */
void dossiers_list(const struct dossiers *dossiers, struct dossier list[]);

#endif
