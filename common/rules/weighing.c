#include "rules/weighing.h"

/*
 * The table, as mc-meldcode(7) shows it. A row holds when each fact that it
 * names has one of the values given; the first row from the top that holds
 * gives the outcome. W13 holds for either of two reasons, so it has two rows.
 */
struct row {
	unsigned rule;
	uint8_t when[WEIGHING_FACTS]; /* a set of values; 0 is any */
	uint8_t outcome;
};

/* clang-format off */
static const struct row rows[] = {
    /* safety, and what may never wait */
    {1, {[UNSAFE] = ACUTE | DISCLOSURE | STRUCTURAL | YES, [UNSAFE_REPORTED] = NO}, OUTCOME_REPORT_NOW},
    {2, {[UNSAFE] = DOUBT, [UNSAFE_REPORTED] = NO}, OUTCOME_REPORT_NOW},
    {3, {[SAFETY_TO_JUDGE] = YES}, OUTCOME_CHECK_SAFETY},
    {4, {[EXPERT_OPEN] = YES}, OUTCOME_EXPERT_FIRST},
    {5, {[CAN_HELP] = NO, [CAN_HELP_REPORTED] = NO, [CAN_HELP_COUNTS] = YES}, OUTCOME_REPORT},
    {6, {[ACCEPTS] = NO, [ACCEPTS_REPORTED] = NO, [ACCEPTS_COUNTS] = YES}, OUTCOME_REPORT},
    {7, {[RESULT] = NO, [RESULT_REPORTED] = NO, [RESULT_COUNTS] = YES}, OUTCOME_REPORT_AGAIN},
    {8, {[STAFF_DUTY_OPEN] = YES}, OUTCOME_STAFF_DUTY},

    /* a report has been made */
    {9, {[REPORT_ASKED] = YES, [NEW_SINCE_REPORT] = YES}, OUTCOME_REWEIGH},
    {10, {[REPORT_ASKED] = YES}, OUTCOME_REPORTED},

    /* before the meldcode */
    {11, {[STARTED] = NO, [OUTSIDE_ALONE] = YES}, OUTCOME_OWN_PROTOCOL},
    {12, {[STARTED] = NO, [TALK] = WANTS_HELP, [EXPERT_ASKED_FOR] = NO}, OUTCOME_EARLY_HELP},
    {13, {[STARTED] = NO, [TALK] = WANTS_HELP | OTHER_TALK}, OUTCOME_START_MELDCODE},
    {13, {[STARTED] = NO, [EXPERT_ASKED_FOR] = YES}, OUTCOME_START_MELDCODE},
    {14, {[STARTED] = NO}, OUTCOME_TALK_FIRST},

    /* weighing 1 */
    {15, {[SUSPICION] = STALE}, OUTCOME_REWEIGH},
    {16, {[SUSPICION] = NONE}, OUTCOME_INCOMPLETE},
    {17, {[SUSPICION] = DOUBT}, OUTCOME_CONSULT},
    {18, {[SUSPICION] = NO, [CONCERN] = YES | DOUBT, [REVIEW_PASSED] = YES}, OUTCOME_OVERDUE},
    {19, {[SUSPICION] = NO, [CONCERN] = YES | DOUBT}, OUTCOME_GREY},
    {20, {[SUSPICION] = NO, [CONCERN] = STALE}, OUTCOME_REWEIGH},
    {21, {[SUSPICION] = NO, [CONCERN] = NONE}, OUTCOME_INCOMPLETE},
    {22, {[SUSPICION] = NO}, OUTCOME_CLOSE},

    /* weighing 2: suspicion is yes */
    {23, {[UNSAFE] = STALE}, OUTCOME_REWEIGH},
    {24, {[UNSAFE] = NONE}, OUTCOME_INCOMPLETE},

    /* weighing 3 */
    {25, {[CAN_HELP] = DOUBT}, OUTCOME_CONSULT},
    {26, {[CAN_HELP] = STALE}, OUTCOME_REWEIGH},
    {27, {[CAN_HELP] = NONE}, OUTCOME_INCOMPLETE},

    /* weighing 4 */
    {28, {[ACCEPTS] = DOUBT}, OUTCOME_CONSULT},
    {29, {[ACCEPTS] = STALE}, OUTCOME_REWEIGH},
    {30, {[ACCEPTS] = NONE}, OUTCOME_INCOMPLETE},

    /* weighing 5: can-help and accepts are yes */
    {31, {[RESULT] = NO | DOUBT | STALE | NONE, [TERM_PASSED] = YES}, OUTCOME_OVERDUE},
    {32, {[RESULT] = DOUBT}, OUTCOME_CONSULT},
    {33, {[RESULT] = YES}, OUTCOME_CLOSE_MONITOR},
    {34, {0}, OUTCOME_HELP},
};
/* clang-format on */

