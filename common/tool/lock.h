/* The lock of an open file, by which runs know of each other. */

#ifndef LOCK_H
#define LOCK_H

#include <stdbool.h>

/* Takes the lock, for this run until the file is closed, and waits for nobody; false when another
 * has it. Where there are no locks nobody has one. */
bool lock_try(int descriptor);

/* How often others may come between the opening of a file and its lock, and put another in its
 * place; more is a disk that numbers no files. */
enum { LOCK_TRIES = 1000 };

/* Takes the lock of what must have one, and waits for it. Ends the program with status 2 on a disk
 * without locks: two runs could then spoil the file. The name is what messages show. */
void lock_wait(int descriptor, const char *name);

#endif
