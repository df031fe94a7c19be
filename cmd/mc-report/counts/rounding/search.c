#include "counts/rounding/search.h"

#include <stdlib.h>

#include "tool/memory.h"
#include "counts/rounding/placing.h"

enum { STARTS = 200, ROUNDS = 100, INSIDER_WIDTH = 2 };

/* Priced swaps after which no further start is made when there is something to print, and after
 * which a repair is given up. A million take some 40 milliseconds. */
enum { WORK_MAX = 4000000, REPAIR_MAX = 2000000 };

/* One number in so many may be further from the truth than D. A placing is good when there are
 * somewhat fewer, however one counts a number that stands in two tables, and the search aims at
 * fewer still. */
enum { BEYOND_ONE_IN = 100, GOOD_BEYOND_ONE_IN = 105, AIM_BEYOND_ONE_IN = 130 };

struct search {
	struct placing placing;
	struct search_record before;
	uint32_t *broken; /* cells */
};

/* How good a placing is. */
struct verdict {
	size_t breaks;	  /* of limit, need or guard; one more for too many far numbers */
	bool is_possible; /* every need kept, nothing beyond 2D, few numbers beyond D */
	size_t worst;	  /* the cell with the greatest cost by penalties */
};

struct search_bounds
search_bounds_of(unsigned base)
{
	return (struct search_bounds){base, base, base / 2, INSIDER_WIDTH};
}

/* Goes through all candidates, each time in a new order, until no move helps. */
static void
improve(struct placing *placing, struct stream *stream)
{
	bool has_moved = true;

	while (has_moved) {
		has_moved = false;
		placing_shuffle(placing, stream);
		for (size_t i = 0; i < placing->candidates.count; i++)
			has_moved |= placing_try(placing, placing->order[i]);
	}
}

/* Whether so many numbers of the month may be further from the truth than D, when at most one in
 * so many of the year's may. */
static bool
may_be_far(const struct search *search, size_t count, unsigned one_in)
{
	const struct search_record *before = &search->before;

	return (before->beyond + count) * one_in < before->numbers + search->placing.tables->count;
}

static size_t
count_far(const struct search *search)
{
	size_t count = 0;

	for (size_t cell = 0; cell < search->placing.tables->count; cell++)
		count += !goals_is_near(&search->placing.goal[cell], search->placing.number[cell]);
	return count;
}

/* Lists what has to be mended: the cells that break limit or need, and all those too far from the
 * truth when these are too many. Returns how many. */
static size_t
list_broken(struct search *search)
{
	bool takes_far = !may_be_far(search, count_far(search), AIM_BEYOND_ONE_IN);
	size_t count = 0;

	for (size_t cell = 0; cell < search->placing.tables->all; cell++) {
		const struct goal *goal = &search->placing.goal[cell];
		int64_t number = search->placing.number[cell];

		if (goals_is_broken(goal, number) || (takes_far && !goals_is_near(goal, number)))
			search->broken[count++] = (uint32_t)cell;
	}
	return count;
}

/* Puts more pressure on a cell, and makes a move that helps it. */
static void
mend(struct search *search, size_t cell)
{
	const struct goal *goal = &search->placing.goal[cell];

	if (goals_is_near(goal, search->placing.number[cell])
	    && !goals_is_broken(goal, search->placing.number[cell]))
		return;
	placing_press(&search->placing, cell);
	if (search->placing.number[cell] < goal->truth)
		placing_bring_into(&search->placing, cell);
	else
		placing_take_out_of(&search->placing, cell);
}

/* Where no move helps, cells that are still broken get more pressure, round after round, until
 * the others give way. */
static void
repair(struct search *search, struct stream *stream)
{
	uint64_t until = search->placing.work + REPAIR_MAX;
	size_t count;

	for (size_t round = 0;
	     round < ROUNDS && search->placing.work < until && (count = list_broken(search)) > 0;
	     round++) {
		placing_shuffle(&search->placing, stream);
		stream_shuffle(stream, search->broken, count);
		for (size_t i = 0; i < count; i++)
			mend(search, search->broken[i]);
	}
}

static struct verdict
judge(const struct search *search)
{
	int64_t distance = search->placing.bounds.distance, most = -1;
	struct verdict verdict = {0, true, 0};

	for (size_t cell = 0; cell < search->placing.tables->all; cell++) {
		const struct goal *goal = &search->placing.goal[cell];
		int64_t number = search->placing.number[cell], off = llabs(number - goal->truth);
		bool is_broken = goals_is_broken(goal, number);
		bool is_guard = cell >= search->placing.tables->count;

		verdict.breaks += is_broken;
		if (off > 2 * distance || number < goal->need || (is_guard && is_broken))
			verdict.is_possible = false;
		if (number < goal->need || (is_guard && is_broken))
			off += 2 * distance;
		if (off > most) {
			most = off;
			verdict.worst = cell;
		}
	}
	verdict.breaks += !may_be_far(search, count_far(search), GOOD_BEYOND_ONE_IN);
	if (!may_be_far(search, count_far(search), BEYOND_ONE_IN))
		verdict.is_possible = false;
	return verdict;
}

static void
keep_best(const struct search *search, uint32_t *best, size_t *best_count)
{
	memcpy(best, search->placing.taken, search->placing.count * sizeof(*best));
	*best_count = search->placing.count;
}

/* Whether to make no further start: nothing is broken, or, when the history leaves no such placing
 * or it is hard to find, what there is may be printed and much work was done for it. */
static bool
is_good_enough(const struct search *search, const struct verdict *best)
{
	return best->is_possible && (best->breaks == 0 || search->placing.work > WORK_MAX);
}

size_t
search_place(struct base *base, const struct tables *tables, const struct key *key,
    struct search_bounds bounds, struct search_record before)
{
	struct search search;
	struct verdict best = {SIZE_MAX, false, tables->all};
	struct stream stream;
	size_t best_count = 0;

	placing_open(&search.placing, base, tables, key, bounds);
	search.before = before;
	search.broken = memory_allocate_zero(tables->all + 1, sizeof(*search.broken));
	uint32_t *kept = memory_allocate_zero(search.placing.candidates.count + 1, sizeof(*kept));
	for (uint32_t start = 0; start < STARTS && !is_good_enough(&search, &best); start++) {
		stream_open(&stream, key, "start", base->month, start);
		placing_begin(&search.placing, &stream);
		improve(&search.placing, &stream);
		repair(&search, &stream);
		struct verdict verdict = judge(&search);
		bool is_better = verdict.is_possible != best.is_possible
		    ? verdict.is_possible
		    : verdict.breaks < best.breaks;
		if (is_better) {
			best = verdict;
			keep_best(&search, kept, &best_count);
		}
	}
	for (size_t i = 0; i < best_count && best.is_possible; i++)
		base->cell[search.placing.candidates.base[kept[i]]].units++;
	free(kept);
	free(search.broken);
	placing_close(&search.placing);
	return best.is_possible ? tables->all : best.worst;
}
