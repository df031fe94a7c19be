/* What the attention officer reads before a report to Veilig Thuis is sent. */

#include "parts/parts.h"
#include "papers/veilig_thuis/veilig_thuis.h"

static void
put(struct view *child, enum wording wording)
{
	phrase_say(&child->paper.phrase, wording, NULL, NULL);
	family_put_of_child(child);
}

static bool
includes_child(const struct entry *fact)
{
	return fact->kind == KIND_TALK && !record_is_skipped(fact->value)
	    && (fact->code == PARTY_CHILD || fact->code == PARTY_FAMILY);
}

/* Suspicion is asked of everybody; the others when the weighing misses them. */
static bool
misses_answer(const struct view *child, enum word question)
{
	if (child->weighing.flags & weighing_question_flag(question))
		return true;
	return question == QUESTION_SUSPICION
	    && assessment_question(&child->assessment, question)->value == WORD_NONE;
}

/* The attention officer knows of consultations that are in no report too. */
static bool
has_consulted(const struct view *child)
{
	return parts_has_consulted(child) || !span_set_is_empty(child->dossier->state->consults);
}

static void
put_steps(struct view *child)
{
	if (!has_consulted(child))
		put(child, WORDING_CHECK_CONSULT);
	if (span_set_is_empty(child->assessment.state->veilig_thuis_asked))
		put(child, WORDING_CHECK_ADVICE);
	if (!parts_has_talked(child))
		put(child, child->forbids_contact ? WORDING_CHECK_NO_TALK : WORDING_CHECK_TALK);
	if (!dossier_has(child->dossier, includes_child) && !parts_has_told(child))
		put(child, WORDING_CHECK_CHILD);
}

/* Who told the family of a report told it of all its children. */
static bool
is_told(const struct family *family)
{
	for (size_t i = 0; i < family->children; i++)
		if (dossier_has(family->child[i].dossier, family_is_told))
			return true;
	return false;
}

static void
put_answers(struct view *child)
{
	struct paper *paper = &child->paper;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (misses_answer(child, question)) {
			phrase_say(&paper->phrase, WORDING_CHECK_QUESTION,
			    paper_label(paper, question), NULL);
			family_put_of_child(child);
		}
}

/* That the weighing does not ask for a report is no reason not to make one. */
static void
put_outcome(struct view *child)
{
	struct paper *paper = &child->paper;
	struct weighing whole;

	for (enum word question = QUESTION_FIRST; question < QUESTION_END; question++)
		if (assessment_asks(&child->assessment, question))
			return;
	if (child->weighing.outcome == OUTCOME_CHECK_SAFETY) {
		put(child, WORDING_CHECK_SAFETY_FIRST);
		return;
	}
	if (child->weighing.outcome == OUTCOME_EXPERT_FIRST) {
		put(child, WORDING_CHECK_EXPERT_FIRST);
		return;
	}
	whole = dossier_weigh(child->dossier, child->order->today);
	phrase_say(&paper->phrase, WORDING_CHECK_OUTCOME, paper_label(paper, whole.outcome), NULL);
	family_put_of_child(child);
}

/* What is not in the report since it is nobody's business but the board's. */
static void
put_outside(struct view *child)
{
	const struct case_state *state = child->dossier->state;
	bool has_staff = !span_set_is_empty(case_rest(state)->staff.newest);
	bool has_pupil = !span_set_is_empty(case_rest(state)->pupil.newest);

	if (has_staff)
		put(child, WORDING_CHECK_STAFF);
	if (has_pupil)
		put(child, WORDING_CHECK_PUPIL);
	if ((has_staff || has_pupil) && span_set_is_empty(child->known.state.signals.newest))
		put(child, WORDING_CHECK_NO_HOME);
	if (dossier_weigh(child->dossier, child->order->today).rule != child->weighing.rule
	    && child->shows_outcome)
		put(child, WORDING_CHECK_OTHER_OUTCOME);
}

/* A report that was made already is confirmed in writing, or repeated with something new. */
static void
put_reported(struct view *child)
{
	struct paper *paper = &child->paper;
	struct span_set reports = child->dossier->state->reports.newest;
	char day[DATE_SIZE];

	if (span_set_is_empty(reports))
		return;
	date_of_day(span_set_day(reports), DATE_DAY, paper->phrase.language, day);
	phrase_say(&paper->phrase, WORDING_CHECK_REPORTED, day, NULL);
	family_put_of_child(child);
}

/* What must be known before anything else. */
static void
put_first(struct family *family)
{
	struct paper *paper = family_paper(family);
	bool is_urgent = family_urgency(family) != WORDING_NONE;

	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_FIRST);
	paper_put(paper, BLOCK_ITEM, WORDING_CHECK_PHONE);
	paper_put(paper, BLOCK_ITEM, is_urgent ? WORDING_CHECK_NOT_FIRST : WORDING_NOT_URGENT);
	for (size_t i = 0; i < family->children; i++) {
		struct view *child = &family->child[i];

		if (dossier_lacks_line(child->dossier))
			put(child, WORDING_CHECK_REFUSED);
		put_reported(child);
		put_outcome(child);
		put_outside(child);
	}
}

static void
put_missing(const struct family *family, struct view *child)
{
	if (span_set_is_empty(child->known.state.signals.newest))
		put(child, WORDING_CHECK_SIGNALS);
	if (!dossier_has(child->dossier, parts_is_positive))
		put(child, WORDING_CHECK_POSITIVE);
	put_steps(child);
	if (!is_told(family))
		put(child, WORDING_CHECK_INFORMED);
	put_answers(child);
}

void
veilig_thuis_put_check(struct family *family)
{
	struct paper *paper = family_paper(family);
	static const enum wording sending[] = {WORDING_SEND_TELL, WORDING_SEND_KNOWN,
	    WORDING_SEND_READERS, WORDING_SEND_READ, WORDING_SEND_SAFELY, WORDING_NONE};

	paper_put_title(paper, WORDING_TITLE_CHECK, NULL, WORDING_ON_EACH_PAGE_MANY, NULL);
	paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_CHECK);
	if (family_urgency(family) != WORDING_NONE)
		paper_put(paper, BLOCK_NOTICE, WORDING_NOTICE_PHONE_FIRST);
	put_first(family);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_MISSING);
	paper_put(paper, BLOCK_ITEM, WORDING_CHECK_REPORTER);
	paper_put(paper, BLOCK_ITEM, WORDING_CHECK_NAMES);
	for (size_t i = 0; i < family->children; i++)
		put_missing(family, &family->child[i]);
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_BEFORE_SENDING);
	paper_put_all(paper, BLOCK_ITEM, sending);
}
