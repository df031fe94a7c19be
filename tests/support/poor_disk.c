/*
 * A disk that can do less than most (FAT, a share of the network, a file system in user space), to
 * be loaded with LD_PRELOAD into a tool under test.
 *
 *   DISK_MODE=0777    it keeps no modes: every file has this one, and changing it does nothing
 *   DISK_NEW=0001     but one that was made for its owner alone has these bits as well
 *   DISK_LACKS=       words with commas between:
 *                     chmod    modes cannot be changed
 *                     flock    files cannot be locked
 *                     folders  folders cannot be made safe
 *                     numbers  a file has another number each time
 *                     busy     no other takes the place of an open file, nor is it taken away
 *   DISK_ERROR=1      the errno by which it says so, of the first three
 */

#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DESCRIPTORS = 64 };

static bool
lacks(const char *word)
{
	const char *words = getenv("DISK_LACKS");

	return words != NULL && strstr(words, word) != NULL;
}

static int
refuse(void)
{
	errno = atoi(getenv("DISK_ERROR"));
	return -1;
}

static mode_t
bits_of(const char *name)
{
	return getenv(name) == NULL ? 0 : (mode_t)strtoul(getenv(name), NULL, 8);
}

/* What the disk says of a file. */
static int
show(int result, struct stat *status)
{
	static ino_t number = 1;
	bool is_new = (status->st_mode & 07777) == 0600;

	if (result == -1 || !S_ISREG(status->st_mode))
		return result;
	if (getenv("DISK_MODE") != NULL)
		status->st_mode =
		    S_IFREG | bits_of("DISK_MODE") | (is_new ? bits_of("DISK_NEW") : 0);
	if (lacks("numbers"))
		status->st_ino = ++number;
	return result;
}

#define REAL(type, name) ((type)dlsym(RTLD_NEXT, name))

typedef int by_path(const char *path, struct stat *status);
typedef int by_descriptor(int descriptor, struct stat *status);

int
stat(const char *path, struct stat *status)
{
	return show(REAL(by_path *, "stat64")(path, status), status);
}

int
lstat(const char *path, struct stat *status)
{
	return show(REAL(by_path *, "lstat64")(path, status), status);
}

int
fstat(int descriptor, struct stat *status)
{
	return show(REAL(by_descriptor *, "fstat64")(descriptor, status), status);
}

int
fchmod(int descriptor, mode_t mode)
{
	if (lacks("chmod"))
		return refuse();
	return getenv("DISK_MODE") != NULL ? 0
					   : REAL(int (*)(int, mode_t), "fchmod")(descriptor, mode);
}

int
flock(int descriptor, int operation)
{
	return lacks("flock") ? refuse() : REAL(int (*)(int, int), "flock")(descriptor, operation);
}

int
fsync(int descriptor)
{
	struct stat status;

	if (lacks("folders") && REAL(by_descriptor *, "fstat64")(descriptor, &status) == 0
	    && S_ISDIR(status.st_mode))
		return refuse();
	return REAL(int (*)(int), "fsync")(descriptor);
}

static bool
is_busy(const char *path)
{
	struct stat named, opened;

	if (!lacks("busy") || REAL(by_path *, "lstat64")(path, &named) == -1)
		return false;
	for (int i = STDERR_FILENO + 1; i < DESCRIPTORS; i++)
		if (REAL(by_descriptor *, "fstat64")(i, &opened) == 0
		    && opened.st_ino == named.st_ino)
			return true;
	return false;
}

int
rename(const char *from, const char *to)
{
	errno = EBUSY;
	return is_busy(to) ? -1 : REAL(int (*)(const char *, const char *), "rename")(from, to);
}

int
unlink(const char *path)
{
	errno = EBUSY;
	return is_busy(path) ? -1 : REAL(int (*)(const char *), "unlink")(path);
}
