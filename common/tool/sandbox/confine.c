#include "tool/sandbox/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "tool/beside.h"
#include "tool/diagnostics.h"
#include "tool/memory.h"
#include "tool/sandbox/filters.h"
#include "tool/sandbox/landlock.h"

/* A sanitizer maps, opens and traces its own process; what it finds is worth more in its builds. */
#ifndef WITHOUT_SANDBOX
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define WITHOUT_SANDBOX
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)                            \
    || __has_feature(thread_sanitizer)
#define WITHOUT_SANDBOX
#endif
#endif
#endif

#ifdef WITHOUT_SANDBOX
static const bool is_wanted = false;
#else
static const bool is_wanted = true;
#endif

/* From version 3 of Landlock on. */
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

/* What is kept of the given file, or of its folder. */
static const uint64_t kept_access[] = {
    [CONFINE_READ] = LANDLOCK_ACCESS_FS_READ_FILE,
    [CONFINE_REPLACE] = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE,
    [CONFINE_STORE] = LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE
	| LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE
	| LANDLOCK_ACCESS_FS_TRUNCATE,
};

/* Tells why the sandbox cannot be put in force, by errno, and ends the program, unless it may work
 * without. */
static void
do_without(void)
{
	static bool is_told;
	const char *why = language_error(errno), *allowed = getenv("MC_NO_SANDBOX");

	if (allowed == NULL || strcmp(allowed, "1") != 0)
		diagnostics_stop(
		    _("the sandbox cannot be put in force: %s; nothing more is read (with "
		      "MC_NO_SANDBOX=1 in the environment the tool works without it)"),
		    why);
	if (!is_told)
		diagnostics_note(
		    _("works without its sandbox, which cannot be put in force: %s"), why);
	is_told = true;
}

void
confinement_open(struct confinement *confinement, unsigned kept)
{
	*confinement = (struct confinement){.kept = kept, .ruleset = -1};
	if (is_wanted && landlock_is_there() && (confinement->ruleset = landlock_open()) == -1)
		do_without();
}

/* The folder of what path leads to; to be freed by the caller. */
static char *
folder_of(const char *path)
{
	char *folder = beside_target(path), *slash = strrchr(folder, '/');

	if (slash == NULL) {
		free(folder);
		return memory_copy(".");
	}
	slash[slash == folder ? 1 : 0] = '\0';
	return folder;
}

/* Whether it is the path that does not lead to a file: whoever opens it then says so. */
static bool
is_of_path(int error)
{
	return error == ENOENT || error == ENOTDIR || error == EACCES || error == ELOOP
	    || error == ENAMETOOLONG;
}

void
confinement_give(struct confinement *confinement, unsigned right, const char *path)
{
	char *folder = NULL;
	int flags = O_PATH | O_CLOEXEC, file;

	confinement->kept |= right;
	if (confinement->ruleset == -1)
		return;
	if (right != CONFINE_READ) {
		/* The rights of a folder can be given to nothing else. */
		flags |= O_DIRECTORY;
		path = folder = folder_of(path);
	}
	file = open(path, flags);
	if (file == -1 ? !is_of_path(errno)
		       : !landlock_add(confinement->ruleset, file, kept_access[right]))
		do_without();
	if (file != -1)
		close(file);
	free(folder);
}

/* Puts the filter in force, with our own number in it. */
static bool
filter_calls(unsigned kept)
{
	struct sock_filter step[FILTER_STEPS_MAX];
	const struct sock_fprog program = {.len = filters[kept].count, .filter = step};

	for (size_t i = 0; i < program.len; i++) {
		step[i] = filters[kept].step[i];
		if (step[i].k == FILTER_SELF)
			step[i].k = (unsigned)getpid();
	}
	return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0;
}

/* Neither a core dump nor another process of the same user gets to see the memory. */
static bool
hide_memory(void)
{
	const struct rlimit nothing = {0, 0};

	return setrlimit(RLIMIT_CORE, &nothing) == 0
	    && (!is_wanted || prctl(PR_SET_DUMPABLE, 0) == 0);
}

void
confinement_enforce(const struct confinement *confinement)
{
	/* These open files at their first use, which must be now. What day it is, only who keeps a
	 * log or talks with a person asks later. */
	(void)_("out of memory");
	if (confinement->kept & (CONFINE_STORE | CONFINE_ASK))
		tzset();
	if (!hide_memory())
		do_without();
	if (is_wanted && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1)
		do_without();
	if (confinement->ruleset != -1) {
		if (!landlock_enforce(confinement->ruleset))
			do_without();
		close(confinement->ruleset);
	}
	confine_further(confinement->kept);
}

void
confine_further(unsigned kept)
{
	if (is_wanted && !filter_calls(kept))
		do_without();
}
