#include "cases/dossier.h"

const char *
dossier_case(const struct case_state *state, char text[CASE_MAX_LENGTH + 1])
{
	memcpy(text, state->key.id, CASE_MAX_LENGTH);
	text[CASE_MAX_LENGTH] = '\0';
	return text;
}

bool
dossier_is_leaving(const struct entry *fact)
{
	return fact->kind == KIND_DONE && fact->code == PARTNER_OTHER_SCHOOL
	    && fact->value == ACTION_LEFT;
}

int
dossier_compare_states(const struct case_state *a, const struct case_state *b)
{
	if (a->key.school != b->key.school)
		return a->key.school < b->key.school ? -1 : 1;
	return memcmp(a->key.id, b->key.id, sizeof(a->key.id));
}

bool
dossier_has(const struct dossier *dossier, bool (*is_so)(const struct entry *fact))
{
	for (size_t i = 0; i < dossier->facts; i++)
		if (is_so(&dossier->fact[i]))
			return true;
	return false;
}

void
dossier_learn(struct case_alone *alone, const struct entry *fact)
{
	struct record record = {.kind = fact->kind,
	    .code = fact->code,
	    .value = fact->value,
	    .by = fact->by,
	    .when = fact->when,
	    .due = fact->due};

	case_take(&alone->state, &record, NULL);
}

struct weighing
dossier_weigh(const struct dossier *dossier, day_number today)
{
	struct assessment assessment;

	assessment_make(&assessment, dossier->state, today);
	return weighing_of(&assessment);
}

struct weighing
dossier_weighed(const struct dossier *dossier)
{
	const struct entry *weigh = dossier->weigh;

	return (struct weighing){.rule = weigh->rule,
	    .also = weigh->also,
	    .outcome = weigh->code,
	    .due = weigh->due,
	    .flags = weigh->flags};
}

static bool
is_danger(enum word outcome)
{
	return vocabulary_entry(outcome)->approach == APPROACH_LATER;
}

enum word
dossier_danger(const struct dossier *dossier, day_number today)
{
	enum word now = dossier_weigh(dossier, today).outcome;

	if (is_danger(now))
		return now;
	if (dossier->weighs > 0 && is_danger(dossier->weigh->code))
		return dossier->weigh->code;
	return WORD_NONE;
}

bool
dossier_is_call(const struct entry *refer)
{
	return refer->code == PARTNER_VEILIG_THUIS
	    && (refer->value == ACTION_REPORT_NOW || refer->value == ACTION_ADVISE_NOW
		|| refer->value == ACTION_ADVISE_EXPERT || refer->value == ACTION_ADD_TO_REPORT);
}

bool
dossier_is_overtaken_by_danger(const struct dossier *dossier, day_number today)
{
	struct weighing now = dossier_weigh(dossier, today);

	return is_danger(now.outcome) && now.rule != dossier->weigh->rule;
}

bool
dossier_lacks_line(const struct dossier *dossier)
{
	return dossier->state->has_refused_line
	    || (dossier->weighs > 0 && dossier->weigh->flags & FLAG_REFUSED);
}
