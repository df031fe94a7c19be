#include "tool/outputs.h"

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

void
outputs_refuse(const struct stat *file, const char *name)
{
	if (goes_to(STDOUT_FILENO, file))
		diagnostics_stop(
		    _("%s is the file that the output goes to: write to another"), name);
	if (goes_to(STDERR_FILENO, file))
		diagnostics_stop(
		    _("%s is the file that the messages go to: send them to another"), name);
}
