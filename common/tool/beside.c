#include "tool/beside.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/memory.h"

const char beside_journal[] = ".journal";

/* Where the path leads when it is a link; to be freed by the caller. NULL when it is none. */
static char *
target_of(const char *path)
{
	struct stat status;

	return lstat(path, &status) == 0 && S_ISLNK(status.st_mode) ? realpath(path, NULL) : NULL;
}

char *
beside_path(const char *path, const char *suffix)
{
	char *real = target_of(path);
	const char *from = real != NULL ? real : path, *slash = strrchr(from, '/');
	size_t folder = slash == NULL ? 0 : (size_t)(slash + 1 - from);
	char *beside = memory_allocate(strlen(from) + strlen(suffix) + 2), *end = beside;

	end = mempcpy(end, from, folder);
	end = stpcpy(end, ".");
	end = stpcpy(end, from + folder);
	strcpy(end, suffix);
	free(real);
	return beside;
}

bool
beside_has_journal(const char *path)
{
	char *journal = beside_path(path, beside_journal);
	bool is_there = access(journal, F_OK) == 0;

	free(journal);
	return is_there;
}
