/*
 * Goal: what is kept of records is as deep as a paper needs, whatever their
 * number; the records of a case stand together in order of time.
 */

#include "support/check.h"

#include "cases/dossiers.h"

static const char *const lines[][9] = {
    {"A", "2026-10-03", "03AB00", "signal", "fear", "seen", "", "", "derde"},
    {"B", "2026-10-02", "03AB00", "signal", "fear", "seen", "", "", "van B"},
    {"A", "2026-10-01", "03AB00", "signal", "fear", "seen", "", "", "eerste"},
    {"A", "2026-10-03", "03AB00", "refer", "af", "talk", "2026-10-08", "mc-refer", "R21 named"},
    {"A", "2026-10-03", "03AB00", "refer", "board", "inform", "2026-10-05", "mc-refer",
	"R03 named"},
    {"A", "2026-10-02", "03AB00", "signal", "late", "seen", "", "ib", "tweede"},
    {"A", "2026-10-02", "03AB00", "signal", "late", "seen", "", "teacher", "tweede"},
    {"A", "2026-10-03", "03AB00", "weigh", "talk-first", "W14", "", "mc-weigh", ""},
    {"A", "2026-10-01", "03AB00", "signal", "fear", "seen", "", "", "eerste"},
};

static void
take_lines(struct dossiers *dossiers)
{
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		struct record record = {.kind = WORD_NONE};
		struct faults faults = {.count = 0};

		for (size_t column = 0; column < RECORD_COLUMNS; column++)
			record.column[COLUMN_FIRST + column] = bytes_of(lines[i][column]);
		record_read(&record, &faults);
		check_number(lines[i][8], "faults", faults.count, 0);
		assert_true(dossiers_take(dossiers, &record));
	}
	dossiers_sort(dossiers);
}

static const struct depth_row {
	enum dossiers_depth depth;
	size_t facts, weighs, refers;
} depths[] = {
    {DEPTH_CASES, 0, 0, 0},
    {DEPTH_DERIVED, 0, 1, 2},
    {DEPTH_FACTS, 4, 1, 2},
};

static void
test_depths(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(depths); i++) {
		struct dossier list[2] = {{.facts = 0}}, *dossier = &list[0];
		struct dossiers dossiers;

		dossiers_open(&dossiers, depths[i].depth);
		take_lines(&dossiers);
		check_number("depth", "cases", case_table_count(&dossiers.cases), 2);
		dossiers_list(&dossiers, list);
		check_number("depth", "facts", dossier->facts, depths[i].facts);
		check_number("depth", "weighs", dossier->weighs, depths[i].weighs);
		check_number("depth", "refers", dossier->refers, depths[i].refers);
		/* Texts are kept with the facts alone; the state knows the facts all the same. */
		check_number("depth", "texts", dossiers.texts.latest != NULL, dossier->facts > 0);
		check_number(
		    "depth", "newest", case_date(dossier->state), span_day_of(2026, 10, 3));
		dossiers_close(&dossiers);
	}
}

static void
test_order(void **state)
{
	static const char *const texts[] = {"eerste", "tweede", "tweede", "derde"};
	struct dossier list[2] = {{.facts = 0}}, *dossier = &list[0];
	struct dossiers dossiers;

	(void)state;
	dossiers_open(&dossiers, DEPTH_FACTS);
	take_lines(&dossiers);
	dossiers_list(&dossiers, list);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		check_bytes("order", "text", dossier->fact[i].text, bytes_of(texts[i]));
	/* What differs in its author alone has an order too; rules come before partners. */
	assert_int_equal(dossier->fact[1].by, ROLE_TEACHER);
	assert_int_equal(dossier->refer[0].rule, 3);
	assert_int_equal(dossier->refer[1].rule, 21);
	assert_int_equal(dossier->weigh->rule, 14);
	dossiers_close(&dossiers);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_depths),
	    cmocka_unit_test(test_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
