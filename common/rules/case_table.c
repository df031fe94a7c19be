#include "rules/case_table.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "tool/diagnostics.h"
#include "tool/memory.h"

enum { FIRST_PLACES = 64 };

/* More than this of the places taken, and the index grows: so few that nearly every case is found
 * at the first place that is looked at, since going on from there is what a processor does not
 * foresee. */
enum { FULL_TENTHS = 4 };

_Static_assert(
    sizeof(struct case_state) + sizeof(struct case_rest) + 2 * sizeof(case_place) * 10 / FULL_TENTHS
	<= 768,
    "a case takes at most 768 bytes, its places in an index that has just grown too");

/* The tag takes so many bits of a place; the rest numbers more cases than memory holds. */
enum { TAG_BITS = 6, TAG_MASK = (1 << TAG_BITS) - 1, CASES_MAX = (1 << (32 - TAG_BITS)) - 1 };

void
case_table_open(struct case_table *table)
{
	*table = (struct case_table){.places = FIRST_PLACES,
	    .states.size = sizeof(struct case_state),
	    .rests.size = sizeof(struct case_rest)};
	if (getrandom(table->seed, sizeof(table->seed), 0) != sizeof(table->seed))
		diagnostics_stop(_("the system gives no random numbers"));
	table->place = memory_allocate_zero(table->places, sizeof(*table->place));
}

void
case_table_close(struct case_table *table)
{
	blocks_close(&table->states);
	blocks_close(&table->rests);
	free(table->place);
	*table = (struct case_table){.places = 0};
}

/* Multiplies and folds: every bit of the product counts. Where the machine has no type so wide, its
 * 128 bits come from the halves of the factors. */
static uint64_t
fold(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
	uint64_t a_low = (uint32_t)a, a_high = a >> 32, b_low = (uint32_t)b, b_high = b >> 32;
	uint64_t crossed = a_high * b_low + (a_low * b_low >> 32);
	uint64_t middle = a_low * b_high + (uint32_t)crossed;

	return (a * b) ^ (a_high * b_high + (crossed >> 32) + (middle >> 32));
#endif
}

/* Every byte of the pseudonym and the school count. */
static uint64_t
hash_of(const struct case_table *table, const struct case_key *key)
{
	uint64_t hash = fold(table->seed[0] ^ key->school, table->seed[1]);
	uint64_t word;

	/* No byte of a pseudonym is NUL, so a word of NULs is behind its end. */
	for (size_t i = 0; i < CASE_MAX_LENGTH; i += sizeof(word)) {
		memcpy(&word, key->id + i, sizeof(word));
		if (word == 0)
			break;
		hash = fold(hash ^ word, table->seed[1]);
	}
	return fold(hash, table->seed[0] | 1);
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
	size_t at = (size_t)hash & (places - 1);

	while (place[at] != 0)
		at = (at + 1) & (places - 1);
	place[at] = (uint32_t)(number + 1) << TAG_BITS | tag_of(hash);
}

static void
grow_index(struct case_table *table)
{
	size_t places = table->places * 2;
	case_place *place = memory_allocate_zero(places, sizeof(*place));

	for (size_t i = 0; i < table->states.count; i++) {
		const struct case_state *state = case_table_number(table, i);

		put_place(place, places, i, hash_of(table, &state->key));
	}
	free(table->place);
	table->place = place;
	table->places = places;
}

static struct case_state *
new_case(struct case_table *table, const struct case_key *key, uint64_t hash)
{
	size_t number = table->states.count;

	if (number == CASES_MAX)
		diagnostics_stop(_("too many cases"));
	if ((number + 1) * 10 > table->places * FULL_TENTHS)
		grow_index(table);
	put_place(table->place, table->places, number, hash);

	struct case_state *state = blocks_give(&table->states);
	state->key = *key;
	return state;
}

static bool
keys_equal(const struct case_key *a, const struct case_key *b)
{
	return a->school == b->school && memcmp(a->id, b->id, CASE_MAX_LENGTH) == 0;
}

/* From the place at on, the first of a case with the tag of this hash, or a free one. */
static size_t
next_likely(const struct case_table *table, size_t at, uint64_t hash)
{
	at &= table->places - 1;
	while (table->place[at] != 0 && (table->place[at] & TAG_MASK) != tag_of(hash))
		at = (at + 1) & (table->places - 1);
	return at;
}

