#include "ask/weighing.h"

#include "ask/fields.h"
#include "ask/framework.h"
#include "ask/standing.h"
#include "text/text.h"

/* More answers than a person goes back over in one walk; beyond it back leads to the start. */
enum { TRAIL_MAX = 32 };

struct walk {
	struct ask *ask;
	struct dialog *dialog;
	struct draft given; /* school, case, date and role of every answer */
	bool is_now;	    /* each answer is dated when it is given */
	bool is_with_vt;    /* weighings 3 to 5 are gone through with Veilig Thuis */
	struct standing_case standing;
	enum word trail[TRAIL_MAX]; /* the questions that were answered */
	size_t trail_length;
};

/* Where a question leads: to the next one, back, or to the end of the walk or the interview. */
enum walk_move { MOVE_ON, MOVE_AGAIN, MOVE_BACK, MOVE_STOP, MOVE_END };

/* A question on the way: go on, or stop here? */
struct pass {
	enum ask_wording ask, why, stop;
	enum word preset;
};

static bool
read_standing(struct walk *walk)
{
	struct case_key key = {.school = record_read_school(bytes_of(walk->given.school))};

	memcpy(key.id, walk->given.id, strlen(walk->given.id));
	return standing_read(&walk->standing, walk->ask->settings->log, key);
}

static const struct standing *
standing_of(const struct walk *walk, enum word question)
{
	return assessment_question(&walk->standing.assessment, question);
}

static bool
is_of_help(enum word question)
{
	return question == QUESTION_CAN_HELP || question == QUESTION_ACCEPTS
	    || question == QUESTION_RESULT;
}

/* Whether a question may be answered now. Safety may be judged at any moment; a question that was
 * answered before may be answered again. */
static bool
is_in_order(const struct walk *walk, enum word question, enum word open)
{
	bool is_unsafe = standing_of(walk, QUESTION_UNSAFE)->asks;

	return question == QUESTION_SUSPICION || question == QUESTION_UNSAFE || question == open
	    || (is_of_help(question) && is_unsafe)
	    || standing_of(walk, question)->value != WORD_NONE;
}

/* The number that was typed as a question; WORD_NONE when it is none. */
static enum word
question_of(struct bytes answer)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (text_equal_ignoring_case(answer, bytes_of(framework_number(question))))
			return question;
	return vocabulary_recognise(LIST_QUESTION, answer);
}

