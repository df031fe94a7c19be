/* Characters without ink: nobody sees them, so in a word they mean nothing. */

#ifndef INKLESS_H
#define INKLESS_H

#include <stdbool.h>
#include <stdint.h>

/* Whether the code point is without ink and no blank: soft hyphen, fillers, zero width, direction
 * marks, byte order mark, tags. */
bool inkless_is(uint32_t point);

#endif
