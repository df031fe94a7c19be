#include "papers/agenda/agenda.h"

#include <stdlib.h>

#include "paper/date.h"
#include "tool/memory.h"
#include "records/workday.h"

/* This many working days ahead is soon. */
enum { SOON = 5 };

/* A place, and the digits in which it is sorted. */
enum { PLACE_BITS = 32, DIGIT_BITS = 11, DIGIT_MASK = (1 << DIGIT_BITS) - 1 };

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

/* Where an action stands: by its status, what is overdue then by the level of the case and what is
 * asked of Veilig Thuis first; then by day, and by rule, which stand in the order of what cannot
 * wait. */
static uint32_t
place_of(const struct entry *refer, enum due_status status, unsigned level)
{
	enum { LEVEL_BITS = 3, DAY_BITS = 17, RULE_BITS = 6, LEVEL_MAX = (1 << LEVEL_BITS) - 1 };
	uint32_t place = status;

	place <<= LEVEL_BITS + 1;
	if (status == DUE_OVERDUE)
		place |= (LEVEL_MAX - level) << 1 | (refer->code != PARTNER_VEILIG_THUIS);
	place = place << DAY_BITS | refer->due;
	return place << RULE_BITS | refer->rule;
}

static void
add(struct agenda *agenda, struct agenda_item item, enum due_status status, unsigned level)
{
	item.status = (uint8_t)status;
	item.place = place_of(agenda_refer(&item), status, level);
	agenda->item[agenda->count++] = item;
}

/* In which an action is due; NULL for none. */
static const struct holiday *
holiday_of(const struct entry *refer, const struct report_order *order)
{
	return order->holidays == NULL
	    ? NULL
	    : holidays_at(order->holidays, agenda_due(refer, order->today));
}

/* Adds what is due in one case. */
static void
add_case(struct agenda *agenda, const struct dossier *dossier, const struct report_order *order)
{
	day_number today = order->today;
	struct why_case of;

	why_open(&of, dossier, today);
	unsigned level = weighing_protection(&of.weighing);
	for (size_t i = 0; i < dossier->refers; i++) {
		const struct entry *refer = &dossier->refer[i];
		struct agenda_item item = {.dossier = dossier, .refer = (uint32_t)i};

		if (!agenda_has(refer, today))
			continue;
		item.why = why_of(&of, refer);
		add(agenda, item, status_of(agenda_due(refer, today), today), level);
		const struct holiday *holiday = holiday_of(refer, order);
		if (holiday != NULL && holidays_is_near(holiday, today))
			add(agenda, item, DUE_BEFORE_HOLIDAYS, level);
	}
}

/* In the order of a digit of their places, the bits from shift on; of those with equal digits the
 * order stays. */
static void
sort_by_digit(
    const struct agenda_item item[], size_t count, unsigned shift, struct agenda_item sorted[])
{
	size_t start[1 << DIGIT_BITS] = {0}, sum = 0;

	for (size_t i = 0; i < count; i++)
		start[item[i].place >> shift & DIGIT_MASK]++;
	for (size_t i = 0; i <= DIGIT_MASK; i++) {
		size_t here = start[i];

		start[i] = sum;
		sum += here;
	}
	for (size_t i = 0; i < count; i++)
		sorted[start[item[i].place >> shift & DIGIT_MASK]++] = item[i];
}

/* By place, its lowest digit first. Of one place by school and case, the order in which they were
 * added. */
static void
sort(struct agenda *agenda)
{
	struct agenda_item *other = memory_allocate_zero(agenda->count + 1, sizeof(*other));

	for (unsigned shift = 0; shift < PLACE_BITS; shift += DIGIT_BITS) {
		struct agenda_item *unsorted = agenda->item;

		sort_by_digit(unsorted, agenda->count, shift, other);
		agenda->item = other;
		other = unsorted;
	}
	free(other);
}

struct agenda
agenda_of(const struct cases *cases, const struct report_order *order)
{
	struct agenda agenda = {.count = 0};
	size_t most = 1;

	for (size_t i = 0; i < cases->count; i++)
		most += 2 * (size_t)cases->dossier[i].refers;
	agenda.item = memory_allocate_zero(most, sizeof(*agenda.item));
	for (size_t i = 0; i < cases->count; i++) {
		cases_fetch_ahead(cases, i);
		add_case(&agenda, &cases->dossier[i], order);
	}
	sort(&agenda);
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
agenda_say_why(
    struct phrase *phrase, const struct agenda_item *item, const struct report_order *order)
{
	const struct entry *refer = agenda_refer(item);
	const struct holiday *holiday = holiday_of(refer, order);
	char from[DATE_SIZE], to[DATE_SIZE];

	why_say(phrase, &item->why, refer, order->today);
	if (holiday != NULL)
		phrase_say(phrase, WORDING_IN_HOLIDAYS,
		    date_of_day_near(holiday->from, order->today, phrase->language, from),
		    date_of_day_near(holiday->to, order->today, phrase->language, to));
}

bool
agenda_has_same_why(const struct agenda_item *a, const struct agenda_item *b)
{
	const struct entry *of_a = agenda_refer(a), *of_b = agenda_refer(b);

	return a->why.row == b->why.row && a->why.told == b->why.told
	    && a->why.missing == b->why.missing && of_a->due == of_b->due
	    && span_day(of_a->when) == span_day(of_b->when) && of_a->value == of_b->value;
}
