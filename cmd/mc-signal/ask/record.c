#include "ask/record.h"

#include "ask/fields.h"
#include "ask/framework.h"

static bool
has_case(const struct ask *ask, const struct draft *draft)
{
	return ask->settings->ask_case.length == 0 && draft->kind != KIND_SCHOOL;
}

static bool
has_value(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return record_value_list(draft->kind, draft->code) != NO_LIST;
}

static bool
has_due(const struct ask *ask, const struct draft *draft)
{
	(void)ask;
	return record_wants_due(draft->kind, draft->code);
}

/* The questions in their order; a question without a condition is always asked. */
static const struct step {
	bool (*is_asked)(const struct ask *ask, const struct draft *draft);
	enum asked (*ask)(struct ask *ask, struct draft *draft);
} steps[] = {
    {NULL, ask_school},
    {has_case, ask_case},
    {NULL, ask_code},
    {has_value, ask_value},
    {has_due, ask_due},
    {NULL, ask_date},
    {NULL, ask_by},
    {NULL, ask_text},
};

enum { STEPS = sizeof(steps) / sizeof(steps[0]), STEP_TEXT = STEPS - 1 };

static bool
is_asked(const struct ask *ask, const struct draft *draft, size_t step)
{
	return steps[step].is_asked == NULL || steps[step].is_asked(ask, draft);
}

/* What a signal's class, or the way a talk went, asks for at once. */
static const struct meaning {
	enum signal_class class;
	enum word talk;
	enum ask_wording wording;
} meanings[] = {
    {CLASS_URGENT, WORD_NONE, SAY_MEANS_URGENT},
    {CLASS_EXPERT, WORD_NONE, SAY_MEANS_EXPERT},
    {CLASS_STAFF, WORD_NONE, SAY_MEANS_STAFF},
    {CLASS_PUPIL, WORD_NONE, SAY_MEANS_PUPIL},
    {CLASS_NOTICE, WORD_NONE, SAY_MEANS_NOTICE},
    {CLASS_NONE, TALK_SKIPPED_SAFETY, SAY_MEANS_URGENT},
    {CLASS_NONE, TALK_SKIPPED_EXPERT, SAY_MEANS_EXPERT},
    {CLASS_NONE, TALK_SKIPPED_CONTACT, SAY_MEANS_EXPERT},
    {CLASS_NONE, TALK_WANTS_HELP, SAY_MEANS_WANTS_HELP},
    {CLASS_NONE, TALK_NO_HELP, SAY_MEANS_MELDCODE},
    {CLASS_NONE, TALK_NO_CONCERN, SAY_MEANS_MELDCODE},
    {CLASS_NONE, TALK_DIVIDED, SAY_MEANS_MELDCODE},
};

static void
say_meaning(struct dialog *dialog, const struct draft *draft)
{
	enum signal_class class = vocabulary_entry(draft->code)->class;
	bool decides = draft->code != PARTY_CHILD || draft->value == TALK_SKIPPED_SAFETY
	    || draft->value == TALK_SKIPPED_EXPERT || draft->value == TALK_SKIPPED_CONTACT;

	if (draft->kind == KIND_ANSWER)
		framework_say(dialog, draft->code, draft->value);
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		const struct meaning *meaning = &meanings[i];

		/* How a talk with the child alone went decides nothing about the parents. */
		if ((draft->kind == KIND_SIGNAL && meaning->class == class && class != CLASS_NONE)
		    || (draft->kind == KIND_TALK && meaning->talk == draft->value && decides))
			dialog_say(dialog, meaning->wording);
	}
}

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
			say_meaning(&ask->dialog, draft);
			return ASKED_ANSWER;
		case DRAFT_DROPPED:
			return ASKED_ANSWER;
		case DRAFT_END:
			return ASKED_END;
		case DRAFT_REFUSED:
		case DRAFT_BACK:
			step = STEP_TEXT;
			break;
		}
	}
}
