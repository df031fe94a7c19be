/*
 * The filters of system calls, one for each combination of what a tool keeps
 * (tool/sandbox/confine.h).
 *
 * They are made when the tools are built (tool/sandbox/make_filters.c), so that putting one in
 * force takes one call and no memory.
 */

#ifndef FILTERS_H
#define FILTERS_H

#include <linux/filter.h>

#include "tool/sandbox/confine.h"

enum { FILTERS = 1 << CONFINE_BITS, FILTER_STEPS_MAX = 256 };

/* Stands in each filter where the number of the process belongs that it is put in force for. */
enum { FILTER_SELF = 0x3E1F3E1F };

struct filter {
	const struct sock_filter *step;
	unsigned short count; /* of steps, at most FILTER_STEPS_MAX */
};

/* By what is kept, a sum of CONFINE_*. */
extern const struct filter filters[FILTERS];

#endif
