/*
 * Goal: the reader allocates nothing for a record, plain or quoted, right or
 * wrong in its fields: what it has at the first hundred is enough for all.
 *
 * The allocator's functions are replaced by ones that count, libcsv's use of
 * them included. Under a sanitizer its own hooks count.
 */

#include "support/check.h"

#include "support/pieces.h"
#include "records/reader.h"

static unsigned long allocations;

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define UNDER_SANITIZER
#endif

#ifdef UNDER_SANITIZER

int __sanitizer_install_malloc_and_free_hooks(
    void (*allocated)(const volatile void *, size_t), void (*freed)(const volatile void *));

static void
count_allocation(const volatile void *memory, size_t size)
{
	(void)memory;
	(void)size;
	allocations++;
}

static void
ignore_free(const volatile void *memory)
{
	(void)memory;
}

static void
start_counting(void)
{
	assert_true(__sanitizer_install_malloc_and_free_hooks(count_allocation, ignore_free) > 0);
}

#else

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);

void *
malloc(size_t size)
{
	allocations++;
	return __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	allocations++;
	return __libc_calloc(count, size);
}

void *
realloc(void *memory, size_t size)
{
	allocations++;
	return __libc_realloc(memory, size);
}

static void
start_counting(void)
{
}

#endif

enum { RECORDS = 100000, FIRST_RECORDS = 100 };

static const struct memory_row {
	const char *name;
	struct bytes line;
	enum reader_event event;
} memory_rows[] = {
    {"plain", BYTES("K-1,2026-03-01,03AB00,signal,fear,seen,,teacher,schrok van de bel\n"),
	READER_RECORD},
    {"quoted",
	BYTES("\"K-1\",2026-03-01,03AB00,signal,fear,seen,,teacher,\"zei: \"\"nee\"\", en "
	      "huilde\"\n"),
	READER_RECORD},
    {"wrong", BYTES("K-1,2026-02-30,03AB00,signal,fer,seen,,juf,\"x\"\n"), READER_REFUSED},
};

/* Gives the same line for ever. */
struct repeater {
	int write_end;
	unsigned long left;
	char block[16384];
	size_t lines, size;
};

static void
repeat(void *argument)
{
	struct repeater *repeater = argument;
	size_t lines = repeater->left < repeater->lines ? repeater->left : repeater->lines;
	size_t size = lines * (repeater->size / repeater->lines);

	assert_int_equal(write(repeater->write_end, repeater->block, size), size);
	repeater->left -= lines;
}

static void
check_allocations(const struct memory_row *row)
{
	static struct repeater repeater;
	static struct reader reader;
	struct record record;
	struct refusal refusal;
	unsigned long before = 0;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	repeater = (struct repeater){.write_end = ends[1], .left = RECORDS};
	repeater.lines = sizeof(repeater.block) / row->line.length;
	for (size_t i = 0; i < repeater.lines; i++, repeater.size += row->line.length)
		memcpy(repeater.block + repeater.size, row->line.at, row->line.length);
	allocations = 0;
	reader_open(&reader, ends[0], repeat, &repeater);
	check_number(row->name, "allocations are counted", allocations > 0, true);
	for (unsigned i = 0; i < RECORDS; i++) {
		if (i == FIRST_RECORDS)
			before = allocations;
		if (reader_next(&reader, &record, &refusal) != row->event)
			fail_msg("%s: record %u is another event", row->name, i);
	}
	check_number(row->name, "allocations", allocations - before, 0);
	reader_close(&reader);
	close(ends[0]);
	close(ends[1]);
}

static void
test_nothing_is_allocated(void **state)
{
	(void)state;
	start_counting();
	for (size_t i = 0; i < COUNT_OF(memory_rows); i++)
		check_allocations(&memory_rows[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_nothing_is_allocated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
