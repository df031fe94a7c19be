/*
 * What the referral's table asks about a case: whether a row holds, and since
 * when and by when what it asks is due.
 */

#ifndef SITUATION_H
#define SITUATION_H

#include "rules/assessment.h"
#include "rules/referral_table.h"
#include "rules/weighing.h"

/* Worked out once for a case. */
struct situation {
	const struct assessment *assessment;
	const struct weighing *weighing;
	/* A rule stands for that of the weigh record or that of its also, and so does an outcome: a
	 * bit each, as the table has them. */
	uint64_t rules, rule_at_home;
	uint32_t outcomes;
	uint32_t conditions; /* enum condition */
	enum word question;  /* of the rule at home; WORD_NONE when it is about none */
	day_number first;    /* counted from where a set is empty */
};

/* The situation of a case; both must outlive it. first is the first day of the case: of a case
 * without facts that of its weighing. */
struct situation situation_of(
    const struct assessment *assessment, const struct weighing *weighing, day_number first);

/* Whether the row holds. */
bool situation_meets(const struct situation *situation, const struct table_row *row);

/* The action that the row asks. */
enum word situation_action(const struct situation *situation, const struct table_row *row);

/* What a row asks of a partner. */
struct demand {
	day_number since; /* the day from which it counts */
	day_number due;
};

/* Whether a row that holds asks for its action, and if so since when and by when. done is when the
 * action was done, by whom it counts; topic says whose needs, where the row counts from needs. */
bool situation_demands(const struct situation *situation, const struct table_row *row,
    enum topic topic, struct span_set done, struct demand *demand);

#endif
