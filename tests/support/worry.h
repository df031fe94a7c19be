/*
 * One more record that does not reassure, in a random case: it never takes
 * protection away. A signal, a worrying answer or a doubt, a talk that is not
 * wants-help, a plan, a need, a consent no.
 *
 * What may lower the level all the same is named here, each with the place in
 * mc-record(5), "TIME", that says so.
 */

#ifndef WORRY_H
#define WORRY_H

#include "support/story.h"

#include "rules/weighing.h"

/* A case with what became of it as of the story's today. */
struct weighed_case {
	struct case_state state;
	struct assessment assessment;
	struct weighing weighing;
};

static inline void
worry_weigh(struct weighed_case *weighed, const struct case_state *state, day_number today)
{
	weighed->state = *state;
	assessment_make(&weighed->assessment, &weighed->state, today);
	weighed->weighing = weighing_of(&weighed->assessment);
}

/* Whether an answer is not a reassuring one. */
static inline bool
worry_is_answer(enum word question, enum word answer)
{
	bool is_of_help = question == QUESTION_CAN_HELP || question == QUESTION_ACCEPTS
	    || question == QUESTION_RESULT;

	return record_allows_value(KIND_ANSWER, question, answer)
	    && answer != (is_of_help ? ANSWER_YES : ANSWER_NO);
}

/* A value that does not reassure, of a kind of record that has values. */
static inline enum word
worry_value(struct story *story, enum word kind, enum word code)
{
	enum word value;

	switch (kind) {
	case KIND_SIGNAL:
		return story_pick(story, KNOWN_FIRST, KNOWN_END);
	case KIND_CONSENT:
		return ANSWER_NO;
	case KIND_ANSWER:
		do
			value = story_pick(story, ANSWER_FIRST, ANSWER_END);
		while (!worry_is_answer(code, value));
		return value;
	case KIND_TALK:
		do
			value = story_pick(story, TALK_FIRST, TALK_END);
		while (value == TALK_WANTS_HELP);
		return value;
	default:
		return code == PLAN_CASEMANAGER ? story_pick(story, PARTNER_FIRST, PARTNER_END)
						: WORD_NONE;
	}
}

/* One more record that does not reassure, mostly on a day of the case. */
static inline struct record
worry_make(struct story *story)
{
	size_t near = chance_below(&story->chance, (uint32_t)story->count);
	day_number day = chance_is(&story->chance, 60)
	    ? span_day(story->record[near].when)
	    : STORY_FIRST + chance_below(&story->chance, STORY_TODAY - STORY_FIRST + 1);
	static const uint8_t kinds[] = {KIND_SIGNAL, KIND_SIGNAL, KIND_ANSWER, KIND_ANSWER,
	    KIND_ANSWER, KIND_TALK, KIND_PLAN, KIND_NEED, KIND_CONSENT};
	enum word kind = kinds[chance_below(&story->chance, COUNT_OF(kinds))];
	enum word_list codes = record_code_list(kind);
	struct record more = {.kind = kind, .when = story_when(story, day)};

	more.code = story_pick(story, vocabulary_first(codes), vocabulary_end(codes));
	more.value = worry_value(story, kind, more.code);
	if (record_wants_due(more.kind, more.code))
		more.due = day + chance_below(&story->chance, 200);
	return more;
}

/* Whether a day of the plan that has passed waits for this answer. */
static inline bool
worry_judges_the_day(const struct record *more, unsigned rule)
{
	if (weighing_outcome_of(rule) != OUTCOME_OVERDUE)
		return false;
	if (weighing_question_of(rule) == QUESTION_RESULT)
		return more->code == QUESTION_ACCEPTS || more->code == QUESTION_RESULT;
	return more->code == QUESTION_SUSPICION || more->code == QUESTION_CONCERN;
}

/* The answer that was missing: a question that the weighing waits for. */
static inline bool
worry_was_awaited(const struct record *more, const struct weighed_case *before)
{
	unsigned rule = weighing_rule_at_home(&before->weighing);

	return more->kind == KIND_ANSWER
	    && ((before->weighing.flags & weighing_question_flag(more->code)) != 0
		|| (weighing_outcome_of(rule) == OUTCOME_CONSULT
		    && weighing_question_of(rule) == more->code)
		|| worry_judges_the_day(more, rule));
}

/* An answer that takes back one that asks for a report: Veilig Thuis was asked about that. An
 * answer to accepts takes back a result. */
static inline bool
worry_takes_back(const struct record *more, const struct weighed_case *before)
{
	const struct standing *own, *result;

	if (more->kind != KIND_ANSWER)
		return false;
	own = assessment_question(&before->assessment, more->code);
	result = assessment_question(&before->assessment, QUESTION_RESULT);
	return (own->asks && own->is_advised)
	    || (more->code == QUESTION_ACCEPTS && result->asks && result->is_advised);
}

#endif
