/* A file that one run at a time has for itself. */

#ifndef CLAIM_H
#define CLAIM_H

/* Makes the file at path, mode 0600, for this run until its descriptor is closed. What a run that
 * was killed left there is taken away, and that is said. Returns -1 when it cannot be made; errno
 * says why. Ends the program with status 2 when another run has it, or when what lies there is
 * somebody else's. name is that of the file that it is for, as messages show it. */
int claim_make(const char *path, const char *name);

#endif
