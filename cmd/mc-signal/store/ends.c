#include "store/ends.h"

#include <stddef.h>

static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE};

enum { END_COUNT = sizeof(ends) / sizeof(ends[0]) };

void
ends_hold(sigset_t *before)
{
	sigset_t waiting;

	sigemptyset(&waiting);
	for (size_t i = 0; i < END_COUNT; i++)
		sigaddset(&waiting, ends[i]);
	sigprocmask(SIG_BLOCK, &waiting, before);
}

void
ends_release(const sigset_t *before)
{
	sigprocmask(SIG_SETMASK, before, NULL);
}

void
ends_watch(void (*handler)(int number))
{
	for (size_t i = 0; i < END_COUNT; i++)
		if (signal(ends[i], handler) == SIG_IGN)
			signal(ends[i], SIG_IGN);
}
