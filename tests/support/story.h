/*
 * Random cases: each follows a story that schools know for a while and is then
 * shaken, so that old and new, and things of one day with and without a time,
 * meet often. The same seed gives the same cases on every machine.
 *
 * Records have their integers alone, which is all that case_take() reads.
 */

#ifndef STORY_H
#define STORY_H

#include "support/check.h"

#include "rules/done.h"
#include "support/cases.h"

enum { STORY_RECORDS = 80, STORY_FIRST = 9498, STORY_TODAY = STORY_FIRST + 303 };

struct story {
	struct chance chance;
	size_t count;
	struct record record[STORY_RECORDS];
	day_number day;	      /* today in the story */
	uint32_t timed, pace; /* percent: has a time; goes on to another day */
};

static inline enum word
story_pick(struct story *story, enum word first, enum word end)
{
	return first + chance_below(&story->chance, (uint32_t)(end - first));
}

/* A day of the story, mostly without a time, else one of a few minutes, so that equal ones are
 * frequent. */
static inline struct span
story_when(struct story *story, day_number day)
{
	static const unsigned minutes[] = {0, 510, 510, 511, 720, LAST_MINUTE};

	if (!chance_is(&story->chance, story->timed))
		return span_of_day(day);
	return span_of_minute(day, minutes[chance_below(&story->chance, COUNT_OF(minutes))]);
}

/* The due of a record of the story's day: a day that a plan agrees, or, now and then, the day on
 * which the school came to know of a signal. */
static inline day_number
story_due(struct story *story, enum word kind, enum word code)
{
	static const day_number terms[] = {0, 1, 7, 20, 40, 90, 250};
	day_number term = terms[chance_below(&story->chance, COUNT_OF(terms))];

	if (kind == KIND_SIGNAL && chance_is(&story->chance, 10))
		return story->day + term < STORY_TODAY ? story->day + term : STORY_TODAY;
	return record_wants_due(kind, code) ? story->day + term : NO_DAY;
}

static inline void
story_record(struct story *story, enum word kind, enum word code, enum word value)
{
	if (story->count == STORY_RECORDS)
		return;
	story->record[story->count++] = (struct record){.kind = kind,
	    .code = code,
	    .value = value,
	    .when = story_when(story, story->day),
	    .due = story_due(story, kind, code)};
	if (chance_is(&story->chance, story->pace))
		story->day +=
		    chance_is(&story->chance, 70) ? 1 : 2 + chance_below(&story->chance, 13);
	if (story->day > STORY_TODAY)
		story->day = STORY_TODAY;
}

/* A signal of a class. */
static inline void
story_signal(struct story *story, enum signal_class class)
{
	enum word signal;

	do
		signal = story_pick(story, SIGNAL_FIRST, SIGNAL_END);
	while (vocabulary_entry(signal)->class != class);
	story_record(story, KIND_SIGNAL, signal, story_pick(story, KNOWN_FIRST, KNOWN_END));
}

static inline void
story_any_signal(struct story *story)
{
	story_signal(story,
	    chance_is(&story->chance, 70)
		? CLASS_NONE
		: (enum signal_class)chance_below(&story->chance, CLASS_NOTE + 1));
}

static inline void
story_talk(struct story *story, enum word talk)
{
	story_record(story, KIND_TALK, story_pick(story, PARTY_FIRST, PARTY_END), talk);
}

/* An answer: the one given in percent of the cases, else any that the question has. */
static inline void
story_answer(struct story *story, enum word question, enum word answer, uint32_t percent)
{
	if (!chance_is(&story->chance, percent))
		answer = story_pick(story, ANSWER_FIRST,
		    question == QUESTION_UNSAFE ? ANSWER_END : ANSWER_DOUBT + 1);
	story_record(story, KIND_ANSWER, question, answer);
}

static inline void
story_done(struct story *story, enum word partner, enum word action)
{
	story_record(story, KIND_DONE, partner, action);
}

