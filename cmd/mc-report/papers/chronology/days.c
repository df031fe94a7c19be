#include "papers/chronology/days.h"

#include <stdlib.h>

#include "rules/assessment.h"
#include "tool/memory.h"

/* The day on which the school knew a fact. */
static day_number
knowing_day(const struct entry *fact)
{
	return fact->kind == KIND_SIGNAL && fact->due != NO_DAY ? fact->due : span_day(fact->when);
}

/* A plan that ends by a day says something else on the day after. */
static day_number
passing_day(const struct entry *fact)
{
	return fact->kind == KIND_PLAN && fact->due != NO_DAY ? fact->due + 1 : NO_DAY;
}

static int
compare(const void *first, const void *second)
{
	const struct case_day *a = first, *b = second;

	return a->day < b->day ? -1 : a->day > b->day;
}

static void
add(struct case_days *days, day_number day, day_number today)
{
	if (day != NO_DAY && day <= today)
		days->list[days->count++] = (struct case_day){.day = day};
}

/* Sorts the days, each once. */
static void
sort(struct case_days *days)
{
	size_t count = 0;

	qsort(days->list, days->count, sizeof(*days->list), compare);
	for (size_t i = 0; i < days->count; i++)
		if (count == 0 || days->list[count - 1].day != days->list[i].day)
			days->list[count++] = days->list[i];
	days->count = count;
}

/* Takes in what became known on a day. */
static void
learn(struct case_day *day, struct case_state *known, const struct dossier *dossier)
{
	for (size_t i = 0; i < dossier->facts; i++) {
		const struct entry *fact = &dossier->fact[i];

		day->has_fact |= span_day(fact->when) == day->day;
		if (knowing_day(fact) != day->day)
			continue;
		day->has_knowledge |= span_day(fact->when) != day->day;
		dossier_learn(known, fact);
	}
}

static bool
says_the_same(const struct weighing *a, const struct weighing *b)
{
	return a->rule == b->rule && a->also == b->also && a->flags == b->flags;
}

struct case_days
days_of(const struct dossier *dossier, day_number today)
{
	struct case_days days = {
	    .list = memory_allocate_zero(3 * dossier->facts + 1, sizeof(*days.list))};
	struct case_state known = {0};
	struct weighing before = {0};

	for (size_t i = 0; i < dossier->facts; i++) {
		add(&days, span_day(dossier->fact[i].when), today);
		add(&days, knowing_day(&dossier->fact[i]), today);
		add(&days, passing_day(&dossier->fact[i]), today);
	}
	sort(&days);
	for (size_t i = 0; i < days.count; i++) {
		struct case_day *day = &days.list[i];
		struct assessment assessment;

		learn(day, &known, dossier);
		assessment_make(&assessment, &known, day->day);
		day->weighing = weighing_of(&assessment);
		day->has_changed =
		    !span_history_is_empty(known.all) && !says_the_same(&day->weighing, &before);
		if (day->has_changed)
			before = day->weighing;
	}
	return days;
}

void
days_free(struct case_days *days)
{
	free(days->list);
	*days = (struct case_days){.count = 0};
}
