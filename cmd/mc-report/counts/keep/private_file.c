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
private_file_write(int descriptor, struct bytes content)
{
	while (content.length > 0) {
		ssize_t count = write(descriptor, content.at, content.length);

		if (count == -1 && errno != EINTR)
			return false;
		if (count > 0) {
			content.at += count;
			content.length -= (size_t)count;
		}
	}
	return true;
}

/* A new file stands in its folder on disk too. */
static void
sync_folder(const char *file)
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

void
private_file_make(const char *file, struct bytes content)
{
	int descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (descriptor == -1 && errno == EEXIST)
		diagnostics_stop(_("%s: exists already, and is never overwritten"), file);
	if (descriptor == -1)
		diagnostics_stop("%s: %s", file, strerror(errno));
	if (fchmod(descriptor, 0600) == -1 || !private_file_write(descriptor, content)
	    || fsync(descriptor) == -1 || close(descriptor) == -1) {
		int error = errno;

		unlink(file);
		diagnostics_stop("%s: %s", file, strerror(error));
	}
	sync_folder(file);
}
