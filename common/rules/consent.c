#include "rules/consent.h"

static struct span_set
newest_of(struct case_consent consent)
{
	return (struct span_set){consent.when};
}

enum consent
consent_own(const struct case_state *state, enum word partner)
{
	struct case_consent consent = case_consent(state, partner);

	if (consent.no_of_day || consent.no_of_minute)
		return CONSENT_WITHHELD;
	return span_set_is_empty(newest_of(consent)) ? CONSENT_UNKNOWN : CONSENT_GIVEN;
}

/* Whether the no for the whole kernteam ended before the yes for the member began. */
static bool
no_came_before_yes(const struct case_state *state, enum word partner)
{
	struct case_consent kernteam = case_consent(state, PARTNER_KERNTEAM);
	moment of_kernteam = span_set_begin(newest_of(kernteam));

	if (kernteam.no_of_day)
		of_kernteam = span_of_day(span_set_day(newest_of(kernteam))).end;
	return of_kernteam < span_set_begin(newest_of(case_consent(state, partner)));
}

enum consent
consent_for(const struct case_state *state, enum word partner)
{
	enum consent own = consent_own(state, partner);
	enum consent of_kernteam =
	    vocabulary_is_member(partner) ? consent_own(state, PARTNER_KERNTEAM) : CONSENT_UNKNOWN;

	if (own == CONSENT_WITHHELD)
		return CONSENT_WITHHELD;
	if (of_kernteam == CONSENT_WITHHELD
	    && !(own == CONSENT_GIVEN && no_came_before_yes(state, partner)))
		return CONSENT_WITHHELD;
	return own == CONSENT_GIVEN || of_kernteam == CONSENT_GIVEN ? CONSENT_GIVEN
								    : CONSENT_UNKNOWN;
}
