#include "counts/rounding/prices.h"

#include <stdlib.h>

#include "tool/memory.h"

static void
price(struct prices *prices, size_t cell)
{
	const struct goals *goals = prices->goals;
	int64_t number = prices->number[cell], now = goals_cost(goals, cell, number);

	prices->up[cell] = goals_cost(goals, cell, number + goals->base) - now;
	prices->down[cell] = goals_cost(goals, cell, number - goals->base) - now;
}

void
prices_begin(struct prices *prices)
{
	for (size_t cell = 0; cell <= prices->goals->cells.count; cell++) {
		prices->number[cell] = prices->goals->goal[cell].before;
		price(prices, cell);
	}
}

void
prices_change(struct prices *prices, size_t school, int64_t by)
{
	const uint32_t *cell = prices->goals->cells.of_school[school];

	for (size_t i = 0; i < prices->goals->cells.slots; i++) {
		prices->number[cell[i]] += by;
		price(prices, cell[i]);
	}
}

void
prices_open(struct prices *prices, const struct goals *goals)
{
	size_t cells = goals->cells.count + 1;

	*prices = (struct prices){
	    .goals = goals,
	    .number = memory_allocate_zero(cells, sizeof(*prices->number)),
	    .up = memory_allocate_zero(cells, sizeof(*prices->up)),
	    .down = memory_allocate_zero(cells, sizeof(*prices->down)),
	};
}

void
prices_close(struct prices *prices)
{
	free(prices->number);
	free(prices->up);
	free(prices->down);
}