/* Something that a row asks for, whatever partner can have done it; now and then anything. */
static inline void
story_done_something(struct story *story)
{
	enum word partner, action;

	do {
		partner = story_pick(story, PARTNER_FIRST, PARTNER_END);
		action = story_pick(story, ACTION_FIRST, ACTION_END);
	} while (!done_is_kept(partner, action) && !chance_is(&story->chance, 2));
	story_done(story, partner, action);
}

static inline void
story_ask_veilig_thuis(struct story *story)
{
	if (chance_is(&story->chance, 50))
		story_record(story, KIND_CONSULT, PARTNER_VEILIG_THUIS, MANNER_ANONYMOUS);
	else
		story_done(story, PARTNER_VEILIG_THUIS,
		    story_pick(story, ACTION_ADVISE_NOW, ACTION_ADVISE_EXPERT + 1));
}

static inline void
story_report(struct story *story)
{
	static const uint8_t reports[] = {
	    ACTION_REPORT, ACTION_REPORT, ACTION_REPORT_NOW, ACTION_ADD_TO_REPORT};

	story_done(
	    story, PARTNER_VEILIG_THUIS, reports[chance_below(&story->chance, COUNT_OF(reports))]);
}

static inline void
story_plan(struct story *story)
{
	enum word code = story_pick(story, PLAN_FIRST, PLAN_END);

	story_record(story, KIND_PLAN, code,
	    code == PLAN_CASEMANAGER ? story_pick(story, PARTNER_FIRST, PARTNER_END) : WORD_NONE);
}

/* One record of any kind; the common ones more often. */
static inline void
story_anything(struct story *story)
{
	switch (chance_below(&story->chance, 13)) {
	case 0:
	case 1:
		story_any_signal(story);
		break;
	case 2:
		story_record(story, KIND_CONSULT, story_pick(story, PARTNER_FIRST, PARTNER_END),
		    MANNER_NAMED);
		break;
	case 3:
		story_talk(story, story_pick(story, TALK_FIRST, TALK_END));
		break;
	case 4:
		story_record(story, KIND_CONSENT, story_pick(story, PARTNER_FIRST, PARTNER_END),
		    story_pick(story, ANSWER_YES, ANSWER_NO + 1));
		break;
	case 5:
		story_record(story, KIND_NEED, story_pick(story, NEED_FIRST, NEED_END), WORD_NONE);
		break;
	case 6:
	case 7:
		story_done_something(story);
		break;
	case 8:
		story_report(story);
		break;
	case 9:
		story_ask_veilig_thuis(story);
		break;
	case 10:
		story_plan(story);
		break;
	default:
		story_answer(story, story_pick(story, QUESTION_FIRST, QUESTION_END), ANSWER_YES, 0);
	}
}

/* The five weighings, broken off somewhere; percent of the answers is the one that goes on. */
static inline void
story_weighings(struct story *story, uint32_t percent)
{
	static const uint8_t going_on[][2] = {{QUESTION_SUSPICION, ANSWER_YES},
	    {QUESTION_UNSAFE, ANSWER_NO}, {QUESTION_CAN_HELP, ANSWER_YES},
	    {QUESTION_ACCEPTS, ANSWER_YES}, {QUESTION_RESULT, ANSWER_YES}};
	uint32_t last = 1 + chance_below(&story->chance, 6);

	for (uint32_t i = 0; i < last && i < COUNT_OF(going_on); i++) {
		story_answer(story, going_on[i][0], going_on[i][1], percent);
		if (i == 3)
			for (uint32_t plans = chance_below(&story->chance, 4); plans > 0; plans--)
				story_plan(story);
	}
}

static inline void
story_grey(struct story *story)
{
	story_answer(story, QUESTION_SUSPICION, ANSWER_NO, 90);
	if (chance_is(&story->chance, 90))
		story_answer(story, QUESTION_CONCERN, ANSWER_YES, 50);
	if (chance_is(&story->chance, 60))
		story_record(story, KIND_PLAN, PLAN_REVIEW, WORD_NONE);
}

