/* The flags of an outcome: which hold, as text and back. */

#include "rules/weighing.h"

#include "records/rule.h"
#include "rules/weighing_table.h"

static const char *const flag_names[] = {"with-vt", "missing:consult", "missing:talk",
    "missing:other-parent", "missing:child", "missing:suspicion", "missing:concern",
    "missing:unsafe", "missing:can-help", "missing:accepts", "missing:result", "missing:goal",
    "missing:term", "missing:casemanager", "missing:review", "missing:monitor", "refused"};

enum { FLAGS = sizeof(flag_names) / sizeof(flag_names[0]) };

static bool
is_none_or_stale(const struct assessment *assessment, enum word question)
{
	const struct standing *standing = assessment_question(assessment, question);

	return standing->value == WORD_NONE || standing->is_stale;
}

/* The questions to be answered anew when a signal came after the report. */
static unsigned
questions_after_report(const struct assessment *assessment)
{
	unsigned flags = weighing_question_flag(QUESTION_UNSAFE);

	for (enum word question = QUESTION_CAN_HELP; question <= QUESTION_RESULT; question++) {
		const struct standing *standing = assessment_question(assessment, question);

		if (standing->asks
		    && !span_set_since(standing->newest, assessment->state->signals.newest))
			flags |= weighing_question_flag(question);
	}
	return flags;
}

/* The questions that an unfinished or overtaken weighing waits for. */
static unsigned
questions_open(const struct assessment *assessment)
{
	unsigned flags = 0;

	if (is_none_or_stale(assessment, QUESTION_SUSPICION))
		return weighing_question_flag(QUESTION_SUSPICION);
	if (assessment_holds(assessment, QUESTION_SUSPICION, ANSWER_NO))
		return weighing_question_flag(QUESTION_CONCERN);
	for (enum word question = QUESTION_UNSAFE; question <= QUESTION_ACCEPTS; question++)
		if (is_none_or_stale(assessment, question))
			flags |= weighing_question_flag(question);
	return flags;
}

static unsigned
missing_from_plan(const struct assessment *assessment, const struct weighing_row *row)
{
	unsigned flags = 0;

	if (assessment->help_runs) {
		flags |= assessment->has_goal ? 0 : FLAG_GOAL;
		flags |= assessment->term != NO_DAY ? 0 : FLAG_TERM;
		flags |= assessment->casemanager != WORD_NONE ? 0 : FLAG_CASEMANAGER;
	}
	if (row->plan == PLAN_WITH_REVIEW && assessment->review == NO_DAY)
		flags |= FLAG_REVIEW;
	if (row->plan == PLAN_WITH_MONITOR && assessment->monitor == NO_DAY)
		flags |= FLAG_MONITOR;
	return flags;
}

/* The talks that were passed over; none are asked for where an expert is to be asked first. */
static unsigned
missing_talks(const struct assessment *assessment)
{
	const struct case_state *state = assessment->state;
	struct span_set round = assessment->earlier_round;
	unsigned flags = 0;

	if (!span_history_is_empty(state->expert))
		return 0;
	if (!span_set_since(assessment->talks, round))
		flags |= FLAG_TALK;
	else if (!span_set_since(state->with_parents, round))
		flags |= FLAG_OTHER_PARENT;
	if (!span_set_since(state->with_child, round))
		flags |= FLAG_CHILD;
	return flags;
}

/* The steps that were passed over on the way to an answer. */
static unsigned
missing_steps(const struct assessment *assessment, enum word outcome)
{
	unsigned flags = missing_talks(assessment);

	if (!assessment->is_answered || vocabulary_entry(outcome)->approach == APPROACH_LATER)
		return 0;
	if (!span_set_since(assessment->state->somebody_asked, assessment->earlier_round))
		flags |= FLAG_CONSULT;
	return flags;
}

static unsigned
missing_answers(const struct assessment *assessment, const struct weighing_row *row)
{
	switch (row->missing) {
	case MISSING_SAFETY:
		return assessment->safety_is_called ? weighing_question_flag(QUESTION_UNSAFE) : 0;
	case MISSING_AFTER_REPORT:
		return questions_after_report(assessment);
	case MISSING_OPEN:
		return questions_open(assessment);
	default:
		return 0;
	}
}

unsigned
weighing_flags_of(const struct assessment *assessment, const struct weighing_row *row)
{
	unsigned flags = assessment->state->has_refused_line ? FLAG_REFUSED : 0;

	flags |= row->outcome == OUTCOME_REPORT_NOW ? FLAG_WITH_VT : 0;
	flags |= missing_steps(assessment, row->outcome);
	flags |= missing_answers(assessment, row);
	return flags | missing_from_plan(assessment, row);
}

const char *
weighing_write_flags(const struct weighing *weighing, char text[FLAGS_TEXT_SIZE])
{
	char rule[RULE_TEXT_SIZE], *at = text;

	*at = '\0';
	if (weighing->also != 0)
		at = stpcpy(stpcpy(at, "also:"), rule_write('W', weighing->also, rule));
	for (unsigned i = 0; i < FLAGS; i++) {
		if ((weighing->flags & 1u << i) == 0)
			continue;
		if (at > text)
			*at++ = ' ';
		at = stpcpy(at, flag_names[i]);
	}
	return text;
}

static unsigned
flag_named(struct bytes name)
{
	for (unsigned i = 0; i < FLAGS; i++)
		if (bytes_equal(name, bytes_of(flag_names[i])))
			return 1u << i;
	return 0;
}

/* The rule of "also:W10"; 0 when it is none. */
static unsigned
also_named(struct bytes name)
{
	static const char prefix[] = "also:";
	size_t length = sizeof(prefix) - 1;

	if (name.length < length || memcmp(name.at, prefix, length) != 0)
		return 0;
	unsigned rule = rule_read('W', (struct bytes){name.at + length, name.length - length});
	return weighing_row_of(rule) == NULL ? 0 : rule;
}

static bool
read_flag(struct bytes name, struct weighing *weighing)
{
	unsigned also = also_named(name), flag = flag_named(name);

	weighing->also = also != 0 ? also : weighing->also;
	weighing->flags |= flag;
	return also != 0 || flag != 0;
}

bool
weighing_read_flags(struct bytes text, struct weighing *weighing)
{
	weighing->also = weighing->flags = 0;
	while (text.length > 0) {
		const char *blank = memchr(text.at, ' ', text.length);
		size_t length = blank == NULL ? text.length : (size_t)(blank - text.at);

		if (!read_flag((struct bytes){text.at, length}, weighing))
			return false;
		if (length + 1 == text.length)
			return false; /* a blank and nothing behind it */
		length += blank != NULL;
		text.at += length;
		text.length -= length;
	}
	return true;
}
