/*
 * Papers for the talk of step 3: the preparation, the sheet that may lie on the
 * table before the parents, and a page of its own for the talk with the child.
 *
 * While somebody could come in danger by a talk there is no sheet: one page
 * then says whom to call first.
 */

#include "observation.h"
#include "parts.h"
#include "talk.h"

void
talk_put_list(struct talk *talk, enum wording heading, const enum wording items[])
{
	paper_put(&talk->paper, BLOCK_HEADING, heading);
	paper_put_all(&talk->paper, BLOCK_ITEM, items);
}

/* A title with the case's pseudonym in it. */
void
talk_put_title(struct talk *talk, enum wording wording)
{
	char name[CASE_MAX_LENGTH + 1];

	dossier_case(talk->dossier->state, name);
	paper_put_title(&talk->paper, wording, name, WORDING_ON_EACH_PAGE, name);
}

void
talk_put_pairs(struct talk *talk, day_number today)
{
	struct paper *paper = &talk->paper;
	char school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	paper_put_pair(paper, WORDING_KEY_SCHOOL,
	    record_write_school(talk->dossier->state->key.school, school));
	paper_put_pair(
	    paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, paper->phrase.language, day));
	if (dossier_lacks_line(talk->dossier))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
}

/* The police were there: who must know, knows. */
static void
put_handle_with_care(struct talk *talk)
{
	if (!span_set_is_empty(talk->dossier->state->notice.newest))
		paper_put(&talk->paper, BLOCK_NOTICE, WORDING_NOTICE_HANDLE_WITH_CARE);
}

/* Whether a report was made, or must be, whatever the outcome is now. */
static bool
is_about_report(const struct talk *talk)
{
	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (assessment_asks(&talk->assessment, question))
			return true;
	return !span_set_is_empty(talk->dossier->state->reports);
}

static void
put_notices(struct talk *talk)
{
	struct paper *paper = &talk->paper;

	paper_put(paper, BLOCK_NOTICE, WORDING_PREPARE_OWN);
	put_handle_with_care(talk);
	if (talk_wants_expert(talk))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_EXPERT_ASKED);
	if (record_is_skipped(talk->assessment.talk))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_SKIPPED);
	if (is_about_report(talk))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_TELL_REPORT);
	switch (talk->outcome) {
	case OUTCOME_STAFF_DUTY:
	case OUTCOME_OWN_PROTOCOL:
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_OUTSIDE);
		break;
	case OUTCOME_CONSULT:
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_DOUBT);
		break;
	default:
		break;
	}
}

/* What comes next depends on whether the meldcode is on its way already. */
static void
put_after(struct talk *talk)
{
	static const enum wording before[] = {WORDING_AFTER_HELP, WORDING_AFTER_NO_HELP,
	    WORDING_AFTER_NO_CONCERN, WORDING_AFTER_DIVIDED, WORDING_AFTER_RECORD, WORDING_NONE};
	static const enum wording during[] = {
	    WORDING_AFTER_WITHDRAWN, WORDING_AFTER_RECORD, WORDING_NONE};
	bool has_suspicion = assessment_holds(&talk->assessment, QUESTION_SUSPICION, ANSWER_YES);

	talk_put_list(talk, WORDING_HEAD_AFTER, has_suspicion ? during : before);
}

/* What parents said before; of a talk with the child there too, only that it was. */
static void
put_talks(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	bool is_first = true;

	for (size_t i = 0; i < talk->dossier->facts; i++) {
		const struct entry *fact = &talk->dossier->fact[i];
		char date[DATE_SIZE];

		if (fact->kind != KIND_TALK || fact->code == PARTY_CHILD)
			continue;
		if (is_first)
			paper_put(paper, BLOCK_HEADING, WORDING_HEAD_BEFORE);
		is_first = false;
		parts_say_talk(paper, fact);
		paper_put_entry(paper,
		    bytes_of(date_of_span(fact->when, DATE_DAY, paper->phrase.language, date)),
		    fact->code == PARTY_PARENTS ? fact->text : (struct bytes){"", 0});
	}
}

/* What was seen, as it was written down, for who prepares the talk; a note that seems to hold
 * somebody's words stays in the file, lest it comes along to the table. */
static void
put_facts(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	size_t count = 0;

	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_FACTS);
	for (size_t i = 0; i < talk->dossier->facts; i++) {
		const struct entry *fact = &talk->dossier->fact[i];
		char date[DATE_SIZE];

		if (!observation_is(fact))
			continue;
		struct bytes text = observation_text(fact);
		count++;
		phrase_add(&paper->phrase, paper_label(paper, fact->code));
		if (text.length == 0)
			phrase_say(&paper->phrase, WORDING_FACT_IN_FILE, NULL, NULL);
		paper_put_entry(paper,
		    bytes_of(date_of_span(fact->when, DATE_DAY, paper->phrase.language, date)),
		    text);
	}
	if (count == 0)
		paper_put(paper, BLOCK_PARAGRAPH, WORDING_NOTHING_SEEN);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_PREPARE_FACTS);
}

