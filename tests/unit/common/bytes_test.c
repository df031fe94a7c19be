/*
 * Goal: runs of bytes are equal when every byte is, at every length and with
 * any byte changed.
 */

#include "support/check.h"

enum { LONGEST = 40 };

static void
test_equal_but_for_one_byte(void **state)
{
	char a[LONGEST], b[LONGEST];

	(void)state;
	for (size_t length = 0; length <= LONGEST; length++) {
		for (size_t i = 0; i < length; i++)
			a[i] = b[i] = (char)(i * 37 + length);
		assert_true(bytes_equal((struct bytes){a, length}, (struct bytes){b, length}));
		for (size_t i = 0; i < length; i++)
			for (unsigned bit = 0; bit < 8; bit++) {
				b[i] = (char)(a[i] ^ 1 << bit);
				if (bytes_equal(
					(struct bytes){a, length}, (struct bytes){b, length}))
					fail_msg("byte %zu of %zu makes no difference", i, length);
				b[i] = a[i];
			}
		if (length > 0)
			assert_false(
			    bytes_equal((struct bytes){a, length}, (struct bytes){b, length - 1}));
	}
	assert_true(bytes_equal((struct bytes){NULL, 0}, BYTES("")));
	assert_false(bytes_equal(BYTES("a\0b"), BYTES("a\0c")));
	assert_true(bytes_equal(bytes_of("a"), BYTES("a")));
}

/* Of any length, what is read is the bytes as memory has them, and nothing behind them. */
static void
test_word(void **state)
{
	static const char text[] = "\x81z\xFF"
				   "defghijklmnop";

	(void)state;
	for (size_t length = 1; length < sizeof(text); length++) {
		char want[sizeof(uint64_t)] = {0}, *copy = malloc(length);
		uint64_t got;

		memcpy(want, text, length < sizeof(want) ? length : sizeof(want));
		memcpy(copy, text, length);
		got = bytes_word(copy, length);
		assert_memory_equal(&got, want, sizeof(want));
		free(copy);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_word),
	    cmocka_unit_test(test_equal_but_for_one_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
