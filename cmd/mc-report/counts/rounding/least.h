/*
 * What even the best placing costs for being too far from the truth, or not
 * safe: it tells a search in a hard month that it need not begin again.
 */

#ifndef LEAST_H
#define LEAST_H

#include "counts/rounding/goals.h"
#include "counts/rounding/stream.h"

/* No placing has a lesser placing_penalty(); where boards lie within regions, and no school is left
 * of a unit, one has this. Draws from the stream, but the answer does not depend on it. Ends the
 * program when memory is out. */
int64_t least_penalty(const struct goals *goals, struct stream *stream);

#endif
