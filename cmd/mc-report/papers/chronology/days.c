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

/* The facts in the order in which the school knew them; of one day in order of time, as they stand
 * in the dossier. */
static int
compare_knowing(const void *first, const void *second)
{
	const struct entry *a = *(const struct entry *const *)first;
	const struct entry *b = *(const struct entry *const *)second;

	if (knowing_day(a) != knowing_day(b))
		return knowing_day(a) < knowing_day(b) ? -1 : 1;
	return a < b ? -1 : a > b;
}

static const struct entry **
by_knowing(const struct dossier *dossier)
{
	const struct entry **fact = memory_allocate_zero(dossier->facts + 1, sizeof(*fact));

	for (size_t i = 0; i < dossier->facts; i++)
		fact[i] = &dossier->fact[i];
	qsort(fact, dossier->facts, sizeof(*fact), compare_knowing);
	return fact;
}

static int
compare(const void *first, const void *second)
{
	const struct case_day *a = first, *b = second;

	return a->day < b->day ? -1 : a->day > b->day;
}

static void
add(struct case_days *days, struct case_day day, day_number today)
{
	if (day.day != NO_DAY && day.day <= today)
		days->list[days->count++] = day;
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
		else
			days->list[count - 1].has_fact |= days->list[i].has_fact;
	days->count = count;
}

/* Takes in what became known on a day, from the first fact that was not; returns the next. */
static const struct entry **
learn(struct case_day *day, struct case_alone *known, const struct entry **fact)
{
	for (; *fact != NULL && knowing_day(*fact) == day->day; fact++) {
		day->has_knowledge |= span_day((*fact)->when) != day->day;
		dossier_learn(known, *fact);
	}
	return fact;
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
	struct case_alone known;
	const struct entry **fact = by_knowing(dossier), **next = fact;
	struct weighing before = {0};

	for (size_t i = 0; i < dossier->facts; i++) {
		day_number happened = span_day(dossier->fact[i].when);

		add(&days, (struct case_day){.day = happened, .has_fact = true}, today);
		add(&days, (struct case_day){.day = knowing_day(&dossier->fact[i])}, today);
		add(&days, (struct case_day){.day = passing_day(&dossier->fact[i])}, today);
	}
	sort(&days);
	case_alone_open(&known);
	for (size_t i = 0; i < days.count; i++) {
		struct case_day *day = &days.list[i];
		struct assessment assessment;

		next = learn(day, &known, next);
		assessment_make(&assessment, &known.state, day->day);
		day->weighing = weighing_of(&assessment);
		day->has_changed = !span_history_is_empty(known.state.all)
		    && !says_the_same(&day->weighing, &before);
		if (day->has_changed)
			before = day->weighing;
	}
	free(fact);
	return days;
}

void
days_free(struct case_days *days)
{
	free(days->list);
	*days = (struct case_days){.count = 0};
}
