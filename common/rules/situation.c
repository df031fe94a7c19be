#include "rules/situation.h"

#include "records/workday.h"

static struct span_set
later_of(struct span_set a, struct span_set b)
{
	return span_set_begin(a) > span_set_begin(b) ? a : b;
}

static void
judge_questions(struct situation *situation)
{
	const struct assessment *assessment = situation->assessment;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		const struct standing *standing = assessment_question(assessment, question);

		if (!assessment_asks(assessment, question))
			continue;
		situation->conditions |= ASKED;
		situation->asking = later_of(situation->asking, standing->newest);
		if (!standing->is_reported) {
			situation->conditions |= NOT_REPORTED;
			situation->unreported = later_of(situation->unreported, standing->newest);
		}
	}
	if (assessment_question(assessment, QUESTION_UNSAFE)->asks) {
		situation->conditions |= UNSAFE_ASKS;
		situation->asking = assessment_question(assessment, QUESTION_UNSAFE)->newest;
	} else {
		situation->conditions |= UNSAFE_DOES_NOT;
	}
}

static void
judge_signals(struct situation *situation)
{
	const struct case_state *state = situation->assessment->state;
	struct span_set safety = state->safety.newest;
	unsigned conditions = 0;

	conditions |= span_set_is_empty(state->expert.newest) ? E_EMPTY : 0;
	conditions |= span_set_is_empty(state->staff.newest) ? 0 : HAS_F;
	conditions |= span_set_is_empty(state->pupil.newest) ? 0 : HAS_P;
	conditions |= span_set_is_empty(state->notice.newest) ? 0 : HAS_H;
	conditions |= span_set_is_empty(state->absence) ? 0 : HAS_A;
	conditions |= span_set_is_empty(state->signals.newest) ? 0 : HAS_S;
	conditions |= span_set_is_empty(state->reports) ? 0 : HAS_R;
	conditions |= span_set_is_empty(state->consults) ? NO_CONSULT : 0;
	if (!span_set_since(situation->assessment->veilig_thuis, safety))
		conditions |= NOT_ADVISED_ON_D;
	if (span_set_is_empty(safety) || !(conditions & NOT_ADVISED_ON_D))
		conditions |= ADVISED_ON_D;
	if (!span_set_since(assessment_answers(situation->assessment, QUESTION_UNSAFE), safety))
		conditions |= UNSAFE_NOT_SINCE_D;
	situation->conditions |= conditions;
}

static void
judge_talk_and_plan(struct situation *situation)
{
	const struct assessment *assessment = situation->assessment;
	const unsigned plan_flags =
	    FLAG_GOAL | FLAG_TERM | FLAG_CASEMANAGER | FLAG_REVIEW | FLAG_MONITOR;
	bool wants_help = assessment->talk == TALK_WANTS_HELP;
	unsigned conditions = 0;

	conditions |= assessment->talk == WORD_NONE ? NO_TALK_HELD : SOME_TALK;
	conditions |= assessment->talk == TALK_SKIPPED_SAFETY ? 0 : TALK_NOT_UNSAFE;
	conditions |= assessment->talk_has_lapsed ? TALK_LAPSED : 0;
	conditions |= wants_help && !assessment->talk_has_lapsed ? WANTS_HELP_NOW : TALK_NOT_OPEN;
	conditions |= assessment->help_runs ? HELP_RUNS : 0;
	conditions |= assessment->expert_is_open ? 0 : EXPERT_NOT_OPEN;
	conditions |= assessment->term == NO_DAY ? 0 : HAS_TERM;
	conditions |= assessment->review == NO_DAY ? 0 : HAS_REVIEW;
	conditions |= situation->weighing->flags & plan_flags ? PLAN_LACKS : 0;
	situation->conditions |= conditions;
}

struct situation
situation_of(const struct assessment *assessment, const struct weighing *weighing)
{
	struct situation situation = {.assessment = assessment, .weighing = weighing};

	judge_questions(&situation);
	judge_signals(&situation);
	judge_talk_and_plan(&situation);
	return situation;
}

