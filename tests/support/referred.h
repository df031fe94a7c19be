/*
 * What mc-refer asks in a case that is told in one line (cases.h), in one line
 * again: the weighing's rule, and each refer record in its order as rule,
 * partner, action, the day from which it counts, its due ("-" for none, the
 * year 2026 left out) and manner.
 *
 *   "W14: R21 af talk 03-02>03-09 named; R22 kernteam discuss 03-02>03-09 anonymous"
 *
 * Weighed as of the last day of October 2026.
 */

#ifndef REFERRED_H
#define REFERRED_H

#include "support/cases.h"
#include "rules/weighing.h"

#include "referral.h"

/* Room for what is referred: more than REFERRALS_MAX records. */
enum { REFERRED_SIZE = 4096 };

/* The partners of a school without a kernteam file. */
static const struct partners every_partner;

/* A school's partners from a list in words, "socius lpa"; any other is not in its file. */
static inline struct partners
referred_partners(const char *list)
{
	struct partners partners = {.is_given = true};
	char words[128], *at = words;

	snprintf(words, sizeof(words), "%s", list);
	while (*at != '\0') {
		enum word partner = vocabulary_find(LIST_PARTNER, bytes_of(cases_word(&at)));

		assert_int_not_equal(partner, WORD_NONE);
		partners.is_listed[partner] = true;
	}
	return partners;
}

/* A day without the year 2026. */
static inline const char *
referred_day(day_number day, char text[DAY_TEXT_SIZE])
{
	static const char year[] = "2026-";

	if (day == NO_DAY)
		return "-";
	span_write_day(day, text);
	return strncmp(text, year, sizeof(year) - 1) == 0 ? text + sizeof(year) - 1 : text;
}

/* The records of a list in words, behind the weighing's rule and what it says also. Returns
 * text. */
static inline const char *
referred_write(const struct weighing *weighing, const struct referral list[], size_t count,
    char text[REFERRED_SIZE])
{
	int used = snprintf(text, REFERRED_SIZE, "W%02u", weighing->rule);

	if (weighing->also != 0)
		used += snprintf(
		    text + used, REFERRED_SIZE - (size_t)used, " also W%02u", weighing->also);
	for (size_t i = 0; i < count; i++) {
		char since[DAY_TEXT_SIZE], due[DAY_TEXT_SIZE];

		used += snprintf(text + used, REFERRED_SIZE - (size_t)used,
		    "%s R%02u %s %s %s>%s %s", i > 0 ? ";" : ":", list[i].rule,
		    vocabulary_token(list[i].partner), vocabulary_token(list[i].action),
		    referred_day(list[i].since, since), referred_day(list[i].due, due),
		    list[i].is_anonymous ? "anonymous" : "named");
		assert_true(used < REFERRED_SIZE);
	}
	return text;
}

/* What is referred in a story, at a school with these partners. Returns text. */
static inline const char *
referred_at(const char *story, const struct partners *partners, char text[REFERRED_SIZE])
{
	struct case_state state = cases_state_of(story);
	struct assessment assessment;
	struct referral list[REFERRALS_MAX];

	assessment_make(&assessment, &state, cases_day("10-31"));
	struct weighing weighing = weighing_of(&assessment);

	return referred_write(&weighing, list,
	    referral_list(&assessment, &weighing, case_date(&state), partners, list), text);
}

/* Fails unless this is all that is referred in the story, at a school with every partner. */
static inline void
referred_check(const char *story, const char *want)
{
	char text[REFERRED_SIZE];

	check_string(story, "what is referred", referred_at(story, &every_partner, text), want);
}

#endif
