#include "cases/dossiers.h"

#include <stdlib.h>

#include "rules/derived.h"
#include "tool/memory.h"

void
dossiers_open(struct dossiers *dossiers, enum dossiers_depth depth)
{
	*dossiers = (struct dossiers){.depth = depth};
	case_table_open(&dossiers->cases);
}

void
dossiers_close(struct dossiers *dossiers)
{
	case_table_close(&dossiers->cases);
	arena_free(&dossiers->texts);
	free(dossiers->facts.list);
	free(dossiers->weighs.list);
	free(dossiers->refers.list);
}

static void
add(struct entries *entries, struct entry entry)
{
	if (entries->count == entries->room) {
		entries->room = entries->room == 0 ? 256 : 2 * entries->room;
		entries->list = memory_resize(entries->list, entries->room, sizeof(*entries->list));
	}
	entries->list[entries->count++] = entry;
}

/* A record as it is kept, but for its case and what its text says. */
static struct entry
entry_of(const struct record *record)
{
	return (struct entry){.when = record->when,
	    .due = record->due,
	    .kind = (uint16_t)record->kind,
	    .code = (uint16_t)record->code,
	    .value = (uint16_t)record->value,
	    .by = (uint16_t)record->by,
	    .rule = (uint8_t)record->rule};
}

static uint32_t
number_of(struct dossiers *dossiers, const struct record *record)
{
	const struct case_state *state = case_table_at(&dossiers->cases, record);

	return (uint32_t)case_table_number_of(&dossiers->cases, state);
}

/* Whether a fact is kept as a record, beside what its case takes of it. */
static bool
is_kept(const struct dossiers *dossiers, const struct entry *fact)
{
	return dossiers->depth == DEPTH_FACTS
	    || (dossiers->depth == DEPTH_DERIVED && dossier_is_leaving(fact));
}

static void
take_fact(struct dossiers *dossiers, const struct record *record)
{
	struct entry fact = entry_of(record);

	case_table_take(&dossiers->cases, record);
	if (!is_kept(dossiers, &fact))
		return;
	fact.number = number_of(dossiers, record);
	if (dossiers->depth == DEPTH_FACTS)
		fact.text = arena_copy(&dossiers->texts, record->column[COLUMN_TEXT]);
	add(&dossiers->facts, fact);
}

bool
dossiers_take(struct dossiers *dossiers, const struct record *record)
{
	struct bytes text = record->column[COLUMN_TEXT];
	struct weighing weighing = {0};
	unsigned rule = record->rule;
	bool is_anonymous = false;

	if (!record_is_derived(record->kind)) {
		take_fact(dossiers, record);
		return true;
	}
	if (record->kind == KIND_WEIGH ? !weighing_read_flags(text, &weighing)
				       : !derived_read_manner(text, &rule, &is_anonymous))
		return false;
	struct entry entry = entry_of(record);
	entry.number = number_of(dossiers, record);
	entry.rule = (uint8_t)rule;
	entry.also = (uint8_t)weighing.also;
	entry.flags = weighing.flags;
	entry.is_anonymous = is_anonymous;
	if (dossiers->depth >= DEPTH_DERIVED)
		add(record->kind == KIND_WEIGH ? &dossiers->weighs : &dossiers->refers, entry);
	return true;
}

void
dossiers_mark_refused(struct dossiers *dossiers, const struct record *record)
{
	case_table_at(&dossiers->cases, record)->has_refused_line = true;
}

static int
compare_numbers(uint64_t a, uint64_t b)
{
	return a < b ? -1 : a > b;
}

static int
compare_texts(struct bytes a, struct bytes b)
{
	size_t least = a.length < b.length ? a.length : b.length;
	int order = least == 0 ? 0 : memcmp(a.at, b.at, least);

	return order != 0 ? order : compare_numbers(a.length, b.length);
}

/* What of one case stands after what: by rule, which facts have none of; by time, what is of some
 * time that day first. Then by what the record holds, so that every set of records has one
 * order. */
static int
compare_entries(const void *first, const void *second)
{
	const struct entry *a = first, *b = second;
	const uint64_t keys[][2] = {
	    {a->number, b->number},
	    {a->rule, b->rule},
	    {a->when.begin, b->when.begin},
	    {b->when.end, a->when.end},
	    {a->kind, b->kind},
	    {a->code, b->code},
	    {a->value, b->value},
	    {a->due, b->due},
	    {a->by, b->by},
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		int order = compare_numbers(keys[i][0], keys[i][1]);

		if (order != 0)
			return order;
	}
	return compare_texts(a->text, b->text);
}

static void
sort(struct entries *entries)
{
	size_t sorted = 1;

	while (sorted < entries->count
	    && compare_entries(&entries->list[sorted - 1], &entries->list[sorted]) <= 0)
		sorted++;
	if (sorted < entries->count)
		qsort(entries->list, entries->count, sizeof(*entries->list), compare_entries);
}

static void
drop_repeated(struct entries *entries)
{
	size_t kept = 0;

	for (size_t i = 0; i < entries->count; i++)
		if (kept == 0 || compare_entries(&entries->list[i], &entries->list[kept - 1]) != 0)
			entries->list[kept++] = entries->list[i];
	entries->count = kept;
}

/* Two weigh records are a mistake that must be told, equal or not. */
void
dossiers_sort(struct dossiers *dossiers)
{
	case_table_settle(&dossiers->cases);
	sort(&dossiers->facts);
	sort(&dossiers->weighs);
	sort(&dossiers->refers);
	drop_repeated(&dossiers->facts);
	drop_repeated(&dossiers->refers);
}

/* One entry more of a dossier, which stands behind those that it has of the same sort. */
static void
give(const struct entry **first, uint32_t *count, const struct entry *entry)
{
	if ((*count)++ == 0)
		*first = entry;
}

void
dossiers_list(const struct dossiers *dossiers, struct dossier list[])
{
	const struct entries *facts = &dossiers->facts, *weighs = &dossiers->weighs;
	const struct entries *refers = &dossiers->refers;
	struct dossier *of;

	for (size_t i = 0; i < case_table_count(&dossiers->cases); i++)
		list[i].state = case_table_number(&dossiers->cases, i);
	for (size_t i = 0; i < facts->count; i++) {
		of = &list[facts->list[i].number];
		give(&of->fact, &of->facts, &facts->list[i]);
	}
	for (size_t i = 0; i < weighs->count; i++) {
		of = &list[weighs->list[i].number];
		give(&of->weigh, &of->weighs, &weighs->list[i]);
	}
	for (size_t i = 0; i < refers->count; i++) {
		of = &list[refers->list[i].number];
		give(&of->refer, &of->refers, &refers->list[i]);
	}
}
