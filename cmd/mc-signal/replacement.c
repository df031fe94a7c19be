#include "replacement.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diagnostics.h"
#include "memory.h"

static _Noreturn void
stop(const char *path)
{
	diagnostics_stop("%s: %s", path, strerror(errno));
}

static char *
copy_of(const char *string)
{
	char *copy = memory_allocate(strlen(string) + 1);

	return strcpy(copy, string);
}

static void
open_directly(struct replacement *replacement)
{
	replacement->descriptor = open(replacement->path, O_WRONLY | O_CLOEXEC);
	if (replacement->descriptor == -1)
		stop(replacement->path);
}

static void
open_beside(struct replacement *replacement)
{
	const char suffix[] = ".XXXXXX";
	size_t length = strlen(replacement->path);
	char *folder = copy_of(replacement->path);

	replacement->folder = open(dirname(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (replacement->folder == -1)
		stop(replacement->path);
	free(folder);
	replacement->temporary = memory_allocate(length + sizeof(suffix));
	memcpy(replacement->temporary, replacement->path, length);
	memcpy(replacement->temporary + length, suffix, sizeof(suffix));
	/* mkostemp gives mode 0600: the file holds what the records hold. */
	replacement->descriptor = mkostemp(replacement->temporary, O_CLOEXEC);
	if (replacement->descriptor == -1)
		stop(replacement->path);
}

void
replacement_open(struct replacement *replacement, const char *path)
{
	struct stat status;
	char *real = realpath(path, NULL);

	*replacement = (struct replacement){.descriptor = -1, .folder = -1};
	replacement->path = copy_of(real != NULL ? real : path);
	free(real);
	if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
		open_directly(replacement);
	else
		open_beside(replacement);
}

static void
free_names(struct replacement *replacement)
{
	if (replacement->folder != -1)
		close(replacement->folder);
	free(replacement->path);
	free(replacement->temporary);
	*replacement = (struct replacement){.descriptor = -1, .folder = -1};
}

bool
replacement_commit(struct replacement *replacement)
{
	bool is_done = replacement->temporary == NULL
	    || (fsync(replacement->descriptor) == 0
		&& rename(replacement->temporary, replacement->path) == 0
		&& fsync(replacement->folder) == 0);

	if (close(replacement->descriptor) == -1)
		is_done = false;
	if (!is_done) {
		diagnostics_trouble_errno("%s", replacement->path);
		if (replacement->temporary != NULL)
			unlink(replacement->temporary);
	}
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
