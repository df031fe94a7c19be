#include "ask/weighing/framework.h"

#include "text/fold.h"

static const struct framework_question {
	const char *number;
	enum ask_wording title, name, question, why;
} questions[QUESTION_END] = {
#define QUESTION_WORDINGS(name, number)                                                            \
	[QUESTION_##name] = {                                                                      \
	    number, SAY_TITLE_##name, SAY_NAME_##name, SAY_WEIGH_##name, SAY_WHY_##name}
    QUESTION_WORDINGS(SUSPICION, "1"),
    QUESTION_WORDINGS(CONCERN, "1b"),
    QUESTION_WORDINGS(UNSAFE, "2"),
    QUESTION_WORDINGS(CAN_HELP, "3"),
    QUESTION_WORDINGS(ACCEPTS, "4"),
    QUESTION_WORDINGS(RESULT, "5"),
#undef QUESTION_WORDINGS
};

/* The framework: what an answer leads to (shown beside it), what it asks for by itself, and the
 * question that follows. Where none follows, the weighing stops. Closing a case is no answer's to
 * ask for: that is the outcome of all that is recorded. */
static const struct framework_answer {
	enum word question, answer;
	enum ask_wording leads_to, said;
	enum word next;
} answers[] = {
#define ROW(question, answer, leads_to, said, next)                                                \
	{                                                                                          \
		QUESTION_##question, ANSWER_##answer, SAY_LEADS_##leads_to, SAY_##said, next       \
	}
    /*  question   answer      leads to     said             next */
    ROW(SUSPICION, YES, WEIGHING_2, NOTHING, QUESTION_UNSAFE),
    ROW(SUSPICION, NO, CONCERN, NOTHING, QUESTION_CONCERN),
    ROW(SUSPICION, DOUBT, CONSULT, SAID_CONSULT, WORD_NONE),
    ROW(CONCERN, YES, GREY, SAID_GREY, WORD_NONE),
    ROW(CONCERN, NO, RECORD, SAID_RECORD, WORD_NONE),
    ROW(CONCERN, DOUBT, GREY, SAID_GREY, WORD_NONE),
    ROW(UNSAFE, YES, REPORT_NOW, SAID_REPORT_NOW, WORD_NONE),
    ROW(UNSAFE, NO, ON, NOTHING, QUESTION_CAN_HELP),
    ROW(UNSAFE, DOUBT, REPORT_NOW, SAID_REPORT_NOW, WORD_NONE),
    ROW(UNSAFE, ACUTE, REPORT_NOW, SAID_REPORT_NOW, WORD_NONE),
    ROW(UNSAFE, STRUCTURAL, REPORT_NOW, SAID_REPORT_NOW, WORD_NONE),
    ROW(UNSAFE, DISCLOSURE, REPORT_NOW, SAID_REPORT_NOW, WORD_NONE),
    ROW(CAN_HELP, YES, WEIGHING_4, NOTHING, QUESTION_ACCEPTS),
    ROW(CAN_HELP, NO, REPORT, SAID_REPORT, WORD_NONE),
    ROW(CAN_HELP, DOUBT, CONSULT, SAID_CONSULT, WORD_NONE),
    ROW(ACCEPTS, YES, HELP, SAID_HELP, QUESTION_RESULT),
    ROW(ACCEPTS, NO, REPORT, SAID_REPORT, WORD_NONE),
    ROW(ACCEPTS, DOUBT, CONSULT, SAID_CONSULT, WORD_NONE),
    ROW(RESULT, YES, MONITOR, SAID_MONITOR, WORD_NONE),
    ROW(RESULT, NO, REPORT_AGAIN, SAID_REPORT, WORD_NONE),
    ROW(RESULT, DOUBT, CONSULT, SAID_CONSULT, WORD_NONE),
#undef ROW
};

enum { ANSWERS = sizeof(answers) / sizeof(answers[0]) };

const char *
framework_number(enum word question)
{
	return questions[question].number;
}

enum ask_wording
framework_title(enum word question)
{
	return questions[question].title;
}

enum ask_wording
framework_name(enum word question)
{
	return questions[question].name;
}

enum { FOLDED_SIZE = 1024 };

/* Whether both have the same letters and digits. */
static bool
is_same(struct bytes a, struct bytes b)
{
	char folded[2][FOLDED_SIZE];

	if (fold_size(a.length) > FOLDED_SIZE || fold_size(b.length) > FOLDED_SIZE)
		return false;
	return bytes_equal((struct bytes){folded[0], fold(a, folded[0])},
	    (struct bytes){folded[1], fold(b, folded[1])});
}

/* Whether this is a title, or what stands before or behind its colon. */
static bool
is_title(struct bytes written, const char *title)
{
	size_t before = strcspn(title, ":");

	return is_same(written, bytes_of(title)) || is_same(written, (struct bytes){title, before})
	    || is_same(written, bytes_of(title + before));
}

static bool
is_called(enum word question, struct bytes written)
{
	for (enum language language = 0; language < LANGUAGES; language++)
		if (is_title(written, ask_wording_text(framework_title(question), language))
		    || is_same(
			written, bytes_of(ask_wording_text(framework_name(question), language))))
			return true;
	return is_same(written, bytes_of(framework_number(question)));
}

enum word
framework_find(struct bytes written)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (is_called(question, written))
			return question;
	return vocabulary_recognise(LIST_QUESTION, written);
}

void
framework_choice(enum word question, struct choice *choice)
{
	choice->title = questions[question].question;
	choice->why = questions[question].why;
	for (size_t i = 0; i < ANSWERS; i++)
		if (answers[i].question == question) {
			choice->word[choice->count] = answers[i].answer;
			choice->note[choice->count++] = answers[i].leads_to;
		}
}

static const struct framework_answer *
find(enum word question, enum word answer)
{
	for (size_t i = 0; i < ANSWERS; i++)
		if (answers[i].question == question && answers[i].answer == answer)
			return &answers[i];
	return NULL;
}

void
framework_say(struct dialog *dialog, enum word question, enum word answer)
{
	const struct framework_answer *row = find(question, answer);

	if (row == NULL || row->said == SAY_NOTHING)
		return;
	dialog_say(dialog, row->said);
	if (row->said == SAY_SAID_REPORT_NOW)
		dialog_say(dialog, SAY_LACKS_WITH_VT);
}

enum word
framework_next(enum word question, enum word answer)
{
	const struct framework_answer *row = find(question, answer);

	return row != NULL ? row->next : WORD_NONE;
}
