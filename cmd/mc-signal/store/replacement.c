#include "store/replacement.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/claim.h"
#include "tool/disk.h"
#include "store/ends.h"
#include "tool/beside.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"

/* The names that must go however the run ends; the log and the rejects at most. */
enum { ACTIVE_MAX = 2 };

static char *volatile active[ACTIVE_MAX];

/* What the name of a replacement ends on: under a lock, and of the rejects. */
static const char rewrite[] = ".rewrite", rejects[] = ".rejects";

static void
remove_active(void)
{
	for (size_t i = 0; i < ACTIVE_MAX; i++)
		if (active[i] != NULL)
			unlink(active[i]);
}

static void
remove_and_end(int number)
{
	remove_active();
	signal(number, SIG_DFL);
	raise(number);
}

/* Sees to it once that nothing stays behind when a signal or exit() ends the run. */
static void
watch_ends(void)
{
	static bool is_watching;

	if (is_watching)
		return;
	is_watching = true;
	atexit(remove_active);
	ends_watch(remove_and_end);
}

static void
activate(char *temporary)
{
	for (size_t i = 0; i < ACTIVE_MAX; i++)
		if (active[i] == NULL) {
			active[i] = temporary;
			return;
		}
}

static void
deactivate(const char *temporary)
{
	for (size_t i = 0; i < ACTIVE_MAX; i++)
		if (active[i] == temporary)
			active[i] = NULL;
}

static _Noreturn void
stop(const char *path)
{
	diagnostics_stop("%s: %s", path, language_error(errno));
}

static void
open_directly(struct replacement *replacement)
{
	replacement->descriptor = open(replacement->path, O_WRONLY | O_CLOEXEC);
	if (replacement->descriptor == -1)
		stop(replacement->name);
}

/* Opens the file beside under its name, mode 0600: it holds what the records hold. Under a lock
 * it is nobody else's. */
static int
open_temporary(const struct replacement *replacement, bool is_locked)
{
	if (!is_locked)
		return claim_make(replacement->temporary, replacement->name);
	return open(
	    replacement->temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
}

/* No signal comes between the file and the note that it must go. */
static void
make_temporary(struct replacement *replacement, bool is_locked)
{
	sigset_t before;

	watch_ends();
	ends_hold(&before);
	replacement->descriptor = open_temporary(replacement, is_locked);
	if (replacement->descriptor != -1)
		activate(replacement->temporary);
	ends_release(&before);
}

static void
open_beside(struct replacement *replacement, bool is_locked)
{
	replacement->folder = disk_open_folder(replacement->path);
	if (replacement->folder == -1)
		stop(replacement->name);
	replacement->temporary = beside_path(replacement->path, is_locked ? rewrite : rejects);
	make_temporary(replacement, is_locked);
	if (replacement->descriptor == -1)
		stop(replacement->name);
}

/* Whether it is a link still, to a file that no path leads to: what took its place would leave that
 * file as it was. */
static bool
is_link_to_file(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 && S_ISLNK(status.st_mode) && stat(path, &status) == 0
	    && S_ISREG(status.st_mode);
}

static void
name_file(struct replacement *replacement, const char *path, const char *name)
{
	*replacement = (struct replacement){
	    .name = name, .path = beside_target(path), .descriptor = -1, .folder = -1};
	if (is_link_to_file(replacement->path)) {
		errno = ENAMETOOLONG;
		stop(name);
	}
}

void
replacement_open_descriptor(struct replacement *replacement, const char *name, int descriptor)
{
	*replacement = (struct replacement){.name = name,
	    .path = memory_copy(name),
	    .descriptor = fcntl(descriptor, F_DUPFD_CLOEXEC, 0),
	    .folder = -1};
	if (replacement->descriptor == -1)
		stop(name);
}

bool
replacement_clear(const char *path, const char *name)
{
	char *temporary = beside_path(path, rewrite);
	bool was_there = unlink(temporary) == 0;

	if (!was_there && errno != ENOENT)
		stop(name);
	free(temporary);
	return was_there;
}

bool
replacement_is_left(const char *path, char shown[SHOWN_SIZE])
{
	char *temporary = beside_path(path, rewrite);
	bool is_there = access(temporary, F_OK) == 0;

	diagnostics_show_file(temporary, shown);
	free(temporary);
	return is_there;
}

void
replacement_open_locked(struct replacement *replacement, const char *path, const char *name)
{
	name_file(replacement, path, name);
	open_beside(replacement, true);
}

void
replacement_open(struct replacement *replacement, const char *path, const char *name)
{
	struct stat status;

	name_file(replacement, path, name);
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		open_directly(replacement);
	else
		open_beside(replacement, false);
}

static void
free_names(struct replacement *replacement)
{
	if (replacement->temporary != NULL)
		deactivate(replacement->temporary);
	if (replacement->folder != -1)
		close(replacement->folder);
	free(replacement->path);
	free(replacement->temporary);
	*replacement = (struct replacement){.descriptor = -1, .folder = -1};
}

/* Puts the file beside in place; false when the old one still stands there. */
static bool
put_in_place(const struct replacement *replacement)
{
	if (disk_sync(replacement->descriptor)
	    && rename(replacement->temporary, replacement->path) == 0)
		return true;
	diagnostics_trouble_errno("%s", replacement->name);
	return false;
}

/* What it holds is safe before it is in place, so closing it cannot fail; trouble behind that is no
 * reason to do it all again. */
static bool
commit_beside(const struct replacement *replacement)
{
	bool is_in_place = put_in_place(replacement);

	close(replacement->descriptor);
	if (!is_in_place) {
		unlink(replacement->temporary);
		return false;
	}
	if (disk_sync_folder(replacement->folder))
		return true;
	diagnostics_trouble_errno(_("%s: it is changed, but may be as it was again after a power "
				    "cut"),
	    replacement->name);
	return false;
}

static bool
commit_directly(const struct replacement *replacement)
{
	if (close(replacement->descriptor) == 0)
		return true;
	diagnostics_trouble_errno("%s", replacement->name);
	return false;
}

bool
replacement_commit(struct replacement *replacement)
{
	bool is_done = replacement->temporary != NULL ? commit_beside(replacement)
						      : commit_directly(replacement);

	free_names(replacement);
	return is_done;
}

void
replacement_abandon(struct replacement *replacement)
{
	if (replacement->descriptor != -1)
		close(replacement->descriptor);
	if (replacement->temporary != NULL)
		unlink(replacement->temporary);
	free_names(replacement);
}
