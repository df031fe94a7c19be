/*
 * Goal: without memory a tool says so and ends with status 2; it never goes on
 * with a null pointer, nor with too little when a size overflows.
 */

#include "support/apart.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* So that a sanitizer's allocator fails as the system's does. */
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

static void
too_much(void)
{
	memory_allocate(SIZE_MAX / 4);
}

static void
too_much_zero(void)
{
	memory_allocate_zero(SIZE_MAX / 8, 2);
}

static void
zero_overflows(void)
{
	memory_allocate_zero(SIZE_MAX / 2, 4);
}

static void
resize_overflows(void)
{
	memory_resize(NULL, SIZE_MAX / 2, 4);
}

static void
resize_too_much(void)
{
	memory_resize(NULL, SIZE_MAX / 8, 2);
}

static const struct memory_row {
	const char *name;
	void (*ask)(void);
} memory_rows[] = {
    {"allocate", too_much},
    {"allocate zero", too_much_zero},
    {"allocate zero, overflowing", zero_overflows},
    {"resize", resize_too_much},
    {"resize, overflowing", resize_overflows},
};

static void
ask_row(const void *row)
{
	((const struct memory_row *)row)->ask();
}

static void
test_ends_without_memory(void **state)
{
	char said[4096];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(memory_rows); i++) {
		int status = apart_ask(ask_row, &memory_rows[i], said, sizeof(said));

		check_number(memory_rows[i].name, "status", (unsigned)status, STATUS_TROUBLE);
		/* A sanitizer may have said something before. */
		if (strstr(said, "meldcode: out of memory\n") == NULL)
			fail_msg("%s: said \"%s\"", memory_rows[i].name, said);
	}
}

static void
test_memory_is_there(void **state)
{
	unsigned char *memory = memory_allocate_zero(1000, 3);

	(void)state;
	for (size_t i = 0; i < 3000; i++)
		assert_int_equal(memory[i], 0);
	memset(memory, 7, 3000);
	memory = memory_resize(memory, 1000, 5);
	assert_int_equal(memory[2999], 7);
	free(memory);
	free(memory_allocate(0x10000));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_ends_without_memory),
	    cmocka_unit_test(test_memory_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
