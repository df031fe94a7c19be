/*
 * What the referral's table asks about a case: its conditions, and the sets
 * and days from which dates are counted.
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
	unsigned conditions;	    /* enum condition */
	struct span_set unreported; /* the latest of the questions that ask and are not reported */
	struct span_set asking;	    /* unsafe when it asks, else the latest that asks */
};

/* The situation of a case; both must outlive it. */
struct situation situation_of(const struct assessment *assessment, const struct weighing *weighing);

/* Whether the row holds. */
bool situation_meets(const struct situation *situation, const struct table_row *row);

/* The set from which a row counts; topic says whose needs, for NEEDS. */
struct span_set situation_basis(
    const struct situation *situation, enum basis basis, enum topic topic);

/* The day from which a row counts: that of its basis, or the case's date where that is empty. done
 * is when its action was done; a duty (D, E, F, P, H) grows no younger by a second signal, so until
 * it is done its first record counts. */
day_number situation_day(const struct situation *situation, const struct table_row *row,
    enum topic topic, struct span_set done);

/* Whether a row asks nothing more, since its action was done since its basis. */
bool situation_is_done(const struct situation *situation, const struct table_row *row,
    enum topic topic, struct span_set done);

/* The day by which what a row asks is due: an agreed day, or working days after situation_day().
 * NO_DAY when it is an agreed day and there is none. */
day_number situation_due(const struct situation *situation, const struct table_row *row,
    enum topic topic, struct span_set done);

#endif
