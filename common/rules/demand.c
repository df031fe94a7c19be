/* What a row of the referral demands: since when its duty counts, and by when it is due. */

#include "records/workday.h"
#include "rules/situation.h"

/* A set that counts for itself, and the latest end of what ends it. */
struct strands {
	struct stand strand[QUESTIONS + 1]; /* as many as can stand side by side */
	size_t count;
};

static moment
later(moment a, moment b)
{
	return a > b ? a : b;
}

static struct span_history
newest_alone(struct span_history set)
{
	return (struct span_history){.first = span_set_begin(set.newest), .newest = set.newest};
}

/* The same set as if no time of day were known of it. */
static struct span_set
whole_days(struct span_set set)
{
	return span_set_is_empty(set) ? set : span_set_of(span_of_day(span_set_day(set)));
}

static struct span_history
in_whole_days(struct span_history set)
{
	return (struct span_history){.first = span_of_day(set.first >> MINUTE_BITS).begin,
	    .newest = whole_days(set.newest),
	    .next = whole_days(set.next)};
}

/* The set of one bit that is no stand. */
static struct span_history
counted_set(const struct situation *situation, enum counted_set bit, enum topic topic)
{
	const struct case_state *state = situation->assessment->state;

	switch (bit) {
	case FROM_S:
		return state->signals;
	case FROM_D:
		return state->safety;
	case FROM_E:
		return state->expert;
	case FROM_F:
		return case_rest(state)->staff;
	case FROM_P:
		return case_rest(state)->pupil;
	case FROM_H:
		return state->notice;
	case FROM_NEWEST_H:
		return newest_alone(state->notice);
	case FROM_A:
		return state->absence;
	case FROM_R:
		return state->reports;
	case FROM_G:
		return state->wants_help;
	case FROM_T_BUT_G:
		return state->other_talks;
	case FROM_ANSWERS:
		return case_answers(state, WORD_NONE);
	case FROM_NEEDS:
		return case_needs(state, topic);
	default:
		return (struct span_history){0};
	}
}

/* The question of which a bit is the stand; WORD_NONE for another bit. */
static enum word
question_of_stand(const struct situation *situation, enum counted_set bit)
{
	switch (bit) {
	case STAND_OF_RULE:
		return situation->question;
	case STAND_SUSPICION:
		return QUESTION_SUSPICION;
	case STAND_CONCERN:
		return QUESTION_CONCERN;
	case STAND_UNSAFE:
		return QUESTION_UNSAFE;
	case STAND_CAN_HELP:
		return QUESTION_CAN_HELP;
	case STAND_ACCEPTS:
		return QUESTION_ACCEPTS;
	case STAND_RESULT:
		return QUESTION_RESULT;
	default:
		return WORD_NONE;
	}
}

static struct stand
strand_of(const struct situation *situation, enum counted_set bit, enum topic topic)
{
	enum word question = question_of_stand(situation, bit);

	if (question != WORD_NONE)
		return assessment_question(situation->assessment, question)->stand;
	return (struct stand){.set = counted_set(situation, bit, topic)};
}

static void
add_strand(struct strands *strands, struct stand strand)
{
	strands->strand[strands->count++] = strand;
}

static void
add_questions(struct strands *strands, const struct assessment *assessment, bool unreported_alone)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		const struct standing *standing = assessment_question(assessment, question);

		if (assessment_asks(assessment, question)
		    && !(unreported_alone && standing->is_reported))
			add_strand(strands, standing->stand);
	}
}

/* What came after the answer that the weighing's rule is about: each set by itself. */
static void
add_overtaking(struct strands *strands, const struct situation *situation)
{
	const struct assessment *assessment = situation->assessment;
	const struct case_state *state = assessment->state;
	unsigned by = assessment_overtaken_by(assessment, situation->question);

	if (by & BY_SIGNALS)
		add_strand(strands, (struct stand){.set = state->signals});
	if (by & BY_REPORTS)
		add_strand(strands, (struct stand){.set = state->reports});
	if (by & BY_WITHDRAWALS)
		add_strand(strands, (struct stand){.set = state->withdrawals});
	if (by & BY_SUSPICION)
		add_strand(strands, (struct stand){.set = case_answers(state, QUESTION_SUSPICION)});
}

static void
collect(struct strands *strands, const struct situation *situation, uint32_t sets, enum topic topic,
    struct span_set done)
{
	const uint32_t several =
	    STANDS_UNREPORTED | STANDS_ASKED | R_WITHOUT_STAND | FROM_OVERTAKING;
	const struct assessment *assessment = situation->assessment;
	struct stand together = {0};

	if (sets & (STANDS_UNREPORTED | STANDS_ASKED))
		add_questions(strands, assessment, (sets & STANDS_UNREPORTED) != 0);
	if ((sets & R_WITHOUT_STAND) && (strands->count == 0 || span_set_is_empty(done))
	    && !span_history_is_empty(assessment->state->reports))
		add_strand(
		    strands, (struct stand){.set = in_whole_days(assessment->state->reports)});
	if (sets & FROM_OVERTAKING)
		add_overtaking(strands, situation);
	if ((sets & several) != 0)
		return;
	for (uint32_t rest = sets; rest != 0; rest &= rest - 1) {
		struct stand strand = strand_of(situation, rest & -rest, topic);

		together.set = span_history_union(together.set, strand.set);
		together.ended = later(together.ended, strand.ended);
	}
	add_strand(strands, together);
}

