#include "store/cases.h"

#include <stdlib.h>

#include "rules/case.h"
#include "text/glyph.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

enum { FIRST_PLACES = 64 };

void
cases_open(struct cases *cases)
{
	*cases = (struct cases){.places = FIRST_PLACES};
	cases->place = memory_allocate_zero(FIRST_PLACES, sizeof(*cases->place));
}

void
cases_close(struct cases *cases)
{
	free(cases->list);
	free(cases->place);
}

/* Whether the nought at i, with which digits begin that start at start, says nothing: one before
 * other digits, or whichever stands behind a point, as a spreadsheet writes 1.0 for 1. */
static bool
is_idle_nought(struct bytes id, size_t start, size_t i)
{
	bool is_behind_point = start > 0 && id.at[start - 1] == '.';

	return id.at[i] == '0'
	    && (is_behind_point || (i + 1 < id.length && text_is_digit(id.at[i + 1])));
}

/* What twins have in common: small letters and digits, less the noughts that say nothing. Returns
 * where marks stand between digits of it. */
static uint32_t
write_key(struct bytes id, char key[CASE_ID_SIZE])
{
	bool begins = true; /* nothing but noughts since start */
	size_t used = 0, start = 0;
	uint32_t divided = 0;

	for (size_t i = 0; i < id.length; i++) {
		if (i > 0 && !text_is_digit(id.at[i - 1])) {
			begins = true;
			start = i;
		}
		if (begins && is_idle_nought(id, start, i))
			continue;
		if (!text_is_letter_or_digit(id.at[i]))
			continue;
		if (text_is_digit(id.at[i]) && begins && used > 0 && text_is_digit(key[used - 1]))
			divided |= UINT32_C(1) << used;
		begins = false;
		key[used++] = glyph_small(id.at[i]);
	}
	key[used] = '\0';
	return divided;
}

/* Whether marks alone may be what two ids of one key differ in: one has all that the other has. */
static bool
may_be_twins(uint32_t divided, uint32_t other)
{
	return (divided & other) == divided || (divided & other) == other;
}

/* FNV-1a. */
static size_t
hash_of(school_code school, const char *key)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325) ^ school;

	for (; *key != '\0'; key++)
		hash = (hash ^ (unsigned char)*key) * UINT64_C(0x100000001B3);
	return (size_t)(hash ^ hash >> 29);
}

static void
put(struct cases *cases, size_t number)
{
	const struct known_case *known = &cases->list[number];
	size_t at = hash_of(known->school, known->key) & (cases->places - 1);

	while (cases->place[at] != 0)
		at = (at + 1) & (cases->places - 1);
	cases->place[at] = (uint32_t)number + 1;
}

static void
grow_index(struct cases *cases)
{
	free(cases->place);
	cases->places *= 2;
	cases->place = memory_allocate_zero(cases->places, sizeof(*cases->place));
	for (size_t i = 0; i < cases->count; i++)
		put(cases, i);
}

/* The number of the case, or cases->count; *twin is that of the first with its key, or the same. */
static size_t
search(const struct cases *cases, school_code school, struct bytes id, size_t *twin)
{
	char key[CASE_ID_SIZE];
	uint32_t divided = write_key(id, key);
	size_t at;

	*twin = cases->count;
	for (at = hash_of(school, key) & (cases->places - 1); cases->place[at] != 0;
	     at = (at + 1) & (cases->places - 1)) {
		size_t number = cases->place[at] - 1;
		const struct known_case *known = &cases->list[number];

		if (known->school != school || strcmp(known->key, key) != 0)
			continue;
		if (bytes_equal(bytes_of(known->id), id))
			return number;
		if (*twin == cases->count && may_be_twins(divided, known->divided))
			*twin = number;
	}
	return cases->count;
}

bool
cases_have_key(const struct cases *cases, school_code school, struct bytes id)
{
	size_t twin, found = search(cases, school, id, &twin);

	return found != cases->count || twin != cases->count;
}

size_t
cases_add(struct cases *cases, school_code school, struct bytes id, size_t *twin)
{
	size_t found = search(cases, school, id, twin), number = cases->count;
	struct known_case *known;

	if (found != number) {
		*twin = number;
		return found;
	}
	if (number == cases->room) {
		cases->room = cases->room == 0 ? 64 : 2 * cases->room;
		cases->list = memory_resize(cases->list, cases->room, sizeof(*cases->list));
	}
	known = &cases->list[cases->count++];
	*known = (struct known_case){.school = school};
	memcpy(known->id, id.at, id.length);
	known->divided = write_key(id, known->key);
	put(cases, number);
	if (cases->count * 2 > cases->places)
		grow_index(cases);
	/* No twin is told as the number that no case has. */
	if (*twin == number)
		*twin = cases->count;
	return number;
}

size_t
cases_note(struct cases *cases, school_code school, struct bytes id)
{
	char text[SCHOOL_TEXT_SIZE];
	size_t twin, number = cases_add(cases, school, id, &twin);

	if (twin != cases->count)
		diagnostics_note(_("\"%s\" and \"%s\" of school %s: one child? They differ in "
				   "capitals, marks or leading zeros alone"),
		    cases->list[twin].id, cases->list[number].id,
		    record_write_school(school, text));
	return number;
}

void
cases_start_sheet(struct cases *cases)
{
	cases->sheet++;
}

struct span_set
cases_earlier_answers(struct cases *cases, size_t number)
{
	struct known_case *known = &cases->list[number];

	if (known->sheet != cases->sheet) {
		known->earlier_answers =
		    span_set_union(known->earlier_answers, known->sheet_answers);
		known->sheet_answers = (struct span_set){0};
		known->sheet = cases->sheet;
	}
	return known->earlier_answers;
}

enum place
cases_take_row(struct cases *cases, const struct record *record)
{
	struct span_set earlier, *above;
	moment known;
	size_t number;

	if (record->kind == KIND_SCHOOL)
		return PLACE_FINE;
	number = cases_note(cases, record->school, record->column[COLUMN_CASE]);
	earlier = cases_earlier_answers(cases, number);
	above = &cases->list[number].sheet_answers;
	if (record->kind == KIND_ANSWER)
		span_set_add(above, record->when);
	if (record->kind != KIND_SIGNAL)
		return PLACE_FINE;
	known = case_counts_on(record->kind, record->when, record->due).end;
	if (known < span_set_begin(*above))
		return PLACE_BELOW;
	return known < span_set_begin(earlier) ? PLACE_BEHIND : PLACE_FINE;
}
