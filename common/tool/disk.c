#include "tool/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/memory.h"

bool
disk_sync(int descriptor)
{
	int result;

	do
		result = fsync(descriptor);
	while (result == -1 && errno == EINTR);
	return result == 0;
}

bool
disk_sync_folder(int folder)
{
	return disk_sync(folder) || errno == EINVAL || errno == ENOTSUP || errno == ENOSYS;
}

int
disk_open_folder(const char *path)
{
	char *copy = strcpy(memory_allocate(strlen(path) + 1), path);
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
