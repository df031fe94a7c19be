/*
 * A system that refuses a call by which a tool is confined, to be loaded with LD_PRELOAD into a
 * tool under test.
 *
 *   REFUSE=   seccomp, landlock_create_ruleset, landlock_restrict_self or prctl: that one fails, as
 *             when it is forbidden; none: there is no Landlock, as older systems say it, or hidden:
 *             as older containers do
 */

#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>

static bool
is_refused(const char *name)
{
	const char *refused = getenv("REFUSE");

	return refused != NULL && strcmp(refused, name) == 0;
}

/* How the call is refused; 0: it is not. */
static int
refusal(long number, bool is_question)
{
	if (number == SYS_landlock_create_ruleset && is_question)
		return is_refused("none") ? ENOSYS : is_refused("hidden") ? EPERM : 0;
	if ((number == SYS_seccomp && is_refused("seccomp"))
	    || (number == SYS_landlock_create_ruleset && is_refused("landlock_create_ruleset"))
	    || (number == SYS_landlock_restrict_self && is_refused("landlock_restrict_self")))
		return EPERM;
	return 0;
}

long syscall(long number, ...);
long
syscall(long number, ...)
{
	long (*real)(long, ...) = (long (*)(long, ...))dlsym(RTLD_NEXT, "syscall");
	long argument[6];
	va_list arguments;

	va_start(arguments, number);
	for (int i = 0; i < 6; i++)
		argument[i] = va_arg(arguments, long);
	va_end(arguments);
	errno = refusal(number, argument[0] == 0);
	return errno != 0 ? -1
			  : real(number, argument[0], argument[1], argument[2], argument[3],
			      argument[4], argument[5]);
}

int prctl(int option, long second, long third, long fourth, long fifth);
int
prctl(int option, long second, long third, long fourth, long fifth)
{
	if (!is_refused("prctl"))
		return (int)syscall(SYS_prctl, (long)option, second, third, fourth, fifth);
	errno = EPERM;
	return -1;
}

/* What it is called where 32 bits are the rule and days go beyond 2038. */
int __prctl_time64(int option, long second, long third, long fourth, long fifth)
    __attribute__((alias("prctl")));
