#include "counts/rounding/stream.h"

#include <sodium.h>
#include <string.h>

void
stream_open(struct stream *stream, const struct key *key, const char *purpose, month_number month,
    uint32_t start)
{
	*stream = (struct stream){.about = {month, start}, .used = STREAM_BLOCK};
	memcpy(stream->key, key->bytes, KEY_BYTES);
	strncpy(stream->purpose, purpose, sizeof(stream->purpose) - 1);
}

void
stream_open_named(struct stream *stream, const struct key *key, const char *purpose,
    month_number month, const char *name)
{
	stream_open(stream, key, purpose, month, 0);
	/* The name makes a key of its own. */
	crypto_generichash(stream->key, KEY_BYTES, (const unsigned char *)name, strlen(name),
	    key->bytes, KEY_BYTES);
}

void
stream_close(struct stream *stream)
{
	sodium_memzero(stream, sizeof(*stream));
}

/* A number as four bytes, the lowest first, whatever the machine. */
static unsigned char *
put_number(unsigned char *at, uint32_t number)
{
	for (unsigned i = 0; i < 4; i++)
		*at++ = (unsigned char)(number >> 8 * i);
	return at;
}

static void
next_block(struct stream *stream)
{
	unsigned char message[STREAM_PURPOSE + 4 * 4], *at = message;

	memcpy(at, stream->purpose, sizeof(stream->purpose));
	at += sizeof(stream->purpose);
	for (size_t i = 0; i < 2; i++)
		at = put_number(at, stream->about[i]);
	at = put_number(at, (uint32_t)stream->counter);
	at = put_number(at, (uint32_t)(stream->counter >> 32));
	stream->counter++;
	crypto_generichash(
	    stream->block, STREAM_BLOCK, message, (size_t)(at - message), stream->key, KEY_BYTES);
	stream->used = 0;
}

static uint32_t
next_number(struct stream *stream)
{
	const unsigned char *at;

	if (stream->used == STREAM_BLOCK)
		next_block(stream);
	at = stream->block + stream->used;
	stream->used += 4;
	return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16
	    | (uint32_t)at[3] << 24;
}

uint32_t
stream_below(struct stream *stream, uint32_t below)
{
	/* The numbers under this would make the first remainders more likely. */
	uint32_t skipped = (UINT32_MAX - below + 1) % below, number;

	do
		number = next_number(stream);
	while (number < skipped);
	return number % below;
}

void
stream_shuffle(struct stream *stream, uint32_t *list, size_t count)
{
	for (size_t i = count; i > 1; i--) {
		size_t other = stream_below(stream, (uint32_t)i);
		uint32_t kept = list[i - 1];

		list[i - 1] = list[other];
		list[other] = kept;
	}
}
