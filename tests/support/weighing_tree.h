/*
 * The weighing's table as a decision tree, over the facts in a fixed order.
 *
 * Facts are asked about only as far as they can occur together, and only
 * where a row that may be the first to hold names them. Equal trees are one,
 * and a fact that makes no difference is left out, so there is one tree for
 * one function, however its rows are written.
 *
 * To be included behind rules/weighing_table.c, whose rows it reads.
 */

#ifndef WEIGHING_TREE_H
#define WEIGHING_TREE_H

#include "support/check.h"

enum { ROWS = sizeof(weighing_rows) / sizeof(weighing_rows[0]), RULES = 35, MOST_VALUES = 8 };

static const struct fact_name {
	uint8_t fact;
	const char *name, *values[MOST_VALUES]; /* by bit */
} fact_names[WEIGHING_FACTS] = {
#define ANSWERS                                                                                    \
	{                                                                                          \
		"yes", "no", "doubt", NULL, NULL, NULL, "stale", "none"                            \
	}
#define TRUTH                                                                                      \
	{                                                                                          \
		"yes", "no"                                                                        \
	}
    {HAS_FACTS, "has facts", TRUTH},
    {UNSAFE, "unsafe",
	{"yes", "no", "doubt", "acute", "structural", "disclosure", "stale", "none"}},
    {UNSAFE_REPORTED, "unsafe reported", TRUTH},
    {SAFETY_TO_JUDGE, "safety to judge", TRUTH},
    {EXPERT_OPEN, "expert open", TRUTH},
    {SUSPICION, "suspicion", ANSWERS},
    {CAN_HELP, "can-help", ANSWERS},
    {CAN_HELP_REPORTED, "can-help reported", TRUTH},
    {CAN_HELP_ASKED, "can-help asked", TRUTH},
    {ACCEPTS, "accepts", ANSWERS},
    {ACCEPTS_REPORTED, "accepts reported", TRUTH},
    {ACCEPTS_ASKED, "accepts asked", TRUTH},
    {RESULT, "result", ANSWERS},
    {RESULT_REPORTED, "result reported", TRUTH},
    {RESULT_ASKED, "result asked", TRUTH},
    {STAFF_DUTY_OPEN, "staff duty open", TRUTH},
    {REPORT_ASKED, "report asked", TRUTH},
    {NEW_SINCE_REPORT, "new since report", TRUTH},
    {STARTED, "started", TRUTH},
    {OUTSIDE_ALONE, "outside alone", TRUTH},
    {TALK, "talk", {"none", "wants-help", "lapsed", "other"}},
    {EXPERT_ASKED_FOR, "expert asked for", TRUTH},
    {TALK_OR_EXPERT, "talk or expert", TRUTH},
    {CONCERN, "concern", ANSWERS},
    {REVIEW_PASSED, "review passed", TRUTH},
    {TERM_PASSED, "term passed", TRUTH},
};

enum { DANGERS = YES | DOUBT | ACUTE | STRUCTURAL | DISCLOSURE };

static bool
is_known(const struct weighing_facts *sets, enum weighing_fact fact, unsigned values)
{
	return (sets->fact[fact] & ~values) == 0;
}

/* Whether a report is asked for, from the answers: yes, no, or both when it is not known yet. */
static uint8_t
report_asked_values(const struct weighing_facts *sets)
{
	if (is_known(sets, UNSAFE, DANGERS))
		return YES;
	if (is_known(sets, SUSPICION, YES)
	    && (is_known(sets, CAN_HELP, NO) || is_known(sets, ACCEPTS, NO)
		|| is_known(sets, RESULT, NO)))
		return YES;
	if (is_known(sets, UNSAFE, NO | STALE | NONE)
	    && (is_known(sets, SUSPICION, NO | DOUBT | STALE | NONE)
		|| (is_known(sets, CAN_HELP, ~(unsigned)NO)
		    && is_known(sets, ACCEPTS, ~(unsigned)NO)
		    && is_known(sets, RESULT, ~(unsigned)NO))))
		return NO;
	return YES | NO;
}

