#include "counts/rounding/swaps.h"

#include <stdlib.h>

#include "tool/memory.h"

/* What a circle costs that has no unit; no sum of prices comes near. */
static const int64_t never = INT64_MAX / 4;

static int64_t
lesser(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* What a unit less costs in the cells that a school does not share. */
static int64_t
alone_of_school(const struct swaps *swaps, const struct share *share, uint32_t school)
{
	const struct cells *cells = &swaps->prices->goals->cells;
	int64_t sum = 0;

	for (size_t slot = GROUP_ALL + 1; slot < cells->slots; slot++) {
		uint32_t cell = cells->of_school[school][slot];

		if (cell != share->cell[slot] && cell != share->region)
			sum += swaps->prices->down[cell];
	}
	return sum;
}

static int64_t
alone_of(const struct swaps *swaps, const struct circle *circle)
{
	const uint32_t *school = swaps->circles.school + circle->first;
	int64_t least = never;

	for (uint32_t i = 0; i < circle->schools; i++)
		if (swaps->units[school[i]] > 0)
			least = lesser(least, alone_of_school(swaps, &circle->share, school[i]));
	return least;
}

/* Lowers the floors to what a circle costs now. */
static void
follow_circle(struct swaps *swaps, uint32_t number)
{
	const struct circle *circle = &swaps->circles.circle[number];
	const int64_t *down = swaps->prices->down;
	int64_t least = swaps->alone[number], *floor = &swaps->floor[circle->zone];

	for (size_t slot = 0; slot < swaps->prices->goals->cells.slots; slot++)
		least += down[circle->share.cell[slot]];
	swaps->least[number] = least;
	*floor = lesser(*floor, least);
	swaps->floor_of_all = lesser(swaps->floor_of_all, *floor + down[circle->share.region]);
}

void
swaps_follow(struct swaps *swaps, uint32_t school)
{
	const struct circles *circles = &swaps->circles;
	uint32_t number = circles->of_school[school];
	const struct circle *circle = &circles->circle[number];

	swaps->alone[number] = alone_of(swaps, circle);
	follow_circle(swaps, number);
	for (size_t slot = 0; slot < swaps->prices->goals->cells.slots; slot++)
		for (uint32_t link = circles->first[circle->share.cell[slot]]; link != CIRCLES_END;
		     link = circles->next[link])
			follow_circle(swaps, circles_at(link));
}

void
swaps_begin(struct swaps *swaps)
{
	const struct circles *circles = &swaps->circles;

	swaps->floor_of_all = never;
	for (uint32_t i = 0; i < circles->zones; i++)
		swaps->floor[i] = never;
	for (uint32_t i = 0; i < circles->count; i++) {
		swaps->alone[i] = alone_of(swaps, &circles->circle[i]);
		follow_circle(swaps, i);
	}
}

/* Looking for the school whose unit another school is to get. */
struct wish {
	uint32_t school;
	const struct circle *circle; /* of the school */
	int64_t adding;
	uint32_t found; /* so far */
};

/* Looks at the schools of a circle. */
static void
look_at(const struct swaps *swaps, struct wish *wish, const struct circle *circle)
{
	const uint32_t *school = swaps->circles.school + circle->first;

	for (uint32_t i = 0; i < circle->schools; i++)
		if (swaps->units[school[i]] > 0
		    && (wish->found == SWAPS_NONE
			|| swaps->place[school[i]] < swaps->place[wish->found])
		    && prices_of_swap(swaps->prices, wish->adding, wish->school, school[i]) < 0)
			wish->found = school[i];
}

/* Looks at the circles of a zone, and raises the floor to them. adding is with what the swap
 * changes in the number of the region. */
static void
look_in_zone(struct swaps *swaps, struct wish *wish, uint32_t number, int64_t adding)
{
	const struct zone *zone = &swaps->circles.zone[number];
	int64_t floor = never;

	if (adding + swaps->floor[number] >= 0)
		return;
	for (uint32_t i = zone->first; i < zone->first + zone->circles; i++) {
		floor = lesser(floor, swaps->least[i]);
		if (adding + swaps->least[i] < 0)
			look_at(swaps, wish, &swaps->circles.circle[i]);
	}
	swaps->floor[number] = floor;
}

/* Looks at all zones, and raises the floor to them. */
static void
look_in_all(struct swaps *swaps, struct wish *wish, int64_t adding)
{
	const struct circles *circles = &swaps->circles;
	int64_t floor = never;

	for (uint32_t i = 0; i < circles->zones; i++) {
		int64_t down = swaps->prices->down[circles->zone[i].region];

		look_in_zone(swaps, wish, i, adding + down);
		floor = lesser(floor, down + swaps->floor[i]);
	}
	swaps->floor_of_all = floor;
}

/* What a swap with the cheapest school of a circle costs, which shares more than the region. */
static int64_t
price_of_swap(const struct swaps *swaps, const struct wish *wish, uint32_t number, int64_t adding)
{
	const struct prices *prices = swaps->prices;
	const struct share *in = &wish->circle->share, *out = &swaps->circles.circle[number].share;
	int64_t sum = adding + swaps->alone[number];

	sum += in->region == out->region ? -prices->up[in->region] : prices->down[out->region];
	for (size_t i = 0; i < prices->goals->cells.slots; i++)
		sum += in->cell[i] == out->cell[i] ? -prices->up[in->cell[i]]
						   : prices->down[out->cell[i]];
	return sum;
}

/* Looks at the circles that share a cell. */
static void
look_beside(struct swaps *swaps, struct wish *wish, uint32_t cell, int64_t adding)
{
	const struct circles *circles = &swaps->circles;

	for (uint32_t link = circles->first[cell]; link != CIRCLES_END; link = circles->next[link])
		if (price_of_swap(swaps, wish, circles_at(link), adding) < 0)
			look_at(swaps, wish, &circles->circle[circles_at(link)]);
}

uint32_t
swaps_find(struct swaps *swaps, uint32_t school, int64_t adding)
{
	const struct prices *prices = swaps->prices;
	const struct circle *circle = &swaps->circles.circle[swaps->circles.of_school[school]];
	struct wish wish = {school, circle, adding, SWAPS_NONE};

	adding -= prices->up[prices->goals->cells.of_school[school][GROUP_ALL]];
	if (adding + swaps->floor_of_all < 0)
		look_in_all(swaps, &wish, adding);
	look_in_zone(swaps, &wish, circle->zone, adding - prices->up[circle->share.region]);
	for (size_t slot = 0; slot < prices->goals->cells.slots; slot++)
		look_beside(swaps, &wish, circle->share.cell[slot], adding);
	return wish.found;
}

void
swaps_open(
    struct swaps *swaps, const struct prices *prices, const uint32_t *units, const uint32_t *place)
{
	*swaps = (struct swaps){.prices = prices, .units = units, .place = place};
	circles_make(&swaps->circles, &prices->goals->cells, prices->goals->schools);
	swaps->alone = memory_allocate_zero(swaps->circles.count + 1, sizeof(*swaps->alone));
	swaps->least = memory_allocate_zero(swaps->circles.count + 1, sizeof(*swaps->least));
	swaps->floor = memory_allocate_zero(swaps->circles.zones + 1, sizeof(*swaps->floor));
}

void
swaps_close(struct swaps *swaps)
{
	circles_free(&swaps->circles);
	free(swaps->alone);
	free(swaps->least);
	free(swaps->floor);
}
