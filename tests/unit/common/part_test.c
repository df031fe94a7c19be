/*
 * Goal: a log is cut in parts by its cases alone: the same everywhere and always, each case in one
 * part, and no part much greater than another.
 */

#include "support/check.h"

#include "tool/part.h"

static const struct {
	const char *text;
	struct part part; /* {0, 0} for none */
} texts[] = {
    {"1/1", {1, 1}},
    {"2/4", {2, 4}},
    {"4/4", {4, 4}},
    {"0002/9999", {2, 9999}},
    {"0/4", {0, 0}},
    {"5/4", {0, 0}},
    {"1/0", {0, 0}},
    {"1/10000", {0, 0}},
    {"1", {0, 0}},
    {"1/", {0, 0}},
    {"/2", {0, 0}},
    {"1/2/3", {0, 0}},
    {"-1/2", {0, 0}},
    {"+1/2", {0, 0}},
    {" 1/2", {0, 0}},
    {"1/2 ", {0, 0}},
    {"a/b", {0, 0}},
    {"", {0, 0}},
};

static void
test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct part part = {0, 0};

		check_number(texts[i].text, "is a part", part_read(texts[i].text, &part),
		    texts[i].part.count != 0);
		check_number(texts[i].text, "number", part.number, texts[i].part.number);
		check_number(texts[i].text, "count", part.count, texts[i].part.count);
	}
}

/* The part, of count, that holds a case; exactly one does. */
static uint32_t
part_of(const char *school, const char *id, uint32_t count)
{
	uint32_t found = 0;

	for (uint32_t number = 1; number <= count; number++) {
		struct part part = {number, count};

		if (part_holds(&part, bytes_of(school), bytes_of(id))) {
			check_number(id, "in one part", found, 0);
			found = number;
		}
	}
	assert_true(found > 0);
	return found;
}

/* Worked out apart from the code; workers on several machines and versions must agree. */
static const struct {
	const char *school, *id;
	uint32_t of_4, of_1000;
} known[] = {
    {"03AB00", "K-1", 2, 354},
    {"03AB00", "K-2", 4, 929},
    {"04AB00", "K-1", 1, 204},
    {"03AB00", "", 2, 313},
    {"", "", 2, 498},
    {"03AB00", "leerling_12.a", 1, 238},
    {"12ZZ99", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 2, 255},
};

static void
test_known(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		check_number(
		    known[i].id, "of 4", part_of(known[i].school, known[i].id, 4), known[i].of_4);
		check_number(known[i].id, "of 1000", part_of(known[i].school, known[i].id, 1000),
		    known[i].of_1000);
	}
}

/* No part is all of it. */
static void
test_all(void **state)
{
	struct part all = {0, 0};

	(void)state;
	assert_true(part_holds(&all, BYTES("03AB00"), BYTES("K-1")));
	assert_true(part_holds(&all, BYTES(""), BYTES("")));
	assert_true(part_is_first(&all));
	assert_true(part_is_first(&(struct part){1, 2}));
	assert_false(part_is_first(&(struct part){2, 2}));
}

/* Ids that follow each other, over many schools: every part gets its share, within what chance
 * allows (the sum of squares as chi-square, at most twice its mean). */
static void
test_spread(void **state)
{
	enum { MOST_PARTS = 16, IDS = 20000 };

	(void)state;
	for (uint32_t count = 2; count <= MOST_PARTS; count++) {
		uint32_t of_part[MOST_PARTS] = {0};
		double apart = 0, share = (double)IDS / count;

		for (uint32_t i = 0; i < IDS; i++) {
			char id[16], school[8];

			snprintf(id, sizeof(id), "K-%u", i + 1);
			snprintf(school, sizeof(school), "%02uAB%02u", i % 90 + 10, i % 150 / 90);
			of_part[part_of(school, id, count) - 1]++;
		}
		for (uint32_t part = 0; part < count; part++)
			apart += (of_part[part] - share) * (of_part[part] - share) / share;
		assert_true(apart < 2 * count + 10);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_read),
	    cmocka_unit_test(test_known),
	    cmocka_unit_test(test_all),
	    cmocka_unit_test(test_spread),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
