#include "tool/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <unistd.h>

#include "tool/memory.h"

bool
disk_keeps_modes(const struct stat *made)
{
	return (made->st_mode & 07777 & ~(mode_t)DISK_OWN) == 0;
}

bool
disk_sync(int descriptor)
{
	int result;

	do
		result = fsync(descriptor);
	while (result == -1 && errno == EINTR);
	return result == 0;
}

/* By what a disk says that a folder cannot be asked for. */
static const int not_of_folders[] = {EINVAL, ENOTSUP, ENOSYS, EPERM, EACCES};

bool
disk_sync_folder(int folder)
{
	if (disk_sync(folder))
		return true;
	for (size_t i = 0; i < sizeof(not_of_folders) / sizeof(not_of_folders[0]); i++)
		if (errno == not_of_folders[i])
			return true;
	return false;
}

int
disk_open_folder(const char *path)
{
	char *copy = memory_copy(path);
	int folder = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	free(copy);
	return folder;
}

bool
disk_cut(int descriptor, off_t length)
{
	int result;

	do
		result = ftruncate(descriptor, length);
	while (result == -1 && errno == EINTR);
	return result == 0 && disk_sync(descriptor);
}
