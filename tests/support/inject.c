/*
 * Trouble at the n-th call that changes a file, to be loaded with LD_PRELOAD
 * into a tool under test.
 *
 *   INJECT_AT=n    the call, from 1, counted over all of them
 *   INJECT_HOW=    before  a signal before the call
 *                  other   another program, which knows of no lock, writes a line to INJECT_OTHER
 *                          before it
 *                  half    a signal after half of it (of a write; else after it)
 *                  after   a signal after it
 *                  short   it writes half, as a full pipe may (of a write; else nothing happens)
 *                  or an errno (ENOSPC, EIO): the call fails, and nothing is done
 *   INJECT_SIGNAL= its number; without it SIGKILL
 *   INJECT_LOG=    a file that gets the name of the call, to see which it was
 *
 * What tidies up (unlink) is never made to fail. The files are opened before the
 * tool gives up the right to open any.
 */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int countdown;
static const char *how = "";
static int number = SIGKILL;
static int told = -1;
static int other = -1;

static const struct {
	const char *name;
	int error;
} errors[] = {{"ENOSPC", ENOSPC}, {"EIO", EIO}};

__attribute__((constructor)) static void
start(void)
{
	const char *at = getenv("INJECT_AT"), *log = getenv("INJECT_LOG");

	if (at == NULL || getenv("INJECT_HOW") == NULL)
		return;
	how = getenv("INJECT_HOW");
	if (getenv("INJECT_SIGNAL") != NULL)
		number = atoi(getenv("INJECT_SIGNAL"));
	if (log != NULL)
		told = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (getenv("INJECT_OTHER") != NULL)
		other = open(getenv("INJECT_OTHER"), O_WRONLY | O_APPEND | O_CLOEXEC);
	countdown = atoi(at);
}

static bool
is_how(const char *name)
{
	return strcmp(how, name) == 0;
}

static void
send_signal(void)
{
	raise(number);
}

/* Whether this call is the one. */
static bool
is_now(const char *name)
{
	if (countdown == 0 || --countdown != 0)
		return false;
	if (told != -1)
		dprintf(told, "%s\n", name);
	if (is_how("before"))
		send_signal();
	if (is_how("other"))
		dprintf(other, "%s\n", "a line of another program");
	return true;
}

/* After the call: the signal, when it comes then. */
static void
end_call(bool now)
{
	if (now && (is_how("after") || is_how("half")))
		send_signal();
}

/* Whether the call must fail; errno says why. */
static bool
must_fail(void)
{
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		if (is_how(errors[i].name)) {
			errno = errors[i].error;
			return true;
		}
	return false;
}

/* The function of the C library that stands behind ours. */
#define REAL(name, parameters) ((int(*) parameters)dlsym(RTLD_NEXT, #name))

/* A call that gives an int: its name, parameters and arguments, each with parentheses. */
#define CALL(name, parameters, arguments)                                                          \
	int name parameters;                                                                       \
	int name parameters                                                                        \
	{                                                                                          \
		bool now = is_now(#name);                                                          \
		int result;                                                                        \
                                                                                                   \
		if (now && must_fail())                                                            \
			return -1;                                                                 \
		result = REAL(name, parameters) arguments;                                         \
		end_call(now);                                                                     \
		return result;                                                                     \
	}

CALL(rename, (const char *from, const char *to), (from, to))
CALL(ftruncate, (int descriptor, off_t length), (descriptor, length))
CALL(fchmod, (int descriptor, mode_t mode), (descriptor, mode))
CALL(fchown, (int descriptor, uid_t owner, gid_t group), (descriptor, owner, group))

/* Of the calls that open, those that make a file. */
int
open(const char *path, int flags, ...)
{
	bool makes = (flags & O_CREAT) != 0, now = makes && is_now("open");
	va_list arguments;
	mode_t mode;
	int result;

	va_start(arguments, flags);
	mode = makes ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	if (now && must_fail())
		return -1;
	result = REAL(open, (const char *, int, ...))(path, flags, mode);
	end_call(now);
	return result;
}

/* The folder's fsync comes after the change: it has a name of its own. */
int
fsync(int descriptor)
{
	struct stat status;
	bool is_folder = fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
	bool now = is_now(is_folder ? "fsync-folder" : "fsync");
	int result;

	if (now && must_fail())
		return -1;
	result = REAL(fsync, (int))(descriptor);
	end_call(now);
	return result;
}

int
unlink(const char *path)
{
	bool now = !must_fail() && is_now("unlink");
	int result = REAL(unlink, (const char *))(path);

	end_call(now);
	return result;
}

/* The C library's own calls do not come this way: messages are written as ever. */
ssize_t
write(int descriptor, const void *bytes, size_t count)
{
	ssize_t (*real)(int, const void *, size_t) =
	    (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
	bool now = is_now("write");
	ssize_t result;

	if (now && must_fail())
		return -1;
	result = real(descriptor, bytes,
	    now && (is_how("half") || is_how("short")) ? (count + 1) / 2 : count);
	end_call(now);
	return result;
}

/* The names of the same where files may be large. */
int open64(const char *path, int flags, ...) __attribute__((alias("open")));
int ftruncate64(int descriptor, off_t length) __attribute__((alias("ftruncate")));
