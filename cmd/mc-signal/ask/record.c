#include "ask/record.h"

#include "ask/days.h"
#include "ask/fields.h"

static bool
has_school(const struct ask *ask, const struct draft *draft)
{
	return !ask->school_is_known && !draft->is_settled;
}

static bool
has_case(const struct ask *ask, const struct draft *draft)
{
	return ask->settings->ask_case.length == 0 && draft->kind != KIND_SCHOOL
	    && !draft->is_settled;
}

static bool
has_action(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return draft->kind == KIND_DONE;
}

static bool
has_partner(const struct ask *ask, const struct draft *draft)
{
	return has_action(ask, draft) && fields_has_partners(draft);
}

static bool
has_code(const struct ask *ask, const struct draft *draft)
{
	return !has_action(ask, draft) && !draft->is_settled;
}

static bool
has_shape(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return draft->chosen == SIGNAL_INJURY;
}

static bool
has_value(const struct ask *ask, const struct draft *draft)
{
	return !has_action(ask, draft) && record_value_list(draft->kind, draft->code) != NO_LIST;
}

static bool
has_told(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return draft->chosen == SIGNAL_OTHER && draft->value == KNOWN_CHILD;
}

static bool
has_date(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return !draft->is_settled;
}

static bool
has_known_day(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return draft->kind == KIND_SIGNAL && span_day(draft->when) < span_today();
}

static bool
has_due(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return record_wants_due(draft->kind, draft->code);
}

static bool
has_by(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return !draft->by_is_settled;
}

/* The questions in their order; a question without a condition is always asked. */
static const struct step {
	bool (*is_asked)(const struct ask *ask, const struct draft *draft);
	enum asked (*ask)(struct ask *ask, struct draft *draft);
} steps[] = {
    {has_school, ask_school},
    {has_case, ask_case},
    {has_action, ask_action},
    {has_partner, ask_partner},
    {has_code, ask_code},
    {has_shape, ask_shape},
    {has_value, ask_value},
    {has_told, ask_told},
    {has_date, ask_date},
    {has_known_day, ask_known_day},
    {has_due, ask_due},
    {has_by, ask_by},
    {NULL, ask_text},
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]), STEP_TEXT = STEPS - 1 };

static bool
is_asked(const struct ask *ask, const struct draft *draft, size_t step)
{
	return steps[step].is_asked == NULL || steps[step].is_asked(ask, draft);
}

/* What is not asked, since the command line or the log says it. */
static void
take_fixed(const struct ask *ask, struct draft *draft)
{
	struct bytes id = ask->settings->ask_case;

	if (id.length > 0 && draft->kind != KIND_SCHOOL) {
		memcpy(draft->id, id.at, id.length);
		draft->id[id.length] = '\0';
	}
	if (draft->kind == KIND_SCHOOL)
		draft->id[0] = '\0';
	if (ask->school_is_known)
		memcpy(draft->school, ask->school, sizeof(draft->school));
}

/* Asks from a step on, back and forth, until all is answered. */
static enum asked
ask_from(struct ask *ask, struct draft *draft, size_t step)
{
	while (step < STEPS) {
		enum asked asked = ASKED_ANSWER;

		if (is_asked(ask, draft, step))
			asked = steps[step].ask(ask, draft);
		if (asked == ASKED_END)
			return ASKED_END;
		if (asked == ASKED_ANSWER) {
			step++;
			continue;
		}
		do {
			if (step == 0)
				return ASKED_BACK;
			step--;
		} while (!is_asked(ask, draft, step));
	}
	return ASKED_ANSWER;
}

enum asked
ask_record(struct ask *ask, struct draft *draft)
{
	size_t step = 0;

	take_fixed(ask, draft);
	for (;;) {
		enum asked asked = ask_from(ask, draft, step);

		if (asked != ASKED_ANSWER)
			return asked;
		switch (draft_finish(ask, draft)) {
		case DRAFT_KEPT:
			return ASKED_ANSWER;
		case DRAFT_END:
			return ASKED_END;
		case DRAFT_CHANGE:
			step = 0;
			break;
		case DRAFT_REFUSED:
		case DRAFT_BACK:
			step = STEP_TEXT;
			break;
		}
	}
}
