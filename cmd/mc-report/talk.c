/*
 * Papers for the talk of step 3: the preparation, the sheet that may lie on the
 * table before the parents, and a page of its own for the talk with the child.
 *
 * While somebody could come in danger by a talk there is no sheet: one page
 * then says whom to call first.
 */

#include "observation.h"
#include "paper.h"
#include "report.h"
#include "weighing.h"

struct talk {
	struct paper paper;
	const struct dossier *dossier;
	struct assessment assessment;
	enum word outcome;
	bool with_text; /* the notes' own words too, but for what somebody told */
};

static void
put_blocks(struct talk *talk, enum block_kind kind, const enum wording wordings[])
{
	for (; *wordings != WORDING_NONE; wordings++)
		paper_put(&talk->paper, kind, *wordings);
}

static void
put_list(struct talk *talk, enum wording heading, const enum wording items[])
{
	paper_put(&talk->paper, BLOCK_HEADING, heading);
	put_blocks(talk, BLOCK_ITEM, items);
}

/* A title with the case's pseudonym in it. */
static void
put_title(struct talk *talk, enum wording wording)
{
	struct phrase title = {.language = talk->paper.phrase.language};
	char name[CASE_MAX_LENGTH + 1];

	phrase_say(&title, wording, dossier_case(talk->dossier, name), NULL);
	phrase_say(&talk->paper.phrase, WORDING_ON_EACH_PAGE, name, NULL);
	paper_put_title(&talk->paper, phrase_bytes(&title));
	phrase_close(&title);
}

static void
put_pairs(struct talk *talk, day_number today)
{
	struct paper *paper = &talk->paper;
	char school[SCHOOL_TEXT_SIZE], day[DATE_SIZE];

	paper_put_pair(paper, WORDING_KEY_SCHOOL,
	    record_write_school(talk->dossier->state->key.school, school));
	paper_put_pair(
	    paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, paper->phrase.language, day));
	if (talk->dossier->state->has_refused_line || talk->dossier->weigh->flags & FLAG_REFUSED)
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
}

/* Why there may be no talk now; WORDING_NONE when there may. */
static enum wording
stop_wording(enum word outcome)
{
	switch (outcome) {
	case OUTCOME_REPORT_NOW:
		return WORDING_STOP_REPORT_NOW;
	case OUTCOME_CHECK_SAFETY:
		return WORDING_STOP_CHECK_SAFETY;
	case OUTCOME_EXPERT_FIRST:
		return WORDING_STOP_EXPERT_FIRST;
	default:
		return WORDING_NONE;
	}
}

/* Whether signals or a talk that was not held asked for an expert. */
static bool
wants_expert(const struct talk *talk)
{
	return !span_set_is_empty(talk->dossier->state->expert.newest);
}

static void
put_stop(struct talk *talk, enum wording stop, day_number today)
{
	struct paper *paper = &talk->paper;

	put_title(talk, WORDING_TITLE_NO_TALK);
	put_pairs(talk, today);
	paper_put(paper, BLOCK_NOTICE, stop);
	if (stop != WORDING_STOP_EXPERT_FIRST && wants_expert(talk))
		paper_put(paper, BLOCK_NOTICE, WORDING_STOP_EXPERT_FIRST);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_CALL_FIRST);
	paper_put(paper, BLOCK_ITEM, WORDING_CALL_112);
	paper_put(paper, BLOCK_ITEM, WORDING_CALL_VEILIG_THUIS);
	if (wants_expert(talk))
		paper_put(paper, BLOCK_ITEM, WORDING_CALL_EXPERT);
	paper_put(paper, BLOCK_ITEM, WORDING_CALL_SCHOOL);
	put_list(talk, WORDING_HEAD_UNTIL_THEN,
	    (const enum wording[]){
		WORDING_UNTIL_CHILD, WORDING_UNTIL_HOME, WORDING_UNTIL_TRACES, WORDING_NONE});
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_CALLED);
	paper_put(paper, BLOCK_ROOM, WORDING_ROOM_ADVICE);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_STOP_END);
}

