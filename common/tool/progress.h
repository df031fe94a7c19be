/* Progress on standard error, for a person who waits: when it is a terminal and reading has taken
 * more than a second. */

#ifndef PROGRESS_H
#define PROGRESS_H

#include <stddef.h>

/* Names the program whose progress it is. */
void progress_start(const char *program);

/* Counts bytes that were read, and shows how many now and then. */
void progress_read(size_t bytes);

/* From now on nothing is shown: a person is asked something at this terminal. */
void progress_hide(void);

/* Takes the line of progress off the terminal, so that something else can be said. */
void progress_clear(void);

#endif
