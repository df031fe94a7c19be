/* The line that closes a month of the ledger, and the hash in it. */

#ifndef SEAL_H
#define SEAL_H

#include <sodium.h>

#include "text/bytes.h"
#include "counts/keep/ledger.h"

enum { SEAL_HASH_SIZE = 2 * LEDGER_HASH_BYTES + 1, SEAL_LINE_SIZE = 192 };

struct seal {
	crypto_generichash_state state;
};

/* Begins a month that follows the one with the hash before. */
void seal_begin(
    struct seal *seal, const struct key *key, const unsigned char before[LEDGER_HASH_BYTES]);

/* Takes a line of the month, without its LF. */
void seal_take(struct seal *seal, struct bytes line);

/* Ends the month: its hash. */
void seal_end(struct seal *seal, const struct key *key, month_number month, unsigned base,
    size_t rows, unsigned char hash[LEDGER_HASH_BYTES]);

/* Writes the closing line, with its LF. Returns line. */
const char *seal_line(const struct key *key, month_number month, unsigned base, size_t rows,
    const unsigned char hash[LEDGER_HASH_BYTES], char line[SEAL_LINE_SIZE]);

#endif
