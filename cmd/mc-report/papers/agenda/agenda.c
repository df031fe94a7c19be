#include "papers/agenda/agenda.h"

#include <stdlib.h>

#include "tool/memory.h"
#include "records/workday.h"

/* This many working days ahead is soon. */
enum { SOON = 5 };

enum due_status
agenda_status(const struct entry *refer, day_number today)
{
	if (refer->due == NO_DAY || refer->due == today)
		return DUE_TODAY;
	if (refer->due < today)
		return DUE_OVERDUE;
	return refer->due <= workday_after(today, SOON) ? DUE_SOON : DUE_LATER;
}

static int
compare_items(const void *first, const void *second)
{
	const struct agenda_item *a = first, *b = second;

	if (a->status != b->status)
		return a->status < b->status ? -1 : 1;
	if (a->refer->due != b->refer->due)
		return a->refer->due < b->refer->due ? -1 : 1;
	/* The rules stand in the order of what cannot wait. */
	if (a->refer->rule != b->refer->rule)
		return a->refer->rule < b->refer->rule ? -1 : 1;
	int order = dossier_compare_states(a->refer->state, b->refer->state);
	if (order != 0)
		return order;
	return a->refer < b->refer ? -1 : a->refer > b->refer;
}

/* Adds what is due in one case. */
static void
add_case(struct agenda *agenda, const struct dossier *dossier, day_number today)
{
	for (size_t i = 0; i < dossier->refers; i++) {
		const struct entry *refer = &dossier->refer[i];

		if (refer->value != ACTION_NONE)
			agenda->item[agenda->count++] = (struct agenda_item){
			    refer, agenda_status(refer, today), span_day(refer->when)};
	}
}

struct agenda
agenda_of(const struct cases *cases, day_number today)
{
	struct agenda agenda = {.count = 0};
	size_t most = 1;

	for (size_t i = 0; i < cases->count; i++)
		most += cases->dossier[i].refers;
	agenda.item = memory_allocate_zero(most, sizeof(*agenda.item));
	for (size_t i = 0; i < cases->count; i++)
		add_case(&agenda, &cases->dossier[i], today);
	qsort(agenda.item, agenda.count, sizeof(*agenda.item), compare_items);
	return agenda;
}

void
agenda_free(struct agenda *agenda)
{
	free(agenda->item);
	*agenda = (struct agenda){.count = 0};
}
