#include "counts/rounding/search.h"

#include <stdlib.h>

#include "counts/rounding/least.h"
#include "counts/rounding/placing.h"
#include "tool/memory.h"

enum { STARTS = 200 };

/* Begins again and again until a placing is as good as one can be, or the starts are used up.
 * Leaves the best in units: of each school. */
static void
search(const struct goals *goals, const struct key *key, const char *purpose, month_number month,
    uint32_t *units)
{
	struct placing placing;
	int64_t least = INT64_MAX, enough = 0;

	placing_open(&placing, goals);
	for (uint32_t start = 0; start < STARTS && least > enough; start++) {
		struct stream stream;

		stream_open(&stream, key, purpose, month, start);
		placing_begin(&placing, &stream);
		placing_improve(&placing, &stream);
		int64_t penalty = placing_penalty(&placing);
		if (penalty < least) {
			least = penalty;
			memcpy(units, placing.units, goals->schools * sizeof(*units));
		}
		if (start == 0 && least > 0)
			enough = least_penalty(goals, &stream);
		stream_close(&stream);
	}
	placing_close(&placing);
}

static void
place_kind(struct year *year, const struct year *truth, const struct key *key, unsigned base,
    enum count_kind kind)
{
	uint32_t *units = memory_allocate_zero(year->units.schools + 1, sizeof(*units));
	struct goals goals;

	goals_make(&goals, kind, year, truth, key, base);
	search(&goals, key, kinds[kind].token, year_last(year), units);
	for (size_t i = 0; i < year->units.schools; i++)
		year_numbers(year, year->months - 1, i)[kind] += base * units[i];
	goals_free(&goals);
	free(units);
}

void
search_place(struct year *year, const struct year *truth, const struct key *key, unsigned base)
{
	for (enum count_kind kind = 0; kind < COUNT_KINDS; kind++)
		place_kind(year, truth, key, base, kind);
}
