#include "papers/agenda/settled.h"

#include "rules/done.h"

/* So many days back a calendar may still have it. */
enum { DAYS = 60 };

static struct span_set
reports(const struct case_state *state)
{
	return state->reports.newest;
}

static struct span_set
advice(const struct case_state *state)
{
	return state->veilig_thuis_asked;
}

static struct span_set
expert_advice(const struct case_state *state)
{
	return state->expert_asked;
}

static struct span_set
answers(const struct case_state *state)
{
	return case_newest_answers(state, WORD_NONE);
}

static struct span_set
talks(const struct case_state *state)
{
	return case_talks(state).newest;
}

static struct span_set
plans(const struct case_state *state)
{
	const struct case_rest *rest = case_rest(state);
	struct span_set set = state->goal;

	set = span_set_union(set, newest_least_when(rest->term));
	set = span_set_union(set, newest_least_when(rest->monitor));
	set = span_set_union(set, newest_least_when(rest->review));
	return span_set_union(set, newest_least_when(rest->casemanager));
}

/* What ends an action that no done does. */
static const struct ending {
	enum word partner, action;
	struct span_set (*set)(const struct case_state *state);
} endings[] = {
    {PARTNER_VEILIG_THUIS, ACTION_REPORT_NOW, reports},
    {PARTNER_VEILIG_THUIS, ACTION_REPORT, reports},
    {PARTNER_VEILIG_THUIS, ACTION_ADD_TO_REPORT, reports},
    {PARTNER_VEILIG_THUIS, ACTION_ADVISE_NOW, advice},
    {PARTNER_VEILIG_THUIS, ACTION_ADVISE_EXPERT, expert_advice},
    {PARTNER_AF, ACTION_WEIGH, answers},
    {PARTNER_AF, ACTION_TALK, talks},
    {PARTNER_AF, ACTION_PLAN, plans},
};

static bool
is_asked(const struct dossier *dossier, enum word partner, enum word action)
{
	for (size_t i = 0; i < dossier->refers; i++)
		if (dossier->refer[i].code == partner && dossier->refer[i].value == action)
			return true;
	return false;
}

/* A joint talk counts whoever held it, and is asked of the kernteam and its members alone. */
static struct span_set
done(const struct case_state *state, enum word partner, enum word action)
{
	if (action == ACTION_JOINT_TALK && vocabulary_entry(partner)->sort != SORT_KERNTEAM)
		return (struct span_set){0};
	return done_by(state, partner, action);
}

struct settling {
	const struct dossier *dossier;
	day_number today;
	struct settled *list;
	size_t count;
};

static void
add(struct settling *settling, enum word partner, enum word action, struct span_set set)
{
	day_number day = span_set_day(set);

	if (day == NO_DAY || day > settling->today || day + DAYS < settling->today
	    || is_asked(settling->dossier, partner, action) || settling->count == SETTLED_MAX)
		return;
	settling->list[settling->count++] = (struct settled){partner, action, day};
}

size_t
settled_of(const struct dossier *dossier, day_number today, struct settled list[SETTLED_MAX])
{
	struct settling settling = {dossier, today, list, 0};
	const struct case_state *state = dossier->state;

	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		for (enum word action = ACTION_FIRST; action < ACTION_END; action++)
			add(&settling, partner, action, done(state, partner, action));
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		add(&settling, endings[i].partner, endings[i].action, endings[i].set(state));
	return settling.count;
}
