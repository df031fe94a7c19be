/*
 * The report to Veilig Thuis, of one case or of the cases of one family: what
 * has been recorded stands filled in, what a person must write has a line.
 * Names are never in records. It refuses nothing; what is missing stands on a
 * page of its own before it.
 */

#include "papers/veilig_thuis/veilig_thuis.h"

#include "parts/parts.h"

static bool
is_school_of_one_before(const struct family *family, size_t number, school_code school)
{
	for (size_t i = 0; i < number; i++)
		if (family->child[i].dossier->state->key.school == school)
			return true;
	return false;
}

/* Brothers and sisters may go to different schools. */
static void
put_schools(struct family *family)
{
	char school[SCHOOL_TEXT_SIZE];

	for (size_t i = 0; i < family->children; i++) {
		school_code code = family->child[i].dossier->state->key.school;

		if (!is_school_of_one_before(family, i, code))
			paper_put_pair(family_paper(family), WORDING_KEY_SCHOOL,
			    record_write_school(code, school));
	}
}

static void
put_head(struct family *family, day_number today)
{
	struct paper *paper = family_paper(family);
	enum language language = paper->phrase.language;
	struct phrase cases = {.language = language};
	char day[DATE_SIZE];

	family_say_cases(family, &cases);
	paper_put_title(
	    paper, WORDING_TITLE_VEILIG_THUIS, NULL, WORDING_ON_EACH_PAGE, phrase_string(&cases));
	paper_put_pair(paper, family->children > 1 ? WORDING_KEY_CASES : WORDING_KEY_CASE,
	    phrase_string(&cases));
	phrase_close(&cases);
	put_schools(family);
	paper_put_pair(paper, WORDING_KEY_WRITTEN, date_of_day(today, DATE_DAY, language, day));
}

/* Veilig Thuis must know too that a fact may be missing. */
static void
put_refused(struct family *family)
{
	for (size_t i = 0; i < family->children; i++)
		if (dossier_lacks_line(family->child[i].dossier)) {
			paper_put(family_paper(family), BLOCK_NOTICE, WORDING_NOTICE_REFUSED);
			return;
		}
}

static void
put_reporter(struct family *family)
{
	paper_put(family_paper(family), BLOCK_HEADING, WORDING_HEAD_REPORTER);
	paper_put_all(family_paper(family), BLOCK_BLANK,
	    (const enum wording[]){WORDING_BLANK_REPORTER, WORDING_BLANK_FUNCTION,
		WORDING_BLANK_SCHOOL, WORDING_BLANK_PHONE, WORDING_BLANK_RELATION, WORDING_BLANK_AF,
		WORDING_NONE});
}

static void
put_persons(struct family *family)
{
	struct paper *paper = family_paper(family);
	static const enum wording parent[] = {WORDING_BLANK_PARENT, WORDING_BLANK_PARENT_AT,
	    WORDING_BLANK_PARENT, WORDING_BLANK_PARENT_AT, WORDING_NONE};
	char name[CASE_MAX_LENGTH + 1];

	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_PERSONS);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_PERSONS_NO_BSN);
	for (size_t i = 0; i < family->children; i++) {
		phrase_say(&paper->phrase, WORDING_HEAD_THE_CHILD,
		    dossier_case(family->child[i].dossier->state, name), NULL);
		paper_put_phrase(paper, BLOCK_SUBHEADING);
		paper_put_all(paper, BLOCK_BLANK,
		    (const enum wording[]){WORDING_BLANK_NAME, WORDING_BLANK_BIRTH,
			WORDING_BLANK_ADDRESS, WORDING_BLANK_CLASS, WORDING_BLANK_AUTHORITY,
			WORDING_BLANK_DOCTOR, WORDING_NONE});
	}
	paper_put(paper, BLOCK_SUBHEADING, WORDING_HEAD_PARENTS);
	paper_put_all(paper, BLOCK_BLANK, parent);
	paper_put(paper, BLOCK_SUBHEADING, WORDING_HEAD_OTHERS);
	paper_put(paper, BLOCK_ROOM, WORDING_ROOM_OTHERS);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_LANGUAGE);
}

static void
put_last_signal(struct view *child)
{
	struct span_set signals = child->known.state.signals.newest;
	char day[DATE_SIZE];

	if (span_set_is_empty(signals))
		return;
	date_of_day(span_set_day(signals), DATE_DAY, child->order->language, day);
	phrase_say(&child->paper.phrase, WORDING_LAST_SIGNAL, day, NULL);
	paper_put_phrase(&child->paper, BLOCK_PARAGRAPH);
}

/* What the child said; else room for it. */
static void
put_words_of_child(struct view *child)
{
	if (parts_put_child(child))
		return;
	paper_put_heading(&child->paper, WORDING_HEAD_CHILD);
	paper_put(&child->paper, BLOCK_ROOM, WORDING_ROOM_CHILD);
}

static void
put_steps(struct view *child)
{
	parts_put_steps(child);
	if (!parts_has_talked(child))
		paper_put(&child->paper, BLOCK_BLANK, WORDING_BLANK_NO_TALK);
	if (span_set_is_empty(child->assessment.state->veilig_thuis_asked))
		paper_put(&child->paper, BLOCK_BLANK, WORDING_BLANK_ADVICE);
}

