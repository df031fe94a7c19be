#include "rules/weighing.h"

#include "rules/done.h"
#include "rules/weighing_table.h"

static uint8_t
value_bit(const struct standing *standing)
{
	static const uint8_t bits[] = {
	    [ANSWER_YES - ANSWER_FIRST] = YES,
	    [ANSWER_NO - ANSWER_FIRST] = NO,
	    [ANSWER_DOUBT - ANSWER_FIRST] = DOUBT,
	    [ANSWER_ACUTE - ANSWER_FIRST] = ACUTE,
	    [ANSWER_STRUCTURAL - ANSWER_FIRST] = STRUCTURAL,
	    [ANSWER_DISCLOSURE - ANSWER_FIRST] = DISCLOSURE,
	};

	if (standing->value == WORD_NONE)
		return NONE;
	return standing->is_stale ? STALE : bits[standing->value - ANSWER_FIRST];
}

static uint8_t
talk_bit(const struct assessment *assessment)
{
	if (assessment->talk == WORD_NONE)
		return NO_TALK;
	if (assessment->talk != TALK_WANTS_HELP)
		return OTHER_TALK;
	return assessment->talk_has_lapsed ? LAPSED : WANTS_HELP;
}

static uint8_t
truth(bool holds)
{
	return holds ? YES : NO;
}

/* D is not empty, and unsafe or V is not since D: both are needed before safety has been judged. */
static bool
safety_is_to_judge(const struct assessment *assessment)
{
	return !span_history_is_empty(assessment->state->safety)
	    && !(assessment->safety_is_called && assessment->safety_is_answered);
}

static bool
staff_duty_is_open(const struct case_state *state)
{
	struct span_history staff = case_rest(state)->staff;

	return !span_history_is_empty(staff)
	    && !span_set_since(done_by(state, PARTNER_BOARD, ACTION_STAFF_DUTY), staff.newest);
}

static bool
report_is_asked(const struct assessment *assessment)
{
	return assessment_question(assessment, QUESTION_UNSAFE)->asks
	    || (assessment_holds(assessment, QUESTION_SUSPICION, ANSWER_YES)
		&& (assessment_question(assessment, QUESTION_CAN_HELP)->asks
		    || assessment_question(assessment, QUESTION_ACCEPTS)->asks
		    || assessment_question(assessment, QUESTION_RESULT)->asks));
}

static bool
has_passed(day_number day, day_number today)
{
	return day != NO_DAY && day < today;
}

static struct weighing_facts
facts_of(const struct assessment *assessment)
{
	const struct case_state *state = assessment->state;
	struct span_set signals = state->signals.newest;
	struct weighing_facts facts;
	uint8_t *fact = facts.fact;

	for (unsigned i = 0; i < QUESTIONS; i++)
		fact[SUSPICION + i] = value_bit(&assessment->standing[i]);
	for (unsigned i = 0; i < 4; i++)
		fact[UNSAFE_REPORTED + i] =
		    truth(assessment_question(assessment, QUESTION_UNSAFE + i)->is_reported);
	for (unsigned i = 0; i < 3; i++)
		fact[CAN_HELP_ASKED + i] =
		    truth(assessment_asks(assessment, QUESTION_CAN_HELP + i));
	fact[SAFETY_TO_JUDGE] = truth(safety_is_to_judge(assessment));
	fact[EXPERT_OPEN] = truth(assessment->expert_is_open);
	fact[STAFF_DUTY_OPEN] = truth(staff_duty_is_open(state));
	fact[REPORT_ASKED] = truth(report_is_asked(assessment));
	fact[NEW_SINCE_REPORT] =
	    truth(!span_set_is_empty(signals) && !span_set_since(state->reports.newest, signals));
	fact[STARTED] = truth(assessment->is_answered || !span_history_is_empty(state->reports));
	fact[OUTSIDE_ALONE] = truth(!span_set_is_empty(signals) && !state->has_home_signal);
	fact[EXPERT_ASKED_FOR] = truth(!span_history_is_empty(state->expert));
	fact[TALK] = talk_bit(assessment);
	fact[TALK_OR_EXPERT] = truth(
	    (fact[TALK] & (WANTS_HELP | OTHER_TALK)) != 0 || !span_history_is_empty(state->expert));
	fact[REVIEW_PASSED] = truth(has_passed(assessment->review, assessment->today));
	fact[TERM_PASSED] = truth(has_passed(assessment->term, assessment->today));
	fact[HAS_FACTS] = truth(!span_history_is_empty(state->all));
	return facts;
}

