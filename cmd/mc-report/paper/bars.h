/* A chart of bars, as html. */

#ifndef BARS_H
#define BARS_H

#include "paper/document.h"
#include "paper/markup.h"

/* Adds a chart of the bars that a run of at most count blocks begins with: one under the other,
 * each with its label and its number, the longest across the page. Black and grey alone, so that
 * it can be copied. */
void bars_put(struct markup *markup, const struct block *block, size_t count);

#endif