/* What is known of one child: facts first, then what the school makes of them. */
static void
put_child(struct family *family, struct view *child)
{
	struct paper *paper = &child->paper;
	char name[CASE_MAX_LENGTH + 1];

	if (family->children > 1) {
		phrase_say(&paper->phrase, WORDING_HEAD_THE_CHILD,
		    dossier_case(child->dossier->state, name), NULL);
		paper_put_phrase(paper, BLOCK_HEADING);
		paper->heading = BLOCK_SUBHEADING;
	}
	parts_put_concerns(child);
	put_last_signal(child);
	paper_put_all(paper, BLOCK_BLANK,
	    (const enum wording[]){WORDING_BLANK_FORM, WORDING_BLANK_INJURY, WORDING_NONE});
	put_words_of_child(child);
	if (!parts_put_positive(child)) {
		paper_put_heading(paper, WORDING_HEAD_POSITIVE);
		paper_put(paper, BLOCK_ROOM, WORDING_ROOM_POSITIVE);
	}
	put_steps(child);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_OUR_VIEW);
	parts_put_weighing(child);
	parts_put_plan(child);
	parts_put_needs(child);
}

static bool
is_step_with_kernteam(const struct entry *fact)
{
	return (fact->kind == KIND_CONSULT || fact->kind == KIND_DONE)
	    && (fact->code == PARTNER_KERNTEAM || vocabulary_is_member(fact->code));
}

/* Whether the steps tell already that the kernteam, or a member, is involved. */
static bool
has_kernteam(const struct family *family)
{
	for (size_t i = 0; i < family->children; i++)
		if (dossier_has(family->child[i].dossier, is_step_with_kernteam))
			return true;
	return false;
}

static void
put_help(struct family *family)
{
	struct paper *paper = family_paper(family);

	paper->heading = BLOCK_HEADING;
	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_HELP);
	paper_put(paper, BLOCK_ROOM, WORDING_ROOM_SAFETY);
	paper_put(paper, BLOCK_ROOM, WORDING_ROOM_HELPERS);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_HELP_RESULT);
	if (!has_kernteam(family))
		paper_put(paper, BLOCK_BLANK, WORDING_BLANK_KERNTEAM);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_NETWORK);
}

/* Says what a fact tells of what the family knows; false when it tells nothing of that. */
static bool
say_openness(struct view *child, const struct entry *fact)
{
	struct paper *paper = &child->paper;

	if (family_is_told(fact)) {
		phrase_say(
		    &paper->phrase, WORDING_FAMILY_TOLD, paper_label(paper, fact->code), NULL);
		return true;
	}
	if (!record_is_skipped(fact->value) || fact->code == PARTY_CHILD)
		return false;
	parts_say_talk(paper, fact);
	return true;
}

static void
put_openness(struct family *family)
{
	paper_put(family_paper(family), BLOCK_HEADING, WORDING_HEAD_OPENNESS);
	for (size_t i = 0; i < family->children; i++)
		for (size_t j = 0; j < family->child[i].dossier->facts; j++) {
			struct view *child = &family->child[i];
			struct entry fact = *view_fact(child, j);

			if (!view_shows(child, &fact) || !say_openness(child, &fact))
				continue;
			/* Why there was no talk stands with the steps. */
			if (fact.kind == KIND_TALK)
				fact.text = (struct bytes){"", 0};
			family_put_fact(family, child, &fact);
		}
	paper_put_all(family_paper(family), BLOCK_BLANK,
	    (const enum wording[]){WORDING_BLANK_INFORMED, WORDING_BLANK_RESPONSE,
		WORDING_BLANK_WHY_NOT, WORDING_NONE});
	paper_put(family_paper(family), BLOCK_PARAGRAPH, WORDING_ANONYMITY);
	paper_put(family_paper(family), BLOCK_BLANK, WORDING_BLANK_ANONYMITY);
}

static void
put_end(struct family *family)
{
	struct paper *paper = family_paper(family);

	paper_put(paper, BLOCK_HEADING, WORDING_HEAD_EXPECT);
	paper_put(
	    paper, BLOCK_PARAGRAPH, family->children > 1 ? WORDING_WE_KEEP_ALL : WORDING_WE_KEEP);
	paper_put(paper, BLOCK_PARAGRAPH, WORDING_WE_ASK);
	paper_put_all(paper, BLOCK_BLANK,
	    (const enum wording[]){
		WORDING_BLANK_FEEDBACK, WORDING_BLANK_STAFF_SAFETY, WORDING_NONE});
	paper_put(paper, BLOCK_ROOM, WORDING_ROOM_MORE);
	paper_put(paper, BLOCK_BLANK, WORDING_BLANK_SIGNED);
}

static void
put_report(struct family *family, day_number today)
{
	put_head(family, today);
	put_refused(family);
	veilig_thuis_put_urgency(family);
	veilig_thuis_put_grounds(family);
	put_reporter(family);
	put_persons(family);
	for (size_t i = 0; i < family->children; i++)
		put_child(family, &family->child[i]);
	put_help(family);
	put_openness(family);
	put_end(family);
}

void
veilig_thuis_build(
    struct document *document, const struct cases *cases, const struct report_order *order)
{
	struct family family;

	family_open(&family, document, cases, order);
	if (family.children > 0) {
		document->title = WORDING_TITLE_VEILIG_THUIS;
		veilig_thuis_put_check(&family);
		put_report(&family, order->today);
	}
	family_close(&family);
}
