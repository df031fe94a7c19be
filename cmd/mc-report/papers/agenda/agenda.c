#include "papers/agenda/agenda.h"

#include <stdlib.h>

#include "papers/agenda/why.h"
#include "paper/date.h"
#include "tool/memory.h"
#include "records/workday.h"

/* This many working days ahead is soon. */
enum { SOON = 5 };

day_number
agenda_due(const struct entry *refer, day_number today)
{
	return refer->due == NO_DAY ? today : refer->due;
}

bool
agenda_has(const struct entry *refer, day_number today)
{
	return refer->value != ACTION_NONE
	    && !(refer->value == ACTION_COMFORT && agenda_due(refer, today) < today);
}

static enum due_status
status_of(day_number due, day_number today)
{
	if (due <= today)
		return due < today ? DUE_OVERDUE : DUE_TODAY;
	return due <= workday_after(today, SOON) ? DUE_SOON : DUE_LATER;
}

static int
compare_numbers(uint64_t a, uint64_t b)
{
	return a < b ? -1 : a > b;
}

static int
compare_items(const void *first, const void *second)
{
	const struct agenda_item *a = first, *b = second;
	bool is_overdue = a->status == DUE_OVERDUE;
	const uint64_t keys[][2] = {
	    {a->status, b->status},
	    {is_overdue ? b->level : 0, is_overdue ? a->level : 0},
	    {is_overdue && a->refer->code != PARTNER_VEILIG_THUIS,
		is_overdue && b->refer->code != PARTNER_VEILIG_THUIS},
	    {a->refer->due, b->refer->due},
	    /* The rules stand in the order of what cannot wait. */
	    {a->refer->rule, b->refer->rule},
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		int order = compare_numbers(keys[i][0], keys[i][1]);

		if (order != 0)
			return order;
	}
	int order = dossier_compare_states(a->refer->state, b->refer->state);
	return order != 0 ? order : compare_numbers((uintptr_t)a->refer, (uintptr_t)b->refer);
}

static void
add(struct agenda *agenda, struct agenda_item item, enum due_status status)
{
	item.status = status;
	agenda->item[agenda->count++] = item;
}

/* Adds what is due in one case. */
static void
add_case(struct agenda *agenda, const struct dossier *dossier, const struct report_order *order)
{
	struct weighing weighing = dossier_weighed(dossier);
	struct agenda_item item = {.dossier = dossier, .level = weighing_protection(&weighing)};
	day_number today = order->today;

	for (size_t i = 0; i < dossier->refers; i++) {
		item.refer = &dossier->refer[i];
		if (!agenda_has(item.refer, today))
			continue;
		day_number due = agenda_due(item.refer, today);
		item.holiday = order->holidays == NULL ? NULL : holidays_at(order->holidays, due);
		add(agenda, item, status_of(due, today));
		if (item.holiday != NULL && holidays_is_near(item.holiday, today))
			add(agenda, item, DUE_BEFORE_HOLIDAYS);
	}
}

struct agenda
agenda_of(const struct cases *cases, const struct report_order *order)
{
	struct agenda agenda = {.count = 0};
	size_t most = 1;

	for (size_t i = 0; i < cases->count; i++)
		most += 2 * cases->dossier[i].refers;
	agenda.item = memory_allocate_zero(most, sizeof(*agenda.item));
	for (size_t i = 0; i < cases->count; i++)
		add_case(&agenda, &cases->dossier[i], order);
	qsort(agenda.item, agenda.count, sizeof(*agenda.item), compare_items);
	return agenda;
}

void
agenda_free(struct agenda *agenda)
{
	free(agenda->item);
	*agenda = (struct agenda){.count = 0};
}

void
agenda_say_partner(struct phrase *phrase, enum word partner)
{
	const char *label = partner == PARTNER_AF ? wording_text(WORDING_SHORT_AF, phrase->language)
						  : vocabulary_label(partner, phrase->language);

	for (; *label != '\0' && strncmp(label, " (", 2) != 0; label++)
		phrase_add(phrase, (char[]){*label, '\0'});
}

void
agenda_say_why(struct phrase *phrase, const struct agenda_item *item, day_number today)
{
	char from[DATE_SIZE], to[DATE_SIZE];

	why_say(phrase, item->dossier, item->refer, today);
	if (item->holiday != NULL)
		phrase_say(phrase, WORDING_IN_HOLIDAYS,
		    date_of_day_near(item->holiday->from, today, phrase->language, from),
		    date_of_day_near(item->holiday->to, today, phrase->language, to));
}
