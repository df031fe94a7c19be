#include "counts/rounding/circles.h"

#include <stdlib.h>

#include "tool/memory.h"

/* A school and what it shares. */
struct place {
	struct share share;
	uint32_t school;
};

static bool
is_same(const struct share *a, const struct share *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

/* By what they share, the region first. */
static int
compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order = memcmp(&a->share, &b->share, sizeof(a->share));

	return order != 0 ? order : (a->school > b->school) - (a->school < b->school);
}

/* How many schools each cell has. To be freed. */
static size_t *
count_schools(const struct cells *cells, size_t schools)
{
	size_t *count = memory_allocate_zero(cells->count + 1, sizeof(*count));

	for (size_t i = 0; i < schools; i++)
		for (size_t slot = 0; slot < CELLS_SLOTS; slot++)
			count[cells->of_school[i][slot]]++;
	return count;
}

static struct share
share_of(const struct cells *cells, size_t school, const size_t *count)
{
	struct share share = {.region = 0};

	for (size_t slot = 0; slot < CELLS_SLOTS; slot++) {
		uint32_t cell = cells->of_school[school][slot];

		share.cell[slot] = count[cell] > 1 ? cell : (uint32_t)cells->count;
	}
	share.region = share.cell[GROUP_REGION];
	share.cell[GROUP_ALL] = share.cell[GROUP_REGION] = (uint32_t)cells->count;
	return share;
}

/* The schools, zone by zone and circle by circle. To be freed. */
static struct place *
sort_schools(const struct cells *cells, size_t schools)
{
	struct place *place = memory_allocate_zero(schools + 1, sizeof(*place));
	size_t *count = count_schools(cells, schools);

	for (size_t i = 0; i < schools; i++)
		place[i] = (struct place){share_of(cells, i, count), (uint32_t)i};
	free(count);
	qsort(place, schools, sizeof(*place), compare_places);
	return place;
}

static void
add_circle(struct circles *circles, const struct share *share, size_t first)
{
	if (circles->zones == 0 || circles->zone[circles->zones - 1].region != share->region)
		circles->zone[circles->zones++] =
		    (struct zone){.region = share->region, .first = circles->count};
	circles->zone[circles->zones - 1].circles++;
	circles->circle[circles->count++] =
	    (struct circle){.share = *share, .zone = circles->zones - 1, .first = (uint32_t)first};
}

static void
gather(struct circles *circles, const struct place *place, size_t schools)
{
	for (size_t i = 0; i < schools; i++) {
		if (i == 0 || !is_same(&place[i].share, &place[i - 1].share))
			add_circle(circles, &place[i].share, i);
		circles->circle[circles->count - 1].schools++;
		circles->school[i] = place[i].school;
		circles->of_school[place[i].school] = circles->count - 1;
	}
}

static void
chain(struct circles *circles, size_t none)
{
	memset(circles->first, 0xff, (none + 1) * sizeof(*circles->first));
	for (uint32_t link = 0; link < circles->count * CELLS_SLOTS; link++) {
		size_t cell = circles->circle[circles_at(link)].share.cell[link % CELLS_SLOTS];

		if (cell == none)
			continue;
		circles->next[link] = circles->first[cell];
		circles->first[cell] = link;
	}
}

void
circles_make(struct circles *circles, const struct cells *cells, size_t schools)
{
	struct place *place = sort_schools(cells, schools);

	*circles = (struct circles){
	    .circle = memory_allocate_zero(schools + 1, sizeof(*circles->circle)),
	    .zone = memory_allocate_zero(schools + 1, sizeof(*circles->zone)),
	    .school = memory_allocate_zero(schools + 1, sizeof(*circles->school)),
	    .of_school = memory_allocate_zero(schools + 1, sizeof(*circles->of_school)),
	    .first = memory_allocate_zero(cells->count + 1, sizeof(*circles->first)),
	    .next = memory_allocate_zero(schools + 1, CELLS_SLOTS * sizeof(*circles->next)),
	};
	gather(circles, place, schools);
	chain(circles, cells->count);
	free(place);
}

void
circles_free(struct circles *circles)
{
	free(circles->circle);
	free(circles->zone);
	free(circles->school);
	free(circles->of_school);
	free(circles->first);
	free(circles->next);
}
