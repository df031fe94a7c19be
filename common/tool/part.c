#include "tool/part.h"

#include "text/text.h"

enum { NUMBER_DIGITS = 4 };

bool
part_read(const char *text, struct part *part)
{
	const char *slash = strchr(text, '/');
	struct part read;

	if (slash == NULL
	    || !text_read_number(
		(struct bytes){text, (size_t)(slash - text)}, NUMBER_DIGITS, &read.number)
	    || !text_read_number(bytes_of(slash + 1), NUMBER_DIGITS, &read.count)
	    || read.number == 0 || read.number > read.count)
		return false;
	*part = read;
	return true;
}

static inline uint64_t
add_byte(uint64_t hash, unsigned char c)
{
	return (hash ^ c) * UINT64_C(0x100000001B3);
}

static uint64_t
add_bytes(uint64_t hash, struct bytes bytes)
{
	for (size_t i = 0; i < bytes.length; i++)
		hash = add_byte(hash, (unsigned char)bytes.at[i]);
	return hash;
}

/* Every bit of the result depends on every bit of the hash: those of FNV's upper half do not on
 * their own, when the bytes are few. */
static uint64_t
mix(uint64_t hash)
{
	hash = (hash ^ hash >> 33) * UINT64_C(0xFF51AFD7ED558CCD);
	hash = (hash ^ hash >> 33) * UINT64_C(0xC4CEB9FE1A85EC53);
	return hash ^ hash >> 33;
}

bool
part_holds(const struct part *part, struct bytes school, struct bytes id)
{
	uint64_t hash = UINT64_C(0xCBF29CE484222325);

	if (part->count == 0)
		return true;
	hash = mix(add_bytes(add_byte(add_bytes(hash, school), ','), id));
	return (hash >> 32) * part->count >> 32 == part->number - 1;
}
