#include "store/additions.h"

#include <stdlib.h>

#include "rules/case.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

enum { FIRST_PLACES = 64, FIRST_SIZE = 64 * 1024 };

void
additions_open(struct additions *additions)
{
	*additions = (struct additions){.places = FIRST_PLACES};
	additions->place = memory_allocate_zero(FIRST_PLACES, sizeof(*additions->place));
	cases_open(&additions->cases);
}

void
additions_close(struct additions *additions)
{
	free(additions->lines);
	free(additions->list);
	free(additions->place);
	cases_close(&additions->cases);
}

/* FNV-1a, eight bytes at a step. Equal hashes are compared byte for byte. */
static uint64_t
hash_of(struct bytes line)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325) ^ line.length;

	while (line.length > 0) {
		size_t step = line.length < 8 ? line.length : 8;
		uint64_t word = 0;

		memcpy(&word, line.at, step);
		hash = (hash ^ word) * UINT64_C(0x100000001B3);
		hash ^= hash >> 29;
		line.at += step;
		line.length -= step;
	}
	return hash;
}

static struct bytes
line_of(const struct additions *additions, const struct addition *addition)
{
	return (struct bytes){additions->lines + addition->start, addition->length};
}

/* The addition with this line, or NULL; *at is its place, or the free one where it would be. */
static struct addition *
find(const struct additions *additions, struct bytes line, uint64_t hash, size_t *at)
{
	for (*at = (size_t)hash & (additions->places - 1); additions->place[*at] != 0;
	     *at = (*at + 1) & (additions->places - 1)) {
		struct addition *addition = &additions->list[additions->place[*at] - 1];

		if (addition->hash == hash && bytes_equal(line_of(additions, addition), line))
			return addition;
	}
	return NULL;
}

static void
grow_index(struct additions *additions)
{
	free(additions->place);
	additions->places *= 2;
	additions->place = memory_allocate_zero(additions->places, sizeof(*additions->place));
	for (size_t i = 0; i < additions->count; i++) {
		size_t at = (size_t)additions->list[i].hash & (additions->places - 1);

		while (additions->place[at] != 0)
			at = (at + 1) & (additions->places - 1);
		additions->place[at] = (uint32_t)i + 1;
	}
}

static size_t
keep_line(struct additions *additions, struct bytes line)
{
	size_t start = additions->used;

	while (additions->size - additions->used < line.length) {
		additions->size = additions->size == 0 ? FIRST_SIZE : 2 * additions->size;
		additions->lines = memory_resize(additions->lines, additions->size, 1);
	}
	memcpy(additions->lines + start, line.at, line.length);
	additions->used += line.length;
	return start;
}

static size_t
case_of(struct additions *additions, const struct record *record)
{
	if (record->kind == KIND_SCHOOL)
		return NO_CASE;
	return cases_note(&additions->cases, record->school, record->column[COLUMN_CASE]);
}

static struct span_set
earlier_answers(struct additions *additions, size_t number)
{
	static const struct span_set none;

	if (number == NO_CASE)
		return none;
	return cases_earlier_answers(&additions->cases, number);
}

/* Room that a due takes in a line. */
enum { DUE_LENGTH = DAY_TEXT_SIZE - 1 };

bool
additions_add(struct additions *additions, struct bytes line, const struct record *record)
{
	uint64_t hash = hash_of(line);
	size_t at, number;

	if (record->kind == KIND_SIGNAL && record->due == NO_DAY
	    && line.length + DUE_LENGTH > LINE_MAX_LENGTH)
		return false;
	if (find(additions, line, hash, &at) != NULL) {
		additions->known++;
		return true;
	}
	if (additions->count == additions->room) {
		additions->room = additions->room == 0 ? 64 : 2 * additions->room;
		additions->list =
		    memory_resize(additions->list, additions->room, sizeof(*additions->list));
	}
	number = case_of(additions, record);
	additions->list[additions->count++] = (struct addition){.hash = hash,
	    .start = keep_line(additions, line),
	    .length = line.length,
	    .case_number = number,
	    .when = record->when,
	    .known = case_counts_on(record->kind, record->when, record->due),
	    .earlier_answers = earlier_answers(additions, number),
	    .has_due = record->due != NO_DAY,
	    .kind = (uint8_t)record->kind};
	additions->place[at] = (uint32_t)additions->count;
	if (additions->count * 2 > additions->places)
		grow_index(additions);
	return true;
}

static void
mark_known(struct additions *additions, struct bytes line)
{
	size_t at;
	struct addition *addition = find(additions, line, hash_of(line), &at);

	if (addition != NULL && !addition->is_known) {
		addition->is_known = true;
		additions->known++;
	}
}

static struct bytes
column(const struct fields *fields, enum word name)
{
	return fields->field[name - COLUMN_FIRST];
}

