/* The dossier of one case: its facts, what was computed from them, and what follows for whoever
 * writes about it. */

#ifndef DOSSIER_H
#define DOSSIER_H

#include "rules/case.h"
#include "records/record.h"
#include "rules/weighing.h"

/* A kept record. */
struct entry {
	struct bytes text; /* facts alone */
	struct span when;
	day_number due;
	uint32_t flags;			/* kind weigh: as of struct weighing; also too */
	uint32_t number;		/* as which its case came */
	uint16_t kind, code, value, by; /* enum word */
	uint8_t also;
	uint8_t rule;	   /* kinds weigh and refer: 1 for W01 or R01 */
	bool is_anonymous; /* kind refer */
};

/* Its facts in order of time, and what was computed from them; each list is NULL when it is
 * empty. */
struct dossier {
	const struct case_state *state;
	const struct entry *fact;
	const struct entry *weigh; /* the first of them */
	const struct entry *refer; /* in the order of mc-refer's rules */
	uint32_t facts, weighs, refers;
};

/* The case's pseudonym. Returns text. */
const char *dossier_case(const struct case_state *state, char text[CASE_MAX_LENGTH + 1]);

/* Whether a fact is that the pupil left the school. */
bool dossier_is_leaving(const struct entry *fact);

/* Orders cases by school and pseudonym: less than, equal to or greater than 0. */
int dossier_compare_states(const struct case_state *a, const struct case_state *b);

/* Whether any of the case's facts is so. */
bool dossier_has(const struct dossier *dossier, bool (*is_so)(const struct entry *fact));

/* Takes a fact into a case of one's own. */
void dossier_learn(struct case_alone *alone, const struct entry *fact);

/* The weighing that the weigh record tells; the dossier has one. */
struct weighing dossier_weighed(const struct dossier *dossier);

/* The outcome of the case's facts as of a day. */
struct weighing dossier_weigh(const struct dossier *dossier, day_number today);

/* The outcome by which the family may not be approached yet: that of the weigh record, when there
 * is one, or that of the facts. WORD_NONE when neither is such an outcome. */
enum word dossier_danger(const struct dossier *dossier, day_number today);

/* Whether the facts give such an outcome, and the weigh record does not know it. */
bool dossier_is_overtaken_by_danger(const struct dossier *dossier, day_number today);

/* Whether a refer record asks to phone Veilig Thuis before anything else. */
bool dossier_is_call(const struct entry *refer);

/* Whether a line of the case was refused, here or by mc-weigh: something may be missing. */
bool dossier_lacks_line(const struct dossier *dossier);

#endif
