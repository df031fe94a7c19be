#include "counts/keep/private_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/diagnostics.h"
#include "tool/disk.h"
#include "tool/lock.h"
#include "tool/outputs.h"

off_t
private_file_check(int descriptor, const char *file)
{
	struct stat status;
	char shown[SHOWN_SIZE];

	diagnostics_show_file(file, shown);
	if (fstat(descriptor, &status) == -1)
		diagnostics_stop("%s: %s", shown, language_error(errno));
	if (!S_ISREG(status.st_mode))
		diagnostics_stop(_("%s: is no plain file"), shown);
	if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
		diagnostics_stop(_("%s: others than its owner may use it (mode %04o; chmod 600 it, "
				   "or, where the disk keeps no modes, keep it on another disk)"),
		    shown, status.st_mode & 07777u);
	outputs_refuse(&status, shown);
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
static bool
sync_folder(const char *file)
{
	int folder = disk_open_folder(file);

	return folder != -1 && disk_sync_folder(folder) && close(folder) == 0;
}

static bool
is_private(int descriptor)
{
	struct stat status;

	return fstat(descriptor, &status) == 0 && (status.st_mode & 07777) == DISK_OWN;
}

/* Takes a file away that was not made; not while it is open, which not every disk can. */
static _Noreturn void
give_up(const char *file, int descriptor, const char *why)
{
	char shown[SHOWN_SIZE];

	close(descriptor);
	unlink(file);
	diagnostics_stop("%s: %s", diagnostics_show_file(file, shown), why);
}

/* Whether it is a file of ours that holds nothing, as a run leaves it that is killed before it
 * writes, and no other run is about to. */
static bool
is_left_empty(int descriptor)
{
	struct stat status;

	return lock_try(descriptor) && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)
	    && status.st_size == 0 && status.st_uid == getauxval(AT_EUID);
}

/* Opens a file that is new, or empty. -1 when it is neither; errno says why. */
static int
open_new(const char *file)
{
	int descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, DISK_OWN);

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

/* What is new is so already, but for an odd umask. */
static void
make_private(int descriptor, const char *file)
{
	if (is_private(descriptor))
		return;
	if (fchmod(descriptor, DISK_OWN) == -1 && errno != EPERM && errno != ENOTSUP
	    && errno != ENOSYS)
		give_up(file, descriptor, language_error(errno));
	if (!is_private(descriptor))
		give_up(file, descriptor,
		    _("others than its owner could use it, since the disk keeps no modes: make it "
		      "on another disk"));
}

void
private_file_make(const char *file, struct bytes content)
{
	int descriptor = open_new(file);
	char shown[SHOWN_SIZE];

	diagnostics_show_file(file, shown);
	if (descriptor == -1 && errno == EEXIST)
		diagnostics_stop(_("%s: exists already, and is never overwritten"), shown);
	if (descriptor == -1)
		diagnostics_stop("%s: %s", shown, language_error(errno));
	make_private(descriptor, file);
	if (!private_file_write(descriptor, content) || !disk_sync(descriptor)
	    || !sync_folder(file))
		give_up(file, descriptor, language_error(errno));
	close(descriptor);
}
