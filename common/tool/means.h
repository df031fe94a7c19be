/* What a call of the system's libraries may have lacked, when these do not tell. */

#ifndef MEANS_H
#define MEANS_H

#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

/* Whether a file can be opened now; if not, errno is why. */
static inline bool
means_to_open(void)
{
	int descriptor = open("/", O_PATH | O_CLOEXEC);

	if (descriptor == -1)
		return false;
	close(descriptor);
	return true;
}

#endif
