#include "tool/beside.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/memory.h"

const char beside_journal[] = ".journal";

/* As many as the system follows. */
enum { LINKS_MAX = 40 };

/* The length of what comes before the last name of a path. */
static size_t
folder_length(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? 0 : (size_t)(slash + 1 - path);
}

/* Where a link that stands at the path says that the file is. */
static char *
follow(const char *path, const char *link, size_t length)
{
	size_t folder = link[0] == '/' ? 0 : folder_length(path);
	char *target = memory_allocate(folder + length + 1), *end = mempcpy(target, path, folder);

	*(char *)mempcpy(end, link, length) = '\0';
	return target;
}

static bool
lead_to_same(const char *a, const char *b)
{
	struct stat of_a, of_b;

	return stat(a, &of_a) == 0 && stat(b, &of_b) == 0 && of_a.st_dev == of_b.st_dev
	    && of_a.st_ino == of_b.st_ino;
}

/* Not by realpath(), which goes all the way from the root, and so fails below a folder that is not
 * open to everybody. Nor further than the system goes: it may know that a link is somebody else's
 * trap, and what it calls a link may lead where no path does, as to a pipe. */
char *
beside_target(const char *path)
{
	char *target = memory_copy(path), link[PATH_MAX];
	unsigned links = 0;
	ssize_t length;

	for (; links < LINKS_MAX && (length = readlink(target, link, sizeof(link))) > 0; links++) {
		char *next = follow(target, link, (size_t)length);

		free(target);
		target = next;
	}
	if (links > 0 && !lead_to_same(path, target)) {
		free(target);
		target = memory_copy(path);
	}
	return target;
}

char *
beside_path(const char *path, const char *suffix)
{
	char *target = beside_target(path);
	size_t folder = folder_length(target);
	char *beside = memory_allocate(strlen(target) + strlen(suffix) + 2), *end = beside;

	end = mempcpy(end, target, folder);
	end = stpcpy(end, ".");
	end = stpcpy(end, target + folder);
	strcpy(end, suffix);
	free(target);
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