static bool
row_holds(const struct row *row, const struct weighing_facts *facts)
{
	for (size_t i = 0; i < WEIGHING_FACTS; i++)
		if (row->when[i] != 0 && (row->when[i] & facts->fact[i]) == 0)
			return false;
	return true;
}

void
weighing_look_up(const struct weighing_facts *facts, unsigned *rule, enum word *outcome)
{
	const struct row *row = rows;

	while (!row_holds(row, facts))
		row++; /* the last row always holds */
	*rule = row->rule;
	*outcome = row->outcome;
}

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

/* D is not empty, and unsafe (any answer given to it, of whatever round) or Veilig Thuis's
 * advice is not since D: both are needed before safety has been judged. */
static bool
safety_is_to_judge(const struct assessment *assessment)
{
	struct span_set safety = assessment->state->safety.newest;

	return !span_set_is_empty(safety)
	    && (!span_set_since(assessment_answers(assessment, QUESTION_UNSAFE), safety)
		|| !span_set_since(assessment->veilig_thuis, safety));
}

static bool
staff_duty_is_open(const struct case_state *state)
{
	return !span_set_is_empty(state->staff.newest)
	    && !span_set_since(
		case_done(state, PARTNER_BOARD, ACTION_STAFF_DUTY), state->staff.newest);
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

struct weighing_facts
weighing_facts_of(const struct assessment *assessment)
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
		fact[CAN_HELP_COUNTS + i] =
		    truth(assessment_question(assessment, QUESTION_CAN_HELP + i)->counts);
	fact[SAFETY_TO_JUDGE] = truth(safety_is_to_judge(assessment));
	fact[EXPERT_OPEN] = truth(assessment->expert_is_open);
	fact[STAFF_DUTY_OPEN] = truth(staff_duty_is_open(state));
	fact[REPORT_ASKED] = truth(report_is_asked(assessment));
	fact[NEW_SINCE_REPORT] =
	    truth(!span_set_is_empty(signals) && !span_set_since(state->reports, signals));
	fact[STARTED] = truth(assessment->is_answered || !span_set_is_empty(state->reports));
	fact[OUTSIDE_ALONE] = truth(!span_set_is_empty(signals) && !state->has_home_signal);
	fact[EXPERT_ASKED_FOR] = truth(!span_set_is_empty(state->expert.newest));
	fact[TALK] = talk_bit(assessment);
	fact[REVIEW_PASSED] = truth(has_passed(assessment->review, assessment->today));
	fact[TERM_PASSED] = truth(has_passed(assessment->term, assessment->today));
	return facts;
}

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
missing_from_plan(const struct assessment *assessment, unsigned rule)
{
	unsigned flags = 0;

	if (assessment->help_runs) {
		flags |= assessment->has_goal ? 0 : FLAG_GOAL;
		flags |= assessment->term != NO_DAY ? 0 : FLAG_TERM;
		flags |= assessment->casemanager != WORD_NONE ? 0 : FLAG_CASEMANAGER;
	}
	if ((rule == 18 || rule == 19) && assessment->review == NO_DAY)
		flags |= FLAG_REVIEW;
	if (rule == 33 && assessment->monitor == NO_DAY)
		flags |= FLAG_MONITOR;
	return flags;
}