/* The day from which the call to Veilig Thuis counts: that of R01. */
static day_number
due_of_report(const struct assessment *assessment)
{
	struct stand stand = assessment_question(assessment, QUESTION_UNSAFE)->stand;
	moment reported = span_set_end(assessment->state->reports.newest);

	return span_history_after(stand.set, reported > stand.ended ? reported : stand.ended);
}

/* The day from which judging safety counts: the earlier of those of R08 and R19. */
static day_number
due_of_safety(const struct assessment *assessment)
{
	const struct case_state *state = assessment->state;
	struct span_set unsafe = assessment_question(assessment, QUESTION_UNSAFE)->newest;
	day_number called =
	    span_history_after(state->safety, span_set_end(state->veilig_thuis_asked));
	day_number answered = span_history_after(state->safety, span_set_end(unsafe));

	return called < answered ? called : answered;
}

static day_number
due_of(const struct assessment *assessment, const struct weighing_row *row)
{
	switch (row->due) {
	case DUE_REPORT:
		return due_of_report(assessment);
	case DUE_SAFETY:
		return due_of_safety(assessment);
	case DUE_REVIEW:
		return assessment->review;
	case DUE_TERM:
		return assessment->term;
	default:
		return NO_DAY;
	}
}

struct weighing
weighing_of(const struct assessment *assessment)
{
	struct weighing_facts facts = facts_of(assessment);
	const struct weighing_row *row = weighing_look_up(&facts, 0), *at_home = row;
	struct weighing weighing = {.rule = row->rule, .outcome = row->outcome};

	/* A duty about staff does not hide how it is at home. */
	if (row->outcome == OUTCOME_STAFF_DUTY) {
		at_home = weighing_look_up(&facts, row->rule);
		weighing.also = at_home->outcome == OUTCOME_OWN_PROTOCOL ? 0 : at_home->rule;
	}
	weighing.due = due_of(assessment, at_home);
	weighing.flags = weighing_flags_of(assessment, at_home);
	return weighing;
}

void
weighing_record(struct case_state *state, const struct weighing *weighing, day_number date)
{
	state->weighed = state->weighed == 0 ? 1 : 2;
	state->weighed_rule = (uint8_t)weighing->rule;
	state->weighed_also = (uint8_t)weighing->also;
	state->weighed_flags = weighing->flags;
	state->weighed_date = date;
}

struct weighing
weighing_recorded(const struct case_state *state)
{
	return (struct weighing){.rule = state->weighed_rule,
	    .also = state->weighed_also,
	    .outcome = weighing_outcome_of(state->weighed_rule),
	    .flags = state->weighed_flags};
}

enum word
weighing_outcome_of(unsigned rule)
{
	const struct weighing_row *row = weighing_row_of(rule);

	return row == NULL ? WORD_NONE : row->outcome;
}

enum word
weighing_question_of(unsigned rule)
{
	const struct weighing_row *row = weighing_row_of(rule);

	return row == NULL ? WORD_NONE : row->question;
}

unsigned
weighing_protection(const struct weighing *weighing)
{
	unsigned level = vocabulary_entry(weighing->outcome)->protection;
	unsigned at_home =
	    vocabulary_entry(weighing_outcome_of(weighing_rule_at_home(weighing)))->protection;

	return level > at_home ? level : at_home;
}
