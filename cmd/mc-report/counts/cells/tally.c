#include "counts/cells/tally.h"

#include <stdio.h>
#include <stdlib.h>

#include "rules/weighing.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* The bit of all that lies before the school year, and all bits. */
enum { BEFORE = 1 << MONTHS_IN_YEAR, MONTHS = 2 * BEFORE - 1 };

static size_t
months_of(const struct tally *tally)
{
	return tally->last - tally->first + 1;
}

void
tally_open(struct tally *tally, month_number first, month_number last)
{
	*tally = (struct tally){.begin = month_of_school_year(last), .first = first, .last = last};
	tally->states = memory_allocate_zero(months_of(tally), sizeof(*tally->states));
	for (size_t i = 0; i < months_of(tally); i++)
		case_table_open(&tally->states[i]);
}

void
tally_close(struct tally *tally)
{
	for (size_t i = 0; tally->states != NULL && i < months_of(tally); i++)
		case_table_close(&tally->states[i]);
	free(tally->states);
	free(tally->list);
	free(tally->events);
	units_free(&tally->schools);
}

day_number
tally_day(const struct record *record)
{
	return span_day(case_counts_on(record->kind, record->when, record->due));
}

static const struct case_table *
latest(const struct tally *tally)
{
	return &tally->states[months_of(tally) - 1];
}

/* What is counted of the record's case; a fact also goes into the states of the months in which it
 * is known. */
static struct tally_case *
case_of(struct tally *tally, const struct record *record)
{
	month_number month = month_of_day(tally_day(record));
	struct case_state *state = NULL;

	for (size_t i = 0; i < months_of(tally); i++) {
		state = case_table_at(&tally->states[i], record);
		if (!record_is_derived(record->kind) && month <= tally->first + i)
			case_take(state, record, &tally->states[i].rests);
	}
	size_t number = case_table_number_of(latest(tally), state);
	if (number >= tally->room) {
		size_t room = number + number / 8 + 64;

		tally->list = memory_resize(tally->list, room, sizeof(*tally->list));
		memset(tally->list + tally->room, 0, (room - tally->room) * sizeof(*tally->list));
		tally->room = room;
	}
	return &tally->list[number];
}

/* Whether somebody was consulted: who did it notes a consultation, or what was done. */
static bool
is_consultation(const struct record *record)
{
	return record->kind == KIND_CONSULT
	    || (record->kind == KIND_DONE
		&& (record->value == ACTION_DISCUSS || vocabulary_is_advice(record->value)));
}

/* Whether a talk with the parents was held. */
static bool
is_held_talk(const struct record *record)
{
	return record->kind == KIND_TALK && record->code != PARTY_CHILD
	    && !record_is_skipped(record->value);
}

/* Whether help was begun: its goal was set, or it was given. */
static bool
is_help(const struct record *record)
{
	return (record->kind == KIND_PLAN && record->code == PLAN_GOAL)
	    || (record->kind == KIND_DONE && vocabulary_needs_names(record->value));
}

static bool
is_report(const struct record *record)
{
	return record->kind == KIND_DONE && vocabulary_is_report(record->value);
}

/* The events of a school that gave a record; all 0 at first. */
static struct tally_events *
events_of(struct tally *tally, school_code school)
{
	const struct units *schools = &tally->schools;

	if (tally->events_room < schools->room) {
		tally->events = memory_resize(tally->events, schools->room, sizeof(*tally->events));
		memset(tally->events + tally->events_room, 0,
		    (schools->room - tally->events_room) * sizeof(*tally->events));
		tally->events_room = schools->room;
	}
	return &tally->events[schools->school[units_find(schools, school)].number];
}

/* What happens at Veilig Thuis counts each time. */
static void
take_event(struct tally *tally, const struct record *record, month_number month)
{
	if (record->code != PARTNER_VEILIG_THUIS || month < tally->begin)
		return;
	if (is_consultation(record))
		events_of(tally, record->school)->advice[month - tally->begin]++;
	if (is_report(record))
		events_of(tally, record->school)->reports[month - tally->begin]++;
}

static void
take_fact(struct tally *tally, struct tally_case *of, const struct record *record)
{
	month_number month = month_of_day(tally_day(record));

	of->has_facts = true;
	if (month > tally->last)
		return;
	unsigned bit = month < tally->begin ? BEFORE : 1u << (month - tally->begin);

	of->facts |= bit & MONTHS;
	if (is_consultation(record))
		of->consultations |= bit & MONTHS;
	if (is_held_talk(record))
		of->talks |= bit & MONTHS;
	if (is_help(record))
		of->help |= bit & MONTHS;
	take_event(tally, record, month);
}

