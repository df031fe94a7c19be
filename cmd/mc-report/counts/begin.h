/* What the counts begin with, once: a key, and a ledger that it seals. */

#ifndef BEGIN_H
#define BEGIN_H

#include "counts/options.h"

/* Makes the new key, or the new ledger, that was asked for. Ends the program with status 2 when
 * that cannot be. */
void begin_key(const struct counts_order *order);
void begin_ledger(const struct counts_order *order);

#endif
