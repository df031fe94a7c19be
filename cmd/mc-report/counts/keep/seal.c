#include "counts/keep/seal.h"

#include <stdio.h>

void
seal_begin(struct seal *seal, const struct key *key, const unsigned char before[LEDGER_HASH_BYTES])
{
	crypto_generichash_init(&seal->state, key->bytes, KEY_BYTES, LEDGER_HASH_BYTES);
	crypto_generichash_update(&seal->state, before, LEDGER_HASH_BYTES);
}

void
seal_take(struct seal *seal, struct bytes line)
{
	crypto_generichash_update(&seal->state, (const unsigned char *)line.at, line.length);
	crypto_generichash_update(&seal->state, (const unsigned char *)"\n", 1);
}

void
seal_end(struct seal *seal, const struct key *key, month_number month, unsigned base, size_t rows,
    unsigned char hash[LEDGER_HASH_BYTES])
{
	char text[MONTH_TEXT_SIZE], line[SEAL_LINE_SIZE];

	snprintf(line, sizeof(line), "%s,end,%u,%s,%zu", month_write(month, text), base,
	    key->fingerprint, rows);
	seal_take(seal, bytes_of(line));
	crypto_generichash_final(&seal->state, hash, LEDGER_HASH_BYTES);
}

const char *
seal_line(const struct key *key, month_number month, unsigned base, size_t rows,
    const unsigned char hash[LEDGER_HASH_BYTES], char line[SEAL_LINE_SIZE])
{
	char text[MONTH_TEXT_SIZE], hex[SEAL_HASH_SIZE];

	sodium_bin2hex(hex, sizeof(hex), hash, LEDGER_HASH_BYTES);
	snprintf(line, SEAL_LINE_SIZE, "%s,end,%u,%s,%s,%zu,\n", month_write(month, text), base,
	    key->fingerprint, hex, rows);
	return line;
}
