#include "cases/cases.h"

#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

static int
compare_dossiers(const void *first, const void *second)
{
	const struct dossier *a = first, *b = second;

	return dossier_compare_states(a->state, b->state);
}

/* Whether a case has come so far; says what it lacks. */
static bool
has_come_to(const struct dossier *dossier, enum cases_stage stage)
{
	const char *lacking = NULL;
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE];

	if (stage == STAGE_RECORDED)
		return true;
	if (span_history_is_empty(dossier->state->all)
	    && !(dossier->weighs == 1 && dossier->weigh->rule == RULE_WITHOUT_FACTS))
		lacking = _("its facts are not there");
	else if (dossier->weighs > 1)
		lacking = _("it has more than one weigh record");
	else if (dossier->weighs == 0)
		lacking = _("it has no weigh record");
	else if (dossier->weigh->rule != RULE_WITHOUT_FACTS
	    && span_day(dossier->weigh->when) != case_date(dossier->state))
		lacking = _("its weigh record is of another day than its facts");
	else if (stage == STAGE_REFERRED && dossier->refers == 0)
		lacking = _("it has no refer record");
	else
		return true;
	diagnostics_trouble(
	    _("case %s of school %s: %s (give all its facts to mc-weigh | mc-refer | "
	      "mc-report)"),
	    dossier_case(dossier->state, name),
	    record_write_school(dossier->state->key.school, school), lacking);
	return false;
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

void
cases_open(struct cases *cases, const struct dossiers *dossiers, const struct schools *schools,
    enum cases_stage stage, day_number today)
{
	size_t count = dossiers->cases.count;
	struct dossier *all = memory_allocate_zero(count + 1, sizeof(*all));

	*cases = (struct cases){.schools = schools,
	    .dossier = memory_allocate_zero(count + 1, sizeof(*all)),
	    .left_out = memory_allocate_zero(count + 1, sizeof(*all))};
	for (size_t i = 0; i < count; i++)
		all[i] = dossiers_number(dossiers, i);
	qsort(all, count, sizeof(*all), compare_dossiers);
	for (size_t i = 0; i < count; i++) {
		if (!has_come_to(&all[i], stage)) {
			cases->left_out[cases->left_out_count++] = all[i];
			continue;
		}
		if (stage >= STAGE_WEIGHED)
			tell_overtaken(&all[i], today);
		cases->dossier[cases->count++] = all[i];
	}
	free(all);
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
