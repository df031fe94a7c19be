#include "cases/cases.h"

#include <stdio.h>
#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

static int
compare_dossiers(const void *first, const void *second)
{
	const struct dossier *a = first, *b = second;

	return dossier_compare_states(a->state, b->state);
}

/* What a case may lack. */
enum lack {
	NOTHING,
	FACTS,
	ONE_WEIGH,
	WEIGH,
	WEIGH_OF_TODAY, /* of the day of its facts */
	REFER,
	LACKS
};

static const char *const lacks[LACKS] = {
    [FACTS] = N_("its facts are not there"),
    [ONE_WEIGH] = N_("it has more than one weigh record"),
    [WEIGH] = N_("it has no weigh record"),
    [WEIGH_OF_TODAY] = N_("its weigh record is of another day than its facts"),
    [REFER] = N_("it has no refer record"),
};

/* What a case lacks to have come so far. */
static enum lack
lack_of(const struct dossier *dossier, enum cases_stage stage)
{
	bool is_unreadable = dossier->weighs == 1 && dossier->weigh->rule == RULE_WITHOUT_FACTS;

	if (stage == STAGE_RECORDED)
		return NOTHING;
	if (span_history_is_empty(dossier->state->all) && !is_unreadable)
		return FACTS;
	if (dossier->weighs != 1)
		return dossier->weighs == 0 ? WEIGH : ONE_WEIGH;
	if (!is_unreadable && span_day(dossier->weigh->when) != case_date(dossier->state))
		return WEIGH_OF_TODAY;
	return stage == STAGE_REFERRED && dossier->refers == 0 ? REFER : NOTHING;
}

/* Says that cases lack something: the first of them, and how many more. */
static void
tell_lack(const struct dossier *first, size_t count, enum lack lack)
{
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], more[64] = "";

	if (count > 1)
		snprintf(more, sizeof(more), _(" (and %zu more)"), count - 1);
	diagnostics_trouble(_("case %s of school %s%s: %s"), dossier_case(first->state, name),
	    record_write_school(first->state->key.school, school), more, _(lacks[lack]));
}

static void
tell_lacks(const struct cases *cases, enum cases_stage stage)
{
	const struct dossier *first[LACKS] = {NULL};
	size_t count[LACKS] = {0};

	for (size_t i = 0; i < cases->left_out_count; i++) {
		enum lack lack = lack_of(&cases->left_out[i], stage);

		if (count[lack]++ == 0)
			first[lack] = &cases->left_out[i];
	}
	for (enum lack lack = FACTS; lack < LACKS; lack++)
		if (count[lack] > 0)
			tell_lack(first[lack], count[lack], lack);
	if (cases->left_out_count > 0)
		diagnostics_trouble(
		    _("give all facts to the pipeline: mc-weigh | mc-refer | mc-report"));
}

/* An agreed day passed, or a fact was added since. */
static void
tell_overtaken(const struct dossier *dossier, day_number today)
{
	struct weighing now = dossier_weigh(dossier, today);
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DAY_TEXT_SIZE];

	if (now.rule == dossier->weigh->rule)
		return;
	diagnostics_note(
	    _("case %s of school %s: by its facts the outcome on %s is %s, and not what its "
	      "weigh record says (weigh it anew)"),
	    dossier_case(dossier->state, name),
	    record_write_school(dossier->state->key.school, school), span_write_day(today, day),
	    vocabulary_name(now.outcome));
}

/* Puts what lacks nothing first, all in its order, and what lacks something apart. */
static void
set_apart(struct cases *cases, size_t count, enum cases_stage stage)
{
	size_t lacking = 0;

	for (size_t i = 0; i < count; i++)
		lacking += lack_of(&cases->dossier[i], stage) != NOTHING;
	cases->left_out = memory_allocate_zero(lacking + 1, sizeof(*cases->left_out));
	for (size_t i = 0; i < count; i++) {
		struct dossier *dossier = &cases->dossier[i];

		if (lack_of(dossier, stage) != NOTHING)
			cases->left_out[cases->left_out_count++] = *dossier;
		else
			cases->dossier[cases->count++] = *dossier;
	}
}

void
cases_open(struct cases *cases, const struct dossiers *dossiers, const struct schools *schools,
    enum cases_stage stage, day_number today)
{
	size_t count = case_table_count(&dossiers->cases);

	*cases = (struct cases){.schools = schools,
	    .dossier = memory_allocate_zero(count + 1, sizeof(*cases->dossier))};
	for (size_t i = 0; i < count; i++)
		cases->dossier[i] = dossiers_number(dossiers, i);
	qsort(cases->dossier, count, sizeof(*cases->dossier), compare_dossiers);
	set_apart(cases, count, stage);
	for (size_t i = 0; stage >= STAGE_WEIGHED && i < cases->count; i++)
		tell_overtaken(&cases->dossier[i], today);
	tell_lacks(cases, stage);
}

void
cases_close(struct cases *cases)
{
	free(cases->dossier);
	free(cases->left_out);
	*cases = (struct cases){.count = 0};
}

void
cases_check_family(const struct cases *cases)
{
	for (size_t i = 0; i < cases->count; i++)
		for (size_t j = 0; j < i; j++) {
			const struct case_key *a = &cases->dossier[i].state->key;
			const struct case_key *b = &cases->dossier[j].state->key;

			if (memcmp(a->id, b->id, sizeof(a->id)) == 0)
				diagnostics_stop(_("a case occurs at several schools: choose one "
						   "with --school"));
		}
}
