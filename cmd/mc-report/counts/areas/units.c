#include "counts/areas/units.h"

#include <stdio.h>
#include <stdlib.h>

#include "tool/memory.h"

/* Months are told of units of so many schools and pupils, none of which has more than half of the
 * pupils: of three, two who talk would know the third. A row of its own has a school of so many
 * pupils; small schools of a board have one together from so many schools: 300 pupils of them are
 * never fewer. */
enum { UNIT_SCHOOLS = 4, UNIT_PUPILS = 500, ROW_PUPILS = 150, SMALL_SCHOOLS = 3 };

static size_t
slot_of(enum group_kind kind)
{
	return kind < GROUP_SCHOOL ? (size_t)kind : GROUP_SCHOOL;
}

/* Where the school stands, or should stand. */
static size_t
place_of(const struct units *units, school_code code)
{
	size_t low = 0, high = units->schools;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (units->school[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
units_find(const struct units *units, school_code code)
{
	size_t at = place_of(units, code);

	return at < units->schools && units->school[at].code == code ? at : UNITS_NONE;
}

void
units_add(struct units *units, const struct school *school)
{
	size_t at = place_of(units, school->code);

	if (at < units->schools && units->school[at].code == school->code)
		return;
	if (units->schools == units->room) {
		units->room = units->room == 0 ? 64 : 2 * units->room;
		units->school = memory_resize(units->school, units->room, sizeof(*units->school));
	}
	memmove(&units->school[at + 1], &units->school[at],
	    (units->schools - at) * sizeof(*units->school));
	units->school[at] = (struct school){
	    .code = school->code,
	    .pupils = school->pupils,
	    .number = units->schools++,
	    .name = arena_copy(&units->texts, school->name),
	    .board = arena_copy(&units->texts, school->board),
	    .region = arena_copy(&units->texts, school->region),
	};
}

static bool
is_small(const struct school *school)
{
	return school->pupils < ROW_PUPILS;
}

static bool
belongs(const struct school *school, const struct group *group)
{
	switch (group->kind) {
	case GROUP_ALL:
		return true;
	case GROUP_BOARD:
		return bytes_equal(school->board, group->name);
	case GROUP_REGION:
		return bytes_equal(school->region, group->name);
	case GROUP_SCHOOL:
		return false;
	case GROUP_SMALL:
		return is_small(school) && bytes_equal(school->board, group->name);
	}
	return false;
}

/* What decides whether a group may be published. */
struct size {
	size_t first, schools;
	uint32_t pupils, most;
};

static struct size
measure(const struct units *units, const struct group *group)
{
	struct size size = {.first = UNITS_NONE};

	for (size_t i = 0; i < units->schools; i++) {
		const struct school *school = &units->school[i];

		if (!belongs(school, group))
			continue;
		if (size.schools++ == 0)
			size.first = i;
		size.pupils += school->pupils;
		if (school->pupils > size.most)
			size.most = school->pupils;
	}
	return size;
}

static bool
qualifies(const struct group *group, const struct size *size)
{
	if (group->kind == GROUP_SMALL)
		return size->schools >= SMALL_SCHOOLS;
	return size->schools >= UNIT_SCHOOLS && size->pupils >= UNIT_PUPILS
	    && size->most <= size->pupils / 2;
}

static struct group *
add_group(struct units *units, struct group group)
{
	units->group = memory_resize(units->group, units->groups + 1, sizeof(*units->group));
	group.same_as = units->groups;
	units->group[units->groups] = group;
	return &units->group[units->groups++];
}

/* Adds a group of several schools when it may be published, or when all are taken. */
static void
consider(struct units *units, struct group group, bool takes_all)
{
	struct size size = measure(units, &group);

	if (!takes_all && !qualifies(&group, &size))
		return;
	group.first = size.first;
	group.schools = size.schools;
	for (size_t i = 0; i < units->schools; i++)
		if (belongs(&units->school[i], &group))
			units->school[i].group[slot_of(group.kind)] = units->groups;
	add_group(units, group);
}

static int
compare_names(const void *left, const void *right)
{
	const struct bytes *a = left, *b = right;
	int order = memcmp(a->at, b->at, a->length < b->length ? a->length : b->length);

	return order != 0 ? order : (a->length > b->length) - (a->length < b->length);
}

/* The board, or for GROUP_REGION the region, of each school, in order of the names. To be freed. */
static struct bytes *
sorted_names(const struct units *units, enum group_kind kind)
{
	struct bytes *name = memory_allocate_zero(units->schools + 1, sizeof(*name));

	for (size_t i = 0; i < units->schools; i++)
		name[i] = kind == GROUP_REGION ? units->school[i].region : units->school[i].board;
	qsort(name, units->schools, sizeof(*name), compare_names);
	return name;
}

static void
consider_kind(struct units *units, enum group_kind kind, bool takes_all)
{
	struct bytes *name = sorted_names(units, kind);

	for (size_t i = 0; i < units->schools; i++)
		if (name[i].length > 0 && (i == 0 || !bytes_equal(name[i], name[i - 1])))
			consider(units, (struct group){.kind = kind, .name = name[i]}, takes_all);
	free(name);
}

static void
add_rows(struct units *units, bool takes_all)
{
	for (size_t i = 0; i < units->schools; i++) {
		if (is_small(&units->school[i]) && !takes_all)
			continue;
		units->school[i].group[slot_of(GROUP_SCHOOL)] = units->groups;
		add_group(units,
		    (struct group){
			.kind = GROUP_SCHOOL, .name = {"", 0}, .first = i, .schools = 1});
	}
	if (!takes_all)
		consider_kind(units, GROUP_SMALL, false);
}

/* Finds an earlier group of exactly the schools of this one. */
static void
find_same(struct units *units, size_t number)
{
	struct group *group = &units->group[number];
	size_t slot = slot_of(group->kind);

	for (size_t other = 0; other < slot; other++) {
		size_t same = units->school[group->first].group[other], shared = 0;

		if (same == UNITS_NONE || units->group[same].schools != group->schools)
			continue;
		for (size_t i = 0; i < units->schools; i++)
			shared += units->school[i].group[slot] == number
			    && units->school[i].group[other] == same;
		if (shared == group->schools && group->same_as == number)
			group->same_as = same;
	}
}

static void
make_groups(struct units *units, bool takes_all)
{
	for (size_t i = 0; i < units->schools; i++)
		for (size_t slot = 0; slot < GROUP_SLOTS; slot++)
			units->school[i].group[slot] = UNITS_NONE;
	consider(units, (struct group){.kind = GROUP_ALL, .name = {"", 0}}, takes_all);
	consider_kind(units, GROUP_BOARD, takes_all);
	consider_kind(units, GROUP_REGION, takes_all);
	add_rows(units, takes_all);
	for (size_t i = 0; i < units->groups; i++)
		find_same(units, i);
}

void
units_qualify(struct units *units)
{
	make_groups(units, false);
}

void
units_take_all(struct units *units)
{
	make_groups(units, true);
}

const char *
units_group_name(const struct units *units, size_t number, char text[GROUP_TEXT_SIZE])
{
	static const char *const prefix[] = {
	    [GROUP_ALL] = "all",
	    [GROUP_BOARD] = "board:",
	    [GROUP_REGION] = "region:",
	    [GROUP_SMALL] = "small:",
	};
	const struct group *group = &units->group[number];

	if (group->kind == GROUP_SCHOOL)
		return record_write_school(units->school[group->first].code, text);
	snprintf(text, GROUP_TEXT_SIZE, "%s%.*s", prefix[group->kind], (int)group->name.length,
	    group->name.at);
	return text;
}

void
units_free(struct units *units)
{
	free(units->school);
	free(units->group);
	arena_free(&units->texts);
	*units = (struct units){.schools = 0};
}
