#include "papers/agenda/why.h"

#include "paper/date.h"
#include "rules/done.h"
#include "rules/weighing_table.h"

/* What {2} of a wording becomes. */
enum tells {
	NOTHING,
	UNSAFE_ANSWER,	      /* the answer to unsafe */
	UNREPORTED_QUESTIONS, /* those that ask for a report that was not made */
	RULE_QUESTION,	      /* the question that the weighing's rule is about */
	SUSPICION_QUESTION,
	UNSAFE_QUESTION,
	CAN_HELP_QUESTION,
	DUE_DAY
};

/* One row for each rule of mc-refer(1), and more where what set it off differs; the first that
 * holds. */
struct why_row {
	unsigned rule;
	uint64_t weighed;    /* with these rules of the weighing alone; 0 is any */
	uint32_t conditions; /* and when these hold (rules/referral_table.h) */
	unsigned overtaken;  /* and when just this overtook the answer; 0 is whatever */
	bool is_renewed;     /* and when the day is that on which it was last done */
	bool is_overdue;     /* and when the day on which it was due has passed */
	enum wording wording;
	enum tells tells;
};

#define W(rule) (UINT64_C(1) << (rule))

/* clang-format off */
static const struct why_row rows[] = {
    { 1, .wording = WORDING_WHY_UNSAFE, .tells = UNSAFE_ANSWER},
    { 2, .wording = WORDING_WHY_REPORT, .tells = UNREPORTED_QUESTIONS},
    { 3, .conditions = UNREPORTED, .wording = WORDING_WHY_REPORT_NEEDED},
    { 3, .wording = WORDING_WHY_REPORTED},
    { 4, .conditions = UNREPORTED, .wording = WORDING_WHY_REPORT_NEEDED},
    { 4, .wording = WORDING_WHY_REPORTED},
    { 5, .wording = WORDING_WHY_FEEDBACK},
    { 6, .wording = WORDING_WHY_FINAL_FEEDBACK},
    { 7, .is_renewed = true, .wording = WORDING_WHY_MONITORED},
    { 7, .wording = WORDING_WHY_MONITOR},
    { 8, .wording = WORDING_WHY_SAFETY},
    { 9, .wording = WORDING_WHY_EXPERT},
    {10, .wording = WORDING_WHY_STAFF},
    {11, .wording = WORDING_WHY_STAFF},
    {12, .wording = WORDING_WHY_PUPIL},
    {13, .wording = WORDING_WHY_NOTICE},
    {14, .conditions = LACKS_CONSULT, .wording = WORDING_WHY_DOUBT_NOT_CONSULTED, .tells = RULE_QUESTION},
    {14, .wording = WORDING_WHY_DOUBT_AT_SCHOOL, .tells = RULE_QUESTION},
    {15, .wording = WORDING_WHY_DOUBT, .tells = RULE_QUESTION},
    {16, .wording = WORDING_WHY_DOUBT, .tells = RULE_QUESTION},
    {17, .weighed = W(9), .wording = WORDING_WHY_AFTER_REPORT},
    {17, .overtaken = BY_SIGNALS, .wording = WORDING_WHY_OVERTAKEN_SIGNAL, .tells = RULE_QUESTION},
    {17, .overtaken = BY_REPORTS, .wording = WORDING_WHY_OVERTAKEN_REPORT, .tells = RULE_QUESTION},
    {17, .overtaken = BY_WITHDRAWALS, .wording = WORDING_WHY_OVERTAKEN_TALK, .tells = RULE_QUESTION},
    {17, .overtaken = BY_SUSPICION, .wording = WORDING_WHY_OVERTAKEN_SUSPICION, .tells = RULE_QUESTION},
    {17, .wording = WORDING_WHY_OVERTAKEN, .tells = RULE_QUESTION},
    {18, .weighed = W(RULE_WITHOUT_FACTS), .wording = WORDING_WHY_UNREADABLE},
    {18, .weighed = W(13), .conditions = NO_E, .wording = WORDING_WHY_START},
    {18, .weighed = W(13), .wording = WORDING_WHY_START_ADVISED},
    {18, .weighed = W(16), .wording = WORDING_WHY_BEGUN},
    {18, .weighed = W(21) | W(24), .wording = WORDING_WHY_NEXT_QUESTION, .tells = SUSPICION_QUESTION},
    {18, .weighed = W(27), .wording = WORDING_WHY_NEXT_QUESTION, .tells = UNSAFE_QUESTION},
    {18, .weighed = W(30), .wording = WORDING_WHY_NEXT_QUESTION, .tells = CAN_HELP_QUESTION},
    {19, .wording = WORDING_WHY_SAFETY_WEIGH},
    {20, .weighed = W(4), .wording = WORDING_WHY_AFTER_ADVICE},
    {20, .wording = WORDING_WHY_DOUBT_WEIGH},
    {21, .conditions = HAS_S, .wording = WORDING_WHY_NOT_TALKED},
    {21, .wording = WORDING_WHY_NO_TALK},
    {22, .wording = WORDING_WHY_NOT_CONSULTED},
    {23, .conditions = WANTS_HELP_LAPSED, .wording = WORDING_WHY_WANTED_HELP},
    {23, .wording = WORDING_WHY_WANT_HELP},
    {24, .is_renewed = true, .wording = WORDING_WHY_REVIEWED},
    {24, .wording = WORDING_WHY_WANT_HELP},
    {25, .wording = WORDING_WHY_HELP},
    {26, .is_overdue = true, .wording = WORDING_WHY_TERM_PASSED, .tells = DUE_DAY},
    {26, .wording = WORDING_WHY_TERM, .tells = DUE_DAY},
    {27, .is_overdue = true, .wording = WORDING_WHY_REVIEW_PASSED, .tells = DUE_DAY},
    {27, .wording = WORDING_WHY_REVIEW, .tells = DUE_DAY},
    {28, .wording = WORDING_WHY_WANT_HELP},
    {29, .wording = WORDING_WHY_GREY},
    {30, .wording = WORDING_WHY_GREY},
    {31, .wording = WORDING_WHY_GREY},
    {32, .is_renewed = true, .wording = WORDING_WHY_MONITORED},
    {32, .wording = WORDING_WHY_RESULT},
    {33, .weighed = W(18) | W(19), .wording = WORDING_WHY_GREY},
    {33, .weighed = W(33), .wording = WORDING_WHY_PLAN_RESULT},
    {33, .wording = WORDING_WHY_PLAN_HELP},
    {34, .wording = WORDING_WHY_NEED},
    {35, .wording = WORDING_WHY_ABSENCE},
    {37, .conditions = HAS_S, .wording = WORDING_WHY_NOT_CONSULTED},
    {37, .wording = WORDING_WHY_NO_CONSULT},
    {38, .wording = WORDING_WHY_NOTICE_ADVICE},
    {39, .wording = WORDING_WHY_OWN_PROTOCOL},
    { 0, .wording = WORDING_WHY_COUNTS},
};
/* clang-format on */

