#include "papers/agenda/since.h"

#include "rules/situation.h"

/* The needs of a partner are those of its topic. The kernteam may stand in for several partners:
 * then the oldest of all needs counts, as the earliest due does. */
static day_number
needs_day(const struct case_state *state, enum word partner)
{
	enum topic topic = vocabulary_entry(partner)->topic;
	day_number oldest = NO_DAY;

	if (topic != TOPIC_NONE)
		return span_set_day(state->needs[topic]);
	for (topic = TOPIC_SOCIAL; topic < TOPIC_COUNT; topic++) {
		day_number day = span_set_day(state->needs[topic]);

		if (day != NO_DAY && (oldest == NO_DAY || day < oldest))
			oldest = day;
	}
	return oldest;
}

/* The row that gave the record: of those with its rule and action the one that holds, or the first
 * when none does any more (the facts were cut short, say). NULL for a rule that is none. */
static const struct table_row *
row_of(const struct situation *situation, const struct entry *refer)
{
	const struct table_row *first = NULL;

	for (size_t i = 0; i < table_row_count; i++) {
		const struct table_row *row = &table_rows[i];

		if (row->rule != refer->rule || row->action != refer->value)
			continue;
		if (situation_meets(situation, row))
			return row;
		if (first == NULL)
			first = row;
	}
	return first;
}

day_number
since_day(
    const struct dossier *dossier, const struct assessment *assessment, const struct entry *refer)
{
	const struct case_state *state = assessment->state;
	const struct weighing weighing = {.rule = dossier->weigh->rule,
	    .outcome = dossier->weigh->code,
	    .flags = dossier->weigh->flags};
	struct situation situation = situation_of(assessment, &weighing);
	const struct table_row *row = row_of(&situation, refer);

	if (row == NULL)
		return span_set_day(state->all);
	if (row->basis == NEEDS)
		return needs_day(state, refer->code);
	return situation_day(
	    &situation, row, TOPIC_NONE, case_done(state, refer->code, refer->value));
}
