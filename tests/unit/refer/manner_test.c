/*
 * Goal: named or anonymous, as one table over every partner and action, the
 * consent for the partner and for the kernteam in every order, and whether the
 * family is open to it.
 */

#include "support/check.h"

#include "support/cases.h"

#include "manner.h"

static bool
is_anonymous(const char *story, enum word partner, enum word action)
{
	struct case_state state = cases_state_of(story);
	struct assessment assessment;

	assessment_make(&assessment, &state, cases_day("10-31"));
	return manner_is_anonymous(&assessment, partner, action);
}

/* Legend: a anonymous, n named, o named for help when the family is open to it, else anonymous. */
static void
check_manner(const char *story, enum word partner, enum word action, char legend, bool is_open)
{
	bool is_help =
	    action == ACTION_JOINT_TALK || action == ACTION_HELP || action == ACTION_PRACTICAL_HELP;
	bool want = legend == 'a' || (legend == 'o' && !(is_help && is_open));
	char name[1024];

	snprintf(name, sizeof(name), "%s %s: %s", vocabulary_token(partner),
	    vocabulary_token(action), story);
	check_number(name, "anonymous", is_anonymous(story, partner, action), want);
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
};

/* One cell of the table: every action of the partner, at every openness. */
static void
check_cell(const struct order *order, enum word partner, size_t own, size_t kernteam, char legend)
{
	for (size_t i = 0; i < COUNT_OF(openings); i++) {
		char story[1024];

		snprintf(story, sizeof(story), "%s", openings[i].facts);
		tell_consent(story, histories[kernteam], PARTNER_KERNTEAM, order->kernteam[0],
		    order->kernteam[1]);
		tell_consent(story, histories[own], partner, order->own[0], order->own[1]);
		for (enum word action = ACTION_FIRST; action < ACTION_END; action++)
			check_manner(story, partner, action,
			    action == ACTION_ABSENCE ? 'n' : legend, openings[i].is_open);
	}
}

static void
test_consent(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(orders); i++)
		for (size_t own = 0; own < HISTORIES; own++)
			for (size_t kernteam = 0; kernteam < HISTORIES; kernteam++)
				for (size_t j = 0; j < COUNT_OF(by_consent); j++) {
					bool is_member = by_consent[j].is_member;

					check_cell(&orders[i], by_consent[j].partner, own, kernteam,
					    orders[i].manner[own][is_member ? kernteam : 0]);
				}
}

/* For the kernteam itself its own consent alone, whatever a member's. */
static void
test_consent_for_the_kernteam(void **state)
{
	static const char manner[] = "onanaa";
	char story[1024];

	(void)state;
	for (size_t kernteam = 0; kernteam < HISTORIES; kernteam++)
		for (size_t member = 0; member < HISTORIES; member++)
			for (size_t i = 0; i < COUNT_OF(openings); i++) {
				snprintf(story, sizeof(story), "%s", openings[i].facts);
				tell_consent(
				    story, histories[kernteam], PARTNER_KERNTEAM, "03-10", "03-11");
				tell_consent(
				    story, histories[member], PARTNER_GGD, "03-12", "03-13");
				for (enum word action = ACTION_FIRST; action < ACTION_END; action++)
					check_manner(story, PARTNER_KERNTEAM, action,
					    action == ACTION_ABSENCE ? 'n' : manner[kernteam],
					    openings[i].is_open);
			}
}

/* Consent for one partner is not consent for another. */
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
			check_manner(
			    story, by_consent[i].partner, ACTION_PRACTICAL_HELP, 'o', false);
			snprintf(story, sizeof(story),
			    "03-01 talk parents wants-help; 03-10 consent %s no",
			    vocabulary_token(other));
			check_manner(
			    story, by_consent[i].partner, ACTION_PRACTICAL_HELP, 'o', true);
		}
}

/* Advice of Veilig Thuis is anonymous, a report to it named, whatever the consent; so are all who
 * are no partner for help. */
static void
test_whatever_the_consent(void **state)
{
	static const enum word partners[] = {PARTNER_AF, PARTNER_BOARD, PARTNER_INSPECTOR};
	char story[1024];

	(void)state;
	for (size_t own = 0; own < HISTORIES; own++)
		for (enum word action = ACTION_FIRST; action < ACTION_END; action++) {
			bool is_advice = strncmp(vocabulary_token(action), "advise", 6) == 0;

			story[0] = '\0';
			tell_consent(story, histories[own], PARTNER_VEILIG_THUIS, "03-10", "03-11");
			tell_consent(story, histories[own], PARTNER_KERNTEAM, "03-10", "03-11");
			check_manner(
			    story, PARTNER_VEILIG_THUIS, action, is_advice ? 'a' : 'n', false);
			for (size_t i = 0; i < COUNT_OF(partners); i++) {
				story[0] = '\0';
				tell_consent(story, histories[own], partners[i], "03-10", "03-11");
				tell_consent(
				    story, histories[own], PARTNER_KERNTEAM, "03-10", "03-11");
				check_manner(story, partners[i], action, 'n', false);
			}
		}
	/* The eight by consent, and these four, are all partners. */
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
	    cmocka_unit_test(test_whatever_the_consent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
