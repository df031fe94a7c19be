/* A rule of the referral in words. */

#ifndef REFER_EXPLAIN_H
#define REFER_EXPLAIN_H

#include "tool/options.h"

/* Writes in the person's language what a rule ("R22") asks of whom, when and by when, and ends the
 * program; with a usage message of the tool and status 2 when there is no such rule. */
_Noreturn void explain_refer(const struct tool *tool, const char *name);

#endif
