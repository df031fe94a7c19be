/*
 * Goal: of many things each stays where it is, is found by its number, and is zero when it is given
 * out, whatever stood there before.
 */

#include "support/check.h"

#include "tool/blocks.h"

enum { MANY = 5000 };

/* An odd size: none is to lie over another. So many of them take more than one piece of pages. */
struct thing {
	unsigned char byte[413];
};

static void
give_many(struct blocks *blocks, struct thing *things[MANY])
{
	static const struct thing zero;

	for (unsigned i = 0; i < MANY; i++) {
		assert_int_equal(blocks->count, i);
		things[i] = blocks_give(blocks);
		assert_memory_equal(things[i], &zero, sizeof(zero));
		memset(things[i], 1 + (int)(i % 250), sizeof(zero));
	}
}

static void
test_things_stay(void **state)
{
	static struct thing *things[MANY];
	struct blocks blocks = {.size = sizeof(struct thing)};

	(void)state;
	/* Then again, in the same memory. */
	for (unsigned round = 0; round < 2; round++) {
		give_many(&blocks, things);
		for (unsigned i = 0; i < MANY; i++) {
			assert_ptr_equal(blocks_number(&blocks, i), things[i]);
			assert_int_equal(blocks_number_of(&blocks, things[i]), i);
			for (size_t at = 0; at < sizeof(struct thing); at++)
				assert_int_equal(things[i]->byte[at], 1 + i % 250);
		}
		blocks_empty(&blocks);
		assert_int_equal(blocks.count, 0);
	}
	blocks_close(&blocks);
	assert_int_equal(blocks.size, sizeof(struct thing));
}

/* Those of before an early taking back are zero too, and those behind them. */
static void
test_taken_back_early(void **state)
{
	static struct thing *things[MANY];
	struct blocks blocks = {.size = sizeof(struct thing)};

	(void)state;
	for (unsigned i = 0; i < 100; i++)
		memset(blocks_give(&blocks), 7, sizeof(struct thing));
	blocks_empty(&blocks);
	memset(blocks_give(&blocks), 7, sizeof(struct thing));
	blocks_empty(&blocks);
	give_many(&blocks, things);
	blocks_close(&blocks);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_things_stay),
	    cmocka_unit_test(test_taken_back_early),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
