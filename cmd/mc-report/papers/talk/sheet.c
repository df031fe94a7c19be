/*
 * What may lie on the table before the parents: no word that is meant for the
 * teacher, and of the records nothing but observations.
 */

#include "reader/observation.h"
#include "paper/date.h"
#include "papers/talk/talk.h"

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
	const struct entry *fact = &talk->dossier->fact[number], *before = fact;

	while (before-- > talk->dossier->fact && span_day(before->when) == span_day(fact->when))
		if (observation_is(before) && before->code == fact->code)
			return true;
	return false;
}

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
put_talk(struct talk *talk)
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

void
talk_put_sheet(struct talk *talk)
{
	put_talk(talk);
	put_last_question(talk);
}
