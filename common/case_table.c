#include "case_table.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "diagnostics.h"
#include "memory.h"

enum { FIRST_PLACES = 64, BLOCK_CASES = 64 };

/* More than this of the places taken, and the index grows. */
enum { FULL_TENTHS = 7 };

/* The tag takes so many bits of a place; the rest numbers more cases than memory holds. */
enum { TAG_BITS = 6, CASES_MAX = (1 << (32 - TAG_BITS)) - 1 };

void
case_table_open(struct case_table *table)
{
	*table = (struct case_table){.places = FIRST_PLACES};
	if (getrandom(table->seed, sizeof(table->seed), 0) != sizeof(table->seed))
		diagnostics_stop(_("the system gives no random numbers"));
	table->place = memory_allocate_zero(table->places, sizeof(*table->place));
}

void
case_table_close(struct case_table *table)
{
	for (size_t i = 0; i < table->blocks; i++)
		free(table->block[i]);
	free(table->block);
	free(table->place);
	*table = (struct case_table){.places = 0};
}

/* Multiplies and folds: every bit of the product counts. */
static uint64_t
fold(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t
hash_of(const struct case_table *table, const struct case_key *key)
{
	uint64_t part[CASE_MAX_LENGTH / 8];

	memcpy(part, key->id, sizeof(part));
	uint64_t hash = fold(part[0] ^ table->seed[0], part[1] ^ table->seed[1]);
	hash ^= fold(part[2] ^ table->seed[1] ^ hash, part[3] ^ table->seed[0]);
	return fold(hash ^ key->school ^ table->seed[0], table->seed[1] | 1);
}

struct case_state *
case_table_number(const struct case_table *table, size_t number)
{
	return &table->block[number / BLOCK_CASES][number % BLOCK_CASES];
}

/* The tag comes from other bits of the hash than the place. */
static uint32_t
tag_of(uint64_t hash)
{
	return (uint32_t)(hash >> (64 - TAG_BITS));
}

static void
put_place(case_place *place, size_t places, size_t number, uint64_t hash)
{
	size_t at = hash & (places - 1);

	while (place[at] != 0)
		at = (at + 1) & (places - 1);
	place[at] = (uint32_t)(number + 1) << TAG_BITS | tag_of(hash);
}

static void
grow_index(struct case_table *table)
{
	size_t places = table->places * 2;
	case_place *place = memory_allocate_zero(places, sizeof(*place));

	for (size_t i = 0; i < table->count; i++)
		put_place(place, places, i, hash_of(table, &case_table_number(table, i)->key));
	free(table->place);
	table->place = place;
	table->places = places;
}

static struct case_state *
new_case(struct case_table *table, const struct case_key *key, uint64_t hash)
{
	size_t number = table->count;

	if (number == CASES_MAX)
		diagnostics_stop(_("too many cases"));
	if (number / BLOCK_CASES == table->blocks) {
		/* The list of blocks doubles; it is a pointer to 64 cases. */
		if ((table->blocks & (table->blocks - 1)) == 0)
			table->block = memory_resize(table->block,
			    table->blocks == 0 ? 1 : 2 * table->blocks, sizeof(*table->block));
		table->block[table->blocks++]
		    = memory_allocate(BLOCK_CASES * sizeof(struct case_state));
	}
	if ((table->count + 1) * 10 > table->places * FULL_TENTHS)
		grow_index(table);
	table->count++;
	put_place(table->place, table->places, number, hash);

	struct case_state *state = case_table_number(table, number);
	*state = (struct case_state){.key = *key};
	return state;
}

static bool
has_key(const struct case_state *state, const struct case_key *key)
{
	return state->key.school == key->school
	    && memcmp(state->key.id, key->id, sizeof(key->id)) == 0;
}

struct case_state *
case_table_at(struct case_table *table, const struct record *record)
{
	struct case_key key = case_key_of(record);

	if (table->latest != NULL && has_key(table->latest, &key))
		return table->latest;

	uint64_t hash = hash_of(table, &key);
	size_t at = hash & (table->places - 1);
	for (; table->place[at] != 0; at = (at + 1) & (table->places - 1)) {
		if ((table->place[at] & ((1u << TAG_BITS) - 1)) != tag_of(hash))
			continue;
		table->latest = case_table_number(table, (table->place[at] >> TAG_BITS) - 1);
		if (has_key(table->latest, &key))
			return table->latest;
	}
	return table->latest = new_case(table, &key, hash);
}

bool
case_table_ends_run(const struct case_table *table, const struct record *record)
{
	struct case_key key = case_key_of(record);

	return table->count > 0
	    && memcmp(case_table_number(table, 0)->key.id, key.id, sizeof(key.id)) != 0;
}

void
case_table_empty(struct case_table *table)
{
	if (table->count > 0)
		memset(table->place, 0, table->places * sizeof(*table->place));
	table->count = 0;
	table->latest = NULL;
}