static struct case_state *
state_at(const struct case_table *table, size_t at)
{
	return case_table_number(table, (table->place[at] >> TAG_BITS) - 1);
}

static struct case_state *
state_of(struct case_table *table, const struct case_key *key, uint64_t hash)
{
	size_t at = next_likely(table, (size_t)hash, hash);

	while (table->place[at] != 0) {
		struct case_state *state = state_at(table, at);

		if (keys_equal(&state->key, key))
			return state;
		at = next_likely(table, at + 1, hash);
	}
	return new_case(table, key, hash);
}

/* The first case with the tag of the hash is nearly always the right one, and to fetch a wrong
 * one does no harm. */
static void
fetch_state(const struct case_table *table, struct gathered_fact *gathered)
{
	size_t at = next_likely(table, (size_t)gathered->hash, gathered->hash);

	gathered->likely = table->place[at] == 0 ? NULL : state_at(table, at);
	if (gathered->likely == NULL)
		return;
	__builtin_prefetch(gathered->likely, 1);
	__builtin_prefetch((const char *)gathered->likely + case_fact_at(&gathered->fact), 1);
}

static struct case_state *
state_of_gathered(struct case_table *table, const struct gathered_fact *gathered)
{
	if (gathered->likely != NULL && keys_equal(&gathered->likely->key, &gathered->key))
		return gathered->likely;
	return state_of(table, &gathered->key, gathered->hash);
}

/* The states are all asked for before the first is used, so that the waits for them overlap. */
void
case_table_settle(struct case_table *table)
{
	struct case_state *state = NULL;

	for (size_t i = 0; i < table->gathered_count; i++)
		if (!table->gathered[i].is_of_last)
			fetch_state(table, &table->gathered[i]);
	for (size_t i = 0; i < table->gathered_count; i++) {
		const struct gathered_fact *gathered = &table->gathered[i];

		if (!gathered->is_of_last)
			state = state_of_gathered(table, gathered);
		case_take_fact(state, &gathered->fact, &table->rests);
	}
	table->gathered_count = 0;
}

void
case_table_take(struct case_table *table, const struct record *record)
{
	size_t number = table->gathered_count++;
	struct gathered_fact *gathered = &table->gathered[number];

	case_key_set(&gathered->key, record);
	gathered->fact = case_fact_of(record);
	gathered->hash = hash_of(table, &gathered->key);
	gathered->is_of_last = number > 0 && gathered->hash == gathered[-1].hash
	    && keys_equal(&gathered->key, &gathered[-1].key);
	__builtin_prefetch(&table->place[gathered->hash & (table->places - 1)]);
	if (table->gathered_count == GATHERED_MAX)
		case_table_settle(table);
}

/* What is asked for comes mostly in the order in which the cases first came: weighings do. */
static struct case_state *
next_state(struct case_table *table, const struct case_key *key)
{
	struct case_state *state;

	if (table->next < table->states.count) {
		state = case_table_number(table, table->next);
		if (keys_equal(&state->key, key)) {
			table->next++;
			return state;
		}
	}
	state = state_of(table, key, hash_of(table, key));
	table->next = case_table_number_of(table, state) + 1;
	return state;
}

struct case_state *
case_table_at(struct case_table *table, const struct record *record)
{
	struct case_key key = case_key_of(record);

	case_table_settle(table);
	if (table->last == NULL || !keys_equal(&table->last->key, &key))
		table->last = next_state(table, &key);
	return table->last;
}

bool
case_table_ends_run(const struct case_table *table, const struct record *record)
{
	const struct case_key *first;

	if (table->states.count > 0)
		first = &case_table_number(table, 0)->key;
	else if (table->gathered_count > 0)
		first = &table->gathered[0].key;
	else
		return false;
	return !bytes_equal(case_key_id(first), record->column[COLUMN_CASE]);
}

void
case_table_empty(struct case_table *table)
{
	if (table->states.count > 0)
		memset(table->place, 0, table->places * sizeof(*table->place));
	blocks_empty(&table->states);
	blocks_empty(&table->rests);
	table->last = NULL;
	table->gathered_count = 0;
}
