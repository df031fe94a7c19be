/*
 * Goal: what the family said about being named is kept for each partner, and
 * the newest counts, a no before a yes. (Whom it names is manner_test's.)
 */

#include "support/check.h"

#include "rules/consent.h"
#include "support/cases.h"

/* Each partner's own consent is kept, and no other's. */
static void
test_consent_of_each_partner(void **state)
{
	char story[128];

	(void)state;
	for (enum word partner = PARTNER_FIRST; partner < PARTNER_END; partner++)
		for (unsigned is_no = 0; is_no < 2; is_no++) {
			const char *token = vocabulary_token(partner);

			snprintf(story, sizeof(story), "03-01 consent %s %s; 03-02 consent %s %s",
			    token, is_no ? "yes" : "no", token, is_no ? "no" : "yes");
			struct case_state got = cases_state_of(story);

			check_number(story, "any consent", got.has_consent, true);
			for (enum word other = PARTNER_FIRST; other < PARTNER_END; other++)
				check_number(story, vocabulary_token(other),
				    consent_own(&got, other),
				    other != partner ? CONSENT_UNKNOWN
					: is_no	     ? CONSENT_WITHHELD
						     : CONSENT_GIVEN);
		}
}

/* Of several the newest counts, and a no before a yes where nobody can tell which came last. */
static const struct consent_row {
	const char *story;
	enum consent consent;
} consent_rows[] = {
    {"03-01 signal fear seen", CONSENT_UNKNOWN},
    {"03-01 consent cjg no; 03-01 consent cjg yes", CONSENT_WITHHELD},
    {"03-01 consent cjg yes; 03-01 consent cjg no", CONSENT_WITHHELD},
    {"03-01T09:00 consent cjg no; 03-01 consent cjg yes", CONSENT_WITHHELD},
    {"03-01 consent cjg no; 03-01T09:00 consent cjg yes", CONSENT_WITHHELD},
    {"03-01T09:00 consent cjg no; 03-01T09:00 consent cjg yes", CONSENT_WITHHELD},
    {"03-01T09:00 consent cjg no; 03-01T09:01 consent cjg yes", CONSENT_GIVEN},
    {"03-01T09:01 consent cjg yes; 03-01T09:00 consent cjg no", CONSENT_GIVEN},
    {"03-01T09:01 consent cjg no; 03-01T09:00 consent cjg yes", CONSENT_WITHHELD},
    {"03-01T09:01 consent cjg yes; 03-01T09:00 consent cjg no; 03-01 consent cjg yes",
	CONSENT_GIVEN},
    {"03-01 consent cjg no; 03-02 consent cjg yes; 03-01 consent cjg no", CONSENT_GIVEN},
};

static void
test_newest_consent(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(consent_rows); i++) {
		struct case_state got = cases_state_of(consent_rows[i].story);

		check_number(consent_rows[i].story, "consent", consent_own(&got, PARTNER_CJG),
		    consent_rows[i].consent);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_consent_of_each_partner),
	    cmocka_unit_test(test_newest_consent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
