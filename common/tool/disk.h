/*
 * What must be safe on the disk, whatever the disk is.
 *
 * Each is false, with errno, when it could not be done. A call that a signal
 * broke off is done again.
 */

#ifndef DISK_H
#define DISK_H

#include <stdbool.h>
#include <sys/stat.h>
#include <sys/types.h>

enum {
	DISK_OWN = S_IRUSR | S_IWUSR,			    /* what its owner alone may do */
	DISK_OTHERS = S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH /* what others may, read or write */
};

/* Whether the disk keeps modes, by a file that was made with DISK_OWN and has got nothing since:
 * where it does not (FAT, some of the network) the file has what the disk gives to all. */
bool disk_keeps_modes(const struct stat *made);

/* What is in the file. */
bool disk_sync(int descriptor);

/* The names in a folder; also true on a disk that cannot be asked for it (some of the network and
 * of user space), which is then trusted. */
bool disk_sync_folder(int folder);

/* Opens the folder that holds a file, for disk_sync_folder(); -1 when it cannot be opened. */
int disk_open_folder(const char *path);

/* Makes the file no longer than length, and safe. */
bool disk_cut(int descriptor, off_t length);

#endif
