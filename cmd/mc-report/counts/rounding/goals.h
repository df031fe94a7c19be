/*
 * What the printed numbers of one kind in one month should be near, and what
 * they must keep to: a goal for each cell. (mc-counts(7), "HOW IT IS DONE")
 *
 * All follows from the base b: no number should be further than b from the
 * truth, and the key's jitter is at most J = b - (b - 1)/2, so that each true
 * number within b of a printed one can be behind it.
 */

#ifndef GOALS_H
#define GOALS_H

#include "counts/areas/year.h"
#include "counts/keep/key.h"
#include "counts/rounding/cells.h"

struct goal {
	int64_t truth;	/* y */
	int64_t before; /* r as it stands without a new unit */
	int64_t aim;	/* the truth with the key's jitter */
	int64_t need;	/* at least so much, or who knows a school or two knows the others */
	int64_t most;	/* at most so much, or two kinds would contradict each other */
	int64_t near;	/* no further from the truth, as long as that can be */
	int64_t weight;
};

struct goals {
	int64_t base;
	struct cells cells;
	struct goal
	    *goal; /* of each cell, also the one that stands for none, which costs nothing */
	int64_t *truth, *before; /* of each school */
	size_t schools;
};

/* Makes the goals of a kind in the last month of the year, in which the kinds before it stand
 * already. truth holds the true numbers of that month. Ends the program when memory is out. To be
 * freed. */
void goals_make(struct goals *goals, enum count_kind kind, const struct year *year,
    const struct year *truth, const struct key *key, unsigned base);
void goals_free(struct goals *goals);

/* What a number costs by its distance from the aim, and besides by what it must not be: nothing
 * where it is near the truth and keeps to need and most. */
int64_t goals_cost(const struct goals *goals, size_t cell, int64_t number);
int64_t goals_penalty(const struct goals *goals, size_t cell, int64_t number);

/* Makes every number of a cell as good as any other. */
void goals_lift(struct goal *goal);

/* Whether a number keeps to need and most. */
bool goals_is_safe(const struct goal *goal, int64_t number);

#endif
