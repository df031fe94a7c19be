/*
 * Where in a text anything identifying can begin: nearly all text is nothing but this search.
 */

#ifndef IDENTIFYING_SEARCH_H
#define IDENTIFYING_SEARCH_H

#include "text/bytes.h"

/* The first byte at or after at that can begin what a matcher looks for: a digit, an @, the bracket
 * of an (at), the slash of an address, or the first byte of one of them that is not ASCII. The
 * text's length when there is none. */
size_t identifying_search(struct bytes text, size_t at);

/* Whether a pseudonym, which is letters, digits and the marks . _ - alone, shows at once that
 * nothing identifying is in it, as nearly every one does: fewer digits than the eight of the
 * shortest number of state, bank account or phone; no letter behind them, as in a postcode or the
 * name of a month; not three groups of them, as in a day of birth; no point, as in 6.1E+08; no word
 * before them but for a low line between, as in a street's name or geb-3-10. */
bool identifying_is_short_id(struct bytes id);

#endif