static void
put_notices(struct talk *talk)
{
	struct paper *paper = &talk->paper;

	paper_put(paper, BLOCK_NOTICE, WORDING_PREPARE_OWN);
	if (wants_expert(talk))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_EXPERT_ASKED);
	switch (talk->assessment.talk) {
	case TALK_SKIPPED_SAFETY:
	case TALK_SKIPPED_CONTACT:
	case TALK_SKIPPED_EXPERT:
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_SKIPPED);
		break;
	default:
		break;
	}
	switch (talk->outcome) {
	case OUTCOME_REPORT:
	case OUTCOME_REPORT_AGAIN:
	case OUTCOME_REPORTED:
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_TELL_REPORT);
		break;
	case OUTCOME_STAFF_DUTY:
	case OUTCOME_OWN_PROTOCOL:
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_OUTSIDE);
		break;
	default:
		break;
	}
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
	static const enum wording after[] = {WORDING_AFTER_HELP, WORDING_AFTER_NO_HELP,
	    WORDING_AFTER_NO_CONCERN, WORDING_AFTER_RECORD, WORDING_NONE};

	put_title(talk, WORDING_TITLE_PREPARE);
	put_pairs(talk, today);
	put_notices(talk);
	put_list(talk, WORDING_HEAD_NOT_TO_TALK, grounds);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_NOT_THEN);
	put_list(talk, WORDING_HEAD_WHOM_TO_ASK, advisers);
	paper_put(&talk->paper, BLOCK_HEADING, WORDING_HEAD_BEFOREHAND);
	put_blocks(talk, BLOCK_BLANK, beforehand);
	put_list(talk, WORDING_HEAD_BUILD_UP, build_up);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_PREPARE_FACTS);
	put_list(talk, WORDING_HEAD_AFTER, after);
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
	bool shows_text = talk->with_text && !observation_has_words(fact->text);
	char date[DATE_SIZE];

	if (wording != WORDING_NONE)
		phrase_say(&paper->phrase, WORDING_I_SEE, wording_text(wording, language), NULL);
	paper_put_entry(paper, bytes_of(date_of_span(fact->when, DATE_DAY, language, date)),
	    shows_text ? fact->text : (struct bytes){"", 0});
	if (!shows_text || fact->text.length == 0)
		paper_put(paper, BLOCK_BLANK, WORDING_BLANK_I_SAW);
}

static void
put_observations(struct talk *talk)
{
	size_t count = 0;

	paper_put(&talk->paper, BLOCK_HEADING, WORDING_HEAD_WE_SEE);
	for (size_t i = 0; i < talk->dossier->facts; i++)
		if (observation_is(&talk->dossier->fact[i])) {
			put_observation(talk, &talk->dossier->fact[i]);
			count++;
		}
	if (count == 0)
		paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_NOTHING_SEEN);
	paper_put(&talk->paper, BLOCK_BLANK, WORDING_BLANK_I_SEE);
}

static void
put_sheet(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	static const enum wording questions[] = {
	    WORDING_QUESTION_RECOGNISE, WORDING_QUESTION_WELL, WORDING_QUESTION_DO, WORDING_NONE};

	/* This page may lie on the table: nothing at its top that asks for an explanation. */
	paper_put_title(paper, bytes_of(paper_wording(paper, WORDING_TITLE_SHEET)));
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_WHY);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_SHEET_WHY);
	put_observations(talk);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_QUESTIONS);
	put_blocks(talk, BLOCK_ROOM, questions);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_NOT_TOO_EARLY);
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

	put_title(talk, WORDING_TITLE_CHILD);
	paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_CHILD);
	put_list(talk, WORDING_HEAD_WITH_CHILD, advice);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_CHILD_QUESTIONS);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_WELL);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_DO);
	paper_put(paper, BLOCK_ROOM, WORDING_CHILD_WORDS);
}

size_t
talk_build(struct document *document, const struct report_subject *subject,
    const struct report_order *order)
{
	struct talk talk = {.dossier = subject->dossier, .outcome = subject->dossier->weigh->code};
	enum wording stop = stop_wording(talk.outcome);

	paper_open(&talk.paper, document);
	talk.with_text = order->with_text;
	assessment_make(&talk.assessment, talk.dossier->state, order->today);
	if (stop != WORDING_NONE) {
		put_stop(&talk, stop, order->today);
	} else {
		put_preparation(&talk, order->today);
		put_sheet(&talk);
		put_child(&talk);
	}
	paper_close(&talk.paper);
	return stop == WORDING_NONE ? 3 : 1;
}
