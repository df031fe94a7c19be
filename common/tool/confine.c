#include "tool/confine.h"

#include <errno.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "tool/diagnostics.h"

/* The leak checker of a test build stops and reads its own process at the end. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_SANITIZED
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SANITIZED
#endif
#endif

/* What no filter needs once its files are open. */
static const int opening[] = {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(creat)};

/* What no tool ever needs. */
static const int reaching_out[] = {SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(execve),
    SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace)};

static void
forbid(scmp_filter_ctx filter, const int calls[], size_t count)
{
	for (size_t i = 0; i < count; i++)
		/* A call that this machine does not have needs no rule. */
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), calls[i], 0);
}

static void
filter_system_calls(bool may_open)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	if (filter == NULL)
		return;
	if (!may_open)
		forbid(filter, opening, sizeof(opening) / sizeof(opening[0]));
	forbid(filter, reaching_out, sizeof(reaching_out) / sizeof(reaching_out[0]));
	(void)seccomp_load(filter);
	seccomp_release(filter);
}

static void
confine(bool may_open)
{
	const struct rlimit nothing = {0, 0};

	/* Catalogues open at their first use, which must be now: ours and the system's own. */
	(void)_("out of memory");
	(void)strerror(EPERM);
	(void)setrlimit(RLIMIT_CORE, &nothing);
#ifdef IS_SANITIZED
	(void)may_open;
	(void)filter_system_calls;
#else
	(void)prctl(PR_SET_DUMPABLE, 0);
	filter_system_calls(may_open);
#endif
}

void
confine_self(void)
{
	confine(false);
}

void
confine_self_but_files(void)
{
	confine(true);
}
