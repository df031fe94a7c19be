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

static inline bool
bytes_equal(struct bytes a, struct bytes b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

#endif
