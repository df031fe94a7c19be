#include "rules/situation.h"

#include "records/workday.h"

static bool
is_asked(const struct assessment *assessment, enum word question)
{
	return assessment_asks(assessment, question);
}

static bool
is_unreported(const struct assessment *assessment, enum word question)
{
	return assessment_asks(assessment, question)
	    && !assessment_question(assessment, question)->is_reported;
}

static bool
any_question(const struct assessment *assessment,
    bool (*is_so)(const struct assessment *assessment, enum word question))
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (is_so(assessment, question))
			return true;
	return false;
}

static bool
is_filled(struct span_history set)
{
	return !span_history_is_empty(set);
}

/* Whether the set is not empty, and the other is not since it. */
static bool
stands_open(struct span_set set, struct span_set other)
{
	return !span_set_is_empty(set) && !span_set_since(other, set);
}

/* The parents can be told today: nobody is in danger by it, and Veilig Thuis does not speak to
 * them first. */
static bool
is_safe_to_tell_today(const struct assessment *assessment)
{
	enum word unsafe = assessment_question(assessment, QUESTION_UNSAFE)->value;

	return (unsafe == ANSWER_STRUCTURAL || unsafe == ANSWER_YES || unsafe == ANSWER_DOUBT)
	    && !is_filled(assessment->state->safety);
}

static uint32_t
when(bool holds, enum condition condition)
{
	return holds ? (uint32_t)condition : 0;
}

static uint32_t
judge_report(const struct assessment *assessment)
{
	const struct case_state *state = assessment->state;
	bool is_any_asked = any_question(assessment, is_asked);
	bool has_report = is_filled(state->reports);

	return when(!is_any_asked && !has_report, NO_REPORT_AT_ALL)
	    | when(any_question(assessment, is_unreported), UNREPORTED)
	    | when(is_any_asked || has_report, ASKED_OR_R)
	    | when(is_asked(assessment, QUESTION_UNSAFE), UNSAFE_ASKED)
	    | when(is_safe_to_tell_today(assessment), SAFE_TO_TELL_TODAY) | when(has_report, HAS_R)
	    | when(has_report || assessment->help_runs, R_OR_HELP);
}

static uint32_t
judge_signals(const struct assessment *assessment)
{
	const struct case_state *state = assessment->state;
	const struct case_rest *rest = case_rest(state);
	bool has_safety = is_filled(state->safety), is_called = assessment->safety_is_called;

	return when(!is_filled(state->expert), NO_E)
	    | when(!has_safety || is_called, NO_D_OR_CALLED)
	    | when(has_safety && is_called, CALLED_ON_D)
	    | when(has_safety && !is_called, NOT_CALLED_ON_D)
	    | when(has_safety && !assessment->safety_is_answered, UNSAFE_NOT_SINCE_D)
	    | when(is_filled(rest->staff), HAS_F) | when(is_filled(rest->pupil), HAS_P)
	    | when(is_filled(state->notice), HAS_H)
	    | when(stands_open(state->notice.newest, state->veilig_thuis_asked), NOT_CALLED_ON_H)
	    | when(is_filled(state->absence), HAS_A) | when(is_filled(state->signals), HAS_S)
	    | when(stands_open(state->injuries, assessment->talks), INJURY_NOT_TALKED)
	    | when(assessment->expert_is_open, EXPERT_IS_OPEN)
	    | when(!assessment->expert_is_open, EXPERT_NOT_OPEN);
}

static bool
is_in_doubt(const struct assessment *assessment, const struct weighing *weighing)
{
	unsigned rule = weighing_rule_at_home(weighing);
	enum word outcome = weighing_outcome_of(rule);

	return outcome == OUTCOME_CONSULT
	    || (outcome == OUTCOME_OVERDUE && weighing_question_of(rule) == QUESTION_RESULT
		&& assessment_holds(assessment, QUESTION_RESULT, ANSWER_DOUBT));
}

static uint32_t
judge_talk_and_help(const struct assessment *assessment, const struct weighing *weighing)
{
	bool wants_help = assessment->talk == TALK_WANTS_HELP;
	bool wants_help_now = wants_help && !assessment->talk_has_lapsed;

	return when(assessment->talk != TALK_SKIPPED_SAFETY, TALK_NOT_UNSAFE)
	    | when(wants_help && !wants_help_now, WANTS_HELP_LAPSED)
	    | when(wants_help_now, WANTS_HELP_NOW) | when(!wants_help_now, NOT_WANTS_HELP_NOW)
	    | when(span_set_is_empty(assessment->state->consults), NO_CONSULT)
	    | when(assessment->help_runs, HELP_RUNS)
	    | when(is_in_doubt(assessment, weighing), IN_DOUBT)
	    | when((weighing->flags & FLAG_TALK) != 0, LACKS_TALK)
	    | when((weighing->flags & FLAG_CONSULT) != 0, LACKS_CONSULT)
	    | when((weighing->flags & FLAGS_OF_PLAN) != 0, LACKS_PLAN);
}

static uint64_t
bit_of_rule(unsigned rule)
{
	return UINT64_C(1) << rule;
}

static uint32_t
bit_of_outcome(enum word outcome)
{
	return UINT32_C(1) << (outcome - OUTCOME_FIRST);
}

struct situation
situation_of(const struct assessment *assessment, const struct weighing *weighing, day_number first)
{
	unsigned at_home = weighing_rule_at_home(weighing);

	return (struct situation){.assessment = assessment,
	    .weighing = weighing,
	    .rules = bit_of_rule(weighing->rule) | bit_of_rule(at_home),
	    .rule_at_home = bit_of_rule(at_home),
	    .outcomes =
		bit_of_outcome(weighing->outcome) | bit_of_outcome(weighing_outcome_of(at_home)),
	    .conditions = judge_report(assessment) | judge_signals(assessment)
		| judge_talk_and_help(assessment, weighing),
	    .question = weighing_question_of(at_home),
	    .first = first};
}

static bool
has_rule(const struct situation *situation, uint64_t rules)
{
	return rules == 0 || (rules & situation->rules) != 0;
}

static bool
has_outcome(const struct situation *situation, uint32_t outcomes)
{
	return outcomes == 0 || (outcomes & situation->outcomes) != 0;
}

static bool
has_all(const struct situation *situation, uint32_t conditions)
{
	return (conditions & situation->conditions) == conditions;
}

bool
situation_meets(const struct situation *situation, const struct table_row *row)
{
	for (size_t i = 0; i < WHENS; i++) {
		const struct when *when = &row->when[i];

		if (when_names_something(when) && has_rule(situation, when->rules)
		    && has_outcome(situation, when->outcomes)
		    && has_all(situation, when->conditions))
			return true;
	}
	return false;
}

enum word
situation_action(const struct situation *situation, const struct table_row *row)
{
	bool is_other = row->action_after_report != WORD_NONE && has_all(situation, HAS_R);

	return is_other ? row->action_after_report : row->action;
}