static void
put_preparation(struct talk *talk, day_number today)
{
	static const enum wording grounds[] = {
	    WORDING_NOT_WHEN_UNSAFE, WORDING_NOT_WHEN_LOST, WORDING_NOT_WHEN_EXPERT, WORDING_NONE};
	static const enum wording advisers[] = {
	    WORDING_ASK_THE_AF, WORDING_ASK_THE_KERNTEAM, WORDING_ASK_VEILIG_THUIS, WORDING_NONE};
	static const enum wording beforehand[] = {WORDING_BLANK_PURPOSE, WORDING_BLANK_TALKERS,
	    WORDING_BLANK_WHERE, WORDING_BLANK_INTERPRETER, WORDING_NONE};
	static const enum wording build_up[] = {WORDING_BUILD_PURPOSE, WORDING_BUILD_FACTS,
	    WORDING_BUILD_REACTION, WORDING_BUILD_MEANING, WORDING_BUILD_CHILD, WORDING_NONE};
	static const enum wording questions[] = {WORDING_QUESTION_RECOGNISE, WORDING_QUESTION_WELL,
	    WORDING_QUESTION_DO, WORDING_QUESTION_NOT_TOO_EARLY, WORDING_NONE};

	talk_put_title(talk, WORDING_TITLE_PREPARE);
	talk_put_pairs(talk, today);
	put_notices(talk);
	talk_put_list(talk, WORDING_HEAD_NOT_TO_TALK, grounds);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_NOT_THEN);
	talk_put_list(talk, WORDING_HEAD_WHOM_TO_ASK, advisers);
	paper_put(&talk->paper, BLOCK_HEADING, WORDING_HEAD_BEFOREHAND);
	paper_put_all(&talk->paper, BLOCK_BLANK, beforehand);
	put_facts(talk);
	put_talks(talk);
	talk_put_list(talk, WORDING_HEAD_BUILD_UP, build_up);
	talk_put_list(talk, WORDING_HEAD_IN_ORDER, questions);
	put_after(talk);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_KEEP_SIGNALLING);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_EMERGENCY);
}

/* "5 oktober 2026: Ik zie dat uw kind erg moe is.", and a line to write on. No program can tell for
 * sure whose words a note holds, so its text comes along only when the AF has read it and asks for
 * it, and then without what somebody seems to have told. */
static void
put_observation(struct talk *talk, const struct entry *fact)
{
	struct paper *paper = &talk->paper;
	enum language language = paper->phrase.language;
	enum wording wording = observation_wording(fact->code);
	struct bytes text = talk->with_text ? observation_text(fact) : (struct bytes){"", 0};
	char date[DATE_SIZE];

	date_of_span(fact->when, DATE_DAY, language, date);
	if (wording == WORDING_NONE) {
		phrase_say(&paper->phrase, WORDING_I_SAW_THEN, date, NULL);
		paper_put_phrase(paper, BLOCK_BLANK);
		return;
	}
	phrase_say(&paper->phrase, WORDING_I_SEE, wording_text(wording, language), NULL);
	paper_put_entry(paper, bytes_of(date), text);
	if (text.length == 0)
		paper_put(paper, BLOCK_BLANK, WORDING_BLANK_I_SAW);
}

/* Whether two colleagues saw the same on one day: one sentence is enough. */
static bool
is_repeated(const struct talk *talk, size_t number)
{
	const struct entry *fact = &talk->dossier->fact[number];

	for (size_t i = 0; i < number; i++) {
		const struct entry *before = &talk->dossier->fact[i];

		if (observation_is(before) && before->code == fact->code
		    && span_day(before->when) == span_day(fact->when))
			return true;
	}
	return false;
}

/* This page may lie on the table: no word on it that is meant for the teacher. */
static void
put_observations(struct talk *talk)
{
	paper_put(&talk->paper, BLOCK_HEADING, WORDING_HEAD_WE_SEE);
	for (size_t i = 0; i < talk->dossier->facts; i++)
		if (observation_is(&talk->dossier->fact[i])
		    && (talk->with_text || !is_repeated(talk, i)))
			put_observation(talk, &talk->dossier->fact[i]);
	paper_put(&talk->paper, BLOCK_BLANK, WORDING_BLANK_I_SEE);
}

static void
put_sheet(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	static const enum wording questions[] = {
	    WORDING_QUESTION_RECOGNISE, WORDING_QUESTION_WELL, WORDING_QUESTION_DO, WORDING_NONE};

	/* Nothing at its top either. */
	paper_put_title(paper, WORDING_TITLE_SHEET, NULL, WORDING_NONE, NULL);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_WHY);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_SHEET_WHY);
	put_observations(talk);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_QUESTIONS);
	paper_put_all(&talk->paper, BLOCK_ROOM, questions);
}

/* A page of its own, so that the last question does not lie on the table too early. */
static void
put_last_question(struct talk *talk)
{
	struct paper *paper = &talk->paper;

	paper_put_title(paper, WORDING_TITLE_AFTER_LISTENING, NULL, WORDING_NONE, NULL);
	paper_put(paper, BLOCK_ROOM, WORDING_QUESTION_HELP);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_PRACTICAL);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_REPLY);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_WHO);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_WHEN);
}

static void
put_child(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	static const enum wording advice[] = {WORDING_CHILD_CALM, WORDING_CHILD_LISTEN,
	    WORDING_CHILD_PROMISE, WORDING_CHILD_PRAISE, WORDING_CHILD_LINE, WORDING_CHILD_DANGER,
	    WORDING_NONE};

	talk_put_title(talk, WORDING_TITLE_CHILD);
	paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_CHILD);
	put_handle_with_care(talk);
	talk_put_list(talk, WORDING_HEAD_WITH_CHILD, advice);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_CHILD_QUESTIONS);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_WELL);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_DO);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_WORDS);
}

void
talk_build(
    struct document *document, const struct subject *subject, const struct report_order *order)
{
	struct talk talk = {.dossier = subject->dossier, .outcome = subject->dossier->weigh->code};

	paper_open(&talk.paper, document);
	talk.with_text = order->with_text;
	assessment_make(&talk.assessment, talk.dossier->state, order->today);
	if (!talk_put_stop(&talk, order->today)) {
		put_preparation(&talk, order->today);
		put_sheet(&talk);
		put_last_question(&talk);
		put_child(&talk);
	}
	paper_close(&talk.paper);
}
