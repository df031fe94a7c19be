#include "papers/agenda/notices.h"

#include "papers/agenda/agenda.h"
#include "tool/diagnostics.h"

static bool
are_of(school_code school, const struct dossier *dossier, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (dossier[i].state->key.school != school)
			return false;
	return true;
}

bool
notices_have_one_school(const struct cases *cases)
{
	const struct dossier *first = cases->count > 0 ? cases->dossier : cases->left_out;
	school_code school =
	    cases->count + cases->left_out_count > 0 ? first->state->key.school : 0;

	return are_of(school, cases->dossier, cases->count)
	    && are_of(school, cases->left_out, cases->left_out_count);
}

void
notices_say_case(struct phrase *phrase, const struct case_state *state, bool one_school)
{
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE];

	if (!one_school)
		phrase_say(phrase, WORDING_SCHOOL_BEFORE,
		    record_write_school(state->key.school, school), NULL);
	phrase_add(phrase, dossier_case(state, name));
}

/* Whether Veilig Thuis must be phoned today, by a refer record or by a fact that came later. */
static bool
is_call(const struct dossier *dossier, day_number today)
{
	if (dossier_is_overtaken_by_danger(dossier, today))
		return true;
	for (size_t i = 0; i < dossier->refers; i++)
		if (dossier_is_call(&dossier->refer[i])
		    && agenda_due(&dossier->refer[i], today) <= today)
			return true;
	return false;
}

/* Whether a fact was added since the case was weighed: another outcome, but that a day passed. */
static bool
is_overtaken(const struct dossier *dossier, day_number today)
{
	struct weighing now = dossier_weigh(dossier, today);

	return now.rule != dossier->weigh->rule && now.outcome != OUTCOME_OVERDUE;
}

static bool
is_in_danger(const struct dossier *dossier, day_number today)
{
	return dossier_danger(dossier, today) != WORD_NONE;
}

static bool
lacks_line(const struct dossier *dossier, day_number today)
{
	(void)today;
	return dossier_lacks_line(dossier);
}

static bool
is_any(const struct dossier *dossier, day_number today)
{
	(void)dossier;
	(void)today;
	return true;
}

typedef bool case_test(const struct dossier *dossier, day_number today);

/* A notice about the cases that are so, of those that have come so far and those that have not. */
struct notice {
	enum wording wording;
	case_test *of_cases, *of_left_out; /* NULL: none of these */
};

static void
list_cases(struct phrase *list, const struct dossier *dossier, size_t count, case_test *is_so,
    day_number today, bool one_school)
{
	for (size_t i = 0; is_so != NULL && i < count; i++) {
		if (!is_so(&dossier[i], today))
			continue;
		if (phrase_bytes(list).length > 0)
			phrase_say(list, WORDING_BETWEEN_CASES, NULL, NULL);
		notices_say_case(list, dossier[i].state, one_school);
	}
}

static void
say(struct phrase *phrase, const struct cases *cases, const struct notice *notice, day_number today)
{
	struct phrase list = {.language = phrase->language};
	bool one_school = notices_have_one_school(cases);

	list_cases(&list, cases->dossier, cases->count, notice->of_cases, today, one_school);
	list_cases(
	    &list, cases->left_out, cases->left_out_count, notice->of_left_out, today, one_school);
	if (phrase_bytes(&list).length > 0)
		phrase_say(phrase, notice->wording, phrase_string(&list), NULL);
	phrase_close(&list);
}

static void
put(struct paper *paper, const struct cases *cases, const struct notice *notice, day_number today)
{
	say(&paper->phrase, cases, notice, today);
	if (phrase_bytes(&paper->phrase).length > 0)
		paper_put_phrase(paper, BLOCK_NOTICE);
}

static const struct notice refused = {WORDING_NOTICE_CASES_REFUSED, lacks_line, lacks_line};
static const struct notice lacking = {WORDING_NOTICE_CASES_LACK, NULL, is_any};

void
notices_put(struct paper *paper, const struct cases *cases, day_number today)
{
	static const struct notice notices[] = {
	    {WORDING_NOTICE_AGENDA_CALL, is_call, is_in_danger},
	    {WORDING_NOTICE_AGENDA_OVERTAKEN, is_overtaken, NULL},
	};

	put(paper, cases, &refused, today);
	put(paper, cases, &lacking, today);
	for (size_t i = 0; i < sizeof(notices) / sizeof(notices[0]); i++)
		put(paper, cases, &notices[i], today);
}

void
notices_put_refused(struct paper *paper, const struct cases *cases)
{
	put(paper, cases, &refused, NO_DAY);
}

/* Sentences have a blank between them. */
static void
add_sentence(struct phrase *phrase, const char *sentence)
{
	if (phrase_bytes(phrase).length > 0 && *sentence != '\0')
		phrase_add(phrase, " ");
	phrase_add(phrase, sentence);
}

void
notices_say_unread(struct phrase *phrase, const struct cases *cases)
{
	const struct notice *const notices[] = {&refused, &lacking};

	if (cases->lacks_files)
		add_sentence(phrase, wording_text(WORDING_NOTICE_FILES, phrase->language));
	if (cases->lacks_lines)
		add_sentence(phrase, wording_text(WORDING_NOTICE_LINES, phrase->language));
	for (size_t i = 0; i < sizeof(notices) / sizeof(notices[0]); i++) {
		struct phrase sentence = {.language = phrase->language};

		say(&sentence, cases, notices[i], NO_DAY);
		add_sentence(phrase, phrase_string(&sentence));
		phrase_close(&sentence);
	}
}

void
notices_tell_refused(const struct cases *cases)
{
	char name[CASE_MAX_LENGTH + 1], school[SCHOOL_TEXT_SIZE];

	for (size_t i = 0; i < cases->count; i++) {
		const struct case_state *state = cases->dossier[i].state;

		if (dossier_lacks_line(&cases->dossier[i]))
			diagnostics_note(_("case %s of school %s: a line of it could not be read, "
					   "so something may be missing"),
			    dossier_case(state, name),
			    record_write_school(state->key.school, school));
	}
}
