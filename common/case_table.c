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

/* At most eight bytes as one number: for bytes of one length (1 to 8), equal numbers mean equal
 * bytes. Two loads that overlap, since a copy byte by byte would cost more than the hash. */
static uint64_t
word_of(const char *at, size_t length)
{
	if (length == 8) {
		uint64_t word;

		memcpy(&word, at, 8);
		return word;
	}
	if (length >= 4) {
		uint32_t front, back;

		memcpy(&front, at, 4);
		memcpy(&back, at + length - 4, 4);
		return (uint64_t)back << 32 | front;
	}
	return (uint64_t)(unsigned char)at[0] | (uint64_t)(unsigned char)at[length / 2] << 8
	    | (uint64_t)(unsigned char)at[length - 1] << 16;
}

/* Every byte of the pseudonym, its length and the school count. */
static uint64_t
hash_of(const struct case_table *table, struct bytes id, school_code school)
{
	uint64_t hash = fold(table->seed[0] ^ school, table->seed[1] ^ id.length);

	for (; id.length > 8; id.at += 8, id.length -= 8)
		hash = fold(hash ^ word_of(id.at, 8), table->seed[1]);
	return fold(hash ^ word_of(id.at, id.length), table->seed[0] | 1);
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

	for (size_t i = 0; i < table->count; i++) {
		const struct case_state *state = case_table_number(table, i);

		put_place(place, places, i, hash_of(table, case_id(state), state->key.school));
	}
	free(table->place);
	table->place = place;
	table->places = places;
}

static struct case_state *
new_case(struct case_table *table, struct case_key key, uint64_t hash)
{
	size_t number = table->count;

	if (number == CASES_MAX)
		diagnostics_stop(_("too many cases"));
	if (number / BLOCK_CASES == table->blocks) {
		/* The list of blocks doubles; it is a pointer to 64 cases. */
		if ((table->blocks & (table->blocks - 1)) == 0)
			table->block = memory_resize(table->block,
			    table->blocks == 0 ? 1 : 2 * table->blocks, sizeof(*table->block));
		table->block[table->blocks++] =
		    memory_allocate(BLOCK_CASES * sizeof(struct case_state));
	}
	if ((table->count + 1) * 10 > table->places * FULL_TENTHS)
		grow_index(table);
	table->count++;
	put_place(table->place, table->places, number, hash);

	struct case_state *state = case_table_number(table, number);
	*state = (struct case_state){.key = key};
	return state;
}

static bool
has_id(const struct case_state *state, struct bytes id)
{
	return bytes_equal((struct bytes){state->key.id, id.length}, id)
	    && (id.length == CASE_MAX_LENGTH || state->key.id[id.length] == '\0');
}

struct case_state *
case_table_at(struct case_table *table, const struct record *record)
{
	struct bytes id = record->column[COLUMN_CASE];
	struct case_state *latest = table->latest;

	if (latest != NULL && latest->key.school == record->school && has_id(latest, id))
		return latest;

	uint64_t hash = hash_of(table, id, record->school);
	size_t at = hash & (table->places - 1);
	for (; table->place[at] != 0; at = (at + 1) & (table->places - 1)) {
		if ((table->place[at] & ((1u << TAG_BITS) - 1)) != tag_of(hash))
			continue;
		latest = case_table_number(table, (table->place[at] >> TAG_BITS) - 1);
		if (latest->key.school == record->school && has_id(latest, id))
			return table->latest = latest;
	}
	return table->latest = new_case(table, case_key_of(record), hash);
}

/* Case and school of a plain line, as far as they can be seen at a glance. */
static bool
glance(struct bytes line, struct bytes *id, school_code *school)
{
	enum { LONGEST = CASE_MAX_LENGTH + 1 + 16 + 1 + 6 };
	size_t length = line.length < LONGEST ? line.length : LONGEST;
	const char *comma = memchr(line.at, ',', length), *end = line.at + length;

	if (comma == NULL || comma == line.at || comma - line.at > CASE_MAX_LENGTH)
		return false;
	*id = (struct bytes){line.at, (size_t)(comma - line.at)};
	comma = memchr(comma + 1, ',', (size_t)(end - comma - 1));
	if (comma == NULL || end - comma < 7)
		return false;
	*school = record_read_school((struct bytes){comma + 1, 6});
	return *school != 0;
}

/* The first place is nearly always the right one, and a wrong one does no harm. */
void
case_table_foresee(const struct case_table *table, struct bytes ahead)
{
	struct bytes id;
	school_code school;
	case_place place;

	if (!glance(ahead, &id, &school))
		return;
	place = table->place[hash_of(table, id, school) & (table->places - 1)];
	if (place == 0)
		return;

	const char *state = (const char *)case_table_number(table, (place >> TAG_BITS) - 1);
	for (size_t i = 0; i < sizeof(struct case_state); i += 64)
		__builtin_prefetch(state + i, 1);
}

bool
case_table_ends_run(const struct case_table *table, const struct record *record)
{
	return table->count > 0
	    && !has_id(case_table_number(table, 0), record->column[COLUMN_CASE]);
}

void
case_table_empty(struct case_table *table)
{
	if (table->count > 0)
		memset(table->place, 0, table->places * sizeof(*table->place));
	table->count = 0;
	table->latest = NULL;
}