/* The steps that were passed over on the way to an answer. */
static unsigned
missing_steps(const struct assessment *assessment, enum word outcome)
{
	unsigned flags = 0;

	if (!assessment->is_answered || outcome == OUTCOME_REPORT_NOW
	    || outcome == OUTCOME_CHECK_SAFETY || outcome == OUTCOME_EXPERT_FIRST
	    || outcome == OUTCOME_STAFF_DUTY)
		return 0;
	if (!span_set_since(assessment->state->consults, assessment->rounds))
		flags |= FLAG_CONSULT;
	if (!span_set_since(assessment->talks, assessment->rounds)
	    && span_set_is_empty(assessment->state->expert.newest))
		flags |= FLAG_TALK;
	return flags;
}

static unsigned
flags_of(const struct assessment *assessment, unsigned rule, enum word outcome)
{
	unsigned flags = missing_steps(assessment, outcome);

	if (outcome == OUTCOME_REPORT_NOW)
		flags |= FLAG_WITH_VT;
	if (rule == 9)
		flags |= questions_after_report(assessment);
	else if (outcome == OUTCOME_INCOMPLETE || outcome == OUTCOME_REWEIGH)
		flags |= questions_open(assessment);
	flags |= missing_from_plan(assessment, rule);
	if (assessment->state->has_refused_line)
		flags |= FLAG_REFUSED;
	return flags;
}

static day_number
due_of(const struct assessment *assessment, unsigned rule)
{
	switch (rule) {
	case 1:
	case 2:
		return span_set_day(assessment_question(assessment, QUESTION_UNSAFE)->newest);
	case 3:
		return span_set_day(assessment->state->safety.newest);
	case 18:
	case 19:
		return assessment->review;
	case 31:
	case 34:
		return assessment->term;
	default:
		return NO_DAY;
	}
}

struct weighing
weighing_of(const struct assessment *assessment)
{
	struct weighing_facts facts = weighing_facts_of(assessment);
	struct weighing weighing;

	weighing_look_up(&facts, &weighing.rule, &weighing.outcome);
	weighing.due = due_of(assessment, weighing.rule);
	weighing.flags = flags_of(assessment, weighing.rule, weighing.outcome);
	return weighing;
}

enum word
weighing_outcome_of(unsigned rule)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].rule == rule)
			return rows[i].outcome;
	return WORD_NONE;
}

unsigned
weighing_protection(enum word outcome)
{
	static const uint8_t levels[OUTCOME_END] = {
	    [OUTCOME_CLOSE] = 0,
	    [OUTCOME_CLOSE_MONITOR] = 1,
	    [OUTCOME_GREY] = 2,
	    [OUTCOME_EARLY_HELP] = 3,
	    [OUTCOME_HELP] = 3,
	    [OUTCOME_OWN_PROTOCOL] = 3,
	    [OUTCOME_TALK_FIRST] = 3,
	    [OUTCOME_START_MELDCODE] = 3,
	    [OUTCOME_INCOMPLETE] = 4,
	    [OUTCOME_CONSULT] = 4,
	    [OUTCOME_REWEIGH] = 4,
	    [OUTCOME_OVERDUE] = 4,
	    [OUTCOME_REPORTED] = 4,
	    [OUTCOME_EXPERT_FIRST] = 5,
	    [OUTCOME_CHECK_SAFETY] = 5,
	    [OUTCOME_STAFF_DUTY] = 5,
	    [OUTCOME_REPORT] = 5,
	    [OUTCOME_REPORT_AGAIN] = 5,
	    [OUTCOME_REPORT_NOW] = 6,
	};

	return levels[outcome];
}