/* The last is for a rule that has none. */
enum { ROWS = sizeof(rows) / sizeof(rows[0]) - 1 };

static enum word
question_of_rule(const struct why_case *of)
{
	return weighing_question_of(weighing_rule_at_home(&of->weighing));
}

/* Whether the day counted from is that on which the action was last done. */
static bool
is_renewed(const struct why_case *of, const struct entry *refer)
{
	struct span_set done = done_by(of->dossier->state, refer->code, refer->value);

	return !span_set_is_empty(done) && span_set_day(done) == span_day(refer->when);
}

static bool
is_overtaken_by(const struct why_case *of, unsigned by)
{
	enum word question = question_of_rule(of);

	return question != WORD_NONE && assessment_overtaken_by(&of->assessment, question) == by;
}

static bool
holds(const struct why_case *of, const struct entry *refer, const struct why_row *row)
{
	unsigned rule = weighing_rule_at_home(&of->weighing);

	return row->rule == refer->rule && (row->weighed == 0 || (row->weighed & W(rule)) != 0)
	    && (row->conditions & of->situation.conditions) == row->conditions
	    && (row->overtaken == 0 || is_overtaken_by(of, row->overtaken))
	    && (!row->is_renewed || is_renewed(of, refer))
	    && (!row->is_overdue || refer->due < of->today);
}

/* The number of the row; that of the last where no row holds. */
static size_t
row_of(const struct why_case *of, const struct entry *refer)
{
	size_t row = 0;

	while (row < ROWS && !holds(of, refer, &rows[row]))
		row++;
	return row;
}

/* The question, as short as it can be told from the others. */
static const char *
short_question(enum word question, enum language language)
{
	static const enum wording names[QUESTION_END] = {
	    [QUESTION_SUSPICION] = WORDING_SHORT_SUSPICION,
	    [QUESTION_CONCERN] = WORDING_SHORT_CONCERN,
	    [QUESTION_UNSAFE] = WORDING_SHORT_UNSAFE,
	    [QUESTION_CAN_HELP] = WORDING_SHORT_CAN_HELP,
	    [QUESTION_ACCEPTS] = WORDING_SHORT_ACCEPTS,
	    [QUESTION_RESULT] = WORDING_SHORT_RESULT,
	};

	return wording_text(names[question], language);
}

/* One bit of each question. */
static unsigned
bit_of(enum word question)
{
	return question == WORD_NONE ? 0 : 1u << (question - QUESTION_FIRST);
}

static void
add_to_list(struct phrase *list, const char *name, bool is_last)
{
	if (phrase_bytes(list).length > 0)
		phrase_say(list, is_last ? WORDING_AND : WORDING_COMMA, NULL, NULL);
	phrase_add(list, name);
}

static void
list_questions(struct phrase *list, unsigned questions)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		unsigned bit = bit_of(question);

		if (questions & bit)
			add_to_list(list, short_question(question, list->language),
			    (questions & ~(bit | (bit - 1))) == 0);
	}
}

