#include "destinations.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "store/rejects.h"
#include "tool/diagnostics.h"
#include "tool/outputs.h"

void
destinations_check_log(const char *log)
{
	struct stat status;
	char shown[SHOWN_SIZE];

	if (stat(log, &status) == 0)
		outputs_refuse(&status, diagnostics_show_file(log, shown));
}

/* The folder in which a path has its last name. Returns folder, or a constant. */
static const char *
folder_of(const char *path, char folder[PATH_MAX])
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	snprintf(folder, PATH_MAX, "%.*s/", (int)(slash - path), path);
	return folder;
}

static const char *
last_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* Whether two paths that lead to no file yet are names of the same. Apart, since its room is large.
 */
__attribute__((noinline)) static bool
is_same_new_file(const char *a, const char *b)
{
	char folder[PATH_MAX];
	struct stat of_a, of_b;

	return strcmp(last_name(a), last_name(b)) == 0 && stat(folder_of(a, folder), &of_a) == 0
	    && stat(folder_of(b, folder), &of_b) == 0 && of_a.st_dev == of_b.st_dev
	    && of_a.st_ino == of_b.st_ino;
}

/* Whether two paths lead to the same file, or will. */
static bool
is_same_path(const char *a, const char *b)
{
	struct stat of_a, of_b;
	bool is_there = stat(a, &of_a) == 0;

	if (is_there != (stat(b, &of_b) == 0))
		return false;
	return is_there ? of_a.st_dev == of_b.st_dev && of_a.st_ino == of_b.st_ino
			: is_same_new_file(a, b);
}

/* The operand that is this file; NULL for none. */
static const struct operand *
operand_that_is(const struct operands *files, const struct stat *file)
{
	for (size_t i = 0; i < files->count; i++)
		if (outputs_is_same_file(&files->file[i].status, file))
			return &files->file[i];
	return NULL;
}

static void
check_log(const char *log, const struct operands *files)
{
	const struct operand *operand;
	struct stat status;

	if (stat(log, &status) == 0 && (operand = operand_that_is(files, &status)) != NULL)
		diagnostics_stop(
		    _("%s is the log itself: what it holds need not be fed to it"), operand->name);
}

/* What a descriptor leads to grows at once: it is none of the operands. */
static void
check_direct(const struct stat *rejects, const struct operands *files)
{
	const struct operand *operand = operand_that_is(files, rejects);

	if (operand != NULL)
		options_misused(&settings_tool,
		    _("--rejects leads to %s, which is still to be read"), operand->name);
}

/* Another file is replaced when all is read: it is not what the output goes to. */
static void
check_replaced(const struct stat *rejects)
{
	struct stat output;

	if (fstat(STDOUT_FILENO, &output) == 0 && outputs_is_same_file(rejects, &output))
		options_misused(&settings_tool, _("--rejects names the file of the output"));
}

static void
check_rejects(const struct settings *settings, const struct operands *files)
{
	int descriptor = rejects_descriptor(settings->rejects);
	struct stat rejects;
	bool is_there = descriptor == -1 ? stat(settings->rejects, &rejects) == 0
					 : fstat(descriptor, &rejects) == 0;

	if (settings->log != NULL && is_same_path(settings->log, settings->rejects))
		options_misused(&settings_tool, _("--log and --rejects name the same file"));
	if (is_there && descriptor != -1)
		check_direct(&rejects, files);
	else if (is_there)
		check_replaced(&rejects);
}

void
destinations_check(const struct settings *settings, const struct operands *files)
{
	if (settings->log != NULL)
		check_log(settings->log, files);
	if (settings->rejects != NULL)
		check_rejects(settings, files);
}
