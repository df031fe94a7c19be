/*
 * Goal: the quick look-up of a word finds what a comparison with every token of
 * the list finds, and so does the other, whatever stands behind the token; and
 * it reads no byte beyond the room that it asks for.
 */

#include "support/check.h"

#include <sys/mman.h>
#include <unistd.h>

#include "records/vocabulary.h"

/* Of what is looked up. */
enum { LONGEST = 512 + 64 };

/* The end of memory that can be read. */
static char *end;

static int
open_memory(void **state)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *memory =
	    mmap(NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)state;
	assert_true(memory != MAP_FAILED && page >= LONGEST);
	end = memory + page;
	return mprotect(end, page, PROT_NONE);
}

/* What a reader of the table would say. */
static enum word
find_plainly(enum word_list list, struct bytes token)
{
	if (token.length == 0)
		return WORD_NONE;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		const struct word_entry *entry = vocabulary_entry(word);

		if (entry->list == list && strlen(entry->token) == token.length
		    && memcmp(entry->token, token.at, token.length) == 0)
			return word;
	}
	return WORD_NONE;
}

/* The token with no more room than it must have, filled with some byte. */
static struct bytes
put(struct bytes token, char behind)
{
	size_t size = token.length > VOCABULARY_ROOM ? token.length : VOCABULARY_ROOM;
	char *at = end - size;

	memset(at, behind, size);
	if (token.length > 0)
		memcpy(at, token.at, token.length);
	return (struct bytes){at, token.length};
}

/* Both look-ups give what there is to find. */
static void
check_both(enum word_list list, struct bytes token, char behind, enum word want)
{
	enum word roomy = vocabulary_find_roomy(list, put(token, behind));
	enum word found = vocabulary_find(list, token);

	if (roomy != want || found != want)
		fail_msg("list %u, \"%.*s\" and byte %d: is %u and %u, should be %u", list,
		    (int)token.length, token.at, behind, roomy, found, want);
}

static const char behinds[] = {'\0', ',', '\n', 'e', '-', '\x80', '\xFF'};

static void
test_every_token_in_every_list(void **state)
{
	(void)state;
	for (enum word word = WORD_NONE; word < WORD_COUNT; word++)
		for (enum word_list list = NO_LIST; list < LIST_COUNT; list++)
			for (size_t i = 0; i < sizeof(behinds); i++) {
				struct bytes token = bytes_of(vocabulary_token(word));

				check_both(list, token, behinds[i], find_plainly(list, token));
			}
}

/* Every token with one byte another, one less and one more, in its own list. */
static void
test_one_byte_off(void **state)
{
	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		const struct word_entry *entry = vocabulary_entry(word);
		size_t length = strlen(entry->token);
		char off[64];

		for (size_t at = 0; at <= length; at++) {
			for (unsigned c = 0; c < 256; c += at < length ? 1 : 5) {
				memcpy(off, entry->token, length);
				off[at] = (char)c;
				struct bytes token = {off, at < length ? length : length + 1};

				check_both(
				    entry->list, token, ',', find_plainly(entry->list, token));
			}
			memcpy(off, entry->token, at);
			memcpy(off + at, entry->token + at + 1, length - at);
			struct bytes less = {off, at < length ? length - 1 : length};
			check_both(entry->list, less, '\0', find_plainly(entry->list, less));
		}
	}
}

/* Two bytes at once, so that what is wrong in one eight bytes cannot make up for another. */
static void
test_two_bytes_off(void **state)
{
	struct chance chance = {172001};

	(void)state;
	for (unsigned i = 0; i < 200000; i++) {
		enum word word = 1 + chance_below(&chance, WORD_COUNT - 1);
		const struct word_entry *entry = vocabulary_entry(word);
		uint32_t length = (uint32_t)strlen(entry->token);
		enum word_list list = chance_below(&chance, LIST_COUNT);
		char off[64];

		strcpy(off, entry->token);
		uint32_t bit = 1u << chance_below(&chance, 8);
		off[chance_below(&chance, length)] ^= (char)bit;
		off[chance_below(&chance, length)] ^= (char)bit;
		struct bytes token = {off, length};
		check_both(list, token, behinds[i % sizeof(behinds)], find_plainly(list, token));
		check_both(entry->list, token, '\0', find_plainly(entry->list, token));
	}
}

/* What lies between the first eight bytes of a token and the last: two bytes of it, in every way.
 */
static void
test_middle_of_tokens(void **state)
{
	enum { FIRST = 8, WAYS = 256 * 256 };
	unsigned long_ones = 0;

	(void)state;
	for (enum word word = WORD_NONE + 1; word < WORD_COUNT; word++) {
		struct bytes was = bytes_of(vocabulary_token(word));
		char off[64];

		if (was.length <= 2 * FIRST)
			continue;
		memcpy(off, was.at, was.length);
		for (unsigned i = 0; i < WAYS; i++) {
			struct bytes token = {off, was.length};

			off[FIRST] = (char)(i / 256);
			off[FIRST + 1] = (char)(i % 256);
			check_both(vocabulary_entry(word)->list, token, 'x',
			    bytes_equal(token, was) ? word : WORD_NONE);
		}
		long_ones++;
	}
	assert_true(long_ones > 0);
}

/* A token and more: up to lengths at which a number of one byte begins anew, also so that it begins
 * and ends as it would without. */
static void
test_long_tokens(void **state)
{
	static char with[LONGEST];

	(void)state;
	for (enum word word = WORD_NONE; word < WORD_COUNT; word++) {
		const struct word_entry *entry = vocabulary_entry(word);
		size_t length = strlen(entry->token);

		for (unsigned filler = 0; filler < 2; filler++)
			for (size_t more = 1; length + more <= LONGEST; more++) {
				struct bytes token = {with, length + more};

				memset(with, filler == 0 ? '\0' : 'x', sizeof(with));
				memcpy(with, entry->token, length);
				check_both(entry->list, token, 'x', WORD_NONE);
				memcpy(with + more, entry->token, more >= length ? length : 0);
				check_both(entry->list, token, 'x', WORD_NONE);
			}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_token_in_every_list),
	    cmocka_unit_test(test_one_byte_off),
	    cmocka_unit_test(test_two_bytes_off),
	    cmocka_unit_test(test_middle_of_tokens),
	    cmocka_unit_test(test_long_tokens),
	};

	return cmocka_run_group_tests(tests, open_memory, NULL);
}
