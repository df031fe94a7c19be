/*
 * What the referral's table asks about a case: its conditions, and the sets
 * from which dates are counted.
 */

#ifndef SITUATION_H
#define SITUATION_H

#include "assessment.h"
#include "table.h"
#include "weighing.h"

/* Worked out once for a case. */
struct situation {
	const struct assessment *assessment;
	const struct weighing *weighing;
	unsigned conditions;	    /* enum condition */
	struct span_set unreported; /* the latest of the questions that ask and are not reported */
	struct span_set asking;	    /* unsafe when it asks, else the latest that asks */
};

/* The situation of a case; both must outlive it. */
struct situation situation_of(
    const struct assessment *assessment, const struct weighing *weighing);

/* Whether the row holds. */
bool situation_meets(const struct situation *situation, const struct table_row *row);

/* The set from which a row counts; topic says whose needs, for NEEDS. */
struct span_set situation_basis(
    const struct situation *situation, enum basis basis, enum topic topic);

/* The set of signals that D, E, F, P or H stands for; NULL for any other basis. */
const struct duty_set *situation_duty(const struct case_state *state, enum basis basis);

#endif
