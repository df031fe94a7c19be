/*
 * The parts of a log that several workers share: each takes the cases of one part, and together
 * they take every line once. (mc-weigh(1) and mc-refer(1), "--part")
 */

#ifndef PART_H
#define PART_H

#include <stdbool.h>
#include <stdint.h>

#include "text/bytes.h"

/* Part number of count, from 1 on; count 0 is all of it. */
struct part {
	uint32_t number, count;
};

/* A log is cut in so many parts at most. */
enum { PARTS_MAX = 9999 };

/* Reads K/N, 1 <= K <= N <= PARTS_MAX; false, and *part untouched, when it is none. */
bool part_read(const char *text, struct part *part);

/* Whether the lines with this school and case, as they stand, are of the part. Which part that is,
 * follows from their bytes alone: it is the same on every machine, in every run and every version.
 * (FNV-1a of school, comma and case, mixed by MurmurHash3's last step; its upper half, as a
 * fraction of 2^32, times the number of parts.) */
bool part_holds(const struct part *part, struct bytes school, struct bytes id);

/* Whether the worker of the part writes what is there once in all: the header. */
static inline bool
part_is_first(const struct part *part)
{
	return part->number <= 1;
}

#endif
