/* Files that their owner alone may use: the key and the ledger. */

#ifndef PRIVATE_FILE_H
#define PRIVATE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Ends the program with status 2 unless the open file is a plain one that its owner alone may
 * use. Returns its size. */
off_t private_file_check(int descriptor, const char *file);

/* Writes all of the bytes. False when that fails; errno says why. */
bool private_file_write(int descriptor, const void *bytes, size_t length);

/* Sees to it that a new file stands in its folder on disk. Ends the program with status 2 when
 * that fails. */
void private_file_sync_folder(const char *file);

#endif
