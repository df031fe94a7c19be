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
	free(dossiers->entry);
	dossiers->entry = NULL;
}

static void
add(struct dossiers *dossiers, struct entry entry)
{
	if (dossiers->count == dossiers->room) {
		dossiers->room = dossiers->room == 0 ? 256 : 2 * dossiers->room;
		dossiers->entry =
		    memory_resize(dossiers->entry, dossiers->room, sizeof(*dossiers->entry));
	}
	dossiers->entry[dossiers->count++] = entry;
}

/* A record as it is kept, but for what its text says. */
static struct entry
entry_of(const struct case_state *state, const struct record *record)
{
	return (struct entry){.state = state,
	    .when = record->when,
	    .due = record->due,
	    .kind = (uint16_t)record->kind,
	    .code = (uint16_t)record->code,
	    .value = (uint16_t)record->value,
	    .by = (uint16_t)record->by,
	    .rule = (uint8_t)record->rule};
}

/* Whether a fact is kept as a record, beside what its case takes of it. */
static bool
is_kept(const struct dossiers *dossiers, const struct record *record)
{
	const struct entry fact = entry_of(NULL, record);

	return dossiers->depth == DEPTH_FACTS
	    || (dossiers->depth == DEPTH_DERIVED && dossier_is_leaving(&fact));
}

static void
take_fact(struct dossiers *dossiers, const struct record *record)
{
	case_table_take(&dossiers->cases, record);
	if (!is_kept(dossiers, record))
		return;
	struct entry entry = entry_of(case_table_at(&dossiers->cases, record), record);
	if (dossiers->depth == DEPTH_FACTS)
		entry.text = arena_copy(&dossiers->texts, record->column[COLUMN_TEXT]);
	add(dossiers, entry);
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
	struct entry entry = entry_of(case_table_at(&dossiers->cases, record), record);
	entry.rule = (uint8_t)rule;
	entry.also = (uint8_t)weighing.also;
	entry.flags = weighing.flags;
	entry.is_anonymous = is_anonymous;
	if (dossiers->depth >= DEPTH_DERIVED)
		add(dossiers, entry);
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

/* What stands after what: facts, weigh, refer; facts by time, those of some time that day
 * first. Then by what the record holds, so that every set of records has one order. */
static int
compare_entries(const void *first, const void *second)
{
	const struct entry *a = first, *b = second;
	const uint64_t keys[][2] = {
	    {(uintptr_t)a->state, (uintptr_t)b->state},
	    {record_is_derived(a->kind) ? a->kind : 0, record_is_derived(b->kind) ? b->kind : 0},
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

void
dossiers_sort(struct dossiers *dossiers)
{
	size_t kept = 0;

	case_table_settle(&dossiers->cases);
	if (dossiers->count == 0)
		return;
	qsort(dossiers->entry, dossiers->count, sizeof(*dossiers->entry), compare_entries);
	for (size_t i = 1; i < dossiers->count; i++) {
		const struct entry *entry = &dossiers->entry[i];

		/* Two weigh records are a mistake that must be told, equal or not. */
		if (entry->kind == KIND_WEIGH
		    || compare_entries(entry, &dossiers->entry[kept]) != 0)
			dossiers->entry[++kept] = *entry;
	}
	dossiers->count = kept + 1;
}

/* The first entry of a state, or where it would stand. */
static size_t
first_of(const struct dossiers *dossiers, const struct case_state *state)
{
	size_t low = 0, high = dossiers->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if ((uintptr_t)dossiers->entry[middle].state < (uintptr_t)state)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct dossier
dossiers_number(const struct dossiers *dossiers, size_t number)
{
	struct dossier dossier = {.state = case_table_number(&dossiers->cases, number)};
	size_t at = first_of(dossiers, dossier.state);

	if (dossiers->count == 0)
		return dossier;
	dossier.fact = dossiers->entry + at;
	for (; at < dossiers->count && dossiers->entry[at].state == dossier.state; at++) {
		if (dossiers->entry[at].kind == KIND_WEIGH)
			dossier.weighs++;
		else if (dossiers->entry[at].kind == KIND_REFER)
			dossier.refers++;
		else
			dossier.facts++;
	}
	dossier.weigh = dossier.fact + dossier.facts;
	dossier.refer = dossier.weigh + dossier.weighs;
	return dossier;
}
