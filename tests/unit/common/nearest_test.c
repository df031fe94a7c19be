/* Goal: who mistypes a name is shown the one that was meant, and nothing when none is near. */

#include "support/check.h"

#include "text/nearest.h"

static const char *const names[] = {
    "referral", "overview", "agenda", "talk", "veilig-thuis", "K-2601", "K-2602", "K-2610"};

static const struct row {
	const char *written, *nearest;
} rows[] = {
    {"agenda", "agenda"},
    {"agneda", "agenda"},  /* two swapped */
    {"agend", "agenda"},   /* one left out */
    {"aagenda", "agenda"}, /* one too many */
    {"overvieuw", "overview"},
    {"veiligthuis", "veilig-thuis"},
    {"verwijzing", ""}, /* less than half in common */
    {"k-2610", "K-2610"},
    {"K-2609", "K-2601"}, /* of equals the first in the order of bytes */
    {"", ""},
    {"t", ""},
};

static const char *
nearest_to(struct nearest *nearest, const char *written, bool backwards)
{
	for (size_t i = 0; i < COUNT_OF(names); i++)
		nearest_try(nearest, bytes_of(written),
		    bytes_of(names[backwards ? COUNT_OF(names) - 1 - i : i]));
	return nearest->name;
}

static void
test_nearest(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		for (int backwards = 0; backwards < 2; backwards++) {
			struct nearest nearest = {.apart = 0};

			check_string(rows[i].written, "nearest",
			    nearest_to(&nearest, rows[i].written, backwards), rows[i].nearest);
		}
}

/* What a name may not be. */
static void
test_refused(void **state)
{
	char longest[NEAREST_SIZE + 1];
	struct nearest nearest = {.apart = 0};

	(void)state;
	memset(longest, 'a', sizeof(longest));
	nearest_try(
	    &nearest, (struct bytes){longest, NEAREST_SIZE}, (struct bytes){longest, NEAREST_SIZE});
	assert_string_equal(nearest.name, "");
	nearest_try(&nearest, BYTES("abcd"), BYTES("ab\0d"));
	assert_string_equal(nearest.name, "");
	nearest_try(&nearest, (struct bytes){longest, NEAREST_SIZE - 1},
	    (struct bytes){longest, NEAREST_SIZE - 1});
	assert_int_equal(strlen(nearest.name), NEAREST_SIZE - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nearest),
	    cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
