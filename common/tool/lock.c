#include "tool/lock.h"

#include <errno.h>
#include <sys/file.h>

bool
lock_try(int descriptor)
{
	while (flock(descriptor, LOCK_EX | LOCK_NB) == -1)
		if (errno != EINTR)
			return errno != EWOULDBLOCK;
	return true;
}