static bool
is_started(const struct weighing_facts *sets)
{
	for (enum weighing_fact fact = SUSPICION; fact <= RESULT; fact++)
		if (is_known(sets, fact, ~(unsigned)NONE))
			return true;
	for (enum weighing_fact fact = UNSAFE_REPORTED; fact <= RESULT_REPORTED; fact++)
		if (is_known(sets, fact, YES))
			return true;
	return is_known(sets, REPORT_ASKED, YES);
}

/* The values that a fact has in a case of which every line was refused. */
static uint8_t
values_without_facts(enum weighing_fact fact)
{
	if (fact == TALK)
		return NO_TALK;
	return fact <= RESULT ? NONE : NO;
}

/* Whether a question other than unsafe is asked: it asks, and suspicion is yes or Veilig Thuis was
 * not asked about it, as who reported has. */
static uint8_t
asked_values(const struct weighing_facts *sets, unsigned question)
{
	if (is_known(sets, CAN_HELP + question, ~(unsigned)NO))
		return NO;
	if (!is_known(sets, CAN_HELP + question, NO))
		return YES | NO;
	if (is_known(sets, SUSPICION, YES))
		return YES;
	if (is_known(sets, CAN_HELP_REPORTED + question, YES)
	    && is_known(sets, SUSPICION, ~(unsigned)YES))
		return NO;
	return YES | NO;
}

static uint8_t
talk_or_expert_values(const struct weighing_facts *sets)
{
	if (is_known(sets, TALK, WANTS_HELP | OTHER_TALK) || is_known(sets, EXPERT_ASKED_FOR, YES))
		return YES;
	if (is_known(sets, TALK, NO_TALK | LAPSED) && is_known(sets, EXPERT_ASKED_FOR, NO))
		return NO;
	return YES | NO;
}

/* The values that a fact can have beside those that are known already. */
static uint8_t
values_beside(const struct weighing_facts *sets, enum weighing_fact fact)
{
	uint8_t all = sets->fact[fact];

	if (fact != HAS_FACTS && is_known(sets, HAS_FACTS, NO))
		return values_without_facts(fact);
	switch (fact) {
	case SUSPICION: /* who sees unsafety suspects, unless a no is held */
		return is_known(sets, UNSAFE, DANGERS) ? YES | NO : all;
	case CAN_HELP: /* who asks for a report does not leave the suspicion at a doubt */
	case ACCEPTS:
	case RESULT:
		return is_known(sets, SUSPICION, DOUBT) ? all & (uint8_t)~NO : all;
	case UNSAFE_REPORTED: /* of a question that asks */
		return is_known(sets, UNSAFE, ~(unsigned)DANGERS) ? NO : all;
	case CAN_HELP_REPORTED:
	case ACCEPTS_REPORTED:
	case RESULT_REPORTED:
		return is_known(sets, fact - CAN_HELP_REPORTED + CAN_HELP, ~(unsigned)NO) ? NO
											  : all;
	case CAN_HELP_ASKED:
	case ACCEPTS_ASKED:
	case RESULT_ASKED:
		return asked_values(sets, fact - CAN_HELP_ASKED);
	case REPORT_ASKED:
		return report_asked_values(sets);
	case STARTED:
		return is_started(sets) ? YES : all;
	case EXPERT_ASKED_FOR:
		return is_known(sets, EXPERT_OPEN, YES) ? YES : all;
	case TALK_OR_EXPERT:
		return talk_or_expert_values(sets);
	case OUTSIDE_ALONE: /* signals, none of them since a report, and no report at all */
		return is_known(sets, STARTED, NO) && is_known(sets, NEW_SINCE_REPORT, NO) ? NO
											   : all;
	case CONCERN:
		return is_known(sets, STARTED, NO) ? NONE : all;
	default:
		return all;
	}
}

