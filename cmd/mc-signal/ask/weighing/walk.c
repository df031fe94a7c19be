#include "ask/weighing/walk.h"

#include "ask/days.h"
#include "ask/fields.h"
#include "ask/weighing/framework.h"
#include "ask/weighing/outcome.h"
#include "ask/weighing/plan.h"

/* More answers than a person goes back over in one walk; beyond it back leads to the start. */
enum { TRAIL_MAX = 32 };

struct walk {
	struct ask *ask;
	struct dialog *dialog;
	struct draft given; /* school, case, date and role of every answer */
	bool is_now;	    /* each answer is dated when it is given */
	bool is_with_vt;    /* weighings 3 to 5 are gone through with Veilig Thuis */
	struct standing_case standing;
	enum word said;		    /* the outcome of which was said what it asks for */
	enum word trail[TRAIL_MAX]; /* the questions that were answered */
	size_t trail_length;
};

/* Where a question leads: to the next one, back, or to the end of the walk or the interview. */
enum walk_move { MOVE_ON, MOVE_BACK, MOVE_STOP, MOVE_END };

/* A question on the way: go on, or stop here? */
struct pass {
	enum ask_wording ask, why, stop;
	enum word preset;
};

static bool
read_standing(struct walk *walk)
{
	return standing_read(&walk->standing, walk->ask->settings->log, draft_key(&walk->given));
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
	    || (is_of_help(question) && is_unsafe) || outcome_lacks(&walk->standing, question)
	    || standing_of(walk, question)->value != WORD_NONE;
}

/* Says, once, what the outcome asks for. */
static void
say_meaning(struct walk *walk)
{
	enum word outcome = walk->standing.weighing.outcome;

	if (outcome != walk->said)
		outcome_say_meaning(walk->dialog, &walk->standing);
	walk->said = outcome;
}

