/* Words as they are compared: their letters and digits, in any case and without accents. */

#ifndef FOLD_H
#define FOLD_H

#include "text/bytes.h"

/* Room that the folded form of so many bytes may take. */
size_t fold_size(size_t length);

/* Writes the letters and digits of text, small and without accents, and returns how many bytes
 * they are: 0 when it has none, is no UTF-8, or holds a control character. folded has fold_size()
 * bytes of room. */
size_t fold(struct bytes text, char *folded);

#endif
