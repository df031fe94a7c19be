/*
 * What every unit test includes: cmocka, and checks that name the row of the
 * table that failed.
 */

#ifndef CHECK_H
#define CHECK_H

/* cmocka.h wants these four before it. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/bytes.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Fails with the row's name unless both numbers are equal. */
static inline void
check_number(const char *row, const char *what, unsigned long got, unsigned long want)
{
	if (got != want)
		fail_msg("%s: %s is %lu, should be %lu", row, what, got, want);
}

/* The same for two strings. */
static inline void
check_string(const char *row, const char *what, const char *got, const char *want)
{
	if (strcmp(got, want) != 0)
		fail_msg("%s: %s is \"%s\", should be \"%s\"", row, what, got, want);
}

static inline void
check_bytes(const char *row, const char *what, struct bytes got, struct bytes want)
{
	if (!bytes_equal(got, want))
		fail_msg("%s: %s is \"%.*s\" (%zu bytes), should be \"%.*s\" (%zu bytes)", row,
		    what, (int)(got.length < 80 ? got.length : 80), got.length > 0 ? got.at : "",
		    got.length, (int)(want.length < 80 ? want.length : 80),
		    want.length > 0 ? want.at : "", want.length);
}

/* The bytes of a literal, NUL bytes within it included. */
#define BYTES(literal) ((struct bytes){(literal), sizeof(literal) - 1})

/* Random numbers that are the same on every machine (xorshift64*). */
struct chance {
	uint64_t state;
};

static inline uint32_t
chance_next(struct chance *chance)
{
	uint64_t x = chance->state;

	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	chance->state = x;
	return (uint32_t)((x * UINT64_C(2685821657736338717)) >> 32);
}

/* A number from 0 to below - 1. */
static inline uint32_t
chance_below(struct chance *chance, uint32_t below)
{
	return (uint32_t)((uint64_t)chance_next(chance) * below >> 32);
}

/* True in percent of 100 cases. */
static inline bool
chance_is(struct chance *chance, uint32_t percent)
{
	return chance_below(chance, 100) < percent;
}

#endif
