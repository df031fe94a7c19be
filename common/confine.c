#include "confine.h"

#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "diagnostics.h"

/* What no filter needs once its files are open. */
static const int given_up[] = {
    SCMP_SYS(open),
    SCMP_SYS(openat),
    SCMP_SYS(openat2),
    SCMP_SYS(creat),
    SCMP_SYS(socket),
    SCMP_SYS(connect),
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(fork),
    SCMP_SYS(vfork),
    SCMP_SYS(ptrace),
};

static void
filter_system_calls(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	if (filter == NULL)
		return;
	for (size_t i = 0; i < sizeof(given_up) / sizeof(given_up[0]); i++)
		/* A call that this machine does not have needs no rule. */
		(void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), given_up[i], 0);
	(void)seccomp_load(filter);
	seccomp_release(filter);
}

void
confine_self(void)
{
	const struct rlimit nothing = {0, 0};

	/* The catalogue of messages opens at its first use, which must be now. */
	(void)_("out of memory");
	(void)setrlimit(RLIMIT_CORE, &nothing);
	(void)prctl(PR_SET_DUMPABLE, 0);
/* The leak checker of a test build stops and reads its own process at the end. */
#ifndef __SANITIZE_ADDRESS__
	filter_system_calls();
#endif
}
