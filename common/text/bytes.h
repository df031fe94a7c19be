/* A run of bytes with its length: how fields are carried, so that no byte is special. */

#ifndef BYTES_H
#define BYTES_H

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

/* Whether eight bytes, or four, stand at both. */
static inline bool
bytes_equal_8(const char *a, const char *b)
{
	uint64_t left, right;

	memcpy(&left, a, sizeof(left));
	memcpy(&right, b, sizeof(right));
	return left == right;
}

static inline bool
bytes_equal_4(const char *a, const char *b)
{
	uint32_t left, right;

	memcpy(&left, a, sizeof(left));
	memcpy(&right, b, sizeof(right));
	return left == right;
}

/* Tokens are short, and compared for each field of each record: up to 16 bytes without a call, as
 * two runs that overlap in the middle. */
static inline bool
bytes_equal(struct bytes a, struct bytes b)
{
	size_t length = a.length;

	if (length != b.length)
		return false;
	if (length > 16)
		return memcmp(a.at, b.at, length) == 0;
	if (length >= 8)
		return bytes_equal_8(a.at, b.at)
		    && bytes_equal_8(a.at + length - 8, b.at + length - 8);
	if (length >= 4)
		return bytes_equal_4(a.at, b.at)
		    && bytes_equal_4(a.at + length - 4, b.at + length - 4);
	while (length > 0 && a.at[length - 1] == b.at[length - 1])
		length--;
	return length == 0;
}

#endif
