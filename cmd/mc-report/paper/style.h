/* How the papers look on a screen, light or dark, on a telephone and on paper. */

#ifndef STYLE_H
#define STYLE_H

#include "paper/markup.h"

/* Writes the rules, which stand in a style element. */
void style_put(struct markup *markup);

#endif
