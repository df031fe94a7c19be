/* A run of bytes with its length: how fields are carried, so that no byte is special. */

#ifndef BYTES_H
#define BYTES_H

#include <endian.h>
#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Points into memory that somebody else owns; at may be NULL when length is 0. */
struct bytes {
	const char *at;
	size_t length;
};

/* The bytes of a C string, without its NUL. */
static inline struct bytes
bytes_of(const char *string)
{
	return (struct bytes){string, strlen(string)};
}

/* The first eight bytes as memory has them, and NULs behind fewer; length is 1 at least. */
static inline uint64_t
bytes_word(const char *at, size_t length)
{
	enum { HALF = sizeof(uint32_t) };
	uint64_t word = 0;
	uint32_t first, last;

	if (length >= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		return word;
	}
	if (length >= HALF) {
		memcpy(&first, at, HALF);
		memcpy(&last, at + length - HALF, HALF);
		return htole64(
		    le32toh(first) | (uint64_t)le32toh(last) << (length - HALF) * CHAR_BIT);
	}
	for (size_t i = 0; i < length; i++)
		word |= (uint64_t)(unsigned char)at[i] << i * CHAR_BIT;
	return htole64(word);
}

static inline bool
bytes_equal(struct bytes a, struct bytes b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

#endif
