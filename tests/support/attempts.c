/*
 * What an attacker would try who has taken a tool over in the middle of its work, to be loaded with
 * LD_PRELOAD into a tool under test: whenever that reads, or makes a file safe on the disk.
 *
 *   ATTEMPTS_TO=n         a descriptor that is open for writing: a line for each attempt that the
 *                         system does not refuse, and "call NAME" for each system call; "in force"
 *                         or "not in force", whether the tool is confined
 *   ATTEMPTS_ELSEWHERE=   a file that the tool has nothing to do with; beside it stands another
 * whose name ends on .spare ATTEMPTS_ANYWAY=1     the attempts are made where nothing is in force
 * too, to see that they can succeed (not the calls)
 *
 * Each attempt, where it is not refused, does no harm.
 */

#include <errno.h>
#include <fcntl.h>
#include <linux/prctl.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

static int report = -1;
static bool is_anyway;
static const char *elsewhere = "";

__attribute__((constructor)) static void
start(void)
{
	const char *to = getenv("ATTEMPTS_TO");

	report = to == NULL ? -1 : atoi(to);
	is_anyway = getenv("ATTEMPTS_ANYWAY") != NULL;
	if (getenv("ATTEMPTS_ELSEWHERE") != NULL)
		elsewhere = getenv("ATTEMPTS_ELSEWHERE");
}

static void
tell(const char *what, const char *which)
{
	char line[128];
	int length = snprintf(line, sizeof(line), "%s%s\n", what, which);

	(void)!syscall(SYS_write, report, line, length);
}

static bool
is_refused(long result)
{
	return result == -1 && (errno == EPERM || errno == EACCES);
}

#define ATTEMPT(name, ...)                                                                         \
	do {                                                                                       \
		if (!is_refused(syscall(__VA_ARGS__)))                                             \
			tell(name, "");                                                            \
	} while (0)

static void
attempt_files(void)
{
	char new[4096], spare[4096];

	snprintf(new, sizeof(new), "%s.new", elsewhere);
	snprintf(spare, sizeof(spare), "%s.spare", elsewhere);
	ATTEMPT("read another file", SYS_openat, AT_FDCWD, elsewhere, O_RDONLY);
	ATTEMPT("write another file", SYS_openat, AT_FDCWD, elsewhere, O_WRONLY);
	ATTEMPT("empty another file", SYS_truncate, elsewhere, 4);
	ATTEMPT("make a file", SYS_openat, AT_FDCWD, new, O_WRONLY | O_CREAT, 0600);
	ATTEMPT("move another file", SYS_renameat2, AT_FDCWD, elsewhere, AT_FDCWD, elsewhere, 0);
	ATTEMPT("take away another file", SYS_unlinkat, AT_FDCWD, spare, 0);
	ATTEMPT("list a folder", SYS_openat, AT_FDCWD, "/", O_RDONLY | O_DIRECTORY);
	ATTEMPT("make a folder", SYS_mkdirat, AT_FDCWD, "/", 0700);
}

static void
attempt_outside(void)
{
	static int pair[2];

	ATTEMPT("a socket to the network", SYS_socket, AF_INET, SOCK_STREAM, 0);
	ATTEMPT("a socket on the machine", SYS_socket, AF_UNIX, SOCK_STREAM, 0);
	ATTEMPT("a pair of sockets", SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, pair);
	ATTEMPT("run a program", SYS_execve, "/nowhere", NULL, NULL);
	ATTEMPT("run a program of a folder", SYS_execveat, AT_FDCWD, "/nowhere", NULL, NULL, 0);
	/* Both lack what they need. */
	ATTEMPT("start a thread", SYS_clone, CLONE_THREAD, NULL, NULL, NULL, 0);
	ATTEMPT("start a thread otherwise", SYS_clone3, NULL, 0);
	ATTEMPT("queue calls (io_uring)", SYS_io_uring_setup, 1, NULL);
	ATTEMPT("signal another process", SYS_kill, getppid(), 0);
	ATTEMPT("signal another thread", SYS_tgkill, 1, 1, 0);
	ATTEMPT("look into another process", SYS_ptrace, PTRACE_PEEKDATA, -1, NULL, NULL);
	ATTEMPT("type into the terminal", SYS_ioctl, -1, TIOCSTI, "x");
}

static void
attempt_itself(void)
{
	void *page = mmap(NULL, 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	ATTEMPT("memory for a program", SYS_mmap, NULL, 1, PROT_READ | PROT_EXEC,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	ATTEMPT("memory turned into a program", SYS_mprotect, page, 1, PROT_READ | PROT_EXEC);
	ATTEMPT("a file in memory", SYS_memfd_create, "x", 0);
	ATTEMPT("a world of its own", SYS_unshare, 0);
	ATTEMPT("memory shown to others", SYS_prctl, PR_SET_DUMPABLE, 1, 0, 0, 0);
	ATTEMPT("a core dump", SYS_prlimit64, 0, RLIMIT_CORE, NULL, NULL);
	munmap(page, 1);
}

/* Whether a call would end the program or jump elsewhere; the last two are the kernel's own. */
static bool
does_harm(const char *name)
{
	static const char *const harmful[] = {
	    "exit", "exit_group", "rt_sigreturn", "sigreturn", "uretprobe", "uprobe"};

	for (size_t i = 0; i < sizeof(harmful) / sizeof(harmful[0]); i++)
		if (strcmp(name, harmful[i]) == 0)
			return true;
	return false;
}

/* Every call there is, with arguments that do nothing. */
static void
attempt_calls(void)
{
	enum { CALLS = 600 };

	for (long call = 0; call < CALLS; call++) {
		char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, (int)call);

		if (name != NULL && !does_harm(name)
		    && !is_refused(syscall(call, -1, -1, -1, -1, -1, -1)))
			tell("call ", name);
		free(name);
	}
}

static void
attempt_all(void)
{
	int error = errno;
	bool is_in_force = is_refused(syscall(SYS_getppid));

	if (report == -1)
		return;
	tell(is_in_force ? "in force" : "not in force", "");
	if (is_in_force || is_anyway) {
		attempt_files();
		attempt_outside();
		attempt_itself();
	}
	if (is_in_force)
		attempt_calls();
	errno = error;
}

ssize_t
read(int descriptor, void *bytes, size_t count)
{
	attempt_all();
	return syscall(SYS_read, descriptor, bytes, count);
}

int
fsync(int descriptor)
{
	attempt_all();
	return (int)syscall(SYS_fsync, descriptor);
}
