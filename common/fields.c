#include "fields.h"

#include <stdint.h>
#include <stdlib.h>

#include "diagnostics.h"
#include "memory.h"
#include "text.h"

/* RFC 4180 knows no blanks around a quoted field, and a row's end is the reader's business. */
static int
never(unsigned char c)
{
	(void)c;
	return 0;
}

static void
start_parser(struct fields *fields)
{
	if (csv_init(&fields->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		diagnostics_stop(_("libcsv cannot start"));
	csv_set_delim(&fields->parser, (unsigned char)fields->delimiter);
	csv_set_space_func(&fields->parser, never);
	csv_set_term_func(&fields->parser, never);
}

void
fields_open(struct fields *fields, char delimiter)
{
	fields->delimiter = delimiter;
	fields->count = 0;
	fields->unquoted = memory_allocate(LINE_MAX_LENGTH);
	start_parser(fields);
}

void
fields_close(struct fields *fields)
{
	csv_free(&fields->parser);
	free(fields->unquoted);
	fields->unquoted = NULL;
}

static void
add_field(struct fields *fields, const char *at, size_t length)
{
	if (fields->count < FIELDS_MAX)
		fields->field[fields->count] = (struct bytes){at, length};
	fields->count++;
}

/* libcsv's field is its own and short-lived: it is copied. Unquoting never makes a row longer. */
static void
take_unquoted(void *field, size_t length, void *argument)
{
	struct fields *fields = argument;
	char *copy = fields->unquoted + fields->used;

	if (length > 0)
		memcpy(copy, field, length);
	fields->used += length;
	add_field(fields, copy, length);
}

static void
take_end(int terminator, void *argument)
{
	(void)terminator;
	(void)argument;
}

enum fields_fault
fields_split_quoted(struct fields *fields, struct bytes row)
{
	enum fields_fault fault = FIELDS_FINE;

	fields->count = 0;
	fields->used = 0;
	if (csv_parse(&fields->parser, row.at, row.length, take_unquoted, take_end, fields)
	    < row.length)
		fault = FIELDS_QUOTE_STRAY;
	else if (csv_fini(&fields->parser, take_unquoted, take_end, fields) != 0)
		fault = FIELDS_QUOTE_OPEN;
	if (fault != FIELDS_FINE) {
		/* libcsv goes on after an error only when it is started anew. */
		csv_free(&fields->parser);
		start_parser(fields);
		return fault;
	}
	return fields->count > FIELDS_MAX ? FIELDS_TOO_MANY : FIELDS_FINE;
}

/* Eight bytes at a time: each constant repeats one byte, each mask has the high bit of every
 * byte that is looked for. */
#define EACH(byte) (UINT64_C(0x0101010101010101) * (unsigned char)(byte))

/* The high bit of every byte of word that is zero, exactly (no carry from byte to byte). */
static uint64_t
zero_bytes(uint64_t word)
{
	uint64_t low = (word & EACH(0x7F)) + EACH(0x7F);

	return ~(low | word | EACH(0x7F));
}

/* What a row holds beside fields, as masks that are not zero when it does. */
struct found {
	uint64_t quote, nul, carriage_return, high;
};

/* The index of the lowest byte of which the mask has a bit. */
static size_t
first_byte(uint64_t mask)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (size_t)__builtin_ctzll(mask) / 8;
#else
	return (size_t)__builtin_clzll(mask) / 8;
#endif
}

/* Takes the mask's first byte out of it. */
static uint64_t
without_first(uint64_t mask)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return mask & (mask - 1);
#else
	return mask & ~(UINT64_C(1) << (63 - __builtin_clzll(mask)));
#endif
}

/* Splits at every delimiter, as if there were no quotes, and notes what else is there. */
static struct found
split_plain(struct fields *fields, struct bytes row)
{
	const uint64_t delimiter = EACH(fields->delimiter);
	const char *start = row.at, *end = row.at + row.length;
	struct found found = {0, 0, 0, 0};

	fields->count = 0;
	for (const char *at = row.at; at < end; at += 8) {
		uint64_t word = EACH(' '); /* fills up the last, which is shorter */

		if (end - at >= 8)
			memcpy(&word, at, 8);
		else
			memcpy(&word, at, (size_t)(end - at));
		found.quote |= zero_bytes(word ^ EACH('"'));
		found.nul |= zero_bytes(word);
		found.carriage_return |= zero_bytes(word ^ EACH('\r'));
		found.high |= word & EACH(0x80);
		for (uint64_t mask = zero_bytes(word ^ delimiter); mask != 0;
		     mask = without_first(mask)) {
			const char *comma = at + first_byte(mask);

			add_field(fields, start, (size_t)(comma - start));
			start = comma + 1;
		}
	}
	add_field(fields, start, (size_t)(end - start));
	return found;
}

enum fields_fault
fields_split(struct fields *fields, struct bytes row, bool returns_in_quotes)
{
	struct found found = split_plain(fields, row);
	size_t valid;

	if (found.quote != 0) {
		enum fields_fault fault = fields_split_quoted(fields, row);

		if (fault != FIELDS_FINE)
			return fault;
	}
	if (found.nul != 0)
		return FIELDS_NUL;
	if (found.carriage_return != 0 && !(returns_in_quotes && found.quote != 0))
		return FIELDS_RETURN;
	if (found.high != 0 && !text_is_utf8(row, &valid))
		return FIELDS_NO_UTF8;
	return fields->count > FIELDS_MAX ? FIELDS_TOO_MANY : FIELDS_FINE;
}
