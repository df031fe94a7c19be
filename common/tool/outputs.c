#include "tool/outputs.h"

#include <fcntl.h>
#include <unistd.h>

#include "tool/diagnostics.h"

bool
outputs_is_same_file(const struct stat *a, const struct stat *b)
{
	return S_ISREG(a->st_mode) && S_ISREG(b->st_mode) && a->st_dev == b->st_dev
	    && a->st_ino == b->st_ino;
}

static bool
goes_to(int descriptor, const struct stat *file)
{
	struct stat status;

	return fstat(descriptor, &status) == 0 && outputs_is_same_file(&status, file);
}

/* At the terminal, if there is one: what is said in the file would spoil it. */
static void
speak_elsewhere(void)
{
	int elsewhere = open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY);

	if (elsewhere == -1)
		elsewhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	if (dup2(elsewhere, STDERR_FILENO) == -1)
		close(STDERR_FILENO);
}

void
outputs_refuse(const struct stat *file, const char *name)
{
	bool is_for_messages = goes_to(STDERR_FILENO, file);

	if (is_for_messages)
		speak_elsewhere();
	if (goes_to(STDOUT_FILENO, file))
		diagnostics_stop(
		    _("%s is the file that the output goes to: write to another"), name);
	if (is_for_messages)
		diagnostics_stop(
		    _("%s is the file that the messages go to: send them to another"), name);
}
