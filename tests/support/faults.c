/*
 * The n-th call of one function of the C library fails, to be loaded with
 * LD_PRELOAD into a tool under test.
 *
 *   FAULT_CALL=name   the function; or "descriptors": no more than FAULT_AT can be opened
 *   FAULT_AT=n        which of its calls, from 1
 *   FAULT_HOW=number  the errno with which it fails; or "short": a read or a write takes half
 *   FAULT_TOLD=file   gets a line when it happens: the name of the file that the call is about,
 *                     or a dash
 *   FAULT_SPARE=names memory that is asked for on behalf of the libraries or functions with one
 *                     of these (a comma between) in their names always comes
 *
 * The C library's own calls do not come this way, but for those that give memory. The file is
 * opened before the tool gives up the right to open any.
 */

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { NAME_SIZE = 128, DESCRIPTORS = 64, FRAMES = 32 };

static const char *call = "";
static long countdown;
static int error; /* 0: half of it */
static int told = -1;
static const char *spared;

/* What each descriptor was opened as. */
static char names[DESCRIPTORS][NAME_SIZE];

static void
name_descriptor(int descriptor, const char *name)
{
	if (descriptor >= 0 && descriptor < DESCRIPTORS)
		snprintf(names[descriptor], NAME_SIZE, "%s", name);
}

static void
limit_descriptors(long count)
{
	rlim_t most = (rlim_t)(STDERR_FILENO + 1 + count);

	setrlimit(RLIMIT_NOFILE, &(const struct rlimit){most, most});
}

__attribute__((constructor)) static void
start(void)
{
	const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");

	name_descriptor(STDIN_FILENO, "standard input");
	name_descriptor(STDOUT_FILENO, "standard output");
	if (at == NULL || how == NULL)
		return;
	told = (int)syscall(
	    SYS_openat, AT_FDCWD, getenv("FAULT_TOLD"), O_WRONLY | O_APPEND | O_CLOEXEC);
	/* So high that a tool that looks for the lowest number finds those that it would. */
	told = (int)syscall(SYS_dup3, told, DESCRIPTORS - 1, O_CLOEXEC);
	(void)syscall(SYS_close, 3);
	error = atoi(how);
	/* Its first call asks for memory itself. */
	(void)backtrace((void *[FRAMES]){NULL}, FRAMES);
	spared = getenv("FAULT_SPARE");
	call = getenv("FAULT_CALL");
	countdown = atol(at);
	if (strcmp(call, "descriptors") == 0)
		limit_descriptors(countdown);
}

/* Whether this call is the one; told so, and errno is what it must be. */
static bool
is_now(const char *name, const char *about)
{
	if (countdown == 0 || strcmp(name, call) != 0 || --countdown != 0)
		return false;
	(void)syscall(SYS_write, told, about, strlen(about));
	(void)syscall(SYS_write, told, "\n", 1);
	errno = error;
	return true;
}

static const char *
name_of(int descriptor)
{
	return descriptor >= 0 && descriptor < DESCRIPTORS ? names[descriptor] : "-";
}

/* The function of the C library that stands behind ours. */
#define REAL(type, name, parameters) ((type(*) parameters)dlsym(RTLD_NEXT, #name))

/* A call that fails whole: its type, name, parameters and arguments, each with parentheses, and
 * the file that it is about. */
