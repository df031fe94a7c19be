#include "reader/family.h"

#include <stdlib.h>

#include "tool/memory.h"

/* The child of whom the school has the newest concern comes first. */
static int
compare(const void *first, const void *second)
{
	const struct dossier *const *a = first, *const *b = second;
	day_number of_a = span_set_day((*a)->state->signals.newest);
	day_number of_b = span_set_day((*b)->state->signals.newest);

	if (of_a != of_b)
		return of_a > of_b ? -1 : 1;
	return dossier_compare_states((*a)->state, (*b)->state);
}

void
family_open(struct family *family, struct document *document, const struct cases *cases,
    const struct report_order *order)
{
	const struct dossier **sorted = memory_allocate_zero(cases->count + 1, sizeof(*sorted));

	*family = (struct family){
	    .child = memory_allocate_zero(cases->count + 1, sizeof(*family->child))};
	for (size_t i = 0; i < cases->count; i++)
		sorted[i] = &cases->dossier[i];
	qsort(sorted, cases->count, sizeof(*sorted), compare);
	for (size_t i = 0; i < cases->count; i++)
		if (!span_history_is_empty(sorted[i]->state->all))
			view_open_report(
			    &family->child[family->children++], document, sorted[i], order);
	free(sorted);
}

void
family_close(struct family *family)
{
	for (size_t i = 0; i < family->children; i++)
		view_close(&family->child[i]);
	free(family->child);
}

struct paper *
family_paper(struct family *family)
{
	return &family->child[0].paper;
}

void
family_say_cases(const struct family *family, struct phrase *phrase)
{
	char name[CASE_MAX_LENGTH + 1];

	for (size_t i = 0; i < family->children; i++) {
		if (i > 0)
			phrase_say(phrase, WORDING_BETWEEN_CASES, NULL, NULL);
		phrase_add(phrase, dossier_case(family->child[i].dossier->state, name));
	}
}

void
family_put_fact(const struct family *family, struct view *child, const struct entry *fact)
{
	struct paper *paper = &child->paper;
	char name[CASE_MAX_LENGTH + 1], date[DATE_SIZE];

	if (family->children > 1) {
		phrase_add(&paper->phrase, " (");
		phrase_add(&paper->phrase, dossier_case(child->dossier->state, name));
		phrase_add(&paper->phrase, ")");
	}
	paper_put_entry(paper, bytes_of(view_date(child, fact->when, date)), fact->text);
}

void
family_put_of_child(struct view *child)
{
	char name[CASE_MAX_LENGTH + 1];

	paper_put_entry(&child->paper, bytes_of(dossier_case(child->dossier->state, name)),
	    (struct bytes){"", 0});
}

bool
family_is_told(const struct entry *fact)
{
	return fact->kind == KIND_DONE && fact->value == ACTION_TELL_PARENTS;
}

/* What cannot wait, the most urgent first; WORDING_NONE for what can. */
static enum wording
urgency_of(const struct view *child)
{
	const struct standing *unsafe = assessment_question(&child->assessment, QUESTION_UNSAFE);

	switch (child->weighing.outcome) {
	case OUTCOME_REPORT_NOW:
		return unsafe->value == ANSWER_DOUBT ? WORDING_NOTICE_URGENT_DOUBT
						     : WORDING_NOTICE_URGENT;
	case OUTCOME_CHECK_SAFETY:
		return WORDING_NOTICE_SAFETY;
	case OUTCOME_EXPERT_FIRST:
		return WORDING_NOTICE_EXPERT;
	default:
		return WORDING_NONE;
	}
}

enum wording
family_urgency(const struct family *family)
{
	static const enum wording in_order[] = {WORDING_NOTICE_URGENT, WORDING_NOTICE_URGENT_DOUBT,
	    WORDING_NOTICE_SAFETY, WORDING_NOTICE_EXPERT};

	for (size_t i = 0; i < sizeof(in_order) / sizeof(in_order[0]); i++)
		for (size_t j = 0; j < family->children; j++)
			if (urgency_of(&family->child[j]) == in_order[i])
				return in_order[i];
	return WORDING_NONE;
}
