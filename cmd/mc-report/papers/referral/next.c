/*
 * What happens next: what is asked of others, as far as it is of use to the
 * reader.
 *
 * Where facts are hidden from the reader, an action that is there because of
 * them, or is not, would tell that there are some. So the table of the referral
 * is then asked again, with what the reader may know.
 */

#include "papers/referral/referral.h"

#include <stdlib.h>

#include "rules/done.h"
#include "rules/manner.h"
#include "tool/memory.h"
#include "rules/situation.h"

struct next {
	enum word partner, action;
	day_number due; /* NO_DAY comes last */
	unsigned rule;	/* of one day, what cannot wait comes first */
};

struct nexts {
	const struct view *view;
	struct next *list;
	size_t count;
};

/* Whether something that is asked of a partner is of use to the reader. */
static bool
is_of_use(const struct view *view, enum word partner, enum word action, bool is_anonymous)
{
	if (partner == view->partner || view_is_outside(partner))
		return false;
	/* Partners compare: what one hears by name would name the family to another. */
	if (view->is_anonymous != is_anonymous && view_is_for(partner))
		return false;
	/* What the school does in the classroom, and what says that nothing is due. */
	return action != ACTION_COMFORT && action != ACTION_NONE;
}

/* Takes one more; where two rules ask the same of somebody, the first stays, by the earlier day. */
static void
take(struct nexts *nexts, struct next next)
{
	for (size_t i = 0; i < nexts->count; i++) {
		struct next *before = &nexts->list[i];

		if (before->partner != next.partner || before->action != next.action)
			continue;
		if (before->due == NO_DAY || next.due < before->due)
			before->due = next.due;
		return;
	}
	nexts->list[nexts->count++] = next;
}

static bool
names_partner(const struct table_row *row)
{
	return row->partner < WORD_COUNT;
}

static bool
rule_names_partner(unsigned rule)
{
	for (size_t i = 0; i < table_row_count; i++)
		if (table_rows[i].rule == rule)
			return names_partner(&table_rows[i]);
	return false;
}

/* Takes what the table asks of those whom it names, by what the reader may know. */
static void
take_known(struct nexts *nexts, const struct situation *situation)
{
	const struct case_state *state = &nexts->view->known.state;

	for (size_t i = 0; i < table_row_count; i++) {
		const struct table_row *row = &table_rows[i];
		enum word partner = (enum word)row->partner;

		if (!names_partner(row) || !situation_meets(situation, row))
			continue;
		enum word action = situation_action(situation, row);
		bool is_anonymous = manner_is_anonymous(&nexts->view->assessment, partner, action);
		struct demand demand;
		if (situation_demands(
			situation, row, TOPIC_NONE, done_by(state, partner, action), &demand)
		    && is_of_use(nexts->view, partner, action, is_anonymous))
			take(nexts, (struct next){partner, action, demand.due, row->rule});
	}
}

/* Takes the refer records; where facts are hidden, those of partners whom the table does not name:
 * the others are worked out anew. */
static void
take_recorded(struct nexts *nexts)
{
	const struct view *view = nexts->view;

	for (size_t i = 0; i < view->dossier->refers; i++) {
		const struct entry *refer = &view->dossier->refer[i];
		bool is_known = !view->hides_facts || !rule_names_partner(refer->rule);

		if (is_known && is_of_use(view, refer->code, refer->value, refer->is_anonymous))
			take(nexts,
			    (struct next){refer->code, refer->value, refer->due, refer->rule});
	}
}

static int
compare(const void *first, const void *second)
{
	const struct next *a = first, *b = second;
	day_number a_due = a->due == NO_DAY ? LAST_DAY : a->due;
	day_number b_due = b->due == NO_DAY ? LAST_DAY : b->due;

	if (a_due != b_due)
		return a_due < b_due ? -1 : 1;
	if (a->rule != b->rule)
		return a->rule < b->rule ? -1 : 1;
	if (a->partner != b->partner)
		return a->partner < b->partner ? -1 : 1;
	return a->action < b->action ? -1 : a->action > b->action;
}

static void
put_row(struct view *view, const struct next *next)
{
	struct paper *paper = &view->paper;
	char day[DATE_SIZE];

	if (next->due == NO_DAY)
		phrase_say(&paper->phrase, WORDING_DUE_NONE, NULL, NULL);
	else if (next->due < view->order->today)
		phrase_say(&paper->phrase, WORDING_DUE_PASSED, NULL, NULL);
	else
		phrase_add(&paper->phrase, view_day(view, next->due, day));
	document_add(paper->document, BLOCK_ROW,
	    (struct bytes[]){phrase_bytes(&paper->phrase),
		bytes_of(paper_label(paper, next->partner)),
		bytes_of(paper_label(paper, next->action))},
	    3);
	phrase_clear(&paper->phrase);
}

void
referral_put_next(struct view *view)
{
	static const enum wording columns[BLOCK_PARTS] = {
	    WORDING_COLUMN_BEFORE, WORDING_COLUMN_WHO, WORDING_COLUMN_WHAT};
	struct situation situation =
	    situation_of(&view->assessment, &view->weighing, case_date(&view->known.state));
	struct nexts nexts = {.view = view};

	if ((view->scope & SCOPE_CASE) == 0)
		return;
	nexts.list =
	    memory_allocate_zero(view->dossier->refers + table_row_count + 1, sizeof(*nexts.list));
	if (view->hides_facts)
		take_known(&nexts, &situation);
	take_recorded(&nexts);
	qsort(nexts.list, nexts.count, sizeof(*nexts.list), compare);
	if (nexts.count > 0) {
		paper_put_heading(&view->paper, WORDING_HEAD_NEXT);
		paper_put_columns(&view->paper, columns);
	}
	for (size_t i = 0; i < nexts.count; i++)
		put_row(view, &nexts.list[i]);
	free(nexts.list);
}
