#include "counts/keep/private_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/diagnostics.h"

off_t
private_file_check(int descriptor, const char *file)
{
	struct stat status;

	if (fstat(descriptor, &status) == -1)
		diagnostics_stop("%s: %s", file, strerror(errno));
	if (!S_ISREG(status.st_mode))
		diagnostics_stop(_("%s: is no plain file"), file);
	if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
		diagnostics_stop(
		    _("%s: others than its owner may use it (mode %04o; chmod 600 it)"), file,
		    status.st_mode & 07777u);
	return status.st_size;
}

bool
private_file_write(int descriptor, const void *bytes, size_t length)
{
	const char *at = bytes;

	while (length > 0) {
		ssize_t count = write(descriptor, at, length);

		if (count == -1 && errno != EINTR)
			return false;
		if (count > 0) {
			at += count;
			length -= (size_t)count;
		}
	}
	return true;
}

void
private_file_sync_folder(const char *file)
{
	char *copy = strdup(file);

	if (copy == NULL)
		diagnostics_stop(_("out of memory"));
	const char *folder = dirname(copy);
	int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor == -1 || fsync(descriptor) == -1)
		diagnostics_stop("%s: %s", folder, strerror(errno));
	close(descriptor);
	free(copy);
}