static unsigned
unreported_questions(const struct assessment *assessment)
{
	unsigned questions = 0;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (assessment_asks(assessment, question)
		    && !assessment_question(assessment, question)->is_reported)
			questions |= bit_of(question);
	return questions;
}

/* What {2} becomes, in short: a word, or questions. */
static unsigned
told_of(const struct why_case *of, enum tells tells)
{
	switch (tells) {
	case UNSAFE_ANSWER:
		return assessment_question(&of->assessment, QUESTION_UNSAFE)->value;
	case UNREPORTED_QUESTIONS:
		return unreported_questions(&of->assessment);
	case RULE_QUESTION:
		return bit_of(question_of_rule(of));
	case SUSPICION_QUESTION:
		return bit_of(QUESTION_SUSPICION);
	case UNSAFE_QUESTION:
		return bit_of(QUESTION_UNSAFE);
	case CAN_HELP_QUESTION:
		return bit_of(QUESTION_CAN_HELP);
	default:
		return 0;
	}
}

static void
say_told(
    struct phrase *told, const struct why *why, enum tells tells, day_number due, day_number today)
{
	char day[DATE_SIZE];

	if (tells == UNSAFE_ANSWER)
		phrase_add(told, vocabulary_label(why->told, told->language));
	else if (tells == DUE_DAY)
		phrase_add(told, date_of_day_near(due, today, told->language, day));
	else
		list_questions(told, why->told);
}

static unsigned
flagged_questions(unsigned flags)
{
	unsigned questions = 0;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (flags & weighing_question_flag(question))
			questions |= bit_of(question);
	return questions;
}

/* The questions that the weighing waits for: those that its flags name; without, the one that its
 * rule is about; where something else comes first, those that are open. */
static unsigned
waiting_questions(const struct why_case *of)
{
	const struct weighing_row *open = weighing_row_of(RULE_WITHOUT_FACTS);
	unsigned questions = flagged_questions(of->weighing.flags);

	if (questions == 0)
		questions = bit_of(question_of_rule(of));
	if (questions == 0)
		questions = flagged_questions(weighing_flags_of(&of->assessment, open));
	return questions;
}

static void
list_lacking(struct phrase *list, unsigned lacking)
{
	static const struct {
		enum weighing_flag flag;
		enum word plan;
	} plans[] = {
	    {FLAG_GOAL, PLAN_GOAL},
	    {FLAG_TERM, PLAN_TERM},
	    {FLAG_CASEMANAGER, PLAN_CASEMANAGER},
	    {FLAG_REVIEW, PLAN_REVIEW},
	    {FLAG_MONITOR, PLAN_MONITOR},
	};

	for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++)
		if (lacking & plans[i].flag) {
			lacking &= ~(unsigned)plans[i].flag;
			add_to_list(list, vocabulary_label(plans[i].plan, list->language),
			    (lacking & FLAGS_OF_PLAN) == 0);
		}
}

/* Which questions wait, and what the plan lacks. */
static void
say_missing(struct phrase *phrase, const struct why *why, enum word action)
{
	struct phrase list = {.language = phrase->language};

	if (why->missing == 0)
		return;
	if (action == ACTION_WEIGH)
		list_questions(&list, why->missing);
	else
		list_lacking(&list, why->missing);
	phrase_say(phrase, action == ACTION_WEIGH ? WORDING_WHY_ANSWER : WORDING_WHY_LACKS,
	    phrase_string(&list), NULL);
	phrase_close(&list);
}

static unsigned
missing_of(const struct why_case *of, enum word action)
{
	if (action == ACTION_WEIGH)
		return waiting_questions(of);
	return action == ACTION_PLAN ? of->weighing.flags & FLAGS_OF_PLAN : 0;
}

void
why_open(struct why_case *of, const struct dossier *dossier, day_number today)
{
	*of = (struct why_case){
	    .dossier = dossier, .today = today, .weighing = dossier_weighed(dossier)};
	assessment_make(&of->assessment, dossier->state, today);
	of->situation =
	    situation_of(&of->assessment, &of->weighing, span_day(dossier->weigh->when));
}

struct why
why_of(const struct why_case *of, const struct entry *refer)
{
	size_t row = row_of(of, refer);

	return (struct why){.row = (uint8_t)row,
	    .told = (uint16_t)told_of(of, rows[row].tells),
	    .missing = (uint16_t)missing_of(of, refer->value)};
}

void
why_say(struct phrase *phrase, const struct why *why, const struct entry *refer, day_number today)
{
	const struct why_row *row = &rows[why->row];
	struct phrase told = {.language = phrase->language};
	char since[DATE_SIZE];

	say_told(&told, why, row->tells, refer->due, today);
	phrase_say(phrase, row->wording,
	    date_of_day_near(span_day(refer->when), today, phrase->language, since),
	    phrase_string(&told));
	say_missing(phrase, why, refer->value);
	phrase_close(&told);
}