/* O counts beside a set that is not empty. */
static moment
end_with_round(const struct assessment *assessment, struct span_set set)
{
	return span_set_is_empty(set)
	    ? 0
	    : later(span_set_end(set), span_set_end(assessment->earlier_round));
}

static moment
end_of(const struct situation *situation, uint32_t until)
{
	const struct assessment *assessment = situation->assessment;
	const struct case_state *state = assessment->state;
	enum word question = situation->question;
	moment end = 0;

	if (until & UNTIL_R)
		end = later(end, span_set_end(state->reports.newest));
	if (until & UNTIL_V)
		end = later(end, span_set_end(state->veilig_thuis_asked));
	if (until & UNTIL_X)
		end = later(end, span_set_end(state->expert_asked));
	if (until & UNTIL_S)
		end = later(end, span_set_end(state->signals.newest));
	if (until & UNTIL_U)
		end = later(end, span_set_end(state->withdrawals.newest));
	if (until & UNTIL_T)
		end = later(end, end_with_round(assessment, assessment->talks));
	if (until & UNTIL_C)
		end = later(end, end_with_round(assessment, state->somebody_asked));
	if (until & UNTIL_ANSWERS)
		end = later(end, span_set_end(case_newest_answers(state, WORD_NONE)));
	if (until & UNTIL_UNSAFE)
		end = later(
		    end, span_set_end(assessment_question(assessment, QUESTION_UNSAFE)->newest));
	if ((until & UNTIL_RULE_ANSWERS) && question != WORD_NONE)
		end = later(end, span_set_end(assessment_question(assessment, question)->newest));
	if (until & UNTIL_PLAN_REVIEW)
		end = later(end, span_set_end(newest_least_when(case_rest(state)->review)));
	return end;
}

static bool
has_rule_at_home(const struct situation *situation, uint64_t rules)
{
	return rules == 0 || (rules & situation->rule_at_home) != 0;
}

static const struct counts_from *
from_of(const struct situation *situation, const struct table_row *row)
{
	static const struct counts_from nothing = {0};

	for (size_t i = 0; i < FROMS; i++)
		if (row->from[i].sets != 0 && has_rule_at_home(situation, row->from[i].rules))
			return &row->from[i];
	return &nothing;
}

/* The day from which a row counts: the earliest of its sets that are left. False when none is,
 * since the action was done since. */
static bool
find_since(const struct situation *situation, const struct table_row *row, enum topic topic,
    struct span_set done, day_number *since)
{
	const struct counts_from *from = from_of(situation, row);
	moment until = end_of(situation, from->until);
	struct strands strands = {.count = 0};

	*since = NO_DAY;
	if (row->when_done != KEPT)
		until = later(until, span_set_end(done));
	collect(&strands, situation, from->sets, topic, done);
	for (size_t i = 0; i < strands.count; i++) {
		const struct stand *strand = &strands.strand[i];
		moment end = later(until, strand->ended);
		day_number day = span_history_is_empty(strand->set)
		    ? situation->first
		    : span_history_after(strand->set, end);

		if (row->when_done == SILENCED && span_set_since(done, strand->set.newest))
			continue;
		/* All of the set is ended: the term begins anew with what was done. */
		if (row->when_done == RENEWED && end >= span_set_begin(strand->set.newest)
		    && span_set_day(done) > day)
			day = span_set_day(done);
		if (*since == NO_DAY || day < *since)
			*since = day;
	}
	return *since != NO_DAY;
}

/* An agreed day when it lies after the day counted from, else the working days. */
static day_number
agreed_or(day_number agreed, day_number since, day_number working)
{
	return agreed > since ? agreed : working;
}

static day_number
due_of(const struct situation *situation, const struct due_column *column, day_number since,
    struct span_set done)
{
	const struct assessment *assessment = situation->assessment;
	day_number working = workday_after(since, column->workdays);
	bool was_done = span_set_since(done, assessment->state->reports.newest);

	switch (column->kind) {
	case MONITOR_DATE:
		return assessment->monitor < working || was_done
		    ? agreed_or(assessment->monitor, since, working)
		    : working;
	case MONITOR_DATE_ELSE:
		return agreed_or(assessment->monitor, since, working);
	case REVIEW_DATE_ELSE:
		return agreed_or(assessment->review, since, working);
	case TERM_DATE:
		return assessment->term;
	case REVIEW_DATE:
		return assessment->review;
	default:
		return working;
	}
}

bool
situation_demands(const struct situation *situation, const struct table_row *row, enum topic topic,
    struct span_set done, struct demand *demand)
{
	const struct due_column *column = row->due;

	if (!find_since(situation, row, topic, done, &demand->since))
		return false;
	while (!has_rule_at_home(situation, column->rules)
	    || (column->conditions & situation->conditions) != column->conditions)
		column++; /* the last always holds */
	demand->due = due_of(situation, column, demand->since, done);
	return demand->due != NO_DAY;
}