/* Every fact with all its values. */
static struct weighing_facts
all_values(void)
{
	struct weighing_facts sets;

	for (size_t i = 0; i < WEIGHING_FACTS; i++) {
		sets.fact[fact_names[i].fact] = 0;
		for (unsigned bit = 0; bit < MOST_VALUES; bit++)
			if (fact_names[i].values[bit] != NULL)
				sets.fact[fact_names[i].fact] |= (uint8_t)(1u << bit);
	}
	return sets;
}

/* The tree: equal ones are one. 1 to RULES are the leaves. */
enum { TREES_MAX = 20000, BUCKETS = 65536 };

static struct tree {
	uint8_t place;		     /* in fact_names */
	unsigned child[MOST_VALUES]; /* 0 for a value that cannot be */
	unsigned next;		     /* in its bucket */
	unsigned parents, number;    /* how many lead here; its number in the file */
} trees[TREES_MAX];

static unsigned tree_count = RULES + 1, buckets[BUCKETS];
static unsigned long row_hits[ROWS];

static unsigned
tree_of(const struct tree *wanted)
{
	uint32_t hash = wanted->place;
	unsigned only = 0, tree;

	for (unsigned bit = 0; bit < MOST_VALUES; bit++) {
		hash = (hash ^ wanted->child[bit]) * 2654435761u;
		if (wanted->child[bit] != 0 && (only == 0 || only == wanted->child[bit]))
			only = wanted->child[bit];
		else if (wanted->child[bit] != 0)
			only = UINT32_MAX;
	}
	assert_true(only != 0);
	if (only != UINT32_MAX)
		return only; /* whatever the value: the fact makes no difference */
	for (tree = buckets[hash % BUCKETS]; tree != 0; tree = trees[tree].next)
		if (trees[tree].place == wanted->place
		    && memcmp(trees[tree].child, wanted->child, sizeof(wanted->child)) == 0)
			return tree;
	assert_true(tree_count < TREES_MAX);
	trees[tree_count] = *wanted;
	trees[tree_count].next = buckets[hash % BUCKETS];
	return buckets[hash % BUCKETS] = tree_count++;
}

/* Whether the row holds for some, or for all, of the values that the facts may have. */
static bool
may_hold(const struct weighing_row *row, const struct weighing_facts *sets)
{
	return row_holds(row, sets);
}

static bool
must_hold(const struct weighing_row *row, const struct weighing_facts *sets)
{
	for (size_t i = 0; i < WEIGHING_FACTS; i++)
		if (row->when[i] != 0 && (sets->fact[i] & ~row->when[i]) != 0)
			return false;
	return true;
}

/* Whether any row that may be the first to hold asks about the fact. */
static bool
is_asked_about(const struct weighing_facts *sets, enum weighing_fact fact)
{
	for (size_t i = 0; i < ROWS; i++) {
		if (!may_hold(&weighing_rows[i], sets))
			continue;
		if (weighing_rows[i].when[fact] != 0)
			return true;
		if (must_hold(&weighing_rows[i], sets))
			return false;
	}
	fail_msg("no row holds for some state");
	return false;
}

static unsigned
grow_tree(struct weighing_facts sets, size_t place)
{
	size_t first = 0;
	struct tree tree = {0};
	enum weighing_fact fact;
	uint8_t values;

	while (first < ROWS && !may_hold(&weighing_rows[first], &sets))
		first++;
	if (first == ROWS)
		fail_msg("no row holds for some state");
	if (must_hold(&weighing_rows[first], &sets)) {
		row_hits[first]++;
		return weighing_rows[first].rule;
	}
	assert_true(place < WEIGHING_FACTS);
	fact = fact_names[place].fact;
	if (!is_asked_about(&sets, fact))
		return grow_tree(sets, place + 1);
	tree.place = (uint8_t)place;
	values = values_beside(&sets, fact);
	for (unsigned bit = 0; bit < MOST_VALUES; bit++)
		if (values & 1u << bit) {
			sets.fact[fact] = (uint8_t)(1u << bit);
			tree.child[bit] = grow_tree(sets, place + 1);
		}
	return tree_of(&tree);
}

#endif