/* Where the due of a record stands in its line: the six columns before it hold no comma. */
static size_t
place_of_due(struct bytes line)
{
	size_t at = 0;

	for (unsigned commas = 0; commas < COLUMN_DUE - COLUMN_FIRST; at++)
		commas += line.at[at] == ',';
	return at;
}

/* The same signal may have come in without the due that stands in the log. */
static void
mark_without_due(struct additions *additions, struct bytes line, struct bytes due)
{
	char *shorter;
	size_t at = place_of_due(line);

	shorter = memory_allocate(line.length);
	memcpy(shorter, line.at, at);
	memcpy(shorter + at, line.at + at + due.length, line.length - at - due.length);
	mark_known(additions, (struct bytes){shorter, line.length - due.length});
	free(shorter);
}

/* What a line of the log tells of a case of the run, or of its twin. */
static void
compare_case(struct additions *additions, const struct fields *fields, enum word kind)
{
	struct cases *cases = &additions->cases;
	school_code school = record_read_school(column(fields, COLUMN_SCHOOL));
	struct bytes id = column(fields, COLUMN_CASE);
	struct span when;
	size_t number;

	if (!record_is_case(id) || !cases_have_key(cases, school, id))
		return;
	number = cases_note(cases, school, id);
	if (kind == KIND_ANSWER && span_read(column(fields, COLUMN_DATE), &when))
		span_set_add(&cases->list[number].log_answers, when);
}

void
additions_compare(struct additions *additions, struct bytes line, const struct fields *fields)
{
	enum word kind = vocabulary_find(LIST_KIND, column(fields, COLUMN_KIND));
	struct bytes due = column(fields, COLUMN_DUE);

	mark_known(additions, line);
	if (kind == KIND_SIGNAL && due.length > 0)
		mark_without_due(additions, line, due);
	compare_case(additions, fields, kind);
}

/* The answers of its case that were there before it. */
static struct span_set
answers_before(const struct additions *additions, const struct addition *addition)
{
	return span_set_union(
	    additions->cases.list[addition->case_number].log_answers, addition->earlier_answers);
}

/* A signal from before the newest answer counts from today. */
static void
settle_late(struct additions *additions, struct addition *addition, day_number today)
{
	const struct known_case *known = &additions->cases.list[addition->case_number];
	char when[DAY_TEXT_SIZE], answer[DAY_TEXT_SIZE], due[DAY_TEXT_SIZE];

	span_write_day(span_day(addition->when), when);
	span_write_day(span_set_day(answers_before(additions, addition)), answer);
	if (addition->kind == KIND_SIGNAL && !addition->has_due
	    && today > span_day(addition->when)) {
		addition->filled_in = today;
		diagnostics_note(
		    _("case %s: a signal of %s came in after the newest answer (%s): it is "
		      "recorded as known on %s; another day belongs in known (in a record: due)"),
		    known->id, when, answer, span_write_day(today, due));
	} else {
		diagnostics_note(_("case %s: %s of %s is dated before the newest answer in the log "
				   "(%s): look whether the case must be weighed again"),
		    known->id, vocabulary_name(addition->kind), when, answer);
	}
}

void
additions_settle(struct additions *additions, day_number today)
{
	for (size_t i = 0; i < additions->count; i++) {
		struct addition *addition = &additions->list[i];

		if (addition->is_known || addition->case_number == NO_CASE)
			continue;
		if (addition->known.end < span_set_begin(answers_before(additions, addition)))
			settle_late(additions, addition, today);
	}
}

/* Writes an addition with the due that was filled in; it has room for one. */
static void
write_with_due(const struct additions *additions, const struct addition *addition, char *memory,
    struct writer *writer)
{
	struct bytes line = line_of(additions, addition);
	size_t at = place_of_due(line);
	char due[DAY_TEXT_SIZE];

	memcpy(memory, line.at, at);
	memcpy(memory + at, span_write_day(addition->filled_in, due), DUE_LENGTH);
	memcpy(memory + at + DUE_LENGTH, line.at + at, line.length - at);
	writer_line(writer, (struct bytes){memory, line.length + DUE_LENGTH});
}

bool
additions_have_new(const struct additions *additions)
{
	for (size_t i = 0; i < additions->count; i++)
		if (!additions->list[i].is_known)
			return true;
	return false;
}

void
additions_write(const struct additions *additions, struct writer *writer)
{
	char *memory = memory_allocate(LINE_MAX_LENGTH);

	for (size_t i = 0; i < additions->count; i++) {
		const struct addition *addition = &additions->list[i];

		if (addition->is_known)
			continue;
		if (addition->filled_in != NO_DAY)
			write_with_due(additions, addition, memory, writer);
		else
			writer_line(writer, line_of(additions, addition));
	}
	free(memory);
}
