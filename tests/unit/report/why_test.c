/* Goal: whatever row of the referral's table asks an action, the agenda says why in words of its
 * own, in both languages, with nothing left to fill in. */

#include "support/check.h"

#include "papers/agenda/why.h"
#include "rules/referral_table.h"

enum { TODAY = 9799 };

/* Why an action of a row is due, with a rule of the weighing. */
static void
say(struct phrase *phrase, const struct table_row *row, unsigned weighed, unsigned flags)
{
	static const struct case_state nothing;
	struct entry weigh = {.when = span_of_day(TODAY),
	    .kind = KIND_WEIGH,
	    .code = (uint16_t)weighing_outcome_of(weighed),
	    .rule = (uint8_t)weighed,
	    .flags = flags};
	struct entry refer = {.when = span_of_day(TODAY - 1),
	    .due = TODAY + 1,
	    .kind = KIND_REFER,
	    .code = (uint16_t)(row->partner < WORD_COUNT ? row->partner : PARTNER_KERNTEAM),
	    .value = row->action,
	    .rule = (uint8_t)row->rule};
	struct dossier dossier = {
	    .state = &nothing, .weigh = &weigh, .weighs = 1, .refer = &refer, .refers = 1};

	struct why_case of;

	why_open(&of, &dossier, TODAY);
	struct why why = why_of(&of, &refer);
	why_say(phrase, &why, &refer, TODAY);
}

static void
test_every_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < table_row_count; i++)
		for (enum language language = DUTCH; language < LANGUAGES; language++) {
			struct phrase phrase = {.language = language};
			const char *text;

			say(&phrase, &table_rows[i], 21, 0);
			text = phrase_string(&phrase);
			if (strstr(text, language == DUTCH ? "Dit telt" : "This counts") != NULL
			    || strchr(text, '{') != NULL || strlen(text) < 20)
				fail_msg("rule R%02u says \"%s\"", table_rows[i].rule, text);
			phrase_close(&phrase);
		}
}

static const struct row {
	unsigned rule, weighed, flags;
	const char *end;
} rows[] = {
    {18, 35, 0, "herstel de regels en weeg dan. Te beantwoorden: afweging 1 (vermoeden)."},
    {18, 24, FLAG_QUESTION << 2, "Te beantwoorden: afweging 2 (onveiligheid)."},
    {18, 24, FLAG_QUESTION << 2 | FLAG_QUESTION << 3 | FLAG_QUESTION << 4,
	"Te beantwoorden: afweging 2 (onveiligheid), afweging 3 (hulp is mogelijk) en afweging 4 "
	"(hulp wordt aanvaard)."},
    {20, 25, 0, "weeg na het overleg opnieuw. Te beantwoorden: afweging 3 (hulp is mogelijk)."},
    {33, 34, FLAG_GOAL | FLAG_CASEMANAGER,
	"is de hulp aanvaard. Er ontbreekt: doel op veiligheid of welzijn en casemanager."},
    {33, 33, FLAG_MONITOR, "Er ontbreekt: afspraak over het volgen van de veiligheid."},
    {21, 14, FLAG_CHILD, "nog geen gesprek met de ouders vastgelegd."},
};

static const struct table_row *
row_of(unsigned rule)
{
	size_t i = 0;

	while (table_rows[i].rule != rule)
		i++;
	return &table_rows[i];
}

static void
test_what_is_missing(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct phrase phrase = {.language = DUTCH};

		say(&phrase, row_of(rows[i].rule), rows[i].weighed, rows[i].flags);
		size_t length = phrase_bytes(&phrase).length, end = strlen(rows[i].end);
		check_string(rows[i].end, "why",
		    length < end ? "" : phrase_string(&phrase) + length - end, rows[i].end);
		phrase_close(&phrase);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_row),
	    cmocka_unit_test(test_what_is_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
