/*
 * Trouble at the n-th system call that changes a file, to be loaded with
 * LD_PRELOAD into a tool under test.
 *
 *   INJECT_AT=n   the call, from 1, counted over all of them
 *   INJECT_HOW=   kill   SIGKILL before the call
 *                 half   SIGKILL after a part of it (of a write: half the bytes)
 *                 after  SIGKILL after it
 *                 an errno name (ENOSPC, EIO): the call fails, and is not done
 *   INJECT_LOG=   a file that gets the name of the call, to see which it was
 *
 * The file is opened before the tool gives up the right to open any.
 */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int countdown;
static const char *how = "";
static int told = -1;

__attribute__((constructor)) static void
start(void)
{
	const char *at = getenv("INJECT_AT"), *log = getenv("INJECT_LOG");

	if (at == NULL || getenv("INJECT_HOW") == NULL)
		return;
	countdown = atoi(at);
	how = getenv("INJECT_HOW");
	if (log != NULL)
		told = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

static void
end(void)
{
	kill(getpid(), SIGKILL);
	pause();
}

/* Whether this call is the one. */
static bool
is_now(const char *name)
{
	if (countdown == 0 || --countdown != 0)
		return false;
	if (told != -1)
		dprintf(told, "%s\n", name);
	if (strcmp(how, "kill") == 0)
		end();
	return true;
}

/* What the call gives that fails. */
static int
fail(void)
{
	errno = strcmp(how, "EIO") == 0 ? EIO : ENOSPC;
	return -1;
}

static bool
must_fail(void)
{
	return how[0] == 'E';
}

/* A call with result type, name, parameters in parentheses, arguments in parentheses. */
#define CALL(name, parameters, arguments)                                                          \
	int name parameters;                                                                       \
	int name parameters                                                                        \
	{                                                                                          \
		int (*real) parameters = (int(*) parameters)dlsym(RTLD_NEXT, #name);               \
		bool now = is_now(#name);                                                          \
		int result;                                                                        \
                                                                                                   \
		if (now && must_fail())                                                            \
			return fail();                                                             \
		result = real arguments;                                                           \
		if (now)                                                                           \
			end();                                                                     \
		return result;                                                                     \
	}

CALL(fsync, (int descriptor), (descriptor))
CALL(rename, (const char *from, const char *to), (from, to))
CALL(link, (const char *from, const char *to), (from, to))
CALL(unlink, (const char *path), (path))
CALL(ftruncate, (int descriptor, off_t length), (descriptor, length))
CALL(fchmod, (int descriptor, mode_t mode), (descriptor, mode))
CALL(fchown, (int descriptor, uid_t owner, gid_t group), (descriptor, owner, group))
CALL(mkostemp, (char *template, int flags), (template, flags))

/* The C library's own calls do not come this way: messages are written as ever. */
ssize_t
write(int descriptor, const void *bytes, size_t count)
{
	ssize_t (*real)(int, const void *, size_t)
	    = (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
	bool now = is_now("write");
	ssize_t result;

	if (now && must_fail())
		return fail();
	result = real(descriptor, bytes, now && strcmp(how, "half") == 0 ? count / 2 : count);
	if (now)
		end();
	return result;
}
