/* What the numbers of a month should be near: a goal for each cell of the tables. */

#ifndef GOALS_H
#define GOALS_H

#include "counts/rounding/search.h"

struct goal {
	int64_t truth;	/* y: of a single month only what is new in it */
	int64_t before; /* r as it stands without a new unit */
	int64_t aim;	/* the truth with the key's jitter */
	int64_t near;	/* D: few numbers may be further from the truth */
	int64_t limit;	/* how far from the truth a number may be: D, 2D for a single month */
	int64_t need;	/* at least so much, or a school could subtract itself */
	int64_t weight;
	int64_t pressure; /* how much its penalties count: 1, and more where it is hard to meet */
};

/* One goal for each cell, to be freed by the caller. The numbers of a guarded school aim at
 * nothing, but keep within 2D - w of the truth: two printed numbers that differ by that school then
 * leave it at least w open about the others. Ends the program when memory is out. */
struct goal *goals_make(const struct base *base, const struct tables *tables, const struct key *key,
    struct search_bounds bounds);

/* What a number costs: its distance from the aim squared, a penalty for each step beyond the limit
 * or under the need, and a small one for each step beyond D. */
int64_t goals_cost(const struct goal *goal, int64_t number);

/* Whether a number breaks limit or need. */
bool goals_is_broken(const struct goal *goal, int64_t number);

/* Whether a number is within D of the truth. */
bool goals_is_near(const struct goal *goal, int64_t number);

#endif
