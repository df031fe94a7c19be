/* The lines that close what stands in a ledger, and the hashes in them. */

#ifndef SEAL_H
#define SEAL_H

#include <sodium.h>

#include "counts/keep/ledger.h"

enum { SEAL_LINE_SIZE = 192 };

/* The columns of a ledger, and those of a line of units and of a closing line by their own
 * names. */
enum {
	LEDGER_MONTH,
	LEDGER_WHAT,
	LEDGER_SCHOOL,
	LEDGER_PUPILS,
	LEDGER_BOARD,
	LEDGER_REGION,
	LEDGER_NAME,
	LEDGER_COLUMNS,
	LEDGER_KIND = LEDGER_PUPILS,
	LEDGER_UNITS = LEDGER_BOARD,
	LEDGER_BASE = LEDGER_SCHOOL,
	LEDGER_KEY = LEDGER_PUPILS
};

/* What a line is. */
#define LEDGER_IS_BEGIN	  "begin"
#define LEDGER_IS_SCHOOL  "school"
#define LEDGER_IS_WITHOUT "without"
#define LEDGER_IS_UNITS	  "units"
#define LEDGER_IS_END	  "end"

/* The first line, without its LF. */
extern const char seal_header[];

struct seal {
	crypto_generichash_state state;
	size_t rows;
};

/* Begins to take lines that follow what the ledger's hash is of. */
void seal_begin(struct seal *seal, const struct ledger *ledger);

/* Takes a line, without its LF. */
void seal_take(struct seal *seal, struct bytes line);

/* Closes the lines with a line of this month and word: the ledger's hash becomes theirs. Writes
 * the closing line, with its LF. Returns line. */
const char *seal_close(struct seal *seal, struct ledger *ledger, month_number month,
    const char *what, char line[SEAL_LINE_SIZE]);

/* Verifies the open file to its end, as ledger_verify() says, and fills in what its closing lines
 * tell. */
void seal_verify(struct ledger *ledger);

#endif
