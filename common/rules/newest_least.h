/*
 * The value of the newest records of a set, where the least value among them counts: the earliest
 * agreed day, the most protective answer or talk, the first case manager of the vocabulary.
 */

#ifndef NEWEST_LEAST_H
#define NEWEST_LEAST_H

#include "records/span.h"

/* As many bits as a span_set and a value take. */
enum {
	WHEN_BITS = 29,
	LAST_WHEN = (1 << WHEN_BITS) - 1,
	VALUE_BITS = 17,
	LAST_VALUE = (1 << VALUE_BITS) - 1
};

/* Apart for the whole days of the set's day and for its latest minute, until it is known which
 * are the newest. All zero is the empty set. Stands wherever a number of four bytes can. */
struct newest_least {
	uint64_t when : WHEN_BITS;			      /* a span_set; newest_least_when() */
	uint64_t of_day : VALUE_BITS, of_minute : VALUE_BITS; /* 0 is none */
} __attribute__((packed, aligned(4)));

/* Takes in a record with a value of 1 to LAST_VALUE; 0 is a record without one. */
void newest_least_add(struct newest_least *least, struct span when, uint32_t value);

/* The lesser of two values; 0 is none. */
uint32_t newest_least_of(uint32_t a, uint32_t b);

/* The newest records of the set; the least value among them, 0 when there is none. */
static inline struct span_set
newest_least_when(struct newest_least least)
{
	return (struct span_set){(uint32_t)least.when};
}

uint32_t newest_least_value(struct newest_least least);

/* The same, of those of its records that are among the newest of all, a set that holds it. */
uint32_t newest_least_among(struct newest_least least, struct span_set all);

#endif
