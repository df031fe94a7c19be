#include "counts/keep/private_file.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "tool/outputs.h"

off_t
private_file_check(int descriptor, const char *file)
{
	struct stat status;

	if (fstat(descriptor, &status) == -1)
		diagnostics_stop("%s: %s", file, language_error(errno));
	if (!S_ISREG(status.st_mode))
		diagnostics_stop(_("%s: is no plain file"), file);
	if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
		diagnostics_stop(
		    _("%s: others than its owner may use it (mode %04o; chmod 600 it)"), file,
		    status.st_mode & 07777u);
	outputs_refuse(&status, file);
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
		diagnostics_stop("%s: %s", folder, language_error(errno));
	close(descriptor);
	free(copy);
}

/* Whether another run is about to write to it. Where there are no locks nobody knows. */
static bool
is_busy(int descriptor)
{
	while (flock(descriptor, LOCK_EX | LOCK_NB) == -1)
		if (errno != EINTR)
			return errno == EWOULDBLOCK;
	return false;
}

/* Whether it is a file of ours that holds nothing, as a run leaves it that is killed before it
 * writes. */
static bool
is_left_empty(int descriptor)
{
	struct stat status;

	return !is_busy(descriptor) && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)
	    && status.st_size == 0 && status.st_uid == getauxval(AT_EUID);
}

/* Opens a file that is new, or empty. -1 when it is neither; errno says why. */
static int
open_new(const char *file)
{
	int descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (descriptor == -1 && errno == EEXIST) {
		/* No link is followed, and no pipe waited for. */
		descriptor = open(file, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
		errno = EEXIST;
	}
	if (descriptor == -1 || is_left_empty(descriptor))
		return descriptor;
	close(descriptor);
	errno = EEXIST;
	return -1;
}

void
private_file_make(const char *file, struct bytes content)
{
	int descriptor = open_new(file);

	if (descriptor == -1 && errno == EEXIST)
		diagnostics_stop(_("%s: exists already, and is never overwritten"), file);
	if (descriptor == -1)
		diagnostics_stop("%s: %s", file, language_error(errno));
	if (fchmod(descriptor, 0600) == -1 || !private_file_write(descriptor, content)
	    || fsync(descriptor) == -1 || close(descriptor) == -1) {
		int error = errno;

		unlink(file);
		diagnostics_stop("%s: %s", file, language_error(error));
	}
	sync_folder(file);
}
