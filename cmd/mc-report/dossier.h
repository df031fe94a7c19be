/*
 * Dossiers: the records of the cases that a paper is about, texts included.
 *
 * Kept while reading, in one list; dossiers_sort() then puts the records of a
 * case together in order of time. Records that are equal are kept once, and
 * those of one moment get an order of their own, so that a paper does not
 * depend on the order of the lines.
 */

#ifndef DOSSIER_H
#define DOSSIER_H

#include "case_table.h"
#include "paper/arena.h"
#include "record.h"
#include "weighing.h"

/* A kept record. */
struct entry {
	const struct case_state *state; /* its case */
	struct span when;
	day_number due;
	enum word kind, code, value, by;
	unsigned rule;	   /* kinds weigh and refer: 1 for W01 or R01 */
	unsigned flags;	   /* kind weigh: weighing_flag */
	bool is_anonymous; /* kind refer */
	struct bytes text; /* facts alone */
};

/* How much of the records is kept; the state of each case always is. */
enum dossier_depth {
	DEPTH_CASES,   /* no record */
	DEPTH_DERIVED, /* derived records alone, so that memory does not grow with the facts */
	DEPTH_FACTS    /* every record, texts included */
};

struct dossiers {
	enum dossier_depth depth;
	struct case_table cases;
	struct arena texts;
	struct entry *entry;
	size_t count, room;
};

/* One case: its facts in order of time, and what was computed from them. */
struct dossier {
	const struct case_state *state;
	const struct entry *fact;
	size_t facts;
	const struct entry *weigh; /* the first of them */
	size_t weighs;
	const struct entry *refer; /* in the order of mc-refer's rules */
	size_t refers;
};

/* Each ends the program when memory is out. */
void dossiers_open(struct dossiers *dossiers, enum dossier_depth depth);
void dossiers_close(struct dossiers *dossiers);

/* Keeps a record that names its case; the bytes are copied. False when it is a derived record
 * whose text cannot be read. */
bool dossiers_take(struct dossiers *dossiers, const struct record *record);

/* Takes a fact into a state of one's own. */
void dossier_learn(struct case_state *state, const struct entry *fact);

/* Remembers that a line of a case was refused. */
void dossiers_mark_refused(struct dossiers *dossiers, const struct record *record);

/* To be called once, when all records are there. */
void dossiers_sort(struct dossiers *dossiers);

/* The dossier of the case that came as number (0 <= number < cases.count). */
struct dossier dossiers_number(const struct dossiers *dossiers, size_t number);

/* Orders cases by school and pseudonym: less than, equal to or greater than 0. */
int dossier_compare_states(const struct case_state *a, const struct case_state *b);

/* Whether the facts, one weigh record of their day and, when wanted, refer records are there; says
 * what is lacking (status 2). */
bool dossier_is_weighed(const struct dossier *dossier, bool wants_refer);

/* Says that the facts give another outcome today than the weigh record has: an agreed day passed,
 * or a fact was added since. */
void dossier_tell_overtaken(const struct dossier *dossier, day_number today);

/* The outcome of the case's facts as of a day. */
struct weighing dossier_weigh(const struct dossier *dossier, day_number today);

/* The outcome by which the family may not be approached yet: that of the weigh record, when there
 * is one, or that of the facts. WORD_NONE when neither is such an outcome. */
enum word dossier_danger(const struct dossier *dossier, day_number today);

/* Whether a refer record asks to phone Veilig Thuis before anything else. */
bool dossier_is_call(const struct entry *refer);

/* Whether the facts give such an outcome, and the weigh record does not know it. */
bool dossier_is_overtaken_by_danger(const struct dossier *dossier, day_number today);

/* Whether a line of the case was refused, here or by mc-weigh: something may be missing. */
bool dossier_lacks_line(const struct dossier *dossier);

/* The case's pseudonym. Returns text. */
const char *dossier_case(const struct case_state *state, char text[CASE_MAX_LENGTH + 1]);

#endif