/* Shows where the case stands and asks where to begin. */
static enum asked
ask_start(struct walk *walk, enum word *question)
{
	enum word open = outcome_question(&walk->standing);
	const struct question start = {dialog_text(walk->dialog, SAY_WALK_NUMBER),
	    SAY_WALK_START_WHY, open != WORD_NONE ? framework_number(open) : NULL};
	struct bytes answer;

	outcome_say_case(walk->dialog, &walk->standing);
	dialog_skip_line(walk->dialog);
	dialog_say(walk->dialog, open != WORD_NONE ? SAY_WALK_START : SAY_WALK_NONE_OPEN);
	for (;;) {
		enum asked asked = dialog_ask(walk->dialog, &start, &answer);

		if (asked != ASKED_ANSWER)
			return asked;
		*question = framework_find(answer);
		if (*question == WORD_NONE) {
			dialog_say(walk->dialog, SAY_WALK_WHICH);
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
	const struct standing *unsafe = standing_of(walk, QUESTION_UNSAFE);
	const struct pass pass = {SAY_ASK_WITH_VT, SAY_WHY_WITH_VT,
	    unsafe->is_reported ? SAY_STOP_REPORTED : SAY_STOP_WITH_VT, ANSWER_NO};

	if (walk->is_with_vt || !is_of_help(question) || !unsafe->asks)
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

/* Answer, who gives it where that is not known yet, and argument. */
static enum asked (*const asks[])(struct ask *, struct draft *) = {ask_value, ask_by, ask_text};

enum { ASK_BY = 1, ASK_TEXT, ASKS };

static bool
is_passed_over(const struct walk *walk, size_t step)
{
	return step == ASK_BY && walk->given.by_is_given;
}

/* Asks from a step on, back and forth; ASKED_BACK is for the question before. */
static enum asked
ask_from(struct walk *walk, struct draft *draft, size_t step)
{
	while (step < ASKS) {
		enum asked asked = asks[step](walk->ask, draft);

		if (asked == ASKED_END || (asked == ASKED_BACK && step == 0))
			return asked;
		do
			step = asked == ASKED_BACK ? step - 1 : step + 1;
		while (is_passed_over(walk, step));
	}
	return ASKED_ANSWER;
}

/* One answer of the walk, shown and kept. */
static enum walk_move
ask_and_keep(struct walk *walk, struct draft *draft)
{
	size_t step = 0;

	for (;;) {
		enum asked asked = ask_from(walk, draft, step);

		if (asked != ASKED_ANSWER)
			return asked == ASKED_END ? MOVE_END : MOVE_BACK;
		if (walk->is_now)
			draft->when = draft_now();
		switch (draft_finish(walk->ask, draft)) {
		case DRAFT_KEPT:
			walk->given.by = draft->by;
			walk->given.by_is_given = true;
			return MOVE_ON;
		case DRAFT_END:
			return MOVE_END;
		case DRAFT_CHANGE:
			step = 0;
			break;
		case DRAFT_REFUSED:
		case DRAFT_BACK:
			step = ASK_TEXT;
			break;
		}
	}
}

static bool
was_answered(const struct walk *walk, enum word question)
{
	for (size_t i = 0; i < walk->trail_length; i++)
		if (walk->trail[i] == question)
			return true;
	return false;
}

/* The question after one that was answered: the one that the outcome waits for now, or with Veilig
 * Thuis the next of the framework. WORD_NONE to stop. */
static enum word
next_question(const struct walk *walk, enum word answered)
{
	const struct standing *standing = standing_of(walk, answered);
	enum word next = outcome_question(&walk->standing);

	if (standing_of(walk, QUESTION_UNSAFE)->asks) {
		/* pass_veilig_thuis() asks whether the school goes on with it. */
		if (answered == QUESTION_UNSAFE)
			next = QUESTION_CAN_HELP;
		else if (is_of_help(answered))
			next = framework_next(answered, standing->value);
	}
	/* Help that begins now is judged later. */
	if (answered == QUESTION_ACCEPTS && walk->standing.assessment.term == NO_DAY)
		return WORD_NONE;
	return next == WORD_NONE || was_answered(walk, next) ? WORD_NONE : next;
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
	/* Who is going through it with Veilig Thuis has called. */
	if (!walk->is_with_vt)
		walk->said = WORD_NONE;
	if (outcome_is_urgent(&walk->standing))
		say_meaning(walk);
	*question = next_question(walk, answered);
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

/* Shows the outcome, and asks for what its plan lacks. */
static enum asked
end_walk(struct walk *walk)
{
	dialog_skip_line(walk->dialog);
	outcome_say(walk->dialog, &walk->standing);
	say_meaning(walk);
	return plan_ask_missing(walk->ask, &walk->given, walk->standing.weighing.flags);
}

/* From the start on, question by question. ASKED_BACK is for the start. */
static enum asked
walk_from(struct walk *walk, enum word question)
{
	for (;;) {
		switch (ask_question(walk, &question)) {
		case MOVE_ON:
			break;
		case MOVE_BACK:
			if (walk->trail_length == 0)
				return ASKED_BACK;
			question = walk->trail[--walk->trail_length];
			dialog_say(walk->dialog, SAY_WALK_BACK_AT);
			break;
		case MOVE_STOP:
			return end_walk(walk);
		case MOVE_END:
			return ASKED_END;
		}
	}
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
walk_case(struct ask *ask)
{
	struct walk walk = {.ask = ask, .dialog = &ask->dialog};
	enum word question = WORD_NONE;
	enum asked asked;

	draft_open(&walk.given, KIND_ANSWER);
	if ((asked = ask_whose(ask, &walk.given)) != ASKED_ANSWER)
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

enum asked
walk_safety(struct ask *ask, const struct draft *because)
{
	struct walk walk = {.ask = ask, .dialog = &ask->dialog, .is_now = true};
	enum asked asked;

	draft_open_settled(&walk.given, KIND_ANSWER, QUESTION_UNSAFE, because);
	if (!read_standing(&walk))
		return ASKED_END;
	while ((asked = walk_from(&walk, QUESTION_UNSAFE)) == ASKED_BACK)
		dialog_say(walk.dialog, SAY_AT_FIRST);
	return asked;
}
