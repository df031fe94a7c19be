/* Landlock: the kernel's own list of the files that a process may open. See landlock(7). */

#ifndef LANDLOCK_H
#define LANDLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Whether the system has it, and lets us use it. */
bool landlock_is_there(void);

/* Begins a list without any file; -1 with errno. */
int landlock_open(void);

/* Adds an open file, or a folder with all below it, with a sum of LANDLOCK_ACCESS_FS_*; of these
 * what the kernel does not know counts for nothing. False with errno. */
bool landlock_add(int ruleset, int file, uint64_t access);

/* Puts the list in force; false with errno. It is still to be closed. */
bool landlock_enforce(int ruleset);

#endif
