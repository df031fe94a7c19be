/* Where a run writes: each its own file, and none that is still to be read. */

#ifndef DESTINATIONS_H
#define DESTINATIONS_H

#include "settings.h"
#include "tool/operands.h"

/* Ends the program with status 2 when standard output or standard error goes into the log. */
void destinations_check_log(const char *log);

/* Ends the program with status 2 when the log or the rejects are the same file as the other, as
 * what is written besides, or as an operand that they would spoil. */
void destinations_check(const struct settings *settings, const struct operands *files);

#endif