#define CALL(type, name, parameters, arguments, about)                                             \
	type name parameters;                                                                      \
	type name parameters                                                                       \
	{                                                                                          \
		return is_now(#name, about) ? (type)-1 : REAL(type, name, parameters) arguments;   \
	}

CALL(int, fsync, (int descriptor), (descriptor), name_of(descriptor))
CALL(int, fdatasync, (int descriptor), (descriptor), name_of(descriptor))
CALL(int, rename, (const char *from, const char *to), (from, to), to)
CALL(int, link, (const char *from, const char *to), (from, to), to)
CALL(int, unlink, (const char *path), (path), path)
CALL(int, ftruncate, (int descriptor, off_t length), (descriptor, length), name_of(descriptor))
CALL(int, fchmod, (int descriptor, mode_t mode), (descriptor, mode), name_of(descriptor))
CALL(int, fchown, (int descriptor, uid_t owner, gid_t group), (descriptor, owner, group),
    name_of(descriptor))
CALL(int, flock, (int descriptor, int operation), (descriptor, operation), name_of(descriptor))
CALL(ssize_t, getrandom, (void *bytes, size_t count, unsigned flags), (bytes, count, flags), "-")

/* As the system does it, a close that fails has closed. */
int
close(int descriptor)
{
	int result = (int)syscall(SYS_close, descriptor);

	return is_now("close", name_of(descriptor)) ? -1 : result;
}

/* A call that moves bytes may also move half of them. */
#define MOVE(name, parameters, arguments, half_arguments)                                          \
	ssize_t name parameters;                                                                   \
	ssize_t name parameters                                                                    \
	{                                                                                          \
		if (!is_now(#name, name_of(descriptor)))                                           \
			return REAL(ssize_t, name, parameters) arguments;                          \
		return error != 0 ? -1 : REAL(ssize_t, name, parameters) half_arguments;           \
	}

#define HALF ((count + 1) / 2)
MOVE(read, (int descriptor, void *bytes, size_t count), (descriptor, bytes, count),
    (descriptor, bytes, count < 20 ? HALF : 20))
MOVE(pread, (int descriptor, void *bytes, size_t count, off_t at), (descriptor, bytes, count, at),
    (descriptor, bytes, HALF, at))
MOVE(write, (int descriptor, const void *bytes, size_t count), (descriptor, bytes, count),
    (descriptor, bytes, HALF))
MOVE(pwrite, (int descriptor, const void *bytes, size_t count, off_t at),
    (descriptor, bytes, count, at), (descriptor, bytes, HALF, at))

static int
open_named(int folder, const char *path, int flags, mode_t mode)
{
	int descriptor;

	if (is_now("open", path))
		return -1;
	descriptor = (int)syscall(SYS_openat, folder, path, flags, mode);
	name_descriptor(descriptor, path);
	return descriptor;
}

#define OPEN(name, parameters, folder)                                                             \
	int name parameters                                                                        \
	{                                                                                          \
		va_list more;                                                                      \
		mode_t mode;                                                                       \
                                                                                                   \
		va_start(more, flags);                                                             \
		mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;            \
		va_end(more);                                                                      \
		return open_named(folder, path, flags, mode);                                      \
	}

OPEN(open, (const char *path, int flags, ...), AT_FDCWD)
OPEN(openat, (int folder, const char *path, int flags, ...), folder)

/* What a hardened build calls in their places. */
int
__open_2(const char *path, int flags)
{
	return open_named(AT_FDCWD, path, flags, 0);
}

ssize_t
__read_chk(int descriptor, void *bytes, size_t count, size_t room)
{
	(void)room;
	return read(descriptor, bytes, count);
}

int
mkostemp(char *template, int flags)
{
	int descriptor;

	if (is_now("open", template))
		return -1;
	descriptor = REAL(int, mkostemp, (char *, int))(template, flags);
	name_descriptor(descriptor, template);
	return descriptor;
}

/* Whether one of the spared names is in this one, which may be NULL. */
static bool
has_spared_name(const char *name)
{
	char names_left[256], *rest = names_left;

	snprintf(names_left, sizeof(names_left), "%s", spared);
	for (const char *one; name != NULL && (one = strsep(&rest, ",")) != NULL;)
		if (strstr(name, one) != NULL)
			return true;
	return false;
}

/* Whether who is spared asks for this memory, itself or through the C library. */
static bool
is_spared(void)
{
	void *frames[FRAMES];
	Dl_info about;

	if (spared == NULL)
		return false;
	for (int i = 0, count = backtrace(frames, FRAMES); i < count; i++)
		if (dladdr(frames[i], &about) != 0
		    && (has_spared_name(about.dli_fname) || has_spared_name(about.dli_sname)))
			return true;
	return false;
}

/* Whether memory is refused now. */
static bool
is_refused(const char *name)
{
	return countdown > 0 && strcmp(name, call) == 0 && !is_spared() && is_now(name, "-");
}

/* The names of the same where files may be large. */
#define ALIAS(type, name, parameters, other) type other parameters __attribute__((alias(#name)));

ALIAS(int, open, (const char *path, int flags, ...), open64)
ALIAS(int, openat, (int folder, const char *path, int flags, ...), openat64)
ALIAS(int, __open_2, (const char *path, int flags), __open64_2)
ALIAS(int, mkostemp, (char *template, int flags), mkostemp64)
ALIAS(int, ftruncate, (int descriptor, off_t length), ftruncate64)
ALIAS(ssize_t, pread, (int descriptor, void *bytes, size_t count, off_t at), pread64)
ALIAS(ssize_t, pwrite, (int descriptor, const void *bytes, size_t count, off_t at), pwrite64)

/* Memory, by the names that the C library keeps for who stands before it. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

void *
malloc(size_t size)
{
	return is_refused("malloc") ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return is_refused("calloc") ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *memory, size_t size)
{
	return is_refused("realloc") ? NULL : __libc_realloc(memory, size);
}
