#include "cases/cases.h"

#include <endian.h>
#include <stdio.h>
#include <stdlib.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

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

/* Whether an agreed day passed, or a fact was added since. */
static bool
is_overtaken(const struct dossier *dossier, day_number today)
{
	return dossier_weigh(dossier, today).rule != dossier->weigh->rule;
}

static void
tell_overtaken(const struct dossier *dossier, day_number today)
{
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE], day[DAY_TEXT_SIZE];

	diagnostics_note(
	    _("case %s of school %s: by its facts the outcome on %s is %s, and not what its "
	      "weigh record says (weigh it anew)"),
	    dossier_case(dossier->state, name),
	    record_write_school(dossier->state->key.school, school), span_write_day(today, day),
	    vocabulary_name(dossier_weigh(dossier, today).outcome));
}

/* The numbers of more cases than there can be. */
enum { NUMBER_BITS = 30, NUMBER_MASK = (1 << NUMBER_BITS) - 1 };

/* Where a case stands among the others, and all for which its state must be read, which is quick
 * in the order in which the cases came. */
struct place {
	uint64_t start; /* of the pseudonym: with the school it mostly tells the order */
	school_code school;
	uint32_t number : NUMBER_BITS; /* as which it came */
	uint32_t is_lacking : 1, is_overtaken : 1;
};

static struct place
place_of(const struct dossier *dossier, size_t number, enum cases_stage stage, day_number today)
{
	const struct case_key *key = &dossier->state->key;
	struct place place = {.school = key->school, .number = number & NUMBER_MASK};

	memcpy(&place.start, key->id, sizeof(place.start));
	place.start = be64toh(place.start);
	place.is_lacking = lack_of(dossier, stage) != NOTHING;
	place.is_overtaken =
	    stage >= STAGE_WEIGHED && !place.is_lacking && is_overtaken(dossier, today);
	return place;
}

static int
compare_places(const void *first, const void *second, void *dossiers)
{
	const struct place *a = first, *b = second;
	const struct dossier *dossier = dossiers;

	if (a->school != b->school)
		return a->school < b->school ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return dossier_compare_states(dossier[a->number].state, dossier[b->number].state);
}

void
cases_open(struct cases *cases, const struct dossiers *dossiers, const struct schools *schools,
    enum cases_stage stage, day_number today)
{
	size_t count = case_table_count(&dossiers->cases);
	struct dossier *dossier = memory_allocate_zero(count + 1, sizeof(*dossier));
	struct place *place = memory_allocate_zero(count + 1, sizeof(*place));

	*cases = (struct cases){.schools = schools,
	    .dossier = memory_allocate_zero(count + 1, sizeof(*cases->dossier)),
	    .left_out = memory_allocate_zero(count + 1, sizeof(*cases->left_out))};
	dossiers_list(dossiers, dossier);
	for (size_t i = 0; i < count; i++)
		place[i] = place_of(&dossier[i], i, stage, today);
	qsort_r(place, count, sizeof(*place), compare_places, dossier);
	for (size_t i = 0; i < count; i++) {
		const struct dossier *next = &dossier[place[i].number];

		if (place[i].is_lacking)
			cases->left_out[cases->left_out_count++] = *next;
		else
			cases->dossier[cases->count++] = *next;
		if (place[i].is_overtaken)
			tell_overtaken(next, today);
	}
	tell_lacks(cases, stage);
	free(place);
	free(dossier);
}

void
cases_close(struct cases *cases)
{
	free(cases->dossier);
	free(cases->left_out);
	*cases = (struct cases){.count = 0};
}

void
cases_fetch_ahead(const struct cases *cases, size_t number)
{
	enum { AHEAD = 4 };

	if (number + AHEAD >= cases->count)
		return;
	const struct dossier *dossier = &cases->dossier[number + AHEAD];
	memory_fetch(dossier->state, sizeof(*dossier->state));
	memory_fetch(dossier->weigh, sizeof(*dossier->weigh));
	memory_fetch(dossier->refer, dossier->refers * sizeof(*dossier->refer));
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
