/*
 * Goal: named or anonymous, as one table over every partner and action, the
 * consent for the partner and for the kernteam in every order, and whether the
 * family is open to it.
 */

#include "support/check.h"

#include "support/cases.h"

#include "rules/manner.h"

/* An assessed case; the state must outlive the assessment. */
struct told {
	struct case_state state;
	struct assessment assessment;
};

static void
tell(struct told *told, const char *story)
{
	told->state = cases_state_of(story);
	assessment_make(&told->assessment, &told->state, cases_day("10-31"));
}

/* Where the partner itself is asked, and where another stands in for it. */
static bool
is_anonymous(const char *story, enum word partner, enum word action)
{
	struct told told;

	tell(&told, story);
	return manner_is_anonymous(&told.assessment, partner, action);
}

static bool
is_anonymous_to(const char *story, enum word partner, enum word address, enum word action)
{
	struct told told;

	tell(&told, story);
	return manner_is_anonymous_to(&told.assessment, partner, address, action);
}

/* Every action of a partner. Legend: a anonymous, n named, o named for help when the family is open
 * to it, else anonymous. */
static void
check_manner(const char *story, enum word partner, char legend, bool is_open)
{
	struct told told;

	tell(&told, story);
	for (enum word action = ACTION_FIRST; action < ACTION_END; action++) {
		bool is_help = action == ACTION_JOINT_TALK || action == ACTION_HELP
		    || action == ACTION_PRACTICAL_HELP;
		bool want = legend == 'a' || (legend == 'o' && !(is_help && is_open));

		if (manner_is_anonymous(&told.assessment, partner, action) != want)
			fail_msg("%s %s: %s: anonymous is %d", vocabulary_token(partner),
			    vocabulary_token(action), story, !want);
	}
}

/* How consent was given or withheld; the first of two a day before the last. */
static const char *const histories[] = {"", "yes", "no", "no yes", "yes no", "yes+no"};

enum { HISTORIES = COUNT_OF(histories) };

/* Writes the consent records of one history for a partner, on a day and the one before. */
static void
tell_consent(
    char story[1024], const char *history, enum word partner, const char *before, const char *last)
{
	char words[16], *at = words;
	bool same_day = strchr(history, '+') != NULL;

	snprintf(words, sizeof(words), "%s", history);
	if (same_day)
		*strchr(words, '+') = ' ';
	while (*at != '\0') {
		const char *answer = cases_word(&at);

		snprintf(story + strlen(story), 1024 - strlen(story), "%s consent %s %s; ",
		    *at == '\0' || same_day ? last : before, vocabulary_token(partner), answer);
	}
}

/* Rows are the partner's own consent, columns the kernteam's, both in the order above. */
static const struct order {
	const char *name, *own[2], *kernteam[2]; /* the day before the last, the last */
	char manner[HISTORIES][HISTORIES + 1];
} orders[] = {
    {"kernteam first", {"03-12", "03-13"}, {"03-10", "03-11"},
	{"onanaa", "nnnnnn", "aaaaaa", "nnnnnn", "aaaaaa", "aaaaaa"}},
    {"own first", {"03-10", "03-11"}, {"03-12", "03-13"},
	{"onanaa", "nnanaa", "aaaaaa", "nnanaa", "aaaaaa", "aaaaaa"}},
    {"same days", {"03-10", "03-11"}, {"03-10", "03-11"},
	{"onanaa", "nnanaa", "aaaaaa", "nnanaa", "aaaaaa", "aaaaaa"}},
    {"kernteam a minute earlier", {"03-10", "03-11T09:01"}, {"03-10", "03-11T09:00"},
	{"onanaa", "nnnnnn", "aaaaaa", "nnnnnn", "aaaaaa", "aaaaaa"}},
    {"in the same minute", {"03-10", "03-11T09:00"}, {"03-10", "03-11T09:00"},
	{"onanaa", "nnanaa", "aaaaaa", "nnanaa", "aaaaaa", "aaaaaa"}},
    {"own at an unknown time", {"03-10", "03-11"}, {"03-10", "03-11T09:00"},
	{"onanaa", "nnanaa", "aaaaaa", "nnanaa", "aaaaaa", "aaaaaa"}},
    {"the kernteam's at an unknown time", {"03-10", "03-11T09:00"}, {"03-10", "03-11"},
	{"onanaa", "nnanaa", "aaaaaa", "nnanaa", "aaaaaa", "aaaaaa"}},
    {"own between", {"03-11", "03-12"}, {"03-10", "03-13"},
	{"onanaa", "nnanaa", "aaaaaa", "nnanaa", "aaaaaa", "aaaaaa"}},
};

