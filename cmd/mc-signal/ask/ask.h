/* The interview at the terminal: one record after another, each kept by itself. */

#ifndef ASK_H
#define ASK_H

#include "settings.h"

/* Asks for records as the settings say (kind, case, log) until the person ends it. Ends the program
 * with status 2 when there is no terminal or the log cannot be written to. */
void ask_run(const struct settings *settings);

#endif
