/* A rule of the weighing, or a flag of its record, in words. */

#ifndef WEIGH_EXPLAIN_H
#define WEIGH_EXPLAIN_H

#include "tool/options.h"

/* Writes in the person's language what a rule ("W13") or a flag ("missing:child") says, and ends
 * the program; with a usage message of the tool and status 2 when it is none. */
_Noreturn void explain_weigh(const struct tool *tool, const char *name);

#endif