static inline void
story_follow(struct story *story)
{
	uint32_t which = chance_below(&story->chance, 10);

	if (which != 9 && chance_is(&story->chance, 90))
		story_signal(story, CLASS_NONE);
	if (chance_is(&story->chance, 60))
		story_talk(story, TALK_WANTS_HELP);
	switch (which) {
	case 0:
		break;
	case 1:
		story_talk(story, story_pick(story, TALK_FIRST, TALK_END));
		break;
	case 2:
		story_grey(story);
		break;
	case 3:
		story_grey(story);
		story_weighings(story, 80);
		break;
	case 4:
	case 5:
		story_weighings(story, 90);
		break;
	case 6: /* a danger */
		story_answer(story, QUESTION_UNSAFE, ANSWER_STRUCTURAL, 50);
		if (chance_is(&story->chance, 60))
			story_report(story);
		break;
	case 7: /* a no to weighing 3, 4 or 5 */
		story_weighings(story, 85);
		story_answer(
		    story, story_pick(story, QUESTION_CAN_HELP, QUESTION_END), ANSWER_NO, 90);
		if (chance_is(&story->chance, 50))
			story_report(story);
		break;
	case 8: /* what may never wait */
		story_signal(story, chance_is(&story->chance, 50) ? CLASS_URGENT : CLASS_EXPERT);
		if (chance_is(&story->chance, 60))
			story_ask_veilig_thuis(story);
		story_answer(story, QUESTION_UNSAFE, ANSWER_NO, 70);
		break;
	default: /* outside the meldcode */
		story_signal(story, CLASS_STAFF + chance_below(&story->chance, 3));
		if (chance_is(&story->chance, 50))
			story_done(story, PARTNER_BOARD, ACTION_STAFF_DUTY);
	}
}

/* Makes the case that belongs to this seed. */
static inline void
story_make(struct story *story, uint64_t seed)
{
	static const uint32_t timed[] = {0, 20, 50, 90}, pace[] = {0, 20, 50, 80};

	*story = (struct story){.chance = {seed * UINT64_C(0x9E3779B97F4A7C15) + 1}};
	chance_next(&story->chance);
	story->timed = timed[chance_below(&story->chance, COUNT_OF(timed))];
	story->pace = pace[chance_below(&story->chance, COUNT_OF(pace))];
	story->day = STORY_FIRST + chance_below(&story->chance, 300);
	story_follow(story);
	if (chance_is(&story->chance, 40))
		story_follow(story);
	for (uint32_t more = chance_below(&story->chance, 6); more > 0 || story->count == 0;
	     more -= more > 0) {
		if (chance_is(&story->chance, 30) && story->day > STORY_FIRST + 5)
			story->day -= chance_below(&story->chance, 6);
		story_anything(story);
	}
}

static inline void
story_shuffle(struct story *story)
{
	for (size_t i = story->count; i > 1; i--) {
		size_t other = chance_below(&story->chance, (uint32_t)i);
		struct record record = story->record[i - 1];

		story->record[i - 1] = story->record[other];
		story->record[other] = record;
	}
}

/* A record, and the records of a case, in words, for a message. */
static inline void
story_show_record(const struct record *record)
{
	char day[DAY_TEXT_SIZE], due[DAY_TEXT_SIZE];

	print_error("%s", span_write_day(span_day(record->when), day));
	if (!span_is_whole_day(record->when))
		print_error("+%u", record->when.begin & 2047);
	print_error(" %s %s %s %s\n", vocabulary_token(record->kind),
	    vocabulary_token(record->code), vocabulary_token(record->value),
	    span_write_day(record->due, due));
}

static inline void
story_show(const struct story *story)
{
	for (size_t i = 0; i < story->count; i++)
		story_show_record(&story->record[i]);
}

/* What the story's records come to. */
static inline struct case_state
story_state(const struct story *story)
{
	return cases_state(story->record, story->count);
}

#endif
