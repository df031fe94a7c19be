/*
 * Numbers that follow from the key: random to who does not have it, the same
 * at every run to who does.
 *
 * A stream is a keyed hash (BLAKE2b, of libsodium) over what it is for, the
 * month, the start of the search and a counter.
 */

#ifndef STREAM_H
#define STREAM_H

#include <stddef.h>
#include <stdint.h>

#include "counts/areas/month.h"
#include "counts/keep/key.h"

enum { STREAM_BLOCK = 64, STREAM_PURPOSE = 16 };

struct stream {
	unsigned char key[KEY_BYTES];
	char purpose[STREAM_PURPOSE];
	uint32_t about[2]; /* the month, the start */
	uint64_t counter;
	size_t used; /* of the block */
	unsigned char block[STREAM_BLOCK];
};

/* Opens a stream. purpose has at most 15 bytes. To be closed, which wipes what it has of the key.
 */
void stream_open(struct stream *stream, const struct key *key, const char *purpose,
    month_number month, uint32_t start);

/* Opens the stream of a name, of any length, in this month. */
void stream_open_named(struct stream *stream, const struct key *key, const char *purpose,
    month_number month, const char *name);

void stream_close(struct stream *stream);

/* A number from 0 to below - 1 (1 <= below), each as likely. */
uint32_t stream_below(struct stream *stream, uint32_t below);

/* Puts a list in an order in which each is as likely. */
void stream_shuffle(struct stream *stream, uint32_t *list, size_t count);

#endif
