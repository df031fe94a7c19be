/* Why a report to Veilig Thuis is made, and what of it cannot wait. */

#include "papers/veilig_thuis/veilig_thuis.h"

static bool
is_report(const struct entry *fact)
{
	return fact->kind == KIND_DONE && fact->code == PARTNER_VEILIG_THUIS
	    && (fact->value == ACTION_REPORT || fact->value == ACTION_REPORT_NOW);
}

void
veilig_thuis_put_urgency(struct family *family)
{
	struct paper *paper = family_paper(family);
	enum wording urgency = family_urgency(family);

	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_URGENCY);
	if (urgency != WORDING_NONE)
		paper_put(paper, BLOCK_NOTICE, urgency);
	for (size_t i = 0; i < family->children; i++)
		for (size_t j = 0; j < family->child[i].dossier->facts; j++) {
			const struct entry *fact = view_fact(&family->child[i], j);

			if (!is_report(fact))
				continue;
			phrase_say(
			    &family->child[i].paper.phrase, WORDING_REPORTED_BEFORE, NULL, NULL);
			family_put_fact(family, &family->child[i], fact);
		}
	paper_put_all(paper, BLOCK_BLANK,
	    (const enum wording[]){WORDING_BLANK_ACUTE, WORDING_BLANK_PHONED, WORDING_BLANK_112,
		WORDING_BLANK_EARLIER, WORDING_NONE});
}

static enum wording
unsafe_wording(enum word answer)
{
	switch (answer) {
	case ANSWER_ACUTE:
		return WORDING_GROUND_ACUTE;
	case ANSWER_STRUCTURAL:
		return WORDING_GROUND_STRUCTURAL;
	case ANSWER_DISCLOSURE:
		return WORDING_GROUND_DISCLOSURE;
	case ANSWER_DOUBT:
		return WORDING_GROUND_DOUBT;
	default:
		return WORDING_GROUND_UNSAFE;
	}
}

static enum wording
ground_wording(enum word question, enum word answer)
{
	switch (question) {
	case QUESTION_UNSAFE:
		return unsafe_wording(answer);
	case QUESTION_CAN_HELP:
		return WORDING_GROUND_CAN_HELP;
	case QUESTION_ACCEPTS:
		return WORDING_GROUND_ACCEPTS;
	default:
		return WORDING_GROUND_RESULT;
	}
}

static size_t
put_grounds_of(struct view *child)
{
	size_t count = 0;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++) {
		if (!assessment_asks(&child->assessment, question))
			continue;
		enum word answer = assessment_question(&child->assessment, question)->value;
		phrase_say(&child->paper.phrase, ground_wording(question, answer), NULL, NULL);
		family_put_of_child(child);
		count++;
	}
	return count;
}

/* Room for a reason that no answer gives, and for what a second report has that is new. */
void
veilig_thuis_put_grounds(struct family *family)
{
	bool needs_room = false;

	paper_put(family_paper(family), BLOCK_HEADING, WORDING_HEAD_GROUNDS);
	for (size_t i = 0; i < family->children; i++) {
		struct view *child = &family->child[i];

		if (put_grounds_of(child) == 0
		    || !span_history_is_empty(child->dossier->state->reports))
			needs_room = true;
	}
	if (needs_room)
		paper_put(family_paper(family), BLOCK_ROOM, WORDING_GROUND_NONE);
}
