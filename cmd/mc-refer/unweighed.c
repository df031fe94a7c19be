#include "unweighed.h"

#include <stdio.h>

#include "rules/weighing.h"
#include "tool/diagnostics.h"

static const char *const what[UNWEIGHED_SORTS] = {
    [NOT_WEIGHED] = N_("no weigh record"),
    [WEIGHED_TWICE] = N_("more than one weigh record"),
    [WEIGHED_WITHOUT_FACTS] = N_("a weigh record and no facts"),
    [WEIGHED_BEFORE_FACTS] = N_("a weigh record from before its facts"),
};

enum unweighed_sort
unweighed_sort_of(const struct case_state *state)
{
	bool has_facts = !span_history_is_empty(state->all);

	if (state->weighed != 1)
		return state->weighed == 0 ? NOT_WEIGHED : WEIGHED_TWICE;
	if (has_facts != (state->weighed_rule == RULE_WITHOUT_FACTS))
		return WEIGHED;
	return has_facts ? WEIGHED_BEFORE_FACTS : WEIGHED_WITHOUT_FACTS;
}

void
unweighed_add(struct unweighed *unweighed, enum unweighed_sort sort, const struct case_state *state)
{
	struct unweighed_cases *cases = &unweighed->sort[sort];

	if (cases->count < UNWEIGHED_NAMED)
		cases->first[cases->count] = state->key;
	cases->count++;
}

/* Room for a case and its school in words, and for all that are named. */
enum { NAME_SIZE = SHOWN_SIZE + 64, NAMES_SIZE = UNWEIGHED_NAMED * NAME_SIZE + 64 };

/* The cases in words: "a of school 03AB00, b of school 03AB00 (and 7 more)". */
static const char *
name_cases(const struct unweighed_cases *cases, char text[NAMES_SIZE])
{
	size_t used = 0;

	for (size_t i = 0; i < cases->count && i < UNWEIGHED_NAMED; i++) {
		const struct case_key *key = &cases->first[i];
		char school[SCHOOL_TEXT_SIZE], shown[SHOWN_SIZE], name[NAME_SIZE];

		snprintf(name, sizeof(name), _("%s of school %s"),
		    diagnostics_show(case_key_id(key), shown),
		    record_write_school(key->school, school));
		used += (size_t)snprintf(
		    text + used, NAMES_SIZE - used, "%s%s", i > 0 ? ", " : "", name);
	}
	if (cases->count > UNWEIGHED_NAMED)
		snprintf(text + used, NAMES_SIZE - used, _(" (and %zu more)"),
		    cases->count - UNWEIGHED_NAMED);
	return text;
}

static void
tell_sort(const struct unweighed_cases *cases, enum unweighed_sort sort)
{
	char names[NAMES_SIZE];

	diagnostics_trouble(_("case %s has %s: pipe its facts through mc-weigh first "
			      "(mc-weigh file ... | mc-refer)"),
	    name_cases(cases, names), _(what[sort]));
}

void
unweighed_tell(const struct unweighed *unweighed)
{
	for (enum unweighed_sort sort = NOT_WEIGHED; sort < UNWEIGHED_SORTS; sort++)
		if (unweighed->sort[sort].count > 0)
			tell_sort(&unweighed->sort[sort], sort);
}
