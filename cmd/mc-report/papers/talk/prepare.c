/* The preparation: for who holds the talk, and not for the table. */

#include "reader/observation.h"
#include "paper/date.h"
#include "parts/parts.h"
#include "papers/talk/talk.h"
#include "rules/done.h"

/* What is said of a report that must be made, or that was, whatever the outcome is now. */
static enum wording
report_wording(const struct talk *talk)
{
	const struct case_state *state = talk->dossier->state;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (assessment_asks(&talk->assessment, question)
		    && !assessment_question(&talk->assessment, question)->is_reported)
			return WORDING_NOTICE_TELL_REPORT;
	if (span_history_is_empty(state->reports))
		return WORDING_NONE;
	return span_set_is_empty(done_by(state, PARTNER_AF, ACTION_TELL_PARENTS))
	    ? WORDING_NOTICE_TELL_REPORTED
	    : WORDING_NOTICE_REPORT_TOLD;
}

static void
put_notices(struct talk *talk)
{
	struct paper *paper = &talk->paper;

	paper_put(paper, BLOCK_NOTICE, WORDING_PREPARE_OWN);
	talk_put_handle_with_care(talk);
	if (talk->wants_expert)
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_EXPERT_ASKED);
	else if (!span_history_is_empty(talk->dossier->state->safety))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_SAFETY_ASKED);
	if (record_is_skipped(talk->assessment.talk))
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_SKIPPED);
	if (report_wording(talk) != WORDING_NONE)
		paper_put(paper, BLOCK_NOTICE, report_wording(talk));
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

/* What comes next depends on how far the meldcode is already. */
static void
put_after(struct talk *talk)
{
	static const enum wording before[] = {WORDING_AFTER_HELP, WORDING_AFTER_NO_HELP,
	    WORDING_AFTER_NO_CONCERN, WORDING_AFTER_DIVIDED, WORDING_AFTER_RECORD, WORDING_NONE};
	static const enum wording during[] = {
	    WORDING_AFTER_WITHDRAWN, WORDING_AFTER_RECORD, WORDING_NONE};
	static const enum wording grey[] = {
	    WORDING_AFTER_HELP, WORDING_AFTER_GREY, WORDING_AFTER_RECORD, WORDING_NONE};

	if (assessment_holds(&talk->assessment, QUESTION_SUSPICION, ANSWER_YES))
		talk_put_list(talk, WORDING_HEAD_AFTER, during);
	else
		talk_put_list(
		    talk, WORDING_HEAD_AFTER, talk->outcome == OUTCOME_GREY ? grey : before);
}

/* What parents said before; of a talk with the child there too, only that it was. */
static void
put_talks(struct talk *talk)
{
	struct paper *paper = &talk->paper;
	bool has_heading = false;

	for (size_t i = 0; i < talk->dossier->facts; i++) {
		const struct entry *fact = &talk->dossier->fact[i];
		char date[DATE_SIZE];

		if (fact->kind != KIND_TALK || fact->code == PARTY_CHILD)
			continue;
		paper_put_heading_once(paper, WORDING_HEAD_BEFORE, &has_heading);
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
	paper_put(
	    paper, BLOCK_PARAGRAPH, count == 0 ? WORDING_PREPARE_NO_FACT : WORDING_PREPARE_FACTS);
}

void
talk_put_preparation(struct talk *talk, day_number today)
{
	static const enum wording grounds[] = {
	    WORDING_NOT_WHEN_UNSAFE, WORDING_NOT_WHEN_LOST, WORDING_NOT_WHEN_EXPERT, WORDING_NONE};
	static const enum wording advisers[] = {
	    WORDING_ASK_THE_AF, WORDING_ASK_THE_KERNTEAM, WORDING_ASK_VEILIG_THUIS, WORDING_NONE};
	static const enum wording beforehand[] = {
	    WORDING_BEFOREHAND_BOTH, WORDING_BEFOREHAND_DAY, WORDING_NONE};
	static const enum wording blanks[] = {WORDING_BLANK_PURPOSE, WORDING_BLANK_LEADS,
	    WORDING_BLANK_WRITES, WORDING_BLANK_WHERE, WORDING_BLANK_INTERPRETER, WORDING_NONE};
	static const enum wording build_up[] = {WORDING_BUILD_PURPOSE, WORDING_BUILD_FACTS,
	    WORDING_BUILD_REACTION, WORDING_BUILD_MEANING, WORDING_BUILD_CHILD, WORDING_NONE};
	static const enum wording questions[] = {WORDING_QUESTION_RECOGNISE, WORDING_QUESTION_WELL,
	    WORDING_QUESTION_DO, WORDING_QUESTION_NOT_TOO_EARLY, WORDING_NONE};
	static const enum wording anger[] = {
	    WORDING_ANGER_CALM, WORDING_ANGER_RIGHT, WORDING_ANGER_STOP, WORDING_NONE};
	static const enum wording closing[] = {
	    WORDING_CLOSING_SUM, WORDING_CLOSING_AGAIN, WORDING_CLOSING_THANKS, WORDING_NONE};

	talk_put_title(talk, WORDING_TITLE_PREPARE);
	talk_put_pairs(talk, today);
	put_notices(talk);
	talk_put_list(talk, WORDING_HEAD_NOT_TO_TALK, grounds);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_NOT_THEN);
	talk_put_list(talk, WORDING_HEAD_WHOM_TO_ASK, advisers);
	talk_put_list(talk, WORDING_HEAD_BEFOREHAND, beforehand);
	paper_put_all(&talk->paper, BLOCK_BLANK, blanks);
	put_facts(talk);
	put_talks(talk);
	talk_put_list(talk, WORDING_HEAD_BUILD_UP, build_up);
	talk_put_list(talk, WORDING_HEAD_IN_ORDER, questions);
	talk_put_list(talk, WORDING_HEAD_ANGER, anger);
	talk_put_list(talk, WORDING_HEAD_CLOSING, closing);
	put_after(talk);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_KEEP_SIGNALLING);
	paper_put(&talk->paper, BLOCK_PARAGRAPH, WORDING_EMERGENCY);
}
