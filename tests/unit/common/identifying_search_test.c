/*
 * Goal: the search for where anything identifying can begin passes none over,
 * wherever it stands, and an id that is not searched holds nothing that the
 * search would find.
 */

#include "support/check.h"

#include "text/identifying/identifying.h"
#include "text/identifying/search.h"

enum { MOST = 50 };

static bool
is_searched(unsigned c)
{
	static const char marks[] = "0123456789@/([{<\xD9\xDB\xEF\xF0";

	return c != 0 && strchr(marks, (char)c) != NULL;
}

/* Each byte at each place, searched from each of some places on. */
static void
test_search(void **state)
{
	char text[MOST];

	(void)state;
	for (size_t length = 0; length <= MOST; length++) {
		memset(text, 'x', sizeof(text));
		for (size_t at = 0; at < length; at++) {
			for (unsigned c = 0; c < 256; c++) {
				size_t want = is_searched(c) ? at : length;

				text[at] = (char)c;
				assert_int_equal(
				    identifying_search((struct bytes){text, length}, 0), want);
				assert_int_equal(
				    identifying_search((struct bytes){text, length}, at), want);
				assert_int_equal(
				    identifying_search((struct bytes){text, length}, at + 1),
				    length);
			}
			text[at] = 'x';
		}
		assert_int_equal(identifying_search((struct bytes){text, length}, length), length);
	}
}

static const struct {
	const char *id;
	bool is_short;
} ids[] = {
    {"K-1", true},
    {"K-250000", true},
    {"leerling_12", true},
    {"2026-017", true},
    {"ab", true},
    {"1234567", true},
    {"12345678", false},
    {"123-45678", false},
    {"1-2-3", false},
    {"12a", false},
    {"6.1E", false},
    {"a.1", false},
    {"2011AB-1", false},
    {"Kerkstraat12", false},
    {"geb-3-10", false},
    {"VT-12", true},
};

static void
test_short_ids(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(ids); i++)
		check_number(ids[i].id, "short", identifying_is_short_id(bytes_of(ids[i].id)),
		    ids[i].is_short);
}

/* Ids out of pieces of what identifies: in one that is short nothing is found. */
static void
test_short_ids_hold_nothing(void **state)
{
	static const char *const pieces[] = {"bsn", "sofi", "geb", "NL", "NL91ABNA", "06", "6",
	    "31", "Kerkstraat", "weg", "jan", "okt", "e", "E", "AB", "-", "_", ".", "1", "12",
	    "2018", "2011", "417164300", "12345678", "1234567", "0417", "K", "mei", "geboren",
	    "3-4-", "06-"};
	struct chance chance = {20261129};
	struct bytes where;
	unsigned shorts = 0, found = 0;

	(void)state;
	for (unsigned i = 0; i < 400000; i++) {
		char id[128] = "";

		for (uint32_t left = 1 + chance_below(&chance, 6); left > 0; left--)
			strcat(id, pieces[chance_below(&chance, COUNT_OF(pieces))]);
		bool has = identifying_find(bytes_of(id), 0, &where) != IDENTIFYING_NONE;
		bool is_short = identifying_is_short_id(bytes_of(id));
		if (has && is_short)
			fail_msg("%s is short, and holds something", id);
		found += has;
		shorts += is_short;
	}
	assert_true(found > 10000 && shorts > 10000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_search),
	    cmocka_unit_test(test_short_ids),
	    cmocka_unit_test(test_short_ids_hold_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
