#include "sheet/system_encoding.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tool/means.h"
#include "tool/memory.h"

/* Loading an encoding is a matter of milliseconds; one that is not for this C library may hang. */
enum { LOADING_MAX = 10 /* s */ };

/* A program that has the C library in it is loaded by no other. */
static bool
has_own_c_library(void)
{
	return getauxval(AT_BASE) == 0;
}

/* Whether something else than the name may be why iconv_open() does not know an encoding, which it
 * says too when it could not open its tables, or lacked memory for them; errno is why. With the
 * first encoding comes the system's C library, if the tool has it not. */
static bool
lacks_means(void)
{
	if (errno != EINVAL)
		return true;
	free(memory_allocate(has_own_c_library() ? 1 << 22 : 1 << 16));
	return !means_to_open();
}

/* Loads the encoding and uses it, in a process that may fall over. */
static void
try_and_exit(const char *name)
{
	iconv_t conversion;
	char letter[] = "aaaa", room[64], *from = letter, *to = room;
	size_t left = sizeof(letter) - 1, space = sizeof(room);
	sigset_t alarms;

	/* Falling over is an answer: nothing of it need be kept, or said. */
	(void)setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
	(void)prctl(PR_SET_DUMPABLE, 0);
	(void)close(STDERR_FILENO);
	sigemptyset(&alarms);
	sigaddset(&alarms, SIGALRM);
	sigprocmask(SIG_UNBLOCK, &alarms, NULL);
	signal(SIGALRM, SIG_DFL);
	alarm(LOADING_MAX);
	conversion = iconv_open("UTF-8", name);
	if (conversion != no_system_encoding) {
		(void)iconv(conversion, &from, &left, &to, &space);
		iconv_close(conversion);
	}
	_exit(0);
}

/* Whether a process was ended by somebody, or by a system that ran out of memory. */
static bool
was_ended(int status)
{
	return WIFSIGNALED(status) && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGTERM);
}

/* Whether the system's encodings are for the C library that the tool has in it. False too when that
 * cannot be tried: errno is then why, and else ELIBBAD. */
static bool
is_loadable(const char *name)
{
	pid_t child;
	int status;

	/* Who started the tool may have had children that end go unseen. */
	signal(SIGCHLD, SIG_DFL);
	if ((child = fork()) == -1)
		return false;
	if (child == 0)
		try_and_exit(name);
	while (waitpid(child, &status, 0) == -1)
		if (errno != EINTR)
			return false;
	errno = was_ended(status) ? EINTR : ELIBBAD;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* iconv_open() takes the encoding of the locale for one without a name. */
static bool
has_name(const char *name)
{
	return name[0] != '\0' && name[0] != '/';
}

bool
system_encoding_open(iconv_t *conversion, const char *name)
{
	*conversion = no_system_encoding;
	errno = EINVAL;
	if (!has_name(name))
		return false;
	if (has_own_c_library() && !is_loadable(name))
		return false;
	*conversion = iconv_open("UTF-8", name);
	/* What it lacked a moment ago may be there again. */
	if (*conversion == no_system_encoding && !lacks_means())
		*conversion = iconv_open("UTF-8", name);
	return *conversion != no_system_encoding;
}

/* Whether iconv() wants more room: the only failure that is no fault of the text. */
static bool
wants_room(size_t result)
{
	return result == (size_t)-1 && errno == E2BIG;
}

bool
system_encoding_to_utf8(
    iconv_t conversion, struct bytes text, char **memory, struct bytes *converted)
{
	char *from = (char *)(size_t)text.at; /* iconv's interface; it does not write there */
	size_t left = text.length, size = 2 * text.length + 64, used = 0, result;

	/* What an encoding remembers of the text before is none of this text's. */
	iconv(conversion, NULL, NULL, NULL, NULL);
	*memory = memory_allocate(size);
	do {
		char *to = *memory + used;
		size_t space = size - used;

		result = iconv(conversion, &from, &left, &to, &space);
		used = (size_t)(to - *memory);
		if (wants_room(result)) {
			*memory = memory_resize(*memory, 2, size);
			size *= 2;
		}
	} while (wants_room(result));
	*converted = (struct bytes){*memory, used};
	return result != (size_t)-1 && left == 0;
}
