#include "store/additions.h"

#include <stdlib.h>

#include "tool/memory.h"

enum { FIRST_PLACES = 64 };

void
additions_open(struct additions *additions)
{
	*additions = (struct additions){.places = FIRST_PLACES};
	additions->place = memory_allocate_zero(FIRST_PLACES, sizeof(*additions->place));
}

void
additions_close(struct additions *additions)
{
	free(additions->lines);
	free(additions->list);
	free(additions->place);
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
	for (*at = hash & (additions->places - 1); additions->place[*at] != 0;
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
		size_t at = additions->list[i].hash & (additions->places - 1);

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
		additions->size = additions->size == 0 ? 64 * 1024 : 2 * additions->size;
		additions->lines = memory_resize(additions->lines, additions->size, 1);
	}
	memcpy(additions->lines + start, line.at, line.length);
	additions->used += line.length;
	return start;
}

void
additions_add(struct additions *additions, struct bytes line)
{
	uint64_t hash = hash_of(line);
	size_t at;

	if (find(additions, line, hash, &at) != NULL) {
		additions->known++;
		return;
	}
	if (additions->count == additions->room) {
		additions->room = additions->room == 0 ? 64 : 2 * additions->room;
		additions->list =
		    memory_resize(additions->list, additions->room, sizeof(*additions->list));
	}
	additions->list[additions->count++] =
	    (struct addition){hash, keep_line(additions, line), line.length, false};
	additions->place[at] = (uint32_t)additions->count;
	if (additions->count * 2 > additions->places)
		grow_index(additions);
}

void
additions_mark_known(struct additions *additions, struct bytes line)
{
	size_t at;
	struct addition *addition = find(additions, line, hash_of(line), &at);

	if (addition != NULL && !addition->is_known) {
		addition->is_known = true;
		additions->known++;
	}
}

size_t
additions_write(const struct additions *additions, struct writer *writer)
{
	size_t written = 0;

	for (size_t i = 0; i < additions->count; i++)
		if (!additions->list[i].is_known) {
			writer_line(writer, line_of(additions, &additions->list[i]));
			written++;
		}
	return written;
}
