/* Reading of the ledger, with every check that it is as it was written. */

#ifndef LEDGER_READER_H
#define LEDGER_READER_H

#include "counts/keep/ledger.h"

/* The first line of a ledger, without its LF. */
extern const char ledger_header[46];

/* Reads the open file into the ledger; ends the program with status 2 as ledger_open() says. */
void ledger_reader_read(struct ledger *ledger);

#endif
