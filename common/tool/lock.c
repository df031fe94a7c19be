#include "tool/lock.h"

#include <errno.h>
#include <sys/file.h>

#include "tool/diagnostics.h"

bool
lock_try(int descriptor)
{
	while (flock(descriptor, LOCK_EX | LOCK_NB) == -1)
		if (errno != EINTR)
			return errno != EWOULDBLOCK;
	return true;
}

void
lock_wait(int descriptor, const char *name)
{
	while (flock(descriptor, LOCK_EX) == -1)
		if (errno != EINTR)
			diagnostics_stop(_("%s: it cannot be locked (%s), and without a lock two "
					   "runs could spoil it: keep it on another disk"),
			    name, language_error(errno));
}
