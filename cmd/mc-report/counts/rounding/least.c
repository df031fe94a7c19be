#include "counts/rounding/least.h"

#include <stdlib.h>

#include "counts/rounding/placing.h"
#include "tool/memory.h"

static void
lift(struct goals *goals, uint32_t cell)
{
	goals_lift(&goals->goal[cell]);
}

/* Leaves schools within boards. */
static void
lift_regions(struct goals *goals)
{
	for (size_t i = 0; i < goals->schools; i++)
		lift(goals, goals->cells.of_school[i][GROUP_REGION]);
}

/* Leaves schools within boards, within regions: no board, or row of small schools, of several. */
static void
lift_across_regions(struct goals *goals)
{
	uint32_t(*cell)[CELLS_SLOTS] = goals->cells.of_school;
	uint32_t *region = memory_allocate_zero(goals->cells.count + 1, sizeof(*region));

	for (size_t i = 0; i < goals->schools; i++)
		for (size_t slot = GROUP_BOARD; slot < GROUP_SLOTS; slot++)
			region[cell[i][slot]] = cell[i][GROUP_REGION];
	for (size_t i = 0; i < goals->schools; i++)
		for (size_t slot = GROUP_BOARD; slot < GROUP_SLOTS; slot++)
			if (region[cell[i][slot]] != cell[i][GROUP_REGION])
				lift(goals, cell[i][slot]);
	free(region);
}

static int64_t
improve(const struct goals *goals, struct stream *stream)
{
	struct placing placing;

	placing_open(&placing, goals);
	placing_begin(&placing, stream);
	placing_improve(&placing, stream);
	int64_t penalty = placing_penalty(&placing);
	placing_close(&placing);
	return penalty;
}

/* The least with fewer goals. Of numbers that lie within each other or apart, none across another,
 * each has a price that only grows with the units; then a placing that no move improves is the best
 * of all (such a sum is M-natural-convex: K. Murota, Discrete Convex Analysis, 2003). */
static int64_t
least_without(const struct goals *goals, struct stream *stream, void (*lift_some)(struct goals *))
{
	size_t cells = goals->cells.count + 1;
	struct goals fewer = *goals;

	fewer.goal = memory_allocate_zero(cells, sizeof(*fewer.goal));
	memcpy(fewer.goal, goals->goal, cells * sizeof(*fewer.goal));
	for (uint32_t cell = 0; cell < cells; cell++) {
		fewer.goal[cell].weight = 0;
		if (cell >= goals->cells.printed)
			lift(&fewer, cell);
	}
	lift_some(&fewer);
	int64_t least = improve(&fewer, stream);
	free(fewer.goal);
	return least;
}

int64_t
least_penalty(const struct goals *goals, struct stream *stream)
{
	int64_t in_boards = least_without(goals, stream, lift_regions);
	int64_t in_regions = least_without(goals, stream, lift_across_regions);

	return in_boards > in_regions ? in_boards : in_regions;
}