/* Shows where the case stands and asks where to begin. */
static enum asked
ask_start(struct walk *walk, enum word *question)
{
	enum word open = standing_open_question(&walk->standing);
	const struct question start = {dialog_text(walk->dialog, SAY_WALK_NUMBER),
	    SAY_WALK_START_WHY, open != WORD_NONE ? framework_number(open) : NULL};
	struct bytes answer;

	standing_say(walk->dialog, &walk->standing);
	dialog_skip_line(walk->dialog);
	dialog_say(walk->dialog, open != WORD_NONE ? SAY_WALK_START : SAY_WALK_ALL_DONE);
	for (;;) {
		enum asked asked = dialog_ask(walk->dialog, &start, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		*question = question_of(answer);
		if (*question == WORD_NONE) {
			dialog_say(walk->dialog, SAY_CHOICE_EMPTY);
		} else if (is_in_order(walk, *question, open)) {
			return ASKED_ANSWER;
		} else {
			dialog_say_with(walk->dialog, SAY_WALK_NOT_YET,
			    framework_number(open != WORD_NONE ? open : QUESTION_SUSPICION), NULL);
		}
	}
}

/* Asks whether the walk may go on; it stops, and says so, after a no. */
static enum walk_move
ask_whether(struct walk *walk, const struct pass *pass, bool *is_yes)
{
	switch (dialog_ask_yes_no(walk->dialog, pass->ask, pass->why, pass->preset, is_yes)) {
	case ASKED_BACK:
		return MOVE_BACK;
	case ASKED_END:
		return MOVE_END;
	case ASKED_ANSWER:
		break;
	}
	if (!*is_yes)
		dialog_say(walk->dialog, pass->stop);
	return *is_yes ? MOVE_ON : MOVE_STOP;
}

/* Weighings 3 to 5 of a case that is unsafe are not gone through by the school alone. */
static enum walk_move
pass_veilig_thuis(struct walk *walk, enum word question)
{
	const struct pass pass = {SAY_ASK_WITH_VT, SAY_WHY_WITH_VT, SAY_STOP_WITH_VT, ANSWER_NO};

	if (walk->is_with_vt || !is_of_help(question) || !standing_of(walk, QUESTION_UNSAFE)->asks)
		return MOVE_ON;
	return ask_whether(walk, &pass, &walk->is_with_vt);
}

/* The result is judged when the term is reached, or when somebody says that it is judged now. */
static enum walk_move
pass_term(struct walk *walk, enum word question)
{
	const struct pass pass = {SAY_ASK_TERM, SAY_WHY_TERM, SAY_STOP_TERM, WORD_NONE};
	char date[ASK_DATE_SIZE];
	day_number term = walk->standing.assessment.term;
	bool is_judged = false;

	if (question != QUESTION_RESULT)
		return MOVE_ON;
	if (term != NO_DAY)
		dialog_say_with(walk->dialog, SAY_TERM_IS,
		    ask_wording_date(span_of_day(term), walk->dialog->language, date), NULL);
	return ask_whether(walk, &pass, &is_judged);
}

static enum asked
ask_answer(struct ask *ask, struct draft *draft)
{
	return ask_value(ask, draft);
}

/* Answer and argument, back and forth, shown and kept. */
static enum walk_move
ask_and_keep(struct walk *walk, struct draft *draft)
{
	enum asked (*const asks[])(struct ask *, struct draft *) = {ask_answer, ask_text};
	size_t step = 0;

	for (;;) {
		enum asked asked;

		if (step < 2) {
			asked = asks[step](walk->ask, draft);
			if (asked == ASKED_END || (asked == ASKED_BACK && step == 0))
				return asked == ASKED_END ? MOVE_END : MOVE_BACK;
			step = asked == ASKED_BACK ? step - 1 : step + 1;
			continue;
		}
		if (walk->is_now)
			draft->when = draft_now();
		switch (draft_finish(walk->ask, draft)) {
		case DRAFT_KEPT:
			return MOVE_ON;
		case DRAFT_DROPPED:
			return MOVE_AGAIN;
		case DRAFT_END:
			return MOVE_END;
		case DRAFT_REFUSED:
		case DRAFT_BACK:
			step = 1;
			break;
		}
	}
}

/* After an answer: what counts now need not be what was answered last. */
static enum walk_move
follow(struct walk *walk, enum word answer, enum word *question)
{
	enum word answered = *question;
	const struct standing *standing;

	if (!read_standing(walk))
		return MOVE_END;
	standing = standing_of(walk, answered);
	if (standing->value == WORD_NONE || standing->is_stale) {
		dialog_say(walk->dialog, SAY_WALK_STALE);
		return MOVE_STOP;
	}
	if (standing->value != answer)
		dialog_say_with(walk->dialog, SAY_WALK_COUNTS,
		    dialog_label(walk->dialog, standing->value), NULL);
	framework_say(walk->dialog, answered, standing->value);
	*question = framework_next(answered, standing->value);
	/* With Veilig Thuis the school goes on; pass_veilig_thuis() asks. */
	if (answered == QUESTION_UNSAFE && standing->asks)
		*question = QUESTION_CAN_HELP;
	/* Help that begins now is judged later. */
	if (answered == QUESTION_ACCEPTS && walk->standing.assessment.term == NO_DAY)
		return MOVE_STOP;
	return *question == WORD_NONE ? MOVE_STOP : MOVE_ON;
}

/* Asks one question of the framework; *question becomes the one that follows. */
static enum walk_move
ask_question(struct walk *walk, enum word *question)
{
	struct draft draft = walk->given;
	enum walk_move move = pass_veilig_thuis(walk, *question);

	if (move == MOVE_ON)
		move = pass_term(walk, *question);
	if (move != MOVE_ON)
		return move;
	draft.code = *question;
	dialog_skip_line(walk->dialog);
	dialog_say(walk->dialog, framework_title(*question));
	move = ask_and_keep(walk, &draft);
	if (move == MOVE_ON) {
		if (walk->trail_length < TRAIL_MAX)
			walk->trail[walk->trail_length++] = *question;
		move = follow(walk, draft.value, question);
	}
	draft_close(&draft);
	return move;
}

/* From the start on, question by question. ASKED_BACK is for the start. */
static enum asked
walk_from(struct walk *walk, enum word question)
{
	for (;;) {
		switch (ask_question(walk, &question)) {
		case MOVE_ON:
		case MOVE_AGAIN:
			break;
		case MOVE_BACK:
			if (walk->trail_length == 0)
				return ASKED_BACK;
			question = walk->trail[--walk->trail_length];
			dialog_say(walk->dialog, SAY_WALK_BACK_AT);
			break;
		case MOVE_STOP:
			dialog_skip_line(walk->dialog);
			standing_say_outcome(walk->dialog, &walk->standing);
			return ASKED_ANSWER;
		case MOVE_END:
			return ASKED_END;
		}
	}
}

/* Asks which case it is, where that is not settled. */
static enum asked
ask_whose(struct walk *walk)
{
	struct bytes fixed = walk->ask->settings->ask_case;
	enum asked asked;

	do {
		asked = ask_school(walk->ask, &walk->given);
		if (asked != ASKED_ANSWER)
			return asked;
		if (fixed.length > 0) {
			memcpy(walk->given.id, fixed.at, fixed.length);
			return ASKED_ANSWER;
		}
		asked = ask_case(walk->ask, &walk->given);
	} while (asked == ASKED_BACK);
	return asked;
}

/* When the weighing took place, and who records it: once, for all its answers. */
static enum asked
ask_when_and_by(struct walk *walk)
{
	enum asked asked;

	do {
		moment now;

		asked = ask_date(walk->ask, &walk->given);
		if (asked != ASKED_ANSWER)
			return asked;
		now = draft_now().begin;
		walk->is_now =
		    !span_is_whole_day(walk->given.when) && now - walk->given.when.begin <= 1;
		asked = ask_by(walk->ask, &walk->given);
	} while (asked == ASKED_BACK);
	return asked;
}

enum asked
weighing_walk(struct ask *ask)
{
	struct walk walk = {.ask = ask, .dialog = &ask->dialog};
	enum word question = WORD_NONE;
	enum asked asked;

	draft_open(&walk.given, KIND_ANSWER);
	if ((asked = ask_whose(&walk)) != ASKED_ANSWER)
		return asked;
	if (!read_standing(&walk))
		return ASKED_END;
	do {
		asked = ask_start(&walk, &question);
		if (asked != ASKED_ANSWER)
			return asked;
		walk.given.when = (struct span){0, 0};
		asked = ask_when_and_by(&walk);
		if (asked == ASKED_ANSWER)
			asked = walk_from(&walk, question);
	} while (asked == ASKED_BACK);
	return asked;
}
