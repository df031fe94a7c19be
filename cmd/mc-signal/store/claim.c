#include "store/claim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/beside.h"
#include "tool/diagnostics.h"
#include "tool/disk.h"
#include "tool/lock.h"

/* Whether the path still leads to the open file: who found it there may have taken it away. */
static bool
has_name(int descriptor, const char *path)
{
	struct stat named, opened;

	return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0
	    && named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

/* Whether a file that is made there has the mode that it is made with: one tells, which goes at
 * once. */
static bool
keeps_modes(const char *path)
{
	char *probe = beside_path(path, ".mode");
	int descriptor = open(probe, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, DISK_OWN);
	struct stat made;
	bool is_kept =
	    descriptor == -1 || fstat(descriptor, &made) == -1 || disk_keeps_modes(&made);

	if (descriptor != -1) {
		close(descriptor);
		unlink(probe);
	}
	free(probe);
	return is_kept;
}

/* Whether it is as a run makes it. */
static bool
is_of_a_run(int descriptor, const char *path)
{
	struct stat status;

	return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1
	    && ((status.st_mode & 07777) == DISK_OWN || !keeps_modes(path));
}

/* Takes away what a run that was killed left. */
static void
clear(const char *path, const char *name)
{
	/* No link is followed and no pipe waited for: who can write to the folder might put one. */
	int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	char shown[SHOWN_SIZE];

	if (descriptor == -1 && errno == ENOENT)
		return;
	diagnostics_show_file(path, shown);
	if (descriptor == -1)
		diagnostics_stop("%s: %s", shown, language_error(errno));
	if (!is_of_a_run(descriptor, path))
		diagnostics_stop(
		    _("%s is in the way of what becomes %s: put it elsewhere"), shown, name);
	if (!lock_try(descriptor))
		diagnostics_stop(
		    _("%s: another run is writing it: give each run a file of its own"), name);
	if (has_name(descriptor, path)) {
		if (unlink(path) == -1)
			diagnostics_stop("%s: %s", shown, language_error(errno));
		diagnostics_note(
		    _("%s: an earlier run was cut off: what it left, %s, is taken away"), name,
		    shown);
	}
	close(descriptor);
}

int
claim_make(const char *path, const char *name)
{
	for (int i = 0; i < LOCK_TRIES; i++) {
		int descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, DISK_OWN);

		if (descriptor == -1 && errno == EEXIST) {
			clear(path, name);
			continue;
		}
		/* Between its birth and its lock another may have found it, and taken it away. */
		if (descriptor == -1 || (lock_try(descriptor) && has_name(descriptor, path)))
			return descriptor;
		close(descriptor);
	}
	errno = ESTALE;
	return -1;
}