/* Facts by which the family is open to help, or not. */
static const struct openness {
	const char *facts;
	bool is_open;
} openings[] = {
    {"03-01 signal fear seen; ", false},
    {"03-01 talk parents wants-help; ", true},
    {"03-01 talk one-parent wants-help; ", true},
    {"03-01 talk parents wants-help; 03-02 signal fear seen; ", true}, /* lapsed */
    {"03-01 answer accepts yes; ", true},
    {"03-01 answer accepts yes; 03-02 signal fear seen; ", true}, /* stale */
    {"03-01 answer accepts doubt; ", false},
    {"03-01 answer accepts no; ", false},
    {"03-01 answer accepts yes; 03-02 answer suspicion no; ", false}, /* an earlier round */
    {"03-01 answer can-help yes; ", false},
    {"03-01 talk family no-help; ", false},
    {"03-01 talk parents wants-help; 03-02 talk parents no-help; ", false},
    {"03-01 talk parents divided; 03-01 talk parents wants-help; ", false},
    {"03-01 talk child wants-help; ", false},
    {"03-01 talk parents open; ", false},
    {"03-01 need food; ", false},
};

/* Who stays anonymous by consent; for members the kernteam's counts as well. */
static const struct {
	enum word partner;
	bool is_member;
} by_consent[] = {
    {PARTNER_SOCIUS, true},
    {PARTNER_GGD, true},
    {PARTNER_CJG, true},
    {PARTNER_LPA, true},
    {PARTNER_COLLEAGUE, false},
    {PARTNER_SOCIAL_BASE, false},
    {PARTNER_EXPERT, false},
    {PARTNER_IB, false},
    {PARTNER_HEAD, false},
    {PARTNER_SMW, false},
    {PARTNER_NURSE, false},
    {PARTNER_SUPPORT_TEAM, false},
    {PARTNER_YOUTH_CARE, false},
    {PARTNER_GUARDIAN, false},
    {PARTNER_DOCTOR, false},
    {PARTNER_POLICE, false},
    {PARTNER_OTHER_SCHOOL, false},
    {PARTNER_OTHER, false},
};

/* After these records, at every openness. */
static void
check_at_any_openness(const char *consents, enum word partner, char legend)
{
	for (size_t i = 0; i < COUNT_OF(openings); i++) {
		char story[1024];

		snprintf(story, sizeof(story), "%s%s", openings[i].facts, consents);
		check_manner(story, partner, legend, openings[i].is_open);
	}
}

/* The consent of the kernteam is none for who is no member, but then some consent was asked. */
static char
legend_of(const struct order *order, size_t own, size_t kernteam, bool is_member)
{
	if (is_member)
		return order->manner[own][kernteam];
	return own == 0 && kernteam > 0 ? 'a' : order->manner[own][0];
}

static void
test_consent(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(orders); i++)
		for (size_t own = 0; own < HISTORIES; own++)
			for (size_t kernteam = 0; kernteam < HISTORIES; kernteam++)
				for (size_t j = 0; j < COUNT_OF(by_consent); j++) {
					char story[1024] = "";

					tell_consent(story, histories[kernteam], PARTNER_KERNTEAM,
					    orders[i].kernteam[0], orders[i].kernteam[1]);
					tell_consent(story, histories[own], by_consent[j].partner,
					    orders[i].own[0], orders[i].own[1]);
					check_at_any_openness(story, by_consent[j].partner,
					    legend_of(&orders[i], own, kernteam,
						by_consent[j].is_member));
				}
}

/* For the kernteam itself its own consent alone, whatever a member's. */
static void
test_consent_for_the_kernteam(void **state)
{
	static const char manner[] = "onanaa";

	(void)state;
	for (size_t kernteam = 0; kernteam < HISTORIES; kernteam++)
		for (size_t member = 0; member < HISTORIES; member++) {
			char story[1024] = "";

			tell_consent(
			    story, histories[kernteam], PARTNER_KERNTEAM, "03-10", "03-11");
			tell_consent(story, histories[member], PARTNER_GGD, "03-12", "03-13");
			check_at_any_openness(story, PARTNER_KERNTEAM,
			    kernteam == 0 && member > 0 ? 'a' : manner[kernteam]);
		}
}

/* Who was asked about one partner was asked: without a word about another, that one is anonymous,
 * however open the family. */
static void
test_consent_for_another(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(by_consent); i++)
		for (enum word other = PARTNER_FIRST; other < PARTNER_END; other++) {
			char story[128];

			if (other == by_consent[i].partner
			    || (other == PARTNER_KERNTEAM && by_consent[i].is_member))
				continue;
			snprintf(
			    story, sizeof(story), "03-10 consent %s yes", vocabulary_token(other));
			check_at_any_openness(story, by_consent[i].partner, 'a');
			snprintf(
			    story, sizeof(story), "03-10 consent %s no", vocabulary_token(other));
			check_at_any_openness(story, by_consent[i].partner, 'a');
		}
}