bool
situation_meets(const struct situation *situation, const struct table_row *row)
{
	const struct weighing *weighing = situation->weighing;
	uint32_t outcome = UINT32_C(1) << (weighing->outcome - OUTCOME_FIRST);

	return (row->outcomes == 0 || (row->outcomes & outcome) != 0)
	    && (row->rules == 0 || (row->rules & UINT64_C(1) << weighing->rule) != 0)
	    && (row->conditions & situation->conditions) == row->conditions;
}

/* The sets of duties, of which the first record counts until it is done. */
static const struct duty_set *
duty_of(const struct case_state *state, enum basis basis)
{
	switch (basis) {
	case D:
		return &state->safety;
	case E:
		return &state->expert;
	case F:
		return &state->staff;
	case P:
		return &state->pupil;
	case H:
		return &state->notice;
	default:
		return NULL;
	}
}

static struct span_set
answers_to(const struct assessment *assessment, enum word question)
{
	return assessment_question(assessment, question)->newest;
}

struct span_set
situation_basis(const struct situation *situation, enum basis basis, enum topic topic)
{
	const struct assessment *assessment = situation->assessment;
	const struct case_state *state = assessment->state;
	const struct duty_set *duty = duty_of(state, basis);

	if (duty != NULL)
		return duty->newest;
	switch (basis) {
	case UNSAFE_ANSWER:
		return answers_to(assessment, QUESTION_UNSAFE);
	case UNREPORTED_QUESTION:
		return situation->unreported;
	case ASKING_QUESTION:
		return situation->asking;
	case R:
		return state->reports;
	case A:
		return state->absence;
	case S:
	case FIRST_OF_S:
		return state->signals.newest;
	case Q:
		return assessment->steps;
	case Q_ELSE_S:
		return span_set_is_empty(assessment->steps) ? state->signals.newest
							    : assessment->steps;
	case S_R_AND_U:
		return span_set_union(
		    state->signals.newest, span_set_union(state->reports, assessment->withdrawals));
	case THE_TALK:
		return assessment->talks;
	case ACCEPTS_ANSWER:
		return answers_to(assessment, QUESTION_ACCEPTS);
	case SUSPICION_ANSWER:
		return answers_to(assessment, QUESTION_SUSPICION);
	case SUSPICION_AND_CONCERN:
		return span_set_union(answers_to(assessment, QUESTION_SUSPICION),
		    answers_to(assessment, QUESTION_CONCERN));
	case RESULT_ANSWER:
		return answers_to(assessment, QUESTION_RESULT);
	case NEEDS:
		return state->needs[topic];
	default:
		return state->all;
	}
}

day_number
situation_day(const struct situation *situation, const struct table_row *row, enum topic topic,
    struct span_set done)
{
	const struct case_state *state = situation->assessment->state;
	const struct duty_set *duty = duty_of(state, row->basis);
	struct span_set set = situation_basis(situation, row->basis, topic);

	if (span_set_is_empty(set))
		return span_set_day(state->all);
	if (row->basis == FIRST_OF_S)
		return state->signals.first >> MINUTE_BITS;
	if (duty != NULL && span_set_end(done) < duty->first)
		return duty->first >> MINUTE_BITS;
	return span_set_day(set);
}

bool
situation_is_done(const struct situation *situation, const struct table_row *row, enum topic topic,
    struct span_set done)
{
	return !row->is_kept && span_set_since(done, situation_basis(situation, row->basis, topic));
}

day_number
situation_due(const struct situation *situation, const struct table_row *row, enum topic topic,
    struct span_set done)
{
	const struct assessment *assessment = situation->assessment;
	day_number counted =
	    workday_after(situation_day(situation, row, topic, done), row->due.workdays);

	switch (row->due.kind) {
	case WORKDAYS:
		return counted;
	case MONITOR_WHEN_EARLIER:
		return assessment->monitor != NO_DAY && assessment->monitor < counted
		    ? assessment->monitor
		    : counted;
	case MONITOR_ELSE:
		return assessment->monitor != NO_DAY ? assessment->monitor : counted;
	case REVIEW_ELSE:
		return assessment->review != NO_DAY ? assessment->review : counted;
	case TERM_DATE:
		return assessment->term;
	case REVIEW_DATE:
		return assessment->review;
	}
	return NO_DAY;
}