static void
take_weighing(struct tally *tally, struct tally_case *of, const struct record *record)
{
	struct weighing weighing;

	of->weighed = of->weighed == 0 ? 1 : 2;
	if (weighing_read_flags(record->column[COLUMN_TEXT], &weighing)
	    && (weighing.flags & FLAG_REFUSED) != 0)
		tally->has_refused = true;
}

void
tally_take(struct tally *tally, const struct record *record)
{
	const struct school school = {.code = record->school};

	units_add(&tally->schools, &school);
	if (record->kind == KIND_SCHOOL)
		return;
	struct tally_case *of = case_of(tally, record);
	if (record->kind == KIND_WEIGH)
		take_weighing(tally, of, record);
	else if (record->kind == KIND_REFER)
		of->is_referred = true;
	else
		take_fact(tally, of, record);
}

const char *
tally_pipeline(month_number month, char text[TALLY_PIPELINE_SIZE])
{
	char day[DAY_TEXT_SIZE], of[MONTH_TEXT_SIZE];

	snprintf(text, TALLY_PIPELINE_SIZE,
	    "mc-weigh --as-of %s FILE ... | mc-refer | mc-report --type counts --month %s ...",
	    span_write_day(month_last_day(month), day), month_write(month, of));
	return text;
}

/* What a case lacks, or NULL. */
static const char *
lacks(const struct tally_case *of)
{
	if (of->weighed == 0)
		return _("no weigh record");
	if (of->weighed > 1)
		return _("more than one weigh record");
	if (!of->is_referred)
		return _("no refer record");
	return of->has_facts ? NULL : _("no facts");
}

bool
tally_is_complete(const struct tally *tally)
{
	char text[TALLY_PIPELINE_SIZE], school[SCHOOL_TEXT_SIZE];
	bool is_complete = true;

	for (size_t i = 0; i < case_table_count(latest(tally)); i++) {
		const struct case_key *key = &case_table_number(latest(tally), i)->key;
		const char *what = lacks(&tally->list[i]);

		if (what == NULL)
			continue;
		is_complete = false;
		diagnostics_trouble(_("case %.*s of school %s has %s (%s)"),
		    (int)case_key_id(key).length, key->id, record_write_school(key->school, school),
		    what, tally_pipeline(tally->last, text));
	}
	return is_complete;
}

static bool
is_closed(const struct case_state *state, month_number month)
{
	struct assessment assessment;

	assessment_make(&assessment, state, month_last_day(month));
	enum word outcome = weighing_of(&assessment).outcome;
	return outcome == OUTCOME_CLOSE || outcome == OUTCOME_CLOSE_MONITOR;
}

/* Whether the first of something lies in the school year, and in one of these months. */
static bool
begins(unsigned of, unsigned months)
{
	return (of & BEFORE) == 0 && (of & months) != 0;
}

static void
add_case(const struct tally *tally, size_t number, month_number month, uint32_t *count)
{
	const struct tally_case *of = &tally->list[number];
	unsigned bit = 1u << (month - tally->begin), months = 2 * bit - 1;

	if ((of->facts & months) == 0)
		return;
	count[COUNT_CASES]++;
	count[COUNT_NEW] += begins(of->facts, months);
	count[COUNT_CONSULTED] += begins(of->consultations, months);
	count[COUNT_TALKED] += begins(of->talks, months);
	count[COUNT_HELP] += begins(of->help, months);
	count[COUNT_ACTIVE] += (of->facts & bit) != 0;
	count[COUNT_CLOSED] +=
	    is_closed(case_table_number(&tally->states[month - tally->first], number), month);
}

/* The events of the school year up to a month. */
static void
add_events(
    const struct tally *tally, const struct tally_events *of, month_number month, uint32_t *count)
{
	for (size_t i = 0; i <= month - tally->begin; i++) {
		count[COUNT_ADVICE] += of->advice[i];
		count[COUNT_REPORT] += of->reports[i];
	}
}

static void
put_month(const struct tally *tally, struct year *year, size_t number)
{
	month_number month = year->first + (month_number)number;
	size_t school;

	memset(year_numbers(year, number, 0), 0,
	    year->units.schools * COUNT_KINDS * sizeof(*year->number));
	for (size_t i = 0; i < case_table_count(latest(tally)); i++) {
		school = units_find(&year->units, case_table_number(latest(tally), i)->key.school);
		if (school != UNITS_NONE)
			add_case(tally, i, month, year_numbers(year, number, school));
	}
	for (size_t i = 0; i < tally->schools.schools; i++) {
		const struct school *seen = &tally->schools.school[i];

		school = units_find(&year->units, seen->code);
		if (school != UNITS_NONE && seen->number < tally->events_room)
			add_events(tally, &tally->events[seen->number], month,
			    year_numbers(year, number, school));
	}
}

void
tally_put(const struct tally *tally, struct year *year)
{
	for (size_t month = 0; month < year->months; month++)
		put_month(tally, year, month);
}