/* Absence that the law calls so is told the attendance officer by name, whatever the consent, and
 * the kernteam unless somebody said no; other absence by consent. */
static void
test_absence(void **state)
{
	static const struct {
		const char *story;
		bool is_anonymous, is_anonymous_to_kernteam;
	} rows[] = {
	    {"03-01 signal absence third", false, false},
	    {"03-01 signal absence third; 03-05 signal late third", false, false},
	    {"03-01 signal absence third; 03-10 consent socius yes", false, false},
	    {"03-01 signal absence third; 03-10 consent socius no", false, false},
	    {"03-01 signal absence third; 03-10 consent lpa no", false, true},
	    {"03-01 signal absence third; 03-10 consent kernteam no", false, true},
	    {"03-01 signal late third", true, true},
	    {"03-01 signal sick-absence third", true, true},
	    {"03-01 talk parents wants-help", true, true},
	    {"03-01 signal late third; 03-10 consent lpa yes", false, false},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		check_number(rows[i].story, "anonymous",
		    is_anonymous(rows[i].story, PARTNER_LPA, ACTION_ABSENCE), rows[i].is_anonymous);
		check_number(rows[i].story, "anonymous to the kernteam",
		    is_anonymous_to(rows[i].story, PARTNER_LPA, PARTNER_KERNTEAM, ACTION_ABSENCE),
		    rows[i].is_anonymous_to_kernteam);
	}
}

/* Where the kernteam stands in for a member: named when it would be for the member, and neither
 * said no. */
static const struct stand_in_row {
	const char *consents;
	bool is_anonymous;
} stand_in_rows[] = {
    {"03-01 talk parents wants-help", false},
    {"03-01 talk parents no-help", true},
    {"03-01 consent kernteam yes", false},
    {"03-01 consent kernteam no", true},
    {"03-01 consent ggd yes", false},
    {"03-01 consent ggd no", true},
    {"03-01 consent ggd no; 03-02 consent kernteam yes", true},
    {"03-01 consent ggd yes; 03-02 consent kernteam no", true},
    /* the later yes for the member names it to itself, and not to the kernteam */
    {"03-01 consent kernteam no; 03-02 consent ggd yes", true},
    {"03-01 consent kernteam no; 03-02 consent kernteam yes; 03-02 consent ggd yes", false},
    {"03-01 consent cjg no; 03-01 consent ggd yes", false},
    {"03-01 consent cjg yes", true},
};

static void
test_kernteam_instead_of_a_member(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(stand_in_rows); i++) {
		const struct stand_in_row *row = &stand_in_rows[i];

		check_number(row->consents, "anonymous",
		    is_anonymous_to(row->consents, PARTNER_GGD, PARTNER_KERNTEAM, ACTION_HELP),
		    row->is_anonymous);
		check_number(row->consents, "the member itself",
		    is_anonymous_to(row->consents, PARTNER_GGD, PARTNER_GGD, ACTION_HELP),
		    is_anonymous(row->consents, PARTNER_GGD, ACTION_HELP));
	}
}

/* Advice of Veilig Thuis is anonymous, anything else that it is asked named, whatever the consent;
 * so are all who are told by duty. */
static void
test_whatever_the_consent(void **state)
{
	static const enum word partners[] = {PARTNER_AF, PARTNER_BOARD, PARTNER_INSPECTOR};
	char story[1024];

	(void)state;
	for (size_t own = 0; own < HISTORIES; own++) {
		story[0] = '\0';
		tell_consent(story, histories[own], PARTNER_VEILIG_THUIS, "03-10", "03-11");
		for (enum word action = ACTION_FIRST; action < ACTION_END; action++)
			check_number(vocabulary_token(action), "anonymous",
			    is_anonymous(story, PARTNER_VEILIG_THUIS, action),
			    strncmp(vocabulary_token(action), "advise", 6) == 0);
		for (size_t i = 0; i < COUNT_OF(partners); i++) {
			story[0] = '\0';
			tell_consent(story, histories[own], partners[i], "03-10", "03-11");
			tell_consent(story, histories[own], PARTNER_KERNTEAM, "03-10", "03-11");
			check_manner(story, partners[i], 'n', false);
		}
	}
	/* Those by consent, the kernteam and these four are all partners. */
	assert_int_equal(
	    COUNT_OF(by_consent) + 1 + COUNT_OF(partners) + 1, PARTNER_END - PARTNER_FIRST);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_consent),
	    cmocka_unit_test(test_consent_for_the_kernteam),
	    cmocka_unit_test(test_consent_for_another),
	    cmocka_unit_test(test_absence),
	    cmocka_unit_test(test_kernteam_instead_of_a_member),
	    cmocka_unit_test(test_whatever_the_consent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
