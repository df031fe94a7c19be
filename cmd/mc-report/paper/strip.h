/*
 * A time strip: marks in lanes and a line of levels over time, as inline SVG.
 *
 * It needs no script and no colour: what a mark is stands in its shape and its
 * letter. At 360 pixels, a telephone's width, it is drawn as large as it is.
 */

#ifndef STRIP_H
#define STRIP_H

#include "paper/document.h"
#include "paper/markup.h"

enum strip_shape { STRIP_CIRCLE, STRIP_TRIANGLE, STRIP_DIAMOND, STRIP_SQUARE };

enum { STRIP_LANES = 3, STRIP_LEVELS = 7, STRIP_LENGTH = 1000 };

/* Adds a strip: what it shows in words, and its first and last day. Its lanes' names come first,
 * then its marks and its levels, each in order of time. */
void strip_begin(
    struct document *document, struct bytes words, struct bytes first, struct bytes last);
void strip_name_lane(struct document *document, struct bytes name);

/* Adds a mark (0 <= lane < STRIP_LANES, 0 <= at <= STRIP_LENGTH), of one capital letter or sign. */
void strip_mark(struct document *document, unsigned lane, unsigned at, enum strip_shape shape,
    const char *letter);

/* Adds that the level (0 <= level < STRIP_LEVELS) is this from here on. */
void strip_level(struct document *document, unsigned at, unsigned level);

/* Writes the strip of which the block is the first; the blocks after it are passed over by
 * render_html(). */
void strip_write(struct markup *markup, const struct block *block, size_t blocks);

#endif
