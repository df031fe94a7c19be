/* The lock of an open file, by which runs know of each other. */

#ifndef LOCK_H
#define LOCK_H

#include <stdbool.h>

/* Takes the lock, for this run until the file is closed, and waits for nobody; false when another
 * has it. Where there are no locks nobody has one. */
bool lock_try(int descriptor);

#endif
