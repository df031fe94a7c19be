/* Files that their owner alone may use: the key and the ledger. */

#ifndef PRIVATE_FILE_H
#define PRIVATE_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "text/bytes.h"

/* Ends the program with status 2 unless the open file is a plain one that its owner alone may
 * use, and none that the output goes to. Returns its size. */
off_t private_file_check(int descriptor, const char *file);

/* Makes a file that holds these bytes, on disk before it returns; an empty one, which a run that
 * was killed may leave, counts as none. Ends the program with status 2 when it exists or cannot be
 * written; then there is none. */
void private_file_make(const char *file, struct bytes content);

/* Writes all of the bytes. False when that fails; errno says why. */
bool private_file_write(int descriptor, struct bytes content);

#endif
