/* Calls in a process of their own, for what ends the program. */

#ifndef APART_H
#define APART_H

#include "support/check.h"

#include <sys/wait.h>
#include <unistd.h>

/* What a call that came back ends with. */
enum { APART_CAME_BACK = 99 };

/* Calls ask with its argument. Gives the exit status, -1 for none, and in said what it wrote on
 * standard error. */
static inline int
apart_ask(void (*ask)(const void *argument), const void *argument, char *said, size_t size)
{
	int ends[2], status;
	size_t used = 0;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_int_not_equal(child, -1);
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		ask(argument);
		_exit(APART_CAME_BACK);
	}
	close(ends[1]);
	for (ssize_t got; (got = read(ends[0], said + used, size - 1 - used)) > 0;)
		used += (size_t)got;
	said[used] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#endif
